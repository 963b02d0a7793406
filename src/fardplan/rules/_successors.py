"""What in a målbild seems to have taken the place of something in an earlier version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fardplan.changes._identity import Identity
    from fardplan.changes._nodes import Node

_KINDS = ("perspective", "statement")


@dataclass(frozen=True, slots=True)
class Successor:
    """An id that is gone and the new one in its place; alike, or only where the old one stood."""

    kind: str
    old: str
    new: str
    is_alike: bool


def successors(identity: Identity) -> Iterator[Successor]:
    """Yield what has another id and does not say what it was, in the order of the new version."""
    for kind in _KINDS:
        for new in identity.scores:
            old = identity.old_of(new)
            if new.kind == kind and old:
                yield Successor(kind, old.id, new.id, is_alike=True)
        yield from _stand_ins(identity, kind)


def _stand_ins(identity: Identity, kind: str) -> Iterator[Successor]:
    """Yield what is new where something is gone, among others that have stayed."""
    gone: dict[Node | None, list[Node]] = defaultdict(list)
    come: dict[Node | None, list[Node]] = defaultdict(list)
    stayed: set[Node | None] = set()
    for old in (node for node in identity.old.all if node.kind == kind):
        if not identity.heirs(old):
            gone[identity.new_of(old.parent) if old.parent else None].append(old)
    for new in (node for node in identity.new.all if node.kind == kind):
        if identity.origins(new):
            stayed.add(new.parent)
        else:
            come[new.parent].append(new)
    for place in stayed:
        for old, new in zip(gone[place], come[place], strict=False):
            yield Successor(kind, old.id, new.id, is_alike=False)
