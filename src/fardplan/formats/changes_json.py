"""Changes as JSON, in the form that `schemas/changes.schema.json` publishes.

Values are as the files hold them: texts, times and numbers as written, references as ids, sums of
money in kronor, as text so that they stay exact.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from fardplan.changes._base import (
    Balance,
    Change,
    ChangeKind,
    Comparison,
    IdleApproval,
    Level,
    Side,
)
from fardplan.changes._values import plain
from fardplan.formats._changes_delays import years_of
from fardplan.formats._json import write_json
from fardplan.formats._page import Page
from fardplan.model.approval import Approval

SCHEMA_VERSION = 1


def write(comparison: Comparison, page: Page) -> str:
    """Return the changes and how many there are of each level and kind."""
    del page  # the same for every reader
    levels = Counter(change.level for change in comparison.changes)
    kinds = Counter(change.kind for change in comparison.changes)
    document = {
        "schema_version": SCHEMA_VERSION,
        "roadmap": comparison.roadmap,
        "old": write_side(comparison.old),
        "new": write_side(comparison.new),
        "changes": [write_change(change) for change in comparison.changes],
        "summary": {
            **{str(level): levels[level] for level in Level},
            "approved": sum(change.approval is not None for change in comparison.changes),
            "kinds": {str(kind): kinds[kind] for kind in ChangeKind if kinds[kind]},
            "money": [_balance(row) for row in comparison.money],
        },
        "idle_approvals": [_idle(one) for one in comparison.idle],
    }
    return write_json(document)


def write_side(side: Side) -> dict[str, Any]:
    """Return a version: as the user named it, and what its roadmap.yaml says."""
    return {
        "spec": side.spec,
        "commit": side.commit,
        "year": side.year,
        "version": side.version,
        "unread": list(side.unread),
        "partly_read": list(side.partly_read),
    }


def write_change(change: Change) -> dict[str, Any]:
    """Return one change."""
    return {
        "kind": str(change.kind),
        "level": str(change.level),
        "entity": plain(change.entity),
        "path": list(change.path),
        "old": plain(change.old),
        "new": plain(change.new),
        "guess": change.guess,
        "months": change.details.get("months"),
        "years": years_of(change) or None,
        "reason": change.details.get("reason"),
        "closed": plain(change.details.get("closed")),
        "end": _end(change.details.get("end")),
        "approval": _approval(change.approval) if change.approval else None,
        "fingerprint": change.fingerprint,
    }


def _end(moved: object) -> dict[str, Any] | None:
    """Return how the end moved of what is dropped or taken up again; None where it did not."""
    if not isinstance(moved, Change):
        return None
    return {"path": list(moved.path), "old": plain(moved.old), "new": plain(moved.new)}


def _approval(approval: Approval) -> dict[str, Any]:
    date = plain(approval.date)
    return {"by": approval.by, "decision": approval.decision, "date": date}


def _idle(one: IdleApproval) -> dict[str, Any]:
    return {
        "fingerprint": one.approval.fingerprint,
        "kind": one.approval.kind,
        "entity": one.approval.entity,
        **_approval(one.approval),
        "reason": "another" if one.is_another else "unknown",
    }


def _balance(row: Balance) -> dict[str, Any]:
    """Return a source as a reference or a kind, with its year and the sums in kronor."""
    sums = {"old": plain(row.old), "new": plain(row.new)}
    return {"source": plain(row.source), "year": row.year, **sums}
