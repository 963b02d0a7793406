"""How targets are compared: by year, and by which way the indicator should move."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._dates import compare_times
from fardplan.changes._lists import pair_items
from fardplan.changes._scope import Scope
from fardplan.changes._walk import compare_keys
from fardplan.model.indicator import Target
from fardplan.model.number import Number
from fardplan.model.steering_terms import IndicatorDirection
from fardplan.model.time import FuzzyTime

_MORE_IS_HARDER = {
    IndicatorDirection.INCREASE: True,
    IndicatorDirection.THRESHOLD: True,
    IndicatorDirection.DECREASE: False,
    IndicatorDirection.GAP_DECREASE: False,
}


def compare_targets(
    old: tuple[Target, ...],
    new: tuple[Target, ...],
    direction: IndicatorDirection | None,
    scope: Scope,
) -> Iterator[Change]:
    """Compare targets: of the same year, else the same value in another year, else come or gone.

    Where the direction is not known, or has changed, nobody can say which value is harder.
    """
    gone, come = list(old), list(new)
    for target in old:  # several may be just the same
        if target in come:
            gone.remove(target)
            come.remove(target)
    for same in (_same_year, _same_value):
        for before in list(gone):
            twins = [after for after in come if same(before, after)]
            rivals = [other for other in gone if twins and same(other, twins[0])]
            if len(twins) == len(rivals) == 1:
                gone.remove(before)
                come.remove(twins[0])
                yield from _compare(before, twins[0], direction, scope)
    if len(gone) == len(come) == 1:
        yield from _compare(gone[0], come[0], direction, scope)
        return
    for target in gone:
        yield _at(scope, target).change(ChangeKind.TARGET_LOWERED, target, None)
    for target in come:
        yield _at(scope, target).change(ChangeKind.TARGET_RAISED, None, target)
    if orders := pair_items(old, new, scope).new_order():
        yield scope.change(ChangeKind.REORDERED, *orders)


def _same_year(old: Target, new: Target) -> bool:
    return old.year == new.year


def _same_value(old: Target, new: Target) -> bool:
    return (old.value, old.change, old.text) == (new.value, new.change, new.text)


def _compare(
    old: Target, new: Target, direction: IndicatorDirection | None, scope: Scope
) -> Iterator[Change]:
    here = _at(scope, new)
    yield from compare_times(_time(old.year), _time(new.year), here.into(new, "year"))
    for key in ("value", "change"):
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            yield _tell(before, after, direction, here.into(new, key).noting(year=new.year))
    yield from compare_keys(old, new, here, "relative_to", "text")


def _tell(
    old: Number | None, new: Number | None, direction: IndicatorDirection | None, scope: Scope
) -> Change:
    more_is_harder = _MORE_IS_HARDER.get(direction) if direction else None
    if old is None:
        return scope.change(ChangeKind.TARGET_RAISED, old, new)
    if new is None:
        return scope.change(ChangeKind.TARGET_LOWERED, old, new)
    if more_is_harder is None:
        return scope.change(ChangeKind.METADATA_CHANGED, old, new)
    harder = (new.value > old.value) == more_is_harder
    return scope.change(ChangeKind.TARGET_RAISED if harder else ChangeKind.TARGET_LOWERED, old, new)


def _time(year: int | None) -> FuzzyTime | None:
    return None if year is None else FuzzyTime.parse(str(year))


def _at(scope: Scope, target: Target) -> Scope:
    return scope.at(str(target.year or target.text or "0"))
