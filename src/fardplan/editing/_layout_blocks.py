"""A YAML text as blocks of whole lines: what each key and each hyphen begins, and its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fardplan.editing._nodes import Node, read_nodes
from fardplan.source.places import Lines

BLANKS = " \t"
BLOCK_TEXT = ("|", ">")

_BETWEEN = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_INDICATOR = re.compile(r"[|>](?:[+-]?[1-9]|[1-9][+-]?)")


class Unusual(Exception):
    """The text is written in a way that is not laid out; `row` is the line, from 0."""

    def __init__(self, row: int) -> None:
        """Keep the line."""
        self.row = row
        super().__init__(row)


@dataclass(slots=True, eq=False)
class Entry:
    """One pair of a block mapping, or one item of a block sequence.

    `start` and `column` are those of the key (with its anchor) or of the hyphen; `last_row` ends
    what stands on its own lines, not the block below it. `above` are the comments and blank lines
    over it, `below` comments right under it that a blank line parts from what follows.
    """

    start: int
    row: int
    column: int
    value: Node
    key: str | None = None
    block: Block | None = None
    last_row: int = 0
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Block:
    """A block mapping or a block sequence; `foot` are the comments below its last entry.

    It `is_compact` where it begins on the line of the hyphen that holds it.
    """

    column: int
    is_mapping: bool
    is_compact: bool
    outer: Block | None
    entries: list[Entry] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Page:
    """A whole text: what stands before the blocks, the outermost block, and what ends the text.

    `lines` are those of the text; `root` is the tree of its values.
    """

    lines: list[str]
    positions: Lines
    root: Node
    block: Block
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


def read_blocks(text: str) -> Page | None:
    """Return the blocks of a text with LF line ends that has been read without faults.

    Returns None where the whole text is one value without blocks (in braces, for example). Raises
    Unusual where a block is not laid out.
    """
    root = read_nodes(text)
    if not _is_block(root):
        return None
    lines = text.split("\n")
    builder = _Builder(text, lines)
    return Page(lines, builder.positions, root, builder.build(root, root.start, None))


def _is_block(node: Node) -> bool:
    return node.kind in ("mapping", "sequence") and not node.is_flow


def begin(node: Node, text: str) -> int:
    """Return where a key or a value is written from, its anchor included."""
    anchor = text.rfind("&", 0, node.start) if node.anchored else -1
    return node.start if anchor < 0 else anchor


def indent_of_text(value: Node, column: int, text: str, lines: Sequence[str]) -> tuple[int, bool]:
    """Return how far the lines of a block text are indented, and whether its head tells that.

    `column` is that of its key; the lines are those below the head.
    """
    end = text.find("\n", value.start)
    head = text[value.start : end if end >= 0 else len(text)].partition("#")[0]
    if match := _INDICATOR.search(head):
        return column + int(match[0].strip("|>+-")), True
    full = next((line for line in lines if line.strip(" ")), None)
    widest = max(map(len, lines), default=0)
    return (widest if full is None else len(full) - len(full.lstrip(" "))), False


class _Builder:
    """Makes blocks of nodes."""

    def __init__(self, text: str, lines: Sequence[str]) -> None:
        self.text = text
        self._lines = lines
        self.positions = Lines(text)

    def build(self, node: Node, at: int, outer: Block | None) -> Block:
        """Return the block of a node that begins at or after an offset."""
        starts = self._keys(node) if node.kind == "mapping" else self._hyphens(node, at)
        block: Block | None = None
        for start, key, value in starts:
            row, column = self._position(start)
            is_clear = not self.text[start - column : start].strip(" ")
            if block is None:
                block = Block(column, node.kind == "mapping", not is_clear, outer)
                is_clear |= outer is not None and not self.text[at:start].strip(BLANKS)
            if not is_clear or column != block.column:
                raise Unusual(row)
            block.entries.append(self._entry(start, key, value, block))
        if block is None:  # no block is empty
            raise Unusual(self._position(at)[0])
        return block

    def _entry(self, start: int, key: Node | None, value: Node, block: Block) -> Entry:
        row, column = self._position(start)
        entry = Entry(start, row, column, value, key.text if key else None, last_row=row)
        after = self._after_colon(key) if key else start + 1
        if _is_block(value):
            entry.block = self.build(value, value.start if value.anchored else after, block)
        elif not value.is_empty:
            entry.last_row = self._position(max(value.start, value.end - 1))[0]
            if value.style in BLOCK_TEXT:
                entry.last_row = self._end_of_text(entry)
        return entry

    def _end_of_text(self, entry: Entry) -> int:
        """Return the last line of a block text, which may hold nothing but blanks."""
        last, head = entry.last_row, self._position(entry.value.start)[0]
        written = self._lines[head + 1 : last + 1]
        indent, _ = indent_of_text(entry.value, entry.column, self.text, written)
        for row in range(last + 1, len(self._lines)):
            if self._lines[row].strip(" "):
                break
            if len(self._lines[row]) > indent and written:
                last = row
        return last

    def _keys(self, node: Node) -> Iterator[tuple[int, Node, Node]]:
        """Yield each pair with the offset of its key."""
        for key, value in node.pairs:
            yield begin(key, self.text), key, value

    def _hyphens(self, node: Node, at: int) -> Iterator[tuple[int, None, Node]]:
        """Yield each item with the offset of its hyphen."""
        for item in node.items:
            start = self._skip(at)
            if self.text[start : start + 1] != "-":
                raise Unusual(self._position(min(start, len(self.text)))[0])
            yield start, None, item
            at = max(start + 1, item.end)

    def _after_colon(self, key: Node) -> int:
        """Return where the value of a key may begin."""
        at = key.end
        while self.text[at : at + 1] in (" ", "\t"):
            at += 1
        if self.text[at : at + 1] != ":":
            raise Unusual(self._position(key.start)[0])
        return at + 1

    def _skip(self, at: int) -> int:
        """Return the first offset that is neither blank nor in a comment."""
        match = _BETWEEN.match(self.text, at)
        return match.end() if match else at

    def _position(self, offset: int) -> tuple[int, int]:
        """Return the row and column of an offset, from 0."""
        row = self.positions.number(offset)
        return row, offset - self.positions.span(row)[0]


def walk(block: Block) -> Iterator[tuple[Entry, Block, Entry | None]]:
    """Yield every entry with its block and the entry before it, in the order of the text."""
    before = None
    for entry in block.entries:
        yield entry, block, before
        before = entry
        if entry.block is not None:
            yield from walk(entry.block)
