"""Changes as blocks of a document: the page of `diff`, and the annex of a roadmap that shows them.

What is gone stands as `Deleted` and what is new as `Inserted`; the order and the words are those of
every other format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fardplan.changes._base import Level
from fardplan.changes._values import EntityRef
from fardplan.documents.blocks import Badges, Block, Blocks, Item, Items, Paragraph
from fardplan.documents.blocks import Section as Chapter
from fardplan.documents.inline import (
    Badge,
    Deleted,
    Foreign,
    Inline,
    Inserted,
    Link,
    Part,
    Strong,
    Tone,
)
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_report import Report, Section
from fardplan.formats._changes_wording import Piece
from fardplan.locales import comparison as words
from fardplan.locales.text import Lang
from fardplan.model.names import slug

_TONES: dict[Level, Tone] = {
    Level.MAJOR: "critical",
    Level.MINOR: "neutral",
    Level.EDITORIAL: "quiet",
}


def summary_blocks(report: Report, lang: Lang) -> Blocks:
    """Return the one sentence of a report, and how to read changed words where there are any."""
    return (Paragraph(report.summary, "lead"), *_legend(report, lang))


def _legend(report: Report, lang: Lang) -> Iterator[Block]:
    roles = {piece.role for section in report.sections for piece in _pieces(section.lines)}
    if roles & {"old", "new"}:
        said = [text.say(lang) for text in words.LEGEND]
        legend = (said[0], Deleted(said[1]), said[2], Inserted(said[3]), said[4])
        yield Paragraph(legend, "muted")


def _pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        yield from line.pieces
        yield from _pieces(line.children)


@dataclass(slots=True)
class ChapterWriter:
    """Turns the sections of a report into chapters.

    `lang` is the language of the page and `language` that of the roadmap's own texts. `prefix`
    begins every anchor. With `linked`, the name of what changed leads to `#KIND-ID`, the anchor
    that a roadmap's document has for it.
    """

    lang: Lang
    language: Lang
    prefix: str = ""
    linked: bool = False
    _anchors: Counter[str] = field(default_factory=Counter)

    def chapters(self, report: Report) -> tuple[Chapter, ...]:
        """Return a chapter for each section of a report, with how many changes it tells."""
        return tuple(self._chapter(section) for section in report.sections)

    def _chapter(self, section: Section) -> Chapter:
        badges: Badges = ()
        if number := section.count:
            counted = words.CHANGES[number != 1].say(self.lang, n=number)
            badges = (Badge(counted, _TONES[section.level]),)
        blocks = (self._items(section.lines),)
        return Chapter(self._anchor(section.title), section.title, blocks=blocks, badges=badges)

    def _anchor(self, title: str) -> str:
        """Return a name for the place of a chapter, which no other one has."""
        name = self.prefix + (slug(title) or "del")
        self._anchors[name] += 1
        number = self._anchors[name]
        return name if number == 1 else f"{name}-{number}"

    def _items(self, lines: Iterable[Line]) -> Items:
        return Items(tuple(Item(self._words(line.pieces), self._below(line)) for line in lines))

    def _below(self, line: Line) -> tuple[Block, ...]:
        return (self._items(line.children),) if line.children else ()

    def _words(self, pieces: Iterable[Piece]) -> tuple[Part, ...]:
        return tuple(self._part(piece) for piece in pieces if piece.text)

    def _part(self, piece: Piece) -> Part:
        if piece.role == "name":
            return Strong(self._name(piece.text, piece.entity))
        if piece.role == "plain":
            return piece.text
        own = Foreign(piece.text, self.language) if self.language != self.lang else piece.text
        if piece.role == "old":
            return Deleted(own)
        return Inserted(own) if piece.role == "new" else own

    def _name(self, text: str, entity: EntityRef | None) -> Inline:
        if not self.linked or entity is None:
            return text
        return Link(text, f"#{entity.kind}-{entity.id}")
