"""What references from other roadmaps lead to in a roadmap that has changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from fardplan.changes._identity import Identity
from fardplan.changes._nodes import Node
from fardplan.changes._values import EntityRef
from fardplan.model.base import Value
from fardplan.model.edition import Edition
from fardplan.model.index import Entity, Index, Reference
from fardplan.model.roadmap import Roadmap


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to: as it is called now, or was if it is gone.

    `heirs` are what it has become under other ids.
    """

    entity: EntityRef
    is_gone: bool = False
    heirs: tuple[EntityRef, ...] = ()


@dataclass(slots=True)
class Above:
    """A roadmap in two versions, under all names by which references may call it."""

    old: Edition
    new: Edition
    identity: Identity
    names: frozenset[str]
    _indexes: tuple[Index, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Index both versions under the id of the newer one."""
        self._indexes = tuple(map(self._index, (self.new, self.old)))

    @property
    def id(self) -> str:
        """The id that the newer version has."""
        return self.new.id

    def find(self, reference: Reference) -> Target | None:
        """Return what a reference leads to in the newer version, else in the older one."""
        written = self._translate(reference.written)
        if written is None:
            return None
        new, old = (
            index.resolve(reference.home, written, reference.spec.refs).entity
            for index in self._indexes
        )
        if new:
            return Target(_ref(new))
        return Target(_ref(old), is_gone=True, heirs=tuple(self._heirs(old))) if old else None

    def _index(self, edition: Edition) -> Index:
        index = Index()
        index.add_edition(replace(edition, id=self.id))
        return index

    def _translate(self, written: str) -> str | None:
        """Return a reference with the roadmap under its present id; None if it is to another."""
        segments = written.split("/")
        at = 1 if len(segments) == 2 and segments[0] == "roadmap" else 0
        if segments[at] not in self.names:
            return None
        segments[at] = self.id
        return "/".join(segments)

    def _heirs(self, entity: Entity) -> Iterable[EntityRef]:
        nodes = self.identity.old.by_key[entity.kind, entity.id]
        heirs: dict[tuple[str, str], Node] = {
            heir.key: heir for node in nodes for heir in self.identity.heirs(node)
        }
        for heir in heirs.values():
            yield EntityRef(self.id, heir.kind, heir.id, _title(heir.value))


def _ref(entity: Entity) -> EntityRef:
    return EntityRef(entity.home, entity.kind, entity.id, _title(entity.value))


def _title(value: Value) -> str:
    short = value.short_title if isinstance(value, Roadmap) else None
    return str(short or getattr(value, "title", None) or "")
