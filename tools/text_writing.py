"""Write edited texts into the source, in place of the old ones and in the layout of the house."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from fardplan.locales.text import Lang
from tools.text_source import Pair, Piece, read_file

WIDTH = 100
_TOKEN = re.compile(r"[^ ]* *")
_INDENTED = re.compile(r"\n( *)\S")
_AFTER = {"block": 4, "string": 3}
"""What stands after a line of a text, at most: a quotation mark or three, a comma."""

Edits = Mapping[Pair, str]
"""The new text of each pair that changes, in the language that is written."""


class NotWritten(Exception):
    """The texts did not come out as they were meant, and the files are as they were."""


def write(edits: Edits, lang: Lang, house: Path) -> list[str]:
    """Write the edits and return the paths of the files that changed.

    Raises NotWritten, with all files as they were, where what is read afterwards is not exactly
    what stood there before with the new texts in it.
    """
    by_file: dict[str, dict[Pair, str]] = defaultdict(dict)
    for pair, text in edits.items():
        by_file[pair.path][pair] = text
    paths = sorted(by_file)
    before = {path: (house / path).read_bytes() for path in paths}
    wanted = {path: _expect(house / path, house, by_file[path], lang) for path in paths}
    try:
        for path in paths:
            changes = [(pair.piece(lang), text) for pair, text in by_file[path].items()]
            _replace(house / path, changes)
        _lay_out([house / path for path in paths])
        for path in paths:
            _shorten(house / path, house, lang, set(by_file[path].values()))
        _lay_out([house / path for path in paths])
        _compare(wanted, house)
    except BaseException:
        for path, data in before.items():
            (house / path).write_bytes(data)
        raise
    return paths


def _expect(file: Path, house: Path, edits: Edits, lang: Lang) -> list[tuple[str, str]]:
    """Return both languages of every text that the file should hold afterwards."""
    return [
        (edits.get(pair, pair.sv.text), pair.en.text)
        if lang == "sv"
        else (pair.sv.text, edits.get(pair, pair.en.text))
        for pair in read_file(file, house)
    ]


def _compare(wanted: Mapping[str, list[tuple[str, str]]], house: Path) -> None:
    for path, texts in wanted.items():
        found = [(pair.sv.text, pair.en.text) for pair in read_file(house / path, house)]
        if found != texts:
            raise NotWritten(f"{path}: the texts do not read as they were written")


def _replace(file: Path, changes: Sequence[tuple[Piece, str]]) -> None:
    """Put each new text where the old one stands, the last one first."""
    source = file.read_bytes().decode()
    for piece, text in sorted(changes, key=lambda change: -change[0].start):
        source = source[: piece.start] + _lay(source, piece, text) + source[piece.end :]
    file.write_bytes(source.encode())


def _shorten(file: Path, house: Path, lang: Lang, texts: set[str]) -> None:
    """Break the new strings that are too long where they have come to stand."""
    source = file.read_bytes().decode()
    long = []
    for pair in read_file(file, house):
        piece = pair.piece(lang)
        start = source.rfind("\n", 0, piece.start) + 1
        stop = source.find("\n", piece.end)
        lines = source[start : None if stop < 0 else stop].split("\n")
        if (
            piece.layout == "string"
            and piece.text in texts
            and any(len(line) > WIDTH for line in lines)
        ):
            long.append((piece, piece.text))
    _replace(file, long)


def _lay_out(files: Sequence[Path]) -> None:
    modules = [str(file) for file in files if file.suffix == ".py"]
    command = [sys.executable, "-m", "ruff", "format", "--quiet", *modules]
    if modules and subprocess.run(command, check=False).returncode:
        raise NotWritten("ruff could not lay out what was written")


def _lay(source: str, piece: Piece, text: str) -> str:
    """Return a text as it should stand in the source."""
    start = source.rfind("\n", 0, piece.start) + 1
    before = source[start : piece.start]
    if piece.layout == "line":
        if '"' in text or "\\" in text or "\n" in text:
            raise NotWritten(f"a text in a template can hold neither quotes nor line ends: {text}")
        return f'"{text}"'
    if piece.layout == "string":
        own_line = not before.strip()
        indent = len(before) if own_line else len(before) - len(before.lstrip()) + 4
        return _lay_string(text, indent)
    if '"""' in text or "\\" in text:
        raise NotWritten(f"a text in triple quotes can hold neither backslash nor quotes: {text}")
    if piece.layout == "paragraph":
        laid = _wrap(piece.lead + text, "", len(before))
        if before and "\n" in laid:  # a docstring's summary is one line
            raise NotWritten(f"the first sentence of a manual is too long for a line: {text}")
        return laid
    indented = _INDENTED.search(source, piece.start, piece.end)
    indent = len(indented[1]) if indented else len(before) - len(before.lstrip()) + 4
    parts = text.split("\n\n")
    lines = [
        _wrap(part, " " * indent, len(before) + 3 if number == 0 else indent)
        for number, part in enumerate(parts)
    ]
    return '"""' + ("\n\n" + " " * indent).join(lines) + '"""'


def _wrap(text: str, indent: str, column: int) -> str:
    """Return a paragraph in lines, the first of which begins in a column (from 0)."""
    width = WIDTH - (_AFTER["block"] if indent else 0)
    lines = textwrap.wrap(
        text, width, initial_indent="." * column, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return "\n".join(lines)[column:]


def _lay_string(text: str, indent: int) -> str:
    """Return a string literal, in several parts on lines of their own where it is long."""
    quote = "'" if '"' in text and "'" not in text else '"'
    room = WIDTH - indent - _AFTER["string"]
    parts = [""]
    for token in _TOKEN.findall(text):
        escaped = _escape(token, quote)
        if parts[-1] and len(parts[-1]) + len(escaped) > room:
            parts.append("")
        parts[-1] += escaped
    return ("\n" + " " * indent).join(f"{quote}{part}{quote}" for part in parts)


def _escape(text: str, quote: str) -> str:
    """Return a text as it stands in a literal; what cannot be seen is written by its number."""
    plain = text.replace("\\", "\\\\").replace(quote, f"\\{quote}").replace("\n", "\\n")
    return "".join(one if one.isprintable() else _number(one) for one in plain)


def _number(sign: str) -> str:
    code = ord(sign)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
