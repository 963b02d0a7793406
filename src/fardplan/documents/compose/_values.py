"""Measured values in words: with their unit, with their time, or why they are missing."""

from __future__ import annotations

from decimal import Decimal

from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Muted, join
from fardplan.locales.text import Text
from fardplan.model.indicator import Breakdown, Indicator, Measurement, Target
from fardplan.model.number import Number

MISSING = Text("saknas: {reason}", "missing: {reason}")
MISSING_ONLY = Text("saknas", "missing")
INCREASE = Text("öka med {value}", "increase by {value}")
DECREASE = Text("minska med {value}", "decrease by {value}")
AGAINST = Text("jämfört med {what}", "compared with {what}")

_PERCENT = frozenset({"procent", "percent", "%"})
_NBSP = "\N{NO-BREAK SPACE}"


def say_value(view: View, number: Number, unit: str | None) -> str:
    """Return a value with its unit as tables write it: "14,5 %"."""
    said = number.say(view.lang)
    if unit is None:
        return said
    if is_percent(unit):
        return f"{said}{_NBSP}%" if view.lang == "sv" else f"{said}%"
    return f"{said} {unit}"


def is_percent(unit: str | None) -> bool:
    """Tell whether the unit is short enough to stand with every value of a table."""
    return unit is not None and unit.casefold() in _PERCENT


def measured(view: View, one: Measurement | Breakdown, unit: str | None) -> Inline:
    """Return a measured value, or why it is missing."""
    said: list[Inline] = [] if one.value is None else [say_value(view, one.value, unit)]
    if one.missing:
        said.append(Muted(view.words(MISSING, reason=one.missing)))
    return join(said) or Muted(view.words(MISSING_ONLY))


def with_period(view: View, one: Measurement | None, unit: str | None) -> Inline:
    """Return a value and its time on one line: "14,5 % (2024)"."""
    if one is None:
        return ""
    return join([measured(view, one, unit), f"({one.period.say_short(view.lang)})"], " ")


def latest(indicator: Indicator) -> Measurement | None:
    """Return the last measurement that has a value, else the last one."""
    in_time = sorted(indicator.measurements, key=lambda one: one.period.sort_key)
    with_value = [one for one in in_time if one.value is not None]
    return next(reversed(with_value or in_time), None)


def say_target(view: View, target: Target, unit: str | None) -> str:
    """Return what is to be reached, and when: "2026: 12 %", "2027: minska med 30 dagar (…)"."""
    said, about = [], []
    if target.value is not None:
        said.append(say_value(view, target.value, unit))
    if target.change is not None:
        said.append(_change(view, target.change.value, unit))
    if target.relative_to:
        about.append(view.words(AGAINST, what=target.relative_to))
    if target.text:
        (about if said else said).append(target.text)
    year = f"{target.year}: " if target.year else ""
    return year + ", ".join(said or about) + (f" ({'; '.join(about)})" if said and about else "")


def _change(view: View, change: Decimal, unit: str | None) -> str:
    value = say_value(view, Number.of(abs(change)), unit)
    return view.words(DECREASE if change < 0 else INCREASE, value=value)
