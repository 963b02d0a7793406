"""A rule as SARIF describes it, from its manual."""

from __future__ import annotations

from typing import Any

from fardplan.formats import _rule_manual, _rule_markdown
from fardplan.formats._base import Paper
from fardplan.rules._base import Rule, Severity
from fardplan.rules._manual import read_manual

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
_LONGEST = 1024
"""The most characters that GitHub takes for a description."""


def describe_rule(rule: Rule, paper: Paper) -> dict[str, Any]:
    """Return what SARIF calls a reporting descriptor, in the language of the paper."""
    prose = read_manual(rule).prose[paper.lang]
    described: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": _cut(rule.about.say(paper.lang))},
        "fullDescription": {"text": _cut(" ".join((prose.demand, *prose.paragraphs)))},
        "help": {
            "text": _rule_manual.write(rule, paper.lang),
            "markdown": _rule_markdown.write(rule, paper.lang),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"problem.severity": _PROBLEMS[rule.severity], "precision": "high"},
    }
    if url := paper.link(rule.name):
        described["helpUri"] = url
    return described


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
