"""What changes mean for others as JSON, in the form that `schemas/impact.schema.json` publishes.

The changes stand once, as `fardplan diff` writes them, and the impacts name them by fingerprint.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from fardplan.changes._impact import Action, Below, Consequences, Impact
from fardplan.changes._values import plain
from fardplan.formats._json import write_json
from fardplan.formats._page import Page
from fardplan.formats.changes_json import write_change, write_side

SCHEMA_VERSION = 1


def write(consequences: Consequences, page: Page) -> str:
    """Return the changes, whom they concern and how many have what to do."""
    del page  # the same for every reader
    comparison = consequences.comparison
    actions = Counter(one.action for below in consequences.below for one in below.impacts)
    document = {
        "schema_version": SCHEMA_VERSION,
        "roadmap": comparison.roadmap,
        "old": write_side(comparison.old),
        "new": write_side(comparison.new),
        "changes": [write_change(change) for change in comparison.changes],
        "impacts": [
            _impact(below, impact) for below in consequences.below for impact in below.impacts
        ],
        "unanswered": [change.fingerprint for change in consequences.unanswered],
        "summary": {
            "referring": consequences.referring,
            "roadmaps": len(consequences.below),
            **{str(action): actions[action] for action in Action},
        },
    }
    return write_json(document)


def _impact(below: Below, impact: Impact) -> dict[str, Any]:
    reference = impact.place.reference
    reviewed = impact.place.reviewed
    return {
        "roadmap": below.roadmap,
        "entity": plain(impact.place.entity),
        "file": reference.file,
        "path": list(reference.route),
        "reference": reference.written,
        "reviewed": reviewed.text if reviewed else None,
        "also": [plain(one) for one in impact.also],
        "target": plain(impact.target.entity),
        "gone": impact.target.is_gone,
        "heirs": [plain(one) for one in impact.target.heirs],
        "action": str(impact.action),
        "level": str(impact.level),
        "changes": [change.fingerprint for change in impact.changes],
        "inside": [change.fingerprint for change in impact.inside],
    }
