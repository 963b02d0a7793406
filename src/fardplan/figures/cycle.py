"""The steps of a process around a ring; the last leads back to the first where it is closed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from fardplan.figures.drawing import NARROW, WIDE, Dot, Drawing, Shape, Words
from fardplan.figures.lettering import height_of, stack, wrap
from fardplan.figures.ring import Label, Ring, draw_labels, find_radius, reach
from fardplan.locales.text import Lang, Text

AGAIN = Text("Efter steg {count} börjar arbetet om", "After step {count} the work starts again")
MOST = 16
"""So many steps at most have room around a ring."""

_NODE, _AWAY, _LEAST = 17.0, 27.0, 105.0


def draw_cycle(
    name: str,
    title: str,
    description: str,
    steps: Sequence[str],
    lang: Lang,
    *,
    closed: bool,
    narrow: bool = False,
) -> Drawing:
    """Return the ring of two steps or more, numbered clockwise from the top."""
    words = AGAIN.say(lang, count=len(steps)) if closed else ""
    labels = [Label(place / len(steps), step) for place, step in enumerate(steps)]
    radius = None if narrow else find_radius(labels, _LEAST, _AWAY, WIDE, 14)
    if radius is None:
        width, size = (NARROW, 13.0) if narrow else (WIDE, 14.0)
        shapes, height = _with_list(steps, words, width, size, closed=closed)
        return Drawing(name, title, description, width, height, shapes)
    shapes, height = _with_labels(labels, radius, words, closed=closed)
    return Drawing(name, title, description, WIDE, height, shapes)


def _with_labels(
    labels: Sequence[Label], radius: float, centre: str, *, closed: bool
) -> tuple[tuple[Shape, ...], float]:
    """Return the ring with each step beside its number."""
    top, bottom = reach(Ring(WIDE / 2, 0, radius), labels, _AWAY, WIDE, 14)
    ring = Ring(WIDE / 2, 4 - top, radius)
    shapes = (
        *_ring(ring, len(labels), _NODE, 14, closed=closed),
        *draw_labels(ring, labels, _AWAY, WIDE, 14),
        *_centre(ring, centre, 14),
    )
    return shapes, bottom - top + 8


def _with_list(
    steps: Sequence[str], centre: str, width: float, size: float, *, closed: bool
) -> tuple[tuple[Shape, ...], float]:
    """Return the ring with its numbers alone, and the steps in a list below."""
    node = 12.0
    radius = max(75.0, len(steps) * (2 * node + 22) / math.tau)
    ring = Ring(width / 2, radius + node + 2, radius)
    shapes = [*_ring(ring, len(steps), node, size, closed=closed), *_centre(ring, centre, size)]
    y = 2 * (radius + node) + 20
    for number, step in enumerate(steps, 1):
        lines = wrap(step, width - 26, size)
        shapes += stack((str(number),), 10, y, size=size, strong=True, anchor="middle")
        shapes += stack(lines, 26, y, size=size)
        y += height_of(lines, size) + 6
    return tuple(shapes), y


def _ring(ring: Ring, count: int, node: float, size: float, *, closed: bool) -> Iterator[Shape]:
    gap = (node + 4) / (math.tau * ring.radius)
    for place in range(count if closed else count - 1):
        first, last = place / count, (place + 1) / count
        yield from ring.arrow(first + gap, last - gap, dashed=place == count - 1)
    for place in range(count):
        x, y = ring.at(place / count)
        yield Dot(x, y, node, "paper", "accent", 2)
        yield Words(x, y + 0.35 * size, str(place + 1), "accent", size, True, "middle")


def _centre(ring: Ring, words: str, size: float) -> Iterator[Shape]:
    lines = wrap(words, 1.3 * ring.radius - 20, size)
    top = ring.y - height_of(lines, size) / 2
    yield from stack(lines, ring.x, top, size=size, role="muted", anchor="middle")
