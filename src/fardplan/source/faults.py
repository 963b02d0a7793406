"""What cannot be read, and where: the values that every reader hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fardplan.locales.text import Text, no_values


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One place in a file: lines and columns in code points from 1, the end exclusive.

    A byte order mark takes no column. The end stands on the line of the start unless a reader says
    otherwise, so that a caret fits under it; it equals the start where there is nothing to mark
    (the value of `key:`).
    """

    line: int
    column: int
    end_line: int
    end_column: int


START = Place(1, 1, 1, 1)
"""The beginning of a file: the place of what concerns all of it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a reader could not take: a finding before rule, severity and file are joined to it.

    `values` go into `text` and `hint`; the related texts take none.
    """

    rule: str
    text: Text
    values: Mapping[str, object] = field(default_factory=no_values, hash=False)
    hint: Text | None = None
    place: Place = START
    related: tuple[tuple[Place, Text], ...] = ()
