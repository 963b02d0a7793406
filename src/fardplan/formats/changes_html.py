"""Changes as a web page of their own, with the look of the roadmap's documents.

What is gone stands in `del` and what is new in `ins`, each with words before and after it for those
who hear the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fardplan.changes._base import Comparison, Level, Side
from fardplan.documents.blocks import Block, Fact, Item, Items, Paragraph
from fardplan.documents.blocks import Section as Chapter
from fardplan.documents.document import Document
from fardplan.documents.engine import BASE, load_template
from fardplan.documents.html import render_html
from fardplan.documents.inline import (
    Badge,
    Deleted,
    Foreign,
    Inserted,
    Part,
    Strong,
    Tone,
)
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_report import Report, Section, build_report, say_version
from fardplan.formats._changes_wording import Piece
from fardplan.formats._page import Page
from fardplan.locales import changes as words
from fardplan.locales.text import Lang
from fardplan.model.names import slug
from fardplan.source.resources import templates_dir

_TONES: dict[Level, Tone] = {
    Level.MAJOR: "critical",
    Level.MINOR: "neutral",
    Level.EDITORIAL: "quiet",
}
_SHORT = 10
"""How much of a commit's id is shown."""


def write(comparison: Comparison, page: Page) -> str:
    """Return the changes as one self-contained page, laid out by the page's template."""
    template = page.template or load_template(BASE, [templates_dir()])
    return render_html(compose_changes(comparison, page), template)


def compose_changes(comparison: Comparison, page: Page) -> Document:
    """Return the changes as a document."""
    report = build_report(comparison, page.lang)
    writer = _Writer(page.lang, comparison.language)
    return Document(
        lang=page.lang,
        title=report.title,
        kicker=words.KICKER.say(page.lang),
        organisation=page.organisation,
        description=report.summary,
        facts=(
            Fact(words.OLDER.say(page.lang), _say_side(comparison.old, page.lang)),
            Fact(words.NEWER.say(page.lang), _say_side(comparison.new, page.lang)),
        ),
        opening=tuple(_opening(report, page.lang)),
        sections=tuple(writer.chapters(report.sections)),
    )


def _say_side(side: Side, lang: Lang) -> str:
    version = say_version(side, lang)
    if side.commit is None:
        return version
    return words.COMMIT.say(lang, version=version, commit=side.commit[:_SHORT])


def _opening(report: Report, lang: Lang) -> Iterator[Block]:
    yield Paragraph(report.summary, "lead")
    roles = {piece.role for section in report.sections for piece in _pieces(section.lines)}
    if roles & {"old", "new"}:
        said = [text.say(lang) for text in words.LEGEND]
        legend = (said[0], Deleted(said[1]), said[2], Inserted(said[3]), said[4])
        yield Paragraph(legend, "muted")


def _pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        yield from line.pieces
        yield from _pieces(line.children)


class _Writer:
    """Turns the sections of a report into chapters."""

    def __init__(self, lang: Lang, language: Lang) -> None:
        """Take the language of the page, and that of the roadmap's own texts."""
        self._lang = lang
        self._language = language
        self._anchors: Counter[str] = Counter()

    def chapters(self, sections: Iterable[Section]) -> Iterator[Chapter]:
        for section in sections:
            badges: tuple[Badge, ...] = ()
            if number := section.count:
                counted = words.CHANGES[number != 1].say(self._lang, n=number)
                badges = (Badge(counted, _TONES[section.level]),)
            yield Chapter(
                self._anchor(section.title), section.title, (self._items(section.lines),),
                badges=badges,
            )  # fmt: skip

    def _anchor(self, title: str) -> str:
        """Return a name for the place of a chapter, which no other one has."""
        name = slug(title) or "del"
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
            return Strong(piece.text)
        if piece.role == "plain":
            return piece.text
        foreign = self._language != self._lang
        own = Foreign(piece.text, self._language) if foreign else piece.text
        if piece.role == "old":
            return Deleted(own)
        return Inserted(own) if piece.role == "new" else own
