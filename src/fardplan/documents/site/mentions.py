"""Who works towards what in other roadmaps: references from one roadmap to another, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from fardplan.documents.compose._view import Crossing
from fardplan.model.edition import Collection
from fardplan.model.fields import Route
from fardplan.model.index import SHARED, Entity, Index, Reference, references

TOWARDS: Final = frozenset(
    {"implements", "contributes_to", "maps_to", "statements", "statement", "vision", "goal", "area"}
)
"""The keys that say what something is meant to bring about."""

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Mentions:
    """The entities that work towards an entity in another roadmap, and those it works towards."""

    down: Mapping[Key, tuple[Entity, ...]] = field(default_factory=dict)
    up: Mapping[Key, tuple[Entity, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, crossing: Crossing, index: Index) -> Mentions:
        """Tell of the references that may lead from one roadmap to another which do, and where."""
        down: defaultdict[Key, dict[Key, Entity]] = defaultdict(dict)
        up: defaultdict[Key, dict[Key, Entity]] = defaultdict(dict)
        own = _by_home(index)
        for home, found in crossing.items():
            places: dict[tuple[str, Route], Entity] = {}
            for reference in found:
                target = index.resolve(
                    reference.home, reference.written, reference.spec.refs
                ).entity
                if target is None or target.home in (SHARED, home):
                    continue
                if not TOWARDS.intersection(reference.route):
                    continue
                places = places or {(one.file, one.route): one for one in own[home]}
                if owner := _owner(places, reference):
                    down[target.key][owner.key] = owner
                    up[owner.key][target.key] = target
        return cls(_frozen(down), _frozen(up))


def _frozen(found: Mapping[Key, Mapping[Key, Entity]]) -> dict[Key, tuple[Entity, ...]]:
    return {key: tuple(entities.values()) for key, entities in found.items()}


def find_crossing(collection: Collection) -> Crossing:
    """Return the references that may lead from one roadmap to another, by where they stand."""
    return {
        name: tuple(one for one in references(edition) if may_cross(one))
        for name, edition in collection.editions.items()
    }


def may_cross(reference: Reference) -> bool:
    """Tell whether a reference is written in a way that may lead to another roadmap."""
    return "/" in reference.written or "roadmap" in reference.spec.refs


def _by_home(index: Index) -> Mapping[str, list[Entity]]:
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in index.by_key.values():
        found[entity.home].append(entity)
    return found


def _owner(places: Mapping[tuple[str, Route], Entity], reference: Reference) -> Entity | None:
    """Return what makes a reference: the file's own entity, in roadmap.yaml the nearest one."""
    if not reference.file.endswith(("/roadmap.yaml", "/vision.yaml")):
        return places.get((reference.file, ()))
    routes = (reference.route[:length] for length in range(len(reference.route), -1, -1))
    return next((places[reference.file, one] for one in routes if (reference.file, one) in places),
                None)  # fmt: skip
