"""What is said of archives, and in them."""

from __future__ import annotations

from fardplan.locales.text import Text

NOT_DECIDED = Text(
    "”{roadmap}” är {status}. Bara det som är beslutat arkiveras. Är den antagen? "
    "Skriv in det: fardplan adopt {roadmap}",
    "“{roadmap}” has the status {status} and is not archived: only what is decided is. Is it "
    "adopted? Record that: fardplan adopt {roadmap}",
)
NO_STATUS = Text(
    "Det framgår inte att ”{roadmap}” är beslutad, och bara det som är beslutat arkiveras. Ange "
    "status i {file}, till exempel status: adopted.",
    "Nothing says that “{roadmap}” is decided, and only what is decided is archived. Give status "
    "in {file}, for example status: adopted.",
)

README = Text(
    """{title}

Det här är ett arkivpaket med en beslutad version av en färdplan. Det följer
BagIt (RFC 8493): i manifest-sha256.txt står en kontrollsumma (SHA-256) för
varje fil, så att det går att visa att inget har ändrats.

{files}

Gjort med fardplan {generator}. Samma filer ger alltid samma paket.
""",
    """{title}

This is an archive package with a decided version of a roadmap. It follows
BagIt (RFC 8493): manifest-sha256.txt has a checksum (SHA-256) of every file,
so that it can be shown that nothing has changed.

{files}

Made with fardplan {generator}. The same files always give the same package.
""",
)
DOCUMENT_PDF = Text("Dokumentet som PDF/A", "The document as PDF/A")
DOCUMENT_HTML = Text("Dokumentet som webbsida i en enda fil", "The document as a web page")
METADATA = Text("Uppgifter om dokumentet", "Facts about the document")
METADATA_XML = Text("Samma uppgifter som Dublin Core", "The same facts as Dublin Core")
CHANGES = Text(
    "Ändringarna sedan {version}, en version före den här",
    "The changes since {version}, a version before this one",
)
CHANGES_DATA = Text("Samma ändringar som data", "The same changes as data")
SOURCE = Text(
    "Färdplanens filer (YAML) och de filer som den hänvisar till",
    "The roadmap's files (YAML) and the files that it refers to",
)
SCHEMAS = Text(
    "Beskrivning av filernas format (JSON Schema)", "The format of the files (JSON Schema)"
)
