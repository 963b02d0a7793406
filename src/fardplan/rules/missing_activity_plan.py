"""Det som arbetsgrupperna ska göra ska stå i en aktivitetsplan.

Regeln gäller processplaner med arbetsgrupper: en arbetsgrupp som leder ett område (`led_by`), eller
ett steg av slaget `workgroup`. Aktivitetsplanen kan vara ett steg som leder till en
(`document_kind: activity_plan`), ett dokument av slaget `activity_plan` under `references`, en
bilaga eller plan som heter så, eller områdets egna filer i mappen activities.

Varför: 002: ”Arbetsgrupperna tar fram konkreta aktiviteter som ska genomföras, vilka dokumenteras i
en aktivitetsplan.”

In English: What the workgroups are to do stands in an activity plan.

The rule is about process plans with workgroups: a workgroup that leads an area (`led_by`), or a
step of the kind `workgroup`. The activity plan may be a step that results in one (`document_kind:
activity_plan`), a document of the kind `activity_plan` under `references`, an annex or a plan of
that name, or the area's own files in the folder activities.

Why: 002: ”Arbetsgrupperna tar fram konkreta aktiviteter som ska genomföras, vilka dokumenteras i en
aktivitetsplan.” (The workgroups work out concrete activities, which are documented in an activity
plan.)

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: process
    accountable: ledningsgruppen
    owners: [exempelkommunen]
    bodies:
      - {id: arbetsgrupp-digitalt, kind: workgroup, title: Arbetsgruppen för digitalt stöd}
    # roadmaps/exempel/areas/digitalt-stod.yaml
    title: Digitalt stöd
    local_reason: Kommunen har valt området själv.
    led_by: arbetsgrupp-digitalt

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: process
    accountable: ledningsgruppen
    owners: [exempelkommunen]
    bodies:
      - {id: arbetsgrupp-digitalt, kind: workgroup, title: Arbetsgruppen för digitalt stöd}
    references:
      - {id: aktivitetsplan, kind: activity_plan, title: Aktivitetsplan 2024}
    # roadmaps/exempel/areas/digitalt-stod.yaml
    title: Digitalt stöd
    local_reason: Kommunen har valt området själv.
    led_by: arbetsgrupp-digitalt
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.edition import Edition
from fardplan.model.terms import DocumentKind, Profile
from fardplan.rules._base import Facts, Problem, Severity, rule
from fardplan.rules._steps import steps_of
from fardplan.rules._workgroups import appointing_steps, area_groups

MISSING_FOR_AREA = Text(
    "”{group}” leder området ”{area}”, men dess aktiviteter står inte i någon aktivitetsplan.",
    "“{group}” leads the area “{area}”, but its activities stand in no activity plan.",
)
MISSING = Text(
    "Steget ”{title}” tillsätter arbetsgrupper, men deras aktiviteter står inte i någon "
    "aktivitetsplan.",
    "The step “{title}” appoints workgroups, but their activities stand in no activity plan.",
)
ADD_PLAN = Text(
    "Finns planen? Lägg den under `references` i roadmap.yaml, till exempel "
    "`{{id: aktivitetsplan, kind: activity_plan, title: Aktivitetsplan}}`. Ska den tas fram? Skriv "
    "`document_kind: activity_plan` i steget där det sker.",
    "Does the plan exist? Put it under `references` in roadmap.yaml, for example "
    "`{{id: aktivitetsplan, kind: activity_plan, title: Aktivitetsplan}}`. Is it to be made? Write "
    "`document_kind: activity_plan` in the step where that is done.",
)


_PLACES = ("phases", "references", "annexes", "related_plans")
_NAME = re.compile(r"aktivitetsplan|activity plan", re.IGNORECASE)


@rule(
    "missing-activity-plan",
    Severity.WARNING,
    Text(
        "Arbetsgruppernas aktiviteter står i en aktivitetsplan.",
        "The activities of the workgroups stand in an activity plan.",
    ),
    profiles=frozenset({Profile.PROCESS}),
    completeness=True,
    code="R29",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the workgroups whose activities are written down nowhere."""
    file = edition.path_of("roadmap.yaml")
    if _has_plan(edition) or any(facts.in_doubt(file, key) for key in _PLACES):
        return
    if any(facts.is_unsure("activities", key) for key in ("area", "goal")):
        return
    busy = {_area_of(activity, facts) for activity in edition.activities.values()}
    groups = list(area_groups(edition, facts))
    for one in groups:
        if one.area_id not in busy and not one.area.delegated_to:
            values = {"group": one.body.title, "area": one.area.title}
            yield Problem(one.file, one.route, MISSING_FOR_AREA, values, ADD_PLAN)
    steps = appointing_steps(edition)
    if steps and not (groups or edition.activities):
        values = {"title": steps[0].step.title}
        yield Problem(file, steps[0].route, MISSING, values, ADD_PLAN, spot="inside")


def _has_plan(edition: Edition) -> bool:
    kinds = {one.step.document_kind for one in steps_of(edition)}
    kinds |= {document.kind for document in edition.roadmap.references}
    roadmap = edition.roadmap
    titles = [one.title for one in roadmap.references] + [one.title for one in roadmap.annexes]
    titles += [one.title for one in roadmap.related_plans]
    return DocumentKind.ACTIVITY_PLAN in kinds or any(map(_NAME.search, titles))


def _area_of(activity: Activity, facts: Facts) -> str | None:
    """Return the area of an activity, through its goal where it has one."""
    goal = facts.relations.find(facts.home, "goal", activity.goal)
    written = getattr(goal.value, "area", None) if goal else activity.area
    area = facts.relations.find(facts.home, "area", written)
    return area.id if area and area.home == facts.home else None
