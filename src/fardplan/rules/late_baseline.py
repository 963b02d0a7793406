"""En baslinje ska vara mätt innan aktiviteten börjar, inte efteråt.

Regeln jämför baslinjens `period` med starten för de aktiviteter som indikatorn visar: `start` i
aktiviteten, annars i tidsplanen, annars `when`. I profilen `process` jämförs också stegen av slaget
`baseline` med aktiviteterna för de indikatorer som steget nämner. Bara en baslinje som helt ligger
efter starten är ett fel; en för samma år eller termin kan vara mätt i tid. Visar indikatorn flera
aktiviteter ska alla ha börjat före: annars är den mätt i tid för någon av dem.

Varför: 002: ”Mätning av data inför uppstart av aktiviteter genomförs.” Ett värde från efter starten
visar inte läget före.

In English: A baseline is measured before the activity begins, not after.

The rule compares the `period` of the baseline with the start of the activities that the indicator
shows: `start` in the activity, else in the timeline, else `when`. In the profile `process` the
steps of the kind `baseline` are compared too, with the activities of the indicators that the step
names. Only a baseline that lies wholly after the start is an error; one for the same year or term
may have been measured in time. Where the indicator shows several activities, all must have begun
before it: else it was measured in time for one of them.

Why: 002: ”Mätning av data inför uppstart av aktiviteter genomförs.” (Data are measured before
activities start.) A value from after the start does not show how things were before.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    start: våren 2024
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/indicators/inskrivningar.yaml
    title: Oplanerade inskrivningar
    activities: [trygghetsteam]
    baseline: {period: hösten 2024, value: 168}

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    start: våren 2024
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/indicators/inskrivningar.yaml
    title: Oplanerade inskrivningar
    activities: [trygghetsteam]
    baseline: {period: 2023, value: 168}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.steering_terms import StepKind
from fardplan.model.terms import Profile
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._dates import Dated
from fardplan.rules._measured import Measured, measured_activities, steps_that_measure

LATE = Text(
    "Baslinjen för ”{title}” ({period}) är senare än starten för ”{activity}” ({start}).",
    "The baseline of “{title}” ({period}) is later than the start of “{activity}” ({start}).",
)
LATE_STEP = Text(
    "Mätningen före start, ”{title}” ({period}), är senare än starten för ”{activity}” ({start}).",
    "The measurement before the start, “{title}” ({period}), is later than the start of "
    "“{activity}” ({start}).",
)
MOVE_VALUE = Text(
    "Rätta `period`, eller flytta värdet till `measurements` och skriv ett från före start, till "
    "exempel `baseline: {{period: {year}, value: 12}}`. Mättes inget? Skriv skälet under `missing` "
    "i stället för `value`.",
    "Correct `period`, or move the value to `measurements` and write one from before the start, "
    "for example `baseline: {{period: {year}, value: 12}}`. Was nothing measured? Write the reason "
    "under `missing` in place of `value`.",
)
MOVE_STEP = Text(
    "Rätta den tid som är fel, till exempel `when: {year}` i steget.",
    "Correct the time that is wrong, for example `when: {year}` in the step.",
)
START_HERE = Text("Starten för ”{activity}” står här.", "The start of “{activity}” stands here.")


@rule(
    "late-baseline",
    Severity.ERROR,
    Text(
        "En baslinje mäts före start, inte efter.",
        "A baseline is measured before the start, not after.",
    ),
    profiles=frozenset({Profile.ACTION, Profile.PROCESS}),
    code="R26",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the baselines that lie after the start of what they should come before."""
    measured = measured_activities(edition, facts)
    for name, activities in measured.items():
        indicator = edition.indicators[name]
        baseline = indicator.baseline
        if baseline and (baseline.value is not None or baseline.by):
            file = edition.path_of(f"indicators/{name}.yaml")
            dated = Dated(("baseline", "period"), indicator.title, baseline.period)
            yield from _judge(file, dated, activities, LATE, MOVE_VALUE)
    if edition.roadmap.profile is Profile.PROCESS:
        yield from _judge_steps(edition, measured, facts)


def _judge_steps(
    edition: Edition, measured: Mapping[str, tuple[Measured, ...]], facts: Facts
) -> Iterator[Problem]:
    """Yield the steps that measure too late what has no baseline of its own."""
    file = edition.path_of("roadmap.yaml")
    for placed in steps_that_measure(edition, StepKind.BASELINE):
        activities: dict[str, Measured] = {}
        for written in placed.step.indicators:
            entity = facts.relations.find(facts.home, "indicator", written)
            if entity and entity.home == facts.home and not edition.indicators[entity.id].baseline:
                activities |= {one.file: one for one in measured[entity.id]}
        if placed.time:
            dated = Dated(placed.time_route, placed.step.title, placed.time)
            yield from _judge(file, dated, tuple(activities.values()), LATE_STEP, MOVE_STEP)


def _judge(
    file: str, dated: Dated, activities: tuple[Measured, ...], words: Text, hint: Text
) -> Iterator[Problem]:
    """Yield one problem with all the activities, unless one of them may have begun later."""
    earlier = [
        (begins.time.sort_key, begins, one)
        for one in activities
        if (begins := one.begins) and _began_before(begins.time, dated.time)
    ]
    if not earlier or len(earlier) < len(activities):
        return
    earlier.sort(key=lambda each: each[0])
    first = earlier[0][1]
    year = (first.time.start or first.time.end or date.max).year - 1
    yield Problem(
        file,
        dated.route,
        words,
        {
            "title": dated.title,
            "period": dated.time,
            "activity": first.title,
            "start": first.time,
            "year": str(year),
        },
        hint,
        related=tuple(
            Related(one.file, begins.route, START_HERE, {"activity": begins.title})
            for _, begins, one in earlier
        ),
        identity=(dated.time.iso(), first.time.iso()),
    )


def _began_before(start: FuzzyTime, measured: FuzzyTime) -> bool:
    """Tell whether what begins at `start` has certainly begun before anything was measured."""
    return measured.start is not None and start.leaves(measured.start, None)
