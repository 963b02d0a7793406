"""Where a goal or an activity belongs: another area, goal or precondition is a move."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._places import PARENTS
from fardplan.changes._scope import Scope, compares
from fardplan.model.activity import Activity, Goal
from fardplan.model.fields import field_of


@compares(Activity, keys=PARENTS)
def activity(old: Activity, new: Activity, scope: Scope) -> Iterator[Change]:
    """Compare the one thing that an activity belongs to, whatever its kind."""
    yield from _compare(old, new, scope, PARENTS)


@compares(Goal, keys=("area",))
def goal(old: Goal, new: Goal, scope: Scope) -> Iterator[Change]:
    """Compare the area that a goal belongs to."""
    yield from _compare(old, new, scope, ("area",))


def _compare(
    old: Activity | Goal, new: Activity | Goal, scope: Scope, keys: tuple[str, ...]
) -> Iterator[Change]:
    references = scope.run.references
    for key in keys:
        spec = field_of(type(new), key)
        before, after = getattr(old, key), getattr(new, key)
        if spec is None or references.agree(spec, before, after):
            continue
        was = next((name for name in keys if getattr(old, name)), None)
        is_now = next((name for name in keys if getattr(new, name)), None)
        yield scope.into(new, is_now or key).change(
            ChangeKind.MOVED,
            was and references.show(getattr(old, was), (was,), old=True),
            is_now and references.show(getattr(new, is_now), (is_now,), old=False),
        )
        return
