"""`fardplan render`: a roadmap as a document to publish, print or send for consultation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import FORMAT, OutputFile, RoadmapId, session_of
from fardplan.commands._output import emit, is_screen, name_first
from fardplan.commands._progress import Progress
from fardplan.commands._usage import WrongUsage
from fardplan.locales.commands import both
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from fardplan.pipeline.archiving import Archived
    from fardplan.pipeline.rendering import Made

DETAILS = both(
    """Dokumentet skrivs till skärmen. Ange -o för att få det i en fil.

    Går något i filerna inte att läsa står det som det är skrivet, sist i dokumentet. Då är
    slutkoden 1.""",
    """The document is written to the screen. Give -o to get it in a file.

    What cannot be read in the files is shown as it is written, last in the document. The exit code
    is then 1.""",
)
CUT = Text(
    "Publicera inte dokumentet än: det är inte helt. De här filerna går inte att läsa fullt ut: "
    "{files}. Visa felen: fardplan validate",
    "Do not publish the document yet: it is not whole. These files cannot be read in full: "
    "{files}. Show the errors: fardplan validate",
)
CUT_IN_THE_PAST = Text(
    "Dokumentet är inte helt. De här filerna går inte att läsa fullt ut: {files}.",
    "The document is not whole. These files cannot be read in full: {files}.",
)
BOXES = Text(
    "Inget av typsnitten har {signs}. I PDF:en visas rutor i stället, men uppläsning och sökning "
    "fungerar. Lägg ett typsnitt som har dem i {folder}",
    "None of the fonts has {signs}. The PDF shows boxes instead, but reading aloud and searching "
    "work. Put a font that has them in {folder}",
)
FONTS = "templates/roadmap/typst/fonts/"
"""Where a repository puts a font that every template then has."""
NO_STATEMENT = Text(
    "Dokumentet länkar inte till någon tillgänglighetsredogörelse. Ange statement-url under "
    "[accessibility] i fardplan.toml.",
    "The document does not link to an accessibility statement. Give statement-url under "
    "[accessibility] in fardplan.toml.",
)
NO_ADDRESS = Text(
    "Dokumentet länkar inte till den version som gäller. Ange base-url under [site] i "
    "fardplan.toml.",
    "The document does not link to the version in force. Give base-url under [site] in "
    "fardplan.toml.",
)
MAKING = Text("Gör dokumentet", "Making the document")
TAKEN = Text("Version: {how}.", "Version: {how}.")
NOT_ON_SCREEN = Text(
    "Formatet {format} går inte att visa i terminalen. Skriv det till en fil: -o {file}",
    "The format {format} cannot be shown in the terminal. Write it to a file: -o {file}",
)
WRITTEN = Text("Skrev {file}.", "Wrote {file}.")


class Format(StrEnum):
    """What the document is written as."""

    ARCHIVE = "archive"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "markdown"
    PDF = "pdf"


ENDINGS = {Format.ARCHIVE: "zip", Format.DOCX: "docx", Format.PDF: "pdf"}
"""How the file of each form is called that is no text, and so goes to no terminal."""


Rev = Annotated[
    str | None,
    typer.Option(
        "--rev",
        metavar=both("VERSION", "VERSION"),
        help=both(
            "En tidigare version: ett år, ett versionsnummer, en tagg eller en git-revision.",
            "An earlier version: a year, a version number, a tag or a git revision.",
        ),
        autocompletion=_completions.versions,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar=both("VERSION", "VERSION"),
        help=both(
            "Märk det som är nytt, ändrat, genomfört eller utgår sedan den versionen, och lägg "
            "till bilagan ”Förändringar sedan …”.",
            "Mark what is new, changed, completed or dropped since that version, and add the "
            "annex “Changes since …”.",
        ),
        autocompletion=_completions.versions,
    ),
]
TemplateName = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar=both("MALL", "TEMPLATE"),
        help=both(
            "Mallens namn i templates/, eller en mapp. Annars mallen i fardplan.toml.",
            "The template's name in templates/, or a folder. Else the one in fardplan.toml.",
        ),
    ),
]


def render(
    ctx: typer.Context,
    roadmap: RoadmapId,
    output_format: Annotated[Format, FORMAT] = Format.HTML,
    output: OutputFile = None,
    rev: Rev = None,
    since: Since = None,
    template: TemplateName = None,
) -> int:
    """Write the document; say which version was taken, and end with 1 where it is not whole."""
    from fardplan.pipeline.rendering import Wanted, make_document

    session = session_of(ctx)
    if output_format in ENDINGS and is_screen(output) and sys.stdout.isatty():
        file = f"{roadmap}.{ENDINGS[output_format]}"
        raise WrongUsage(NOT_ON_SCREEN, format=output_format.value, file=file)
    wanted = Wanted(roadmap, rev, template, since)
    made: Archived | Made
    advice: tuple[Text, ...] = ()
    boxes: tuple[str, ...] = ()
    with Progress(session, MAKING) if output_format in ENDINGS else nullcontext():
        if output_format is Format.ARCHIVE:
            from fardplan.pipeline.archiving import make_archive

            made = make_archive(session.root, wanted)
            boxes = made.boxes
        else:
            made = make_document(session.root, wanted)
            advice = tuple(_advise(made, output_format))
        written = made.write(output_format)
    session.detail(TAKEN, how=made.version.explain(session.lang))
    emit(written, output)
    if not is_screen(output):
        session.note(WRITTEN, file=output)
        for text in advice:
            session.note(text)
    if output_format is Format.PDF:
        boxes = _find_boxes(written)
    if boxes:
        session.note(BOXES, signs=name_first(boxes), folder=FONTS)
    if not made.faulty:
        return ExitCode.OK
    past = made.version.is_past  # what has been can be mended no more
    session.note(CUT_IN_THE_PAST if past else CUT, files=name_first(made.faulty))
    return ExitCode.OK if past else ExitCode.FOUND


def _advise(made: Made, output_format: Format) -> Iterator[Text]:
    """Yield which settings a document lacks that is to be published."""
    if made.lacks_address:
        yield NO_ADDRESS
    published = made.edition.roadmap.status != "draft"
    if output_format is Format.HTML and published and made.document.statement is None:
        yield NO_STATEMENT


def _find_boxes(written: str | bytes) -> tuple[str, ...]:
    """Return what a PDF shows as boxes."""
    from fardplan.documents.pdf.boxes import find_boxes

    return find_boxes(written) if isinstance(written, bytes) else ()
