"""En färdplan ska lyftas till kommunledningsgrupp och nämnd innan den sprids.

Regeln gäller processplaner vars faser har båda stegen: ett som går till en ledningsgrupp
(`executive_group`) och en nämnd, styrelse eller fullmäktige, och ett av slaget `communication` som
talar om planen eller målbilden. Det senare ska inte komma först. Ordningen är den som står:
`after`, annars tider som helt skiljer sig, annars platsen i listan. Steg som utgår, mätningar,
utbildningar, workshoppar och rapporter räknas inte som att planen lyfts.

Varför: 002: ”Styrdokument, såsom länsövergripande och lokal färdplan lyfts till kommunledningsgrupp
och socialnämnd. Lokal färdplan presenteras därefter i strategiskt viktiga sammanhang enligt
kommunikationsplan”.

In English: A roadmap is taken to the executive group and the committee before it is spread.

The rule is about process plans whose phases have both steps: one that goes to an executive group
(`executive_group`) and a committee, board or assembly, and one of the kind `communication` that
speaks of the plan or the vision. The latter does not come first. The order is the one that is
stated: `after`, else times that lie wholly apart, else the place in the list. Steps that are
dropped, measurements, training, workshops and reports do not count as taking the plan anywhere.

Why: 002: ”Styrdokument, såsom länsövergripande och lokal färdplan lyfts till kommunledningsgrupp
och socialnämnd. Lokal färdplan presenteras därefter i strategiskt viktiga sammanhang enligt
kommunikationsplan” (The roadmaps are taken to the executive group and the committee; the local one
is then presented by the communication plan).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: process
    accountable: ledningsgruppen
    owners: [exempelkommunen]
    bodies:
      - {id: kommunledningen, kind: executive_group, title: Kommunledningsgruppen}
    phases:
      - when: 2024
        steps:
          - {title: Invånare och brukare berättar, groups: [residents, users]}
          - {title: Färdplanen presenteras, kind: communication}
          - {id: forankring, title: Färdplanen lyfts, bodies: [kommunledningen, socialnamnden]}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: process
    accountable: ledningsgruppen
    owners: [exempelkommunen]
    bodies:
      - {id: kommunledningen, kind: executive_group, title: Kommunledningsgruppen}
    phases:
      - when: 2024
        steps:
          - {title: Invånare och brukare berättar, groups: [residents, users]}
          - {id: forankring, title: Färdplanen lyfts, bodies: [kommunledningen, socialnamnden]}
          - {title: Färdplanen presenteras, kind: communication}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.process import Step
from fardplan.model.steering_terms import BodyKind, StepKind
from fardplan.model.terms import Profile
from fardplan.rules._base import Facts, Problem, Severity, rule
from fardplan.rules._decisions import ELECTED
from fardplan.rules._steps import Before, body_kinds, steps_of, too_early

TOO_EARLY = Text(
    "Steget ”{title}” sprider färdplanen innan den har lyfts till ledningsgrupp och nämnd, "
    "”{first}”.",
    "The step “{title}” spreads the roadmap before it is taken to executive group and committee, "
    "“{first}”.",
)
FIRST_HERE = Text("Steget där den lyfts står här.", "The step where it is taken up stands here.")

_PLAN = re.compile(r"plan(?:en|er|erna)?\b|målbild|roadmap|vision", re.IGNORECASE)
_LIFTING = frozenset({None, StepKind.DECISION})


@rule(
    "communication-order",
    Severity.ERROR,
    Text(
        "En färdplan lyfts till ledningsgrupp och nämnd innan den sprids.",
        "A roadmap is taken to executive group and committee before it is spread.",
    ),
    profiles=frozenset({Profile.PROCESS}),
    code="R30",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the steps that spread a plan which has not been taken anywhere yet."""
    file = edition.path_of("roadmap.yaml")
    if facts.in_doubt(file, "phases"):
        return
    steps = steps_of(edition)
    kinds = {one.number: body_kinds(one, facts) for one in steps if one.step.kind in _LIFTING}
    reached = frozenset[BodyKind]().union(*kinds.values())
    if BodyKind.EXECUTIVE_GROUP not in reached or ELECTED.isdisjoint(reached):
        return
    asked = ELECTED | {BodyKind.EXECUTIVE_GROUP}
    lifted = [one for one in steps if not asked.isdisjoint(kinds.get(one.number, ()))]
    before = Before(lifted, steps)
    for one in steps:
        if one.step.kind is StepKind.COMMUNICATION and _is_about_plan(one.step):
            yield from too_early(file, one, before, TOO_EARLY, FIRST_HERE)


def _is_about_plan(step: Step) -> bool:
    """Tell whether what a step spreads is the plan, and not news of the work that begins."""
    return bool(_PLAN.search(f"{step.title} {step.text or ''}"))
