"""Varje aktivitet ska säga hur den bidrar till jämlik hälsa och håller över tid och ekonomiskt.

Svaren skrivs under `sustainability` i aktivitetens fil: `equal_health`, `long_term` och `economic`.
Kravet gäller profilen `action`. Saknas alla tre är det en varning, saknas någon en upplysning. En
aktivitet utan projektplan får den anmärkningen först. Är projektplanen ett eget dokument
(`document`) kan svaren stå där, och då säger regeln inget. Aktiviteter som är avslutade utan
genomförande eller hanteras i en annan plan berörs inte, och inte heller de som säger varför svaren
saknas: `none: {sustainability: Samma svar som i länets plan.}`

Varför: 003, s. 10: ”Våra gemensamma aktiviteter ska utgå från målsättningen om en jämlik hälsa samt
vara långsiktigt och ekonomiskt hållbara.”

In English: Every activity says how it serves equal health and lasts, also economically.

The answers are written under `sustainability` in the activity's file: `equal_health`, `long_term`
and `economic`. The demand is for the profile `action`. If all three are missing it is a warning, if
some are, it is for information. An activity without a projektplan gets that finding first. Where
the projektplan is a document of its own (`document`) the answers may stand there, and the rule says
nothing. Activities that are cancelled or handled in another plan are not concerned, nor are those
that say why the answers are missing: `none: {sustainability: As in the county's plan.}`

Why: 003, p. 10: ”Våra gemensamma aktiviteter ska utgå från målsättningen om en jämlik hälsa samt
vara långsiktigt och ekonomiskt hållbara” (our activities start from the aim of equal health and are
sustainable in the long term and economically).

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    projektplan:
      mandate: Pröva ett team som möter den som kommer hem från sjukhus.
      implementation: Två undersköterskor och en arbetsterapeut arbetar tillsammans.
      timeline: {start: VT2024, end: HT2024}
      financing:
        - kind: none_needed
      follow_up: {responsible: ledningsgruppen, frequency: half_yearly}

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    sustainability:
      equal_health: Vi börjar där flest är ensamma.
      long_term: Teamet blir en del av hemtjänsten.
      economic: Arbetet ryms i den ordinarie budgeten.
    projektplan:
      mandate: Pröva ett team som möter den som kommer hem från sjukhus.
      implementation: Två undersköterskor och en arbetsterapeut arbetar tillsammans.
      timeline: {start: VT2024, end: HT2024}
      financing:
        - kind: none_needed
      follow_up: {responsible: ledningsgruppen, frequency: half_yearly}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.locales.text import Lang, Text, localise
from fardplan.model.activity import Activity, Sustainability
from fardplan.model.edition import Edition
from fardplan.rules._answerable import answerable_activities
from fardplan.rules._base import ACTION, Facts, Problem, Severity, rule

MISSING = Text(
    "Det står inte hur aktiviteten ”{title}” {missing}.",
    "It is not said how the activity “{title}” {missing}.",
)
WRITE = Text("Skriv till exempel {lines}.", "Write for example {lines}.")
FILL_IN = Text(
    "Fyll i under `sustainability`, till exempel {lines}.",
    "Fill in under `sustainability`, for example {lines}.",
)
SERVES = {
    "equal_health": Text("bidrar till jämlik hälsa", "serves equal health"),
    "long_term": Text("håller över tid", "lasts"),
    "economic": Text("håller ekonomiskt", "is sustainable economically"),
}
EXAMPLES = {
    "equal_health": Text("Vi börjar där hälsan är sämst.", "We start where health is worst."),
    "long_term": Text(
        "Arbetssättet blir en del av det ordinarie arbetet.",
        "The way of working becomes part of the ordinary work.",
    ),
    "economic": Text(
        "Arbetet ryms i den ordinarie budgeten.", "The work fits into the ordinary budget."
    ),
}


@rule(
    "missing-sustainability",
    Severity.WARNING,
    Text(
        "Varje aktivitet säger hur den bidrar till jämlik hälsa och håller över tid.",
        "Every activity says how it serves equal health and lasts.",
    ),
    profiles=ACTION,
    completeness=True,
    code="R04",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the activities that leave any of the three answers out."""
    for file, activity in answerable_activities(edition, facts, "sustainability"):
        if activity.projektplan is None or activity.projektplan.document is not None:
            continue
        said = activity.sustainability or Sustainability()
        missing = tuple(key for key in SERVES if getattr(said, key) is None)
        if missing and not facts.in_doubt(file, "projektplan", "document"):
            yield _problem(file, activity, missing)


def _problem(file: str, activity: Activity, missing: tuple[str, ...]) -> Problem:
    written = "sustainability" in activity.model_fields_set
    return Problem(
        file,
        ("sustainability",),
        MISSING,
        {
            "title": activity.title,
            "missing": tuple(SERVES[key] for key in missing),
            "lines": Lines(missing),
        },
        WRITE if len(missing) == len(SERVES) else FILL_IN,
        spot="key" if written else "first_key",
        severity=Severity.INFO if len(missing) < len(SERVES) else None,
        identity=missing,
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """The answers that are missing as lines of YAML, whole where none is there yet."""

    keys: tuple[str, ...]

    def say(self, lang: Lang) -> str:
        """Return the lines in `lang`."""
        lines = [f"{key}: {EXAMPLES[key].say(lang)}" for key in self.keys]
        if len(lines) < len(SERVES):
            return localise([f"`{line}`" for line in lines], lang)
        return f"`sustainability: {{{', '.join(lines)}}}`"
