"""Organisations, bodies and places that the roadmap speaks of and that are called something new."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._scope import Run, Scope
from fardplan.changes._values import EntityRef
from fardplan.model.edition import Edition
from fardplan.model.index import SHARED, Index, references


def compare_shared(run: Run) -> Iterator[Change]:
    """Tell of new names among what both versions refer to (landsting became region)."""
    old_index, new_index = run.references.old_index, run.references.new_index
    used = _used(run.old, old_index) & _used(run.new, new_index)
    for key in sorted(used):
        old, new = old_index.by_key[key], new_index.by_key[key]
        if old.title != new.title:
            entity = EntityRef(SHARED, new.kind, new.id, new.title)
            scope = Scope(run, entity).at("title")
            yield scope.change(ChangeKind.RENAMED, old.title, new.title)


def _used(edition: Edition, index: Index) -> set[tuple[str, str, str]]:
    """Return the shared entities that a roadmap refers to."""
    found = (
        index.resolve(edition.id, reference.written, reference.spec.refs).entity
        for reference in references(edition)
    )
    return {entity.key for entity in found if entity and entity.home == SHARED}
