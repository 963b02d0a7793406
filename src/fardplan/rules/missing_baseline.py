"""Det som en aktivitet ska förändra ska vara mätt innan aktiviteten börjar.

Regeln gäller indikatorer som visar en aktivitet: de som pekar ut aktiviteten under `activities`,
och de som aktivitetens projektplan nämner under `follow_up: indicators`. Har aktiviteten börjat ska
indikatorn ha en baslinje med ett värde, eller skälet till att värdet saknas (`missing`). I profilen
`process` räcker det med ett steg av slaget `baseline`. Det räcker också med en mätning under
`measurements` från före starten. En aktivitet har börjat om statusen säger det eller, där status
saknas, om hela starttiden har passerat.

Varför: 002: ”Mätning av data inför uppstart av aktiviteter genomförs.” Utan ett värde från före
start går det inte att se vad aktiviteten har gett.

In English: What an activity is to change is measured before the activity begins.

The rule is about indicators that show an activity: those that name it under `activities`, and those
that its projektplan names under `follow_up: indicators`. Once the activity has begun the indicator
has a baseline with a value, or the reason why there is none (`missing`). In the profile `process` a
step of the kind `baseline` is enough. So is a measurement under `measurements` from before the
start. An activity has begun if its status says so or, where none is given, if all of its starting
time has passed.

Why: 002: ”Mätning av data inför uppstart av aktiviteter genomförs.” (Data are measured before
activities start.) Without a value from before the start nobody can see what the activity achieved.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    status: ongoing
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/indicators/inskrivningar.yaml
    title: Oplanerade inskrivningar
    activities: [trygghetsteam]

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    status: ongoing
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/indicators/inskrivningar.yaml
    title: Oplanerade inskrivningar
    activities: [trygghetsteam]
    baseline: {period: 2023, value: 168}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.indicator import Indicator, Measurement
from fardplan.model.steering_terms import StepKind
from fardplan.model.terms import Profile
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._measured import Measured, coverage, measured_activities, steps_that_measure

MISSING = Text(
    "Indikatorn ”{title}” saknar baslinje, fast aktiviteten ”{activity}” har börjat.",
    "The indicator “{title}” has no baseline, though the activity “{activity}” has begun.",
)
EMPTY = Text(
    "Baslinjen för ”{title}” saknar värde, fast aktiviteten ”{activity}” har börjat.",
    "The baseline of “{title}” has no value, though the activity “{activity}” has begun.",
)
GIVE_BASELINE = Text(
    "Skriv värdet från före start, till exempel `baseline: {{period: {year}, value: 12}}`. Mättes "
    "inget? Skriv skälet under `missing` i stället för `value`.",
    "Write the value from before the start, for example `baseline: {{period: {year}, value: 12}}`. "
    "Was nothing measured? Write the reason under `missing` in place of `value`.",
)
GIVE_VALUE = Text(
    "Skriv värdet under `baseline`, till exempel `value: 12`. Mättes inget? Skriv skälet under "
    "`missing`.",
    "Write the value under `baseline`, for example `value: 12`. Was nothing measured? Write the "
    "reason under `missing`.",
)
STATUS_HERE = Text("Aktivitetens status står här.", "The status of the activity stands here.")
START_HERE = Text("Aktivitetens start står här.", "The start of the activity stands here.")


@rule(
    "missing-baseline",
    Severity.WARNING,
    Text(
        "Indikatorer mäts innan aktiviteten börjar.",
        "Indicators are measured before the activity begins.",
    ),
    profiles=frozenset({Profile.ACTION, Profile.PROCESS}),
    completeness=True,
    code="R26",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the indicators of started activities that have no baseline."""
    covered = _covered_by_steps(edition, facts)
    for name, activities in measured_activities(edition, facts).items():
        indicator = edition.indicators[name]
        file = edition.path_of(f"indicators/{name}.yaml")
        if _is_stated(indicator.baseline) or facts.in_doubt(file, "baseline"):
            continue
        begun = next((one for one in activities if one.has_started(facts.today)), None)
        if (
            begun
            and not covered(name)
            and not _may_be_measured_before(indicator, file, begun, facts)
        ):
            yield _problem(edition, indicator, file, begun)


def _is_stated(baseline: Measurement | None) -> bool:
    """Tell whether there is a value, or a reason for there being none."""
    return baseline is not None and bool(
        baseline.value is not None or baseline.by or baseline.missing
    )


def _may_be_measured_before(indicator: Indicator, file: str, begun: Measured, facts: Facts) -> bool:
    """Tell whether a measurement may be from before the start, so that it shows how things were."""
    begins = begun.begins
    return facts.in_doubt(file, "measurements") or any(
        _is_stated(one) and (begins is None or one.period.before(begins.time))
        for one in indicator.measurements
    )


def _covered_by_steps(edition: Edition, facts: Facts) -> Callable[[str], bool]:
    """Return the question whether a step of a process plan measures an indicator."""
    if edition.roadmap.profile is not Profile.PROCESS:
        return lambda _: False
    if facts.in_doubt(edition.path_of("roadmap.yaml"), "phases"):
        return lambda _: True
    return coverage(steps_that_measure(edition, StepKind.BASELINE), facts)


def _problem(edition: Edition, indicator: Indicator, file: str, begun: Measured) -> Problem:
    empty = indicator.baseline is not None
    activity, begins = begun.activity, begun.begins
    at: Route = ("status",) if activity.status or begins is None else begins.route
    first = begins.time.start if begins else None
    return Problem(
        file,
        ("baseline",),
        EMPTY if empty else MISSING,
        {
            "title": indicator.title,
            "activity": activity.title,
            "year": str((first.year if first else edition.roadmap.year) - 1),
        },
        GIVE_VALUE if empty else GIVE_BASELINE,
        spot="key" if empty else "first_key",
        related=(Related(begun.file, at, STATUS_HERE if at == ("status",) else START_HERE),),
    )
