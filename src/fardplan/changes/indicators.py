"""Indicators: baseline, measurements and targets, and what the indicator measures at all."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._fields import DEFINITION
from fardplan.changes._lists import pair_items
from fardplan.changes._scope import Scope, compares
from fardplan.changes._targets import compare_targets
from fardplan.changes._walk import compare_field, compare_values
from fardplan.model.base import Value
from fardplan.model.fields import fields_of
from fardplan.model.indicator import Indicator, Measurement

_DEFINITION = tuple(spec for spec in fields_of(Indicator) if ("Indicator", spec.key) in DEFINITION)


@compares(Indicator, keys=tuple(spec.key for spec in _DEFINITION))
def definition(old: Indicator, new: Indicator, scope: Scope) -> Iterator[Change]:
    """Compare what is measured and how; another definition makes the values incomparable."""
    for spec in _DEFINITION:
        before, after = getattr(old, spec.name), getattr(new, spec.name)
        here = scope.into(new, spec.key)
        if any(True for _ in compare_field(new, spec, before, after, here)):
            yield here.change(ChangeKind.DEFINITION_CHANGED, before, after)


@compares(Indicator, keys=("baseline",))
def baseline(old: Indicator, new: Indicator, scope: Scope) -> Iterator[Change]:
    """Compare the value before the start."""
    before, after, here = old.baseline, new.baseline, scope.into(new, "baseline")
    had, has = _is_measured(before), _is_measured(after)
    if has and not had:
        yield here.change(ChangeKind.BASELINE_ADDED, None, after)
    elif had and not has:
        yield here.change(ChangeKind.BASELINE_REMOVED, before, None)
    elif before is not None and after is not None:
        yield from compare_values(before, after, here)
    elif before is not after:
        yield here.change(ChangeKind.METADATA_CHANGED, before, after)


@compares(Indicator, keys=("measurements",))
def measurements(old: Indicator, new: Indicator, scope: Scope) -> Iterator[Change]:
    """Compare the later values by period."""
    pairing = pair_items(old.measurements, new.measurements, scope)
    here = scope.into(new, "measurements")
    for before, after, _ in pairing.pairs:
        row = _at(here, after)
        had, has = _is_measured(before), _is_measured(after)
        if had == has:
            yield from compare_values(before, after, row)
        elif has:
            yield row.change(ChangeKind.MEASURED, None, after)
        else:
            yield row.change(ChangeKind.MEASUREMENT_REMOVED, before, None)
    for value in pairing.added:
        kind = ChangeKind.MEASURED if _is_measured(value) else ChangeKind.ADDED
        yield _at(here, value).change(kind, None, value)
    for value in pairing.removed:
        kind = ChangeKind.MEASUREMENT_REMOVED if _is_measured(value) else ChangeKind.REMOVED
        yield _at(here, value).change(kind, value, None)
    if orders := pairing.new_order():
        yield here.change(ChangeKind.REORDERED, *orders)


@compares(Indicator, keys=("targets",))
def targets(old: Indicator, new: Indicator, scope: Scope) -> Iterator[Change]:
    """Compare the values to reach, by year."""
    direction = new.direction if new.direction is old.direction else None
    yield from compare_targets(old.targets, new.targets, direction, scope.into(new, "targets"))


def _at(scope: Scope, measurement: Value) -> Scope:
    """Return the scope of a measurement, which is known by its period."""
    return scope.at(str(getattr(measurement, "period", None)))


def _is_measured(value: object) -> bool:
    """Tell whether there is a value, and not only the reason why there is none."""
    return isinstance(value, Measurement) and (
        value.value is not None or any(group.value is not None for group in value.by)
    )
