"""Det ska stå när färdplanen revideras nästa gång, och revideringen ska bli av.

Tiden står under `next_revision` i `roadmap.yaml`. I profilen `action` revideras aktiviteterna varje
år. Därför ger regeln en varning när tiden har gått ut, när den ligger längre fram än året efter
versionens år, och när den saknas. Saknas den fast versionens år är slut säger regeln att
aktiviteterna inte har reviderats. Tiden behöver inte stå i ett utkast, i en färdplan utan `status`
eller för giltighetstidens sista år. En färdplan som har upphört eller ersatts berörs inte.

Varför: 003, s. 5: ”färdplanens aktiviteter kommer att versionsuppdateras årligen”, och s. 12:
”Detta avsnitt kommer att revideras årligen.”

In English: It is said when the roadmap is revised the next time, and the revision is made.

The time stands under `next_revision` in `roadmap.yaml`. In the profile `action` the activities are
revised every year. So the rule warns when the time has passed, when it lies later than the year
after that of the version, and when it is missing. If it is missing though the version's year is
over, the rule says that the activities have not been revised. The time need not be said in a draft,
in a roadmap without `status`, or for the last year of the validity. A roadmap that has expired or
been replaced is not concerned.

Why: 003, p. 5: ”färdplanens aktiviteter kommer att versionsuppdateras årligen” (the activities will
get a new version every year), and p. 12: ”Detta avsnitt kommer att revideras årligen” (this section
will be revised every year).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    next_revision: februari 2024
    accountable: ledningsgruppen

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    status: proposed
    validity: {from: 2023, to: 2026}
    accountable: ledningsgruppen

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    status: proposed
    validity: {from: 2023, to: 2026}
    next_revision: februari 2025
    accountable: ledningsgruppen
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.roadmap import Roadmap
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import (
    ACTION,
    ENDED_STATUSES,
    LENIENT_STATUSES,
    Facts,
    Problem,
    Severity,
    rule,
)

MISSING = Text(
    "Det står inte när färdplanen ”{title}” ska revideras nästa gång.",
    "It is not said when the roadmap “{title}” is to be revised the next time.",
)
SAY_WHEN = Text(
    "Skriv när, till exempel `next_revision: {example}`.",
    "Say when, for example `next_revision: {example}`.",
)
NOT_REVISED = Text(
    "Aktiviteterna i ”{title}” är för {year} och har inte reviderats sedan dess.",
    "The activities in “{title}” are for {year} and have not been revised since.",
)
REVISE = Text(
    "Se över aktiviteterna och ge ut en ny version, till exempel `year: {example}` och "
    "`next_revision: {next}-02`.",
    "Look over the activities and publish a new version, for example `year: {example}` and "
    "`next_revision: {next}-02`.",
)
OVERDUE = Text(
    "Tiden då ”{title}” skulle revideras har gått ut: {time}.",
    "The time when “{title}” was to be revised has passed: {time}.",
)
REVISE_OR_MOVE = Text(
    "Ge ut en ny version. Är revideringen framflyttad? Skriv den nya tiden, till exempel "
    "`next_revision: {example}`.",
    "Publish a new version. Is the revision put off? Write the new time, for example "
    "`next_revision: {example}`.",
)
PUBLISH = Text(
    "Se över aktiviteterna och ge ut en ny version: `year: {today}` och "
    "`next_revision: {example}`.",
    "Look over the activities and publish a new version: `year: {today}` and "
    "`next_revision: {example}`.",
)
TOO_LATE = Text(
    "Aktiviteterna för {year} ska revideras varje år, men nästa revidering är satt till {time}.",
    "The activities for {year} are to be revised every year, but the next revision is set to "
    "{time}.",
)
SAY_EARLIER = Text(
    "Ange en tid senast {next}, till exempel `next_revision: {example}`.",
    "Name a time in {next} at the latest, for example `next_revision: {example}`.",
)


@rule(
    "overdue-revision",
    Severity.WARNING,
    Text(
        "Nästa revidering är angiven och blir av i tid.",
        "The next revision is named, and made in time.",
    ),
    profiles=ACTION,
    code="R06",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield a revision that is overdue, too far away or not named."""
    roadmap = edition.roadmap
    file = edition.path_of("roadmap.yaml")
    unsure = any(facts.in_doubt(file, key) for key in ("next_revision", "status", "validity"))
    if unsure or roadmap.status in ENDED_STATUSES:
        return
    if roadmap.next_revision:
        yield from _judge_stated(roadmap, roadmap.next_revision, file, facts.today)
    elif roadmap.status and roadmap.status not in LENIENT_STATUSES:
        yield from _judge_absent(roadmap, file, facts.today)


def _judge_stated(roadmap: Roadmap, time: FuzzyTime, file: str, today: date) -> Iterator[Problem]:
    year = roadmap.year
    values = {"title": roadmap.title, "time": time, "year": str(year), "next": str(year + 1)}
    route = ("next_revision",)
    if time.is_over(today):
        movable = today.year <= year + 1  # a later time would break the rule as well
        example = f"{today.year}-12" if today.year == year + 1 else f"{today.year + 1}-02"
        yield Problem(
            file, route, OVERDUE, {**values, "today": str(today.year), "example": example},
            REVISE_OR_MOVE if movable else PUBLISH, identity=(time.iso(),),
        )  # fmt: skip
    elif time.start and time.start.year > year + 1:
        example = f"{year + 1}-02"
        yield Problem(
            file, route, TOO_LATE, {**values, "example": example}, SAY_EARLIER,
            identity=(time.iso(), str(year)),
        )  # fmt: skip


def _judge_absent(roadmap: Roadmap, file: str, today: date) -> Iterator[Problem]:
    year = roadmap.year
    last = roadmap.validity.to.end if roadmap.validity and roadmap.validity.to else None
    if last and (last.year <= year or last < today):
        return
    values = {"title": roadmap.title, "year": str(year)}
    if today.year > year:
        yield Problem(
            file, ("year",), NOT_REVISED,
            {**values, "example": str(today.year), "next": str(today.year + 1)}, REVISE,
            identity=(str(year),),
        )  # fmt: skip
    else:
        yield Problem(
            file, ("next_revision",), MISSING, {**values, "example": f"{year + 1}-02"}, SAY_WHEN,
            spot="first_key",
        )  # fmt: skip
