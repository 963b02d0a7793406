"""A matrix of signs: what stands in the rows against what stands in the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fardplan.figures.drawing import NARROW, WIDE, Drawing, Rule, Shape
from fardplan.figures.legend import draw_legend
from fardplan.figures.lettering import height_of, measure, stack, wrap
from fardplan.figures.signs import Mark, draw_sign, key_sign


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a row: a sign or none for each column, and words that stand after them."""

    label: str
    marks: tuple[Mark | None, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Hold rows under a title, or without one."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Say where labels, columns and words stand."""

    width: float
    size: float
    label: float
    column: float
    words: float
    numbered: bool
    columns: int

    @property
    def right(self) -> float:
        """Return where the rows end."""
        return self.label + self.columns * self.column + self.words

    def x(self, place: int) -> float:
        return self.label + (place + 0.5) * self.column


def draw_matrix(
    name: str,
    title: str,
    description: str,
    columns: Sequence[str],
    groups: Sequence[Group],
    key: Sequence[tuple[Mark, str]],
    *,
    narrow: bool = False,
) -> Drawing:
    """Return the matrix; on a phone its columns bear numbers that a list above explains."""
    layout = _layout(columns, groups, narrow=narrow)
    shapes, y = _head(columns, layout)
    for group in groups:
        if group.title:
            lines = wrap(group.title, layout.width, layout.size, strong=True)
            shapes += stack(lines, 0, y + 10, size=layout.size, strong=True)
            y += 14 + height_of(lines, layout.size)
        for row in group.rows:
            drawn, y = _row(row, layout, y)
            shapes += drawn
    signs = [(key_sign(mark), words) for mark, words in key]
    legend, height = draw_legend(signs, y + 10, layout.width, layout.size)
    return Drawing(name, title, description, layout.width, height + 2, (*shapes, *legend))


def _layout(columns: Sequence[str], groups: Sequence[Group], *, narrow: bool) -> _Layout:
    width, size = (NARROW, 13.0) if narrow else (WIDE, 14.0)
    said = [row.words for group in groups for row in group.rows if row.words]
    words = min(max((measure(one, size) for one in said), default=-12) + 12, 0.3 * width)
    column = min(24.0 if narrow else 102.0, 0.6 * width / max(len(columns), 1))
    label = width - words - len(columns) * column
    labels = [row.label for group in groups for row in group.rows]
    widest = max((measure(one, size) for one in labels), default=0) + 16
    label = min(label, max(widest, 0.3 * width))
    return _Layout(width, size, label, column, words, narrow, len(columns))


def _head(columns: Sequence[str], layout: _Layout) -> tuple[list[Shape], float]:
    """Return the heads of the columns, and where the rows begin."""
    shapes: list[Shape] = []
    size = layout.size
    if not layout.numbered:
        heads = [wrap(one, layout.column - 8, size, most=3) for one in columns]
        high = max(height_of(lines, size) for lines in heads)
        for place, lines in enumerate(heads):
            top = high - height_of(lines, size)
            shapes += stack(lines, layout.x(place), top, size=size, role="muted", anchor="middle")
        return [*shapes, Rule(0, high + 5, layout.right, high + 5, "edge")], high + 5
    y = 0.0
    for place, words in enumerate(columns, 1):
        lines = wrap(words, layout.width - 22, size)
        shapes += stack((str(place),), 6, y, size=size, strong=True, anchor="middle")
        shapes += stack(lines, 22, y, size=size, role="muted")
        y += height_of(lines, size) + 2
    y += 8
    for place in range(len(columns)):
        number = (str(place + 1),)
        shapes += stack(number, layout.x(place), y, size=size, strong=True, anchor="middle")
    y += height_of(("",), size) + 4
    return [*shapes, Rule(0, y, layout.right, y, "edge")], y


def _row(row: Row, layout: _Layout, y: float) -> tuple[list[Shape], float]:
    size = layout.size
    lines = wrap(row.label, layout.label - 12, size, most=3)
    words = wrap(row.words, layout.words - 12, size, most=3)
    high = max(height_of(lines, size), height_of(words, size), 18) + 9
    middle = y + high / 2
    shapes: list[Shape] = [*stack(lines, 0, middle - height_of(lines, size) / 2, size=size)]
    shapes += _marks(row, layout, middle)
    left = layout.label + len(row.marks) * layout.column + 12
    top = middle - height_of(words, size) / 2
    shapes += stack(words, left, top, size=size, role="muted")
    return [*shapes, Rule(0, y + high, layout.right, y + high)], y + high


def _marks(row: Row, layout: _Layout, middle: float) -> Iterator[Shape]:
    for place, mark in enumerate(row.marks):
        if mark:
            yield from draw_sign(mark, layout.x(place), middle)
