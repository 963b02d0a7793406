"""Text drawn for a terminal, and as much of it as there is room for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text as Styled

_FIXED, _HELD = "\N{NO-BREAK SPACE}", "\ue000"

WIDE = 10_000
"""The columns of output that goes to no terminal: its lines may be of any length."""


def draw(print_all: Callable[[Console], None], *, color: bool, width: int) -> str:
    """Return what `print_all` prints, wrapped to `width` columns (0: not at all)."""
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=width or WIDE,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    print_all(console)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def fold(text: Styled, width: int) -> list[Styled]:
    """Return a text in lines of at most so many columns, broken at spaces but not at fixed ones."""
    held = text.copy()
    held.plain = held.plain.replace(_FIXED, _HELD)  # Rich takes it for a space like others
    lines = held.wrap(_console(), width, overflow="fold")
    for line in lines:
        line.rstrip()
        line.plain = line.plain.replace(_HELD, _FIXED)
    return list(lines)


@cache
def _console() -> Console:
    """Return a console, which Rich asks for its settings wherever it folds a text."""
    from rich.console import Console

    return Console(file=StringIO(), legacy_windows=False)


def keep_head(text: str, cells: int) -> str:
    """Return as much of the beginning as takes at most so many columns, with … for the rest."""
    if cell_len(text) <= cells:
        return text
    kept, width = 0, 1
    while kept < len(text) and width + cell_len(text[kept]) <= cells:
        width += cell_len(text[kept])
        kept += 1
    return f"{text[:kept]}…" if cells > 0 else ""


def keep_tail(text: str, cells: int) -> str:
    """Return as much of the end as takes at most so many columns, with … for the rest."""
    return keep_head(text[::-1], cells)[::-1]
