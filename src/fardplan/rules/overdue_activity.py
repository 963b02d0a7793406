"""En aktivitet vars slut har passerat ska vara avslutad, eller få en ny tid.

Regeln räknar från dagen som färdplanen bedöms: `--today`, annars `judged_as_of` i färdplanen,
annars i dag. Den ser på `end` i aktiviteten och i tidsplanen, eller på `when` om inget slut står
där, och säger något först när hela tiden har passerat. Den som är genomförd, införd, avslutad utan
genomförande, överförd eller hanteras i en annan plan är klar, och den som bara är föreslagen har
inte lovat något. Den som avvaktar ett försenat villkor får bara den anmärkningen
(`unmet-condition`). Färdplaner som har upphört, ersatts eller återkallats bedöms inte.

Varför: 003, s. 5: ”färdplanens aktiviteter kommer att versionsuppdateras årligen”. 001 lovade en
färdplan till hösten 2022; enligt 002 togs den fram våren 2023. Den som läser ska se att tiden har
ändrats.

In English: An activity whose end has passed is finished, or gets a new time.

The rule counts from the day by which the roadmap is judged: `--today`, else `judged_as_of` in the
roadmap, else today. It looks at `end` in the activity and in the timeline, or at `when` if no end
is given, and speaks only when all of that time has passed. What is completed, implemented,
cancelled, carried over or handled in another plan is done, and what is only an idea has promised
nothing. What waits for a condition that is late gets that finding only (`unmet-condition`).
Roadmaps that have expired or been replaced or withdrawn are not judged.

Why: 003, p. 5: ”färdplanens aktiviteter kommer att versionsuppdateras årligen” (the activities are
updated every year). 001 promised a roadmap for autumn 2022; by 002 it was made in spring 2023. The
reader should see that the time has changed.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    status: ongoing
    end: hösten 2023
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    status: completed
    end: hösten 2023
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fardplan.locales.dates import say_date
from fardplan.locales.text import Lang, Text
from fardplan.model.activity import Activity
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.terms import ActivityStatus
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import ENDED_STATUSES, Facts, Problem, Related, Severity, rule
from fardplan.rules._conditions import is_awaited_too_long
from fardplan.rules._spans import contradicted_times

OVERDUE = Text(
    "Tiden för ”{title}” har gått ut ({time}), men statusen är ”{status}”.",
    "The time of “{title}” has passed ({time}), but the status is “{status}”.",
)
UNSAID = Text(
    "Tiden för ”{title}” har gått ut ({time}), men det står inte hur det gick.",
    "The time of “{title}” has passed ({time}), but it is not said how it went.",
)
CLOSE_OR_MOVE = Text(
    "Är den klar? Skriv `status: completed`. Blev den inte av? Skriv `status: cancelled` och "
    "skälet under `reason`. Behövs mer tid? Ändra `{key}` och skriv skälet under `reason`.",
    "Is it finished? Write `status: completed`. Did it come to nothing? Write `status: cancelled` "
    "and the reason under `reason`. Is more time needed? Change `{key}` and write the reason under "
    "`reason`.",
)
STATUS_HERE = Text(
    "Statusen står här. Färdplanen bedöms efter läget den {today}.",
    "The status stands here. The roadmap is judged as of {today}.",
)

_DONE = frozenset(
    {
        ActivityStatus.IDEA,
        ActivityStatus.COMPLETED,
        ActivityStatus.IMPLEMENTED,
        ActivityStatus.CANCELLED,
        ActivityStatus.CARRIED_OVER,
        ActivityStatus.DELEGATED,
    }
)
_ENDS: tuple[Route, ...] = (("end",), ("projektplan", "timeline", "end"))


@rule(
    "overdue-activity",
    Severity.WARNING,
    Text(
        "En aktivitet vars slut har passerat är avslutad.",
        "An activity whose end has passed is finished.",
    ),
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the activities that should have ended before the day to judge by."""
    if edition.roadmap.status in ENDED_STATUSES:
        return
    for name, activity in edition.activities.items():
        file = edition.path_of(f"activities/{name}.yaml")
        if activity.status in _DONE or facts.in_doubt(file, "status"):
            continue
        if any(facts.in_doubt(file, *route) for route in _ENDS):
            continue
        ends = _ends_of(activity)
        if not ends or not all(time.is_over(facts.today) for _, time in ends):
            continue
        if not contradicted_times(activity).isdisjoint(route for route, _ in ends):
            continue
        if not facts.is_delegated(file, activity) and not is_awaited_too_long(activity, facts):
            yield _problem(file, activity, *ends[0], facts.today)


def _ends_of(activity: Activity) -> list[tuple[Route, FuzzyTime]]:
    """Return the stated ends, else the time in words."""
    timeline = activity.projektplan.timeline if activity.projektplan else None
    stated = (activity.end, timeline.end if timeline else None)
    ends = [(route, end) for route, end in zip(_ENDS, stated, strict=True) if end]
    return ends or ([(("when",), activity.when)] if activity.when else [])


def _problem(file: str, activity: Activity, route: Route, time: FuzzyTime, today: date) -> Problem:
    status = activity.status
    return Problem(
        file,
        route,
        OVERDUE if status else UNSAID,
        {"title": activity.title, "time": time, "status": status, "key": route[-1]},
        CLOSE_OR_MOVE,
        related=(
            (Related(file, ("status",), STATUS_HERE, {"today": Day(today)}),) if status else ()
        ),
        identity=(time.iso(),),
    )


class Day:
    """A day as it reads in a sentence: 26 oktober 2023."""

    def __init__(self, day: date) -> None:
        """Take the day."""
        self._day = day

    def say(self, lang: Lang) -> str:
        """Return the day in words."""
        return say_date(self._day, lang)
