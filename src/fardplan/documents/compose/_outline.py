"""Which goals and activities stand where: the order of the document, and what has lost its place.

Nothing gets lost: a goal whose area is not there, and an activity whose parent is not, stand in
chapters of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fardplan.documents.compose._view import View
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value
from fardplan.model.indicator import Indicator
from fardplan.model.links import Delegation
from fardplan.model.terms import Priority, Profile

Ids = tuple[str, ...]
Ordered = TypeVar("Ordered", Area, Goal, Activity, Indicator)

_LAST = 10**6


@dataclass(frozen=True, slots=True)
class Outline:
    """The ids of areas, goals and activities in the order of the document."""

    areas: Ids = ()
    goals: Mapping[str, Ids] = field(default_factory=dict)
    """The goals of each area; under "" those without one."""
    of_goal: Mapping[str, Ids] = field(default_factory=dict)
    of_area: Mapping[str, Ids] = field(default_factory=dict)
    loose: Ids = ()
    """The activities that stand under nothing in this roadmap."""

    def of_goals(self, goal_ids: Ids) -> Ids:
        """Return the activities of several goals."""
        return tuple(one for goal_id in goal_ids for one in self.of_goal.get(goal_id, ()))


def outline(view: View) -> Outline:
    """Return what stands where in the edition."""
    edition = view.edition
    goals: dict[str, list[str]] = defaultdict(list)
    for goal_id in in_order(edition.goals):
        goals[_local(view, edition.goals[goal_id].area, "area")].append(goal_id)
    places: dict[str, dict[str, list[str]]] = {
        kind: defaultdict(list) for kind in ("goal", "area", "precondition", "")
    }
    for activity_id in in_order(edition.activities):
        kind, parent = _parent(view, edition.activities[activity_id])
        places[kind][parent].append(activity_id)
    return Outline(
        areas=_areas(view),
        goals=_frozen(goals),
        of_goal=_frozen(places["goal"]),
        of_area=_frozen(places["area"]),
        loose=tuple(places[""][""]),
    )


def _frozen(lists: Mapping[str, list[str]]) -> dict[str, Ids]:
    return {key: tuple(ids) for key, ids in lists.items()}


def in_order(entities: Mapping[str, Ordered]) -> Iterable[str]:
    """Return ids by `order`; what has none comes last, by id."""
    return sorted(entities, key=lambda one: (_place(entities[one].order), one))


def _place(order: int | None) -> int:
    return _LAST if order is None else order


def _areas(view: View) -> Ids:
    """Return the areas, the prioritised ones first, unless printed numbers settle the order."""
    areas = view.edition.areas
    if any(area.number for area in areas.values()):
        return tuple(in_order(areas))
    return tuple(sorted(in_order(areas), key=lambda one: not is_priority(view, areas[one])))


def is_priority(view: View, area: Area) -> bool:
    """Tell whether an area is prioritised in the year of the edition."""
    stated = area.priority or next(
        (
            one.priority
            for one in area.priorities
            if one.year == view.roadmap.year and one.party is None
        ),
        None,
    )
    return stated is Priority.HIGH


def _parent(view: View, activity: Activity) -> tuple[str, str]:
    for kind in ("goal", "area", "precondition"):
        if parent := _local(view, getattr(activity, kind), kind):
            return kind, parent
    return "", ""


def _local(view: View, written: str | None, kind: str) -> str:
    """Return the id of what a reference leads to in this roadmap, or ""."""
    entity = view.find(written, (kind,)) if written else None
    return entity.id if entity and entity.home == view.edition.id else ""


def is_local(view: View, written: str | None, kind: str) -> bool:
    """Tell whether a reference leads to something in this roadmap."""
    return bool(_local(view, written, kind))


def find_delegation(view: View, entity: Activity | Goal) -> tuple[Delegation, str] | None:
    """Return the plan that takes over, and who says so: the `activity`, its `goal` or `area`."""
    if entity.delegated_to:
        return entity.delegated_to, entity.entity_kind
    if isinstance(entity, Activity):
        goal = view.edition.goals.get(_local(view, entity.goal, "goal"))
        if goal and (found := find_delegation(view, goal)):
            return found
    area = view.edition.areas.get(_local(view, entity.area, "area"))
    return (area.delegated_to, "area") if area and area.delegated_to else None


def enclosing(view: View, entity: Activity | Goal) -> tuple[Value, ...]:
    """Return what an activity or a goal stands under in the document, the nearest first."""
    found: tuple[Value, ...] = ()
    if isinstance(entity, Activity):
        if entity.precondition and (above := view.find(entity.precondition, ("precondition",))):
            found += (above.value,) if above.home == view.edition.id else ()
        if goal := view.edition.goals.get(_local(view, entity.goal, "goal")):
            found += (goal, *enclosing(view, goal))
    area = view.edition.areas.get(_local(view, entity.area, "area"))
    return (*found, area) if area else found


def expects_activities(view: View) -> bool:
    """Tell whether the roadmap is of the kind that promises activities with a projektplan."""
    return view.roadmap.profile is Profile.ACTION
