"""What stands at the head of the page of an area, a goal or an activity."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import Fact, Section
from fardplan.documents.compose._spoken import capital, flatten
from fardplan.documents.compose._view import View
from fardplan.documents.document import Status
from fardplan.documents.inline import join, plain
from fardplan.locales.text import Text
from fardplan.model.index import Entity

SOURCE, REMARK = Text("Källa", "Source"), Text("Anmärkning", "Remark")
STANDS = Text("{Plan}: {status}", "{Plan}: {status}")


def kicker(section: Section) -> str:
    """Return what it is with its number: "Aktivitet 1.1 · pilotprojekt"."""
    what, dot, kind = section.kicker.partition(" · ")
    return f"{what} {section.number}".rstrip() + dot + kind


def stand(view: View, shown: Status) -> str:
    """Return how the roadmap stands, so that nobody takes it for how its part stands."""
    if not shown.stated:
        return shown.badge.text
    return view.words(STANDS, status=shown.badge.text.lower())


def sources(view: View, entity: Entity) -> Iterator[Fact]:
    """Yield where it is taken from, and how that was read."""
    said = [view.source(source) for source in getattr(entity.value, "sources", ())]
    if said:
        yield Fact(view.words(SOURCE), capital(join(said, "; ")))
    if remarks := getattr(entity.value, "remarks", None):
        yield Fact(view.words(REMARK), flatten(remarks, view.lang))


def describe(view: View, section: Section) -> str:
    """Return a sentence for search engines: what it is, and where it belongs."""
    return f"{section.kicker}: {plain(section.title)} ({view.name_of_roadmap(view.edition.id)})"
