"""Goals: the table of goals and activities, each goal with its details, goals without an area."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import (
    Badges,
    Blocks,
    Callout,
    Cell,
    Column,
    Fact,
    Item,
    Items,
    Paragraph,
    Section,
    Table,
)
from fardplan.documents.compose._badges import term_badge
from fardplan.documents.compose._delegated import described_in, handled_in
from fardplan.documents.compose._labelled import (
    reason_note,
    references,
    rows,
    shift_box,
    statements,
    targets,
    wording_quote,
)
from fardplan.documents.compose._lacking import (
    NOTHING,
    Lacks,
    find_shared_lacks,
    say_shared_lacks,
)
from fardplan.documents.compose._outline import (
    Ids,
    Outline,
    enclosing,
    expects_activities,
    find_delegation,
    is_local,
)
from fardplan.documents.compose._pieces import (
    entity_blocks,
    placeholder_blocks,
    prose,
    target_groups,
)
from fardplan.documents.compose._spoken import flatten
from fardplan.documents.compose._view import View
from fardplan.documents.compose.activities import activity_table, cards, status_badges
from fardplan.documents.inline import Inline, Muted, join
from fardplan.locales.text import Text
from fardplan.model.activity import Goal
from fardplan.model.common import Assignment
from fardplan.model.terms import Priority

GOAL, GOALS = Text("Mål", "Goal"), Text("Mål", "Goals")
OTHER_GOALS = Text("Mål utan område", "Goals without an area")
ACTIVITIES = Text("Aktiviteter", "Activities")
GOALS_AND_ACTIVITIES = Text("Mål och aktiviteter", "Goals and activities")
NONE_YET = Text("inga aktiviteter ännu", "no activities yet")
NONE_YET_SENTENCE = Text("Inga aktiviteter ännu.", "No activities yet.")

_HANDLED = (
    "number", "title", "wording", "area", "kind", "text", "shift", "expected_results",
    "judgement", "priority", "responsible", "target_groups", "quality_tags", "principles",
    "statements", "indicators", "contributes_to", "implements", "delegated_to", "placeholder",
    "assignments", "reason", "easy_read", "translations",
)  # fmt: skip


def goal_table(view: View, goal_ids: Ids, plan: Outline) -> Blocks:
    """Return a row for each goal with its activities, which lead to what is said of them below."""
    body = tuple(
        (
            Cell(view.link(goal_id, "goal")),
            _activities_cell(view, goal_id, plan.of_goal.get(goal_id, ())),
        )
        for goal_id in goal_ids
    )
    head = (Column(view.words(GOAL), width="wide"), Column(view.words(ACTIVITIES), width="wide"))
    return (Table(view.words(GOALS_AND_ACTIVITIES), head, body),)


def _activities_cell(view: View, goal_id: str, activity_ids: Ids) -> Cell:
    goal = view.edition.goals[goal_id]
    delegated = goal.delegated_to
    items = [_activity_item(view, one) for one in activity_ids]
    if delegated and items:
        items.append(Item(described_in(view, delegated)))
    if items:
        return Cell(blocks=(Items(tuple(items)),))
    found = find_delegation(view, goal)
    return Cell(described_in(view, found[0]) if found else _none_yet(view, goal))


def _activity_item(view: View, activity_id: str) -> Item:
    activity = view.edition.activities[activity_id]
    return Item(join([view.link(activity_id, "activity"), *status_badges(view, activity)], " "))


def _none_yet(view: View, goal: Goal) -> Inline:
    said = goal.placeholder.text if goal.placeholder else None
    return Muted(flatten(said, view.lang) if said else view.words(NONE_YET))


def goal_sections(
    view: View, goal_ids: Ids, plan: Outline, told: Lacks, *, numbered: bool = False
) -> Blocks:
    """Return each goal with its details and its activities; `numbered` counts them from 1.

    `told` is what the chapter has said that all its activities lack.
    """
    return tuple(
        goal_section(view, goal_id, plan, str(place) if numbered else "", told)
        for place, goal_id in enumerate(goal_ids, 1)
    )


def goal_section(
    view: View,
    goal_id: str,
    plan: Outline,
    place: str = "",
    told: Lacks = NOTHING,
    *,
    whole: bool = True,
) -> Section:
    """Return a goal with its activities: the `whole` of each, or a row in a table.

    `place` is its number among goals without an area, `told` what all its activities lack.
    """
    goal = view.edition.goals[goal_id]
    activity_ids = plan.of_goal.get(goal_id, ())
    below = cards(view, activity_ids, told) if whole else activity_table(view, activity_ids)
    return Section(
        view.anchor("goal", goal_id),
        view.noted(goal.title, goal, enclosing(view, goal)),
        facts=tuple(_line(view, goal)),
        blocks=(*_body(view, goal, activity_ids), *below),
        number=goal.number or place,
        kicker="" if place else _kicker(view, goal),
        badges=_badges(view, goal, kind=bool(place)),
    )


def _kicker(view: View, goal: Goal) -> str:
    kind = f" · {view.say(goal.kind)}" if goal.kind else ""
    return f"{view.words(GOAL)}{kind}"


def _badges(view: View, goal: Goal, *, kind: bool) -> Badges:
    high = goal.priority if goal.priority is Priority.HIGH else None
    terms = [goal.judgement, high, goal.kind if kind else None]
    return tuple(term_badge(view, term) for term in terms if term)


def _line(view: View, goal: Goal) -> Iterator[Fact]:
    yield from view.facts(goal, "responsible")
    if goal.target_groups:
        groups = target_groups(view, goal.target_groups)
        yield Fact(view.label(Goal, "target_groups"), groups)
    yield from view.facts(goal, "quality_tags")
    if goal.priority is Priority.NORMAL:
        yield from view.facts(goal, "priority")


def _body(view: View, goal: Goal, activity_ids: Ids) -> Blocks:
    return (
        *wording_quote(view, goal.wording, goal.title),
        *prose(goal.text),
        *shift_box(view, goal.shift),
        *reason_note(view, goal.reason),
        *rows(_rows(view, goal)),
        *entity_blocks(view, goal),
        *view.remaining(goal, *_HANDLED),
        *_instead(view, goal, activity_ids),
    )


def _rows(view: View, goal: Goal) -> Iterator[Fact | None]:
    if not is_local(view, goal.area, "area"):
        yield view.fact(goal, "area")
    yield view.fact(goal, "expected_results")
    yield references(view, goal, "indicators")
    yield statements(view, goal)
    yield references(view, goal, "principles")
    yield targets(view, goal, "implements")
    yield references(view, goal, "contributes_to")
    yield _assignments(view, goal)


def _assignments(view: View, goal: Goal) -> Fact | None:
    if not goal.assignments:
        return None
    items = tuple(_assignment(view, one) for one in goal.assignments)
    return Fact(view.label(Goal, "assignments"), blocks=(Items(items),))


def _assignment(view: View, assignment: Assignment) -> Item:
    about = view.facts(assignment, "to", "by", "date")
    said = join([join([f"{fact.label}: ", fact.value], "") for fact in about])
    title = view.noted(assignment.title, assignment)
    handled = ("title", "to", "by", "date", "text")
    blocks = (
        *((Paragraph(said, "muted"),) if said else ()),
        *prose(assignment.text),
        *view.remaining(assignment, *handled),
    )
    return Item(title, blocks, view.anchor_of(assignment))


def _instead(view: View, goal: Goal, activity_ids: Ids) -> Blocks:
    """Return what stands in place of activities: the plan that takes over, or that none are yet."""
    blocks: Blocks = ()
    found = find_delegation(view, goal)
    if found and (goal.delegated_to or not activity_ids):
        blocks += (handled_in(view, found[0], "goal", found[1]),)
    if goal.placeholder:
        blocks += placeholder_blocks(view, goal.placeholder, view.words(NONE_YET_SENTENCE))
    if not blocks and not activity_ids and expects_activities(view):
        blocks = (Callout("empty", (Paragraph(view.words(NONE_YET_SENTENCE)),)),)
    return blocks


def goals_chapter(view: View, plan: Outline) -> Section | None:
    """Return the goals that stand under no area, numbered, or None where there are none."""
    goal_ids = plan.goals.get("", ())
    if not goal_ids:
        return None
    elsewhere = any(ids for area, ids in plan.goals.items() if area)
    activity_ids = plan.of_goals(goal_ids)
    table = goal_table(view, goal_ids, plan) if activity_ids else ()
    told = find_shared_lacks(view, activity_ids)
    title = view.words(OTHER_GOALS if elsewhere else GOALS)
    sections = goal_sections(view, goal_ids, plan, told, numbered=True)
    return Section("mal", title, blocks=(*table, *say_shared_lacks(view, told), *sections))
