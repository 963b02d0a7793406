"""The course of an indicator: baseline, measured values and targets, with what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fardplan.documents.blocks import Blocks, Table
from fardplan.documents.compose._values import is_percent, say_value
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._figure import Frame, make_figure
from fardplan.figures.course import Kind, Point, draw_course
from fardplan.figures.drawing import Drawing
from fardplan.figures.time_axis import Span
from fardplan.locales.text import Text
from fardplan.model.indicator import Indicator, Measurement, Target
from fardplan.model.number import Number
from fardplan.model.steering_terms import Comparison
from fardplan.model.time import FuzzyTime

BASELINE = Text("Baslinjen är {value} ({time}).", "The baseline is {value} ({time}).")
LATEST = Text("Det senaste värdet är {value} ({time}).", "The latest value is {value} ({time}).")
TARGET = Text("Målet är {value} {year}.", "The target is {value} in {year}.")
MISSING = Text("Värde saknas för {times}.", "Values are missing for {times}.")


@dataclass(frozen=True, slots=True)
class Aim:
    """Hold a target as a value in a year, counted from the baseline where it is a change."""

    target: Target
    year: int
    value: Number


def aims(indicator: Indicator) -> tuple[Aim, ...]:
    """Return the targets that are a value of the indicator itself, in the order of time."""
    found = [aim for target in indicator.targets if (aim := _aim(indicator, target))]
    return tuple(sorted(found, key=lambda aim: aim.year))


def _aim(indicator: Indicator, target: Target) -> Aim | None:
    own = target.relative_to in (None, Comparison.OWN_TARGET, Comparison.BASE_YEAR)
    if target.year is None or not own:
        return None
    if target.value is not None:
        return Aim(target, target.year, target.value)
    start = indicator.baseline.value if indicator.baseline else None
    if target.change is None or start is None:
        return None
    return Aim(target, target.year, Number.of(start.value + target.change.value))


def shows_course(indicator: Indicator) -> bool:
    """Tell whether there are two values in time or more to draw."""
    values = sum(one.value is not None for one in _measured(indicator))
    return values + len(aims(indicator)) > 1


def _measured(indicator: Indicator) -> Iterator[Measurement]:
    """Yield the baseline and the later values whose time has a date, in the order of time."""
    first = (indicator.baseline,) if indicator.baseline else ()
    for one in (*first, *sorted(indicator.measurements, key=lambda one: one.period.sort_key)):
        if Span.of(one.period, one.period).days:
            yield one


def indicator_figure(
    view: View, name: str, indicator: Indicator, caption: str, table: Table
) -> Blocks:
    """Return the course with the table of its values folded; see `shows_course`."""
    unit = indicator.unit if is_percent(indicator.unit) else None
    points = [*(_point(view, indicator, one, unit) for one in _measured(indicator))]
    points += [_target(view, aim, unit) for aim in aims(indicator)]

    def say(value: float) -> str:
        return say_value(view, Number.of(Decimal(f"{value:g}")), unit)

    def draw(frame: Frame) -> Drawing:
        return draw_course(*frame.words, points, view.lang, say, narrow=frame.narrow)

    told = " ".join(_told(view, indicator))
    return (make_figure(view, f"indikator-{name}", caption, told, table, draw),)


def _point(view: View, indicator: Indicator, one: Measurement, unit: str | None) -> Point:
    span = Span.of(one.period, one.period)
    if one.value is None:
        return Point("missing", span, None, "")
    kind: Kind = "baseline" if one is indicator.baseline else "measured"
    return Point(kind, span, float(one.value.value), say_value(view, one.value, unit))


def _target(view: View, aim: Aim, unit: str | None) -> Point:
    year = FuzzyTime.parse(str(aim.year))
    words = say_value(view, aim.value, unit)
    return Point("target", Span.of(year, year), float(aim.value.value), words)


def _told(view: View, indicator: Indicator) -> Iterator[str]:
    unit = indicator.unit
    given = list(_measured(indicator))
    values = [one for one in given if one.value is not None]
    if values and values[0] is indicator.baseline:
        yield _value(view, BASELINE, values.pop(0), unit)
    if values:
        yield _value(view, LATEST, values[-1], unit)
    for aim in aims(indicator):
        yield view.words(TARGET, value=say_value(view, aim.value, unit), year=aim.year)
    if missing := [one.period.say(view.lang) for one in given if one.value is None]:
        yield view.words(MISSING, times=missing)


def _value(view: View, text: Text, one: Measurement, unit: str | None) -> str:
    said = say_value(view, one.value, unit) if one.value else ""
    return view.words(text, value=said, time=one.period.say(view.lang))
