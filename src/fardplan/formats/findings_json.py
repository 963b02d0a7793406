"""Findings as JSON, in the form that `schemas/findings.schema.json` publishes."""

from __future__ import annotations

from typing import Any

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.formats._json import write_json
from fardplan.rules._base import Severity
from fardplan.rules._findings import RelatedPlace

SCHEMA_VERSION = 1


def write(verdict: Verdict, paper: Paper) -> str:
    """Return the findings and their summary as one JSON object."""
    counts = verdict.counts()
    document = {
        "schema_version": SCHEMA_VERSION,
        "findings": [_finding(shown, paper) for shown in verdict.shown],
        "summary": {
            **{str(severity): counts[severity] for severity in reversed(Severity)},
            "baselined": verdict.baselined,
            "suppressed": verdict.suppressed,
        },
    }
    return write_json(document)


def _finding(shown: Shown, paper: Paper) -> dict[str, Any]:
    finding = shown.finding
    subject = finding.subject
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.say(paper.lang),
        "file": finding.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "end_line": finding.place.end_line,
        "end_column": finding.place.end_column,
        "entity": subject
        and {"roadmap": subject.roadmap or None, "type": subject.kind, "id": subject.id},
        "path": list(finding.path),
        "hint": finding.say_hint(paper.lang),
        "url": finding.url,
        "fingerprint": finding.fingerprint,
        "baselined": shown.known,
        "related": [_related(end, paper) for end in finding.related],
    }


def _related(end: RelatedPlace, paper: Paper) -> dict[str, Any]:
    return {
        "file": end.file,
        "line": end.place.line,
        "column": end.place.column,
        "end_line": end.place.end_line,
        "end_column": end.place.end_column,
        "message": end.text.say(paper.lang, **end.values),
    }
