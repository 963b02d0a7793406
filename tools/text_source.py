"""Find every text of the program in the source, in both languages and with its place.

There are four sorts: `Text("…", "…")` with values in braces, `both("…", "…")` of help pages, the
paragraphs of the rules' manuals, which are the docstrings of their modules, and
`<< say("…", "…") >>` in the files that `fardplan init` lays out.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fardplan.locales.text import Lang

HOUSE = Path(__file__).parent.parent
PACKAGE = HOUSE / "src" / "fardplan"

LAID_OUT = "templates/repository"

Sort = Literal["message", "help", "manual", "template"]
Layout = Literal["string", "block", "paragraph", "line"]
"""A literal; a help text in triple quotes; a paragraph of a docstring; a literal on one line."""

_SORTS: Mapping[str, Sort] = {"Text": "message", "both": "help"}
_EXAMPLES = re.compile(r"^(?:Fel|Rätt):$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\n))*")
_SAID = re.compile(r'<<\s*say\(("[^"\n]*"), ("[^"\n]*")\)\s*>>')
_LEADS = {"In English:": "", "Varför:": "", "Why:": ""}
_ENGLISH = "In English:"


class Uneven(Exception):
    """A manual whose two languages do not have the same paragraphs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in one language, and where it stands: code points from the start of the file.

    `lead` is what stands before the text of a paragraph and belongs to the layout (`Varför: `).
    """

    start: int
    end: int
    text: str
    layout: Layout
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in both languages; `path` is that of its file, from the top of the repository."""

    path: str
    line: int
    sort: Sort
    sv: Piece
    en: Piece

    def piece(self, lang: Lang) -> Piece:
        """Return the text in one language."""
        return self.sv if lang == "sv" else self.en


def collect(house: Path = HOUSE) -> tuple[Pair, ...]:
    """Return every text of the package and of the files that are laid out, file after file."""
    modules = sorted((house / "src" / "fardplan").rglob("*.py"))
    templates = sorted(one for one in (house / LAID_OUT).rglob("*") if one.is_file())
    return tuple(pair for file in (*modules, *templates) for pair in read_file(file, house))


def read_file(file: Path, house: Path = HOUSE) -> tuple[Pair, ...]:
    """Return the texts of one file, in the order in which they stand."""
    source = file.read_bytes().decode()
    path = file.relative_to(house).as_posix()
    if file.suffix != ".py":
        return tuple(_read_template(source, path))
    is_rule = file.parent.name == "rules" and not file.stem.startswith("_")
    pairs = [*(_read_manual(source, path) if is_rule else ()), *_read_calls(source, path)]
    return tuple(sorted(pairs, key=lambda pair: pair.sv.start))


def find_calls(tree: ast.AST) -> Iterator[tuple[ast.Call, Sort]]:
    """Yield each call that makes a text, whatever its arguments are."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute)):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if name in _SORTS:
                yield node, _SORTS[name]


def is_written_out(call: ast.Call) -> bool:
    """Tell whether both languages stand in the call as they are, and are not put together."""
    return len(call.args) == 2 and all(
        isinstance(one, ast.Constant) and isinstance(one.value, str) for one in call.args
    )


def flow(text: str) -> str:
    """Return paragraphs with their lines joined, keeping no-break spaces."""
    parts = re.split(r"\n[ \t]*\n", text)
    return "\n\n".join(" ".join(re.split(r"[ \n]+", part.strip(" \n"))) for part in parts)


def _read_calls(source: str, path: str) -> Iterator[Pair]:
    starts = _line_starts(source)
    for call, sort in find_calls(ast.parse(source)):
        if is_written_out(call):
            sv, en = (_read_literal(source, starts, one) for one in call.args)
            yield Pair(path, call.args[0].lineno, sort, sv, en)


def _read_literal(source: str, starts: list[int], node: ast.expr) -> Piece:
    start = _offset(source, starts, node.lineno, node.col_offset)
    end = _offset(source, starts, node.end_lineno or 0, node.end_col_offset or 0)
    text: str = ast.literal_eval(node)
    if source.startswith('"""', start):
        return Piece(start, end, flow(inspect.cleandoc(text)), "block")
    return Piece(start, end, text, "string")


def _read_template(source: str, path: str) -> Iterator[Pair]:
    for match in _SAID.finditer(source):
        sv, en = (
            Piece(match.start(at), match.end(at), ast.literal_eval(match[at]), "line")
            for at in (1, 2)
        )
        yield Pair(path, source.count("\n", 0, match.start()) + 1, "template", sv, en)


def _read_manual(source: str, path: str) -> Iterator[Pair]:
    """Yield each paragraph of a manual with the one that says the same in English."""
    start = source.index('"""') + 3
    end = source.index('"""', start)
    if examples := _EXAMPLES.search(source, start, end):
        end = examples.start()
    found = [_read_paragraph(match) for match in _PARAGRAPH.finditer(source, start, end)]
    middle = next((at for at, one in enumerate(found) if one.lead.startswith(_ENGLISH)), 0)
    if not middle or len(found) != 2 * middle:
        raise Uneven(f"{path}: {middle} paragraphs in Swedish, {len(found) - middle} in English")
    for sv, en in zip(found[:middle], found[middle:], strict=True):
        yield Pair(path, source.count("\n", 0, sv.start) + 1, "manual", sv, en)


def _read_paragraph(match: re.Match[str]) -> Piece:
    text = flow(match[0])
    lead = next((f"{word} " for word in _LEADS if text.startswith(word)), "")
    return Piece(match.start(), match.end(), text.removeprefix(lead), "paragraph", lead)


def _line_starts(source: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", source))]


def _offset(source: str, starts: list[int], line: int, column: int) -> int:
    """Return an offset in code points from a place as `ast` gives it, in bytes of UTF-8."""
    start = starts[line - 1]
    stop = source.find("\n", start)
    written = source[start : None if stop < 0 else stop]
    return start + len(written.encode()[:column].decode())
