"""Findings made for the tests of formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.locales.text import Lang, Text
from fardplan.rules._base import Severity
from fardplan.rules._findings import Finding, RelatedPlace, Subject
from fardplan.source.faults import Place

FILE = "roadmaps/lan/goals/a.yaml"
MESSAGE = Text("Här kan inte ”{key}” stå.", "“{key}” cannot stand here.")
HINT = Text("Skriv `{near}`.", "Write `{near}`.")
FIRST = Text("Först här.", "First here.")
VALUES = {"key": "ansvarig", "near": "responsible"}
SUBJECT = Subject("lan", "goal", "a", "Målet")


def finding(line: int = 1, start: int = 1, end: int = 9, **more: Any) -> Finding:
    """Return a finding in one file, as an error unless told otherwise."""
    keys: dict[str, Any] = {
        "rule": "unknown-key",
        "severity": Severity.ERROR,
        "text": MESSAGE,
        "values": VALUES,
        "hint": HINT,
        "file": FILE,
        "place": Place(line, start, line, end),
        "subject": SUBJECT,
        "path": ("ansvarig",),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**(keys | more))


def related(file: str, line: int) -> RelatedPlace:
    """Return another place that a finding has an end in."""
    return RelatedPlace(file, Place(line, 1, line, 4), FIRST)


def verdict(*findings: Finding, **more: Any) -> Verdict:
    """Return what a validation of these new findings comes to."""
    return Verdict(tuple(Shown(one) for one in findings), **({"files": 1} | more))


def paper(
    text: str | Mapping[str, str] = "", lang: Lang = "sv", *, color: bool = False, width: int = 0
) -> Paper:
    """Return where to write; `text` is the content of the file, or of several."""
    files = {FILE: text} if isinstance(text, str) else text

    def read_line(path: str, number: int) -> str:
        lines = files.get(path, "").split("\n")
        return lines[number - 1] if number <= len(lines) else ""

    return Paper(lang, read_line, color=color, width=width)
