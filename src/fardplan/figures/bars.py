"""Bars for amounts: the parts that make up a whole, against a limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fardplan.figures.drawing import NARROW, WIDE, Box, Drawing, Role, Rule, Shape
from fardplan.figures.legend import WIDTH, Sign, draw_legend
from fardplan.figures.lettering import height_of, measure, stack, wrap

PATTERNS = 3
"""So many kinds of parts can be told apart without colour: full, striped, light."""

_BAR = 16.0


@dataclass(frozen=True, slots=True)
class Bar:
    """Hold a bar: its parts as amounts with their pattern (0–2), the limit, the whole in words."""

    label: str
    parts: tuple[tuple[float, int], ...]
    limit: float | None
    words: str

    @property
    def longest(self) -> float:
        """Return how far the bar or its limit reaches."""
        return max(sum(amount for amount, _ in self.parts), self.limit or 0)


def draw_bars(
    name: str,
    title: str,
    description: str,
    bars: Sequence[Bar],
    key: Sequence[tuple[int, str]],
    limit: str,
    *,
    narrow: bool = False,
) -> Drawing:
    """Return the bars on one scale; `key` says what each pattern is, `limit` what the line is."""
    width, size = (NARROW, 13.0) if narrow else (WIDE, 14.0)
    longest = max((bar.longest for bar in bars), default=0) or 1
    scale = (width - 4) / longest
    shapes: list[Shape] = []
    y = 2.0
    for bar in bars:
        words, y = _words(bar, width, size, y)
        shapes += (*words, *_bar(bar, scale, y + 3))
        y += _BAR + 18
    signs = [(_pattern(place), words) for place, words in key]
    if any(bar.limit is not None for bar in bars):
        signs.append((_limit, limit))
    legend, height = draw_legend(signs, y, width, size)
    return Drawing(name, title, description, width, height + 2, (*shapes, *legend))


def _words(bar: Bar, width: float, size: float, y: float) -> tuple[tuple[Shape, ...], float]:
    """Return label and amount above the bar, beside one another where there is room."""
    room = width - measure(bar.words, size) - 20
    lines = wrap(bar.label, max(room, 0.5 * width), size)
    said = wrap(bar.words, width, size)
    if len(said) == 1 and len(lines) == 1 and room >= measure(lines[0], size):
        label = stack(lines, 0, y, size=size)
        words = stack(said, width - 2, y, size=size, role="muted", anchor="end")
        return (*label, *words), y + height_of(lines, size)
    lines = wrap(bar.label, width, size)
    label = stack(lines, 0, y, size=size)
    below = y + height_of(lines, size)
    return (*label, *stack(said, 0, below, size=size, role="muted")), below + height_of(said, size)


def _bar(bar: Bar, scale: float, y: float) -> Iterator[Shape]:
    if bar.limit is not None:
        yield Box(0.5, y, max(bar.limit * scale, 1), _BAR, "paper", "edge")
    x = 0.5
    for amount, pattern in bar.parts:
        yield _part(x, y, amount * scale, pattern)
        x += amount * scale
    if bar.limit is not None:
        end = 0.5 + bar.limit * scale
        yield Rule(end, y - 4, end, y + _BAR + 4, "ink", 2.5)


def _part(x: float, y: float, width: float, pattern: int, height: float = _BAR) -> Box:
    fill: Role = ("accent", "paper", "wash")[pattern]
    return Box(x, y, width, height, fill, "accent", hatched=pattern == 1)


def _pattern(place: int) -> Sign:
    def draw(x: float, y: float) -> tuple[Shape, ...]:
        return (_part(x + 0.5, y - 6, WIDTH - 1, place, 12),)

    return draw


def _limit(x: float, y: float) -> tuple[Shape, ...]:
    middle = x + WIDTH / 2
    return (
        Box(x + 0.5, y - 6, WIDTH / 2, 12, "paper", "edge"),
        Rule(middle, y - 8, middle, y + 8, "ink", 2.5),
    )
