"""The layout that files have: the order of keys, indentation, blank lines. The texts stay.

Everything is moved in whole lines, so that nothing within a line can be lost; the result is read
again before anyone gets to see it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fardplan.editing._layout_blocks import BLANKS, Block, Entry, Page, Unusual
from fardplan.editing._layout_check import says_the_same
from fardplan.editing._layout_comments import read_page
from fardplan.editing._layout_lines import INDENT, fold, is_kept_text, move_value, strip
from fardplan.editing._layout_order import Aliases, order_entries
from fardplan.editing.key_order import Spot, spot_in
from fardplan.locales.text import Text
from fardplan.source.faults import Fault, Place
from fardplan.source.yaml import YamlDocument, read_yaml

UNUSUAL = Text(
    "Filen är skriven på ett sätt som fardplan fmt inte kan formatera. Den är orörd.",
    "The file is written in a way that fardplan fmt does not lay out. It is left as it is.",
)
WRITE_PLAINLY = Text(
    "Skriv ”nyckel: värde” eller ”- värde” på en egen rad här, utan ”?” och med ankaret (&) på "
    "nyckelns rad.",
    "Write “key: value” or “- value” on a line of its own here, without “?” and with the anchor "
    "(&) on the line of the key.",
)
NOT_SAME = Text(
    "Filen går inte att formatera utan att något i den ändras. Den är orörd.",
    "The file cannot be laid out without changing something in it. It is left as it is.",
)
CHECK_END = Text(
    "Se efter om en text med | eller > slutar filen utan radbyte. Lägg till ett.",
    "See if a text with | or > ends the file without a line break. Add one.",
)

_LINE_END = re.compile(r"\r\n?")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Laid:
    """A file as it should be written; or as it is, with the fault that stands in the way."""

    data: bytes
    fault: Fault | None = None


def lay_out(path: str, data: bytes) -> Laid:
    """Return the file at a path as it should be written."""
    return lay_out_as(spot_in(path), data)


def lay_out_as(spot: Spot, data: bytes) -> Laid:
    """Return a file as it should be written, with the keys in the order that `spot` knows."""
    document = read_yaml(data)
    if document.faults:
        return Laid(data, document.faults[0])
    text = _LINE_END.sub("\n", data.decode().removeprefix(_BOM))
    try:
        page = read_page(text)
        new = _Writer(page).write(spot) if page else _end_line(text)
    except Unusual as unusual:
        place = Place(unusual.row + 1, 1, unusual.row + 1, 1)
        return Laid(data, Fault("yaml-syntax", UNUSUAL, hint=WRITE_PLAINLY, place=place))
    laid = new.encode()
    if laid == data:
        return Laid(data)
    return Laid(laid) if _is_same(document, page, laid) else Laid(data, _NOT_SAME)


_NOT_SAME = Fault("yaml-syntax", NOT_SAME, hint=CHECK_END)


def _is_same(before: YamlDocument, page: Page | None, laid: bytes) -> bool:
    """Tell whether a new text has the same values and the same comments."""
    after = read_yaml(laid)
    if after.faults or after.values != before.values:
        return False
    return page is None or says_the_same(page, laid.decode())


def _end_line(text: str) -> str:
    """Return a text that ends in a line break."""
    return text if text.endswith("\n") else text + "\n"


class _Writer:
    """Writes a page anew, line by line."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._aliases = Aliases(page)
        self._out: list[str] = []
        self._is_open = False
        """Whether a text has just ended that would take a blank line for its own."""

    def write(self, spot: Spot) -> str:
        """Return the whole text."""
        page = self._page
        self._add_comments(page.head, 0)
        self._write_block(page.block, spot, 0, "")
        self._out += page.tail
        while not self._out[-1] and (page.tail or not self._is_open):
            self._out.pop()
        return "\n".join(self._out) + "\n"

    def _write_block(self, block: Block, spot: Spot, column: int, prefix: str) -> None:
        """Write a block with its keys or hyphens at `column`; `prefix` begins its first line."""
        entries: Sequence[Entry] = block.entries
        if block.is_mapping:
            entries = order_entries(block, spot.keys(), self._page, self._aliases)
        parted = block.outer is None and self._needs_parting(entries[0], block)
        for number, entry in enumerate(entries):
            above = entry.above if number else _without_blanks_first(entry.above)
            outermost = len(prefix) - len(prefix.lstrip(" ")) if prefix else column
            self._add_comments(["", *above] if parted else above, outermost)
            inner = spot.enter(number if entry.key is None else entry.key)
            self._write_entry(entry, inner, column, prefix or " " * column)
            prefix = ""
            self._add_comments(entry.below, column)
            parted = bool(entry.below)
        self._add_comments(block.foot, column)

    def _needs_parting(self, first: Entry, block: Block) -> bool:
        """Tell whether the comments of a key that has become the first would join the head's."""
        return first is not block.entries[0] and bool(first.above)

    def _write_entry(self, entry: Entry, spot: Spot, column: int, prefix: str) -> None:
        """Write a key or a hyphen with its value; `prefix` is what stands before it."""
        page = self._page
        if entry.block is not None and entry.block.is_compact:
            self._write_block(entry.block, spot, column + INDENT, f"{prefix}- ")
            return
        if spot.is_prose and (folded := fold(entry, page, column)):
            self._out += [prefix + folded[0], *folded[1:]]
            self._is_open = False
            return
        line, shift = page.lines[entry.row][entry.column :], column - entry.column
        if entry.key is None and (after := line[1:].lstrip(BLANKS)):
            if not after.startswith("#"):
                shift += INDENT - (len(line) - len(after))
            line = f"- {after}"
        is_whole = entry.last_row == entry.row
        self._out.append(prefix + (line.rstrip(BLANKS) if is_whole else strip(line, entry.value)))
        self._out += move_value(entry, page, column, shift)
        self._is_open = is_kept_text(entry.value, page.positions.text)
        if entry.block is not None:
            self._write_block(entry.block, spot, column + INDENT, "")

    def _add_comments(self, lines: Sequence[str], column: int) -> None:
        """Write comments and blank lines, of which never two follow on each other."""
        for line in lines:
            if line:
                self._out.append(" " * column + line)
                self._is_open = False
            elif self._out and self._out[-1] and not self._is_open:
                self._out.append("")


def _without_blanks_first(lines: Sequence[str]) -> Sequence[str]:
    first = next((number for number, line in enumerate(lines) if line), len(lines))
    return lines[first:]
