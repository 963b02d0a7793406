"""Lines of a file with marks under what is meant, for people who read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text as Styled

from fardplan.formats._base import Paper
from fardplan.formats._terminal import WIDE, fold, keep_head, keep_tail
from fardplan.locales.visible import make_visible
from fardplan.source.faults import Place

_LONGEST = 160
_SHORTEST = 24
"""How many columns of a line are shown, around the mark: a picture in base64 says nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked in a file, how, and what is said of it beside the mark."""

    place: Place
    style: str
    sign: str = "^"
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Edge:
    """What stands to the left of the lines: their numbers, and how much room that leaves."""

    digits: int
    room: int
    paper: Paper

    def number(self, line: int) -> tuple[str, str]:
        return f"  {line:>{self.digits}} │ ", "dim"

    def blank(self) -> tuple[str, str]:
        return f"  {'':>{self.digits}} │ ", "dim"

    def gap(self) -> Styled:
        return Styled(f"  {'…':>{self.digits}}", style="dim")


def draw_excerpt(file: str, marks: Sequence[Mark], digits: int, paper: Paper) -> Iterator[Styled]:
    """Yield the lines that are marked, in their order, each followed by its marks.

    `digits` is the width of the line numbers. Of a file that cannot be read only labels are left.
    """
    room = min(_LONGEST, max(_SHORTEST, (paper.width or WIDE) - digits - len("   │ ")))
    edge = _Edge(digits, room, paper)
    last = 0
    for number, on_line in groupby(sorted(marks, key=lambda one: one.place), _line_of):
        line, here = paper.read_line(file, number), list(on_line)
        if not line.strip():
            # What is said of a line that cannot be shown is said all the same.
            told = [mark for mark in here if mark.label]
            yield from (Styled.assemble(edge.number(number), mark.label) for mark in told)
            continue
        if last and number > last + 1:
            yield edge.gap()
        last = number
        yield from _draw_line(number, line, here, edge)


def _line_of(mark: Mark) -> int:
    return mark.place.line


def _draw_line(number: int, line: str, marks: list[Mark], edge: _Edge) -> Iterator[Styled]:
    """Yield the line once with all its marks, or, where it is too long, once around each mark."""
    shown = ""
    for mark in marks:
        start = mark.place.column - 1
        end = mark.place.end_column - 1 if mark.place.end_line == number else len(line)
        end = max(end, start + 1)
        before, marked, after = _fit(line[:start], line[start:end], line[end:], edge.room)
        if shown != before + marked + after:
            shown = before + marked + after
            yield Styled.assemble(edge.number(number), shown)
        signs = mark.sign * max(1, cell_len(marked.rstrip()))
        yield from _draw_mark(" " * cell_len(before), signs, mark, edge)


def _draw_mark(indent: str, signs: str, mark: Mark, edge: _Edge) -> Iterator[Styled]:
    """Yield the mark with its label beside it, or below it where there is no room."""
    row = Styled.assemble(edge.blank(), indent, (signs, mark.style))
    fits = len(indent) + len(signs) + 1 + cell_len(mark.label) <= edge.room
    if not mark.label or fits or not edge.paper.width:
        yield row.append(f" {mark.label}" if mark.label else "", style=mark.style)
        return
    yield row
    for part in fold(Styled(mark.label, style=mark.style), edge.room):
        yield Styled.assemble(edge.blank(), part)


def _fit(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """Return the three parts of a line as they are shown, cut to `room` columns."""
    before, marked = make_visible(before), make_visible(marked)
    after = make_visible(after.rstrip())
    if cell_len(before + marked + after) <= room:
        return before, marked, after
    spare = room - cell_len(marked)
    before = keep_tail(before, max(room // 4, spare - cell_len(after)))
    marked = keep_head(marked, room - cell_len(before))
    return before, marked, keep_head(after, room - cell_len(before + marked))
