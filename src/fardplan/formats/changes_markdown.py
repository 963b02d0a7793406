"""Changes as Markdown for a comment on a forge: ~~what is gone~~ and **what is new**.

A comment has a limit; what does not fit is counted, and the last line says how to see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fardplan.changes._base import Comparison
from fardplan.formats._changes_report import Section, build_report
from fardplan.formats._lines_markdown import LIMIT, write_line, write_text
from fardplan.formats._page import Page
from fardplan.locales import comparison as words
from fardplan.locales.text import Lang


def write(comparison: Comparison, page: Page) -> str:
    """Return the changes as Markdown of at most `LIMIT` characters."""
    report = build_report(comparison, page.lang)
    head = f"## {write_text(report.title)}\n\n{write_text(report.summary)}\n"
    told = sum(section.count for section in report.sections)
    reserve = max(len(_left_out(n, comparison, page.lang)) for n in (told, 0))
    body: list[str] = []
    room = LIMIT - len(head) - reserve
    for block, count in _blocks(report.sections):
        room -= len(block)
        if room < 0:
            break
        told -= count
        body.append(block)
    ending = _left_out(told, comparison, page.lang) if room < 0 else ""
    return head + "".join(body) + ending


def _left_out(number: int, comparison: Comparison, lang: Lang) -> str:
    """Return the line on how many changes are left out, or what else if none is."""
    text = words.LEFT_OUT[number != 1] if number else words.LEFT_OUT_REST
    said = text.say(
        lang,
        n=number,
        roadmap=comparison.roadmap,
        old=comparison.old.spec,
        new=comparison.new.spec,
    )
    return f"\n*{write_text(said)}*\n"


def _blocks(sections: tuple[Section, ...]) -> Iterator[tuple[str, int]]:
    """Yield each heading with its first line, then each line; and how many changes each tells.

    What stands below a line comes apart from it, so that a long list is cut in its middle.
    """
    for section in sections:
        count = f" ({section.count})" if section.count else ""
        heading = f"\n### {write_text(section.title)}{count}\n\n"
        for line in section.lines:
            yield heading + write_line(replace(line, children=())), line.own
            heading = ""
            for child in line.children:
                yield write_line(child, "  "), child.count
