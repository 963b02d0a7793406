"""En plan som tar över ett mål ska gälla lika länge som målet gör.

Tar planen slut före det år som färdplanens version gäller är det en varning. Tar den slut senare,
men före färdplanens giltighetstid, är det en upplysning: någon behöver ta hand om målet sedan. En
plan utan angiven tid säger regeln inget om.

Varför: 003, s. 14, lämnar digitaliseringen till en e-hälsoplan för 2021–2025, men gäller själv
till 2026. ”Konkretisering och uppföljning” (s. 12) finns då i en plan som har tagit slut.

In English: A plan that takes over a goal is in force for as long as the goal is.

If the plan ends before the year of the roadmap's version it is a warning. If it ends later, but
before the roadmap's validity does, it is for information: someone needs to take care of the goal
from then on. Of a plan without a stated time the rule says nothing.

Why: 003, p. 14, leaves digitalisation to an e-health plan for 2021–2025 but is itself in force
until 2026. ”Konkretisering och uppföljning” (p. 12, making concrete and following up) then stand in
a plan that has ended.

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    related_plans:
      - {id: aldreplan, title: Äldreplan, period: 2020–2023}
    # roadmaps/exempel/goals/psykisk-halsa.yaml
    title: Bättre psykisk hälsa
    area: trygg-hemma
    delegated_to: aldreplan

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    related_plans:
      - {id: aldreplan, title: Äldreplan, period: 2020–2026}
    # roadmaps/exempel/goals/psykisk-halsa.yaml
    title: Bättre psykisk hälsa
    area: trygg-hemma
    delegated_to: aldreplan
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fardplan.locales.text import Text
from fardplan.model.chapters import RelatedPlan
from fardplan.model.edition import Edition
from fardplan.rules._base import ACTION, Facts, Problem, Related, Severity, rule
from fardplan.rules._delegations import delegations

BEFORE_YEAR = Text(
    "”{title}” hanteras i en plan som tog slut före {year}: ”{plan}” ({period}).",
    "“{title}” is handled in a plan that ended before {year}: “{plan}” ({period}).",
)
DURING_YEAR = Text(
    "”{title}” hanteras i en plan som tar slut under {year}: ”{plan}” ({period}).",
    "“{title}” is handled in a plan that ends during {year}: “{plan}” ({period}).",
)
BEFORE_END = Text(
    "”{title}” hanteras i en plan som tar slut före färdplanen: ”{plan}” ({period}).",
    "“{title}” is handled in a plan that ends before the roadmap does: “{plan}” ({period}).",
)
SAY_WHO = Text(
    "Ange planen som tar över, eller ta tillbaka det till färdplanen.",
    "Name the plan that takes over, or take it back into the roadmap.",
)
PLAN_HERE = Text("Planens tid står här.", "The period of the plan stands here.")


@rule(
    "expired-delegation",
    Severity.WARNING,
    Text(
        "En plan som tar över ett mål gäller lika länge som målet.",
        "A plan that takes over a goal lasts as long as the goal.",
    ),
    profiles=ACTION,
    code="R14",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the delegations to plans that end before the year or the validity does."""
    year = edition.roadmap.year
    validity = edition.roadmap.validity
    last = validity.to.end if validity and validity.to else None
    for one in delegations(edition):
        entity = facts.index.resolve(edition.id, one.plan, ("plan",)).entity
        plan = entity.value if entity else None
        if entity is None or not isinstance(plan, RelatedPlan) or plan.period is None:
            continue
        end = plan.period.end
        if end is None or end >= max(date(year, 12, 31), last or date.min):
            continue
        too_early = end < date(year, 12, 31)
        during = BEFORE_YEAR if end.year < year else DURING_YEAR
        yield Problem(
            one.file,
            ("delegated_to", "plan"),
            during if too_early else BEFORE_END,
            {"title": one.title, "plan": plan.title, "period": plan.period, "year": year},
            SAY_WHO,
            severity=None if too_early else Severity.INFO,
            related=(Related(entity.file, (*entity.route, "period"), PLAN_HERE),),
            identity=(one.plan, plan.period.iso()),
        )
