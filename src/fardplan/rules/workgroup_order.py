"""Styrgruppen ska välja fokusområden innan arbetsgrupper tillsätts, en för varje valt område.

Beslutet är ett steg av slaget `decision` där styrgruppen beslutar, eller ett beslut under
`decisions` som gäller ett område. Arbetsgrupperna är steg av slaget `workgroup`, och grupper av
slaget `workgroup` som leder ett område (`led_by`). Kommer alla sådana steg före alla beslut är det
ett fel, och likaså om en grupp som färdplanen har bildat för ett enda område började innan beslutet
om området. Ordningen är den som står: `after`, annars tider som helt skiljer sig, annars platsen i
listan. När beslutet är fattat ska varje valt område ha en arbetsgrupp, annars är det en varning.

Varför: 002: ”Styrgruppen beslutar vilka fokusområden som ska prioriteras. Arbetsgrupper tillsätts
utifrån respektive fokusområde.”

In English: The steering group chooses focus areas before workgroups are appointed, one for each.

The decision is a step of the kind `decision` that the steering group takes, or a decision under
`decisions` about an area. The workgroups are steps of the kind `workgroup`, and groups of the kind
`workgroup` that lead an area (`led_by`). If all such steps come before all decisions it is an
error, and likewise if a group that the roadmap formed for one area began before the decision on
that area. The order is the one that is stated: `after`, else times that lie wholly apart, else the
place in the list. Once the decision is taken each chosen area has a workgroup; else it is a
warning.

Why: 002: ”Styrgruppen beslutar vilka fokusområden som ska prioriteras. Arbetsgrupper tillsätts
utifrån respektive fokusområde.” (The steering group decides which focus areas to prioritise.
Workgroups are appointed for each focus area.)

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: process
    accountable: styrgruppen
    owners: [exempelkommunen]
    bodies:
      - {id: styrgruppen, kind: steering_group, title: Styrgruppen}
    phases:
      - when: 2024
        steps:
          - {title: Invånare och brukare berättar, groups: [residents, users]}
          - {title: Arbetsgrupper tillsätts, kind: workgroup}
          - {id: val, title: Fokusområden väljs, kind: decision, body: styrgruppen}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: process
    accountable: styrgruppen
    owners: [exempelkommunen]
    bodies:
      - {id: styrgruppen, kind: steering_group, title: Styrgruppen}
    phases:
      - when: 2024
        steps:
          - {title: Invånare och brukare berättar, groups: [residents, users]}
          - {id: val, title: Fokusområden väljs, kind: decision, body: styrgruppen}
          - {title: Arbetsgrupper tillsätts, kind: workgroup, after: val}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.steering import Decision
from fardplan.model.steering_terms import (
    BodyKind,
    DecisionKind,
    DecisionState,
    StepKind,
    StepState,
)
from fardplan.model.terms import Priority, Profile
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._steps import Before, Placed, body_kind, body_kinds, steps_of, too_early
from fardplan.rules._workgroups import AreaGroup, appointing_steps, area_groups

STEP_EARLY = Text(
    "Steget ”{title}” tillsätter arbetsgrupper före beslutet om fokusområden, ”{first}”.",
    "The step “{title}” appoints workgroups before the decision on focus areas, “{first}”.",
)
GROUP_EARLY = Text(
    "”{group}” började ({period}) före beslutet om området ”{area}” ({date}).",
    "“{group}” began ({period}) before the decision on the area “{area}” ({date}).",
)
MISSING = Text(
    "Beslutet om området ”{area}” är fattat, men området har ingen arbetsgrupp.",
    "The decision on the area “{area}” is taken, but the area has no workgroup.",
)
CORRECT_PERIOD = Text(
    "Rätta den tid som är fel, till exempel `period: från {written}`.",
    "Correct the time that is wrong, for example `period: från {written}`.",
)
NAME_GROUP = Text(
    "Skriv gruppen i områdets fil, till exempel `led_by: arbetsgrupp-{id}`, och beskriv den under "
    "`bodies` i roadmap.yaml: `{{id: arbetsgrupp-{id}, kind: workgroup, title: …}}`.",
    "Write the group in the area's file, for example `led_by: arbetsgrupp-{id}`, and describe it "
    "under `bodies` in roadmap.yaml: `{{id: arbetsgrupp-{id}, kind: workgroup, title: …}}`.",
)
DECISION_HERE = Text("Beslutet står här.", "The decision stands here.")

_CHOOSING = frozenset(
    {
        DecisionKind.ADOPT,
        DecisionKind.APPROVE,
        DecisionKind.DECIDE_DIRECTION,
        DecisionKind.ESTABLISH,
    }
)
_TAKEN = frozenset({DecisionState.DECIDED, DecisionState.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision on an area: where it stands, when it is taken, and whether it has been."""

    route: Route
    time: FuzzyTime | None
    taken: bool


@rule(
    "workgroup-order",
    Severity.ERROR,
    Text(
        "Styrgruppen väljer fokusområden innan arbetsgrupper tillsätts.",
        "The steering group chooses focus areas before workgroups are appointed.",
    ),
    profiles=frozenset({Profile.PROCESS}),
    completeness=True,
    code="R25",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the workgroups that come before the decision, and the areas that have none."""
    file = edition.path_of("roadmap.yaml")
    if any(facts.in_doubt(file, key) for key in ("phases", "decisions", "bodies")):
        return
    deciding = tuple(one for one in steps_of(edition) if _decides(one, edition, facts))
    appointing = appointing_steps(edition)
    choices = _choices(edition, facts)
    groups = list(area_groups(edition, facts))
    if deciding:
        before = Before(deciding, steps_of(edition))
        early = [one for one in appointing if before.judge(one)]
        # Where others are appointed after the decision, these may be for something else.
        for one in early if len(early) == len(appointing) else ():
            yield from too_early(file, one, before, STEP_EARLY, DECISION_HERE)
    yield from _groups_too_early(groups, choices, file, facts)
    if not appointing:
        _add_steps(choices, deciding, edition)
        led = {one.area_id for one in groups}
        yield from _areas_without(edition, choices, led, file, facts)


def _decides(placed: Placed, edition: Edition, facts: Facts) -> bool:
    """Tell whether a step is a decision by the group that chooses the areas."""
    if placed.step.kind is not StepKind.DECISION:
        return False
    pending = edition.roadmap.areas_pending
    chooser = pending.decided_by if pending else None
    by_chooser = chooser is not None and chooser in (placed.step.body, *placed.step.bodies)
    return by_chooser or BodyKind.STEERING_GROUP in body_kinds(placed, facts)


def _choices(edition: Edition, facts: Facts) -> dict[str, Choice]:
    """Return the first decision on each area, by the area's id."""
    found: dict[str, Choice] = {}
    for index, decision in numbered(edition.roadmap.decisions):
        if not _chooses(decision, facts):
            continue
        choice = Choice(("decisions", index), decision.date, decision.state in _TAKEN)
        for link in decision.objects:
            area = facts.relations.find(facts.home, "area", link.area)
            if area and area.home == facts.home:
                found.setdefault(area.id, choice)
    return found


def _chooses(decision: Decision, facts: Facts) -> bool:
    by = body_kind(decision.body, facts) if decision.body else BodyKind.STEERING_GROUP
    return decision.kind in _CHOOSING and by is BodyKind.STEERING_GROUP


def _add_steps(choices: dict[str, Choice], deciding: tuple[Placed, ...], edition: Edition) -> None:
    """Take an area that is prioritised as chosen by the step in which that was decided."""
    done = next((one for one in deciding if one.step.state is StepState.DONE), None)
    if done is None:
        return
    for name, area in edition.areas.items():
        if area.priority is Priority.HIGH:
            choices.setdefault(name, Choice(done.route, done.time, taken=True))


def _groups_too_early(
    groups: list[AreaGroup], choices: dict[str, Choice], file: str, facts: Facts
) -> Iterator[Problem]:
    """Yield the groups that this roadmap formed for one area before that was decided on."""
    areas = Counter(one.entity.key for one in groups)
    for one in groups:
        choice, period = choices.get(one.area_id), one.body.period
        if areas[one.entity.key] > 1 or one.entity.home != facts.home or not choice:
            continue
        if period and choice.time and choice.time.start and period.leaves(choice.time.start, None):
            yield Problem(
                one.entity.file,
                (*one.entity.route, "period"),
                GROUP_EARLY,
                {
                    "group": one.body.title,
                    "period": period,
                    "area": one.area.title,
                    "date": choice.time,
                    "written": choice.time.text,
                },
                CORRECT_PERIOD,
                related=(Related(file, (*choice.route, "date"), DECISION_HERE),),
                identity=(period.iso(), choice.time.iso()),
                contradiction=True,
            )


def _areas_without(
    edition: Edition, choices: dict[str, Choice], led: set[str], file: str, facts: Facts
) -> Iterator[Problem]:
    """Yield the areas that were chosen but have no workgroup."""
    for name, area in edition.areas.items():
        choice = choices.get(name)
        place = edition.path_of(f"areas/{name}.yaml")
        if choice is None or not choice.taken or name in led or area.delegated_to:
            continue
        if area.cross_cutting or facts.in_doubt(place, "led_by"):
            continue
        yield Problem(
            place,
            ("led_by",),
            MISSING,
            {"area": area.title, "id": name},
            NAME_GROUP,
            spot="key" if area.led_by else "first_key",
            severity=Severity.WARNING,
            related=(Related(file, choice.route, DECISION_HERE, spot="inside"),),
        )
