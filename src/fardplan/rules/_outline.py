"""What the others may ask about one home, as plain values that can be kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from fardplan.model.edition import Edition
from fardplan.model.index import Index
from fardplan.model.terms import Profile
from fardplan.rules._decisions import deciders_of, find_adopted
from fardplan.rules._homes import Homes, Key
from fardplan.rules._links import FOLLOWED, LOOKED_BACK, Links
from fardplan.rules._parties import find_parties

T = TypeVar("T", bound="str | tuple[object, ...]")


@dataclass(frozen=True, slots=True)
class Outline:
    """One home: a roadmap, or what all roadmaps share."""

    leads: tuple[tuple[str, Key], ...] = ()
    """What its references lead to in other homes, with the keys that rules look back along."""
    goes_to: tuple[tuple[str, str], ...] = ()
    """The homes that its references lead to, with the keys that rings are looked for in."""
    declared: tuple[str, ...] = ()
    """What things in it were called before."""
    owners: tuple[Key, ...] = ()
    adopters: tuple[tuple[str, Key], ...] = ()
    """Who has adopted which roadmap, as far as this one records it."""
    is_vision: bool = False
    is_numbered: bool = False
    judged_as_of: tuple[str, int] | None = None
    """The day that it is judged as of by its own word, and the year that it is about."""
    is_half_known: bool = False
    incomplete: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    garbled: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    commented: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Any, ...]:
        """All that it says, in the order of its fields."""
        return tuple(getattr(self, name) for name in self.__slots__)


def draw_outline(home: str, homes: Homes, links: Links) -> Outline:
    """Return the outline of a home that was read."""
    part, edition = homes.part(home), homes.edition(home)
    others = [link for link in links.watched(home) if link.target.home != home]
    stated = edition.roadmap.judged_as_of if edition else None
    return Outline(
        leads=_sort((link.key, link.target.key) for link in others if link.key in LOOKED_BACK),
        goes_to=_sort((link.key, link.target.home) for link in others if link.key in FOLLOWED),
        declared=_sort(
            old
            for one in homes.index_of(home).by_key.values()
            for old in getattr(one.value, "previously", ())
        ),
        owners=(
            tuple(find_parties(homes.index, home, edition.roadmap.owners).members)
            if edition
            else ()
        ),
        adopters=_sort(_find_adopters(edition, homes.index)) if edition else (),
        is_vision=edition is not None and edition.roadmap.profile is Profile.VISION,
        is_numbered=edition is not None and bool(edition.roadmap.version),
        judged_as_of=(
            (stated.end.isoformat(), edition.roadmap.year)
            if edition and stated is not None and stated.end is not None
            else None
        ),
        is_half_known=home in part.half_known,
        incomplete=_sort(part.incomplete),
        unfit=_sort(part.misfits),
        garbled=_sort(part.garbled),
        lost=_sort(name for _, name in part.lost),
        commented=_sort(part.commented),
    )


def _find_adopters(edition: Edition, index: Index) -> Iterator[tuple[str, Key]]:
    for decision in edition.roadmap.decisions:
        for adopted in find_adopted(decision, edition.id, index):
            for party in find_parties(index, edition.id, deciders_of(decision)).members:
                yield adopted, party


def _sort(found: Iterable[T]) -> tuple[T, ...]:
    """Return each once, in an order that does not depend on how they were come by."""
    return tuple(sorted(set(found)))
