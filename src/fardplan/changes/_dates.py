"""How times are compared: later is a slip, with its size in months and days."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._levels import COMMITMENT, SAME_TIME, WITHDRAWN
from fardplan.changes._scope import Scope
from fardplan.model.time import FuzzyTime, days_between, months_between


def compare_times(
    old: FuzzyTime | None, new: FuzzyTime | None, scope: Scope, *, of_one_edition: bool = False
) -> Iterator[Change]:
    """Tell whether a time has become later, earlier, or merely another.

    Times are compared by their ends (hösten 2022 → våren 2023 is six months). Where one of them is
    open or not given there is nothing to measure, and none between the editions of two years where
    each has its own such time (the next revision). Such a time is not withdrawn either by an
    edition that has none yet.
    """
    if old == new:
        return
    years = scope.run.old.roadmap.year, scope.run.new.roadmap.year
    if old is None or new is None:
        its_own = of_one_edition and years[0] != years[1]
        withdrawn = new is None and scope.weight == COMMITMENT and not its_own
        yield scope.change(ChangeKind.DATE_CHANGED, old, new, WITHDRAWN if withdrawn else None)
        return
    before, after = old.in_term_of(years[0]), new.in_term_of(years[1])
    days = days_between(before, after)
    if of_one_edition and years[0] != years[1]:
        days = None
    if days:
        kind = ChangeKind.DATE_SLIPPED if days > 0 else ChangeKind.DATE_ADVANCED
        months = months_between(before, after) or 0
        yield scope.change(kind, old, new, months=abs(months), days=abs(days))
    else:
        same = (before.start, before.end) == (after.start, after.end)
        yield scope.change(ChangeKind.DATE_CHANGED, old, new, SAME_TIME if same else None)
