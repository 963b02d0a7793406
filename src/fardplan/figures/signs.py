"""Signs that tell by their shape, not by their colour, how far something has come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from fardplan.figures.drawing import Box, Dot, Path, Rule, Shape, number
from fardplan.figures.legend import WIDTH, Sign

Mark: TypeAlias = Literal["full", "half", "dotted", "square", "empty", "cross"]

RADIUS = 6.5


def draw_sign(mark: Mark, x: float, y: float) -> Iterator[Shape]:
    """Yield a sign around a point."""
    if mark == "full":
        yield Dot(x, y, RADIUS, "accent", "accent", 1.5)
        return
    if mark == "square":
        yield Box(x - RADIUS + 1, y - RADIUS + 1, 2 * RADIUS - 2, 2 * RADIUS - 2, "accent")
        return
    if mark == "cross":
        arm = RADIUS - 1.5
        yield Rule(x - arm, y - arm, x + arm, y + arm, "ink", 2.2)
        yield Rule(x - arm, y + arm, x + arm, y - arm, "ink", 2.2)
        return
    yield Dot(x, y, RADIUS, "paper", "edge" if mark == "empty" else "accent", 1.5)
    if mark == "dotted":
        yield Dot(x, y, RADIUS / 2.4, "accent")
    if mark == "half":
        top, bottom, r = number(y - RADIUS), number(y + RADIUS), number(RADIUS)
        yield Path(f"M{number(x)} {top}A{r} {r} 0 0 0 {number(x)} {bottom}Z", "accent")


def key_sign(mark: Mark) -> Sign:
    """Return what draws a sign for the key."""

    def draw(x: float, y: float) -> tuple[Shape, ...]:
        return tuple(draw_sign(mark, x + WIDTH / 2, y))

    return draw
