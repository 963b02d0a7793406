"""Joins changes to the decisions that approve them, by their fingerprints."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from fardplan.changes._base import Change, IdleApproval
from fardplan.model.approval import Approval

_Key = tuple[str, str, str]


def approve(
    changes: Sequence[Change], approvals: Sequence[Approval]
) -> tuple[tuple[Change, ...], tuple[Approval, ...]]:
    """Return the changes with what approves them, and the approvals of no change here.

    An approval names the fingerprint, the kind and the entity of a change, and approves the change
    of which all three are true. Of several the first counts.
    """
    by_key: dict[_Key, Approval] = {}
    for one in approvals:
        by_key.setdefault((one.fingerprint, one.kind, one.entity), one)
    approved = tuple(replace(change, approval=by_key.get(_key(change))) for change in changes)
    used = {_key(change) for change in changes}
    idle = tuple(one for one in approvals if (one.fingerprint, one.kind, one.entity) not in used)
    return approved, idle


def judge_idle(
    idle: Iterable[Approval],
    changes: Sequence[Change],
    roadmaps: Collection[str],
    before: Collection[Approval],
) -> tuple[IdleApproval, ...]:
    """Return those approvals of no change that a reader must know of.

    What already stood in the old version approved an earlier change, and an approval for another
    roadmap than those named (the ids that this one has had) approves nothing here.
    """
    known = {one.fingerprint for one in before}
    open_ones = {
        (str(change.kind), str(change.entity)) for change in changes if change.approval is None
    }
    return tuple(
        IdleApproval(one, is_another=(one.kind, one.entity) in open_ones)
        for one in idle
        if one.fingerprint not in known and _home_of(one.entity) in {"", *roadmaps}
    )


def _key(change: Change) -> _Key:
    return change.fingerprint, str(change.kind), str(change.entity)


def _home_of(entity: str) -> str:
    """Return the roadmap that a written entity stands in, "" where it says none."""
    kind, _, name = entity.partition(" ")
    home, slash, _ = name.partition("/")
    return home if slash or kind == "roadmap" else ""
