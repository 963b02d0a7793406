"""The widths of a table's columns, and which of its rows may be torn between two pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from fardplan.documents.pdf.typst_text import BREAK

Data: TypeAlias = dict[str, Any]

LINE = 96
"""About how many letters stand on a line as wide as the page."""

_LONGEST_WORD, _LONGEST_LINE, _GUTTER = 17, 120, 3
_TALL = 16
"""The lines of a row that may be torn, since keeping it whole would leave too much paper empty."""

_SHORT_TABLE = 14
_FIELDS = ("content", "text", "title", "label", "value", "summary", "when", "lead", "caption")
_PARTS = ("blocks", "items", "rows", "statements", "steps", "moments", "cards", "cells")
_WORDS = re.compile(r"[\s\u00ad/-]+|" + BREAK)


def lay_table(
    table: Data, columns: Sequence[Data], rows: Sequence[Sequence[Mapping[str, Any]]]
) -> Data:
    """Return a table with the share of each column and whether it and each row may be torn."""
    texts = [[list(_lines(cell)) for cell in row] for row in rows]
    shares = _shares(columns, texts)
    total = sum(shares)
    room = [max(share / total * LINE - _GUTTER, 4) for share in shares]
    heights = [max(map(_height, row, room), default=1) for row in texts]
    return {
        "kind": "table",
        **table,
        "columns": [
            {**column, "share": round(share, 2)}
            for column, share in zip(columns, shares, strict=True)
        ],
        "rows": [
            {"cells": row, "long": height > _TALL}
            for row, height in zip(rows, heights, strict=True)
        ],
        "breakable": len(rows) > _SHORT_TABLE or sum(heights) > 2 * _TALL,
    }


def length(data: object) -> int:
    """Return how many letters a piece of the document has."""
    return sum(map(len, _lines(data)))


def _shares(columns: Sequence[Data], texts: Sequence[Sequence[list[str]]]) -> list[float]:
    """Return widths as browsers find them: none below its longest word, the rest by its text."""
    heads = [list(_lines(column["title"])) for column in columns]
    cells = [[head, *(row[at] for row in texts)] for at, head in enumerate(heads)]
    least = [float(min(_longest_word(column), _LONGEST_WORD) + _GUTTER) for column in cells]
    most = [
        max(min(max(map(_longest, column), default=1) * 1.04, _LONGEST_LINE) + _GUTTER, low)
        for column, low in zip(cells, least, strict=True)
    ]
    for at, column in enumerate(columns):
        if column["width"] == "narrow":
            least[at] = min(most[at], 26)
        if column["width"] == "wide":
            least[at] = max(least[at], LINE // 2)
        most[at] = max(most[at], least[at])
    spare = LINE - sum(least)
    slack = [high - low for high, low in zip(most, least, strict=True)]
    if spare <= 0 or not any(slack):
        return least
    part = min(spare / sum(slack), 1)
    return [low + more * part for low, more in zip(least, slack, strict=True)]


def _height(lines: Sequence[str], room: float) -> int:
    return sum(int(len(line) / room) + 1 for line in lines)


def _longest(lines: Sequence[str]) -> int:
    return max(map(len, lines), default=1)


def _longest_word(column: Sequence[Sequence[str]]) -> int:
    words = (word for lines in column for line in lines for word in _WORDS.split(line))
    return max(map(len, words), default=1)


def _lines(data: object) -> Iterator[str]:
    """Yield the texts of a cell, each of which begins a line of its own."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        yield from _joined(data)
    elif isinstance(data, Mapping):
        for name in (*_FIELDS, *_PARTS):
            if data.get(name):
                yield from _lines(data[name])


def _joined(parts: list[Any]) -> Iterator[str]:
    if all(map(_is_inline, parts)):
        yield "".join(words for part in parts for words in _lines(part))
    else:
        for part in parts:
            yield from _lines(part)


def _is_inline(part: object) -> bool:
    return isinstance(part, str) or (isinstance(part, Mapping) and part.get("kind") in _INLINE)


_INLINE = frozenset(
    {
        "badge", "break", "code", "deleted", "emphasis", "foreign", "inserted", "link", "muted",
        "note", "strong", "struck", "term",
    }
)  # fmt: skip
