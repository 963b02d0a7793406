"""Statuses: completed, dropped (with or without a reason), taken up again, or another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._closed import DONE, DROPPED
from fardplan.changes._decided import ADOPTED, UNFINISHED
from fardplan.changes._editions import are_two_editions
from fardplan.changes._levels import EDITION, REASONED
from fardplan.changes._scope import Scope, compares
from fardplan.model.activity import Activity, Goal, SubActivity
from fardplan.model.base import Value
from fardplan.model.process import Step
from fardplan.model.projektplan import Deliverable, Milestone
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering_terms import StepState
from fardplan.model.terms import ActivityStatus, GoalJudgement, RoadmapStatus

_Status = ActivityStatus | GoalJudgement | RoadmapStatus | StepState | None
_STEPS: Mapping[_Status, int] = MappingProxyType(
    {
        ActivityStatus.IDEA: 0,
        ActivityStatus.PLANNED: 1,
        ActivityStatus.WAITING: 1,
        ActivityStatus.NOT_STARTED: 1,
        ActivityStatus.ONGOING: 2,
        ActivityStatus.DELAYED: 2,
        StepState.LATE: 2,
        GoalJudgement.NOT_ACHIEVED: 0,
        GoalJudgement.PARTLY: 1,
    }
)
"""How far along a status is on the way to completed; one that is not here is on no such way.

Terms of different sorts that are written alike are one key: a step is planned as an activity is.
"""
_NOT_YET = UNFINISHED | {None}


@compares(Activity, keys=("status",))
def activity(old: Activity, new: Activity, scope: Scope) -> Iterator[Change]:
    """Compare an activity's status; handing it over to another plan is told by `delegated_to`."""
    delegates = ActivityStatus.DELEGATED
    if (old.delegated_to is None) != (new.delegated_to is None) and (
        (old.status is delegates) != (new.status is delegates)
    ):
        return
    here = scope.into(new, "status")
    if new.status is delegates and old.status is not delegates:
        yield here.change(ChangeKind.DELEGATED, old.status, new.status)
    elif old.status is delegates and new.status is not delegates:
        yield here.change(ChangeKind.UNDELEGATED, old.status, new.status)
    else:
        yield from _compare(old.status, new.status, new, here)


@compares(SubActivity, Milestone, Deliverable, keys=("status",))
def part(
    old: SubActivity | Milestone, new: SubActivity | Milestone, scope: Scope
) -> Iterator[Change]:
    """Compare the status of a part of an activity."""
    yield from _compare(old.status, new.status, new, scope.into(new, "status"))


@compares(Step, keys=("state",))
def step(old: Step, new: Step, scope: Scope) -> Iterator[Change]:
    """Compare how far a step of a phase has come."""
    yield from _compare(old.state, new.state, new, scope.into(new, "state"))


@compares(Goal, keys=("judgement",))
def goal(old: Goal, new: Goal, scope: Scope) -> Iterator[Change]:
    """Compare how a goal is judged."""
    yield from _compare(old.judgement, new.judgement, new, scope.into(new, "judgement"))


@compares(Roadmap, keys=("status",))
def roadmap(old: Roadmap, new: Roadmap, scope: Scope) -> Iterator[Change]:
    """Compare where the roadmap stands between draft and expiry.

    That the next edition is a draft is about that edition: the one before it stays adopted.
    """
    here = scope.into(new, "status")
    if are_two_editions(old, new):
        here = here.noting(editions=(old.year, new.year)).at(weight=EDITION)
    if old.status in _NOT_YET and new.status in ADOPTED:
        yield here.change(ChangeKind.ADOPTED, old.status, new.status)
    elif old.status in ADOPTED and new.status in _NOT_YET:
        yield here.change(ChangeKind.UNADOPTED, old.status, new.status)
    else:
        yield from _compare(old.status, new.status, new, here)


def _compare(old: _Status, new: _Status, value: Value, scope: Scope) -> Iterator[Change]:
    """Compare two statuses; from cancelled to completed is both taken up again and completed."""
    if old == new:
        return
    kinds = []
    if (old in DROPPED) != (new in DROPPED):
        kinds.append(ChangeKind.DROPPED if new in DROPPED else ChangeKind.RESUMED)
    if (old in DONE) != (new in DONE):
        kinds.append(ChangeKind.COMPLETED if new in DONE else ChangeKind.REOPENED)
    reasoned = bool(getattr(value, "reason", None))
    for kind in kinds or [ChangeKind.STATUS_CHANGED]:
        case = REASONED if kind is ChangeKind.DROPPED and reasoned else None
        yield scope.change(kind, old, new, case, back=_goes_back(old, new) or None)


def _goes_back(old: _Status, new: _Status) -> bool:
    """Tell whether a status is further from completed than it was."""
    return old in _STEPS and new in _STEPS and _STEPS[new] < _STEPS[old]
