"""Text drawn for a terminal, and as much of it as there is room for."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from rich.console import Console

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
