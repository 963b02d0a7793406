"""The published schemas of what commands print as JSON."""

from __future__ import annotations

import json
from typing import Any

from fardplan.changes._base import ChangeKind, Level
from fardplan.model.schema import DIALECT
from fardplan.rules._base import Severity

_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_POSITION = {"type": "integer", "minimum": 1}
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

_SIDE = _exactly(
    {
        "spec": _TEXT,
        "commit": _MAYBE_TEXT,
        "year": {"type": ["integer", "null"]},
        "version": _MAYBE_TEXT,
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
                        "fingerprint": _TEXT,
                    }
                ),
            },
            "summary": {"type": "object"},
        }
    ),
}


def write_output_schemas() -> dict[str, bytes]:
    """Return the schemas by file name, as the bytes that belong in `schemas/`."""
    return {
        str(schema["$id"]): (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        for schema in (CHANGES, FINDINGS)
    }
