"""The entities of one version: everything with an id of its own, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from fardplan.model.base import Value
from fardplan.model.edition import FILES, FOLDERS, Edition
from fardplan.model.fields import fields_of

SINGLE = tuple(model.entity_kind for model in FILES.values())
"""The kinds of which a roadmap has one, called as the roadmap is."""
FILE_KINDS = tuple(model.entity_kind for model in (*FILES.values(), *FOLDERS.values()))
"""The kinds that are files, in the order in which changes are told."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One entity in one version; `parent` is the entity that it stands in."""

    kind: str
    id: str
    value: Value
    parent: Node | None
    depth: int

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by in its roadmap."""
        return self.kind, self.id

    @property
    def file(self) -> Node:
        """The entity that the file is."""
        return self.parent.file if self.parent else self


@dataclass(slots=True)
class Nodes:
    """All entities of an edition, in the order of the files and their lines."""

    all: list[Node] = field(default_factory=list)
    by_key: dict[tuple[str, str], list[Node]] = field(default_factory=dict)
    places: dict[Node, int] = field(default_factory=dict)
    """The place of each among all, from 0."""
    _by_value: dict[int, Node] = field(default_factory=dict)

    @classmethod
    def of(cls, edition: Edition) -> Nodes:
        """Collect the entities of an edition."""
        nodes = cls()
        for document, value in edition.documents():
            top = document in FILES
            nodes._add(value, edition.id if top else PurePosixPath(document).stem, None)
        return nodes

    def of_value(self, value: Value) -> Node | None:
        """Return the entity that a value of the model is, if it is one."""
        return self._by_value.get(id(value))

    def of_kind(self, kind: str) -> list[Node]:
        """Return the entities of a kind, by id."""
        return sorted((node for node in self.all if node.kind == kind), key=lambda node: node.id)

    def _add(self, value: Value, entity_id: str, parent: Node | None) -> None:
        node = Node(value.entity_kind, entity_id, value, parent, parent.depth + 1 if parent else 0)
        self.places[node] = len(self.all)
        self.all.append(node)
        self.by_key.setdefault(node.key, []).append(node)
        self._by_value[id(value)] = node
        self._descend(value, node)

    def _descend(self, value: Value, parent: Node) -> None:
        for item in inner(value):
            item_id = getattr(item, item.identity, None)
            if item.entity_kind and item_id:
                self._add(item, str(item_id), parent)
            else:
                self._descend(item, parent)


def inner(value: Value) -> Iterator[Value]:
    """Yield the models directly inside a model."""
    for spec in fields_of(type(value)):
        content = getattr(value, spec.name) if spec.model else None
        if isinstance(content, Value):
            yield content
        elif isinstance(content, dict):
            yield from content.values()
        elif content:
            yield from content
