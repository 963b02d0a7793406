"""A timeline: activities as bars and milestones as points, in groups, with time as it is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fardplan.figures import time_marks
from fardplan.figures.drawing import NARROW, WIDE, Drawing, Role, Shape
from fardplan.figures.legend import Sign, draw_legend
from fardplan.figures.lettering import height_of, stack, wrap
from fardplan.figures.time_axis import Span, TimeAxis
from fardplan.locales.text import Lang, Text

CERTAIN = Text("tiden är känd", "the time is known")
ROUGH_EDGE = Text("börjar eller slutar någon gång här", "begins or ends some time here")
ROUGH = Text("någon gång inom den här tiden", "some time within these limits")
GOES_ON = Text("slutet anges inte, eller löpande", "no end is stated, or all the time")
LEFT_OUT = Text(
    "Utan angiven tid, och därför bara i tabellen: {count}.",
    "Without a stated time, and therefore in the table only: {count}.",
)
MOMENT = Text("milstolpe eller händelse", "milestone or event")

_INDENT = 18
_PLAIN: Role = "ink"
_QUIET: Role = "muted"


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold something that goes on, or a `moment` in it; without a known time it is not drawn."""

    label: str
    span: Span
    moment: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Hold entries that belong together under a title, or without one."""

    title: str
    entries: tuple[Entry, ...]


def known(groups: Sequence[Group]) -> tuple[Entry, ...]:
    """Return the entries whose time is known, which are those that are drawn."""
    return tuple(entry for group in groups for entry in group.entries if entry.span.is_known)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Say where labels and time go: side by side on a page, one above the other on a phone."""

    width: float
    size: float
    label_width: float
    left: float
    right: float
    beside: bool


_WIDE = _Layout(WIDE, 14, 288, 306, WIDE - time_marks.REACH - 2, beside=True)
_NARROW = _Layout(NARROW, 13, NARROW, 13, NARROW - 13, beside=False)


def draw_timeline(
    name: str,
    title: str,
    description: str,
    groups: Sequence[Group],
    lang: Lang,
    *,
    years: tuple[int, int] | None = None,
    narrow: bool = False,
) -> Drawing:
    """Return the timeline of those entries whose time is known; ValueError if none is.

    `years` are the first and last of the axis, for timelines that are read together.
    """
    layout = _NARROW if narrow else _WIDE
    shown = known(groups)
    first, last = years or years_of(groups)
    axis = TimeAxis(first, last, layout.left, layout.right)
    top = layout.size * 1.6
    rows, bottom = _rows(groups, axis, layout, top + 6)
    grid = tuple(axis.lane(top, bottom, layout.size)) if layout.beside else ()
    signs = [(sign, text.say(lang)) for sign, text in _signs(shown)]
    key, height = draw_legend(signs, bottom + 12, layout.width, layout.size)
    if left_out := sum(len(group.entries) for group in groups) - len(shown):
        lines = wrap(LEFT_OUT.say(lang, count=left_out), layout.width, layout.size)
        key += stack(lines, 0, height + 4, size=layout.size, role="muted")
        height += 4 + height_of(lines, layout.size)
    shapes = (*grid, *axis.head(top, layout.size), *rows, *key)
    return Drawing(name, title, description, layout.width, height + 2, shapes)


def years_of(groups: Sequence[Group]) -> tuple[int, int]:
    """Return the first and last year of what is drawn; ValueError if nothing has a known time."""
    days = [day for entry in known(groups) for day in entry.span.days]
    return min(days).year, max(days).year


def height_of_title(title: str) -> float:
    """Return how much room the title of a group takes on a page."""
    return _above(title, _WIDE)[1]


def height_of_entry(entry: Entry) -> float:
    """Return how much room an entry takes on a page, nothing where it is not drawn."""
    return _label(entry, _WIDE)[1] if entry.span.is_known else 0


def _above(title: str, layout: _Layout) -> tuple[tuple[str, ...], float]:
    lines = wrap(title, layout.label_width, layout.size, strong=True)
    return lines, height_of(lines, layout.size) + 12 if lines else 0


def _label(entry: Entry, layout: _Layout) -> tuple[tuple[str, ...], float]:
    room = layout.label_width - (_INDENT if entry.moment else 0)
    lines = wrap(entry.label, room, layout.size, most=2)
    return lines, height_of(lines, layout.size) + (6 if layout.beside else 28)


def _rows(
    groups: Sequence[Group], axis: TimeAxis, layout: _Layout, y: float
) -> tuple[tuple[Shape, ...], float]:
    """Return all rows from a height on, and where they end."""
    shapes: list[Shape] = []
    for group in groups:
        entries = known((group,))
        if entries:
            title, high = _above(group.title, layout)
            shapes += stack(title, 0, y + 8, size=layout.size, strong=True)
            y += high
        for entry in entries:
            shapes += _row(entry, axis, layout, y)
            y += _label(entry, layout)[1]
    return tuple(shapes), y


def _row(entry: Entry, axis: TimeAxis, layout: _Layout, y: float) -> Iterator[Shape]:
    lines, _ = _label(entry, layout)
    indent, role = (_INDENT, _QUIET) if entry.moment else (0, _PLAIN)
    yield from stack(lines, indent, y, size=layout.size, role=role)
    high = height_of(lines, layout.size)
    middle = y + (high / 2 if layout.beside else high + 10)
    if not layout.beside:
        yield from axis.lane(middle - 9, middle + 9, layout.size)
    draw = time_marks.draw_moment if entry.moment else time_marks.draw_bar
    yield from draw(entry.span, axis, middle)


def _signs(entries: Sequence[Entry]) -> Iterator[tuple[Sign, Text]]:
    """Yield the signs that are there."""
    bars = [entry.span for entry in entries if not entry.moment]
    cores = [span for span in bars if time_marks.has_core(span)]
    if cores:
        yield time_marks.certain, CERTAIN
    if any(map(time_marks.is_rough, cores)):
        yield time_marks.rough_edge, ROUGH_EDGE
    if any(map(time_marks.is_rough, (entry.span for entry in entries if _has_limits(entry)))):
        yield time_marks.rough, ROUGH
    if any(span.ends is None for span in bars):
        yield time_marks.going_on, GOES_ON
    if any(entry.moment for entry in entries):
        yield time_marks.on_a_day, MOMENT


def _has_limits(entry: Entry) -> bool:
    return entry.moment or not time_marks.has_core(entry.span)
