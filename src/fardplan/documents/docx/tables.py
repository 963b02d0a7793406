"""Tables of a Word file: their head on every sheet, their columns as wide as their words need."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

from fardplan.documents.blocks import Column
from fardplan.documents.docx.layout import Place, keep_together, spread
from fardplan.documents.docx.xml import Element, element, every, set_property, words_of

Content: TypeAlias = list[Element]
"""What is in a cell."""

_LETTER = 102
"""The width of a letter in a table on average, in twentieths of a point."""
_MARGINS = 190
_BOLD = 0.5
"""The part of a letter more that words take which are bold, as those of a head."""
_MOST_COLUMNS = 63
_LONGEST_WORD = 26
"""Letters of a word for which room is made; a longer one is divided."""
_KEPT_TOGETHER = 14
"""A table of more lines than about this many may go on on the next sheet."""


def write_table(
    rows: Sequence[Sequence[Content]],
    columns: Sequence[Column],
    place: Place,
    *,
    row_header: bool,
    summary: str = "",
) -> Element:
    """Return a table, the first row its head; `summary` names it for those who listen."""
    rows, columns = _narrowed(rows), columns[:_MOST_COLUMNS]
    for row in rows:
        for cell, column in zip(row, columns, strict=True):
            cell[:] = spread(cell, closed=True)
            if column.numeric:
                _align_right(cell)
    texts = [[_lines(cell) for cell in row] for row in rows]
    widths = fit_widths(texts, columns, place.width)
    made = [_row(row, widths, head=not number) for number, row in enumerate(rows)]
    high = sum(_height(row, widths) for row in texts)
    keep_together(made[:-1] if high <= _KEPT_TOGETHER else [made[0], *made[-2:-1]])
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
    return element(
        "w:tbl", _look(widths, place.indent, summary, row_header=row_header), grid, *made
    )


def _narrowed(rows: Sequence[Sequence[Content]]) -> list[list[Content]]:
    """Return rows with no more cells than Word opens, the rest in the last of them."""
    last = _MOST_COLUMNS - 1
    return [
        [*row[:last], [block for cell in row[last:] for block in cell]]
        if len(row) > last
        else [*row]
        for row in rows
    ]


def fit_widths(
    texts: Sequence[Sequence[Sequence[str]]], columns: Sequence[Column], total: int
) -> list[int]:
    """Return the width of each column: room for its longest word, the rest by how much it says.

    `texts` holds the lines of each cell by row and column.
    """
    lines = [[line for row in texts for line in row[at]] for at in range(len(columns))]
    least = [_least(said, column) for said, column in zip(lines, columns, strict=True)]
    wishes = [max(low, _wish(said)) for low, said in zip(least, lines, strict=True)]
    spare = total - sum(least)
    if spare <= 0:
        return _scaled(_lowered(least, total), total)
    more = [wish - low for wish, low in zip(wishes, least, strict=True)]
    if sum(more) <= spare:
        return _scaled(wishes, total)
    weights = [math.sqrt(want * wish) for want, wish in zip(more, wishes, strict=True)]
    given = [spare * weight / sum(weights) for weight in weights]
    return _scaled([low + extra for low, extra in zip(least, given, strict=True)], total)


def _lowered(widths: Sequence[int], total: int) -> list[float]:
    """Return widths that have room: the widest give way, so that few words are divided."""
    left, most = float(total), 0.0
    for count, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        most = left / count
        if width >= most:
            break
        left -= width
    return [min(width, most) for width in widths]


def _height(row: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """Return about how many lines a row takes."""
    return max(
        sum(max(1, math.ceil(len(line) * _LETTER / (width - _MARGINS))) for line in cell)
        for cell, width in zip(row, widths, strict=True)
    )


def _least(lines: Sequence[str], column: Column) -> int:
    whole = column.width == "narrow"
    words = lines if whole else [word for line in lines for word in line.replace("-", "- ").split()]
    longest = max(map(len, words), default=1)
    return int((min(longest, _LONGEST_WORD) + _BOLD) * _LETTER) + _MARGINS


def _wish(lines: Sequence[str]) -> float:
    """Return the width of the longest line, or less where most are far shorter."""
    longest = max(map(len, lines), default=1)
    average = sum(map(len, lines)) / max(1, len(lines))
    return min(longest, 40 + average) * _LETTER + _MARGINS


def _scaled(widths: Sequence[float], total: int) -> list[int]:
    scaled = [int(width * total / sum(widths)) for width in widths]
    scaled[-1] += total - sum(scaled)
    return scaled


def _look(widths: Sequence[int], indent: int, summary: str, *, row_header: bool) -> Element:
    flags = {"firstRow": 1, "lastRow": 0, "firstColumn": int(row_header), "lastColumn": 0}
    properties = [
        element("w:tblStyle", val="Grid"),
        element("w:tblW", w=sum(widths), type="dxa"),
        *([element("w:tblInd", w=indent, type="dxa")] if indent else []),
        element("w:tblLayout", type="fixed"),
        element("w:tblLook", val="06A0" if row_header else "0620", **flags, noHBand=1, noVBand=1),
        *([element("w:tblCaption", val=summary)] if summary else []),
    ]
    return element("w:tblPr", *properties)


def _row(cells: Sequence[Content], widths: Sequence[int], *, head: bool) -> Element:
    marks = [element("w:cantSplit"), *([element("w:tblHeader")] if head else [])]
    made = [
        element("w:tc", element("w:tcPr", element("w:tcW", w=width, type="dxa")), *content)
        for content, width in zip(cells, widths, strict=True)
    ]
    return element("w:tr", element("w:trPr", *marks), *made)


def _align_right(cell: Content) -> None:
    for block in cell:
        for para in every(block, "w:p"):
            set_property(para, element("w:jc", val="right"))


def _lines(blocks: Content) -> list[str]:
    return [words_of(para) for block in blocks for para in every(block, "w:p")]
