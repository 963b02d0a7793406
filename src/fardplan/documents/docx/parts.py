"""What the text of a Word file refers to: places in it, lists and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from fardplan.documents.docx.xml import (
    Element,
    element,
    paragraph,
    run,
    text_run,
    word_field,
)

LONGEST_BOOKMARK = 40
STEP = 360
"""How much farther in each level of a list stands, in twentieths of a point."""
DEEPEST = 8
"""The last of the nine levels that a list can have, from 0."""


class Anchors:
    """Name the bookmarks that links lead to: letters, digits and `_`, at most 40 of them."""

    def __init__(self, anchors: Iterable[str]) -> None:
        """Take the anchors of the document."""
        self._names: dict[str, str] = {}
        self._last = 0
        taken: set[str] = set()
        for anchor in anchors:
            name = self._names[anchor] = _free_name(anchor, taken)
            taken.add(name.casefold())

    def find(self, anchor: str) -> str:
        """Return the bookmark of an anchor, "" for one that the document lacks."""
        return self._names.get(anchor, "")

    def mark(self, name: str, *around: Element) -> list[Element]:
        """Return a bookmark around elements, or before what comes next."""
        if not name:
            return list(around)
        self._last += 1
        start = element("w:bookmarkStart", id=self._last, name=name)
        return [start, *around, element("w:bookmarkEnd", id=self._last)]


def _free_name(anchor: str, taken: set[str]) -> str:
    plain = "".join(letter if letter.isalnum() else "_" for letter in anchor)
    name = (plain if plain[:1].isalpha() else f"a{plain}")[:LONGEST_BOOKMARK]
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{name[: LONGEST_BOOKMARK - 5].rstrip('0123456789').rstrip('_')}_{number}"
    return name


@dataclass(slots=True)
class Lists:
    """Number the lists of a document; each ordered list counts for itself."""

    _starts: list[tuple[int, int]] = field(default_factory=list)

    BULLETS = 1
    NUMBERS = 2
    DONE = 3
    MISSING = 4
    UNMARKED = 5

    def start(self, depth: int, first: int = 1) -> int:
        """Return the id of a new ordered list."""
        self._starts.append((min(depth, DEEPEST), first))
        return self.UNMARKED + len(self._starts)

    def root(self) -> Element:
        """Return the definitions of all lists."""
        definitions = [
            _definition(self.BULLETS, "bullet", "•–•–•–•–•", "ListBullet"),
            _definition(self.NUMBERS, "decimal", "", "ListNumber"),
            _definition(self.DONE, "bullet", "✓" * 9),
            _definition(self.MISSING, "bullet", "✗" * 9),
            _definition(self.UNMARKED, "none", " " * 9),
        ]
        plain = [_instance(number, number) for number in range(1, self.UNMARKED + 1)]
        counted = [
            _instance(number, self.NUMBERS, depth, first)
            for number, (depth, first) in enumerate(self._starts, self.UNMARKED + 1)
        ]
        return element("w:numbering", *definitions, *plain, *counted)


def _definition(number: int, form: str, marks: str, style: str = "") -> Element:
    levels = [
        element(
            "w:lvl",
            element("w:start", val=1),
            element("w:numFmt", val=form),
            *_style_of_level(style, level),
            *([element("w:suff", val="nothing")] if form == "none" else []),
            element("w:lvlText", val=marks[level].strip() if marks else f"%{level + 1}."),
            element("w:lvlJc", val="left"),
            element("w:pPr", element("w:ind", left=STEP * (level + 1), hanging=STEP)),
            *([_symbols()] if marks[:1] in ("✓", "✗") else []),
            ilvl=level,
        )
        for level in range(DEEPEST + 1)
    ]
    return element(
        "w:abstractNum",
        element("w:multiLevelType", val="hybridMultilevel"),
        *levels,
        abstractNumId=number,
    )


def _style_of_level(style: str, level: int) -> list[Element]:
    named = f"{style}{level + 1 if level else ''}"
    return [element("w:pStyle", val=named)] if style and level < 5 else []


def _symbols() -> Element:
    font = "Segoe UI Symbol"
    return element("w:rPr", element("w:rFonts", ascii=font, hAnsi=font, cs=font, hint="default"))


def _instance(number: int, definition: int, depth: int = 0, first: int = 0) -> Element:
    overrides = (
        [element("w:lvlOverride", element("w:startOverride", val=first), ilvl=depth)]
        if first or number > Lists.UNMARKED
        else []
    )
    return element("w:num", element("w:abstractNumId", val=definition), *overrides, numId=number)


class Footnotes:
    """Collect the notes of a file, each where it is first referred to; later ones refer back."""

    def __init__(self, anchors: Anchors) -> None:
        """Take the document's bookmarks."""
        self._anchors = anchors
        self._written: dict[str, Callable[[], list[Element]]] = {}
        self._numbers: dict[str, int] = {}
        self._notes: list[list[Element]] = []
        self._open: list[str] = []

    def define(self, key: str, write: Callable[[], list[Element]]) -> None:
        """Take a note: `write` gives its paragraphs when it is first referred to."""
        self._written[key] = write

    def refer(self, key: str) -> list[Element]:
        """Return the mark of a note; within a note the other note itself, in brackets."""
        if self._open:
            return self._inside(key)
        if key in self._numbers:
            return self._again(self._numbers[key])
        number = self._numbers[key] = len(self._notes) + 1
        self._notes.append([])
        self._notes[-1] = self._write(key)
        mark = run(element("w:footnoteReference", id=number), style="FootnoteReference")
        return self._anchors.mark(f"_RefNote{number}", mark)

    def root(self) -> Element:
        """Return all notes, with the two lines that Word asks for."""
        separators = [
            _separator(-1, "separator"),
            _separator(0, "continuationSeparator"),
        ]
        notes = [
            element("w:footnote", *_numbered(content), id=number)
            for number, content in enumerate(self._notes, 1)
        ]
        return element("w:footnotes", *separators, *notes)

    def _write(self, key: str) -> list[Element]:
        self._open.append(key)
        content = self._written[key]()
        self._open.pop()
        return content

    def _inside(self, key: str) -> list[Element]:
        """Return a note's words, since Word has no notes in notes; nothing where it is its own."""
        if key in self._open:
            return []
        words = [child for para in self._write(key) for child in para if child.tag != _PROPERTIES]
        return [text_run(" ("), *words, text_run(")")]

    def _again(self, number: int) -> list[Element]:
        shown = text_run(str(number), element("w:rStyle", val="FootnoteReference"))
        return word_field(f"NOTEREF _RefNote{number} \\f \\h", shown)


_PROPERTIES = paragraph("x", [])[0].tag


def _numbered(content: list[Element]) -> list[Element]:
    """Return a note's paragraphs, the first with the number of the note before its words."""
    if not content or content[0].tag != paragraph("", []).tag:
        content = [paragraph("FootnoteText", []), *content]
    mark = [run(element("w:footnoteRef"), style="FootnoteReference"), text_run(" ")]
    first = content[0]
    at = 1 if len(first) and first[0].tag == _PROPERTIES else 0
    first[at:at] = mark
    return content


def _separator(number: int, kind: str) -> Element:
    spacing = element("w:spacing", after=0, line=240, lineRule="auto")
    line = paragraph("", [run(element(f"w:{kind}"))], spacing)
    return element("w:footnote", line, type=kind, id=number)
