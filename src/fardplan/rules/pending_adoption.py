"""Alla som ska anta en gemensam färdplan eller målbild ska göra det i tid.

Regeln gäller målbilder och handlingsplaner (`vision`, `action`) som säger vilka som ska anta dem:
`adoption: required_of`. Den räknar upp vilka som är kvar. Det är en upplysning tills tiden i
`adoption: by` har gått ut, sedan en varning. Som antagande räknas det som står under `adoptions`,
ett steg under `decision_path` och ett beslut under `decisions`, också i partens egen färdplan. Det
ska anta, fastställa, godkänna eller ställa sig bakom, och vara beslutat. Ett beslut under
`decisions` ska ha dokumentet bland sina `objects`, men i dokumentets egen fil får `objects`
utelämnas, om det inte är beslutet om några medel. Säger statusen att dokumentet är antaget fast
ingen har antagit det, är det regeln missing-decision-facts som säger till.

Varför: 004: ”Beslut i respektive organisation”. 001: målbilden har ”antagits av regionen och
samtliga länets kommuner”.

In English: All who must adopt a shared roadmap or vision do so in time.

The rule is for visions and action plans (`vision`, `action`) that say who must adopt them:
`adoption: required_of`. It lists those that are left. It is for information until the time in
`adoption: by` has passed, then a warning. What counts as adoption is what stands under `adoptions`,
a step under `decision_path`, and a decision under `decisions`, also in the party's own roadmap. It
must adopt, establish, approve or endorse, and be decided. A decision under `decisions` must have
the document among its `objects`, but in the document's own file `objects` may be left out, unless
it is the decision on some money. Where the status says that the document is adopted though nobody
has adopted it, the rule missing-decision-facts speaks.

Why: 004: ”Beslut i respektive organisation” (decision in each organisation). 001: the vision has
been ”antagits av regionen och samtliga länets kommuner” (adopted by the region and all
municipalities of the county).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    adoption: {required_of: [exempelkommunen, regionen], by: 2024-04-30}
    adoptions:
      - {parties: [regionen], kind: adopt, state: decided, when: 2024-03-12}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    adoption: {required_of: [exempelkommunen, regionen], by: 2024-04-30}
    adoptions:
      - {parties: [regionen], kind: adopt, state: decided, when: 2024-03-12}
      - {parties: [exempelkommunen], kind: adopt, state: decided, when: 2024-04-22}
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.index import Entity
from fardplan.model.terms import Profile
from fardplan.rules._adoptions import find_adopters
from fardplan.rules._base import ENDED_STATUSES, Facts, Problem, Related, Severity, rule
from fardplan.rules._decisions import claims_decision
from fardplan.rules._parties import find_parties

PENDING = Text(
    "”{title}” är inte antagen av {names} ({count} av {all} som ska anta).",
    "“{title}” is not adopted by {names} ({count} of {all} that must adopt).",
)
OVERDUE = Text(
    "”{title}” skulle vara antagen av alla, men är inte antagen av {names} ({count} av {all} som "
    "ska anta). Tiden har gått ut: {by}.",
    "“{title}” was to be adopted by all, but is not adopted by {names} ({count} of {all} that "
    "must adopt). The time has passed: {by}.",
)
RECORD = Text(
    "Lägg till beslutet under `adoptions` när det är fattat, till exempel "
    "`- {{parties: [{example}], kind: adopt, state: decided, when: {year}-05-20}}`.",
    "Add the decision under `adoptions` when it is made, for example "
    "`- {{parties: [{example}], kind: adopt, state: decided, when: {year}-05-20}}`.",
)
BY_HERE = Text("Tiden står här.", "The time stands here.")


@rule(
    "pending-adoption",
    Severity.WARNING,
    Text(
        "Alla som ska anta färdplanen gör det i tid.",
        "All who must adopt the roadmap do so in time.",
    ),
    profiles=frozenset({Profile.VISION, Profile.ACTION}),
    completeness=True,
    code="R12",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the parties that have not adopted the roadmap, all in one problem."""
    demand = edition.roadmap.adoption
    file = edition.path_of("roadmap.yaml")
    keys = ("adoption", "adoptions", "decisions", "decision_path", "status")
    if demand is None or edition.roadmap.status in ENDED_STATUSES:
        return
    if any(facts.in_doubt(file, key) for key in keys):
        return
    required = find_parties(facts.index, edition.id, demand.required_of).members
    adopters = find_adopters(edition, facts, required)
    missing = [one for key, one in required.items() if key not in adopters]
    # That nobody has adopted what is said to be adopted is the finding of missing-decision-facts.
    if missing and (adopters or not claims_decision(edition.roadmap)):
        yield _problem(edition, facts, missing, len(required))


def _problem(edition: Edition, facts: Facts, missing: list[Entity], count: int) -> Problem:
    demand = edition.roadmap.adoption
    by = demand.by if demand else None
    overdue = by is not None and by.is_over(facts.today)
    file = edition.path_of("roadmap.yaml")
    return Problem(
        file,
        ("adoption", "required_of"),
        OVERDUE if overdue else PENDING,
        {
            "title": edition.roadmap.title,
            "names": tuple(one.title for one in missing),
            "count": len(missing),
            "all": count,
            "by": by,
            "example": missing[0].id,
            "year": str(facts.today.year),
        },
        RECORD,
        spot="key",
        severity=None if overdue else Severity.INFO,
        related=(Related(file, ("adoption", "by"), BY_HERE),) if overdue else (),
        identity=tuple(sorted(one.id for one in missing)),
    )
