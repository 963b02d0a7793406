"""Areas, goals and activities that are handed over to another plan, or taken back."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._scope import Scope, compares
from fardplan.changes._walk import compare_values
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area

_PLAN = ("plan",)


@compares(Activity, Area, Goal, keys=("delegated_to",))
def delegated_to(
    old: Activity | Area | Goal, new: Activity | Area | Goal, scope: Scope
) -> Iterator[Change]:
    """Compare the plan in which something is handled instead."""
    before, after = old.delegated_to, new.delegated_to
    show, here = scope.run.references.show, scope.into(new, "delegated_to")
    if before is None and after is not None:
        yield here.change(ChangeKind.DELEGATED, None, show(after.plan, _PLAN, old=False))
    elif before is not None and after is None:
        yield here.change(ChangeKind.UNDELEGATED, show(before.plan, _PLAN, old=True), None)
    elif before is not None and after is not None:
        yield from compare_values(before, after, here)
