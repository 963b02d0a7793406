"""The published schema of the data beside each page of a site."""

from __future__ import annotations

from typing import Any, Final

from fardplan.documents.site.data import SCHEMA_VERSION
from fardplan.documents.site.page import PageKind
from fardplan.model.schema import DIALECT

_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}


def _exactly(keys: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object", "properties": keys, "required": list(keys),
        "additionalProperties": False,
    }  # fmt: skip


_RELATED = {
    "type": "array",
    "items": _exactly(dict.fromkeys(("kind", "roadmap", "id", "title", "page"), _TEXT)),
}
_VERSION = _exactly(
    {
        "roadmap": _TEXT,
        "title": _TEXT,
        "year": {"type": "integer"},
        "version": _MAYBE_TEXT,
        "status": _MAYBE_TEXT,
        "draft": {"type": "boolean"},
        "current": {"type": "boolean"},
        "date": _MAYBE_TEXT,
        "page": _TEXT,
        "data": _TEXT,
    }
)

PAGE: Final[dict[str, Any]] = {
    "$schema": DIALECT,
    "$id": "site-page.schema.json",
    "title": "fardplan site: PAGE.json",
    **_exactly(
        {
            "schema_version": {"const": SCHEMA_VERSION},
            "kind": {"enum": [str(kind) for kind in PageKind if kind is not PageKind.MISSING]},
            "id": _MAYBE_TEXT,
            "title": _TEXT,
            "language": _TEXT,
            "page": _TEXT,
            "url": _MAYBE_TEXT,
            "moved_to": _MAYBE_TEXT,
            "publisher": _MAYBE_TEXT,
            "license": _MAYBE_TEXT,
            "version": {"oneOf": [{"type": "null"}, _VERSION]},
            "up": _RELATED,
            "down": _RELATED,
            "parts": _RELATED,
            "content": {"type": "object"},
        }
    ),
}
