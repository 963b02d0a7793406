"""How something hangs together with other levels, as blocks and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from fardplan.documents.blocks import Blocks, Fact, Facts, Item, Items, Section
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Link, join
from fardplan.documents.site.issues import Site
from fardplan.documents.site.mentions import Mentions
from fardplan.documents.site.page import Related
from fardplan.documents.site.places import SitePlaces
from fardplan.locales.text import Text
from fardplan.model.index import Entity
from fardplan.model.terms import Level

TITLE = Text("Sambandet med andra färdplaner", "How it relates to other roadmaps")
UP = Text("Det här bidrar till", "This contributes to")
UP_VISION = Text("I målbilden", "In the vision")
UP_COUNTY = Text(
    "Länets mål som det här bidrar till", "Goals of the county that this contributes to"
)
DOWN = Text("Vilka som arbetar med det här", "Who works with this")
DOWN_MUNICIPAL = Text("Kommuner som arbetar med det här", "Municipalities that work with this")
THROUGH = Text("genom ”{via}”", "through “{via}”")
KINDS = {
    "roadmap": Text("hela färdplanen", "the whole roadmap"),
    "vision": Text("hela målbilden", "the whole vision"),
}

Through = tuple[Entity, str]
"""What is contributed to, and the title of what does so where it is not the subject itself."""


def find_up(mentions: Mentions, chain: Sequence[Entity]) -> tuple[Through, ...]:
    """Return what an entity works towards in other roadmaps, itself and through what it is in.

    `chain` holds the entity and then what it stands under, the nearest first.
    """
    found: dict[tuple[str, str, str], Through] = {}
    for place, entity in enumerate(chain):
        for target in mentions.up.get(entity.key, ()):
            found.setdefault(target.key, (target, entity.title if place else ""))
    return tuple(found.values())


def connections(
    view: View, up: Sequence[Through], down: Sequence[Entity], anchor: str = "samband"
) -> tuple[Section, ...]:
    """Return the chapter on what something works towards, and who works towards it."""
    blocks: Blocks = ()
    if up:
        rows = tuple(_rows(view, [(one, _words(view, one, via)) for one, via in up]))
        blocks += (Facts(rows, title=view.words(_up_title([one for one, _ in up], view))),)
    if down:
        rows = tuple(_rows(view, [(one, _words(view, one, "")) for one in down]))
        blocks += (Facts(rows, title=view.words(_down_title(down, view))),)
    return (Section(anchor, view.words(TITLE), blocks=blocks),) if blocks else ()


def related(site: Site, entities: Sequence[Entity]) -> tuple[Related, ...]:
    """Return entities as data, those alone that the site has a place for."""
    places = SitePlaces(site, "")
    return tuple(
        Related(one.kind, one.home, one.id, one.title, address)
        for one in entities
        if (address := places.find(one))
    )


def _rows(view: View, said: Sequence[tuple[Entity, Inline]]) -> Iterator[Fact]:
    """Yield a row for each roadmap, by its name."""
    ordered = sorted(said, key=lambda one: (_rank(view, one[0]), one[0].home))
    for home, group in groupby(ordered, key=lambda one: one[0].home):
        words = [capital(inline) for _, inline in group]
        label = view.name_of_roadmap(home)
        if len(words) == 1:
            yield Fact(label, words[0])
        else:
            yield Fact(label, blocks=(Items(tuple(map(Item, words))),))


def _words(view: View, entity: Entity, via: str) -> Inline:
    kind = KINDS.get(entity.kind)
    words = view.words(kind) if kind else view.name_of(entity)
    address = view.address_of(entity)
    link: Inline = Link(words, address) if address else words
    return join([link, f"({view.words(THROUGH, via=via)})"], " ") if via else link


def _level(view: View, entity: Entity) -> Level | None:
    edition = view.collection.editions.get(entity.home)
    return edition.roadmap.level if edition else None


def _rank(view: View, entity: Entity) -> int:
    levels = list(Level)
    level = _level(view, entity)
    return levels.index(level) if level else len(levels)


def _up_title(targets: Sequence[Entity], view: View) -> Text:
    if all(_level(view, one) is Level.COUNTY and one.kind == "goal" for one in targets):
        return UP_COUNTY
    return UP


def _down_title(owners: Sequence[Entity], view: View) -> Text:
    if all(_level(view, one) is Level.MUNICIPAL for one in owners):
        return DOWN_MUNICIPAL
    return DOWN
