"""Text that is safe to show in a terminal, and as much of it as there is room for."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

_UNSAFE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Control and formatting characters, halves of characters, separators of lines."""


def make_visible(text: str) -> str:
    """Return a text on one line in which nothing can steer the terminal or reorder what is read."""
    safe = text.expandtabs(4)
    if safe.isprintable():
        return safe
    return "".join(_show(char) for char in safe)


def _show(char: str) -> str:
    if char in "\n\r":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in _UNSAFE else char


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
