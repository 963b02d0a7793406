"""Varje aktivitet ska höra till precis ett mål eller en förutsättning.

Aktiviteten pekar på sitt mål med `goal`, eller på en förutsättning på systemnivå med
`precondition`. I en inriktning eller en processplan kan den i stället höra till ett område
(`area`). Att peka på två är fel i alla färdplaner; att inte peka på något är fel i profilen
`action`.

Varför: 003, s. 13–15, ställer varje aktivitet bredvid sitt mål. En aktivitet utan plats syns inte
i dokumentet.

In English: Every activity belongs to exactly one goal or precondition.

The activity points at its goal with `goal`, or at a precondition on system level with
`precondition`. In a direction or a process plan it may belong to an area (`area`) instead. To point
at two is an error in all roadmaps; to point at none is an error in the profile `action`.

Why: 003, pp. 13–15, sets each activity beside its goal. An activity without a place does not show
in the document.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    delegated_to: aldreplan

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    delegated_to: aldreplan
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.edition import Edition
from fardplan.model.terms import Profile
from fardplan.rules._base import Facts, Problem, Related, Severity, rule

ORPHAN = Text(
    "Aktiviteten ”{title}” hör inte till något mål.", "The activity “{title}” belongs to no goal."
)
GIVE_PARENT = Text(
    "Ange målet: `goal: …`, eller förutsättningen: `precondition: …`.",
    "Name the goal: `goal: …`, or the precondition: `precondition: …`.",
)
TWO_PARENTS = Text(
    "Aktiviteten ”{title}” hör till två saker: `{first}` och `{second}`.",
    "The activity “{title}” belongs to two things: `{first}` and `{second}`.",
)
KEEP_ONE = Text(
    "Behåll en av dem. Andra mål som aktiviteten bidrar till står under `contributes_to`.",
    "Keep one of them. Other goals that the activity serves stand under `contributes_to`.",
)
FIRST = Text("Den första står här.", "The first one stands here.")
ONLY_AREA = Text(
    "Aktiviteten ”{title}” hör till ett område, men inte till något mål.",
    "The activity “{title}” belongs to an area, but to no goal.",
)

_PARENTS = ("goal", "precondition", "area")


@rule(
    "orphan-activity",
    Severity.ERROR,
    Text("Varje aktivitet hör till ett mål.", "Every activity belongs to a goal."),
    completeness=True,
    code="R31",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the activities with no parent, or with more than one."""
    strict = edition.roadmap.profile is Profile.ACTION
    for name, activity in edition.activities.items():
        file = edition.path_of(f"activities/{name}.yaml")
        parents = [key for key in _PARENTS if getattr(activity, key)]
        if len(parents) > 1:
            yield _two_parents(file, activity, parents)
        elif strict and not any(facts.in_doubt(file, key) for key in _PARENTS):
            if not parents:
                values = {"title": activity.title}
                yield Problem(file, ("goal",), ORPHAN, values, GIVE_PARENT, spot="first_key")
            elif parents == ["area"]:
                yield Problem(
                    file, ("area",), ONLY_AREA, {"title": activity.title}, GIVE_PARENT, spot="key"
                )


def _two_parents(file: str, activity: Activity, parents: list[str]) -> Problem:
    first, second = parents[:2]
    return Problem(
        file,
        (second,),
        TWO_PARENTS,
        {"title": activity.title, "first": first, "second": second},
        KEEP_ONE,
        spot="key",
        related=(Related(file, (first,), FIRST, spot="key"),),
        contradiction=True,
    )
