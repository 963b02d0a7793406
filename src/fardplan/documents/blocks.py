"""The document as data: the blocks that every backend (HTML, Markdown, PDF, Word) lays out.

All text stands in the document's language already, and is plain (see `inline`), but for `Prose`,
which is what a user wrote in Markdown. A field `blocks` holds blocks inside the block; an empty
block (no items, no rows and no `empty` text) leaves no trace. `document` holds the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeAlias

from fardplan.documents.inline import Badge, Inline
from fardplan.figures.drawing import Drawing

_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]*$")

Blocks: TypeAlias = "tuple[Block, ...]"
Badges: TypeAlias = tuple[Badge, ...]


class Block:
    """Something that stands by itself in a document; `kind` names its template."""

    __slots__ = ()
    kind: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        cls.kind = cls.__name__.lower()


@dataclass(frozen=True, slots=True)
class Prose(Block):
    """Hold Markdown as a user wrote it; its headings are fitted in below the section's."""

    markdown: str
    lead: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Hold one paragraph: `lead` opens a chapter, `muted` says an aside or what is missing."""

    content: Inline
    role: Literal["", "lead", "muted"] = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Pair a label with its value: words, or blocks where words do not do."""

    label: str
    value: Inline = ""
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class Facts(Block):
    """List facts: as a `box` of its own, as `rows` in the text, or in `line` under a heading."""

    rows: tuple[Fact, ...]
    style: Literal["rows", "box", "line"] = "rows"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Hold a point of a list, blocks under it (a nested list), and its mark in a check list."""

    content: Inline = ""
    blocks: Blocks = ()
    anchor: str = ""
    mark: Literal["", "yes", "no"] = ""


@dataclass(frozen=True, slots=True)
class Items(Block):
    """List points; `lead` is the line that opens the list ("Det innebär att …")."""

    items: tuple[Item, ...]
    ordered: bool = False
    lead: Inline = ""
    style: Literal["plain", "check", "quiet"] = "plain"


def bullets(*contents: Inline, lead: Inline = "", ordered: bool = False) -> Items:
    """Return a list of points without anything under them."""
    return Items(tuple(map(Item, contents)), ordered=ordered, lead=lead)


@dataclass(frozen=True, slots=True)
class Column:
    """Head a column of a table; numbers stand to the right, `narrow` keeps words on one line."""

    title: str
    numeric: bool = False
    width: Literal["", "narrow", "wide"] = ""

    @property
    def look(self) -> str:
        """Return what a style sheet calls a column like this one."""
        return f"{self.width} end".strip() if self.numeric else self.width


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold words or blocks (a list of activities) in a table's row."""

    content: Inline = ""
    blocks: Blocks = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table(Block):
    """Hold rows under one row of headings, no cell merged; each row becomes a card on a phone.

    The first cell heads its row unless `row_header` is false or it is the only one. `empty` is said
    instead of a table without rows. A row of another length than `head` raises ValueError.
    """

    caption: Inline
    head: tuple[Column | str, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    row_header: bool = True
    note: Inline = ""
    empty: Inline = ""
    anchor: str = ""

    def __post_init__(self) -> None:
        if len(self.head) == 1:
            object.__setattr__(self, "row_header", False)
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.head):
                raise ValueError(
                    f"row {number} has {len(row)} cells under {len(self.head)} headings"
                )

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the headings, each as a column."""
        return tuple(Column(head) if isinstance(head, str) else head for head in self.head)

    @property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the rows, each word as a cell."""
        return tuple(
            tuple(Cell(cell) if isinstance(cell, str) else cell for cell in row)
            for row in self.rows
        )


@dataclass(frozen=True, slots=True)
class Quote(Block):
    """Quote a source word by word; `lang` when it is another language than the document's."""

    blocks: Blocks
    source: Inline = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """Set blocks apart: `key` statements, a `note`, a `warning`, a `status`, or an `empty` place.

    `empty` says in plain words that something is yet to come ("Aktiviteter tas fram under 2023.").
    """

    tone: Literal["key", "note", "warning", "status", "empty"]
    blocks: Blocks
    title: Inline = ""
    badges: Badges = ()


@dataclass(frozen=True, slots=True)
class Questions(Block):
    """Ask the reader to think and discuss; the document gives the title ("Fundera …")."""

    title: str
    items: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Keywords(Block):
    """Call out words in the margin beside the text that comes after."""

    words: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """Hold a principle, or an area that `href` leads to; `icon` is a name of `ICONS`."""

    title: Inline
    blocks: Blocks = ()
    kicker: str = ""
    icon: str = ""
    anchor: str = ""
    href: str = ""
    badges: Badges = ()


ICONS = (
    "coordination", "digital", "competence", "health", "children", "person", "hub", "generic",
)  # fmt: skip
"""The pictograms; any other name shows the generic one, an empty name none."""


@dataclass(frozen=True, slots=True)
class Cards(Block):
    """Lay cards side by side: `boxes` for principles (2 × 3), `icons` for the row of areas."""

    cards: tuple[Card, ...]
    columns: Literal[2, 3, 4] = 3
    style: Literal["boxes", "icons"] = "boxes"


@dataclass(frozen=True, slots=True)
class Statement:
    """Hold one sentence of a målbild under its stable id."""

    text: Inline
    anchor: str = ""
    badges: Badges = ()
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class Board(Block):
    """Show one perspective of a målbild: its question, whose voice it is, and its statements."""

    title: Inline
    statements: tuple[Statement, ...]
    question: Inline = ""
    voice: str = ""
    anchor: str = ""
    badges: Badges = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Hold a step of a process."""

    title: Inline
    blocks: Blocks = ()
    badges: Badges = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """Number the steps of a process; a `closed` one says that the last leads back to the first."""

    steps: tuple[Step, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold what happens at a time, in the author's words for the time."""

    when: Inline
    title: Inline
    blocks: Blocks = ()
    badges: Badges = ()
    anchor: str = ""
    state: Literal["", "past", "now", "future"] = ""


@dataclass(frozen=True, slots=True)
class Timeline(Block):
    """List moments in order of time; `caption` names the list for those who do not see it."""

    moments: tuple[Moment, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Unfold(Block):
    """Fold blocks under a summary line, as an activity's projektplan; always open in print."""

    summary: Inline
    blocks: Blocks
    badges: Badges = ()
    anchor: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """Show a drawing with its words, `alt`, and the same data as a table.

    `narrow` is the same drawing made for a phone, where a form can choose between the two. The
    table is folded where a form can fold, unless it is `open` because it says more.
    """

    drawing: Drawing
    caption: Inline
    alt: str
    data: Table
    narrow: Drawing | None = None
    source: Inline = ""
    anchor: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Image(Block):
    """Show a picture from a `data:image/…;base64,` address; without `alt` it is decoration."""

    data: str
    alt: str
    caption: Inline = ""

    def __post_init__(self) -> None:
        if not _PICTURE.match(self.data):
            raise ValueError("a picture lies in a data:image/…;base64, address")


@dataclass(frozen=True, slots=True)
class Group(Block):
    """Hold blocks together: as they come, in `columns`, or all in another language (`lang`)."""

    blocks: Blocks
    layout: Literal["plain", "columns"] = "plain"
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Section(Block):
    """Open a chapter or a part of one; sections among its blocks lie one level below it.

    `number` ("2.3") stands before the title and `kicker` ("Område", "Mål") above it; `anchor` is
    stable over the years and unique in the document. `contents=False` leaves it out of the list.
    """

    anchor: str
    title: Inline
    facts: tuple[Fact, ...] = field(default=(), kw_only=True)
    blocks: Blocks = ()
    number: str = ""
    kicker: str = ""
    badges: Badges = ()
    icon: str = ""
    contents: bool = True
