"""What a judgement rests on besides the roadmap itself, noted as it is asked for.

So a judgement stands for as long as what it rests on: no rule has to say which other files it looks
at, and none can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
Token = tuple[str, ...]
"""A question that was asked: its sort, and what it was about."""


class Trace:
    """Collects the questions that are asked."""

    def __init__(self) -> None:
        """Begin with none."""
        self._asked: set[Token] = set()
        self._known: dict[Hashable, tuple[Any, set[Token]]] = {}

    def note(self, *token: str) -> None:
        """Note one question."""
        self._asked.add(token)

    def begin(self) -> set[Token]:
        """Return the empty set that the questions go into from now on."""
        self._asked = set()
        return self._asked

    def once(self, name: Hashable, work_out: Callable[[], T], *, apart: bool = False) -> T:
        """Return what is worked out once, however many ask for it.

        Each of them has asked all that it took; `apart` leaves that to the one who asks.
        """
        if name not in self._known:
            outside, self._asked = self._asked, set()
            try:
                value = work_out()
            finally:
                asked, self._asked = self._asked, outside
            self._known[name] = value, asked
        value, asked = self._known[name]
        if not apart:
            self._asked |= asked
        return value
