"""Which sources a reader already knows of from the heading above."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fardplan.model.common import Source

_NUMBER = re.compile(r"\d+")


def is_told(source: Source, told: Iterable[Source]) -> bool:
    """Tell whether one of the sources told above holds this one: same document, pages within."""
    return any(_holds(outer, source) for outer in told)


def _holds(outer: Source, inner: Source) -> bool:
    if outer == inner:
        return True
    same = (outer.document, outer.section, outer.certainty)
    if same != (inner.document, inner.section, inner.certainty):
        return False
    pages, within = _pages(inner), _pages(outer)
    return bool(pages and within) and pages <= within


def _pages(source: Source) -> frozenset[int]:
    """Return the pages of "13" or "12–13"; none where it is written in another way."""
    written = (source.pages or source.page or "").strip()
    numbers = [int(one) for one in _NUMBER.findall(written)]
    if written.isdecimal():
        return frozenset(numbers)
    if re.fullmatch(r"\d+\s*[-–]\s*\d+", written):
        return frozenset(range(numbers[0], numbers[1] + 1))
    return frozenset()
