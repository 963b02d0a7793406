"""The published schemas of what commands print as JSON."""

from __future__ import annotations

import json
from typing import Any

from fardplan.changes._base import ChangeKind, Level
from fardplan.changes._impact import Action
from fardplan.documents.site.schema import PAGE as SITE_PAGE
from fardplan.model.schema import DIALECT
from fardplan.rules._base import Severity

_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_POSITION = {"type": "integer", "minimum": 1}
_TEXTS = {"type": "array", "items": _TEXT}
_COUNT = {"type": "integer", "minimum": 0}
_PATH = {"type": "array", "items": {"type": ["string", "integer"]}}


def _exactly(keys: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the schema of an object that has all these keys and no others."""
    return {
        "type": "object",
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
        **more,
    }


_SPAN = {
    "file": _TEXT,
    "line": _POSITION,
    "column": _POSITION,
    "end_line": _POSITION,
    "end_column": _POSITION,
}
_ENTITY = _exactly({"roadmap": _MAYBE_TEXT, "type": _TEXT, "id": _TEXT})

FINDINGS: dict[str, Any] = {
    "$schema": DIALECT,
    "$id": "findings.schema.json",
    "title": "fardplan validate -f json",
    **_exactly(
        {
            "schema_version": {"const": 1},
            "findings": {
                "type": "array",
                "items": _exactly(
                    {
                        "rule": _TEXT,
                        "severity": {"enum": [str(one) for one in Severity]},
                        "message": _TEXT,
                        **_SPAN,
                        "entity": {"oneOf": [{"type": "null"}, _ENTITY]},
                        "path": _PATH,
                        "hint": _MAYBE_TEXT,
                        "url": _MAYBE_TEXT,
                        "fingerprint": _TEXT,
                        "baselined": {"type": "boolean"},
                        "related": {
                            "type": "array",
                            "items": _exactly({**_SPAN, "message": _TEXT}),
                        },
                    }
                ),
            },
            "summary": _exactly(
                {
                    **{str(one): _COUNT for one in Severity},
                    "baselined": _COUNT,
                    "suppressed": _COUNT,
                }
            ),
        }
    ),
}

_MOVED = {"path": _PATH, "old": _MAYBE_TEXT, "new": _MAYBE_TEXT}
_DECIDED = {"by": _TEXT, "decision": _TEXT, "date": _TEXT}

_SIDE = _exactly(
    {
        "spec": _TEXT,
        "commit": _MAYBE_TEXT,
        "year": {"type": ["integer", "null"]},
        "version": _MAYBE_TEXT,
        "unread": _TEXTS,
        "partly_read": _TEXTS,
    }
)

CHANGES: dict[str, Any] = {
    "$schema": DIALECT,
    "$id": "changes.schema.json",
    "title": "fardplan diff -f json",
    **_exactly(
        {
            "schema_version": {"const": 1},
            "roadmap": _TEXT,
            "old": _SIDE,
            "new": _SIDE,
            "changes": {
                "type": "array",
                "items": _exactly(
                    {
                        "kind": {"enum": [str(one) for one in ChangeKind]},
                        "level": {"enum": [str(one) for one in Level]},
                        "entity": _ENTITY,
                        "path": _PATH,
                        "old": True,
                        "new": True,
                        "guess": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
                        "months": {"type": ["integer", "null"], "minimum": 0},
                        "years": {"type": ["integer", "null"], "minimum": 2},
                        "reason": _MAYBE_TEXT,
                        "closed": _MAYBE_TEXT,
                        "end": {"oneOf": [{"type": "null"}, _exactly(_MOVED)]},
                        "approval": {"oneOf": [{"type": "null"}, _exactly(_DECIDED)]},
                        "fingerprint": _TEXT,
                    }
                ),
            },
            "summary": _exactly(
                {
                    **{str(one): _COUNT for one in Level},
                    "approved": _COUNT,
                    "kinds": {
                        "type": "object",
                        "propertyNames": {"enum": [str(one) for one in ChangeKind]},
                        "additionalProperties": _POSITION,
                    },
                    "money": {
                        "type": "array",
                        "items": _exactly(
                            {
                                "source": _MAYBE_TEXT,
                                "year": {"type": ["integer", "null"]},
                                "old": _MAYBE_TEXT,
                                "new": _MAYBE_TEXT,
                            }
                        ),
                    },
                }
            ),
            "idle_approvals": {
                "type": "array",
                "items": _exactly(
                    {
                        "fingerprint": _TEXT,
                        "kind": _TEXT,
                        "entity": _TEXT,
                        **_DECIDED,
                        "reason": {"enum": ["another", "unknown"]},
                    }
                ),
            },
        }
    ),
}


_FINGERPRINTS = {"type": "array", "items": _TEXT}
_ENTITIES = {"type": "array", "items": _ENTITY}

IMPACT: dict[str, Any] = {
    "$schema": DIALECT,
    "$id": "impact.schema.json",
    "title": "fardplan impact -f json",
    **_exactly(
        {
            "schema_version": {"const": 1},
            "roadmap": _TEXT,
            "old": _SIDE,
            "new": _SIDE,
            "changes": CHANGES["properties"]["changes"],
            "impacts": {
                "type": "array",
                "items": _exactly(
                    {
                        "roadmap": _TEXT,
                        "entity": _ENTITY,
                        "file": _TEXT,
                        "path": _PATH,
                        "reference": _TEXT,
                        "reviewed": _MAYBE_TEXT,
                        "also": _ENTITIES,
                        "target": _ENTITY,
                        "gone": {"type": "boolean"},
                        "heirs": _ENTITIES,
                        "action": {"enum": [str(one) for one in Action]},
                        "level": {"enum": [str(one) for one in Level]},
                        "changes": _FINGERPRINTS,
                        "inside": _FINGERPRINTS,
                    }
                ),
            },
            "unanswered": _FINGERPRINTS,
            "summary": _exactly(
                {
                    "referring": _COUNT,
                    "roadmaps": _COUNT,
                    **{str(one): _COUNT for one in Action},
                }
            ),
        }
    ),
}


def write_output_schemas() -> dict[str, bytes]:
    """Return the schemas by file name, as the bytes that belong in `schemas/`."""
    return {
        str(schema["$id"]): (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        for schema in (CHANGES, FINDINGS, IMPACT, SITE_PAGE)
    }
