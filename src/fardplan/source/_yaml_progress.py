"""What is known of a YAML text while it is being read, for explaining where it broke."""

from __future__ import annotations

import re

from fardplan.source.places import Lines, Span

_WORD = re.compile(r"\S+")
_KEY_LINE = re.compile(r"\s*(?:-\s|[\w-]+:(\s|$))")
_INDENT = re.compile(r"\s*(?:-\s+)*")
_DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
_CONFLICT = tuple(
    re.compile(sign, re.MULTILINE) for sign in (r"^<{7} [^\r\n]*", r"^={7}\r?$", r"^>{7} ")
)
"""The lines that git puts around what two branches have changed in two ways."""


class Progress:
    """The lines of a text, its last quoted scalar, and the brackets that are open."""

    def __init__(self, lines: Lines) -> None:
        """Begin before the first event."""
        self.lines = lines
        self.quoted: Span | None = None
        self.brackets: list[int] = []

    def spans_lines(self, span: Span) -> bool:
        """Say whether something goes over more than one line."""
        return not self.same_line(*span)

    def same_line(self, one: int, other: int) -> bool:
        """Say whether two offsets stand on one line."""
        return self.lines.number(one) == self.lines.number(other)

    def word(self, at: int) -> Span:
        """Return the word that begins at an offset, at least one character."""
        match = _WORD.match(self.lines.text, at)
        return match.span() if match else (at, min(at + 1, len(self.lines.text)))

    def rest(self, at: int) -> Span:
        """Return what stands from an offset to the end of its line."""
        return at, max(at + 1, self.lines.span(self.lines.number(at))[1])

    def content(self, row: int) -> Span:
        """Return a line (from 0) without its indentation."""
        start, end = self.lines.span(row)
        line = self.lines.text[start:end]
        return start + len(line) - len(line.lstrip()), end

    def directive(self, before: int | None = None) -> Span | None:
        """Return the last line that begins with % and does not begin after an offset."""
        until = len(self.lines.text) if before is None else before
        found = [match.span() for match in _DIRECTIVE.finditer(self.lines.text)]
        return next((span for span in reversed(found) if span[0] <= until), None)

    def conflict(self) -> Span | None:
        """Return the line that begins what git could not merge."""
        first: Span | None = None
        at = 0
        for sign in _CONFLICT:
            match = sign.search(self.lines.text, at)
            if match is None:
                return None
            first, at = first or match.span(), match.end()
        return first

    def likely_end(self, start: int) -> int:
        """Return where something unclosed probably should have ended.

        That is the end of the last line before one that looks like a new key; without one, the
        last line of the file.
        """
        row = self._next_key(start)
        return self._end_of(len(self.lines) - 1 if row is None else row - 1)

    def has_key_between(self, start: int, end: int) -> bool:
        """Say whether a line below `start`, down to the one of `end`, looks like a new key."""
        row = self._next_key(start)
        return row is not None and row <= self.lines.number(end)

    def _next_key(self, start: int) -> int | None:
        """Return the first line below an offset that looks like a new key or item.

        It may not be indented further than the key of the line on which the offset stands, since
        what is belongs to the text.
        """
        first = self.lines.number(start)
        limit = _measure_indent(self.lines.line(first))
        for row in range(first + 1, len(self.lines)):
            line = self.lines.line(row)
            if _KEY_LINE.match(line) and len(line) - len(line.lstrip()) <= limit:
                return row
        return None

    def _end_of(self, row: int) -> int:
        """Return where the last line with content ends, from a line upwards."""
        while row and not self.lines.line(row):
            row -= 1
        return self.lines.span(row)[1]


def _measure_indent(line: str) -> int:
    """Return how far a line is indented, dashes of list items included."""
    match = _INDENT.match(line)
    return match.end() if match else 0
