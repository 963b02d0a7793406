"""What changes mean for others, as Markdown for a comment on a forge."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._impact import Consequences
from fardplan.formats._changes_report import Section
from fardplan.formats._impact_report import build_impact_report
from fardplan.formats._lines_markdown import LIMIT, write_line, write_text
from fardplan.formats._page import Page
from fardplan.locales import impact as words


def write(consequences: Consequences, page: Page) -> str:
    """Return who is to do what as Markdown of at most `LIMIT` characters.

    What does not fit is left out from the end, where the mildest stands, and the last line says so.
    """
    report = build_impact_report(consequences, page.lang)
    compared = consequences.comparison
    ending = words.LEFT_OUT.say(
        page.lang, roadmap=compared.roadmap, old=compared.old.spec, new=compared.new.spec
    )
    last = f"\n*{write_text(ending)}*\n"
    written = f"## {write_text(report.title)}\n\n{write_text(report.summary)}\n"
    for block in _blocks(report.sections):
        if len(written) + len(block) + len(last) > LIMIT:
            return written + last
        written += block
    return written


def _blocks(sections: tuple[Section, ...]) -> Iterator[str]:
    """Yield each heading with its first line, then each line."""
    for section in sections:
        heading = f"\n### {write_text(section.title)}\n\n"
        for line in section.lines:
            yield heading + write_line(line)
            heading = ""
