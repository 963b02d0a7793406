"""What could not be read in the files: shown as it is written, so that nothing is lost unseen."""

from __future__ import annotations

from dataclasses import dataclass

from fardplan.documents.blocks import Cell, Paragraph, Section
from fardplan.documents.compose._chapter import chapter
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Muted
from fardplan.locales.text import Text

TITLE = Text("Det här gick inte att läsa", "What could not be read")
INTRO = Text(
    "Det här har inte fått sin plats i dokumentet. Uppgifterna står som de är skrivna i filerna.",
    "This has no place of its own in the document. It is shown as written in the files.",
)
WHERE, WHAT = Text("Var", "Where"), Text("Uppgift", "What")
WRITTEN = Text("Så står det", "As written")
PARTLY = Text("hela filen eller delar av den", "the whole file or parts of it")


@dataclass(frozen=True, slots=True)
class Unread:
    """Hold a value that could not be read: where it stands, what it is, and how it is written.

    Without `what`, some or all of the file at `where` could not be read.
    """

    where: str
    what: str = ""
    written: str = ""


def unread_section(view: View, found: tuple[Unread, ...]) -> Section | None:
    """Return what could not be read as a table, or None where all could."""
    if not found:
        return None
    head = (view.words(WHERE), view.words(WHAT), view.words(WRITTEN))
    body = ((one.where, one.what or Cell(Muted(view.words(PARTLY))), one.written) for one in found)
    intro = Paragraph(view.words(INTRO))
    return chapter("olasbart", view.words(TITLE), (intro, set_table("", head, body)))
