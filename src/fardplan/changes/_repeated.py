"""Counts in how many years a time has slipped: what is put off again and again is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._compare import compare
from fardplan.changes._values import EntityRef
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.index import Index

_Name = tuple[str, str]
_Time = tuple[_Name, Route]

YEARS = "years"
"""The detail of a slip that says in how many years the time has slipped, from two on."""


def slips(change: Change) -> bool:
    """Tell whether a change puts off something that is still to come."""
    return change.kind is ChangeKind.DATE_SLIPPED and not change.details.get("kept")


def note_repeated(
    changes: Sequence[Change], old: Edition, new: Edition, earlier: Sequence[Edition]
) -> tuple[Change, ...]:
    """Return the changes, each slip with the number of years in which that time has slipped.

    `earlier` are the editions of the years before that of `new`, one a year, oldest first. A time
    that was put off by several steps within a year slipped in one year.
    """
    series = [*earlier, new]
    found = {_time(change): {new.roadmap.year} for change in changes if slips(change)}
    if not earlier or not found:
        return tuple(changes)
    if old.roadmap.year <= earlier[-1].roadmap.year:  # not all of it happened in the last year
        found = {time: set() for time in found}
    called = {time: time for time in found}
    for before, after in reversed(list(pairwise(series))):
        step = _compare(before, after)
        late = {_time(change) for change in step if slips(change)}
        for time, then in called.items():
            if then in late:
                found[time].add(after.roadmap.year)
        names = _earlier_names(step)
        called = {time: (names.get(then[0], then[0]), then[1]) for time, then in called.items()}
    return tuple(_note(change, len(found.get(_time(change), ()))) for change in changes)


def _note(change: Change, years: int) -> Change:
    if years < 2 or not slips(change):
        return change
    return replace(change, details=MappingProxyType({**change.details, YEARS: years}))


def _time(change: Change) -> _Time:
    path = tuple(part for part in change.path if not isinstance(part, int))
    return (change.entity.kind, change.entity.id), path


def _compare(before: Edition, after: Edition) -> tuple[Change, ...]:
    indexes = Index(), Index()
    for index, edition in zip(indexes, (before, after), strict=True):
        index.add_edition(edition)
    return compare(before, after, *indexes)


def _earlier_names(changes: Iterable[Change]) -> dict[_Name, _Name]:
    """Return what was called otherwise in the older edition, by what it is called in the newer."""
    return {
        (change.new.kind, change.new.id): (change.old.kind, change.old.id)
        for change in changes
        if change.kind is ChangeKind.REIDENTIFIED
        and isinstance(change.old, EntityRef)
        and isinstance(change.new, EntityRef)
    }
