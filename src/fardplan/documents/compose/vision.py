"""The målbild: its words, and boards of statements with what answers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from textwrap import shorten

from fardplan.documents.blocks import (
    Blocks,
    Board,
    Fact,
    Facts,
    Item,
    Items,
    Paragraph,
    Section,
    Statement,
    Unfold,
)
from fardplan.documents.compose._chapter import chapter
from fardplan.documents.compose._pieces import (
    entity_blocks,
    figure_blocks,
    prose,
    quotation_blocks,
)
from fardplan.documents.compose._spoken import flatten
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures.wheel import wheel_figure
from fardplan.documents.inline import Inline, Strong, join
from fardplan.locales.text import Text
from fardplan.model import vision as model
from fardplan.model.index import Entity, Reference, references
from fardplan.model.terms import FigureKind

VISION = Text("Målbild", "The shared vision")
TOWARDS = Text("{Plan} ska leda till ", "{Plan} leads towards ")
VOICE = Text("Talar som ”{voice}”", "Speaks as “{voice}”")
ANSWERS = Text("Motsvaras av:", "Answered by:")
STATEMENTS = Text("Läs målbildens formuleringar", "Read the statements of the vision")

Answers = Mapping[tuple[str, str, str], tuple[Inline, ...]]


def vision(view: View) -> Section | None:
    """Return the roadmap's own målbild, or the one that it works towards."""
    wheel = [figure for figure in view.roadmap.figures if figure.kind == FigureKind.WHEEL]
    pictures = figure_blocks(view, wheel)
    if own := view.edition.vision:
        title = view.noted(own.title if own.title != view.roadmap.title else _name(view), own)
        section = chapter("malbild", title, _own(view, own), pictures)
        return replace(section, number=own.number or "") if section else None
    return chapter("malbild", _name(view), _linked(view), pictures)


def _name(view: View) -> str:
    return view.words(VISION)


def _own(view: View, own: model.Vision) -> Blocks:
    answers = answers_of(view)
    boards = (_board(view, item, view.edition.id, answers) for item in own.perspectives)
    return (
        *((Paragraph(own.key_message, "lead"),) if own.key_message else ()),
        *prose(own.text),
        *_core_words(view, own, own=True),
        *wheel_figure(view, own),
        *(block for group in boards for block in group),
        *quotation_blocks(view, own.quotations),
        *entity_blocks(view, own),
    )


def _linked(view: View) -> Blocks:
    if not view.roadmap.vision:
        return ()
    where = view.link(view.roadmap.vision, "roadmap")
    blocks: Blocks = (Paragraph(join([view.words(TOWARDS), where, "."], "")),)
    entity = view.find(view.roadmap.vision, ("roadmap",))
    other = view.collection.editions.get(entity.home) if entity else None
    if other is None or other.vision is None:
        return blocks
    their = other.vision
    boards = [_board(view, item, "", {}) for item in their.perspectives]
    inside = tuple(block for group in boards for block in group)
    return (
        *blocks,
        *((Paragraph(Strong(f"”{their.key_message}”")),) if their.key_message else ()),
        *_core_words(view, their, own=False),
        *wheel_figure(view, their),
        *((Unfold(view.words(STATEMENTS), inside),) if inside else ()),
    )


def _core_words(view: View, vision: model.Vision, *, own: bool) -> Blocks:
    if not vision.core_words:
        return ()
    label = view.label(vision, "core_words")
    if not own or not any(word.text or word.id for word in vision.core_words):
        words = join([word.title for word in vision.core_words])
        return (Facts((Fact(label, words),)),)
    items = tuple(
        Item(view.noted(Strong(word.title), word), prose(word.text), view.anchor_of(word))
        for word in vision.core_words
    )
    return (Items(items, lead=f"{label}:"),)


def _board(view: View, perspective: model.Perspective, home: str, answers: Answers) -> Blocks:
    title = join([perspective.title, perspective.heading or ""], " – ")
    voice = view.words(VOICE, voice=view.say(perspective.voice)) if perspective.voice else ""
    board = Board(
        title=view.noted(title, perspective) if home else title,
        statements=tuple(_statement(view, item, home, answers) for item in perspective.statements),
        question=perspective.question or "",
        voice=voice,
        anchor=view.anchor_of(perspective) if home else "",
    )
    return (*prose(perspective.text if home else None), board)


def _statement(view: View, statement: model.Statement, home: str, answers: Answers) -> Statement:
    words = flatten(statement.text, view.lang)
    if not home:
        return Statement(words)
    answered = answers.get((home, "statement", statement.id or ""), ())
    told = join([view.words(ANSWERS), join(list(answered))], " ") if answered else ""
    return Statement(
        view.noted(words, statement),
        view.anchor_of(statement),
        blocks=(Paragraph(told, "muted"),) if told else (),
    )


def answers_of(view: View) -> Answers:
    """Return by each statement what answers it, in any roadmap: principles, goals, areas."""
    found: defaultdict[tuple[str, str, str], dict[tuple[str, str, str], Entity]]
    found = defaultdict(dict)
    for name, edition in view.collection.editions.items():
        others = view.crossing.get(name, ()) if view.crossing is not None else None
        is_own = name == view.edition.id or others is None
        for reference in references(edition) if is_own else others or ():
            if reference.spec.refs != ("statement",):
                continue
            target = view.index.resolve(reference.home, reference.written, ("statement",)).entity
            owner = _owner(view, reference)
            if target and owner:
                found[target.key][owner.key] = owner
    return {
        key: tuple(_answer(view, owner) for owner in answering.values())
        for key, answering in found.items()
    }


def _owner(view: View, reference: Reference) -> Entity | None:
    """Return what makes a reference, if others can refer to it: a file, or something in one."""
    value = reference.owner
    if not value.entity_kind:
        return None
    for own_id in (getattr(value, value.identity, None), PurePosixPath(reference.file).stem):
        entity = view.index.by_key.get((reference.home, value.entity_kind, str(own_id)))
        if entity and entity.value is value:
            return entity
    return None


PRINCIPLE = Text("vägledande princip", "guiding principle")
PRINCIPLE_NAMED = Text("den vägledande principen ”{words}”", "the guiding principle “{words}”")
_MOST_WORDS = 40


def _answer(view: View, owner: Entity) -> Inline:
    """Return what answers a statement; a principle with the same words is named by its kind.

    A link says where it leads, and so has the first of those words.
    """
    principle = getattr(owner.value, "statement", None)
    untitled = principle is not None and not getattr(owner.value, "title", None)
    if not untitled:
        return view.link_to(owner)
    if view.address_of(owner) is None:
        return view.link_to(owner, view.words(PRINCIPLE))
    words = shorten(view.name_of(owner), _MOST_WORDS, placeholder="\u00a0…")
    return view.link_to(owner, view.words(PRINCIPLE_NAMED, words=words))
