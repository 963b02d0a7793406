"""A YAML file that is being edited: its text, its nodes, its values, and how it is laid out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from fardplan.editing._nodes import Node, read_nodes
from fardplan.editing._refusal import CannotEdit
from fardplan.editing.fragments import Layout
from fardplan.locales.text import Saying, Text
from fardplan.source.places import Lines
from fardplan.source.yaml import read_yaml

BROKEN = Text(
    "rad {line} går inte att läsa: {reason} Rätta det först (visa felen: fardplan validate)",
    "line {line} cannot be read: {reason} Mend that first (show the errors: fardplan validate)",
)
NOT_SAFE = Text(
    "ändringen går inte att göra utan att något annat i filen ändras. Gör den för hand",
    "the change cannot be made without changing something else in the file. Make it by hand",
)
LOSES_COMMENT = Text(
    "ändringen skulle ta bort en kommentar: ”{comment}”. Flytta kommentaren först",
    "the change would remove a comment: “{comment}”. Move the comment first",
)

_BOM = b"\xef\xbb\xbf"
_COMMENT = re.compile(r"(?<![^\s])#[^\r\n]*")


class Edit(NamedTuple):
    """What is put in the place of a part of a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Source:
    """One file's text (without byte order mark) with all that is known of it."""

    text: str
    values: object
    has_bom: bool = False

    @classmethod
    def read(cls, data: bytes) -> Source:
        """Read a file; raises CannotEdit where it has faults, since their neighbours may move."""
        document = read_yaml(data)
        if document.faults:
            fault = document.faults[0]
            reason = Saying(fault.text, fault.values)
            raise CannotEdit(BROKEN, {"line": fault.place.line, "reason": reason})
        has_bom = data.startswith(_BOM)
        return cls(data.decode("utf-8-sig"), document.values, has_bom)

    def write(self) -> bytes:
        """Return the file's bytes."""
        return (_BOM if self.has_bom else b"") + self.text.encode()

    def apply(
        self, edits: list[Edit], intended: object, *, losing: Counter[str] | None = None
    ) -> Source:
        """Return the file with the edits made; raises CannotEdit unless just `intended` comes out.

        Every comment must still be there but for those that are meant to go.
        """
        text = self.text
        for edit in sorted(set(edits), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        document = read_yaml(text.encode())
        if document.faults or document.values != intended:
            raise CannotEdit(NOT_SAFE)
        changed = Source(text, document.values, self.has_bom)
        if lost := self.comments - changed.comments - (losing or Counter()):
            raise CannotEdit(LOSES_COMMENT, {"comment": next(iter(lost))})
        return changed

    @cached_property
    def root(self) -> Node:
        """The tree of nodes."""
        return read_nodes(self.text)

    @cached_property
    def lines(self) -> Lines:
        """The lines, to find rows and columns."""
        return Lines(self.text)

    @cached_property
    def line_end(self) -> str:
        """What ends the lines of the file: that of the first."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    @cached_property
    def comments(self) -> Counter[str]:
        """Every comment, without trailing blanks."""
        return Counter(comment for _, comment in self._placed_comments)

    def comments_in(self, start: int, end: int) -> Iterator[str]:
        """Yield the comments that begin in a part of the text."""
        return (comment for at, comment in self._placed_comments if start <= at < end)

    @cached_property
    def _placed_comments(self) -> tuple[tuple[int, str], ...]:
        return tuple(self._find_comments())

    def _find_comments(self) -> Iterator[tuple[int, str]]:
        """Yield what begins with `#` and stands in no scalar, with where it begins.

        A block text's head may hold one.
        """
        at = 0
        scalars = [node for node in self.root.scalars() if not node.is_empty]
        for node in sorted(scalars, key=lambda node: node.start):
            yield from self._comments_between(at, node.start)
            at = max(at, node.end)
            if node.style in ("|", ">"):
                yield from self._comments_between(node.start, self.lines.content_end(node.start))
        yield from self._comments_between(at, len(self.text))

    def _comments_between(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        found = _COMMENT.finditer(self.text, start, end) if start < end else ()
        return ((match.start(), match[0].rstrip()) for match in found)

    @cached_property
    def layout(self) -> Layout:
        """How far the file indents: as most of its mappings and lists do."""
        steps: Counter[int] = Counter()
        dashes: Counter[int] = Counter()
        self._measure(self.root, steps, dashes)
        step = steps.most_common(1)[0][0] if steps else 2
        return Layout(step, dashes.most_common(1)[0][0] if dashes else 2)

    def _measure(self, node: Node, steps: Counter[int], dashes: Counter[int]) -> None:
        for key, value in node.pairs:
            if value.kind == "mapping" and not value.is_flow and value.pairs:
                steps[self.column(value.pairs[0][0].start) - self.column(key.start)] += 1
            elif value.kind == "sequence" and not value.is_flow and not value.anchored:
                dashes[self.column(value.start) - self.column(key.start)] += 1
            self._measure(value, steps, dashes)
        for item in node.items:
            self._measure(item, steps, dashes)

    def row(self, offset: int) -> int:
        """Return the line of an offset, from 0."""
        return self.lines.number(offset)

    def column(self, offset: int) -> int:
        """Return the column of an offset, from 0."""
        return offset - self.lines.span(self.row(offset))[0]

    def below(self, row: int) -> int:
        """Return where the line below a line begins, or the end of the text."""
        return self.lines.span(row + 1)[0] if row + 1 < len(self.lines) else len(self.text)

    def last_row(self, node: Node, deeper_than: int) -> int:
        """Return the last line of a node, with the comments below it that are indented deeper."""
        last = self.row(max(node.start, node.end - 1))
        for row in range(last + 1, len(self.lines)):
            line = self.lines.line(row)
            content = line.lstrip(" \t")
            if content.startswith("#") and len(line) - len(content) > deeper_than:
                last = row
            elif content:
                break
        return last

    def insert_below(self, row: int, lines: list[str], column: int) -> Edit:
        """Return the edit that puts lines below a line, indented to a column."""
        at = self.below(row)
        written = [" " * column + line if line else line for line in lines]
        if at == len(self.text) and not self.text.endswith(("\n", "\r")):
            return Edit(at, at, "".join(self.line_end + line for line in written))
        return Edit(at, at, "".join(line + self.line_end for line in written))
