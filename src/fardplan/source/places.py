"""Where every key and value of a file stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

from fardplan.source.faults import START, Place

if TYPE_CHECKING:
    from fardplan.model.fields import Route  # at run time that would load every model

Span = tuple[int, int]
"""Start and exclusive end as offsets in a text (code points)."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text, as editors count them: ended by LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        """Find where each line starts and where its content ends."""
        self.text = text
        breaks = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]
        self._content_ends: dict[int, int] = {}  # a line may be megabytes long: strip it once

    def number(self, offset: int) -> int:
        """Return the line that holds an offset, from 0."""
        return bisect_right(self._starts, offset) - 1

    def span(self, number: int) -> Span:
        """Return the offsets of a line (from 0) without its line break and trailing blanks."""
        start = self._starts[number]
        end = self._content_ends.get(number)
        if end is None:
            end = start + len(self.text[start : self._ends[number]].rstrip())
            self._content_ends[number] = end
        return start, end

    def content_end(self, offset: int) -> int:
        """Return where the content of the line that holds an offset ends, not before the offset."""
        return max(offset, self.span(self.number(offset))[1])

    def end_of_block(self, offset: int) -> int:
        """Return where the block scalar ends whose header (`>-`) stands at an offset."""
        number = self.number(offset)
        indent = 0
        for at in range(number + 1, len(self)):
            line = self.line(at)
            here = len(line) - len(line.lstrip(" "))
            if line and here < (indent or 1):
                break
            indent = indent or (here if line else 0)
            number = at
        return self.span(number)[1]

    def line(self, number: int) -> str:
        """Return the text of a line (from 0) without trailing blanks."""
        start, end = self.span(number)
        return self.text[start:end]

    def width(self, number: int) -> int:
        """Return how long a line (from 0) is with its trailing blanks."""
        return self._ends[number] - self._starts[number]

    def __len__(self) -> int:
        """Return the number of lines; a text that ends in a line break ends with an empty one."""
        return len(self._starts)

    def place(self, start: int, end: int) -> Place:
        """Return the place of a span, cut at the end of the line on which it starts."""
        number = self.number(start)
        first = self._starts[number]
        end = max(start, min(end, self._ends[number]))
        return Place(number + 1, start - first + 1, number + 1, end - first + 1)


class Places:
    """The places of one file, found by route.

    A route that is not in the file falls back to the nearest thing above it that is, and at last
    to the beginning of the file: every finding has somewhere to stand. A key that meets a list is
    passed over, since a list may be written in place of the mapping that holds it.
    """

    def __init__(
        self,
        lines: Lines,
        values: Mapping[Route, Span],
        keys: Mapping[Route, Span],
        first_keys: Mapping[Route, Span],
    ) -> None:
        """Keep the spans; they become lines and columns when asked for."""
        self._lines = lines
        self._values = values
        self._keys = keys
        self._first_keys = first_keys

    def value(self, route: Route) -> Place:
        """Return the place of a value; of a collection, what stands on its first line."""
        route = self._as_written(route)
        while route not in self._values:
            if not route:
                return START
            route = route[:-1]
        return self._lines.place(*self._values[route])

    def words(self, route: Route, words: str) -> Place:
        """Return the place of the first such words in a text, however the lines are broken.

        Inside a longer word they are sought last. It is that of the whole value where they are not
        written just so.
        """
        start, end = self._values.get(self._as_written(route), (0, 0))
        if self._lines.text[start:end].startswith(("|", ">")):
            end = self._lines.end_of_block(start)
        some = r"\s+".join(map(re.escape, words.split()))
        inside = self._lines.text, start, end
        whole = re.compile(rf"(?<!\w){some}(?!\w)").search(*inside)
        found = whole or re.compile(some).search(*inside)
        return self._lines.place(*found.span()) if found and words else self.value(route)

    def key(self, route: Route) -> Place:
        """Return the place of a key; of a list item, which has none, that of its value."""
        route = self._as_written(route)
        while route and route not in self._keys:
            if route in self._values:
                return self.value(route)
            route = route[:-1]
        return self._lines.place(*self._keys[route]) if route else self.value(())

    def first_key(self, route: Route) -> Place:
        """Return the place of the first key of a mapping, where a missing key is shown.

        Where there is no mapping with keys it is the place of the key itself.
        """
        route = self._as_written(route)
        span = self._first_keys.get(route)
        return self.key(route) if span is None else self._lines.place(*span)

    def _as_written(self, route: Route) -> Route:
        """Return a route without the keys that are not written because a list stands there."""
        written: Route = ()
        for part in route:
            step = (*written, part)
            in_list = isinstance(part, str) and (*written, 0) in self._values
            written = written if in_list else step
        return written

    def __contains__(self, route: object) -> bool:
        """Say whether the file has a value at exactly this route."""
        return route in self._values
