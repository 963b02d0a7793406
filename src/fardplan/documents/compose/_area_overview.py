"""The overview of the areas: how much there is, and a row of icons that lead to the chapters."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Card, Cards, Paragraph, Section
from fardplan.documents.compose._outline import Outline, expects_activities, is_priority
from fardplan.documents.compose._view import View
from fardplan.locales.text import Text, capitalise, count_in_words

AREAS, FOCUS_AREAS = Text("Områden", "Areas"), Text("Fokusområden", "Focus areas")
PRIORITISED = Text("Prioriterade fokusområden {year}", "Focus areas with priority in {year}")
OTHERS = Text("Övriga fokusområden", "Other focus areas")


def has_priorities(view: View) -> bool:
    """Tell whether any area is prioritised in the year of the edition."""
    return any(is_priority(view, area) for area in view.edition.areas.values())


def calls_them_focus_areas(view: View) -> bool:
    """Tell whether the areas are focus areas: where some have priority, or none has goals."""
    return not expects_activities(view) or has_priorities(view)


def overview(view: View, plan: Outline) -> Section | None:
    """Return the overview, or None where there are no areas."""
    if not plan.areas:
        return None
    title = view.words(FOCUS_AREAS if calls_them_focus_areas(view) else AREAS)
    blocks: Blocks = (Paragraph(_counts(view, plan), "lead"),)
    first = [one for one in plan.areas if is_priority(view, view.edition.areas[one])]
    if first:
        rest = [one for one in plan.areas if one not in first]
        year = view.roadmap.year
        blocks += _group(view, "omraden-prioriterade", view.words(PRIORITISED, year=year), first)
        blocks += _group(view, "omraden-ovriga", view.words(OTHERS), rest)
    else:
        blocks += _icons(view, plan.areas)
    return Section("omraden", title, blocks)


def _group(view: View, anchor: str, title: str, area_ids: list[str]) -> Blocks:
    if not area_ids:
        return ()
    return (Section(anchor, title, _icons(view, tuple(area_ids)), contents=False),)


def _icons(view: View, area_ids: tuple[str, ...]) -> Blocks:
    areas = view.edition.areas
    icons = tuple(
        Card(
            areas[one].short_title or areas[one].title,
            icon=areas[one].icon or "generic",
            href=_address(view, one),
        )
        for one in area_ids
    )
    return (Cards(icons, style="icons"),)


def _address(view: View, area_id: str) -> str:
    entity = view.find(area_id, ("area",))
    return (view.address_of(entity) or "") if entity else ""


NUMBER_OF = {
    "area": (Text("ett område", "one area"), Text("{count} områden", "{count} areas")),
    "focus": (
        Text("ett fokusområde", "one focus area"),
        Text("{count} fokusområden", "{count} focus areas"),
    ),
    "goal": (Text("ett mål", "one goal"), Text("{count} mål", "{count} goals")),
    "activity": (
        Text("en aktivitet", "one activity"),
        Text("{count} aktiviteter", "{count} activities"),
    ),
}
ONE_FIRST = Text(
    "Ett av fokusområdena är prioriterat {year}.", "One of the focus areas has priority in {year}."
)
SOME_FIRST = Text(
    "{count} av fokusområdena är prioriterade {year}.",
    "{count} of the focus areas have priority in {year}.",
)
HAS = Text("Färdplanen har {things}.", "The roadmap has {things}.")


def _counts(view: View, plan: Outline) -> str:
    """Return how much there is: "Färdplanen har fem områden, 17 mål och 22 aktiviteter."."""
    kind = "focus" if calls_them_focus_areas(view) else "area"
    things = [(kind, len(plan.areas))]
    if expects_activities(view):
        things += [("goal", len(view.edition.goals)), ("activity", len(view.edition.activities))]
    said = [_number_of(view, kind, count) for kind, count in things if count]
    return view.words(HAS, things=said) + _priorities(view, plan)


def _priorities(view: View, plan: Outline) -> str:
    first = sum(is_priority(view, area) for area in view.edition.areas.values())
    if not 0 < first < len(plan.areas):
        return ""
    count = capitalise(count_in_words(first, view.lang))
    text = ONE_FIRST if first == 1 else SOME_FIRST
    return f" {view.words(text, count=count, year=view.roadmap.year)}"


def _number_of(view: View, kind: str, count: int) -> str:
    one, several = NUMBER_OF[kind]
    return view.words(one if count == 1 else several, count=count_in_words(count, view.lang))
