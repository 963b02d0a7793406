"""Blocks as Markdown: one method a kind, each returning its lines without blank lines around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import singledispatchmethod

from fardplan.documents import wording
from fardplan.documents.blocks import (
    Board,
    Callout,
    Card,
    Cards,
    Cell,
    Fact,
    Facts,
    Figure,
    Group,
    Image,
    Items,
    Keywords,
    Paragraph,
    Prose,
    Questions,
    Quote,
    Section,
    Steps,
    Table,
    Timeline,
    Unfold,
)
from fardplan.documents.document import Document
from fardplan.documents.inline import (
    Badge,
    Inline,
    Link,
    Muted,
    NoteRef,
    Strong,
    join,
    plain,
    without_notes,
)
from fardplan.documents.markdown.inline import InlineWriter
from fardplan.documents.markdown.prose import write_prose
from fardplan.documents.markdown.text import (
    escape_words,
    guard_line,
    in_cell,
    item,
    quoted,
    stack,
    table,
    wrap,
)

_LIST = re.compile(r"[-*] |\d+[.)] ")
_SENTENCE = re.compile(r"(?![-*] |\d+[.)] |[>|#`])")
_MARKS = {"yes": "✓ ", "no": "✗ "}


class MarkdownWriter:
    """Turn blocks and words of one document into Markdown, for its template."""

    def __init__(
        self, document: Document, slugs: Mapping[str, str], numbers: Mapping[str, int]
    ) -> None:
        """Take what must be known of the whole document before any part of it."""
        self._document = document
        self._numbers = numbers
        self._words = InlineWriter(document.lang, slugs, numbers)
        self._texts = 0
        self._prose_notes: list[str] = []

    def inline(self, content: Inline) -> str:
        """Return words and marks on one line."""
        return self._words.write(content)

    def line(self, content: Inline) -> str:
        """Return words that open a line of their own."""
        return guard_line(self.inline(content))

    def blocks(self, blocks: Iterable[object], level: int) -> str:
        """Return blocks with blank lines between; headings in them take `level`."""
        return stack([self.block(block, min(level, 6)) for block in blocks])

    def say(self, name: str, **values: object) -> str:
        """Return a text of `wording` by its name, in the document's language."""
        return wording.say(name, self._document.lang, **values)

    def entry(self, section: Section) -> str:
        """Return a section's line in the contents."""
        title = f"{section.number} {plain(section.title)}".strip()
        return self.inline(Link(title, f"#{section.anchor}"))

    def facts(self, facts: Iterable[Fact], level: int) -> str:
        """Return facts as a list."""
        return "\n".join(item("- ", self._fact(fact, level)) for fact in facts)

    def notes(self) -> str:
        """Return the notes of the document and of the texts in it, once all else is written."""
        contents = {note.key: note.content for note in self._document.notes}
        numbered = [f"[^{n}]: {self.inline(contents[key])}" for key, n in self._numbers.items()]
        return "\n\n".join([*numbered, *self._prose_notes])

    @singledispatchmethod
    def block(self, block: object, _level: int) -> str:
        """Return one block."""
        raise TypeError(f"{type(block).__name__} is no block")

    @block.register
    def _(self, block: Prose, level: int) -> str:
        self._texts += 1
        text, notes = write_prose(block.markdown, level, self._document.lang, f"{self._texts}")
        self._prose_notes += notes
        return text

    @block.register
    def _(self, block: Paragraph, _level: int) -> str:
        content = Muted(block.content) if block.role == "muted" else block.content
        return self.line(content)

    @block.register
    def _(self, block: Facts, level: int) -> str:
        title = self._bold(block.title)
        if block.style == "line":
            return stack([title, self._fact_line(block.rows)])
        return stack([title, self.facts(block.rows, level)])

    @block.register
    def _(self, block: Items, level: int) -> str:
        points = [
            item(
                f"{number}. " if block.ordered else "- ",
                self._led(
                    _MARKS.get(point.mark, "") + self.inline(point.content), point.blocks, level
                ),
            )
            for number, point in enumerate(block.items, 1)
        ]
        return stack([self.line(block.lead) if points else "", "\n".join(points)])

    @block.register
    def _(self, block: Table, level: int) -> str:
        if not block.rows:
            return wrap("*", self.line(block.empty))
        head = [in_cell(escape_words(column.title)) for column in block.columns]
        rows = [[self._cell(cell, level) for cell in row] for row in block.cells]
        if block.row_header:
            rows = [
                [wrap("**", row[0]) if "<br>" not in row[0] else row[0], *row[1:]] for row in rows
            ]
        grid = table(head, rows, [column.numeric for column in block.columns])
        return stack([self._bold(block.caption), grid, self.line(block.note)])

    @block.register
    def _(self, block: Quote, level: int) -> str:
        source = f"– {self.inline(block.source)}" if block.source else ""
        return quoted(stack([self.blocks(block.blocks, level), source]))

    @block.register
    def _(self, block: Callout, level: int) -> str:
        title = self._titled(block.title, block.badges)
        if block.tone == "empty":
            return stack([title, *(self._quietly(part, level) for part in block.blocks)])
        return quoted(stack([title, self.blocks(block.blocks, level)]))

    @block.register
    def _(self, block: Questions, _level: int) -> str:
        questions = [item("- ", self.inline(question)) for question in block.items]
        return quoted(stack([self._bold(block.title), "\n".join(questions)])) if questions else ""

    @block.register
    def _(self, block: Keywords, _level: int) -> str:
        words = self._bold(" · ".join(block.words))
        return f"{self.line(block.title)}: {words}" if block.title else words

    @block.register
    def _(self, block: Cards, level: int) -> str:
        return "\n".join(item("- ", self._card(card, level)) for card in block.cards)

    @block.register
    def _(self, block: Board, level: int) -> str:
        statements = [
            item(f"{n}. ", self._led(self._beside(one.text, one.badges), one.blocks, level))
            for n, one in enumerate(block.statements, 1)
        ]
        head = join([block.question, block.voice], " · ")
        title = self._titled(block.title, block.badges)
        return stack([title, wrap("*", self.line(head)), "\n".join(statements)])

    @block.register
    def _(self, block: Steps, level: int) -> str:
        steps = [
            item(
                f"{n}. ", self._led(self._beside(Strong(one.title), one.badges), one.blocks, level)
            )
            for n, one in enumerate(block.steps, 1)
        ]
        closing = wording.CLOSED.say(self._document.lang) if block.closed and steps else ""
        return stack(["\n".join(steps), closing])

    @block.register
    def _(self, block: Timeline, level: int) -> str:
        now = wording.NOW.say(self._document.lang)
        moments = []
        for one in block.moments:
            badges = (Badge(now), *one.badges) if one.state == "now" else one.badges
            words = f"{wrap('**', self.inline(one.when))}: {self._beside(one.title, badges)}"
            moments.append(item("- ", self._led(words, one.blocks, level)))
        return "\n".join(moments)

    @block.register
    def _(self, block: Unfold, level: int) -> str:
        title = self._titled(block.summary, block.badges)
        return stack([title, self.blocks(block.blocks, level)])

    @block.register
    def _(self, block: Figure, level: int) -> str:
        source = (f"{wording.SOURCE.say(self._document.lang)} ", *join([block.source]))
        return stack([
            self._bold(block.caption),
            self.line(block.drawing.description),
            self.block(block.data, level),
            self.line(source) if block.source else "",
        ])  # fmt: skip

    @block.register
    def _(self, block: Image, _level: int) -> str:
        return stack([self.line(block.alt), wrap("*", self.line(block.caption))])

    @block.register
    def _(self, block: Group, level: int) -> str:
        return self.blocks(block.blocks, level)

    @block.register
    def _(self, block: Section, level: int) -> str:
        number = f"{escape_words(block.number)} " if block.number else ""
        title, notes = without_notes(block.title)  # a forge names headings by all that is in them
        heading = f"{'#' * level} {number}{self.inline(title)}"
        above = [Badge(block.kicker)] if block.kicker else []
        below = join([join([*above, *block.badges], " · "), self._told(notes)], " · ")
        return stack([
            heading, self.line(below), self._fact_line(block.facts),
            self.blocks(block.blocks, level + 1),
        ])  # fmt: skip

    def _fact(self, fact: Fact, level: int) -> str:
        words = f"**{escape_words(fact.label)}:** {self.inline(fact.value)}".rstrip()
        return self._led(words, fact.blocks, level, " – " if plain(fact.value) else " ")

    def _fact_line(self, facts: Iterable[Fact]) -> str:
        return " · ".join(in_cell(self._fact(fact, 6)) for fact in facts)

    def _cell(self, cell: Cell, level: int) -> str:
        return in_cell(stack([self.inline(cell.content), self.blocks(cell.blocks, level)]))

    def _card(self, card: Card, level: int) -> str:
        title = Link(card.title, card.href) if card.href else card.title
        kicker = f"{self.inline(Badge(card.kicker))} " if card.kicker else ""
        words = kicker + self._beside(Strong(join([title])), card.badges)
        return self._led(words, card.blocks, level)

    def _led(self, words: str, blocks: Iterable[object], level: int, between: str = " – ") -> str:
        """Put what words lead to after them: a sentence beside them, a list right below."""
        below = self.blocks(blocks, level)
        if not (words and below):
            return words or below
        if "\n" not in below and _SENTENCE.match(below):
            return f"{words}{between}{below}"
        tight = _LIST.match(below) and "\n\n" not in below
        return f"{words}\n{below}" if tight else stack([words, below])

    def _told(self, notes: tuple[NoteRef, ...]) -> Inline:
        return (Muted(f"{self.say('notes')}:"), " ", *notes) if notes else ""

    def _bold(self, words: Inline) -> str:
        return wrap("**", self.line(words))

    def _titled(self, title: Inline, badges: tuple[Badge, ...]) -> str:
        return self._beside(Strong(join([title])), badges) if plain(title) else ""

    def _beside(self, words: Inline, badges: tuple[Badge, ...]) -> str:
        marked = [f"*({escape_words(badge.text)})*" for badge in badges]
        return " ".join(filter(None, [self.line(words), *marked]))

    def _quietly(self, block: object, level: int) -> str:
        return (
            self.line(Muted(block.content))
            if isinstance(block, Paragraph)
            else self.block(block, level)
        )
