"""Bars and points in time, which show what is certain of a time and what is not.

What is certain is solid; where a beginning or an end is only known to a season or a year, the bar
is light and runs to a point at the outermost day; what goes on beyond the axis is an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.figures.drawing import Path, Rule, Shape, polygon
from fardplan.figures.legend import WIDTH
from fardplan.figures.time_axis import Bounds, Span, TimeAxis

HALF = 6.0
"""Half the height of a bar, and of a point in time."""
REACH = 11.0
"""How far an arrow runs beyond the axis."""

_SEEN = 3.0
"""The least length that shows."""
_TIP = 7.0
_LOWER = 4.5
_MONTH = 31
"""So many days are near enough to be told apart from a season and a year."""


def draw_bar(span: Span, axis: TimeAxis, y: float) -> Iterator[Shape]:
    """Yield the bar of what goes on for a time, around a height."""
    a, b = _edge(axis, span.begins, axis.left)
    c, d = _edge(axis, span.ends, axis.right)
    b, c = b if _is_rough(span.begins) else a, c if _is_rough(span.ends) else d
    if is_rough(span) and c - b < 1:
        left = a - REACH if span.begins is None else a
        yield _pointed(left, d + REACH if span.ends is None else d, y)
        return
    yield from (_wedge(a, b, y),) if a < b else ()
    yield from (_wedge(d, c, y),) if c < d else ()
    yield _solid(b, max(c, b + _SEEN), y, opens=span.begins is None, goes_on=span.ends is None)


def draw_moment(span: Span, axis: TimeAxis, y: float) -> Iterator[Shape]:
    """Yield what happens once, around a height: on a day, or at some time between two."""
    bounds = span.begins or span.ends
    if bounds is None:
        return
    last = span.ends or bounds
    a, d = axis.x(bounds[0]), axis.x(last[1], after=True)
    if span.begins is None:
        yield Rule(max(axis.left, a - 3 * REACH), y, a, y, "accent", 1.5, dashed=True)
    if span.ends is None:
        yield Rule(d, y, min(axis.right + REACH, d + 3 * REACH), y, "accent", 1.5, dashed=True)
    if not is_rough(span) and d - a <= 2 * HALF:
        yield _diamond((a + d) / 2, y)
    else:
        yield _pointed(a, d, y, _LOWER)


def has_core(span: Span) -> bool:
    """Tell whether some day certainly lies within the time."""
    if not (is_rough(span) and span.begins and span.ends):
        return True
    return (span.ends[0] - span.begins[1]).days > 1


def is_rough(span: Span) -> bool:
    """Tell whether a beginning or an end is known to no more than a season or a year."""
    return any(map(_is_rough, (span.begins, span.ends)))


def _is_rough(bounds: Bounds | None) -> bool:
    return bounds is not None and (bounds[1] - bounds[0]).days > _MONTH


def _edge(axis: TimeAxis, bounds: Bounds | None, otherwise: float) -> tuple[float, float]:
    """Return where the days begin and end within which something begins or ends."""
    if bounds is None:
        return otherwise, otherwise
    first, last = axis.x(bounds[0]), axis.x(bounds[1], after=True)
    return first, last


def _diamond(x: float, y: float) -> Path:
    return Path(polygon((x - HALF, y), (x, y - HALF), (x + HALF, y), (x, y + HALF)), "accent")


def _pointed(left: float, right: float, y: float, half: float = HALF) -> Path:
    tip = min(_TIP, (right - left) / 2)
    points = [(left, y), (left + tip, y - half), (right - tip, y - half)]
    points += [(right, y), (right - tip, y + half), (left + tip, y + half)]
    return Path(polygon(*points), "wash", "accent")


def _wedge(tip: float, base: float, y: float) -> Path:
    return Path(polygon((tip, y), (base, y - HALF), (base, y + HALF)), "wash", "accent")


def _solid(left: float, right: float, y: float, *, opens: bool, goes_on: bool) -> Path:
    points = [(left, y - HALF), (right, y - HALF)]
    points += [(right + REACH, y)] if goes_on else []
    points += [(right, y + HALF), (left, y + HALF)]
    points += [(left - REACH, y)] if opens else []
    return Path(polygon(*points), "accent")


# The signs of the key.


def certain(x: float, y: float) -> tuple[Shape, ...]:
    """Draw the sign for a time that is known."""
    return (_solid(x, x + WIDTH, y, opens=False, goes_on=False),)


def rough_edge(x: float, y: float) -> tuple[Shape, ...]:
    """Draw the sign for a beginning or an end that is known roughly."""
    return (_wedge(x, x + WIDTH, y),)


def rough(x: float, y: float) -> tuple[Shape, ...]:
    """Draw the sign for a time of which only the limits are known."""
    return (_pointed(x, x + WIDTH, y),)


def going_on(x: float, y: float) -> tuple[Shape, ...]:
    """Draw the sign for what goes on without an end that is stated."""
    return (_solid(x, x + WIDTH - REACH, y, opens=False, goes_on=True),)


def on_a_day(x: float, y: float) -> tuple[Shape, ...]:
    """Draw the sign for what happens once."""
    return (_diamond(x + WIDTH / 2, y),)
