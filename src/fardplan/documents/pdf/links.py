"""Links inside a PDF, led to their places.

Where a place is, Typst knows only once all is laid out. Were it told of a link that leads there, it
would lay out again whatever the link stands in, up to the page: a third of its time. So the
template gives such a link an address of its own (`templates/roadmap/typst/tags.typ`), and here it
becomes what Typst would have made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import NameTree, Pdf, String

from fardplan.documents.blocks import Section
from fardplan.documents.document import Document, anchors
from fardplan.documents.pdf.typst_data import name_section
from fardplan.documents.template_fault import TemplateFault
from fardplan.locales.text import Text

ADDRESS = b"fardplan:"

_PAGE = Text("sida {page}", "page {page}")
_LOST = Text(
    "Mallen ”{name}” visar inte det som en länk leder till: {anchor}. Skriv "
    "#anchored(b.anchor, level) där det ska visas.",
    "The template “{name}” does not show what a link leads to: {anchor}. Write "
    "#anchored(b.anchor, level) where it is to be shown.",
)


def lead_links(pdf: Pdf, document: Document, template: str) -> None:
    """Lead each link to its place, and say where that is: the title of a section, and the page.

    TemplateFault where the template of that name does not show the place.
    """
    places = _places(pdf)
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    bearers = dict(anchors(document))
    for link in _links(pdf):
        name = String(bytes(link.A.URI).removeprefix(ADDRESS))
        anchor = bytes(name).decode()
        if str(name) not in places:
            raise TemplateFault(_LOST, name=template, anchor=anchor)
        said = _PAGE.say(document.lang, page=str(pages[places[str(name)][0].objgen]))
        if isinstance(section := bearers.get(anchor), Section):
            said = f"{name_section(section, document.lang)}, {said}"
        del link["/A"]
        link.Dest = name
        link.Contents = String(said)


def _places(pdf: Pdf) -> dict[str, Any]:
    """Return the page and the point of each place, by its name as pikepdf reads it."""
    names: Any = pdf.Root.get("/Names")
    if names is None or "/Dests" not in names:
        return {}
    return {str(name): place for name, place in NameTree(names.Dests).items()}


def _links(pdf: Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            action: Any = annotation.get("/A", {})
            if "/URI" in action and bytes(action.URI).startswith(ADDRESS):
                yield annotation
