"""The preconditions: numbered, with why, their levels, and the activities that bring them about."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Item, Items, Section
from fardplan.documents.compose._chapter import chapter
from fardplan.documents.compose._lacking import Lacks, find_shared_lacks, say_shared_lacks
from fardplan.documents.compose._outline import in_order
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.compose.activities import cards
from fardplan.documents.inline import Inline, Muted, Strong, join
from fardplan.locales.text import Text
from fardplan.model.chapters import Precondition, PreconditionLevel

PRECONDITIONS = Text("Förutsättningar på systemnivå", "Preconditions at system level")
EXAMPLES = Text("Exempel: {examples}", "Examples: {examples}")
NO_ACTIVITY = Text("inga aktiviteter ännu", "no activities yet")
ACTIVITY = Text("Aktivitet", "Activity")


def preconditions(view: View) -> Section | None:
    """Return the preconditions in order, each with its activities."""
    given = [(item, _find_activities(view, item)) for item in view.roadmap.preconditions]
    told = find_shared_lacks(view, (one for _, ids in given for one in ids))
    sections = (
        _precondition(view, number, item, _activities(view, ids, told))
        for number, (item, ids) in enumerate(given, 1)
    )
    lacks = say_shared_lacks(view, told)
    return chapter("forutsattningar", view.words(PRECONDITIONS), lacks, tuple(sections))


def _precondition(
    view: View, number: int, precondition: Precondition, activities: Blocks
) -> Section:
    facts = view.facts(
        precondition, "begins_by", "active", "responsible", "quality_tags", "target_groups"
    )
    return Section(
        view.anchor_of(precondition) or view.anchor("precondition", str(number)),
        view.noted(precondition.title, precondition),
        facts=facts,
        blocks=(
            *prose(precondition.why, precondition.text),
            *_levels(view, precondition),
            *activities,
        ),
        number=str(number),
    )


def _find_activities(view: View, precondition: Precondition) -> tuple[str, ...]:
    return tuple(
        name
        for name in in_order(view.edition.activities)
        if (written := view.edition.activities[name].precondition)
        and (target := view.find(written, ("precondition",)))
        and target.value is precondition
    )


def _activities(view: View, activity_ids: tuple[str, ...], told: Lacks) -> Blocks:
    if not activity_ids:
        none = Muted(view.words(NO_ACTIVITY))
        return (Items((Item(none),), lead=f"{view.words(ACTIVITY)}:", style="quiet"),)
    return cards(view, activity_ids, told)


def _levels(view: View, precondition: Precondition) -> Blocks:
    items = tuple(_level(view, level) for level in precondition.levels)
    return (Items(items, lead=f"{view.label(precondition, 'levels')}:"),) if items else ()


def _level(view: View, level: PreconditionLevel) -> Item:
    body = view.spoken(level, "body")
    if body and level.body_role:
        body = join([body, view.say(level.body_role)], " ")
    decision: Inline = ""
    if level.decision:
        words = (view.say(level.decision.kind), view.say(level.decision.state))
        label = view.label(level, "decision")
        decision = f"{label}: {words[0]}, {words[1]}"
    line = join([capital(body), capital(decision)], ". ")
    examples = view.words(EXAMPLES, examples=level.examples) if level.examples else ""
    told = tuple(Item(words) for words in (line, examples) if words)
    return Item(
        view.noted(Strong(level.title), level),
        (*prose(level.text), *((Items(told, style="quiet"),) if told else ())),
        view.anchor_of(level),
    )
