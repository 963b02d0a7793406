"""Changes as Markdown for a comment on a forge: ~~what is gone~~ and **what is new**.

A comment has a limit; what does not fit is counted, and the last line says how to see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fardplan.changes._base import Comparison
from fardplan.documents.markdown_text import escape_words, guard_line, wrap
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_report import Section, build_report
from fardplan.formats._changes_wording import Piece
from fardplan.formats._page import Page
from fardplan.locales import changes as words
from fardplan.locales.text import Lang

LIMIT = 60_000
"""The most characters, of the 65 536 that GitHub takes."""

_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_MARKS = {"name": "**", "old": "~~", "new": "**"}


def write(comparison: Comparison, page: Page) -> str:
    """Return the changes as Markdown of at most `LIMIT` characters."""
    report = build_report(comparison, page.lang)
    head = f"## {_text(report.title)}\n\n{_text(report.summary)}\n"
    told = sum(section.count for section in report.sections)
    reserve = len(_left_out(told, comparison, page.lang))
    body: list[str] = []
    room = LIMIT - len(head) - reserve
    for block, count in _blocks(report.sections):
        room -= len(block)
        if room < 0:
            break
        told -= count
        body.append(block)
    ending = _left_out(told, comparison, page.lang) if told else ""
    return head + "".join(body) + ending


def _left_out(number: int, comparison: Comparison, lang: Lang) -> str:
    said = words.LEFT_OUT[number != 1].say(
        lang,
        n=number,
        roadmap=comparison.roadmap,
        old=comparison.old.spec,
        new=comparison.new.spec,
    )
    return f"\n*{_text(said)}*\n"


def _blocks(sections: tuple[Section, ...]) -> Iterator[tuple[str, int]]:
    """Yield each heading with its first line, then each line; and how many changes each tells."""
    for section in sections:
        heading = f"\n### {_text(section.title)} ({section.count})\n\n"
        for line in section.lines:
            yield heading + _line(line, ""), line.count
            heading = ""


def _line(line: Line, indent: str) -> str:
    own = f"{indent}- {guard_line(''.join(_piece(piece) for piece in line.pieces).strip())}\n"
    return own + "".join(_line(child, f"{indent}  ") for child in line.children)


def _piece(piece: Piece) -> str:
    mark = _MARKS.get(piece.role)
    text = _escape(piece.text)
    if mark == "~~":
        text = text.replace("~", r"\~")
    return wrap(mark, text) if mark else text


def _text(text: str) -> str:
    return guard_line(_escape(text))


def _escape(text: str) -> str:
    """Return words that are text for the forge, which else would notify whoever is called @name."""
    return _MENTION.sub("@<!-- -->", escape_words(text))
