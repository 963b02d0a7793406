"""Lines of a report as Markdown for a forge: ~~what is gone~~ and **what is new**."""

from __future__ import annotations

import re

from fardplan.documents.markdown.text import escape_words, guard_line, wrap
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_wording import Piece

LIMIT = 60_000
"""The most characters of a comment, of the 65 536 that GitHub takes."""

_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_MARKS = {"name": "**", "old": "~~", "new": "**"}


def write_line(line: Line, indent: str = "") -> str:
    """Return a line as a point, with those below it as points of their own."""
    own = f"{indent}- {guard_line(''.join(_piece(piece) for piece in line.pieces).strip())}\n"
    return own + "".join(write_line(child, f"{indent}  ") for child in line.children)


def write_text(text: str) -> str:
    """Return words that stand on a line of their own."""
    return guard_line(_escape(text))


def _piece(piece: Piece) -> str:
    mark = _MARKS.get(piece.role)
    text = _escape(piece.text)
    if mark == "~~":
        text = text.replace("~", r"\~")
    return wrap(mark, text) if mark else text


def _escape(text: str) -> str:
    """Return words that are text for the forge, which else would notify whoever is called @name."""
    return _MENTION.sub("@<!-- -->", escape_words(text))
