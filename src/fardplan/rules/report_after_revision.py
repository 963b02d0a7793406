"""Den årliga rapporten ska lämnas innan färdplanen revideras.

Regeln jämför tider som står i färdplanen. Alla tider under `reporting: dates` ligger efter
`next_revision`: då finns ingen rapport att revidera efter. Rapporten för versionens år är daterad
efter `next_revision`, eller rapporten för året före är daterad efter det beslut samma år som antog
versionen: då kom den för sent. Bara det som säkert ligger efter är ett fel. En slutrapport (`final:
true`) och rapporter för delar av ett år berörs inte. Regeln gäller profilen `action`.

Varför: 003, s. 16: ”Årlig rapportering sker till chefsgruppen sker inför revidering.”

In English: The yearly report is handed in before the roadmap is revised.

The rule compares times that the roadmap states. All times under `reporting: dates` lie after
`next_revision`: then there is no report to revise by. The report for the version's year is dated
after `next_revision`, or the report for the year before is dated after the decision of that year
that adopted the version: then it came too late. Only what certainly lies after is an error. A final
report (`final: true`) and reports for parts of a year are not concerned. The rule is for the
profile `action`.

Why: 003, p. 16: ”Årlig rapportering sker till chefsgruppen sker inför revidering” (a report is made
to the managers' group every year before the revision).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    next_revision: januari 2025
    reporting: {to: ledningsgruppen, frequency: yearly, dates: [2025-02-20]}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    next_revision: januari 2025
    reporting: {to: ledningsgruppen, frequency: yearly, dates: [2024-12-05]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.indicator import Report
from fardplan.model.steering import Decision
from fardplan.model.steering_terms import DecisionKind
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import ACTION, Facts, Problem, Related, Severity, rule
from fardplan.rules._decisions import is_about, is_made

PLANNED_AFTER = Text(
    "Ingen rapport lämnas före nästa revidering ({revision}): den första är satt till {time}.",
    "No report is handed in before the next revision ({revision}): the first is set to {time}.",
)
PLAN_BEFORE = Text(
    "Lägg till en tid före revideringen, till exempel `dates: [{example}]`.",
    "Add a time before the revision, for example `dates: [{example}]`.",
)
REPORTED_AFTER = Text(
    "Rapporten för {period} är daterad {time}, efter revideringen som den skulle ligga till grund "
    "för ({revision}).",
    "The report for {period} is dated {time}, after the revision that it was to be the basis of "
    "({revision}).",
)
CORRECT_DATE = Text(
    "Rätta den tid som är fel, till exempel `date: {example}` i rapporten. Är det den sista "
    "rapporten? Skriv `final: true`.",
    "Correct the time that is wrong, for example `date: {example}` in the report. Is it the last "
    "report? Write `final: true`.",
)
REVISION_HERE = Text("Revideringens tid står här.", "The time of the revision stands here.")

ADOPTING = frozenset({DecisionKind.ADOPT, DecisionKind.ESTABLISH, DecisionKind.REVISE})


@rule(
    "report-after-revision",
    Severity.ERROR,
    Text(
        "Den årliga rapporten lämnas före revideringen.",
        "The yearly report is handed in before the revision.",
    ),
    profiles=ACTION,
    code="R10",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the reports that come after the revision that they are for."""
    file = edition.path_of("roadmap.yaml")
    if revision := edition.roadmap.next_revision:
        related = Related(file, ("next_revision",), REVISION_HERE)
        yield from _judge_dates(edition, revision, related, facts)
        yield from _judge_report(edition, edition.roadmap.year, revision, related)
    if adopted := _adoption_in_year(edition, facts):
        route, time = adopted
        related = Related(file, (*route, "date"), REVISION_HERE)
        yield from _judge_report(edition, edition.roadmap.year - 1, time, related)


def _judge_dates(
    edition: Edition, revision: FuzzyTime, related: Related, facts: Facts
) -> Iterator[Problem]:
    reporting = edition.roadmap.reporting
    dates = tuple(numbered(reporting.dates)) if reporting else ()
    if not dates or facts.in_doubt(related.file, "reporting"):
        return
    year = edition.roadmap.year
    in_year = revision.is_over(date(year + 1, 1, 1))  # then that year cannot be reported yet
    reported = (
        report.date
        for name, report in edition.reports.items()
        if report.date and _year_of(name) >= (year - 1 if in_year else year)
    )
    unsure = facts.is_unsure("reports", "date")
    if unsure or not all(revision.before(one) for one in (*(d for _, d in dates), *reported)):
        return
    index, first = min(dates, key=lambda one: one[1].sort_key)
    yield Problem(
        related.file,
        ("reporting", "dates", index),
        PLANNED_AFTER,
        {
            "time": first,
            "revision": revision,
            "example": _month_before(revision),
        },
        PLAN_BEFORE,
        related=(related,),
        identity=(first.iso(), revision.iso()),
    )


def _year_of(name: str) -> int:
    """Return the year that a report is for, by the name of its file; 0 where that says none."""
    return int(name[:4]) if name[:4].isdecimal() else 0


def _month_before(revision: FuzzyTime) -> str:
    """Return a month to write as an example; what lies before another time has an end."""
    day = revision.start or revision.end or date.max
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return f"{year}-{month:02}"


def _judge_report(
    edition: Edition, year: int, revision: FuzzyTime, related: Related
) -> Iterator[Problem]:
    report: Report | None = edition.reports.get(str(year))
    if report and report.date and not report.final and revision.before(report.date):
        yield Problem(
            edition.path_of(f"reports/{year}.yaml"),
            ("date",),
            REPORTED_AFTER,
            {
                "period": str(year),
                "time": report.date,
                "revision": revision,
                "example": _month_before(revision),
            },
            CORRECT_DATE,
            related=(related,),
            identity=(report.date.iso(), revision.iso()),
        )


def _adoption_in_year(edition: Edition, facts: Facts) -> tuple[Route, FuzzyTime] | None:
    """Return where and when the version was adopted, if in its own year: the last such decision."""
    found = [
        (("decisions", index), decision.date)
        for index, decision in numbered(edition.roadmap.decisions)
        if decision.date and _adopts(decision, edition, facts)
    ]
    return max(found, key=lambda one: one[1].end or date.min, default=None)


def _adopts(decision: Decision, edition: Edition, facts: Facts) -> bool:
    year = edition.roadmap.year
    return (
        decision.date is not None
        and decision.date.within(date(year, 1, 1), date(year, 12, 31))
        and decision.kind in ADOPTING
        and is_made(decision.state)
        and is_about(decision, edition.id, edition.id, facts.index)
    )
