"""Indicators: baseline, measurements and targets, and what the indicator measures at all."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._fields import DEFINITION
from fardplan.changes._leaves import compare_leaf, compare_leaves
from fardplan.changes._levels import COMMITMENT
from fardplan.changes._lists import pair_items
from fardplan.changes._scope import Scope, compares
from fardplan.changes._targets import compare_targets
from fardplan.changes._walk import compare_values
from fardplan.model.fields import field_of, fields_of
from fardplan.model.indicator import Indicator, Measurement

_DEFINITION = tuple(
    spec.key for spec in fields_of(Indicator) if ("Indicator", spec.key) in DEFINITION
)


@compares(Indicator, keys=_DEFINITION)
def definition(old: Indicator, new: Indicator, scope: Scope) -> Iterator[Change]:
    """Compare what is measured and how; another definition makes the values incomparable."""
    for key in _DEFINITION:
        spec = field_of(Indicator, key)
        if spec is None:
            continue
        before, after = getattr(old, key), getattr(new, key)
        compare = compare_leaf if spec.shape == "one" else compare_leaves
        here = scope.into(new, key)
        if any(True for _ in compare(new, spec, before, after, here)):
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
        row = here.at(str(getattr(after, "period", "")))
        had, has = _is_measured(before), _is_measured(after)
        if had == has:
            yield from compare_values(before, after, row)
        elif has:
            yield row.change(ChangeKind.MEASURED, None, after)
        else:
            yield row.change(ChangeKind.MEASUREMENT_REMOVED, before, None)
    for value in pairing.added:
        kind = ChangeKind.MEASURED if _is_measured(value) else ChangeKind.ADDED
        yield here.at(str(getattr(value, "period", ""))).change(kind, None, value)
    for value in pairing.removed:
        kind = ChangeKind.MEASUREMENT_REMOVED if _is_measured(value) else ChangeKind.REMOVED
        yield here.at(str(getattr(value, "period", ""))).change(kind, value, None)
    if orders := pairing.new_order():
        yield here.change(ChangeKind.REORDERED, *orders)


@compares(Indicator, keys=("targets",))
def targets(old: Indicator, new: Indicator, scope: Scope) -> Iterator[Change]:
    """Compare the values to reach, by year."""
    direction = new.direction if new.direction is old.direction else None
    here = scope.into(new, "targets").at(weight=COMMITMENT)
    yield from compare_targets(old.targets, new.targets, direction, here)


def _is_measured(value: object) -> bool:
    """Tell whether there is a value, and not only the reason why there is none."""
    return isinstance(value, Measurement) and (
        value.value is not None or any(group.value is not None for group in value.by)
    )
