"""The key below a figure: each sign that is in it, with what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from fardplan.figures.drawing import Shape
from fardplan.figures.lettering import LINE, measure, stack, wrap

Sign: TypeAlias = Callable[[float, float], tuple[Shape, ...]]
"""Draws a sign that is `WIDTH` wide from a left edge, around a middle height."""

WIDTH, _GAP, _BETWEEN = 26, 7, 20


def draw_legend(
    signs: Sequence[tuple[Sign, str]], top: float, width: float, size: float
) -> tuple[tuple[Shape, ...], float]:
    """Return the signs with their words in as many lines as they need, and where they end."""
    shapes: list[Shape] = []
    x, y, high = 0.0, top, size * LINE
    for sign, text in signs:
        lines = wrap(text, width - WIDTH - _GAP, size)
        wide = WIDTH + _GAP + max(measure(line, size) for line in lines)
        if x and x + wide > width:
            x, y = 0.0, y + high + 3
            high = size * LINE
        shapes += sign(x, y + size * LINE / 2)
        shapes += stack(lines, x + WIDTH + _GAP, y, size=size, role="muted")
        x, high = x + wide + _BETWEEN, max(high, len(lines) * size * LINE)
    return tuple(shapes), y + high if signs else top
