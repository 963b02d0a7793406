"""The activities by area, in the order of the document, for figures that show all of them."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.compose._outline import Ids, Outline, in_order, is_local, outline
from fardplan.documents.compose._view import View
from fardplan.documents.compose.preconditions import PRECONDITIONS
from fardplan.locales.text import Text

OTHERS = Text("Övriga aktiviteter", "Other activities")


def activities_by_area(view: View) -> tuple[tuple[str, Ids], ...]:
    """Return titles with activities: preconditions, each area, then the rest; none is empty.

    Where all stand together there is no title.
    """
    plan = outline(view)
    groups = [(view.words(PRECONDITIONS), tuple(_of_preconditions(view)))]
    groups += [(view.edition.areas[one].title, _of_area(plan, one)) for one in plan.areas]
    placed = {one for _, ids in groups for one in ids}
    activities = in_order(view.edition.activities)
    groups.append((view.words(OTHERS), tuple(one for one in activities if one not in placed)))
    filled = tuple((title, ids) for title, ids in groups if ids)
    return filled if len(filled) > 1 else tuple(("", ids) for _, ids in filled)


def _of_preconditions(view: View) -> Iterator[str]:
    activities = view.edition.activities
    for one in in_order(activities):
        activity = activities[one]
        elsewhere = is_local(view, activity.goal, "goal") or is_local(view, activity.area, "area")
        if is_local(view, activity.precondition, "precondition") and not elsewhere:
            yield one


def _of_area(plan: Outline, area: str) -> Ids:
    goals = plan.goals.get(area, ())
    of_goals = (one for goal in goals for one in plan.of_goal.get(goal, ()))
    return (*of_goals, *plan.of_area.get(area, ()))
