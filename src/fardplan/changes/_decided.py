"""Which states of a decision and of a roadmap count as decided."""

from __future__ import annotations

from fardplan.model.steering_terms import DecisionState
from fardplan.model.terms import RoadmapStatus

UNFINISHED = frozenset({RoadmapStatus.DRAFT, RoadmapStatus.CONSULTATION, RoadmapStatus.PROPOSED})
ADOPTED = frozenset({RoadmapStatus.ADOPTED, RoadmapStatus.IN_FORCE, RoadmapStatus.UNDER_REVISION})
_DECIDED = frozenset({DecisionState.DECIDED, DecisionState.CONDITIONAL})


def is_decided(state: DecisionState | None) -> bool:
    """Tell whether a decision has been made, with or without a condition."""
    return state in _DECIDED
