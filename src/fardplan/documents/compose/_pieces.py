"""The pieces that several chapters share: lists, questions, quotations, figures, empty places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fardplan.documents.blocks import (
    Blocks,
    Callout,
    Cell,
    Column,
    Fact,
    Facts,
    Group,
    Item,
    Items,
    Paragraph,
    Prose,
    Questions,
    Quote,
    Table,
    Unfold,
)
from fardplan.documents.compose._generic import describe
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, bracketed, join
from fardplan.locales.languages import IN_LANGUAGE, OTHER_LANGUAGE
from fardplan.locales.text import Text
from fardplan.model import common
from fardplan.model.terms import ListForce

QUESTIONS = Text("Fundera och diskutera", "Think and discuss")
EASY_READ = Text("Lättläst", "Easy to read")
SOURCE = Text("Källa: {source}", "Source: {source}")
FIGURE = Text("Figur", "Figure")
NO_DATA = Text("I källan är figuren en bild.", "In the source the figure is a picture.")
LABEL, VALUE, EXPLANATION = (
    Text("Vad", "What"),
    Text("Värde", "Value"),
    Text("Förklaring", "Explanation"),
)
NOTHING_YET = Text("Inget ännu", "Nothing yet")
READY = Text("Klart: {due}", "Due: {due}")
DECIDED_BY = Text("Beslutas av", "Decided by")
LEADS = {
    ListForce.EXAMPLE: Text("Till exempel:", "For example:"),
    ListForce.MEANING: Text("Det innebär:", "This means:"),
    ListForce.NEED: Text("Det här behövs:", "This is needed:"),
    ListForce.POSSIBLE: Text("Det här kan bli aktuellt:", "This may come:"),
    ListForce.RESEARCH: Text("Det här visar forskningen:", "Research shows:"),
}


def prose(*texts: str | None, lead: bool = False) -> Blocks:
    """Return each Markdown text that is there as a block; `lead` sets off the first."""
    there = [text for text in texts if text]
    return tuple(Prose(text, lead=lead and not number) for number, text in enumerate(there))


def list_blocks(view: View, lists: Iterable[common.ListBlock]) -> Blocks:
    """Return bullet lists, each under its lead-in, or under words for its force."""
    return tuple(_list_block(view, block) for block in lists)


def _list_block(view: View, block: common.ListBlock) -> Items:
    lead: Inline = block.lead or view.words(LEADS[block.force])
    items = tuple(Item(_list_item(view, item)) for item in block.items)
    return Items(items, lead=view.noted(lead, block))


def _list_item(view: View, item: common.ListItem) -> Inline:
    answers = join([view.spoken(item, "activity"), view.spoken(item, "goal")])
    return join([item.text, bracketed(answers)], " ")


def question_blocks(view: View, questions: Sequence[common.Question]) -> Blocks:
    """Return the questions to discuss in one box."""
    if not questions:
        return ()
    return (Questions(view.words(QUESTIONS), tuple(item.text for item in questions)),)


def quotation_blocks(view: View, quotations: Iterable[common.Quotation]) -> Blocks:
    """Return quotations with their sources."""
    return tuple(
        Quote(
            (Prose(quotation.text),),
            view.noted(view.source(quotation.cites) if quotation.cites else "", quotation),
        )
        for quotation in quotations
    )


def figure_blocks(view: View, figures: Iterable[common.Figure]) -> Blocks:
    """Return figures as words and tables; a figure without data says what the picture shows."""
    blocks: list[Blocks] = [_figure(view, figure) for figure in figures]
    return tuple(block for group in blocks for block in group)


def _figure(view: View, figure: common.Figure) -> Blocks:
    source = view.spoken(figure, "cites")
    shown = join([view.words(SOURCE, source=""), source], "") if source else ""
    title = view.noted(figure.title, figure)
    kind = f" ({view.say(figure.kind)})" if figure.kind else ""
    caption = join([f"{view.words(FIGURE)}{kind}: ", title], "")
    if not figure.data:
        last = join([view.words(NO_DATA), shown], " ")
        return (Callout("note", (*prose(figure.text), Paragraph(last, "muted")), caption),)
    explained = any(datum.text for datum in figure.data)
    rows = tuple(
        (
            datum.label,
            Cell(view.spoken(datum, "value")),
            *((datum.text or "",) if explained else ()),
        )
        for datum in figure.data
    )
    head = (view.words(LABEL), Column(view.words(VALUE), numeric=True))
    more = (view.words(EXPLANATION),) if explained else ()
    table = Table(caption, (*head, *more), rows, note=shown, anchor="")
    return (*prose(figure.text), table)


def placeholder_blocks(view: View, placeholder: common.Placeholder, title: str = "") -> Blocks:
    """Return why something is empty and when it will be filled."""
    facts = []
    if placeholder.decided_by:
        facts.append(Fact(view.words(DECIDED_BY), view.spoken(placeholder, "decided_by")))
    due = view.words(READY, due=placeholder.due) if placeholder.due else ""
    words = prose(placeholder.text, placeholder.reason)
    if due:
        words += (Paragraph(due),)
    blocks = (*words, *((Facts(tuple(facts), "line"),) if facts else ()))
    return (Callout("empty", blocks, title or view.words(NOTHING_YET)),)


def target_groups(view: View, groups: Iterable[common.TargetGroup]) -> Inline:
    """Return target groups on one line, each with its force where one is stated."""
    return capital(join([describe(view, group) for group in groups]))


def entity_blocks(view: View, entity: common.Entity) -> Blocks:
    """Return the easy-read text and the translations of something with a file of its own."""
    easy = (
        (Callout("note", prose(entity.easy_read), view.words(EASY_READ)),)
        if entity.easy_read
        else ()
    )
    return (*easy, *(_translation(view, code, text) for code, text in _translated(entity)))


def _translated(entity: common.Entity) -> list[tuple[str, common.Translation]]:
    return list((entity.translations or {}).items())


def _translation(view: View, code: str, translation: common.Translation) -> Unfold:
    name = IN_LANGUAGE.get(code)
    summary = view.words(name) if name else view.words(OTHER_LANGUAGE, code=code)
    title = " – ".join(filter(None, [translation.title, translation.short_title]))
    words = (*((Paragraph(title, "lead"),) if title else ()), *prose(translation.text))
    return Unfold(summary, (Group(words, lang=code),))
