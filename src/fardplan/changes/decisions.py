"""Decisions and adoptions: from pending to decided, and back."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._decided import is_decided
from fardplan.changes._editions import are_two_editions, is_of_edition
from fardplan.changes._levels import BACKGROUND, EDITION
from fardplan.changes._scope import Scope, compares
from fardplan.changes._walk import compare_keys
from fardplan.model.activity import DecisionPoint
from fardplan.model.chapters import PendingDecision
from fardplan.model.projektplan import Condition
from fardplan.model.steering import Adoption, Decision, DecisionStep

_Decision = Adoption | Condition | Decision | DecisionPoint | DecisionStep | PendingDecision


@compares(
    Adoption, Condition, Decision, DecisionPoint, DecisionStep, PendingDecision, keys=("state",)
)
def state(old: _Decision, new: _Decision, scope: Scope) -> Iterator[Change]:
    """Compare how far a decision has come; on the next edition the same is decided anew."""
    here, run = scope.into(new, "state"), scope.run
    if is_decided(new.state) and not is_decided(old.state):
        yield here.noting(**_facts(new)).change(ChangeKind.ADOPTED, old.state, new.state)
    elif is_decided(old.state) and not is_decided(new.state):
        anew = are_two_editions(run.old.roadmap, run.new.roadmap) and is_of_edition(new, run)
        case = EDITION if anew else None
        yield here.noting(**_facts(old)).change(ChangeKind.UNADOPTED, old.state, new.state, case)
    elif old.state != new.state:
        yield here.change(ChangeKind.STATUS_CHANGED, old.state, new.state)


@compares(Adoption, DecisionStep, keys=("when",))
def when(
    old: Adoption | DecisionStep, new: Adoption | DecisionStep, scope: Scope
) -> Iterator[Change]:
    """Compare the time; that of a decision now made is a fact beside the decision."""
    decided = is_decided(old.state) != is_decided(new.state)
    here = scope.at(weight=BACKGROUND) if decided else scope
    yield from compare_keys(old, new, here, "when")


def _facts(value: _Decision) -> dict[str, object]:
    when = value.date if isinstance(value, Decision) else getattr(value, "when", None)
    return {"when": when}
