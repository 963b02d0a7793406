"""Lets a reason stand with the change that it explains, instead of beside it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._scope import Scope
from fardplan.model.base import Value

_EXPLAINED = frozenset(
    {
        ChangeKind.COMPLETED, ChangeKind.DATE_ADVANCED, ChangeKind.DATE_CHANGED,
        ChangeKind.DATE_SLIPPED, ChangeKind.DELEGATED, ChangeKind.DROPPED, ChangeKind.MOVED,
        ChangeKind.PRIORITY_CHANGED, ChangeKind.REOPENED, ChangeKind.RESUMED,
        ChangeKind.STATUS_CHANGED, ChangeKind.UNDELEGATED,
    }
)  # fmt: skip


_FIRST_SAID = frozenset({ChangeKind.PRIORITY_CHANGED, ChangeKind.STATUS_CHANGED})
"""Of these one that says something for the first time asks for no reason."""


def fold_reasons(changes: list[Change], new: Value, scope: Scope) -> list[Change]:
    """Give the reason in `new` to the changes that it explains.

    What is completed, or said for the first time, gets it only where nothing else does. A new
    wording of the reason is then no change of its own. What an inner part gives a reason for keeps
    that one.
    """
    if "reason" not in type(new).model_fields:
        return changes
    own = [one for one in changes if one.kind in _EXPLAINED and one.entity == scope.entity]
    if not own:
        return changes
    explained = {id(one) for one in filter(_asks_for_a_reason, own)} or set(map(id, own))
    reason = getattr(new, "reason", None)
    route = (*scope.path, "reason")
    folded = []
    for change in changes:
        if change.path == route and change.entity == scope.entity:
            continue
        if id(change) in explained and reason and "reason" not in change.details:
            details = MappingProxyType({**change.details, "reason": reason})
            change = replace(change, details=details)  # noqa: PLW2901
        folded.append(change)
    return folded


def _asks_for_a_reason(change: Change) -> bool:
    if change.kind in _FIRST_SAID:
        return change.old is not None
    return change.kind is not ChangeKind.COMPLETED
