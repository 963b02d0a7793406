"""The pages that users read, taken apart into what a reader would do with them, in order.

What a page needs beyond what it shows stands in HTML comments, which no reader sees:

    <!-- starts in: this repository -->     or: an empty folder; once, before the first block
    <!-- stands in: FOLDER -->              where the reader has gone without a command
    <!-- file: PATH -->                     the block below is a whole file, and in order
    <!-- faulty file: PATH -->              the same, but something in it is wrong, on purpose
    <!-- shows: PATH -->                    the block below stands so in the file
    <!-- change: PATH -->                   the `diff` below is made to the file
    <!-- change: PATH                       the same, unseen
    -old line
    +new line
    -->
    <!-- types: answer | answer -->         what is typed when the command below asks

In a `console` block a line with `$ ` is a command and the lines after it are its output, in which
`…` stands for anything that is left out; alone on a line, for any lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
WRITTEN = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
"""The pages outside the folders that are generated whole."""

_COMMENT = re.compile(r"<!-- ([a-z ]+): ([^\n]*?)(?: -->|\n(.*)\n-->)\s*", re.DOTALL)
_PROMPT = "$ "
_UNTESTED = frozenset({"text", "json", "xml"})
"""What is shown, and neither run nor kept: pictures of folders, extracts of formats."""


@dataclass(frozen=True, slots=True)
class Start:
    """The folder that the page begins in."""

    where: str


@dataclass(frozen=True, slots=True)
class Move:
    """A folder that the reader goes to, from where the page stands."""

    path: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command, the output that the page shows (None: none), and what is typed meanwhile.

    `line` is that of the command in the page, from 1.
    """

    line: int
    written: str
    shown: str | None
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file's content: `file`, `faulty file` or, for a part of it, `shows`."""

    line: int
    how: str
    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Change:
    """Lines of a file that give way to others."""

    line: int
    path: str
    old: str
    new: str


Step = Start | Move | Command | FileShown | Change


class UnclearPage(AssertionError):
    """Tell what in a page cannot be tested."""


def read_steps(text: str) -> Iterator[Step]:
    """Yield what a page does, in order; raises UnclearPage for a block that nothing is said of."""
    note: tuple[str, str] | None = None
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "html_block":
            note, step = _read_comment(token)
            if step:
                yield step
        elif token.type == "fence":
            yield from _read_fence(token, note)
            note = None
        elif note and token.type not in ("list_item_open", "list_item_close"):
            raise UnclearPage(f"line {_line(token)}: no block after <!-- {note[0]}: {note[1]} -->")


def _read_comment(token: Token) -> tuple[tuple[str, str] | None, Step | None]:
    """Return what a comment says of the next block, or the step that it is in itself."""
    found = _COMMENT.fullmatch(token.content)
    if not found:
        if not token.content.startswith("<!--"):
            return None, None
        raise UnclearPage(f"line {_line(token)}: {token.content}")
    name, value, body = found.groups()
    if name == "starts in":
        return None, Start(value)
    if name == "stands in":
        return None, Move(value)
    if name == "change" and body:
        return None, _read_change(_line(token), value, body)
    return (name, value), None


def _read_fence(token: Token, note: tuple[str, str] | None) -> Iterator[Step]:
    name, value = note or ("", "")
    line = _line(token)
    if token.info == "console" and name in ("", "types"):
        types = tuple(part.strip() for part in value.split("|")) if name else ()
        yield from _read_console(line, token.content, types)
    elif token.info == "diff" and name == "change":
        yield _read_change(line, value, token.content)
    elif name in ("file", "faulty file", "shows"):
        yield FileShown(line, name, value, token.content)
    elif name or token.info not in _UNTESTED:
        raise UnclearPage(f"line {line}: a block of `{token.info}` after `{name}`")


def _read_console(line: int, content: str, types: tuple[str, ...]) -> Iterator[Command]:
    commands: list[tuple[int, str, list[str]]] = []
    for number, text in enumerate(content.splitlines(), line + 1):
        if text.startswith(_PROMPT):
            commands.append((number, text.removeprefix(_PROMPT), []))
        elif commands:
            commands[-1][2].append(text)
        else:
            raise UnclearPage(f"line {number}: output before any command")
    for number, written, shown in commands:
        yield Command(number, written, "\n".join(shown) if shown else None, types)


def _read_change(line: int, path: str, body: str) -> Change:
    lines = body.splitlines()
    if any(one[:1] not in "-+ " for one in lines):
        raise UnclearPage(f"line {line}: neither -, + nor blank begins a line")
    old = "".join(f"{one[1:]}\n" for one in lines if one[:1] != "+")
    new = "".join(f"{one[1:]}\n" for one in lines if one[:1] != "-")
    return Change(line, path, old, new)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
