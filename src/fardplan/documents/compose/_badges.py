"""The badges of areas, goals, activities and reports: a word or two, and how it feels."""

from __future__ import annotations

from collections.abc import Mapping

from fardplan.documents.blocks import Badges
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Badge, Tone
from fardplan.locales.text import Text, capitalise
from fardplan.model.term import Term
from fardplan.model.terms import Stage

STAGE_OF = Text("Steg {number} av {all}: {stage}", "Stage {number} of {all}: {stage}")
STAGE = Text("Nått steg: {stage}", "Stage reached: {stage}")

_TONES: Mapping[str, Mapping[str, Tone]] = {
    "ActivityStatus": {
        "idea": "quiet", "waiting": "caution", "ongoing": "good", "delayed": "critical",
        "paused": "caution", "completed": "good", "implemented": "good", "cancelled": "critical",
        "delegated": "quiet",
    },
    "Continuity": {"new": "accent", "resumed": "accent"},
    "GoalJudgement": {
        "achieved": "good", "partly": "caution", "not_achieved": "critical",
        "cannot_assess": "quiet", "not_applicable": "quiet",
    },
    "Rag": {
        "on_track": "good", "at_risk": "caution", "off_track": "critical",
        "late_no_risk": "caution",
    },
    "StepState": {"ongoing": "good", "done": "good", "late": "critical", "cancelled": "quiet"},
    "DecisionState": {
        "decided": "good", "rejected": "critical", "conditional": "caution", "prepared": "accent",
    },
    "ProjektplanStatus": {"draft": "caution", "decided": "good", "replaced": "quiet"},
}  # fmt: skip
"""How the values of each enumeration feel; the enumeration counts, since values recur in them."""


def term_badge(view: View, term: Term) -> Badge:
    """Return a term as a badge; what is worrying, late or done feels so."""
    tone = _TONES.get(type(term).__name__, {}).get(term.value, "neutral")
    return Badge(capitalise(view.say(term)), tone)


def state_badges(view: View, state: Term | None) -> Badges:
    """Return how far something has come, as `term_badge` has it; none where it is not said."""
    return (term_badge(view, state),) if state else ()


def stage_badge(view: View, stages: tuple[Stage, ...], reached: Stage) -> Badge:
    """Return which of its stages an activity has reached: "Steg 2 av 3: besluta"."""
    if reached not in stages:
        return Badge(view.words(STAGE, stage=reached), "accent")
    number = stages.index(reached) + 1
    return Badge(view.words(STAGE_OF, number=number, all=len(stages), stage=reached), "accent")
