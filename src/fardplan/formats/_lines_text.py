"""Lines of a report for the terminal: what is gone struck out, what is new underlined."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from fardplan.changes._base import Level
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_wording import Piece
from fardplan.formats._page import Page
from fardplan.locales.visible import make_visible

HEADINGS = {
    Level.MAJOR: "bold red",
    Level.MINOR: "bold cyan",
    Level.EDITORIAL: "bold dim",
}
"""The style of a heading over changes of a level."""
_STYLES = {"name": "bold", "old": "red strike", "new": "green underline"}
_MARKS = {"old": ("[-", "-]"), "new": ("{+", "+}")}
"""Without colours what is gone and what is new stand between these, as in git's word diff."""


def print_lines(console: Console, lines: Iterable[Line], page: Page, indent: int = 2) -> None:
    """Print lines as points, with those below them as points of their own."""
    for line in lines:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=1)
        grid.add_column(overflow="fold")
        grid.add_row("•" if indent == 2 else "–", _styled(line.pieces, page))
        console.print(Padding(grid, (0, 0, 0, indent)))
        print_lines(console, line.children, page, indent + 2)


def _styled(pieces: Iterable[Piece], page: Page) -> Styled:
    text = Styled()
    for piece in pieces:
        shown = make_visible(piece.text)
        if not page.color and piece.role in _MARKS:
            opening, closing = _MARKS[piece.role]
            shown = f"{opening}{shown}{closing}"
        text.append(shown, style=_STYLES.get(piece.role, ""))
    return text
