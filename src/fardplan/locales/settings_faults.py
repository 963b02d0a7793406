"""What is said of `fardplan.toml`."""

from __future__ import annotations

from fardplan.locales.text import Text

UNKNOWN_KEY = Text("Inställningen ”{key}” finns inte.", "There is no setting called “{key}”.")
UNKNOWN_RULE = Text("Det finns ingen regel som heter ”{key}”.", "There is no rule called “{key}”.")
UNKNOWN_KIND = Text(
    "Det finns inget slags ändring som heter ”{key}”.",
    "There is no kind of change called “{key}”.",
)
DID_YOU_MEAN = Text("Menade du {near}?", "Did you mean {near}?")
KNOWN_KEYS = Text("Här kan stå: {known}.", "What can stand here: {known}.")
SEE_RULES = Text("Reglerna visas med fardplan rules.", "fardplan rules lists the rules.")
SEE_KINDS = Text(
    "Slagen står som kind i det som fardplan diff -f json skriver.",
    "The kinds stand as kind in what fardplan diff -f json writes.",
)

BAD_VALUE = Text("{key} kan inte vara ”{value}”.", "{key} cannot be “{value}”.")
WRITE_LANGUAGE = Text('Skriv "sv" eller "en".', 'Write "sv" or "en".')
WRITE_SEVERITY = Text(
    'Skriv "error" (fel), "warning" (varning), "info" (upplysning) eller "off" (av).',
    'Write "error", "warning", "info" or "off".',
)
WRITE_LEVEL = Text(
    'Skriv "major" (försvagat åtagande), "minor" (ändring) eller "editorial" (språklig ändring).',
    'Write "major" (a weakened commitment), "minor" (a change) or "editorial" (of wording).',
)
WRITE_SWITCH = Text(
    "Skriv true (ja) eller false (nej), utan citattecken.",
    "Write true or false, without quotation marks.",
)
WRITE_URL = Text(
    "Skriv en hel webbadress som börjar med https://, utan mellanslag.",
    "Write a whole web address that begins with https://, without spaces.",
)
WRITE_EMAIL = Text(
    "Skriv en e-postadress: namn@kommunen.se.", "Write a mail address: name@example.se."
)
WRITE_DAY = Text("Skriv en dag så här: 2026-03-01.", "Write a day like this: 2026-03-01.")
WRITE_COMPLIANCE = Text(
    'Skriv "full" (helt förenlig), "partial" (delvis förenlig) eller "none" (inte förenlig).',
    'Write "full", "partial" or "none": fully, partially or not compliant.',
)
WRITE_ASSESSOR = Text(
    'Skriv "self" (självskattning) eller "external" (granskning av någon utomstående).',
    'Write "self" (a self-assessment) or "external" (an assessment by a third party).',
)
WRITE_REASON = Text(
    'Skriv "not-compliant" (uppfyller inte kraven), "burden" (oskäligt betungande att anpassa, '
    '12\u00a0§) eller "not-covered" (omfattas inte av lagen, 9\u00a0§).',
    'Write "not-compliant", "burden" (a disproportionate burden, section 12) or "not-covered" '
    "(not covered by the law, section 9).",
)
WRITE_ROWS = Text(
    "Skriv [[accessibility.not-accessible]] på en egen rad för varje brist, och uppgifterna om "
    "den under.",
    "Write [[accessibility.not-accessible]] on a line of its own for each shortcoming, and what "
    "is known of it below.",
)
LACKS = Text(
    "Tillgänglighetsredogörelsen saknar {key}: {what}.",
    "The accessibility statement lacks {key}: {what}.",
)
WRITE_LACKING = Text(
    "Skriv {key} under [accessibility], eller statement-url om redogörelsen finns någon "
    "annanstans.",
    "Write {key} below [accessibility], or statement-url if the statement stands elsewhere.",
)
WRITE_ORGANISATION = Text("Skriv name under [organisation].", "Write name below [organisation].")
WRITE_IN_ROW = Text(
    "Skriv {key} under [[accessibility.not-accessible]].",
    "Write {key} below [[accessibility.not-accessible]].",
)
WRITE_PATH = Text(
    "Skriv vägen till en fil i arkivet, räknat från fardplan.toml: bilder/logo.svg.",
    "Write the path of a file in the repository, counted from fardplan.toml: images/logo.svg.",
)
WRITE_LINE = Text(
    "Skriv en text på en rad inom citattecken.", "Write one line of text in quotation marks."
)
NO_TABLE = Text(
    "{key} är en rubrik för flera inställningar och kan inte vara ”{value}”.",
    "{key} is a heading for several settings and cannot be “{value}”.",
)
WRITE_TABLE = Text(
    "Skriv [{key}] på en egen rad och inställningarna under den.",
    "Write [{key}] on a line of its own and the settings below it.",
)

NO_TEXT = Text(
    "fardplan.toml går inte att läsa (rad {line}): spara filen med teckenkodningen UTF-8.",
    "fardplan.toml cannot be read (line {line}): save the file in the character encoding UTF-8.",
)
TWICE = Text(
    "fardplan.toml går inte att läsa (rad {line}): samma inställning står två gånger. "
    "Ta bort den ena.",
    "fardplan.toml cannot be read (line {line}): the same setting stands twice. Delete one.",
)
UNCLOSED = Text(
    "fardplan.toml går inte att läsa (rad {line}): det saknas ett citattecken i slutet av en text.",
    "fardplan.toml cannot be read (line {line}): a text lacks its closing quotation mark.",
)
NO_EQUALS_SIGN = Text(
    'fardplan.toml går inte att läsa (rad {line}). Skriv så här: namn = "värde". '
    "Namn med å, ä eller ö ska stå inom citattecken.",
    'fardplan.toml cannot be read (line {line}). Write like this: name = "value". '
    "Names with other letters than a–z go into quotation marks.",
)
NO_QUOTES = Text(
    "fardplan.toml går inte att läsa (rad {line}): värdet saknas eller är ingen text, inget tal "
    'och inget ja eller nej. Sätt raka citattecken om texter: namn = "värde".',
    "fardplan.toml cannot be read (line {line}): the value is missing, or no text, number, true "
    'or false. Put straight quotation marks around texts: name = "value".',
)
NOT_TOML = Text(
    "fardplan.toml går inte att läsa (rad {line}). Jämför raden med de andra: en inställning på "
    "varje rad, med likhetstecken, och varje citattecken och parentes avslutad.",
    "fardplan.toml cannot be read (line {line}). Compare the line with the others: one setting on "
    "each line, with an equals sign, and every quotation mark and bracket closed.",
)
