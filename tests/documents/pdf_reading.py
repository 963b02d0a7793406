"""A PDF read back through pikepdf alone: its structure tree, with the text that stands in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

_BFCHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_BFRANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_SHOWING = ("Tj", "TJ", "'", '"')


@dataclass
class Element:
    """Hold an element of the tree: its kind, its attributes, and what is in it."""

    kind: str
    raw: Any
    kids: list[Element | str] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)
    own_pages: set[int] = field(default_factory=set)

    @property
    def pages(self) -> set[int]:
        """Return the numbers of the pages that it is seen on."""
        return {number for element in self.walk() for number in element.own_pages}

    @property
    def text(self) -> str:
        """Return all words in it, without those of notes and their marks."""
        return "".join(
            kid if isinstance(kid, str) else kid.text for kid in self.kids
            if isinstance(kid, str) or not kid.is_note
        )  # fmt: skip

    @property
    def everything(self) -> str:
        """Return all words in it, notes too."""
        return "".join(kid if isinstance(kid, str) else kid.everything for kid in self.kids)

    @property
    def is_note(self) -> bool:
        """Tell whether it is a note, or the mark that leads to one."""
        if self.kind == "Note":
            return True
        inner = [kid for kid in self.kids if isinstance(kid, Element)]
        return self.kind == "Lbl" and [kid.kind for kid in inner] == ["Link"]

    @property
    def alt(self) -> str | None:
        """Return its alternative text."""
        return str(self.raw.Alt) if "/Alt" in self.raw else None

    @property
    def lang(self) -> str:
        """Return its own language."""
        return str(self.raw.get("/Lang", ""))

    def attribute(self, name: str) -> str:
        """Return an attribute of any owner, "" where it has none."""
        found = self.raw.get("/A", pikepdf.Array([]))
        for owner in found if isinstance(found, pikepdf.Array) else [found]:
            if name in owner:
                return str(owner[name]).removeprefix("/")
        return ""

    def walk(self) -> Iterator[Element]:
        """Yield it and every element in it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def of(self, *kinds: str) -> list[Element]:
        """Return the elements of these kinds in it, in reading order."""
        return [one for one in self.walk() if one.kind in kinds]


class PdfFile:
    """Hold a PDF that has been read."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self._fonts: dict[Any, dict[int, str]] = {}
        self.spoken: list[tuple[str, str]] = []
        """The language and the words of each marked content that bears a language."""
        self._numbers: dict[Any, int] = {
            page.objgen: number for number, page in enumerate(self.pdf.pages, 1)
        }
        self._texts: dict[Any, dict[int, str]] = {
            page.objgen: self._page_texts(page) for page in self.pdf.pages
        }

    @cached_property
    def tree(self) -> Element:
        """Return the whole structure tree."""
        return self._element(self.pdf.Root.StructTreeRoot.K[0], None)

    @property
    def bookmarks(self) -> list[tuple[int, str]]:
        """Return level and title of each bookmark, from the top."""
        return list(self._bookmarks(self.pdf.Root.Outlines.get("/First"), 1))

    @property
    def page_texts(self) -> list[str]:
        """Return the words of each page that are no part of the tree: its head and foot."""
        return [self._texts[page.objgen].get(-1, "") for page in self.pdf.pages]

    def target(self, link: Element) -> str:
        """Return where a link leads: an address, or the number of a page."""
        annotation = link.annotations[0]
        action = annotation.get("/A", pikepdf.Dictionary())
        if "/URI" in action:
            return str(action.URI)
        place = annotation.get("/Dest", action.get("/D"))
        if isinstance(place, (pikepdf.String, pikepdf.Name)):
            place = self._named(str(place).removeprefix("/"))
        return f"page {self._numbers[place[0].objgen]}"

    def _named(self, name: str) -> Any:
        found = dict(_leaves(self.pdf.Root.Names.Dests))[name]
        return found.D if isinstance(found, pikepdf.Dictionary) else found

    def _bookmarks(self, item: Any, level: int) -> Iterator[tuple[int, str]]:
        while item is not None:
            yield level, str(item.Title)
            yield from self._bookmarks(item.get("/First"), level + 1)
            item = item.get("/Next")

    def _element(self, raw: Any, page: Any) -> Element:
        page = raw.get("/Pg", page)
        made = Element(str(raw.S).removeprefix("/"), raw)
        inner = raw.get("/K", pikepdf.Array([]))
        for kid in inner if isinstance(inner, pikepdf.Array) else [inner]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                made.kids.append(self._element(kid, page))
                continue
            on = page if isinstance(kid, int) else kid.get("/Pg", page)
            made.own_pages.add(self._numbers[on.objgen])
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                made.annotations.append(kid.Obj)
            else:
                number = kid if isinstance(kid, int) else int(kid.MCID)
                made.kids.append(self._texts[on.objgen].get(number, ""))
        return made

    def _page_texts(self, page: Any) -> dict[int, str]:
        """Return the words of a page by the number of their marked content, -1 for its head and foot."""
        texts: dict[int, str] = {}
        stack: list[tuple[int, str | None]] = []
        font: dict[int, str] = {}
        langs: dict[int, str] = {}
        for step in pikepdf.parse_content_stream(page):
            operands: Any = step.operands
            name = str(step.operator)
            if name in ("BDC", "BMC"):
                stack.append(_opened(operands, stack))
                if lang := _language(operands):
                    langs[stack[-1][0]] = lang
                if stack[-1][1]:
                    number = stack[-1][0]
                    texts[number] = texts.get(number, "") + (stack[-1][1] or "")
            elif name == "EMC":
                stack.pop()
            elif name == "Tf":
                font = self._font(page.Resources.Font[str(operands[0])])
            elif name in _SHOWING and (not stack or stack[-1][1] is None):
                number = stack[-1][0] if stack else -2
                texts[number] = texts.get(number, "") + _shown(operands[-1], font)
        self.spoken += [(lang, texts.get(number, "")) for number, lang in langs.items()]
        return texts

    def _font(self, font: Any) -> dict[int, str]:
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = _unicode(font.ToUnicode.read_bytes())
        return self._fonts[font.objgen]


def _opened(operands: Any, stack: list[tuple[int, str | None]]) -> tuple[int, str | None]:
    """Return whose content begins, and the words that stand for it where they are given."""
    properties = operands[1] if len(operands) > 1 else None
    number = stack[-1][0] if stack else -2
    if isinstance(properties, pikepdf.Dictionary):
        if operands[0] == "/Artifact":
            return -1 if properties.get("/Subtype") in ("/Header", "/Footer") else -2, None
        if "/MCID" in properties:
            return int(properties.MCID), None
        if "/ActualText" in properties:
            return number, str(properties.ActualText)
    return number, stack[-1][1] if stack else None


def _language(operands: Any) -> str:
    properties = operands[1] if len(operands) > 1 else None
    return str(properties.get("/Lang", "")) if isinstance(properties, pikepdf.Dictionary) else ""


def _shown(operand: Any, font: dict[int, str]) -> str:
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return "".join(
        font.get(int.from_bytes(codes[at : at + 2], "big"), "") for at in range(0, len(codes), 2)
    )


def _unicode(cmap: bytes) -> dict[int, str]:
    table: dict[int, str] = {}
    for section in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in _BFCHAR.findall(section):
            table[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for section in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in _BFRANGE.findall(section):
            start = bytes.fromhex(text.decode()).decode("utf-16-be")
            for code in range(int(first, 16), int(last, 16) + 1):
                table[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return table


def _leaves(node: Any) -> Iterator[tuple[str, Any]]:
    names = list(node.get("/Names", []))
    for name, place in zip(names[::2], names[1::2], strict=True):
        yield str(name), place
    for kid in node.get("/Kids", []):
        yield from _leaves(kid)
