"""The areas: an overview with icons, and a chapter each with its goals and activities."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import (
    Blocks,
    Callout,
    Fact,
    Facts,
    Keywords,
    Paragraph,
    Section,
)
from fardplan.documents.compose._area_overview import (
    calls_them_focus_areas,
    has_priorities,
    overview,
)
from fardplan.documents.compose._area_parts import ongoing_in_area, roles_table
from fardplan.documents.compose._delegated import handled_in
from fardplan.documents.compose._labelled import reason_note, shift_box, statements, targets
from fardplan.documents.compose._lacking import find_shared_lacks, say_shared_lacks
from fardplan.documents.compose._outline import (
    Outline,
    expects_activities,
    is_priority,
    outline,
)
from fardplan.documents.compose._pieces import (
    entity_blocks,
    figure_blocks,
    list_blocks,
    placeholder_blocks,
    prose,
    question_blocks,
    quotation_blocks,
)
from fardplan.documents.compose._view import View
from fardplan.documents.compose.activities import activity_table, all_cards, cards
from fardplan.documents.compose.goals import goal_sections, goal_table, goals_chapter
from fardplan.documents.inline import Badge, join
from fardplan.locales.text import Text
from fardplan.model.area import Area
from fardplan.model.terms import Priority

AREA, FOCUS_AREA = Text("Område", "Area"), Text("Fokusområde", "Focus area")
HAS_PRIORITY = Text("Prioriterat {year}", "Priority {year}")
CROSS_CUTTING = Text("Ska genomsyra allt", "To run through everything")
ELSEWHERE = Text("Hanteras i {plan}", "Handled in {plan}")
GOAL_SENTENCE = Text("Mål", "Goal")
ALSO_CALLED = Text("Kallas också", "Also called")
CONNECTIONS = Text("Så hänger området ihop med annat", "How the area connects with others")
NONE_YET = Text("Inga aktiviteter ännu", "No activities yet")
NO_GOALS = Text("Inga mål och aktiviteter ännu.", "No goals or activities yet.")
ACTIVITIES = Text("Aktiviteter", "Activities")
LOOSE = Text("Övriga aktiviteter", "Other activities")

_HANDLED = (
    "number", "title", "short_title", "priority", "priorities", "also_priority_in",
    "cross_cutting", "maps_to", "local_reason", "applies_to", "led_by", "intro", "goal_sentence",
    "text", "shift", "statements", "keywords", "lists", "questions", "quotations", "figures",
    "roles", "geography", "ongoing", "placeholder", "delegated_to", "reason", "aliases",
    "easy_read", "translations",
)  # fmt: skip


def compose_areas(view: View) -> tuple[Section, ...]:
    """Return the overview, a chapter for each area, then goals and activities without one."""
    plan = outline(view)
    chapters = [overview(view, plan), *(area_chapter(view, one, plan) for one in plan.areas)]
    chapters += [goals_chapter(view, plan), _loose(view, plan)]
    return tuple(chapter for chapter in chapters if chapter)


def area_chapter(view: View, area_id: str, plan: Outline, *, whole: bool = True) -> Section:
    """Return an area with its goals and activities: the `whole` of each, or their titles alone."""
    area = view.edition.areas[area_id]
    return Section(
        view.anchor("area", area_id),
        view.noted(area.title, area),
        facts=tuple(_line(view, area)),
        blocks=(
            *_text(view, area),
            *_about(view, area),
            *_content(view, area_id, plan, whole=whole),
        ),
        number=area.number or "",
        kicker=view.words(FOCUS_AREA if calls_them_focus_areas(view) else AREA),
        badges=tuple(_badges(view, area)),
        icon=area.icon or "",
    )


def _line(view: View, area: Area) -> Iterator[Fact]:
    yield from view.facts(area, "led_by", "applies_to", "geography")
    if area.aliases:
        yield Fact(view.words(ALSO_CALLED), join(list(area.aliases)))


def _badges(view: View, area: Area) -> Iterator[Badge]:
    if is_priority(view, area):
        yield Badge(view.words(HAS_PRIORITY, year=view.roadmap.year), "accent")
    if area.cross_cutting:
        yield Badge(view.words(CROSS_CUTTING))
    if area.delegated_to:
        plan = view.title_of("plan", area.delegated_to.plan)
        yield Badge(view.words(ELSEWHERE, plan=plan), "quiet")


def _text(view: View, area: Area) -> Blocks:
    goal = area.goal_sentence
    return (
        *((Keywords(area.keywords),) if area.keywords else ()),
        *prose(area.intro),
        *((Callout("key", prose(goal), view.words(GOAL_SENTENCE)),) if goal else ()),
        *shift_box(view, area.shift),
        *reason_note(view, area.reason),
        *prose(area.text),
        *quotation_blocks(view, area.quotations),
        *list_blocks(view, area.lists),
        *roles_table(view, area.roles),
        *figure_blocks(view, area.figures),
        *ongoing_in_area(view, area.ongoing),
    )


def _content(view: View, area_id: str, plan: Outline, *, whole: bool) -> Blocks:
    """Return the table of goals and activities, then each of them, or why there are none."""
    area = view.edition.areas[area_id]
    goal_ids, activity_ids = plan.goals.get(area_id, ()), plan.of_area.get(area_id, ())
    blocks: Blocks = ()
    if area.delegated_to:
        blocks += (Callout("note", (handled_in(view, area.delegated_to, "area"),)),)
    if area.placeholder:
        blocks += placeholder_blocks(view, area.placeholder, view.words(NONE_YET))
    elif not (goal_ids or activity_ids or area.delegated_to) and expects_activities(view):
        blocks += (Callout("empty", (Paragraph(view.words(NO_GOALS)),)),)
    if goal_ids:
        blocks += goal_table(view, goal_ids, plan)
    if not whole:
        return (*blocks, *activity_table(view, activity_ids))
    told = find_shared_lacks(view, (*plan.of_goals(goal_ids), *activity_ids))
    return (
        *blocks,
        *say_shared_lacks(view, told),
        *goal_sections(view, goal_ids, plan, told),
        *cards(view, activity_ids, told),
    )


def _about(view: View, area: Area) -> Blocks:
    """Return what belongs to the area as a whole; it stands before the headings of the goals."""
    connections = tuple(fact for fact in _connections(view, area) if fact is not None)
    return (
        *question_blocks(view, area.questions),
        *((Facts(connections, "box", view.words(CONNECTIONS)),) if connections else ()),
        *entity_blocks(view, area),
        *view.remaining(area, *_HANDLED),
    )


def _connections(view: View, area: Area) -> Iterator[Fact | None]:
    yield targets(view, area, "maps_to")
    yield view.fact(area, "local_reason")
    yield statements(view, area)
    yield view.fact(area, "also_priority_in")
    yield view.fact(area, "priorities")
    if area.priority is Priority.NORMAL and not has_priorities(view):
        yield view.fact(area, "priority")


def _loose(view: View, plan: Outline) -> Section | None:
    """Return the activities whose goal, area or precondition this roadmap does not have."""
    if not plan.loose:
        return None
    whole = len(plan.loose) == len(view.edition.activities)
    title = view.words(ACTIVITIES if whole else LOOSE)
    return Section("aktiviteter", title, blocks=all_cards(view, plan.loose))
