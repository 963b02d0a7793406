"""What the backends themselves say around a document's own text."""

from __future__ import annotations

from fardplan.locales.text import Lang, Text


def say(name: str, lang: Lang, /, **values: object) -> str:
    """Return the text that a template names; KeyError if there is none."""
    text = globals()[name.upper()]
    if not isinstance(text, Text):
        raise KeyError(name)
    return text.say(lang, **values)


SKIP = Text("Hoppa till innehållet", "Skip to the content")
CONTENTS = Text("Innehåll", "Contents")
TO_TOP = Text("Till toppen", "Back to top")
NOTES = Text("Noter", "Notes")
NOTE = Text("Not {number}", "Note {number}")
BACK_TO_TEXT = Text("Tillbaka till texten vid not {number}", "Back to the text at note {number}")
CONTACT = Text("Kontakt", "Contact")
LICENCE = Text("Licens för innehållet:", "Licence of the content:")
UPDATED = Text("Senast uppdaterad:", "Last updated:")
MADE_WITH = Text("Framställd med {generator}", "Made with {generator}")
STATUS = Text("Status", "Status")
FACTS = Text("Fakta om dokumentet", "About this document")
OTHER_FORMS = Text("Andra format och versioner", "Other formats and versions")
PAGE = Text("Sida {page} av {pages}", "Page {page} of {pages}")
DONE = Text("Finns:", "In place:")
MISSING = Text("Saknas:", "Missing:")
DELETED = Text("Borttaget:", "Removed:")
INSERTED = Text("Tillagt:", "Added:")
END_OF_CHANGE = Text("Slut på ändringen.", "End of change.")
CLOSED = Text(
    "Efter det sista steget börjar arbetet om från steg 1.",
    "After the last step the work starts again from step 1.",
)
SOURCE = Text("Källa:", "Source:")
AS_TABLE = Text("Visa som tabell", "Show as a table")
NOW = Text("Pågår nu", "Happening now")
