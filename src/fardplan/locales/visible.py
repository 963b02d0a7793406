"""Text that is safe to show in a terminal."""

from __future__ import annotations

import unicodedata

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
