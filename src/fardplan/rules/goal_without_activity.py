"""Varje mål ska ha minst en aktivitet, en annan plan som tar hand om det, eller ett besked.

Ett mål som hanteras i en annan plan säger det med `delegated_to`; det räcker att målets område gör
det. Ett mål som väntar på sina aktiviteter säger det med `placeholder`; också där räcker området.
Ett mål som är uppnått (`judgement: achieved`) behöver inga fler. Kravet gäller profilen `action`.

Varför: 003, s. 13–15, ställer upp mål och aktiviteter i två spalter. En tom ruta lämnar läsaren
utan svar på vad som görs.

In English: Every goal has at least one activity, another plan that takes care of it, or a word on
when.

A goal that is handled in another plan says so with `delegated_to`; it is enough that its area does.
A goal that waits for its activities says so with `placeholder`; there, too, the area is enough. A
goal that is achieved (`judgement: achieved`) needs no more. The demand is for the profile `action`.

Why: 003, pp. 13–15, sets out goals and activities in two columns. An empty box leaves the reader
without an answer to what is being done.

Fel:

    # roadmaps/exempel/goals/tidigt-stod.yaml
    title: Tidigt stöd till anhöriga
    area: trygg-hemma

Rätt:

    # roadmaps/exempel/goals/tidigt-stod.yaml
    title: Tidigt stöd till anhöriga
    area: trygg-hemma
    placeholder:
      reason: Kartläggningen av behoven är inte klar.
      due: hösten 2024
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.activity import Goal
from fardplan.model.edition import Edition
from fardplan.model.terms import GoalJudgement
from fardplan.rules._base import ACTION, Facts, Problem, Severity, rule
from fardplan.rules._relations import Relations

EMPTY = Text("Målet ”{title}” har ingen aktivitet.", "The goal “{title}” has no activity.")
ADD_ONE = Text(
    "Skriv `goal: {id}` i en aktivitet. Hanteras målet i en annan plan? Ange `delegated_to`. "
    "Kommer aktiviteterna senare? Ange `placeholder: {{due: …}}`.",
    "Write `goal: {id}` in an activity. Is the goal handled in another plan? Give `delegated_to`. "
    "Do the activities come later? Give `placeholder: {{due: …}}`.",
)

_DONE = frozenset({GoalJudgement.ACHIEVED, GoalJudgement.NOT_APPLICABLE})


@rule(
    "goal-without-activity",
    Severity.ERROR,
    Text("Varje mål har minst en aktivitet.", "Every goal has at least one activity."),
    profiles=ACTION,
    completeness=True,
    code="R31",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the goals that nothing is done about, and that do not say why."""
    if facts.is_unsure("activities", "goal"):
        return
    busy = facts.relations.busy_goals | _misspelt(edition, facts)
    for name, goal in edition.goals.items():
        file = edition.path_of(f"goals/{name}.yaml")
        doubt = any(facts.in_doubt(file, key) for key in ("area", "delegated_to", "placeholder"))
        if doubt or name in busy or _is_accounted_for(goal, facts.relations):
            continue
        yield Problem(file, ("title",), EMPTY, {"title": goal.title, "id": name}, ADD_ONE)


def _misspelt(edition: Edition, facts: Facts) -> set[str]:
    """Return the goals that activities mean by a misspelt name: that is one fault, not two."""
    broken = facts.links.broken(edition.id)
    lost = [ref for ref, found in broken if ref.spec.key == "goal" and not found.candidates]
    if not lost:
        return set()
    names = facts.links.names(edition.id, ("goal",))
    return {names.nearest(ref.written) or "" for ref in lost}


def _is_accounted_for(goal: Goal, relations: Relations) -> bool:
    area = relations.area_of(goal)
    return bool(
        goal.judgement in _DONE
        or goal.delegated_to
        or goal.placeholder
        or (area and (area.delegated_to or area.placeholder))
    )
