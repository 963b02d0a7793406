"""A change as the line that approves it, once somebody has filled in the decision."""

from __future__ import annotations

import json
import re

from fardplan.changes._base import Change

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _./-]*")


def write_entry(change: Change) -> str:
    """Return an item of `approvals:` with all but by whom, in which decision and when."""
    entity = str(change.entity)
    written = entity if _PLAIN.fullmatch(entity) else json.dumps(entity, ensure_ascii=False)
    return (
        f'  - {{fingerprint: "{change.fingerprint}", kind: {change.kind}, entity: {written}, '
        "by: , decision: , date: }"
    )
