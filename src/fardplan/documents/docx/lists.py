"""Lists in a Word file: points, cards, boards, steps, moments, questions, keywords."""

from __future__ import annotations

from fardplan.documents.blocks import (
    Board,
    Cards,
    Item,
    Items,
    Keywords,
    Questions,
    Steps,
    Timeline,
)
from fardplan.documents.docx.inline import beside
from fardplan.documents.docx.layout import Place, as_point
from fardplan.documents.docx.parts import Lists
from fardplan.documents.docx.writer import BlockWriter, write_block
from fardplan.documents.docx.xml import Element
from fardplan.documents.inline import Badge, Emphasis, Inline, Link, Muted, Strong, join, parts

_NUMBER_OF_MARK = {"yes": Lists.DONE, "no": Lists.MISSING}
_WORD_OF_MARK = {"yes": "done", "no": "missing"}


@write_block.register
def _(block: Items, writer: BlockWriter, place: Place) -> list[Element]:
    if not block.items:
        return []
    lead = [writer.line(block.lead, place, stays=True)] if parts(block.lead) else []
    number = writer.file.lists.start(place.depth) if block.ordered else Lists.BULLETS
    points = [
        made
        for item in block.items
        for made in writer.point(
            _marked(item, writer),
            item.blocks,
            place,
            _NUMBER_OF_MARK.get(item.mark, number),
            item.anchor,
        )
    ]
    return [*lead, *points]


def _marked(item: Item, writer: BlockWriter) -> Inline:
    """Say in words what the mark shows, since it is read aloud by few programs."""
    if not item.mark:
        return item.content
    return (Muted(writer.say(_WORD_OF_MARK[item.mark])), " ", *parts(item.content))


@write_block.register
def _(block: Questions, writer: BlockWriter, place: Place) -> list[Element]:
    if not block.items:
        return []
    inside = writer.in_frame(place)
    points = write_block(Items(tuple(map(Item, block.items))), writer, inside)
    return writer.framed("box", [*writer.title(block.title, inside), *points], inside)


@write_block.register
def _(block: Keywords, writer: BlockWriter, place: Place) -> list[Element]:
    if not block.words:
        return []
    inside = writer.in_frame(place)
    style = place.style or "Keyword"
    points = [
        made
        for word in block.words
        for made in as_point([writer.line(word, inside, style)], inside, Lists.UNMARKED)
    ]
    return writer.framed("key", [*writer.title(block.title, inside), *points], inside)


@write_block.register
def _(block: Cards, writer: BlockWriter, place: Place) -> list[Element]:
    made: list[Element] = []
    for card in block.cards:
        title = Link(card.title, card.href) if card.href else card.title
        kicker = (Muted(card.kicker), " ") if card.kicker else ()
        words = (*kicker, *parts(beside(Strong(title), card.badges)))
        made += writer.point(words, card.blocks, place, anchor=card.anchor)
    return made


@write_block.register
def _(block: Board, writer: BlockWriter, place: Place) -> list[Element]:
    if not block.statements:
        return []
    title = writer.title(beside(block.title, block.badges), place)
    asked = join([block.question, block.voice], " · ")
    if asked:
        title.append(writer.line(Muted(Emphasis(asked)), place, stays=True))
    number = writer.file.lists.start(place.depth)
    said = [
        made
        for one in block.statements
        for made in writer.point(
            beside(one.text, one.badges), one.blocks, place, number, one.anchor
        )
    ]
    return [*writer.anchored(block.anchor, title), *said]


@write_block.register
def _(block: Steps, writer: BlockWriter, place: Place) -> list[Element]:
    number = writer.file.lists.start(place.depth)
    steps = [
        made
        for one in block.steps
        for made in writer.point(
            beside(Strong(one.title), one.badges), one.blocks, place, number, one.anchor
        )
    ]
    closing = [writer.line(Muted(writer.say("closed")), place)] if block.closed and steps else []
    return [*steps, *closing]


@write_block.register
def _(block: Timeline, writer: BlockWriter, place: Place) -> list[Element]:
    made: list[Element] = []
    for one in block.moments:
        now = (Badge(writer.say("now"), "accent"),) if one.state == "now" else ()
        when = (Strong((*parts(one.when), ":")), *parts(beside("", now)))
        words = join([when, beside(one.title, one.badges)], " ")
        made += writer.point(words, one.blocks, place, anchor=one.anchor)
    return made
