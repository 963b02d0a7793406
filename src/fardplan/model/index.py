"""Finds entities by reference, and all references in a roadmap.

A reference is `id` inside a roadmap, `roadmap/id` across roadmaps; where several kinds are possible
also `kind/id` and `roadmap/kind/id`. What a roadmap does not define itself is looked up among the
shared organisations.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from fardplan.model.base import Value, numbered
from fardplan.model.edition import Collection, Edition
from fardplan.model.fields import (
    FieldSpec,
    Route,
    fields_of,
    fields_with_entities,
    models_in,
    parts,
)

SHARED = ""
"""The home of what all roadmaps share."""


class Entity(NamedTuple):
    """Something that can be referred to, with where it stands."""

    home: str
    kind: str
    id: str
    title: str
    file: str
    route: Route
    value: Value

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells entities apart: roadmap (empty when shared), kind, id."""
        return self.home, self.kind, self.id


class Reference(NamedTuple):
    """One written reference."""

    home: str
    file: str
    route: Route
    owner: Value
    spec: FieldSpec
    written: str


class Resolution(NamedTuple):
    """What a reference leads to: one entity, or none, or several to choose from."""

    entity: Entity | None = None
    candidates: tuple[Entity, ...] = ()


@dataclass(slots=True)
class Index:
    """All entities of a collection by (home, kind, id)."""

    by_key: MutableMapping[tuple[str, str, str], Entity] = field(default_factory=dict)
    duplicates: list[tuple[Entity, Entity]] = field(default_factory=list)
    by_kind: dict[tuple[str, str], dict[str, Entity]] = field(default_factory=dict)

    @classmethod
    def of(cls, collection: Collection) -> Index:
        """Build the index of all roadmaps and of what they share."""
        index = cls()
        for path, document in collection.shared_documents():
            index.add_document(SHARED, path, "", document)
        for edition in collection.editions.values():
            index.add_edition(edition)
        return index

    def over(self, below: Index) -> Index:
        """Return an index that finds in `below` what this one lacks."""
        return Index(by_key=ChainMap(self.by_key, below.by_key))

    def add_edition(self, edition: Edition) -> None:
        """Add one roadmap and everything in it."""
        for document, value in edition.documents():
            own_id = edition.id if document in ("roadmap.yaml", "vision.yaml") else _stem(document)
            self.add_document(edition.id, edition.path_of(document), own_id, value)

    def add_document(self, home: str, file: str, own_id: str, document: Value) -> None:
        """Add the entity that a file is, and those inside it."""
        for route, value in parts(document, fields=fields_with_entities):
            kind = value.entity_kind
            if kind and (entity_id := getattr(value, value.identity, None) if route else own_id):
                title = str(getattr(value, "title", None) or entity_id)
                self._add(Entity(home, kind, str(entity_id), title, file, route, value))

    def _add(self, entity: Entity) -> None:
        first = self.by_key.setdefault(entity.key, entity)
        if first is not entity:
            self.duplicates.append((first, entity))
            return
        self.by_kind.setdefault((entity.home, entity.kind), {})[entity.id] = entity

    def find(self, home: str, kind: str, entity_id: str) -> Entity | None:
        """Return the entity with that id in `home` (or shared), or None."""
        return self.by_key.get((home, kind, entity_id)) or self.by_key.get(
            (SHARED, kind, entity_id)
        )

    def resolve(self, home: str, written: str, kinds: tuple[str, ...]) -> Resolution:
        """Return what `written`, standing in the roadmap `home`, leads to."""
        found = {
            entity.key: entity
            for place, kind, entity_id in _readings(home, written, kinds)
            if (entity := self._read(home, place, kind, entity_id))
        }
        own = [entity for entity in found.values() if entity.home == home] or list(found.values())
        return Resolution(own[0]) if len(own) == 1 else Resolution(None, tuple(own))

    def _read(self, home: str, place: str, kind: str, entity_id: str) -> Entity | None:
        """Find what a reference means: only what is written without a roadmap may be shared."""
        if place == home:
            return self.find(home, kind, entity_id)
        return self.by_key.get((place, kind, entity_id))

    def titles(self, home: str, kinds: tuple[str, ...]) -> Iterator[Entity]:
        """Yield everything of these kinds that can be referred to by a bare id in `home`."""
        for place in dict.fromkeys((home, SHARED)):
            for kind in kinds:
                yield from self.by_kind.get((place, kind), {}).values()


def _stem(document: str) -> str:
    return document.rpartition("/")[2].removesuffix(".yaml")


def _readings(home: str, written: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield every (home, kind, id) that `written` may mean."""
    segments = written.split("/")
    if len(segments) == 1:
        for kind in kinds:
            yield (written if kind == "roadmap" else home), kind, written
    elif len(segments) == 2:
        first, last = segments
        if first in kinds:
            yield (last if first == "roadmap" else home), first, last
        for kind in kinds:
            yield first, kind, last
    elif len(segments) == 3 and segments[1] in kinds:
        yield segments[0], segments[1], segments[2]


def references(edition: Edition) -> Iterator[Reference]:
    """Yield every reference in the files of a roadmap."""
    for document, value in edition.documents():
        yield from references_in(edition.id, edition.path_of(document), value)


def references_in(home: str, file: str, document: Value) -> list[Reference]:
    """Return every reference in one file, in the order of the model."""
    found: list[Reference] = []
    _collect(document, (), (home, file), found)
    return found


def _collect(value: Value, route: Route, where: tuple[str, str], found: list[Reference]) -> None:
    """Add the references in a value. Only where some can stand is looked: most fields hold none."""
    held = value.__dict__
    for spec in _leading_to_references(type(value)):
        if not (content := held[spec.name]):
            continue
        here = (*route, spec.key)
        if isinstance(content, str):
            found.append(Reference(*where, here, value, spec, content))
        elif isinstance(content, Value):
            _collect(content, here, where, found)
        else:
            for at, item in content.items() if spec.shape == "mapping" else numbered(content):
                if isinstance(item, Value):
                    _collect(item, (*here, at), where, found)
                else:
                    found.append(Reference(*where, (*here, at), value, spec, str(item)))


@cache
def _leading_to_references(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the fields that hold references, or values in which some can stand."""
    return tuple(
        spec
        for spec in fields_of(model)
        if spec.refs or any(_has_references(held) for held in models_in(spec.model))
    )


def _has_references(model: type[Value]) -> bool:
    return any(spec.refs for spec in fields_of(model))
