"""A new file, or a new part of one, with what is known and room for what is not.

What is known stands as usual. What is not known yet stands as a comment in its place: the key, a
gap to fill, and a question to the right, so that nothing is made up and nothing is forgotten:

    title: Trygg hemgång
    # responsible: …            # vem ansvarar?

Who takes the `#` away and writes over the gap has written the key as it should be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from fardplan.editing.fragments import Noted, Plain
from fardplan.editing.key_order import key_order
from fardplan.locales.text import Lang, Text
from fardplan.model.base import Value

GAP: Final = "…"
"""What stands where an answer belongs."""

_COLUMN: Final = 28
"""How wide the lines are before the questions; what is longer pushes its question on."""


class Gap(NamedTuple):
    """A line that is left to fill in, as YAML with a gap, and the question to the right of it."""

    line: str
    question: Text | None = None


Open: TypeAlias = tuple[Gap, ...]
"""The lines under one key that are left to fill in, the first of them with the key."""


def lay_out(
    model: type[Value], known: Mapping[str, Plain], left: Iterable[Open], lang: Lang
) -> dict[str, Plain]:
    """Return what is known of a `model`, in the order of its keys, with the gaps as comments.

    At least the model's first key in order must be known: comments above it would be about the
    file.
    """
    rank = {key: place for place, key in enumerate(key_order(model))}
    gaps = {key_of(lines): lines for lines in left if key_of(lines) not in known}
    parts = sorted([*known, *gaps], key=lambda key: rank.get(key, len(rank)))
    laid: dict[str, Plain] = {}
    last = ""
    for is_known, keys in groupby(parts, key=known.__contains__):
        if is_known:
            for last in keys:
                laid[last] = known[last]
        else:
            below = tuple(line for key in keys for line in write_gaps(gaps[key], lang))
            laid[last] = Noted(laid[last], below=below)
    return laid


def write_gaps(lines: Open, lang: Lang) -> tuple[str, ...]:
    """Return the lines of comments (without `#`) that leave room for an answer."""
    return tuple(
        line if question is None else f"{line:<{_COLUMN}}  # {question.say(lang)}"
        for line, question in lines
    )


def key_of(lines: Open) -> str:
    """Return the key that lines are about."""
    return lines[0].line.partition(":")[0]
