"""Det som hanteras i en annan plan ska säga vilken, och planen ska finnas.

Ett område, ett mål eller en aktivitet kan hanteras i en annan plan än färdplanen: `delegated_to`.
Planen ska stå under `related_plans` i `roadmap.yaml`. En aktivitet med `status: delegated` ska
själv, eller genom sitt mål eller område, säga vilken plan som tar över. Mer än så krävs inte:
uppföljningen sker i den andra planen.

Varför: 003, s. 12: ”I några fall sker konkretisering och uppföljning av aktiviteterna i andra
gemensamma handlingsplaner.” Den som läser ska hitta dit.

In English: What is handled in another plan says which one, and that plan is there.

An area, a goal or an activity may be handled in another plan than the roadmap: `delegated_to`. The
plan stands under `related_plans` in `roadmap.yaml`. An activity with `status: delegated` says,
itself or through its goal or area, which plan takes over. No more is asked: the follow-up is in the
other plan.

Why: 003, p. 12: ”I några fall sker konkretisering och uppföljning av aktiviteterna i andra
gemensamma handlingsplaner.” (In some cases activities are made concrete and followed up in other
shared action plans.) The reader shall find the way there.

Fel:

    # roadmaps/exempel/goals/psykisk-halsa.yaml
    title: Bättre psykisk hälsa
    area: trygg-hemma
    delegated_to: planen-for-psykisk-halsa

Rätt:

    # roadmaps/exempel/goals/psykisk-halsa.yaml
    title: Bättre psykisk hälsa
    area: trygg-hemma
    delegated_to: aldreplan
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.refusal import quote
from fardplan.model.terms import ActivityStatus
from fardplan.rules._base import ACTION, Facts, Problem, Severity, rule
from fardplan.rules._delegations import delegations

NO_SUCH_PLAN = Text(
    "”{title}” ska hanteras i en annan plan, men det finns ingen plan som heter ”{plan}”.",
    "“{title}” is to be handled in another plan, but there is no plan called “{plan}”.",
)
DID_YOU_MEAN = Text("Menade du ”{near}”?", "Did you mean “{near}”?")
ADD_PLAN = Text(
    "Lägg till planen under `related_plans` i {file}.",
    "Add the plan under `related_plans` in {file}.",
)
NO_PLAN = Text(
    "”{title}” sägs hanteras i en annan plan, men inte i vilken.",
    "“{title}” is said to be handled in another plan, but not in which.",
)
NAME_PLAN = Text(
    "Ange planen: `delegated_to: …`, med ett id under `related_plans` i {file}.",
    "Name the plan: `delegated_to: …`, with an id under `related_plans` in {file}.",
)


@rule(
    "broken-delegation",
    Severity.ERROR,
    Text(
        "Det som hanteras i en annan plan säger i vilken.",
        "What is handled in another plan says in which.",
    ),
    profiles=ACTION,
    code="R14",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield delegations to plans that do not exist, and those that name none."""
    roadmap_file = edition.path_of("roadmap.yaml")
    for one in delegations(edition):
        resolution = facts.index.resolve(edition.id, one.plan, ("plan",))
        known = resolution.entity or resolution.candidates
        if not known and not facts.gaps.may_hold(edition.id, "plan", one.plan):
            near = facts.links.names(edition.id, ("plan",)).nearest(one.plan)
            yield Problem(
                one.file,
                ("delegated_to", "plan"),
                NO_SUCH_PLAN,
                {"title": one.title, "plan": quote(one.plan), "near": near, "file": roadmap_file},
                DID_YOU_MEAN if near else ADD_PLAN,
                identity=(one.plan,),
            )
    for name, activity in edition.activities.items():
        file = edition.path_of(f"activities/{name}.yaml")
        said = activity.status is ActivityStatus.DELEGATED
        if said and not facts.is_delegated(file, activity):
            values = {"title": activity.title, "file": roadmap_file}
            yield Problem(file, ("status",), NO_PLAN, values, NAME_PLAN)
