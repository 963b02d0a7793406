"""The times that an activity states, with where each stands and what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from fardplan.model.activity import Activity
from fardplan.model.base import numbered
from fardplan.model.fields import Route
from fardplan.model.projektplan import Milestone
from fardplan.model.time import FuzzyTime


class Dated(NamedTuple):
    """One stated time: where it stands, and the title of what it dates."""

    route: Route
    title: str
    time: FuzzyTime

    def has_begun(self, today: date) -> bool:
        """Tell whether what begins at this time has certainly begun."""
        return self.time.leaves(today + timedelta(days=1), None)


def dates_of(activity: Activity) -> Iterator[Dated]:
    """Yield when the activity, its parts, its decisions and its milestones take place."""
    yield from _times((), activity.title, activity, "when", "start", "end")
    for index, part in numbered(activity.sub_activities):
        yield from _times(("sub_activities", index), part.title, part, "start", "end")
    points = activity.decision_points.points if activity.decision_points else ()
    for index, point in numbered(points):
        yield from _times(("decision_points", "points", index), point.title, point, "when")
    timeline = activity.projektplan.timeline if activity.projektplan else None
    if timeline is None:
        return
    route: Route = ("projektplan", "timeline")
    yield from _times(route, activity.title, timeline, "start", "end")
    for key in ("milestones", "deliverables"):
        for index, milestone in numbered(getattr(timeline, key)):
            yield from milestone_dates((*route, key, index), milestone)


def milestone_dates(route: Route, milestone: Milestone) -> Iterator[Dated]:
    """Yield when a milestone or deliverable is reached, worked on and due."""
    yield from _times(route, milestone.title, milestone, "date", "start", "end")
    for index, deadline in numbered(milestone.deadlines):
        yield from _times((*route, "deadlines", index), milestone.title, deadline, "by")


def _times(route: Route, title: str, holder: object, *keys: str) -> Iterator[Dated]:
    for key in keys:
        time = getattr(holder, key)
        if time is not None:
            yield Dated((*route, key), title, time)
