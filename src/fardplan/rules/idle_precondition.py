"""Arbetet med en förutsättning ska börja i tid och pågå så länge som det är sagt.

En förutsättning på systemnivå (`preconditions`) säger när arbetet ska ha börjat (`begins_by`) och
hur länge det ska pågå (`active`). Arbetet är de aktiviteter som hör till den (`precondition`). När
tiden att börja har gått ut är det en varning om ingen aktivitet hör till den, eller om ingen av dem
har börjat. Det är också en varning om alla aktiviteterna ska börja senare än så, och om alla är
avslutade medan arbetet ska pågå. Om aktiviteter som inte säger hur långt de har kommit säger regeln
inget, och inte heller om det som hanteras i en annan plan.

Varför: 003, s. 10: ”Arbetet med dessa förutsättningar behöver formaliseras och påbörjas under 2023.
Arbete behöver pågå under hela mandatperioden.”

In English: A precondition is begun in time, and the work goes on for as long as has been said.

A precondition on system level (`preconditions`) says when the work must have begun (`begins_by`)
and how long it goes on (`active`). The work is the activities that belong to it (`precondition`).
When the time to begin has passed it is a warning if no activity belongs to it, or if none of them
has begun. It is also a warning if all the activities are to begin later than that, and if all have
ended while the work should go on. Activities that do not say how far they have come get the benefit
of the doubt, and so does what is handled in another plan.

Why: 003, p. 10: ”Arbetet med dessa förutsättningar behöver formaliseras och påbörjas under 2023.
Arbete behöver pågå under hela mandatperioden.” (The work on these preconditions must be formalised
and begun in 2023. It must go on for the whole term of office.)

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    preconditions:
      - {id: gemensam-ledning, title: Gemensam ledning, begins_by: 2023}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    preconditions:
      - {id: gemensam-ledning, title: Gemensam ledning, begins_by: 2023}
    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Ta fram en modell för gemensam ledning
    precondition: gemensam-ledning
    status: ongoing
    projektplan:
      document: {title: Uppdragsdirektiv gemensam ledning}
      contains: [timeline, mandate, implementation, financing, follow_up]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.base import numbered
from fardplan.model.chapters import Precondition
from fardplan.model.edition import Edition
from fardplan.model.terms import ActivityStatus
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import ACTION, Facts, Problem, Related, Severity, rule

NO_ACTIVITY = Text(
    "Arbetet med ”{title}” skulle ha börjat {by}, men ingen aktivitet hör dit.",
    "The work on “{title}” should have begun ({by}), but no activity belongs to it.",
)
NOT_BEGUN = Text(
    "Arbetet med ”{title}” skulle ha börjat {by}, men ingen aktivitet har börjat.",
    "The work on “{title}” should have begun ({by}), but no activity has begun.",
)
BEGINS_LATE = Text(
    "Arbetet med ”{title}” ska ha börjat {by}, men alla aktiviteter börjar senare.",
    "The work on “{title}” must have begun ({by}), but all the activities begin later.",
)
ENDED = Text(
    "Arbetet med ”{title}” ska pågå {active}, men alla aktiviteter är avslutade.",
    "The work on “{title}” should go on ({active}), but all the activities have ended.",
)
ADD_ACTIVITY = Text(
    "Skriv `precondition: {id}` i filen för aktiviteten som hör dit, eller flytta fram "
    "`begins_by`.",
    "Write `precondition: {id}` in the file of the activity that belongs here, or move "
    "`begins_by`.",
)
GIVE_ID = Text(
    "Ge förutsättningen ett `id`, till exempel `id: gemensam-ledning`, och skriv `precondition: "
    "gemensam-ledning` i filen för aktiviteten som hör dit.",
    "Give the precondition an `id`, for example `id: gemensam-ledning`, and write `precondition: "
    "gemensam-ledning` in the file of the activity that belongs here.",
)
BEGIN = Text(
    "Har arbetet börjat? Skriv `status: ongoing` i aktivitetens fil. Ska det börja senare? Flytta "
    "fram `begins_by`.",
    "Has the work begun? Write `status: ongoing` in the activity's file. Is it to begin later? "
    "Move `begins_by`.",
)
CORRECT_START = Text(
    "Rätta `start` i aktivitetens fil, eller flytta fram `begins_by`.",
    "Correct `start` in the activity's file, or move `begins_by`.",
)
GO_ON = Text(
    "Lägg till aktiviteten som tar vid, med `precondition: {id}`. Är arbetet klart? Rätta "
    "`active`.",
    "Add the activity that takes over, with `precondition: {id}`. Is the work done? Correct "
    "`active`.",
)
THIS_ACTIVITY = Text("Aktiviteten ”{title}”.", "The activity “{title}”.")


class Progress(Enum):
    """What an activity says of its own progress."""

    NOT_BEGUN = 1
    UNDER_WAY = 2
    ENDED = 3


_PROGRESS = {
    ActivityStatus.IDEA: Progress.NOT_BEGUN,
    ActivityStatus.PLANNED: Progress.NOT_BEGUN,
    ActivityStatus.WAITING: Progress.NOT_BEGUN,
    ActivityStatus.NOT_STARTED: Progress.NOT_BEGUN,
    ActivityStatus.ONGOING: Progress.UNDER_WAY,
    ActivityStatus.PAUSED: Progress.UNDER_WAY,
    ActivityStatus.IMPLEMENTED: Progress.UNDER_WAY,
    ActivityStatus.COMPLETED: Progress.ENDED,
    ActivityStatus.CANCELLED: Progress.ENDED,
}
"""Delayed, carried over and delegated do not say whether the work is under way."""


@dataclass(frozen=True, slots=True)
class _Work:
    """An activity of a precondition: how far it has come, if it says so, and under which key."""

    file: str
    activity: Activity
    progress: Progress | None = None
    key: str = "title"


@rule(
    "idle-precondition",
    Severity.WARNING,
    Text(
        "Arbetet med en förutsättning börjar i tid och pågår.",
        "The work on a precondition begins in time and goes on.",
    ),
    profiles=ACTION,
    completeness=True,
    code="R16",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the preconditions whose work has not begun, or does not go on."""
    if not edition.roadmap.preconditions or facts.is_unsure("activities", "precondition"):
        return
    file = edition.path_of("roadmap.yaml")
    for index, precondition in numbered(edition.roadmap.preconditions):
        if not facts.in_doubt(file, "preconditions", index):
            work = _work(edition, precondition, facts)
            yield from _judge(file, index, precondition, work, edition, facts.today)


def _work(edition: Edition, precondition: Precondition, facts: Facts) -> list[_Work]:
    """Return the activities of a precondition, in any roadmap.

    Of those in other roadmaps it is only known that they are there.
    """
    key = (edition.id, "precondition", precondition.id or "")
    found = []
    for link in facts.links.leading_to(key, "precondition"):
        file, activity = link.reference.file, link.reference.owner
        if isinstance(activity, Activity):
            own = link.source[0] == edition.id
            found.append(_look(file, activity, facts) if own else _Work(file, activity))
    return found


def _look(file: str, activity: Activity, facts: Facts) -> _Work:
    """Return what an activity says of its progress, and where."""
    doubtful = any(facts.in_doubt(file, key) for key in ("status", "stage", "start", "end"))
    if doubtful or facts.is_delegated(file, activity):
        return _Work(file, activity)
    if activity.status:
        progress = _PROGRESS.get(activity.status)
        contradicted = progress is Progress.NOT_BEGUN and activity.stage is not None
        return _Work(file, activity, None if contradicted else progress, "status")
    start, end = activity.start, activity.end
    if activity.stage is None and start and start.start and start.start > facts.today:
        return _Work(file, activity, Progress.NOT_BEGUN, "start")
    if end is not None and end.is_over(facts.today):
        return _Work(file, activity, Progress.ENDED, "end")
    return _Work(file, activity)


def _judge(
    file: str,
    index: int,
    precondition: Precondition,
    work: Sequence[_Work],
    edition: Edition,
    today: date,
) -> Iterator[Problem]:
    year = edition.roadmap.year
    by = precondition.begins_by.in_term_of(year) if precondition.begins_by else None
    active = precondition.active.in_term_of(year) if precondition.active else None
    due = by is not None and by.is_over(today)
    if by and due and not work:
        hint = ADD_ACTIVITY if precondition.id else GIVE_ID
        yield _problem(file, index, precondition, NO_ACTIVITY, hint, "begins_by", work)
    elif by and due and _none_begun(work):
        yield _problem(file, index, precondition, NOT_BEGUN, BEGIN, "begins_by", work)
    elif by and work and all(_begins_after(one, by) for one in work):
        late = [replace(one, key="start") for one in work]
        yield _problem(file, index, precondition, BEGINS_LATE, CORRECT_START, "begins_by", late)
    elif (
        active
        and active.contains(today)
        and work
        and all(one.progress is Progress.ENDED for one in work)
    ):
        yield _problem(file, index, precondition, ENDED, GO_ON, "active", work)


def _none_begun(work: Sequence[_Work]) -> bool:
    """Tell whether all that is left of the work is still to begin."""
    left = [one for one in work if one.activity.status is not ActivityStatus.CANCELLED]
    return bool(left) and all(one.progress is Progress.NOT_BEGUN for one in left)


def _begins_after(one: _Work, by: FuzzyTime) -> bool:
    """Tell whether work that has not begun is to begin wholly after a time."""
    start = one.activity.start
    waits = one.progress is Progress.NOT_BEGUN
    return waits and start is not None and by.before(start)


def _problem(
    file: str,
    index: int,
    precondition: Precondition,
    text: Text,
    hint: Text,
    key: str,
    work: Sequence[_Work],
) -> Problem:
    return Problem(
        file,
        ("preconditions", index, key),
        text,
        {
            "title": precondition.title,
            "id": precondition.id,
            "by": precondition.begins_by,
            "active": precondition.active,
        },
        hint,
        related=tuple(
            Related(one.file, (one.key,), THIS_ACTIVITY, {"title": one.activity.title})
            for one in work
        ),
        identity=(key, "" if work else "none"),
    )
