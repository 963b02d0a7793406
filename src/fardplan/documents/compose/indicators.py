"""The indicators: what is followed, from where to where, and what has been measured."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import Blocks, Cell, Column, Fact, Section, Table
from fardplan.documents.compose._labelled import listed, references, rows
from fardplan.documents.compose._outline import in_order
from fardplan.documents.compose._pieces import entity_blocks, prose
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._tables import narrow, set_table
from fardplan.documents.compose._values import (
    is_percent,
    latest,
    measured,
    say_target,
    say_value,
    with_period,
)
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures.indicator import (
    Aim,
    aims,
    indicator_figure,
    shows_course,
)
from fardplan.documents.inline import Muted, join
from fardplan.locales.text import Text, capitalise
from fardplan.model.indicator import Indicator, Measurement

INDICATORS, INDICATOR = Text("Indikatorer", "Indicators"), Text("Indikator", "Indicator")
CAPTION = Text("Indikatorerna i korthet", "The indicators at a glance")
BASELINE, TARGET = Text("Baslinje", "Baseline"), Text("Målvärde", "Target")
LATEST = Text("Senaste värde", "Latest value")
DIRECTION = Text("Riktning", "Direction")
MEASURED = Text("Uppmätta värden", "Measured values")
MEASURED_IN = Text("Uppmätta värden ({unit})", "Measured values ({unit})")
COURSE = Text("Uppmätta värden och målvärden", "Measured values and targets")
COURSE_IN = Text("Uppmätta värden och målvärden ({unit})", "Measured values and targets ({unit})")
WHEN, VALUE, ALL = Text("När", "When"), Text("Värde", "Value"), Text("Alla", "All")
SOURCE, COMMENT = Text("Källa", "Source"), Text("Kommentar", "Comment")
IS_TARGET = Text("{time} (målvärde)", "{time} (target)")
IS_BASELINE = Text("{time} (baslinje)", "{time} (baseline)")

_HANDLED = (
    "number", "title", "definition", "unit", "direction", "compare", "peers", "goals",
    "activities", "responsible", "frequency", "data_source", "baseline", "targets",
    "measurements", "text", "easy_read", "translations",
)  # fmt: skip


def compose_indicators(view: View) -> Section | None:
    """Return the table of indicators and what is known of each, or None where there are none."""
    ids = list(in_order(view.edition.indicators))
    if not ids:
        return None
    details = tuple(_section(view, one) for one in ids)
    return Section("indikatorer", view.words(INDICATORS), blocks=(_overview(view, ids), *details))


def _overview(view: View, ids: list[str]) -> Table:
    head = (
        view.words(INDICATOR), view.words(BASELINE), view.words(TARGET), view.words(LATEST),
        view.words(DIRECTION),
    )  # fmt: skip
    return set_table(view.words(CAPTION), head, (_summary(view, one) for one in ids))


def _summary(view: View, indicator_id: str) -> tuple[Cell | str, ...]:
    indicator = view.edition.indicators[indicator_id]
    unit = indicator.unit
    return (
        Cell(view.link(indicator_id, "indicator")),
        Cell(with_period(view, indicator.baseline, unit) or view.not_stated()),
        Cell(_last_target(view, indicator) or view.not_stated()),
        Cell(with_period(view, latest(indicator), unit) or view.not_stated()),
        capitalise(view.say(indicator.direction)) if indicator.direction else "",
    )


def _last_target(view: View, indicator: Indicator) -> str:
    """Return the target that lies furthest ahead; the others stand with the indicator."""
    if not indicator.targets:
        return ""
    last = max(indicator.targets, key=lambda one: one.year or 0)
    if last.value is not None and last.change is None:
        said = say_value(view, last.value, indicator.unit)
        return f"{said} ({last.year})" if last.year else said
    return say_target(view, last, indicator.unit)


def _section(view: View, indicator_id: str) -> Section:
    indicator = view.edition.indicators[indicator_id]
    return Section(
        view.anchor("indicator", indicator_id),
        view.noted(indicator.title, indicator),
        facts=view.facts(indicator, "unit", "direction", "frequency", "responsible"),
        blocks=(
            *prose(indicator.definition, indicator.text),
            *rows(_rows(view, indicator)),
            *_measurements(view, indicator_id, indicator),
            *entity_blocks(view, indicator),
            *view.remaining(indicator, *_HANDLED),
        ),
        number=indicator.number or "",
        kicker=view.words(INDICATOR),
        contents=False,
    )


def _rows(view: View, indicator: Indicator) -> Iterator[Fact | None]:
    yield _targets(view, indicator)
    yield _compared(view, indicator)
    yield view.fact(indicator, "data_source")
    yield references(view, indicator, "goals")
    yield references(view, indicator, "activities")


def _targets(view: View, indicator: Indicator) -> Fact | None:
    said = [say_target(view, one, indicator.unit) for one in indicator.targets]
    label = view.label(Indicator, "targets") if len(said) > 1 else view.words(TARGET)
    return listed(said, label) if said else None


def _compared(view: View, indicator: Indicator) -> Fact | None:
    peers = view.spoken(indicator, "peers")
    against = view.spoken(indicator, "compare")
    said = join([against, peers], ": ")
    return Fact(view.label(Indicator, "compare"), capital(said)) if said else None


def _measurements(view: View, indicator_id: str, indicator: Indicator) -> Blocks:
    """Return baseline, later values and targets in the order of time, a column for each group."""
    later = sorted(indicator.measurements, key=lambda one: one.period.sort_key)
    given = [*((indicator.baseline,) if indicator.baseline else ()), *later]
    drawn = shows_course(indicator)
    if not given and not drawn:
        return ()
    groups = tuple(dict.fromkeys(part.group for one in given for part in one.by))
    head: tuple[Column | str, ...] = (
        view.words(WHEN),
        narrow(view.words(ALL if groups else VALUE), numeric=True),
        *(narrow(capitalise(group), numeric=True) for group in groups),
        view.words(SOURCE),
        view.words(COMMENT),
    )
    body = [_measurement(view, indicator, one, groups) for one in given]
    if not drawn:
        return (set_table(_caption(view, indicator, MEASURED, MEASURED_IN), head, body),)
    body += [_aim(view, indicator, aim, groups) for aim in aims(indicator)]
    caption = _caption(view, indicator, COURSE, COURSE_IN)
    return indicator_figure(view, indicator_id, indicator, caption, set_table("", head, body))


def _caption(view: View, indicator: Indicator, text: Text, with_unit: Text) -> str:
    unit = indicator.unit
    return view.words(with_unit, unit=unit) if unit and not is_percent(unit) else view.words(text)


def _aim(
    view: View, indicator: Indicator, aim: Aim, groups: tuple[str, ...]
) -> tuple[Cell | str, ...]:
    unit = indicator.unit if is_percent(indicator.unit) else None
    said = say_target(view, aim.target, indicator.unit)
    counted = aim.target.value is None or aim.target.text
    return (
        Cell(view.words(IS_TARGET, time=str(aim.year))),
        Cell(say_value(view, aim.value, unit)),
        *(Cell(Muted("–")) for _ in groups),
        "",
        Cell(said if counted else ""),
    )


def _measurement(
    view: View, indicator: Indicator, one: Measurement, groups: tuple[str, ...]
) -> tuple[Cell | str, ...]:
    time = capitalise(one.period.say_short(view.lang))
    is_baseline = one is indicator.baseline
    unit = indicator.unit if is_percent(indicator.unit) else None
    by = {part.group: part for part in one.by}
    values = [
        Cell(measured(view, by[group], unit) if group in by else Muted("–")) for group in groups
    ]
    more = view.remaining(one, "period", "value", "by", "missing", "source", "comment")
    return (
        Cell(view.words(IS_BASELINE, time=time) if is_baseline else time, more),
        Cell(measured(view, one, unit)),
        *values,
        Cell(view.spoken(one, "source")),
        Cell(blocks=prose(one.comment)),
    )
