"""Values with what their container needs to know of them: place, size and height."""

from __future__ import annotations

from typing import NamedTuple

from fardplan.source.places import Span


class Node(NamedTuple):
    """A value with what its container and the aliases to it need to know."""

    value: object
    span: Span = (0, 0)
    size: int = 1  # values, itself included, with aliases written out
    height: int = 0  # levels of collections


class Collection:
    """The node of a mapping or a sequence while it is being read.

    Its span is what stands on its first line: block collections have no visible end.
    """

    def __init__(self, start: int, line_end: int) -> None:
        self._start, self._line_end = start, line_end
        self._end = start
        self._size, self._height = 1, 0

    def widen(self, start: int, end: int) -> None:
        """Take in a part that may stand on the first line."""
        if start <= self._line_end:
            self._end = max(self._end, min(end, self._line_end))

    def add(self, node: Node) -> None:
        """Take in an item."""
        self.widen(*node.span)
        self._size += node.size
        self._height = max(self._height, node.height)

    def close(self, value: object) -> Node:
        """Return the finished node."""
        end = self._end if self._end > self._start else min(self._start + 1, self._line_end)
        return Node(value, (self._start, end), self._size, self._height + 1)
