"""Who the parties are: each organisation by itself, and the plans that it has of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from fardplan.model.base import ACTOR_KINDS
from fardplan.model.edition import Collection
from fardplan.model.index import SHARED, Entity, Index
from fardplan.model.steering import OrganisationClass, Unit
from fardplan.model.terms import Profile

Key = tuple[str, str, str]
"""What tells entities apart: roadmap (empty when shared), kind, id."""


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

    def __init__(self, collection: Collection, index: Index) -> None:
        """Take everything that was read."""
        self._editions = collection.editions
        self._index = index

    @cached_property
    def owners(self) -> Mapping[str, Parties]:
        """The owners of each roadmap."""
        return {
            home: find_parties(self._index, home, edition.roadmap.owners)
            for home, edition in self._editions.items()
        }

    @cached_property
    def owned(self) -> Mapping[Key, tuple[str, ...]]:
        """The roadmaps that each organisation owns, alone or with others."""
        owned: dict[Key, list[str]] = {}
        for home, owners in self.owners.items():
            for key in owners.members:
                owned.setdefault(key, []).append(home)
        return {key: tuple(homes) for key, homes in owned.items()}

    @cached_property
    def _linked(self) -> frozenset[Key]:
        """The organisations of which a unit links to its plan (`plan_url`)."""
        units = self._index.by_kind.get((SHARED, "unit"), {})
        with_plan = [
            name
            for name, unit in units.items()
            if isinstance(unit.value, Unit) and unit.value.plan_url
        ]
        return frozenset(find_parties(self._index, SHARED, with_plan).members)

    def has_own_plan(self, party: Key, together: Parties) -> bool:
        """Tell whether a party has a plan beside the one that it shares with all of `together`."""
        return party in self._linked or any(
            self._is_own(home, together) for home in self.owned.get(party, ())
        )

    def _is_own(self, home: str, together: Parties) -> bool:
        if self._editions[home].roadmap.profile is Profile.VISION:
            return False
        owners = self.owners[home].members.keys()
        return len(owners) == 1 or not owners >= together.members.keys()
