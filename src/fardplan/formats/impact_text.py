"""What changes mean for others, for the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text as Styled

from fardplan.changes._impact import Consequences
from fardplan.formats._impact_report import build_impact_report
from fardplan.formats._lines_text import HEADINGS, print_lines
from fardplan.formats._page import Page
from fardplan.formats._terminal import draw
from fardplan.locales.visible import make_visible


def write(consequences: Consequences, page: Page) -> str:
    """Return who is to do what as text, wrapped to the page where it has a width."""
    report = build_impact_report(consequences, page.lang)

    def print_all(console: Console) -> None:
        console.print(Styled(make_visible(report.title), style="bold"))
        console.print()
        console.print(Styled(make_visible(report.summary)))
        for section in report.sections:
            console.print()
            console.print(Styled(make_visible(section.title), style=HEADINGS[section.level]))
            print_lines(console, section.lines, page)

    return draw(print_all, color=page.color, width=page.width)
