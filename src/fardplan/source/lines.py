"""The lines of files, as they are shown beside what is said of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from fardplan.source.tree import Tree, Unreadable

_LINE_END = re.compile(r"\r\n|\r|\n")


def line_reader(tree: Tree) -> Callable[[str, int], str]:
    """Return a function that gives line `n` (from 1) of a file, empty where it cannot be read."""

    @cache
    def read(path: str) -> list[str]:
        try:
            text = tree.read(path).decode("utf-8", errors="replace")
        except (Unreadable, FileNotFoundError):
            return []
        return _LINE_END.split(text.removeprefix("\ufeff"))

    def line(path: str, number: int) -> str:
        lines = read(path)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    return line
