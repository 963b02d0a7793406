"""The målbild as a wheel: in the middle what is wanted, around it the perspectives' statements."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fardplan.figures.drawing import NARROW, WIDE, Dot, Drawing, Path, Role, Shape, Words
from fardplan.figures.lettering import height_of, measure, stack, wrap
from fardplan.figures.ring import Label, Ring, draw_labels, find_radius, reach

_HUB, _BAND, _RIM = 0.56, 0.32, 7.0
"""The hub and the band of statements, in parts of the radius, and how far out the rim lies."""
_AWAY = 26.0
_GAP = 5.0
_SMALLEST = 15.0
"""So wide a cell must be at least to hold the number of a statement."""


@dataclass(frozen=True, slots=True)
class Perspective:
    """Hold a perspective, the question it asks, and how many statements answer it."""

    title: str
    question: str
    statements: int


def draw_wheel(
    name: str,
    title: str,
    description: str,
    centre: str,
    perspectives: Sequence[Perspective],
    core_words: Sequence[str],
    *,
    narrow: bool = False,
) -> Drawing:
    """Return the wheel; its statements bear the numbers that they have in each perspective."""
    count = len(perspectives)
    labels = [
        Label((place + 0.5) / count, one.title, one.question or " ")
        for place, one in enumerate(perspectives)
    ]
    radius = None if narrow else find_radius(labels, 130, _AWAY, WIDE, 14)
    width, size = (NARROW, 13.0) if narrow else (WIDE, 14.0)
    if radius is None:
        shapes, height = _with_list(centre, perspectives, width, size)
    else:
        shapes, height = _with_labels(centre, perspectives, labels, radius)
    words, height = _core_words(core_words, width, height, size)
    return Drawing(name, title, description, width, height, (*shapes, *words))


Drawn = tuple[tuple[Shape, ...], float]


def _with_labels(
    centre: str, perspectives: Sequence[Perspective], labels: Sequence[Label], radius: float
) -> Drawn:
    """Return the wheel with each perspective beside its part."""
    top, bottom = reach(Ring(WIDE / 2, 0, radius), labels, _AWAY, WIDE, 14)
    ring = Ring(WIDE / 2, 4 - top, radius)
    disc = _disc(ring, centre, perspectives, 14)
    return (*disc, *draw_labels(ring, labels, _AWAY, WIDE, 14)), bottom - top + 8


def _with_list(
    centre: str, perspectives: Sequence[Perspective], width: float, size: float
) -> Drawn:
    """Return the wheel with a letter for each perspective, and the perspectives below."""
    ring = Ring(width / 2, 137, 112)
    shapes = list(_disc(ring, centre, perspectives, size))
    y = ring.y + ring.radius + 36
    for place, one in enumerate(perspectives):
        letter = chr(ord("A") + place)
        x, middle = ring.at((place + 0.5) / len(perspectives), _RIM + 9)
        shapes.append(Dot(x, middle, 10, "paper", "accent"))
        shapes.append(Words(x, middle + 0.35 * size, letter, "accent", size, True, "middle"))
        shapes += stack((letter,), 10, y, size=size, strong=True, anchor="middle")
        for text, strong in ((one.title, True), (one.question, False)):
            lines = wrap(text, width - 26, size, strong=strong)
            role: Role = "ink" if strong else "muted"
            shapes += stack(lines, 26, y, size=size, strong=strong, role=role)
            y += height_of(lines, size)
        y += 7
    return tuple(shapes), y


def _disc(
    ring: Ring, centre: str, perspectives: Sequence[Perspective], size: float
) -> Iterator[Shape]:
    hub = _HUB * ring.radius
    yield Dot(ring.x, ring.y, hub, "accent")
    lines = wrap(centre, 1.65 * hub, size, strong=True, most=5)
    top = ring.y - height_of(lines, size) / 2
    yield from stack(lines, ring.x, top, size=size, role="on-accent", strong=True, anchor="middle")
    gap = _GAP / (math.tau * ring.radius)
    for place, one in enumerate(perspectives):
        first, last = place / len(perspectives) + gap, (place + 1) / len(perspectives) - gap
        yield Path(ring.arc(first, last, _RIM), None, "accent", 4)
        yield from _cells(ring, first, last, one.statements, size)


def _cells(ring: Ring, first: float, last: float, count: int, size: float) -> Iterator[Shape]:
    """Yield a cell for each statement with its number, or one with how many there are."""
    depth = _BAND * ring.radius
    middle = Ring(ring.x, ring.y, ring.radius - depth / 2)
    room = (last - first) * math.tau * middle.radius / max(count, 1)
    numbers = [str(n) for n in range(1, count + 1)] if room >= _SMALLEST else [f"1–{count}"]
    numbers = numbers or [""]
    width = (last - first) / len(numbers)
    for place, number in enumerate(numbers):
        begin, end = first + place * width, first + (place + 1) * width
        yield Path(ring.cell(begin, end, depth), "wash", "accent")
        x, y = middle.at((begin + end) / 2)
        yield Words(x, y + 0.35 * size, number, "ink", size, anchor="middle")


def _core_words(
    words: Sequence[str], width: float, y: float, size: float
) -> tuple[tuple[Shape, ...], float]:
    """Return the core words in a row below, in as many lines as they need."""
    if not words:
        return (), y
    shapes: list[Shape] = []
    y += 16
    for line in _in_lines(words, width, size):
        shapes += stack((line,), width / 2, y, size=size, strong=True, anchor="middle")
        y += height_of((line,), size)
    return tuple(shapes), y + 6


def _in_lines(words: Sequence[str], width: float, size: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line}  ·  {word}" if line else word
        if line and measure(longer, size, strong=True) > width:
            yield from wrap(line, width, size, strong=True)
            longer = word
        line = longer
    yield from wrap(line, width, size, strong=True)
