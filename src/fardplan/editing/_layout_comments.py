"""Comments and blank lines, and which key, hyphen or block each of them belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fardplan.editing._layout_blocks import BLANKS, Block, Entry, Page, Unusual, read_blocks, walk

SUPPRESSION = "fardplan:"
"""What a comment holds that leaves out findings."""

_BELONGS_TO_FILE = (SUPPRESSION, "yaml-language-server:")
_HEAD = re.compile(r"---([ \t]|$)|%")


def read_page(text: str) -> Page | None:
    """Return the blocks of a text with all that stands between them; see read_blocks."""
    page = read_blocks(text)
    if page is not None:
        _join_comments(page)
    return page


def _join_comments(page: Page) -> None:
    """Give every line that is blank or a comment to the entry or the block that it belongs to."""
    last: tuple[Entry, Block] | None = None
    for entry, block, before in walk(page.block):
        if last is None:
            _split_head(page, entry)
        elif entry.row > last[0].last_row:
            gap = _read_gap(page, last[0].last_row + 1, entry.row)
            _share_gap(gap, last, (entry, block), before)
        last = entry, block
    if last is not None:
        _end(page, *last)


Line = tuple[int, str]
"""A comment with its column, or a blank line as (0, "")."""


def _read_gap(page: Page, first: int, end: int) -> list[Line]:
    gap: list[Line] = []
    for row in range(first, end):
        content = page.lines[row].strip(BLANKS)
        if content and not content.startswith("#"):
            raise Unusual(row)
        column = len(page.lines[row]) - len(page.lines[row].lstrip(BLANKS)) if content else 0
        gap.append((column, content))
    return gap


def _split_head(page: Page, first: Entry) -> None:
    """Part what stands before the first key: the comments right above it, after a blank, are its.

    What speaks of the whole file stays at the top: its schema, and findings left out in all of it.
    """
    head = [page.lines[row].rstrip(BLANKS) for row in range(first.row)]
    at = max((row for row, line in enumerate(head) if not line), default=-1) + 1
    own = [line.strip(BLANKS) for line in head[at:]]
    is_own = at > 0 and any(head[:at]) and all(line.startswith("#") for line in own)
    if not is_own or any(sign in line for line in own for sign in _BELONGS_TO_FILE):
        at, own = len(head), []
    page.head = [line.strip(BLANKS) if not _HEAD.match(line) else line for line in head[:at]]
    first.above = own


def _share_gap(
    gap: list[Line], last: tuple[Entry, Block], here: tuple[Entry, Block], before: Entry | None
) -> None:
    """Share what stands between two entries, the second of which follows `before` in its block."""
    (previous, inner), (entry, block) = last, here
    rest = gap if previous.block is block else _fill_feet(gap, inner, block, entry.column)
    contents = [content for _, content in rest]
    if before is not None and rest is gap and "" in contents:
        at = contents.index("")
        before.below, contents = contents[:at], contents[at:]
    entry.above = contents


def _fill_feet(gap: list[Line], inner: Block, outer: Block | None, least: int) -> list[Line]:
    """Give the blocks that end here the comments indented to them; return the rest.

    They are `inner` and those around it, up to `outer`. A comment not deeper than `least`, the
    column of what follows, is not theirs, nor is anything below it.
    """
    ending = list(_blocks_between(inner, outer))
    taken = 0
    for number, (column, content) in enumerate(gap):
        if not content:
            continue
        fitting = [one for one in ending if one.column <= column]
        if column <= least or not fitting:
            break
        deepest = max(one.column for one in fitting)
        owner = [one for one in fitting if one.column == deepest][-1]
        ending = ending[ending.index(owner) :]
        owner.foot += [content for _, content in gap[taken : number + 1]]
        taken = number + 1
    return gap[taken:] if taken else gap


def _blocks_between(inner: Block, outer: Block | None) -> Iterator[Block]:
    block: Block | None = inner
    while block is not None and block is not outer:
        yield block
        block = block.outer


def _end(page: Page, last: Entry, block: Block) -> None:
    """Give out what stands after the last entry, up to the mark that ends a document."""
    rows = range(last.last_row + 1, len(page.lines))
    end = next((row for row in rows if page.lines[row].startswith("...")), len(page.lines))
    rest = _fill_feet(_read_gap(page, rows.start, end), block, None, -1)
    page.block.foot += [content for _, content in rest]
    page.tail = [line.rstrip(BLANKS) for line in page.lines[end:]]
