"""Entities that became several, or were put together."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._entities import enter
from fardplan.changes._nodes import Node
from fardplan.changes._scope import Run
from fardplan.changes._values import EntityRef


def compare_successions(run: Run) -> Iterator[Change]:
    """Tell of every split and merger that `previously:` declares."""
    identity = run.identity
    for old in identity.old.all:
        heirs = identity.heirs(old)
        if len(heirs) > 1:
            scope = enter(old, run, old=True)
            yield scope.change(ChangeKind.SPLIT, (scope.entity,), _refs(heirs, run, old=False))
    for new in identity.new.all:
        origins = identity.origins(new)
        if len(origins) > 1:
            scope = enter(new, run)
            yield scope.change(ChangeKind.MERGED, _refs(origins, run, old=True), (scope.entity,))


def _refs(nodes: tuple[Node, ...], run: Run, *, old: bool) -> tuple[EntityRef, ...]:
    return tuple(run.references.entity_of(node, old=old) for node in nodes)
