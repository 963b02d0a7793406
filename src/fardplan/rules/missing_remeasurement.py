"""Det som mättes före en aktivitet ska mätas igen efter den, och resultatet skrivas ned.

Har en aktivitet genomförts eller införts ska varje indikator som visar den, och som har en
baslinje, ha ett senare värde under `measurements`, eller skälet till att det saknas (`missing`). Är
slutet angivet väntar regeln så länge som det brukar gå mellan två värden (`frequency`). I profilen
`process` räcker ett steg av slaget `measurement`. Där ska också den plan som mäter före start
(`kind: baseline`) mäta igen, och den som mäter igen ska lämna en rapport: ett steg av slaget
`report`, en rapport i mappen reports, eller en rapport under `reporting` eller `follow_up`.

Varför: 002: ”Uppföljning - ny mätning av personcentrerat arbetssätt och andra indikatorer. Rapport
skrivs.”

In English: What was measured before an activity is measured again after it and written down.

Once an activity has been completed or implemented, each indicator that shows it and has a baseline
has a later value under `measurements`, or the reason why there is none (`missing`). Where the end
is stated the rule waits as long as it is between two values (`frequency`). In the profile `process`
a step of the kind `measurement` is enough. There a plan that measures before the start (`kind:
baseline`) must also measure again, and one that measures again must report: a step of the kind
`report`, a report in the folder reports, or a report under `reporting` or `follow_up`.

Why: 002: ”Uppföljning - ny mätning av personcentrerat arbetssätt och andra indikatorer. Rapport
skrivs.” (Follow-up: a new measurement of person-centred ways of working and other indicators. A
report is written.)

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    status: completed
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/indicators/inskrivningar.yaml
    title: Oplanerade inskrivningar
    activities: [trygghetsteam]
    baseline: {period: 2022, value: 168}

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    status: completed
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/indicators/inskrivningar.yaml
    title: Oplanerade inskrivningar
    activities: [trygghetsteam]
    baseline: {period: 2022, value: 168}
    measurements:
      - {period: 2023, value: 151}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.indicator import Indicator, Report
from fardplan.model.steering_terms import FollowUpMethod, Frequency, StepKind
from fardplan.model.terms import DocumentKind, Profile
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._measured import (
    ENDED,
    Measured,
    coverage,
    measured_activities,
    steps_that_measure,
)
from fardplan.rules._steps import Placed, steps_of

NOT_AGAIN = Text(
    "”{title}” har inte mätts igen efter baslinjen, fast aktiviteten ”{activity}” är {status}.",
    "“{title}” has not been measured again since the baseline, though the activity “{activity}” is "
    "{status}.",
)
GIVE_VALUE = Text(
    "Skriv det nya värdet, till exempel `measurements: [{{period: {year}, value: 12}}]`. Finns "
    "inget? Skriv skälet under `missing` i stället för `value`.",
    "Write the new value, for example `measurements: [{{period: {year}, value: 12}}]`. Is there "
    "none? Write the reason under `missing` in place of `value`.",
)
ONLY_BEFORE = Text(
    "Färdplanen mäter före start (”{title}”) men säger inget om en ny mätning efteråt.",
    "The roadmap measures before the start (“{title}”) but says nothing of measuring again after.",
)
ADD_STEP = Text(
    "Lägg till ett steg i en senare fas, till exempel "
    "`{{title: Ny mätning, kind: measurement{after}}}`.",
    "Add a step to a later phase, for example `{{title: Ny mätning, kind: measurement{after}}}`.",
)
ADD_STEPS = Text(
    "Lägg till två steg i en senare fas, till exempel "
    "`{{title: Ny mätning, kind: measurement{after}}}` och "
    "`{{title: Rapport skrivs, kind: report}}`.",
    "Add two steps to a later phase, for example "
    "`{{title: Ny mätning, kind: measurement{after}}}` and "
    "`{{title: Rapport skrivs, kind: report}}`.",
)
NO_REPORT = Text(
    "Färdplanen mäter igen (”{title}”) men säger inte att resultatet skrivs i en rapport.",
    "The roadmap measures again (“{title}”) but does not say that the result is reported.",
)
ADD_REPORT = Text(
    "Lägg till ett steg efter mätningen, till exempel "
    "`{{title: Rapport skrivs, kind: report{after}}}`.",
    "Add a step after the measurement, for example "
    "`{{title: Rapport skrivs, kind: report{after}}}`.",
)
STATUS_HERE = Text("Aktivitetens status står här.", "The status of the activity stands here.")

_MONTHS_BETWEEN: Mapping[Frequency | None, int] = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.TERTIAL: 4,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
    Frequency.PER_MANDATE_PERIOD: 48,
}
_DAYS_IN_MONTH = 31


@rule(
    "missing-remeasurement",
    Severity.WARNING,
    Text(
        "Det som mättes före start mäts igen efteråt.",
        "What was measured before the start is measured again after.",
    ),
    profiles=frozenset({Profile.ACTION, Profile.PROCESS}),
    completeness=True,
    code="R27",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the indicators, and the process plans, that measure before but not after."""
    process = edition.roadmap.profile is Profile.PROCESS
    file = edition.path_of("roadmap.yaml")
    if process and facts.in_doubt(file, "phases"):
        return
    again = steps_that_measure(edition, StepKind.MEASUREMENT) if process else ()
    covered = coverage(again, facts)
    for name, activities in measured_activities(edition, facts).items():
        if not covered(name):
            yield from _judge(edition, name, activities, facts)
    if process:
        yield from _judge_plan(edition, file, again, facts)


def _judge(
    edition: Edition, name: str, activities: tuple[Measured, ...], facts: Facts
) -> Iterator[Problem]:
    indicator = edition.indicators[name]
    file = edition.path_of(f"indicators/{name}.yaml")
    if indicator.baseline is None or _is_measured_again(indicator):
        return
    if any(facts.in_doubt(file, key) for key in ("baseline", "measurements")):
        return
    for one in activities:
        if one.activity.status in ENDED and _is_due(one, indicator, facts.today):
            yield Problem(
                file,
                ("baseline",),
                NOT_AGAIN,
                {
                    "title": indicator.title,
                    "activity": one.activity.title,
                    "status": one.activity.status,
                    "year": str(facts.today.year),
                },
                GIVE_VALUE,
                spot="key",
                related=(Related(one.file, ("status",), STATUS_HERE),),
            )
            return


def _is_measured_again(indicator: Indicator) -> bool:
    """Tell whether a value, or the reason for none, is stated for a time not before the baseline's.

    A measurement without either says nothing.
    """
    baseline = indicator.baseline
    return baseline is not None and any(
        (one.value is not None or one.by or one.missing)
        and not one.period.before(baseline.period)
        and one.period != baseline.period
        for one in indicator.measurements
    )


def _is_due(one: Measured, indicator: Indicator, today: date) -> bool:
    """Tell whether a value from after the activity can be asked for."""
    if one.end is None or one.end.end is None:
        return True
    months = _MONTHS_BETWEEN.get(indicator.frequency, 0)
    return (today - one.end.end).days > months * _DAYS_IN_MONTH


def _judge_plan(
    edition: Edition, file: str, again: tuple[Placed, ...], facts: Facts
) -> Iterator[Problem]:
    """Yield a process plan that does not measure again, or does not report what it measured."""
    before = steps_that_measure(edition, StepKind.BASELINE)
    if not again:
        measured = any(map(_is_measured_again, edition.indicators.values()))
        if before and not (measured or facts.is_unsure("indicators", "measurements")):
            hint = ADD_STEP if _is_reported(edition, facts) else ADD_STEPS
            yield _ask(file, before[0], ONLY_BEFORE, hint)
    elif not _is_reported(edition, facts):
        yield _ask(file, again[0], NO_REPORT, ADD_REPORT)


def _ask(file: str, placed: Placed, words: Text, hint: Text) -> Problem:
    step = placed.step
    after = f", after: {step.id}" if step.id else ""
    values = {"title": step.title, "after": after}
    return Problem(file, placed.route, words, values, hint, spot="inside")


def _is_reported(edition: Edition, facts: Facts) -> bool:
    roadmap = edition.roadmap
    methods = roadmap.follow_up.method if roadmap.follow_up else ()
    file = edition.path_of("roadmap.yaml")
    return (
        bool(roadmap.reporting or edition.reports)
        or FollowUpMethod.REPORT in methods
        or any(facts.in_doubt(file, key) for key in ("reporting", "follow_up"))
        or facts.gaps.has_unread(edition.id, Report)
        or any(
            one.step.kind is StepKind.REPORT or one.step.document_kind is DocumentKind.REPORT
            for one in steps_of(edition)
        )
    )
