"""Which activities each indicator measures, and how far they have come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fardplan.model.activity import Activity
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.steering_terms import StepKind
from fardplan.model.terms import ActivityStatus
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts
from fardplan.rules._dates import Dated
from fardplan.rules._steps import Placed, steps_of

ENDED = frozenset({ActivityStatus.COMPLETED, ActivityStatus.IMPLEMENTED})
_UNDER_WAY = frozenset({ActivityStatus.ONGOING, ActivityStatus.PAUSED, *ENDED})
_UNSAID = frozenset({None, ActivityStatus.DELAYED, ActivityStatus.CARRIED_OVER})


class Measured(NamedTuple):
    """An activity that an indicator measures."""

    file: str
    activity: Activity

    @property
    def begins(self) -> Dated | None:
        """When the activity is stated to begin, with where that stands."""
        timeline = self.activity.projektplan.timeline if self.activity.projektplan else None
        stated: tuple[tuple[Route, FuzzyTime | None], ...] = (
            (("start",), self.activity.start),
            (("projektplan", "timeline", "start"), timeline.start if timeline else None),
            (("when",), self.activity.when),
        )
        found = ((route, time) for route, time in stated if time)
        return next((Dated(route, self.activity.title, time) for route, time in found), None)

    @property
    def end(self) -> FuzzyTime | None:
        """When the activity is stated to end."""
        timeline = self.activity.projektplan.timeline if self.activity.projektplan else None
        return self.activity.end or (timeline.end if timeline else None) or self.activity.when

    def has_started(self, today: date) -> bool:
        """Tell whether the activity has begun: by its status, else by its time."""
        if self.activity.status in _UNDER_WAY:
            return True
        begins = self.begins
        return self.activity.status in _UNSAID and begins is not None and begins.has_begun(today)


def measured_activities(edition: Edition, facts: Facts) -> Mapping[str, tuple[Measured, ...]]:
    """Return the activities of each of the roadmap's own indicators, by the indicator's id.

    Left out are activities that another plan takes care of, that were cancelled, or of which the
    status could not be read.
    """
    found: dict[str, dict[str, Measured]] = {name: {} for name in edition.indicators}
    taken: dict[str, bool] = {}
    for indicator, name in _pairs(edition, facts):
        activity, file = edition.activities[name], edition.path_of(f"activities/{name}.yaml")
        if name not in taken:
            taken[name] = activity.status not in (
                ActivityStatus.CANCELLED,
                ActivityStatus.DELEGATED,
            ) and not (facts.in_doubt(file, "status") or facts.is_delegated(file, activity))
        if taken[name]:
            found[indicator][name] = Measured(file, activity)
    return {name: tuple(activities.values()) for name, activities in found.items()}


def _pairs(edition: Edition, facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield each indicator with an activity that it measures, from either end."""
    for name, indicator in edition.indicators.items():
        for written in indicator.activities:
            if activity := _own(facts, "activity", written):
                yield name, activity
    for name, activity_value in edition.activities.items():
        plan = activity_value.projektplan
        for written in plan.follow_up.indicators if plan and plan.follow_up else ():
            if own := _own(facts, "indicator", written):
                yield own, name


def _own(facts: Facts, kind: str, written: str) -> str | None:
    entity = facts.relations.find(facts.home, kind, written)
    return entity.id if entity and entity.home == facts.home else None


def steps_that_measure(edition: Edition, kind: StepKind) -> tuple[Placed, ...]:
    """Return the steps of a kind that are not dropped."""
    return tuple(one for one in steps_of(edition) if one.step.kind is kind)


def coverage(steps: Sequence[Placed], facts: Facts) -> Callable[[str], bool]:
    """Return the question whether any of some steps measures an indicator.

    A step that names no indicator measures them all.
    """
    everything = any(not one.step.indicators for one in steps)
    named = {_own(facts, "indicator", name) for one in steps for name in one.step.indicators}
    return lambda indicator: everything or indicator in named
