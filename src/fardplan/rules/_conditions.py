"""The conditions of activities: what state each is in, and which have been awaited too long."""

from __future__ import annotations

from fardplan.model.activity import Activity
from fardplan.model.fields import Route
from fardplan.model.index import Entity
from fardplan.model.projektplan import Condition
from fardplan.model.steering import Decision
from fardplan.model.steering_terms import DecisionState
from fardplan.model.terms import ActivityStatus
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts

WAITED_FOR = frozenset({DecisionState.PENDING, DecisionState.PREPARED})


def state_of(condition: Condition, facts: Facts) -> tuple[DecisionState | None, Entity | None]:
    """Return the condition's own state, else that of the decision that it names, with that."""
    if condition.state is None and condition.decision:
        found = facts.index.resolve(facts.home, condition.decision, ("decision",)).entity
        if found and isinstance(found.value, Decision):
            return found.value.state, found
    return condition.state, None


def passed_time(condition: Condition, facts: Facts) -> tuple[Route, FuzzyTime] | None:
    """Return the first stated time of a condition that has passed, with the keys to it."""
    in_force = condition.in_force
    times: tuple[tuple[Route, FuzzyTime | None], ...] = (
        (("expected",), condition.expected),
        (("in_force", "expected"), in_force.expected if in_force else None),
    )
    return next(((key, time) for key, time in times if time and time.is_over(facts.today)), None)


def is_awaited_too_long(activity: Activity, facts: Facts) -> bool:
    """Tell whether an activity waits for a condition whose time has passed."""
    return activity.status is ActivityStatus.WAITING and any(
        state_of(one, facts)[0] in WAITED_FOR and passed_time(one, facts)
        for one in activity.conditions
    )
