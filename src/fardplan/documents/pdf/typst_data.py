"""A document as plain data for Typst (JSON): no text in it is ever read as Typst."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, singledispatchmethod
from typing import Any, TypeAlias

from fardplan.documents.blocks import (
    Block,
    Blocks,
    Cards,
    Fact,
    Figure,
    Group,
    Image,
    Prose,
    Quote,
    Section,
    Table,
)
from fardplan.documents.document import Document, anchors
from fardplan.documents.inline import Foreign, Inline, Link, NoteRef, Term, parts, plain, safe_href
from fardplan.documents.pdf.typst_prose import lay_prose
from fardplan.documents.pdf.typst_tables import lay_table, length
from fardplan.documents.pdf.typst_text import clean, write
from fardplan.documents.typography import set_text
from fardplan.figures.svg import Palette, standalone_svg
from fardplan.locales.text import Lang

Data: TypeAlias = dict[str, Any]

CHAPTER, DEEPEST = 2, 6
_AS_IT_STANDS = frozenset({"anchor", "href", "lang", "icon", "key"})
_ELSEWHERE = frozenset({"notes", "terms", "metadata", "opening", "sections", "links"})
"""What is written by hand below, at its mention, or beside the text of the file."""
_PICTURE = re.compile(r"data:image/([a-z]+)(?:\+xml)?;base64,(.*)", re.DOTALL)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-|$)", re.IGNORECASE)
_WIDE_FACT, _LONG_FACT, _LONG_CARD = 70, 600, 420


class DocumentData:
    """Turn one document into data, keeping the pictures that go beside it as files."""

    def __init__(self, document: Document, palette: Palette) -> None:
        """Prepare what must be known of the whole document before any part of it."""
        self._document = document
        self._palette = palette
        self._anchors = frozenset(anchor for anchor, _ in anchors(document))
        self._notes = {note.key: note.content for note in document.notes}
        self._mentioned: set[str] = set()
        self._chapter = 0
        self._explained: set[str] = set()
        self._texts = 0
        self.pictures: dict[str, bytes] = {}

    def write(self, contents_depth: int) -> Data:
        """Return the whole document; sections down to `contents_depth` stand in its contents."""
        document = self._document
        names = ((name, how) for name, how in _fields(Document) if name not in _ELSEWHERE)
        data = {name: self._field(document, name, how) for name, how in names}
        data["links"] = [
            link for one in document.links if isinstance(link := self._data(one), dict)
        ]
        data["heading"] = _plain(document.title, document.lang)
        data["opening"] = self._blocks(document.opening, CHAPTER)
        data["sections"] = self._blocks(document.sections, CHAPTER)
        data["contents"] = {
            section.anchor: {
                "number": clean(section.number),
                "title": _plain(section.title, document.lang),
            }
            for section in _listed(document.sections, contents_depth)
        }
        self._mark(data["sections"], data["contents"])
        return data

    def _mark(self, blocks: list[Data], contents: Mapping[str, object]) -> None:
        for block in blocks:
            if block["kind"] == "section":
                block["listed"] = block["anchor"] in contents
                self._mark(block["blocks"], contents)

    def _blocks(self, blocks: Blocks, level: int) -> list[Data]:
        return [self._block(block, min(level, DEEPEST)) for block in blocks]

    def _inline(self, content: Inline) -> Any:
        if isinstance(content, str):
            return write(content, self._document.lang)
        written = [
            write(part, self._document.lang) if isinstance(part, str) else self._data(part)
            for part in parts(content)
        ]
        return written[0] if len(written) == 1 else written

    def _field(self, owner: object, name: str, how: str, level: int = 2) -> Any:
        value = getattr(owner, name)
        match how:
            case "inline":
                return self._inline(value)
            case "inlines":
                return [self._inline(one) for one in value]
            case "blocks":
                return self._blocks(value, level)
            case "words":
                return clean(value)
            case "as it stands":
                return value
        return self._plain_value(value, level)

    def _plain_value(self, value: object, level: int) -> Any:
        if isinstance(value, tuple):
            return [self._plain_value(one, level) for one in value]
        if isinstance(value, Mapping):
            return {name: clean(str(one)) for name, one in value.items()}
        if isinstance(value, str):
            return clean(value)
        if is_dataclass(value) and not isinstance(value, type):
            return self._data(value, level)
        return value

    @singledispatchmethod
    def _data(self, value: Any, level: int = 2) -> Any:
        """Return what is no block, field by field, with its kind."""
        kind = type(value).__name__.lower()
        return {"kind": kind} | {
            name: self._field(value, name, how, level) for name, how in _fields(value.__class__)
        }

    @_data.register
    def _(self, fact: Fact, level: int = 2) -> Data:
        data = {"label": clean(fact.label), "value": self._inline(fact.value)}
        data["blocks"] = self._blocks(fact.blocks, level)
        size = length(data)
        return data | {"size": size, "wide": size > _WIDE_FACT, "long": size > _LONG_FACT}

    @_data.register
    def _(self, link: Link, _level: int = 2) -> Any:
        words, href = self._inline(link.content), safe_href(link.href)
        # A file is sent on its own, so a path has nothing to lead to.
        known = href is not None and (
            href[1:] in self._anchors if href.startswith("#") else ":" in href
        )
        return {"kind": "link", "href": href, "content": words} if known and words else words

    @_data.register
    def _(self, note: NoteRef, _level: int = 2) -> Data:
        """Return a note, whose words stand anew in each chapter: on paper nobody leafs far back."""
        data = {"kind": "note", "name": f"note:{note.key}:{self._chapter}"}
        if note.key not in self._mentioned:
            self._mentioned.add(note.key)
            data["content"] = self._inline(self._notes[note.key])
        return data

    @_data.register
    def _(self, term: Term, _level: int = 2) -> Data:
        known = term.text in self._explained
        self._explained.add(term.text)
        definition = "" if known else write(term.definition, self._document.lang)
        return {"kind": "term", "text": clean(term.text), "definition": definition}

    @_data.register
    def _(self, words: Foreign, _level: int = 2) -> Any:
        lang, content = language(words.lang), self._inline(words.content)
        return {"kind": "foreign", "content": content, "lang": lang} if lang else content

    @_data.register
    def _(self, image: Image, _level: int = 2) -> Data:
        kind, body = _PICTURE.match(image.data).groups()  # type: ignore[union-attr] # by Image
        file = f"pictures/{len(self.pictures) + 1}.{kind}"
        self.pictures[file] = base64.b64decode(body)
        caption = self._inline(image.caption)
        return {"kind": "image", "file": file, "alt": clean(image.alt), "caption": caption}

    @singledispatchmethod
    def _block(self, block: Block, level: int) -> Data:
        data: Data = self._data(block, level)
        return data

    @_block.register
    def _(self, block: Prose, level: int) -> Data:
        self._texts += 1
        key = f"{self._texts}"
        blocks = lay_prose(block.markdown, level, self._document.lang, key)
        return {"kind": "prose", "blocks": blocks, "lead": block.lead, "lang": language(block.lang)}

    @_block.register(Group)
    @_block.register(Quote)
    def _(self, block: Group | Quote, level: int) -> Data:
        return {**self._data(block, level), "lang": language(block.lang)}

    @_block.register
    def _(self, block: Cards, level: int) -> Data:
        data: Data = self._data(block, level)
        return data | {"long": any(length(card) > _LONG_CARD for card in data["cards"])}

    @_block.register
    def _(self, block: Table, level: int) -> Data:
        table = {
            "caption": self._inline(block.caption),
            "row_header": block.row_header,
            "note": self._inline(block.note),
            "empty": self._inline(block.empty),
            "anchor": block.anchor,
        }
        columns = [self._data(column) for column in block.columns]
        rows = [[self._data(cell, level) for cell in row] for row in block.cells]
        return lay_table(table, columns, rows)

    @_block.register
    def _(self, block: Figure, level: int) -> Data:
        return {
            "kind": "figure",
            "svg": standalone_svg(block.drawing, self._palette),
            "ratio": block.drawing.height / block.drawing.width,
            "caption": self._inline(block.caption),
            "alt": clean(block.alt),
            "data": self._block(block.data, level),
            "source": self._inline(block.source),
            "anchor": block.anchor,
        }

    @_block.register
    def _(self, block: Section, level: int) -> Data:
        if level == CHAPTER:
            self._chapter += 1
            self._mentioned.clear()
        name = name_section(block, self._document.lang)
        return {**self._data(block, level + 1), "plain": name, "listed": False}


def name_section(section: Section, lang: Lang) -> str:
    """Return what a section is called where it stands by itself: its number and title."""
    return f"{clean(section.number)} {_plain(section.title, lang)}".strip()


def _plain(content: Inline, lang: Lang) -> str:
    return set_text(clean(plain(content)), lang)


def language(code: str) -> Data | None:
    """Return a language as Typst takes it: its code, and a region where one is given."""
    found = _LANGUAGE.match(code)
    if not found:
        return None
    return {"code": found[1].lower(), "region": found[2].upper() if found[2] else None}


def _listed(blocks: Blocks, depth: int) -> Iterator[Section]:
    for block in blocks if depth else ():
        if isinstance(block, Section) and block.contents:
            yield block
            yield from _listed(block.blocks, depth - 1)


@cache
def _fields(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a part of the document, and how each is written."""
    return tuple((field.name, _how(field.name, str(field.type))) for field in fields(kind))


def _how(name: str, annotation: str) -> str:
    if name in _AS_IT_STANDS or annotation.startswith("Literal"):
        return "as it stands"
    if annotation == "Inline":
        return "inline"
    if annotation == "tuple[Inline, ...]":
        return "inlines"
    if annotation == "Blocks":
        return "blocks"
    return "words" if annotation == "str" else "value"
