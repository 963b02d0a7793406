"""Which states count as decided."""

from __future__ import annotations

from fardplan.model.terms import DecisionState

_DECIDED = frozenset({DecisionState.DECIDED, DecisionState.CONDITIONAL})


def is_decided(state: DecisionState | None) -> bool:
    """Tell whether a decision has been made, with or without a condition."""
    return state in _DECIDED
