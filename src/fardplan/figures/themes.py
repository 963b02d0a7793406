"""The themes (hållplatser) by year: a tile for each over the time that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fardplan.figures.drawing import (
    NARROW,
    WIDE,
    Box,
    Drawing,
    Path,
    Rule,
    Shape,
    Words,
    polygon,
)
from fardplan.figures.lettering import height_of, stack, wrap
from fardplan.figures.time_axis import Span, TimeAxis
from fardplan.figures.timeline import Entry, Group, draw_timeline
from fardplan.locales.text import Lang, Text

NONE_STATED = Text("inget tema angivet", "no theme stated")
WITHOUT_YEAR = Text("Utan angivet år: {themes}", "Without a stated year: {themes}")

_GAP, _PAD, _BAR = 6.0, 10.0, 4.0
_NARROWEST, _HIGHEST = 96.0, 190.0
"""How narrow a tile may be, and how high a year, before a theme is drawn longer than its time."""
_MOST_NARROW, _MOST_WIDE = 2, 6
"""So many themes at once at most have tiles; of more, each is a bar."""
_BESIDE = 6
"""So many years at most stand side by side; more of them stand below one another."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Hold a theme with its first and last day, where they are stated, and its time in words."""

    title: str
    first: date | None
    last: date | None
    when: str

    @property
    def is_dated(self) -> bool:
        """Tell whether it can be placed."""
        return self.first is not None and self.last is not None


def draw_themes(
    name: str,
    title: str,
    description: str,
    themes: Sequence[Theme],
    years: tuple[int, int],
    lang: Lang,
    *,
    narrow: bool = False,
) -> Drawing:
    """Return the themes over these years: side by side, or below one another on a phone."""
    width, size = (NARROW, 13.0) if narrow else (WIDE, 14.0)
    if _most_at_once(themes) > (_MOST_NARROW if narrow else _MOST_WIDE):
        groups = (Group("", tuple(_entry(theme) for theme in themes)),)
        return draw_timeline(name, title, description, groups, lang, years=years, narrow=narrow)
    beside = not narrow and years[1] - years[0] < _BESIDE
    draw = _side_by_side if beside else _below
    shapes, height = draw(themes, years, lang, width, size)
    undated = [theme.title for theme in themes if not theme.is_dated]
    if undated:
        words = WITHOUT_YEAR.say(lang, themes=undated)
        lines = wrap(words, width, size)
        shapes = (*shapes, *stack(lines, 0, height + 8, size=size, role="muted"))
        height += 8 + height_of(lines, size)
    return Drawing(name, title, description, width, height + 3, shapes)


def _most_at_once(themes: Sequence[Theme]) -> int:
    """Return how many themes hold at the same time, at most, counted in whole years."""
    held = [(one.first.year, one.last.year) for one in themes if one.first and one.last]
    return max((sum(a <= year <= b for a, b in held) for year, _ in held), default=0)


def _entry(theme: Theme) -> Entry:
    begins = (theme.first, theme.first) if theme.first else None
    ends = (theme.last, theme.last) if theme.last else None
    return Entry(theme.title, Span(begins, ends) if begins and ends else Span())


Drawn = tuple[tuple[Shape, ...], float]


@dataclass(frozen=True, slots=True)
class _Placed:
    """Hold a theme with where its tile begins and ends along the years."""

    theme: Theme
    start: float
    end: float


def _side_by_side(
    themes: Sequence[Theme], years: tuple[int, int], lang: Lang, width: float, size: float
) -> Drawn:
    """Lay the years out from left to right, with the themes of each below."""
    axis = TimeAxis(*years, 0.5, width - 0.5)
    top = 1.7 * size
    shapes: list[Shape] = []
    y = top + _GAP
    for lane in _lanes(_place(themes, axis, _NARROWEST)):
        widths = [one.end - one.start - _GAP for one in lane]
        high = max(_tile_height(one.theme, w, size) for one, w in zip(lane, widths, strict=True))
        for one, wide in zip(lane, widths, strict=True):
            shapes += _tile(one.theme, one.start + _GAP / 2, y, wide, high, size)
        y += high + _GAP
    for year in empty_years(themes, years):
        left, right = axis.x(date(year, 1, 1)), axis.x(date(year, 12, 31), after=True)
        room = _Room(left + _GAP / 2, top + _GAP, right - left - _GAP, y - top - 2 * _GAP)
        shapes += _hole(NONE_STATED.say(lang), room, size)
    return (*axis.head(top, size), *axis.lane(top, y, size), *shapes), y


def _below(
    themes: Sequence[Theme], years: tuple[int, int], lang: Lang, width: float, size: float
) -> Drawn:
    """Lay the years out from top to bottom; a theme stands beside the time that it holds."""
    left, count = 52.0, years[1] + 1 - years[0]
    step, least = 3.2 * size, 2.2 * size
    while True:
        lanes = _lanes(_place(themes, TimeAxis(*years, 0, count * step), least))
        wide = (width - left) / max(len(lanes), 1) - _GAP
        placed = [one for lane in lanes for one in lane]
        highs = [_tile_height(one.theme, wide, size) + _GAP for one in placed]
        if all(one.end - one.start >= high for one, high in zip(placed, highs, strict=True)):
            break
        if step < _HIGHEST:
            step *= 1.1
        else:
            least = max(highs)
    shapes: list[Shape] = []
    for place, year in enumerate(range(years[0], years[1] + 1)):
        shapes.append(Rule(0, place * step + 0.5, width, place * step + 0.5))
        shapes.append(Words(0, place * step + 1.6 * size, str(year), "muted", size))
    bottom = count * step
    for number, lane in enumerate(lanes):
        for one in lane:
            x, high = left + number * (wide + _GAP), one.end - one.start - _GAP
            shapes += _tile(one.theme, x, one.start + _GAP / 2, wide, high, size)
            bottom = max(bottom, one.end)
    for year in empty_years(themes, years):
        y = (year - years[0]) * step + _GAP / 2
        room = _Room(left, y + _GAP / 2, width - left - _GAP, step - 2 * _GAP)
        shapes += _hole(NONE_STATED.say(lang), room, size)
    return tuple(shapes), bottom


def _place(themes: Sequence[Theme], axis: TimeAxis, least: float) -> Iterator[_Placed]:
    """Yield the dated themes in the order of time, each as long as its time, `least` at least."""
    dated = ((one.first, one.last, one) for one in themes if one.first and one.last)
    for first, last, one in sorted(dated, key=lambda found: found[:2]):
        start, end = axis.x(first), axis.x(last, after=True)
        start = min(start, max(axis.left, axis.right - least))
        yield _Placed(one, start, max(end, start + least))


def _lanes(placed: Iterable[_Placed]) -> list[list[_Placed]]:
    """Return the themes in lanes, in each of which no two overlap."""
    lanes: list[list[_Placed]] = []
    for one in placed:
        for lane in lanes:
            if lane[-1].end <= one.start + 0.01:
                lane.append(one)
                break
        else:
            lanes.append([one])
    return lanes


def empty_years(themes: Sequence[Theme], years: tuple[int, int]) -> list[int]:
    """Return the years of the axis in which no theme holds."""
    held = {
        year
        for one in themes
        if one.first and one.last
        for year in range(one.first.year, one.last.year + 1)
    }
    return [year for year in range(years[0], years[1] + 1) if year not in held]


def _tile_lines(one: Theme, width: float, size: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = width - 2 * _PAD - _BAR
    return wrap(one.title, room, size, strong=True, most=6), wrap(one.when, room, size, most=3)


def _tile_height(one: Theme, width: float, size: float) -> float:
    title, when = _tile_lines(one, width, size)
    return height_of((*title, *when), size) + 2 * _PAD - 4


def _tile(
    one: Theme, x: float, y: float, width: float, height: float, size: float
) -> Iterator[Shape]:
    title, when = _tile_lines(one, width, size)
    yield Box(x, y, width, height, "wash", "accent")
    yield Box(x, y, _BAR, height, "accent")
    left, top = x + _BAR + _PAD, y + _PAD - 3
    yield from stack(title, left, top, size=size, strong=True)
    yield from stack(when, left, top + height_of(title, size), size=size)


@dataclass(frozen=True, slots=True)
class _Room:
    x: float
    y: float
    width: float
    height: float


def _hole(words: str, room: _Room, size: float) -> Iterator[Shape]:
    """Yield the place of a year without a theme."""
    right, bottom = room.x + room.width, room.y + room.height
    corners = ((room.x, room.y), (right, room.y), (right, bottom), (room.x, bottom))
    yield Path(polygon(*corners), None, "edge", dashed=True)
    lines = wrap(words, room.width - 2 * _PAD, size, most=3)
    top = room.y + (room.height - height_of(lines, size)) / 2
    yield from stack(lines, room.x + room.width / 2, top, size=size, role="muted", anchor="middle")
