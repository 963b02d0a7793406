"""Varje aktivitet ska ha en projektplan eller ett uppdragsdirektiv.

Planen skrivs under `projektplan:` i aktivitetens fil. Finns den redan som ett eget dokument räcker
det att ange dokumentet och vilka delar det har. Kravet gäller färdplaner med profilen `action`,
vilken status aktiviteten än har. För en aktivitet som bara är föreslagen (`status: idea`) är det
en varning. En aktivitet som hanteras i en annan plan, själv eller genom sitt mål eller område
(`delegated_to`), behöver ingen.

Varför: 003, s. 12: ”Alla aktiviteter ska ha en projektplan eller ett uppdragsdirektiv”.

In English: Every activity has a projektplan or an uppdragsdirektiv.

The plan is written under `projektplan:` in the activity's file. If there already is one, as a
document of its own, it is enough to name the document and the parts that it has. The demand is for
roadmaps with the profile `action`, whatever the status of the activity. For an activity that is
only proposed (`status: idea`) it is a warning. An activity that is handled in another plan, itself
or through its goal or area (`delegated_to`), needs none.

Why: 003, p. 12: ”Alla aktiviteter ska ha en projektplan eller ett uppdragsdirektiv” (all activities
shall have a project plan or a directive).

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    projektplan:
      kind: uppdragsdirektiv
      document: {title: Uppdragsdirektiv trygghetsteam, registry_number: SN 2024/17}
      contains: [timeline, mandate, implementation, financing, follow_up]
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.terms import ActivityStatus
from fardplan.rules._base import ACTION, Facts, Problem, Severity, rule

MISSING = Text(
    "Aktiviteten ”{title}” saknar projektplan.", "The activity “{title}” has no projektplan."
)
WRITE_ONE = Text(
    "Skapa en: `fardplan new projektplan {activity}`. "
    "Finns den redan? Ange diarienummer eller länk under `projektplan: document:`.",
    "Make one: `fardplan new projektplan {activity}`. "
    "Is there one already? Give its registry number or address under `projektplan: document:`.",
)


@rule(
    "missing-projektplan",
    Severity.ERROR,
    Text(
        "Varje aktivitet har en projektplan eller ett uppdragsdirektiv.",
        "Every activity has a projektplan or an uppdragsdirektiv.",
    ),
    profiles=ACTION,
    completeness=True,
    code="R01",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the activities without a projektplan that no other plan takes care of."""
    for name, activity in edition.activities.items():
        file = edition.path_of(f"activities/{name}.yaml")
        if activity.projektplan is not None or facts.in_doubt(file, "projektplan"):
            continue
        if facts.is_delegated(file, activity):
            continue
        idea = activity.status is ActivityStatus.IDEA
        yield Problem(
            file,
            ("projektplan",),
            MISSING,
            {"title": activity.title, "activity": f"{edition.id}/{name}"},
            WRITE_ONE,
            spot="first_key",
            severity=Severity.WARNING if idea else None,
        )
