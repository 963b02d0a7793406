"""Who works towards what in other roadmaps: references from one roadmap to another, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

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
    def of(cls, collection: Collection, index: Index) -> Mentions:
        """Find every reference of a collection that leads from one roadmap to another."""
        down: defaultdict[Key, dict[Key, Entity]] = defaultdict(dict)
        up: defaultdict[Key, dict[Key, Entity]] = defaultdict(dict)
        for edition in collection.editions.values():
            places: dict[tuple[str, Route], Entity] = {}
            for reference in references(edition):
                if "/" not in reference.written and "roadmap" not in reference.spec.refs:
                    continue
                target = index.resolve(
                    reference.home, reference.written, reference.spec.refs
                ).entity
                if target is None or target.home in (SHARED, edition.id):
                    continue
                if not TOWARDS.intersection(reference.route):
                    continue
                places = places or _places(index, edition.id)
                if owner := _owner(places, reference):
                    down[target.key][owner.key] = owner
                    up[owner.key][target.key] = target
        return cls(_frozen(down), _frozen(up))


def _frozen(found: Mapping[Key, Mapping[Key, Entity]]) -> dict[Key, tuple[Entity, ...]]:
    return {key: tuple(entities.values()) for key, entities in found.items()}


def _places(index: Index, roadmap: str) -> dict[tuple[str, Route], Entity]:
    """Return the entities of a roadmap by file and route."""
    own = (entity for entity in index.by_key.values() if entity.home == roadmap)
    return {(entity.file, entity.route): entity for entity in own}


def _owner(places: Mapping[tuple[str, Route], Entity], reference: Reference) -> Entity | None:
    """Return what makes a reference: the file's own entity, in roadmap.yaml the nearest one."""
    if not reference.file.endswith(("/roadmap.yaml", "/vision.yaml")):
        return places.get((reference.file, ()))
    routes = (reference.route[:length] for length in range(len(reference.route), -1, -1))
    return next((places[reference.file, one] for one in routes if (reference.file, one) in places),
                None)  # fmt: skip
