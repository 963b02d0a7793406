"""The activities in time, with the milestones and deliverables of their projektplaner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from fardplan.documents.blocks import Blocks
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._by_area import activities_by_area
from fardplan.documents.compose.figures._time_lines import (
    Line,
    says_something,
    time_figure,
    years_of,
)
from fardplan.figures.timeline import height_of_entry, height_of_title
from fardplan.locales.text import Text, count_in_words
from fardplan.model.activity import Activity
from fardplan.model.projektplan import Deliverable, Milestone
from fardplan.model.time import FuzzyTime

CAPTION = Text("Aktiviteterna i tid", "The activities in time")
PART = Text("{caption}, del {number} av {all}", "{caption}, part {number} of {all}")
TOLD = Text(
    "Visar tiden för {things}, {first}–{last}.", "Shows the time of {things}, {first}–{last}."
)
ACTIVITIES = (
    Text("en aktivitet", "one activity"),
    Text("{count} aktiviteter", "{count} activities"),
)
POINTS = (
    Text("en milstolpe eller leverans", "one milestone or deliverable"),
    Text("{count} milstolpar och leveranser", "{count} milestones and deliverables"),
)
ACTIVITY, MILESTONE = Text("Aktivitet", "Activity"), Text("Milstolpe", "Milestone")
DELIVERABLE = Text("Leverans", "Deliverable")

MOST = 760
"""So high the rows of one figure may be, that it fits on a sheet below its heading."""


def timeline_figures(view: View) -> Blocks:
    """Return the activities in time, in as many figures as they need; none where all is alike."""
    lines = [line for area, ids in activities_by_area(view) for line in _lines(view, area, ids)]
    if not says_something(lines):
        return ()
    years, pages = years_of(lines), _pages(view, lines)
    return tuple(
        time_figure(view, "tid", caption, _told(view, page, years), page, years)
        for page, caption in zip(pages, _captions(view, len(pages)), strict=True)
    )


def _captions(view: View, pages: int) -> tuple[str, ...]:
    caption = view.words(CAPTION)
    if pages == 1:
        return (caption,)
    return tuple(
        view.words(PART, caption=caption, number=number, all=pages)
        for number in range(1, pages + 1)
    )


def _told(view: View, lines: Sequence[Line], years: tuple[int, int]) -> str:
    points = sum(line.moment for line in lines)
    counts = ((ACTIVITIES, len(lines) - points), (POINTS, points))
    things = [
        view.words(texts[count > 1], count=count_in_words(count, view.lang))
        for texts, count in counts
        if count
    ]
    first, last = years
    return view.words(TOLD, things=things, first=first, last=last)


def _lines(view: View, area: str, ids: Sequence[str]) -> Iterator[Line]:
    for one in ids:
        activity = view.edition.activities[one]
        start, end = _time(activity)
        kind = view.words(ACTIVITY)
        yield Line(view.link(one, "activity"), kind, start, end, group=area)
        plan = activity.projektplan.timeline if activity.projektplan else None
        if plan:
            for point in (*plan.milestones, *plan.deliverables):
                yield _point(view, area, point)


def _time(activity: Activity) -> tuple[FuzzyTime | None, FuzzyTime | None]:
    """Return when an activity goes on: what it says itself goes before its projektplan."""
    plan = activity.projektplan.timeline if activity.projektplan else None
    if activity.start or activity.end:
        return activity.start, activity.end
    if activity.when or plan is None:
        return activity.when, activity.when
    return plan.start, plan.end


def _point(view: View, area: str, point: Milestone) -> Line:
    kind = view.words(DELIVERABLE if isinstance(point, Deliverable) else MILESTONE)
    last = max((one.by for one in point.deadlines), key=lambda by: by.sort_key, default=None)
    end = point.date or point.end or last
    return Line(point.title, kind, point.date or point.start or end, end, moment=True, group=area)


def _pages(view: View, lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines in figures that each fit on a sheet, areas kept together."""
    heights = {id(line): height_of_entry(line.entry(view)) for line in lines}
    pages: list[tuple[Line, ...]] = [()]
    for _, group in groupby(lines, key=lambda line: line.group):
        area = tuple(group)
        if pages[-1] and _height(heights, (*pages[-1], *area)) > MOST:
            pages.append(())
        for line in area:
            if pages[-1] and _height(heights, (*pages[-1], line)) > MOST:
                pages.append(())
            pages[-1] += (line,)
    return tuple(pages)


def _height(heights: Mapping[int, float], lines: Sequence[Line]) -> float:
    titles = dict.fromkeys(line.group for line in lines)
    rows = sum(heights[id(line)] for line in lines)
    return rows + sum(map(height_of_title, titles))
