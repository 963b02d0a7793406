"""Who the parties are: each organisation by itself, and the plans that it has of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from fardplan.model.base import ACTOR_KINDS
from fardplan.model.index import SHARED, Entity, Index
from fardplan.model.steering import OrganisationClass, Unit
from fardplan.rules._homes import Homes, Key

if TYPE_CHECKING:
    from fardplan.rules._outline import Outline


@dataclass(frozen=True, slots=True)
class Parties:
    """Organisations, in the order in which they are named."""

    members: Mapping[Key, Entity]
    whole: bool
    """Whether every name led somewhere; else there may be more of them."""


def find_parties(index: Index, home: str, written: Iterable[str]) -> Parties:
    """Return the organisations that names of actors in `home` stand for.

    A class stands for its members; a group, a unit or a role for the organisation it belongs to,
    and for itself where that is not said.
    """
    found: dict[Key, Entity] = {}
    seen: set[Key] = set()
    whole = True
    waiting = [(home, name) for name in reversed(tuple(written))]
    while waiting:
        place, name = waiting.pop()
        entity = index.resolve(place, name, ACTOR_KINDS).entity
        if entity is None:
            whole = False
        elif entity.key not in seen:
            seen.add(entity.key)
            above = getattr(entity.value, "organisation", None)
            if isinstance(entity.value, OrganisationClass):
                waiting += [(entity.home, member) for member in reversed(entity.value.members)]
            elif above:
                waiting.append((entity.home, above))
            else:
                found[entity.key] = entity
    return Parties(found, whole)


class Ownership:
    """Which roadmaps and plans belong to which organisation, worked out once for all roadmaps."""

    def __init__(self, homes: Homes, outlines: Mapping[str, Outline]) -> None:
        """Take what was read, and what is known of the homes that need not be."""
        self._homes = homes
        self._outlines = outlines

    def homes_of(self, party: Key) -> tuple[str, ...]:
        """Return the roadmaps that an organisation owns, alone or with others."""
        self._homes.trace.note("ownership")
        return self._owned.get(party, ())

    def adopters(self, roadmap: str, home: str) -> frozenset[Key]:
        """Return the organisations that have adopted a roadmap, as another one records it."""
        self._homes.trace.note("adopters", roadmap, home)
        outline = self._outlines.get(home)
        return (
            frozenset(who for what, who in outline.adopters if what == roadmap)
            if outline
            else frozenset()
        )

    @cached_property
    def _owned(self) -> Mapping[Key, tuple[str, ...]]:
        owned: dict[Key, list[str]] = {}
        for home in self._homes.names:
            for key in self._outlines[home].owners:
                owned.setdefault(key, []).append(home)
        return {key: tuple(homes) for key, homes in owned.items()}

    def _is_linked(self, party: Key) -> bool:
        """Tell whether a unit of an organisation links to its plan (`plan_url`)."""
        linked = self._homes.trace.once("linked", self._find_linked)
        return party in linked

    def _find_linked(self) -> frozenset[Key]:
        units = self._homes.index.by_kind.get((SHARED, "unit"), {})
        with_plan = [
            name
            for name, unit in units.items()
            if isinstance(unit.value, Unit) and unit.value.plan_url
        ]
        return frozenset(find_parties(self._homes.index, SHARED, with_plan).members)

    def has_own_plan(self, party: Key, together: Parties) -> bool:
        """Tell whether a party has a plan beside the one that it shares with all of `together`."""
        return self._is_linked(party) or any(
            self._is_own(home, together) for home in self.homes_of(party)
        )

    def _is_own(self, home: str, together: Parties) -> bool:
        outline = self._outlines[home]
        if outline.is_vision:
            return False
        return len(outline.owners) == 1 or not set(outline.owners) >= together.members.keys()
