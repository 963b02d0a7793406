"""Words as Markdown: what a reader of the source sees as text is text for the forge as well."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARKS = re.compile(r"([\\`*\[\]<$|]|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;))")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|:(?=[\s:])|={2,}|-{2,}|~{3,})")
_NUMBER_START = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_SPACE = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_LIST = re.compile(r"^([-*] |\d+([.)]) )")
_PIPE = re.compile(r"(?<!\\)\|")


def escape_words(text: str) -> str:
    """Return text with every character escaped that Markdown would read as a mark."""
    return _MARKS.sub(r"\\\1", _SPACE.sub(" ", text))


def guard_line(line: str) -> str:
    """Return a line of escaped words that opens no heading, list, quotation or rule.

    Nor is it a command to the forge that runs a job and prints the line (`::error::`).
    """
    return _NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", line))


def wrap(mark: str, text: str) -> str:
    """Return text between marks, which must touch its first and last letter."""
    words = text.strip()
    if not words or words.startswith(mark):
        return text
    start = text.index(words)
    return f"{text[:start]}{mark}{words}{mark}{text[start + len(words) :]}"


def code_span(text: str) -> str:
    """Return text letter by letter, between as many backticks as it needs."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{_SPACE.sub(' ', text)}{pad}{ticks}"


def address(href: str) -> str:
    """Return an address that cannot end the link it stands in."""
    for mark in "()<>[]|`\\":
        href = href.replace(mark, f"%{ord(mark):02X}")
    return href


def indent(text: str, prefix: str) -> str:
    """Return text with `prefix` before each line after the first, none on empty lines."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{prefix}{line}" if line else "" for line in rest)])


def item(marker: str, text: str) -> str:
    """Return a point of a list with all its lines under one another."""
    return marker + indent(text, " " * len(marker))


def quoted(text: str) -> str:
    """Return text as a block quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def join_parts(written: Iterable[tuple[str, bool]]) -> str:
    """Return parts of a line, those that are notes told apart: 1 and 2 are not note 12."""
    text, after_note = "", False
    for part, is_note in written:
        text += f" {part}" if is_note and after_note else part
        after_note = is_note
    return text


def in_cell(text: str) -> str:
    """Return text on the one line that a table's cell has; a forge breaks it at `<br>`."""
    lines = [_LIST.sub("• ", line.strip()) for line in text.split("\n") if line.strip()]
    return _PIPE.sub(r"\\|", "<br>".join(lines))


def table(head: list[str], rows: list[list[str]], numeric: list[bool]) -> str:
    """Return a table of words that `in_cell` has prepared."""
    rule = ["--:" if end else "---" for end in numeric]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def stack(blocks: list[str]) -> str:
    """Return blocks with a blank line between; a list right after a list gets the other marker."""
    stacked: list[str] = []
    previous = ""
    for block in filter(None, blocks):
        marker = _marker(block)
        if marker and marker == previous:
            stacked.append(_with_other_marker(block))
            previous = _marker(stacked[-1])
        else:
            stacked.append(block)
            previous = marker
    return "\n\n".join(stacked)


def _marker(block: str) -> str:
    found = _LIST.match(block)
    return (found[2] or found[1][0]) if found else ""


def _with_other_marker(block: str) -> str:
    if block[0] in "-*":
        other = "*" if block[0] == "-" else "-"
        return re.sub(rf"^{re.escape(block[0])} ", f"{other} ", block, flags=re.MULTILINE)
    old = _marker(block)
    other = ")" if old == "." else "."
    return re.sub(rf"^(\d+){re.escape(old)} ", rf"\1{other} ", block, flags=re.MULTILINE)
