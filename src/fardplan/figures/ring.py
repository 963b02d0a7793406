"""A ring of places with words around it, each beside its place and clear of the others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fardplan.figures.drawing import Anchor, Path, Role, Shape, Words, number, polygon
from fardplan.figures.lettering import height_of, measure, stack, wrap

Point = tuple[float, float]

_UPRIGHT = 0.25
"""So near the top or the bottom (as a sine) words stand above or below, not beside."""
_BETWEEN = 6
_ROOM = 120
"""So wide the words beside a ring are at least."""


@dataclass(frozen=True, slots=True)
class Label:
    """Hold words beside a place on the ring: a strong title and what is said of it."""

    angle: float
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ring:
    """Hold where a ring lies; angles are in turns, clockwise from the top."""

    x: float
    y: float
    radius: float

    def at(self, angle: float, more: float = 0) -> Point:
        """Return the point at an angle, `more` outside the ring."""
        far, turn = self.radius + more, math.tau * angle
        return self.x + far * math.sin(turn), self.y - far * math.cos(turn)

    def arc(self, first: float, last: float, more: float = 0) -> str:
        """Return the path commands from one angle clockwise to another."""
        (x1, y1), (x2, y2) = self.at(first, more), self.at(last, more)
        far = number(self.radius + more)
        long = int(last - first > 0.5)
        return f"M{number(x1)} {number(y1)}A{far} {far} 0 {long} 1 {number(x2)} {number(y2)}"

    def cell(self, first: float, last: float, depth: float) -> str:
        """Return the path commands of the part of a band between two angles."""
        (x1, y1), (x2, y2) = self.at(last, -depth), self.at(first, -depth)
        far, long = number(self.radius - depth), int(last - first > 0.5)
        return (
            f"{self.arc(first, last)}L{number(x1)} {number(y1)}"
            f"A{far} {far} 0 {long} 0 {number(x2)} {number(y2)}Z"
        )

    def arrow(
        self, first: float, last: float, stroke: Role = "accent", *, dashed: bool = False
    ) -> Iterator[Shape]:
        """Yield an arrow along the ring."""
        tip = 9 / (math.tau * self.radius)
        yield Path(self.arc(first, last - tip), None, stroke, 2, dashed)
        points = (self.at(last), self.at(last - tip, 5), self.at(last - tip, -5))
        yield Path(polygon(*points), stroke)


@dataclass(frozen=True, slots=True)
class _Placed:
    lines: tuple[tuple[str, bool], ...]
    x: float
    top: float
    anchor: Anchor
    width: float
    height: float

    @property
    def left(self) -> float:
        return self.x - {"start": 0, "middle": self.width / 2, "end": self.width}[self.anchor]


def draw_labels(
    ring: Ring, labels: Sequence[Label], away: float, width: float, size: float
) -> tuple[Words, ...]:
    """Return the words of all labels, `away` from the ring."""
    placed = _place(ring, labels, away, width, size)
    return tuple(word for one in placed for word in _words(one, size))


def find_radius(
    labels: Sequence[Label], least: float, away: float, width: float, size: float
) -> float | None:
    """Return the least radius at which no words overlap; None where there is none."""
    radius = least
    while radius < width / 2 - away - _ROOM:
        placed = _place(Ring(width / 2, 0, radius), labels, away, width, size)
        if not any(
            _overlap(one, other) for n, one in enumerate(placed) for other in placed[n + 1 :]
        ):
            return radius
        radius += 5
    return None


def reach(
    ring: Ring, labels: Sequence[Label], away: float, width: float, size: float
) -> tuple[float, float]:
    """Return the top and the bottom of a ring with its words."""
    placed = _place(ring, labels, away, width, size)
    tops = [one.top for one in placed] + [ring.y - ring.radius - away]
    return min(tops), max([one.top + one.height for one in placed] + [ring.y + ring.radius + away])


def _place(
    ring: Ring, labels: Sequence[Label], away: float, width: float, size: float
) -> tuple[_Placed, ...]:
    return tuple(_placed(ring, label, away, width, size) for label in labels)


def _placed(ring: Ring, label: Label, away: float, width: float, size: float) -> _Placed:
    x, y = ring.at(label.angle, away)
    side = math.sin(math.tau * label.angle)
    if abs(side) < _UPRIGHT:
        anchor: Anchor = "middle"
        room = 0.6 * width
        x = ring.x
    else:
        anchor = "start" if side > 0 else "end"
        room = width - x if side > 0 else x
    lines = [(line, bool(label.text)) for line in _wrapped(label.title, room, size, label)]
    lines += [(line, False) for line in wrap(label.text, room, size, most=3)]
    high = height_of([line for line, _ in lines], size)
    wide = max((measure(line, size, strong=strong) for line, strong in lines), default=0)
    # Above the ring words end where it begins, beside it they stand around its middle.
    above = (1 + math.cos(math.tau * label.angle)) / 2
    top = y - high * (round(above) if anchor == "middle" else above)
    return _Placed(tuple(lines), x, top, anchor, wide, high)


def _wrapped(title: str, room: float, size: float, label: Label) -> tuple[str, ...]:
    return wrap(title, room, size, strong=bool(label.text), most=3)


def _words(one: _Placed, size: float) -> Iterator[Words]:
    y = one.top
    for line, strong in one.lines:
        role: Role = "ink" if strong or not any(s for _, s in one.lines) else "muted"
        yield from stack((line,), one.x, y, size=size, role=role, strong=strong, anchor=one.anchor)
        y += height_of((line,), size)


def _overlap(one: _Placed, other: _Placed) -> bool:
    return (
        one.left < other.left + other.width + _BETWEEN
        and other.left < one.left + one.width + _BETWEEN
        and one.top < other.top + other.height + _BETWEEN
        and other.top < one.top + one.height + _BETWEEN
    )
