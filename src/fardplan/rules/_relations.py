"""Who belongs to whom inside one roadmap, worked out once and only when a rule asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.edition import Edition
from fardplan.model.index import SHARED, Entity, Index
from fardplan.model.links import Delegation


class Relations:
    """The parents, children and delegations in one roadmap."""

    def __init__(self, edition: Edition | None, index: Index) -> None:
        """Take the roadmap; what all roadmaps share has no such relations."""
        self._home = edition.id if edition else SHARED
        self._goals = edition.goals if edition else {}
        self._activities = edition.activities if edition else {}
        self._index = index
        self._found: dict[tuple[str, str, str], Entity | None] = {}
        self.delegated: dict[str, bool] = {}
        """Whether another plan takes care of an activity, by its file: many rules ask."""

    def find(self, home: str, kind: str, written: str | None) -> Entity | None:
        """Return what a reference to one kind leads to; None where it leads nowhere."""
        if not written:
            return None
        question = home, kind, written
        if question not in self._found:
            self._found[question] = self._index.resolve(home, written, (kind,)).entity
        return self._found[question]

    @cached_property
    def busy_goals(self) -> frozenset[str]:
        """The goals of this roadmap that have at least one activity."""
        return self._with_activity("goal")

    @cached_property
    def busy_areas(self) -> frozenset[str]:
        """The areas of this roadmap that have a goal or an activity of their own."""
        goals = (self._own("area", goal.area) for goal in self._goals.values())
        return self._with_activity("area") | frozenset(area for area in goals if area)

    def _with_activity(self, kind: str) -> frozenset[str]:
        activities = self._activities.values()
        parents = (self._own(kind, getattr(activity, kind)) for activity in activities)
        return frozenset(parent for parent in parents if parent)

    def _own(self, kind: str, written: str | None) -> str | None:
        entity = self.find(self._home, kind, written)
        return entity.id if entity and entity.home == self._home else None

    def area_of(self, goal: Goal) -> Area | None:
        """Return the area of a goal of this roadmap."""
        entity = self.find(self._home, "area", goal.area)
        return entity.value if entity and isinstance(entity.value, Area) else None

    def delegation_of(self, activity: Activity) -> Delegation | None:
        """Return the activity's own delegation, else that of its goal or area."""
        if activity.delegated_to:
            return activity.delegated_to
        inherited = self._delegations.get(("goal", activity.goal))
        return inherited or self._delegations.get(("area", activity.area))

    @cached_property
    def _delegations(self) -> Mapping[tuple[str, str | None], Delegation]:
        """The delegation of each goal and area as activities write them, own or inherited."""
        found: dict[tuple[str, str | None], Delegation] = {}
        for kind in ("goal", "area"):
            for name in {getattr(one, kind) for one in self._activities.values()}:
                entity = self.find(self._home, kind, name)
                if entity and (delegation := self._delegation_above(entity)):
                    found[kind, name] = delegation
        return found

    def _delegation_above(self, entity: Entity) -> Delegation | None:
        value = entity.value
        if isinstance(value, Area):
            return value.delegated_to
        if not isinstance(value, Goal):
            return None
        area = self.find(entity.home, "area", value.area)
        above = area.value.delegated_to if area and isinstance(area.value, Area) else None
        return value.delegated_to or above
