"""The comments with which an editor says that a finding is meant to be: `# fardplan: ignore[…]`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruamel.yaml.events import ScalarEvent, StreamEndEvent

from fardplan.source._encoding import decode
from fardplan.source._yaml_events import read_events
from fardplan.source.faults import Fault, Place
from fardplan.source.places import Lines
from fardplan.source.yaml import read_yaml

MARK = b"fardplan:"
"""What a file must hold to have any such comment."""

_COMMENT = re.compile(r"#[ \t]*(?P<word>fardplan):(?P<rest>(?:(?!#[ \t]*fardplan:)[^\r\n])*)")
_IGNORE = re.compile(r"\s*ignore\s*\[(?P<rules>[^\]]*)\]\s*[:–—-]?\s*(?P<reason>.*?)\s*")
_SAME_LENGTH = "FARDPLAN"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment that asks for findings to be left out.

    `rules` is empty where the comment could not be understood (`# fardplan: ignore` without
    brackets), `reason` is None where none is given: neither leaves anything out. It applies to one
    line, or, in the comments before the first key, to the whole file (`applies_to_line` None).
    """

    rules: tuple[str, ...]
    reason: str | None
    line: int
    applies_to_line: int | None
    place: Place

    @property
    def whole_file(self) -> bool:
        """Whether it applies to every line of the file."""
        return self.applies_to_line is None

    def applies_to(self, rule: str, line: int) -> bool:
        """Say whether it leaves out the findings of a rule on a line."""
        here = self.applies_to_line is None or self.applies_to_line == line
        return here and self.reason is not None and rule in self.rules


def read_suppressions(data: bytes) -> tuple[Suppression, ...]:
    """Return the comments of one YAML file, in order; nothing of a file that cannot be read."""
    if MARK not in data:
        return ()
    text = decode(data)
    if isinstance(text, Fault):
        return ()
    found = list(_COMMENT.finditer(text))
    if not found or read_yaml(data).values is None:
        return ()
    lines = Lines(text)
    first = _first_line_with_content(lines)
    return tuple(_read(match, lines, first) for match in _leave_out_texts(text, found))


def _leave_out_texts(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return those that are comments: changing them changes no value."""
    scalars = _read_scalars(text)
    if _read_scalars(_change(text, found)) == scalars:
        return found
    return [match for match in found if _read_scalars(_change(text, [match])) == scalars]


def _change(text: str, found: list[re.Match[str]]) -> str:
    """Return the text with the word `fardplan` changed in each, every offset kept."""
    pieces, at = [], 0
    for match in found:
        pieces += [text[at : match.start("word")], _SAME_LENGTH]
        at = match.end("word")
    return "".join([*pieces, text[at:]])


def _read_scalars(text: str) -> list[str]:
    """Return every scalar of a text that can be read."""
    next_event = read_events(text)
    scalars: list[str] = []
    while type(event := next_event()) is not StreamEndEvent:
        if type(event) is ScalarEvent:
            scalars.append(event.value)
    return scalars


def _first_line_with_content(lines: Lines) -> int:
    """Return the first line, from 0, that holds more than a comment or the start of a document."""
    for row in range(len(lines)):
        line = lines.line(row).strip()
        if line and not line.startswith(("#", "%")) and line != "---":
            return row
    return len(lines)


def _read(match: re.Match[str], lines: Lines, first: int) -> Suppression:
    """Return what one comment says."""
    row = lines.number(match.start())
    start, end = lines.span(row)
    applies_to: int | None = row
    if row < first:
        applies_to = None
    elif lines.text[start:end].lstrip().startswith("#"):
        applies_to = _next_line(lines, row)
    ignore = _IGNORE.fullmatch(match["rest"])
    names = ignore["rules"].split(",") if ignore else []
    return Suppression(
        rules=tuple(name.strip() for name in names if name.strip()),
        reason=(ignore["reason"] or None) if ignore else None,
        line=row + 1,
        applies_to_line=None if applies_to is None else applies_to + 1,
        place=lines.place(match.start(), min(match.end(), end)),
    )


def _next_line(lines: Lines, row: int) -> int:
    """Return the line below a comment and the comments that follow right under it."""
    row += 1
    while row < len(lines) and lines.line(row).lstrip().startswith("#"):
        row += 1
    return row
