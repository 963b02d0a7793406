"""Compares two versions of a roadmap by meaning."""

from __future__ import annotations

import json
from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._entities import compare_entity, tell_added, tell_removed
from fardplan.changes._identity import Identity
from fardplan.changes._nodes import FILE_KINDS
from fardplan.changes._references import References
from fardplan.changes._registry import COMPARERS, WHOLE
from fardplan.changes._scope import Run
from fardplan.changes._values import plain
from fardplan.changes._walk import compare_values
from fardplan.model.edition import Edition
from fardplan.model.index import Index

_KINDS = list(ChangeKind)


def compare(
    old: Edition,
    new: Edition,
    old_index: Index,
    new_index: Index,
    identity: Identity | None = None,
) -> tuple[Change, ...]:
    """Return everything that differs in meaning between two versions of a roadmap.

    The indexes give references their titles and meaning; `identity` is who is who in the two, where
    that is known already. The answer does not depend on the order of keys, files or sets; it is
    sorted by entity, and empty for a version and itself.
    """
    identity = identity or Identity.of(old, new)
    references = References(old, new, old_index, new_index, identity)
    run = Run(old, new, identity, references, COMPARERS, compare_values)
    changes = list(_compare_files(run))
    for whole in WHOLE:
        changes += whole(run)
    return tuple(sorted(changes, key=_sort_key))


def _compare_files(run: Run) -> Iterator[Change]:
    """Compare what has a file of its own, and through that all the rest."""
    identity = run.identity
    for kind in FILE_KINDS:
        for new in identity.new.of_kind(kind):
            before = identity.old_of(new)
            if before:
                yield from compare_entity(before, new, run)
            elif not identity.origins(new):
                yield from tell_added(new, run)
        for old in identity.old.of_kind(kind):
            if not identity.heirs(old):
                yield from tell_removed(old, run)


def _sort_key(change: Change) -> tuple[object, ...]:
    entity = change.entity
    rank = FILE_KINDS.index(entity.kind) if entity.kind in FILE_KINDS else len(FILE_KINDS)
    values = json.dumps([plain(change.old), plain(change.new)], sort_keys=True)
    path = tuple(str(part) for part in change.path)
    return rank, entity.kind, entity.id, path, _KINDS.index(change.kind), values
