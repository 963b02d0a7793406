"""Lets a moved end stand with the cancellation that moves it, instead of beside it.

What is dropped ends when it is dropped, and what is taken up again ends some other time: neither
is a delay, nor is anything ready sooner.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._scope import Scope
from fardplan.model.fields import Route

_STATUSES = frozenset({ChangeKind.DROPPED, ChangeKind.RESUMED})
_TIMES = frozenset({ChangeKind.DATE_ADVANCED, ChangeKind.DATE_CHANGED, ChangeKind.DATE_SLIPPED})
_ENDS: tuple[Route, ...] = (
    ("end",), ("date",), ("when",), ("projektplan", "timeline", "end"),
)  # fmt: skip
"""By when something is to be done, the one that says it best first."""


def fold_ends(changes: list[Change], scope: Scope) -> list[Change]:
    """Give what is dropped or taken up again its moved end; the end is then no change of its own.

    A second end that moves in the same way says the same; one that moves otherwise stays.
    """
    own = [one for one in changes if one.entity == scope.entity]
    status = next((one for one in own if one.kind in _STATUSES), None)
    moved = [one for one in own if one.kind in _TIMES and one.path in _ENDS]
    if status is None or not moved:
        return changes
    end = min(moved, key=lambda one: _ENDS.index(one.path))
    same = [one for one in moved if (one.old, one.new) == (end.old, end.new)]
    told = replace(status, details=MappingProxyType({**status.details, "end": end}))
    return [told if one is status else one for one in changes if one not in same]
