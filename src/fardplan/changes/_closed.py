"""Which statuses say that something is over: done, or never to be done."""

from __future__ import annotations

from fardplan.model.base import Value
from fardplan.model.steering_terms import StepState
from fardplan.model.term import Term
from fardplan.model.terms import ActivityStatus, GoalJudgement, RoadmapStatus

DONE: frozenset[Term] = frozenset(
    {
        ActivityStatus.COMPLETED, ActivityStatus.IMPLEMENTED, GoalJudgement.ACHIEVED,
        StepState.DONE,
    }
)  # fmt: skip
DROPPED: frozenset[Term] = frozenset(
    {ActivityStatus.CANCELLED, RoadmapStatus.WITHDRAWN, StepState.CANCELLED}
)
_CLOSED = DONE | DROPPED | {ActivityStatus.CARRIED_OVER}
_KEYS = ("status", "state", "judgement")


def closed_as(value: Value) -> Term | None:
    """Return the status by which a commitment is over, None while it goes on.

    What is over stays in the edition in which that happened, and leaves with the next: that it is
    gone then withdraws nothing.
    """
    statuses = (getattr(value, key, None) for key in _KEYS)
    return next((status for status in statuses if status in _CLOSED), None)
