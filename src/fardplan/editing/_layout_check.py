"""Whether a text that was laid out has every comment where the first one has it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fardplan.editing._layout_blocks import BLANKS, Block, Entry, Page, Unusual
from fardplan.editing._layout_comments import read_page
from fardplan.model.fields import Route

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a text.

    `beside` are those at the end of a line with the route of the value on it, `alone` those on
    lines of their own, and `above` these again by each of the routes on the line right below.
    """

    beside: Counter[tuple[Route, str]]
    alone: Counter[str]
    above: Mapping[Route, tuple[str, ...]]


def says_the_same(page: Page, text: str) -> bool:
    """Tell whether a text laid out from a page has its comments at the same keys and values."""
    try:
        laid = read_page(text)
    except Unusual:
        laid = None
    if laid is None:
        return False
    before, after = read_comments(page), read_comments(laid)
    if (before.beside, before.alone) != (after.beside, after.alone):
        return False
    return all(
        set(before.above.get(route, ())) <= set(after.above.get(route, ()))
        for route in _first_on_their_lines(page)
    )


def _first_on_their_lines(page: Page) -> Iterator[Route]:
    """Yield the route of what begins each line, which the comments above the line belong to.

    Those at the top of the text stay there, whatever key comes first.
    """
    last = page.block.entries[0].row
    for entry, route in _routes(page.block, ()):
        if entry.row > last:
            yield route
        last = entry.row


def read_comments(page: Page) -> Comments:
    """Return every comment of a page with what it belongs to."""
    entries = list(_routes(page.block, ()))
    rows = [entry.row for entry, _ in entries]
    beside: Counter[tuple[Route, str]] = Counter()
    alone: dict[int, str] = {}
    for offset, comment in _find_comments(page):
        row = page.positions.number(offset)
        if page.lines[row].lstrip(BLANKS).startswith("#"):
            alone[row] = comment
        else:
            at = bisect_right(rows, row) - 1
            beside[entries[at][1] if at >= 0 else (), comment] += 1
    above: dict[Route, tuple[str, ...]] = {}
    for entry, route in entries:
        if found := tuple(_right_above(entry, page, alone)):
            above[route] = found
    return Comments(beside, Counter(alone.values()), above)


def _routes(block: Block, route: Route) -> Iterator[tuple[Entry, Route]]:
    for number, entry in enumerate(block.entries):
        here = (*route, number if entry.key is None else entry.key)
        yield entry, here
        if entry.block is not None:
            yield from _routes(entry.block, here)


def _right_above(entry: Entry, page: Page, alone: Mapping[int, str]) -> Iterator[str]:
    """Yield the comments right above the line of an entry that are not indented deeper."""
    row = entry.row
    while (row := row - 1) in alone:
        if _indent(page.lines[row]) > _indent(page.lines[entry.row]):
            return
        yield alone[row]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(BLANKS))


def _find_comments(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of what stands in no scalar and begins with `#`."""
    text, at = page.positions.text, 0
    for node in page.root.scalars():
        if node.is_empty:
            continue
        yield from _between(text, at, node.start)
        at = node.end
        if node.style in ("|", ">"):
            yield from _between(text, node.start, text.find("\n", node.start))
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for match in _COMMENT.finditer(text, start, max(start, end)):
        yield match.start(), match[0].rstrip(BLANKS)
