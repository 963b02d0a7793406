"""The difference between two states of a file, as `git apply` and people read it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from fardplan.locales.visible import make_visible

_NO_LINE_END = "\\ No newline at end of file"
_STYLES = {"---": "bold", "+++": "bold", "@@": "cyan", "-": "red", "+": "green"}


def write_unified_diff(path: str, old: bytes, new: bytes, *, color: bool = False) -> str:
    """Return the changed lines of a file with three around them; nothing where they are equal."""
    name = make_visible(path)
    lines = unified_diff(_split(old), _split(new), f"a/{name}", f"b/{name}")
    plain = "".join(_end_line(line) for line in lines)
    return "".join(_paint(plain)) if color and plain else plain


def _split(data: bytes) -> list[str]:
    """Return the lines of a file with their ends; only LF ends one, so CR shows as a change."""
    lines = data.decode(errors="replace").split("\n")
    return [line + "\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _end_line(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}\n"


def _paint(plain: str) -> Iterator[str]:
    """Yield the lines in colour, with nothing in them that could steer the terminal."""
    from rich.color import ColorSystem
    from rich.style import Style

    for line in plain.removesuffix("\n").split("\n"):
        style = next((style for sign, style in _STYLES.items() if line.startswith(sign)), "")
        shown = make_visible(line)
        yield Style.parse(style).render(shown, color_system=ColorSystem.STANDARD) + "\n"
