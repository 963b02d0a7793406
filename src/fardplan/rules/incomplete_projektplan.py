"""En projektplan ska ha alla fem delar: tidsplan, uppdrag, genomförande, finansiering, uppföljning.

Delarna skrivs under `projektplan:` i aktivitetens fil: `timeline`, `mandate`, `implementation`,
`financing` och `follow_up`. Är planen ett eget dokument räknas de delar som står i `contains`.
Kostar aktiviteten inget skrivs `financing: [{kind: none_needed}]`. Medan planen är ett utkast
(`status: draft`), eller aktiviteten bara är föreslagen (`status: idea`), är bristen en varning.

Varför: 003, s. 12: planen ska innehålla ”tidsplan, uppdrag, genomförande, finansiering och
uppföljning”.

In English: A projektplan has all five parts: timeline, mandate, implementation, financing,
follow-up.

The parts are written under `projektplan:` in the activity's file: `timeline`, `mandate`,
`implementation`, `financing` and `follow_up`. Where the plan is a document of its own, the parts
that stand in `contains` count. If the activity costs nothing, write `financing: [{kind:
none_needed}]`. While the plan is a draft (`status: draft`), or the activity is only proposed
(`status: idea`), it is a warning.

Why: 003, p. 12: the plan shall hold ”tidsplan, uppdrag, genomförande, finansiering och
uppföljning”.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    sustainability:
      equal_health: Vi börjar där flest är ensamma.
      long_term: Teamet blir en del av hemtjänsten.
      economic: Arbetet ryms i den ordinarie budgeten.
    projektplan:
      kind: projektplan
      mandate: Pröva ett team som möter den som kommer hem från sjukhus.
      implementation: Två undersköterskor och en arbetsterapeut arbetar tillsammans.
      timeline: {start: VT2024, end: HT2024}

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    sustainability:
      equal_health: Vi börjar där flest är ensamma.
      long_term: Teamet blir en del av hemtjänsten.
      economic: Arbetet ryms i den ordinarie budgeten.
    projektplan:
      kind: projektplan
      mandate: Pröva ett team som möter den som kommer hem från sjukhus.
      implementation: Två undersköterskor och en arbetsterapeut arbetar tillsammans.
      timeline: {start: VT2024, end: HT2024}
      financing:
        - kind: none_needed
      follow_up: {responsible: ledningsgruppen, frequency: half_yearly}
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.edition import Edition
from fardplan.model.projektplan import Projektplan
from fardplan.model.terms import ActivityStatus, ProjektplanPart, ProjektplanStatus
from fardplan.rules._base import ACTION, Facts, Problem, Severity, rule

INCOMPLETE = Text(
    "Projektplanen för ”{title}” saknar {parts} ({there} av {all} delar finns).",
    "The projektplan of “{title}” lacks {parts} ({there} of {all} parts are there).",
)
FILL_IN = Text("Fyll i {keys}.", "Fill in {keys}.")
FILL_IN_MONEY = Text(
    "Fyll i {keys}. Behövs inga pengar? Skriv `financing: [{{kind: none_needed}}]`.",
    "Fill in {keys}. Is no money needed? Write `financing: [{{kind: none_needed}}]`.",
)
SAY_WHAT_DOCUMENT_HAS = Text(
    "Har dokumentet delarna? Räkna upp dem: `contains: [{names}]`.",
    "Does the document have the parts? List them: `contains: [{names}]`.",
)
NAME_DOCUMENT = Text(
    "Delarna i `contains` räknas först när `document` säger vilket dokument de står i.",
    "The parts in `contains` count only when `document` says which document they stand in.",
)


@rule(
    "incomplete-projektplan",
    Severity.ERROR,
    Text("Varje projektplan har alla fem delar.", "Every projektplan has all five parts."),
    profiles=ACTION,
    completeness=True,
    code="R02",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the projektplaner that lack any of their five parts."""
    for name, activity in edition.activities.items():
        file = edition.path_of(f"activities/{name}.yaml")
        projektplan = activity.projektplan
        if projektplan is None or facts.is_delegated(file, activity):
            continue
        missing = tuple(
            part
            for part in projektplan.missing_parts
            if not facts.in_doubt(file, "projektplan", part.value)
        )
        if missing and not facts.in_doubt(file, "projektplan", "contains"):
            yield _problem(file, activity, projektplan, missing)


def _problem(
    file: str, activity: Activity, projektplan: Projektplan, missing: tuple[ProjektplanPart, ...]
) -> Problem:
    milder = activity.status is ActivityStatus.IDEA or projektplan.status is ProjektplanStatus.DRAFT
    return Problem(
        file,
        ("projektplan",),
        INCOMPLETE,
        {
            "title": activity.title,
            "parts": missing,
            "keys": tuple(f"`{part.value}`" for part in missing),
            "names": ", ".join(missing),
            "there": len(ProjektplanPart) - len(missing),
            "all": len(ProjektplanPart),
        },
        _advise(projektplan, missing),
        spot="inside",
        severity=Severity.WARNING if milder else None,
        identity=missing,
    )


def _advise(projektplan: Projektplan, missing: tuple[ProjektplanPart, ...]) -> Text:
    if projektplan.contains and not projektplan.document:
        return NAME_DOCUMENT
    if projektplan.document and not projektplan.contains:
        return SAY_WHAT_DOCUMENT_HAS
    return FILL_IN_MONEY if ProjektplanPart.FINANCING in missing else FILL_IN
