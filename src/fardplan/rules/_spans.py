"""Beginnings and ends: what lies between them, and which of them contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fardplan.model.activity import Activity
from fardplan.model.base import numbered
from fardplan.model.fields import Route
from fardplan.model.projektplan import Timeline
from fardplan.model.steering_terms import StepState
from fardplan.model.terms import ActivityStatus
from fardplan.model.time import FuzzyTime
from fardplan.rules._dates import Dated, milestone_dates


class Span(NamedTuple):
    """Something with a beginning and an end, and the keys that they stand under."""

    route: Route
    title: str
    start: FuzzyTime | None
    end: FuzzyTime | None
    keys: tuple[str, str] = ("start", "end")

    @property
    def is_reversed(self) -> bool:
        """Tell whether all of the end lies before all of the beginning."""
        return bool(self.start and self.end and self.end.before(self.start))

    @property
    def times(self) -> tuple[Dated, ...]:
        """The beginning and the end, as far as they are stated."""
        both = zip(self.keys, (self.start, self.end), strict=True)
        return tuple(Dated((*self.route, key), self.title, time) for key, time in both if time)


class Part(NamedTuple):
    """A span with the larger one that it lies in, if any, and the times that must lie there."""

    span: Span
    whole: Span | None = None
    times: tuple[Dated, ...] = ()

    def outside(self) -> Iterator[tuple[Dated, str]]:
        """Yield the times that leave the whole, with the key of the edge that they pass.

        Of a span that ends before it begins, or that lies in one, nothing more can be said.
        """
        if self.whole is None or self.whole.is_reversed or self.span.is_reversed:
            return
        start, end = self.whole.start, self.whole.end
        for dated in self.times:
            if start and dated.time.leaves(start.start, None):
                yield dated, "start"
            elif end and dated.time.leaves(None, end.end):
                yield dated, "end"


def parts_of(activity: Activity) -> Iterator[Part]:
    """Yield the activity, its timeline and what lies in them, without what is dropped."""
    if activity.status is ActivityStatus.CANCELLED:
        return
    whole = Span((), activity.title, activity.start, activity.end)
    yield Part(whole)
    for index, one in numbered(activity.sub_activities):
        if one.status is not ActivityStatus.CANCELLED:
            span = Span(("sub_activities", index), one.title, one.start, one.end)
            yield Part(span, whole, span.times)
    if activity.projektplan and activity.projektplan.timeline:
        yield from _parts_of_timeline(activity.projektplan.timeline, whole)


def _parts_of_timeline(timeline: Timeline, whole: Span) -> Iterator[Part]:
    route: Route = ("projektplan", "timeline")
    inner = Span(route, whole.title, timeline.start, timeline.end)
    if (inner.start, inner.end) != (whole.start, whole.end):
        yield Part(inner)
    for key in ("milestones", "deliverables"):
        for index, one in numbered(getattr(timeline, key)):
            if one.status is not StepState.CANCELLED:
                span = Span((*route, key, index), one.title, one.start, one.end)
                around = inner if inner.start or inner.end else whole
                yield Part(span, around, tuple(milestone_dates(span.route, one)))


def contradicted_times(activity: Activity) -> frozenset[Route]:
    """Return the routes of the times that another time of the same activity contradicts.

    Which of them is wrong nobody can know, so nothing else is said of them.
    """
    found: set[Route] = set()
    for part in parts_of(activity):
        if part.span.is_reversed:
            found.update(one.route for one in part.span.times)
        found.update(dated.route for dated, _ in part.outside())
    return frozenset(found)
