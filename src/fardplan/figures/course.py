"""The course of an indicator: from the baseline over the measured values to the targets."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from fardplan.figures.drawing import (
    NARROW,
    WIDE,
    Anchor,
    Box,
    Dot,
    Drawing,
    Rule,
    Shape,
    Words,
)
from fardplan.figures.legend import WIDTH, Sign, draw_legend
from fardplan.figures.lettering import measure
from fardplan.figures.time_axis import Span, TimeAxis
from fardplan.locales.text import Lang, Text

BASELINE, MEASURED = Text("baslinje", "baseline"), Text("uppmätt värde", "measured value")
TARGET = Text("målvärde", "target")
MISSING = Text("värde saknas", "value missing")

Kind = Literal["baseline", "measured", "target", "missing"]

_DOT, _CROSS = 5.5, 4.5
_FOOT = 16.0
"""The room below the values, where missing ones are marked."""


@dataclass(frozen=True, slots=True)
class Point:
    """Hold a value with its time and its words; without a value it is `missing`."""

    kind: Kind
    span: Span
    value: float | None
    words: str


@dataclass(frozen=True, slots=True)
class _Plot:
    """Say where times and values lie."""

    axis: TimeAxis
    top: float
    bottom: float
    low: float
    high: float

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def place(self, point: Point) -> tuple[float, float, float]:
        """Return where the period of a point begins, where its middle is, and where it ends."""
        days = point.span.days
        left = self.axis.x(min(days))
        right = self.axis.x(max(days), after=True)
        return left, (left + right) / 2, right


def draw_course(
    name: str,
    title: str,
    description: str,
    points: Sequence[Point],
    lang: Lang,
    say: Callable[[float], str],
    *,
    narrow: bool = False,
) -> Drawing:
    """Return the values over time; `say` words a value of the scale. Every time has a date."""
    width, size = (NARROW, 13.0) if narrow else (WIDE, 14.0)
    height = 190.0 if narrow else 230.0
    low, high, ticks = _scale([one.value for one in points if one.value is not None])
    left = max(measure(say(tick), size) for tick in ticks) + 10
    years = [day.year for one in points for day in one.span.days]
    axis = TimeAxis(min(years), max(years), left, width - 7)
    plot = _Plot(axis, 26, height - _FOOT, low, high)
    shapes = (
        *_grid(plot, ticks, say, height, size),
        *_periods(plot, points),
        *_line(plot, points),
        *_points(plot, points, height),
        *_labels(plot, points, size, width),
    )
    signs = [(sign, text.say(lang)) for sign, text in _signs(points)]
    legend, bottom = draw_legend(signs, height + 2 * size, width, size)
    return Drawing(name, title, description, width, bottom + 2, (*shapes, *legend))


def _scale(values: Sequence[float]) -> tuple[float, float, tuple[float, ...]]:
    """Return the ends of the scale and its round steps; zero is on it where it is not far off."""
    low, high = min(values), max(values)
    if 0 < low < 0.6 * high:
        low = 0
    if high <= low:
        low, high = low - 1, high + 1
    step = _round_step((high - low) / 4)
    first, last = math.floor(low / step), math.ceil(high / step)
    ticks = tuple(round(n * step, 10) for n in range(first, last + 1))
    return ticks[0], ticks[-1], ticks


def _round_step(least: float) -> float:
    power = float(f"1e{math.floor(math.log10(least))}")
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least * 0.999)


def _grid(
    plot: _Plot, ticks: Sequence[float], say: Callable[[float], str], foot: float, size: float
) -> Iterator[Shape]:
    axis = plot.axis
    for tick in ticks:
        y = plot.y(tick)
        yield Rule(axis.left, y, axis.right, y)
        yield Words(axis.left - 8, y + 0.35 * size, say(tick), "muted", size, anchor="end")
    yield from axis.lane(foot, foot + 5, size)
    yield from axis.foot(foot, size)


def _line(plot: _Plot, points: Sequence[Point]) -> Iterator[Shape]:
    """Yield the line through values that follow one another; a missing value breaks it."""
    for (x1, y1), (x2, y2) in _segments(plot, points):
        yield Rule(x1, y1, x2, y2, "accent", 2)


def _segments(
    plot: _Plot, points: Sequence[Point]
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for one, other in pairwise(point for point in points if point.kind != "target"):
        if one.value is not None and other.value is not None:
            yield (
                (plot.place(one)[1], plot.y(one.value)),
                (plot.place(other)[1], plot.y(other.value)),
            )


def _periods(plot: _Plot, points: Sequence[Point]) -> Iterator[Shape]:
    """Yield a light band over the time that each value tells of."""
    for one in points:
        left, _, right = plot.place(one)
        if one.value is not None and one.kind != "target" and right - left > 3 * _DOT:
            yield Box(left + 1, plot.y(one.value) - 3.5, right - left - 2, 7, "wash")


def _points(plot: _Plot, points: Sequence[Point], foot: float) -> Iterator[Shape]:
    for one in points:
        left, x, right = plot.place(one)
        if one.value is None:
            yield from _cross(x, foot - _FOOT / 2)
            continue
        y = plot.y(one.value)
        if one.kind == "target":
            yield from _target(left, right, y)
            continue
        yield from (_square(x, y) if one.kind == "baseline" else _dot(x, y))


def _square(x: float, y: float) -> Iterator[Shape]:
    yield Box(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT, "paper", "accent", 2)


def _dot(x: float, y: float) -> Iterator[Shape]:
    yield Dot(x, y, _DOT, "accent")


def _cross(x: float, y: float) -> Iterator[Shape]:
    yield Rule(x - _CROSS, y - _CROSS, x + _CROSS, y + _CROSS, "ink", 2)
    yield Rule(x - _CROSS, y + _CROSS, x + _CROSS, y - _CROSS, "ink", 2)


def _target(left: float, right: float, y: float) -> Iterator[Shape]:
    yield Rule(left + 2, y, right - 2, y, "ink", 2, dashed=True)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def _labels(plot: _Plot, points: Sequence[Point], size: float, width: float) -> Iterator[Shape]:
    """Yield the words of each value where they meet nothing; else the scale and the table tell."""
    taken = [box for one in points for box in _bodies(plot, one)]
    taken += [box for ends in _segments(plot, points) for box in _along(*ends)]
    for one in points:
        if one.value is None:
            continue
        _, x, _ = plot.place(one)
        for anchor, dx, dy in _places(size):
            words = Words(
                x + dx, plot.y(one.value) + dy, one.words, "ink", size, one.kind != "target", anchor
            )
            box = _box(words)
            inside = plot.axis.left <= box.left and box.right <= width and box.top >= 0
            if inside and box.bottom <= plot.bottom + _FOOT and not any(map(box.meets, taken)):
                taken.append(box)
                yield words
                break


def _places(size: float) -> Iterator[tuple[Anchor, float, float]]:
    """Yield where words may stand beside a point, the best first."""
    yield "middle", 0, -12
    yield "middle", 0, 11 + 0.75 * size
    yield "start", 10, 0.35 * size
    yield "end", -10, 0.35 * size
    yield "start", 0, -12
    yield "end", 0, -12
    yield "start", 0, 11 + 0.75 * size
    yield "end", 0, 11 + 0.75 * size


def _box(words: Words) -> _Box:
    wide = measure(words.text, words.size, strong=words.strong)
    left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return _Box(left, words.y - words.size, left + wide, words.y + 0.3 * words.size)


def _bodies(plot: _Plot, one: Point) -> Iterator[_Box]:
    """Yield what the words of other points must leave free."""
    left, x, right = plot.place(one)
    if one.value is None:
        yield _Box(x - _CROSS, plot.bottom, x + _CROSS, plot.bottom + _FOOT)
        return
    y = plot.y(one.value)
    yield _Box(x - _DOT - 1, y - _DOT - 1, x + _DOT + 1, y + _DOT + 1)
    if one.kind == "target":
        yield _Box(left, y - 2, right, y + 2)


def _along(start: tuple[float, float], end: tuple[float, float]) -> Iterator[_Box]:
    """Yield boxes that cover a line."""
    steps = max(1, int(math.dist(start, end) / 6))
    for place in range(steps + 1):
        part = place / steps
        x, y = start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])
        yield _Box(x - 2, y - 2, x + 2, y + 2)


def _signs(points: Sequence[Point]) -> Iterator[tuple[Sign, Text]]:
    kinds = {one.kind for one in points}
    for kind, draw, text in _KEY:
        if kind in kinds:
            yield draw, text


def _sign(draw: Callable[[float, float], Iterator[Shape]]) -> Sign:
    return lambda x, y: tuple(draw(x + WIDTH / 2, y))


_KEY: tuple[tuple[Kind, Sign, Text], ...] = (
    ("baseline", _sign(_square), BASELINE),
    ("measured", _sign(_dot), MEASURED),
    ("target", lambda x, y: tuple(_target(x - 2, x + WIDTH + 2, y)), TARGET),
    ("missing", _sign(_cross), MISSING),
)
