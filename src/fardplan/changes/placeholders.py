"""Gaps that say why something is empty: filled, opened, or gone without being filled."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._levels import CLOSED, PROMISE
from fardplan.changes._places import children_of, is_handed_over
from fardplan.changes._scope import Scope, compares
from fardplan.changes._walk import compare_values
from fardplan.model.activity import Goal
from fardplan.model.area import Area
from fardplan.model.common import Placeholder
from fardplan.model.roadmap import Roadmap


@compares(Area, Goal, keys=("placeholder",))
def placeholder(old: Area | Goal, new: Area | Goal, scope: Scope) -> Iterator[Change]:
    """Compare the gap of an area or a goal with what now stands under it."""
    yield from _compare(old.placeholder, new.placeholder, new, scope.into(new, "placeholder"))


@compares(Roadmap, keys=("areas_pending",))
def areas_pending(old: Roadmap, new: Roadmap, scope: Scope) -> Iterator[Change]:
    """Compare the gap of a roadmap whose areas were not chosen yet."""
    yield from _compare(old.areas_pending, new.areas_pending, new, scope.into(new, "areas_pending"))


def _compare(
    old: Placeholder | None, new: Placeholder | None, value: Area | Goal | Roadmap, scope: Scope
) -> Iterator[Change]:
    if old is not None and new is not None:
        yield from compare_values(old, new, scope)
    elif old is not None:
        if children := _children(scope, old=False):
            yield scope.change(ChangeKind.PLACEHOLDER_FILLED, old, None, children=children)
        else:
            case = CLOSED if is_handed_over(value, scope.run, old=False) else PROMISE
            yield scope.change(ChangeKind.REMOVED, old, None, case)
    elif new is not None:
        if children := _children(scope, old=True):
            yield scope.change(ChangeKind.PLACEHOLDER_OPENED, None, new, children=children)
        else:
            yield scope.change(ChangeKind.ADDED, None, new)


def _children(scope: Scope, *, old: bool) -> int:
    """Return how much stands under the entity in one of the versions."""
    identity, entity = scope.run.identity, scope.entity
    before = identity.old_of(identity.new.by_key[entity.kind, entity.id][0])
    entity_id = before.id if old and before else entity.id
    return children_of(scope.run, entity.kind, entity_id, old=old)
