"""The lines of one value, moved to another column; and long texts, folded."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.editing._layout_blocks import BLANKS, BLOCK_TEXT, Entry, Page, indent_of_text
from fardplan.editing._nodes import Node
from fardplan.editing._refusal import CannotEdit
from fardplan.editing._scalars import print_text_block

INDENT = 2
LONGEST = 100
FOLDED = 88

_NO_ROOM = -1


def is_kept_text(value: Node, text: str) -> bool:
    """Tell whether a value is a block text whose blank lines at the end are part of it."""
    if value.style not in BLOCK_TEXT:
        return False
    return "+" in text[value.start : value.end].split("\n", 1)[0].partition("#")[0]


def move_value(entry: Entry, page: Page, column: int, shift: int) -> Iterator[str]:
    """Yield the lines below the first of a key or hyphen that goes to `column`.

    `shift` is how far the text on its own line moves. A block text is indented anew; all other
    lines keep their distance to the first.
    """
    value = entry.value
    first_of_text = entry.last_row + 1
    if value.style in BLOCK_TEXT:
        first_of_text = page.positions.number(value.start) + 1
    least = column + 1
    for row in range(entry.row + 1, min(first_of_text, entry.last_row + 1)):
        line = page.lines[row]
        content = line.lstrip(" ")
        indent = len(line) - len(content)
        moved = max(0, indent + shift)
        if indent > entry.column:
            moved = max(moved, least)
        content = strip(content, value)
        yield " " * moved + content if content else ""
    if first_of_text <= entry.last_row:
        yield from _move_text(page.lines[first_of_text : entry.last_row + 1], entry, page, column)


def strip(content: str, value: Node) -> str:
    """Return a line without trailing blanks, unless a backslash makes them part of a text."""
    stripped = content.rstrip(BLANKS)
    may_escape = value.style == '"' or value.is_flow
    return content if may_escape and stripped.endswith("\\") else stripped


def _move_text(lines: list[str], entry: Entry, page: Page, column: int) -> Iterator[str]:
    """Yield the lines of a block text for a key at `column`."""
    indent, is_told = indent_of_text(entry.value, entry.column, page.positions.text, lines)
    shift = column - entry.column if is_told else column + INDENT - indent
    for line in lines:
        if line.strip(" ") or len(line) > indent:
            yield " " * shift + line if shift > 0 else line[-shift:]
        else:  # an empty line, however many blanks it holds
            yield line[: indent + shift]


def fold(entry: Entry, page: Page, column: int) -> list[str]:
    """Return a long one-line Markdown text as `>-` and its lines, below a key at `column`.

    Returns nothing where it is short, has an anchor or cannot be folded. The lines are those from
    the start of the key (or hyphen) on, without indentation but for the text's own.
    """
    value, text = entry.value, page.positions.text
    if value.kind != "scalar" or value.style in BLOCK_TEXT or value.anchored:
        return []
    row, end = page.lines[entry.row], value.end - (entry.start - entry.column)
    at = value.start - (entry.start - entry.column)
    if entry.last_row != entry.row or not entry.column <= at < end <= len(row):
        return []
    before = row[entry.column : at]
    if entry.key is None:
        before = "- "
    too_long = column + len(before) + end - at > LONGEST
    if not too_long or "\n" in value.text or text[value.start] == "!":
        return []
    try:
        lines = print_text_block(value.text, _NO_ROOM, FOLDED - column - INDENT)
    except CannotEdit:
        return []
    if not lines:
        return []
    comment = row[end:].strip(BLANKS)
    first = f"{before}{lines[0]}  {comment}" if comment else before + lines[0]
    return [first, *(" " * (column + INDENT) + line for line in lines[1:])]
