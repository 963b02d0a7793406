"""Changes as JSON, in the form that `schemas/changes.schema.json` publishes.

Values are as the files hold them: texts, times and numbers as written, references as ids, sums of
money in kronor, as text so that they stay exact.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from fardplan.changes._base import Change, ChangeKind, Comparison, Level, Side
from fardplan.changes._values import plain
from fardplan.formats._page import Page

SCHEMA_VERSION = 1


def write(comparison: Comparison, page: Page) -> str:
    """Return the changes and how many there are of each level and kind."""
    del page  # the same for every reader
    levels = Counter(change.level for change in comparison.changes)
    kinds = Counter(change.kind for change in comparison.changes)
    document = {
        "schema_version": SCHEMA_VERSION,
        "roadmap": comparison.roadmap,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "changes": [_change(change) for change in comparison.changes],
        "summary": {
            **{str(level): levels[level] for level in Level},
            "kinds": {str(kind): kinds[kind] for kind in ChangeKind if kinds[kind]},
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {
        "spec": side.spec,
        "commit": side.commit,
        "year": side.year,
        "version": side.version,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "level": str(change.level),
        "entity": plain(change.entity),
        "path": list(change.path),
        "old": plain(change.old),
        "new": plain(change.new),
        "guess": change.guess,
        "fingerprint": change.fingerprint,
    }
