"""Changes for the terminal: what is gone struck out, what is new underlined."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text as Styled

from fardplan.changes._base import Comparison
from fardplan.formats._changes_report import build_report
from fardplan.formats._lines_text import HEADINGS, print_lines
from fardplan.formats._page import Page
from fardplan.formats._terminal import draw
from fardplan.locales.visible import make_visible


def write(comparison: Comparison, page: Page) -> str:
    """Return the changes as text, wrapped to the page where it has a width."""
    report = build_report(comparison, page.lang)

    def print_all(console: Console) -> None:
        console.print(Styled(make_visible(report.title), style="bold"))
        console.print()
        console.print(Styled(make_visible(report.summary)))
        for section in report.sections:
            console.print()
            console.print(Styled(make_visible(section.title), style=HEADINGS[section.level]))
            print_lines(console, section.lines, page)

    return draw(print_all, color=page.color, width=page.width)
