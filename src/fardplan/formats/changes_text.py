"""Changes for the terminal: what is gone struck out, what is new underlined."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from fardplan.changes._base import Comparison, Level
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_report import build_report
from fardplan.formats._changes_wording import Piece
from fardplan.formats._page import Page
from fardplan.formats._terminal import draw
from fardplan.locales.visible import make_visible

_HEADINGS = {
    Level.MAJOR: "bold red",
    Level.MINOR: "bold cyan",
    Level.EDITORIAL: "bold dim",
}
_STYLES = {"plain": "", "name": "bold", "old": "red strike", "new": "green underline"}
_MARKS = {"old": ("[-", "-]"), "new": ("{+", "+}")}
"""Without colours what is gone and what is new stand between these, as in git's word diff."""


def write(comparison: Comparison, page: Page) -> str:
    """Return the changes as text, wrapped to the page where it has a width."""
    report = build_report(comparison, page.lang)

    def print_all(console: Console) -> None:
        console.print(Styled(make_visible(report.title), style="bold"))
        console.print()
        console.print(Styled(make_visible(report.summary)))
        for section in report.sections:
            console.print()
            console.print(Styled(make_visible(section.title), style=_HEADINGS[section.level]))
            _write(console, section.lines, page, 2)

    return draw(print_all, color=page.color, width=page.width)


def _write(console: Console, lines: Iterable[Line], page: Page, indent: int) -> None:
    for line in lines:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=1)
        grid.add_column(overflow="fold")
        grid.add_row("•" if indent == 2 else "–", _styled(line.pieces, page))
        console.print(Padding(grid, (0, 0, 0, indent)))
        _write(console, line.children, page, indent + 2)


def _styled(pieces: Iterable[Piece], page: Page) -> Styled:
    text = Styled()
    for piece in pieces:
        shown = make_visible(piece.text)
        if not page.color and piece.role in _MARKS:
            opening, closing = _MARKS[piece.role]
            shown = f"{opening}{shown}{closing}"
        text.append(shown, style=_STYLES[piece.role])
    return text
