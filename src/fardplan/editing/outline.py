"""A new file, or a new part of one, with what is known and room for what is not.

What is known stands as usual. What is not known yet stands as a comment in its place: the key, a
gap to fill, and a question to the right, so that nothing is made up and nothing is forgotten:

    title: Trygg hemgång
    # responsible: …            # vem ansvarar?

Who takes the `#` away and writes over the gap has written the key as it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from fardplan.editing._source import Source
from fardplan.editing.fragments import Noted, Plain, as_read, print_pair
from fardplan.editing.key_order import key_order
from fardplan.locales.text import Lang, Text
from fardplan.model.base import Value
from fardplan.source.yaml import read_yaml

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

    Something must be known. In a file it should be the first key: comments above that one would be
    about the whole file.
    """
    rank = {key: place for place, key in enumerate(key_order(model))}
    gaps = {key_of(lines): lines for lines in left if key_of(lines) not in known}
    laid: dict[str, Plain] = {}
    above: tuple[str, ...] = ()
    below: dict[str, tuple[str, ...]] = {}
    last = ""
    for key in sorted([*known, *gaps], key=lambda key: rank.get(key, len(rank))):
        if key in known:
            laid[key] = Noted(known[key], above) if above else known[key]
            above, last = (), key
        elif last:
            below[last] = (*below.get(last, ()), *write_gaps(gaps[key], lang))
        else:
            above = (*above, *write_gaps(gaps[key], lang))
    for key, lines in below.items():
        value = laid[key]
        noted = value if isinstance(value, Noted) else Noted(value)
        laid[key] = noted._replace(below=lines)
    return laid


def write_gaps(lines: Open, lang: Lang) -> tuple[str, ...]:
    """Return the lines of comments (without `#`) that leave room for an answer."""
    return tuple(
        line if question is None else f"{line:<{_COLUMN}}  # {question.say(lang)}"
        for line, question in lines
    )


def fill_gap(data: bytes, key: str, value: Plain, at_least: Mapping[str, object]) -> bytes | None:
    """Return a file in which the gap for a key is filled; None where it has no such gap.

    Only a gap that `lay_out` has left counts, on a line of its own at the top level. `at_least` are
    the values that the file holds, which it must hold afterwards, too.
    """
    source = Source.read(data)
    gap = re.search(
        rf"^# {re.escape(key)}: {GAP}[^\r\n]*(\r\n|\r|\n|\Z)", source.text, re.MULTILINE
    )
    if gap is None or key in at_least:
        return None
    lines = [line + source.line_end for line in print_pair(key, value, source.layout)]
    text = source.text[: gap.start()] + "".join(lines) + source.text[gap.end() :]
    filled = replace(source, text=text).write()
    if read_yaml(filled).values != {**at_least, key: as_read(value)}:
        return None
    return filled


def key_of(lines: Open) -> str:
    """Return the key that lines are about."""
    return lines[0].line.partition(":")[0]


def is_whole(laid: Mapping[str, Plain]) -> bool:
    """Tell whether what was laid out has no gaps, at any depth."""
    for value in laid.values():
        if isinstance(value, Noted) and (value.above or value.below):
            return False
        inner = value.value if isinstance(value, Noted) else value
        if isinstance(inner, Mapping) and not is_whole(inner):
            return False
    return True
