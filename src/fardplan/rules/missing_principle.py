"""Varje aktivitet ska utgå från minst en av färdplanens vägledande principer.

Principerna står under `principles` i `roadmap.yaml`; aktiviteten säger med samma nyckel vilka den
utgår från. Det räcker att aktivitetens mål gör det. Kravet gäller profilen `action`, i färdplaner
som har principer. En aktivitet utan projektplan får den anmärkningen först. Aktiviteter som är
avslutade utan genomförande eller hanteras i en annan plan berörs inte, och inte heller de som
säger varför principer saknas: `none: {principles: Berör bara kommunen.}`

Varför: 003, s. 9: ”Färdplanens aktiviteter ska utgå från formuleringarna från området ’samverkan’ i
länets gemensamma målbild för nära vård.”

In English: Every activity starts from at least one of the roadmap's guiding principles.

The principles stand under `principles` in `roadmap.yaml`; the activity says with the same key which
of them it starts from. It is enough that the activity's goal does. The demand is for the profile
`action`, in roadmaps that have principles. An activity without a projektplan gets that finding
first. Activities that are cancelled or handled in another plan are not concerned, nor are those
that say why they have no principles: `none: {principles: Concerns the municipality alone.}`

Why: 003, p. 9: ”Färdplanens aktiviteter ska utgå från formuleringarna från området ’samverkan’”
(the roadmap's activities start from the statements on cooperation in the county's vision).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    principles:
      - {id: vi-hjalps-at, title: Vi hjälps åt}
    # roadmaps/exempel/activities/gemensam-planering.yaml
    title: Planera utskrivningen gemensamt
    goal: trygg-hemgang
    principles: [vi-hjalps-at]
    projektplan:
      document: {title: Projektplan gemensam planering}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    principles:
      - {id: vi-hjalps-at, title: Vi hjälps åt}
    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    principles: [vi-hjalps-at]
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.activity import Activity, Goal
from fardplan.model.edition import Edition
from fardplan.rules._answerable import answerable_activities
from fardplan.rules._base import ACTION, Facts, Problem, Severity, rule

MISSING = Text(
    "Det står inte vilken vägledande princip aktiviteten ”{title}” utgår från.",
    "It is not said which guiding principle the activity “{title}” starts from.",
)
NAME_ONE = Text(
    "Ange minst en av färdplanens principer, till exempel `principles: [{example}]`.",
    "Name at least one of the roadmap's principles, for example `principles: [{example}]`.",
)


@rule(
    "missing-principle",
    Severity.WARNING,
    Text(
        "Varje aktivitet utgår från en vägledande princip.",
        "Every activity starts from a guiding principle.",
    ),
    profiles=ACTION,
    completeness=True,
    code="R03",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the activities that name no principle, nor does their goal."""
    names = [one.id for one in edition.roadmap.principles if one.id]
    if not names:
        return
    for file, activity in answerable_activities(edition, facts, "principles"):
        if not activity.principles and not _may_rest_on_goal(activity, facts):
            written = "principles" in activity.model_fields_set
            yield Problem(
                file,
                ("principles",),
                MISSING,
                {"title": activity.title, "example": names[0]},
                NAME_ONE,
                spot="key" if written else "first_key",
            )


def _may_rest_on_goal(activity: Activity, facts: Facts) -> bool:
    goal = facts.relations.find(facts.home, "goal", activity.goal)
    if goal is None or not isinstance(goal.value, Goal):
        return False
    return bool(goal.value.principles) or facts.in_doubt(goal.file, "principles")
