"""How the roadmap was made: who met and when, what was counted, what was chosen."""

from __future__ import annotations

from fardplan.documents.blocks import (
    Blocks,
    Item,
    Items,
    Moment,
    Paragraph,
    Section,
    Timeline,
    bullets,
)
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._labelled import line
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Badge, Inline, Strong, bracketed, join
from fardplan.locales.text import Text, capitalise
from fardplan.model import process as model

PROVENANCE = Text("Så togs {plan} fram", "How {plan} was made")
EVENTS = Text("Möten och tillfällen", "Meetings and occasions")
NO_TIME = Text("Tid anges inte", "Time not stated")
INPUTS = Text("Underlag", "What it builds on")
WEIGHTING = Text("Så vägdes underlagen", "How the inputs were weighed")
COUNTS = Text("I siffror", "In numbers")
PRIORITISED = Text("Prioriterade förslag", "Prioritised proposals")
IN_CATEGORIES = Text("i {n} kategorier", "in {n} categories")
CRITERIA = Text("Så har aktiviteterna valts", "How the activities were chosen")
ALSO = Text("Samtidigt på dagordningen", "On the agenda at the same time")
RESULT = Text("Resultat:", "Result:")
PROGRAMME = Text("Program", "Programme")
SPEAKERS = Text("{n} medverkande", "{n} speakers")
ONE_SPEAKER = Text("1 medverkande", "1 speaker")


def provenance(view: View) -> Section | None:
    """Return how the roadmap was made."""
    roadmap = view.roadmap
    found = roadmap.provenance or model.Provenance()
    return chapter(
        "sa-togs-fardplanen-fram",
        view.words(PROVENANCE),
        prose(found.text),
        only(
            _events(view),
            chapter("underlag", view.words(INPUTS), _inputs(view, found), contents=False),
            chapter("viktning", view.words(WEIGHTING), _weighting(view, found), contents=False),
            chapter("i-siffror", view.words(COUNTS), _counts(view, found), contents=False),
            chapter("prioriterat", view.words(PRIORITISED), _prioritised(view, found)),
            chapter("urval", view.words(CRITERIA), _lines(roadmap.selection_criteria)),
            chapter("samtidigt", view.words(ALSO), _lines(roadmap.also_on_agenda), contents=False),
        ),
    )


def _lines(lines: tuple[str, ...]) -> Blocks:
    return (bullets(*lines),) if lines else ()


def _events(view: View) -> Section | None:
    title = view.words(EVENTS)
    moments = tuple(_event(view, event) for event in view.roadmap.events)
    return chapter("moten", title, (Timeline(moments, title),) if moments else ())


def _event(view: View, event: model.Event) -> Moment:
    several = [name for name in ("count", "duration_days") if (getattr(event, name) or 0) > 1]
    facts = view.facts(
        event, "series", "number", *several, "groups", "participants", "quality_tags"
    )
    agenda = tuple(_agenda_item(view, item) for item in event.agenda)
    return Moment(
        capital(view.spoken(event, "when") or view.words(NO_TIME)),
        view.noted(event.title, event),
        (
            *prose(event.text),
            *line(facts),
            *((Items(agenda, ordered=True, lead=f"{view.words(PROGRAMME)}:"),) if agenda else ()),
            *(block for task in event.tasks for block in _task(view, task)),
        ),
        (Badge(capitalise(view.say(event.kind)), "quiet"),),
        view.anchor_of(event),
    )


def _agenda_item(view: View, item: model.AgendaItem) -> Item:
    count = item.speakers
    speakers = view.words(ONE_SPEAKER if count == 1 else SPEAKERS, n=count) if count else ""
    more = join([item.form or "", speakers])
    return Item(join([item.title, bracketed(more)], " "), prose(item.text))


def _task(view: View, task: model.Task) -> Blocks:
    label = Strong(f"{view.label(task, 'text')}:")
    words = Paragraph(view.noted(join([label, view.spoken(task, "text")], " "), task))
    asked = bullets(*(question.text for question in task.questions))
    result: Blocks = ()
    if task.result:
        used = join([task.result.text, view.spoken(task.result, "period")])
        result = (Paragraph(join([Strong(view.words(RESULT)), used], " ")),)
    return (words, *((asked,) if task.questions else ()), *result)


def _inputs(view: View, found: model.Provenance) -> Blocks:
    items = tuple(
        Item(
            view.noted(item.title, item),
            (*prose(item.text), *line(view.facts(item, "event", "events", "groups"))),
            view.anchor_of(item),
        )
        for item in found.inputs
    )
    return (Items(items),) if items else ()


def _weighting(view: View, found: model.Provenance) -> Blocks:
    items = tuple(
        Item(
            view.noted(item.title, item),
            (*prose(item.text), *line(view.facts(item, "method", "inputs"))),
            view.anchor_of(item),
        )
        for item in found.weighting
    )
    return (Items(items),) if items else ()


def _counts(view: View, found: model.Provenance) -> Blocks:
    items = tuple(Item(_tally(view, tally)) for tally in found.counts)
    return (Items(items),) if items else ()


def _tally(view: View, tally: model.Tally) -> Inline:
    what = f"{tally.what[:1].lower()}{tally.what[1:]}"
    number = Strong(f"{tally.value.say(view.lang)}\u00a0{what}")
    categories = view.words(IN_CATEGORIES, n=tally.categories) if tally.categories else ""
    where = view.spoken(tally, "event")
    words = join([number, categories, bracketed(where)], " ")
    note = (view.notes.refer(view.source(tally.source)),) if tally.source else ()
    return join([words, note], "")


def _prioritised(view: View, found: model.Provenance) -> Blocks:
    items = tuple(
        Item(
            view.noted(Strong(item.title), item),
            line(view.facts(item, "found_in")),
            view.anchor_of(item),
        )
        for item in found.prioritised
    )
    group = view.facts(found, "group")
    return (*line(group), *((Items(items, ordered=True),) if items else ()))
