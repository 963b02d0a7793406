"""A line of a report, with points below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fardplan.formats._changes_wording import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """One line, how many changes it tells itself, and what stands below it."""

    pieces: tuple[Piece, ...]
    own: int
    children: tuple[Line, ...] = ()

    @property
    def count(self) -> int:
        """How many changes the line and all below it tell."""
        return self.own + sum(child.count for child in self.children)


def count_lines(lines: Iterable[Line]) -> int:
    """Return how many changes some lines tell."""
    return sum(line.count for line in lines)
