"""Findings as a Code Quality report, which GitLab shows in the merge request.

The keys are those of GitLab's documented table (Code Quality report format). GitLab takes two
findings with one fingerprint for one, so those that are alike are numbered.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.formats._findings_wording import KNOWN, number_alike
from fardplan.locales.text import capitalise
from fardplan.locales.visible import make_visible
from fardplan.rules._base import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(verdict: Verdict, paper: Paper) -> str:
    """Return the findings as a JSON list."""
    issues = [_issue(shown, number, paper) for shown, number in number_alike(verdict.shown)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(shown: Shown, number: int, paper: Paper) -> dict[str, Any]:
    finding, place = shown.finding, shown.finding.place
    return {
        "description": _describe(shown, paper),
        "check_name": finding.rule,
        "fingerprint": _identify(finding.fingerprint, number),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": paper.path_of(finding.file),
            "lines": {"begin": place.line, "end": place.end_line},
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }


def _describe(shown: Shown, paper: Paper) -> str:
    """Return message and hint on one line: GitLab shows nothing else of a finding."""
    finding = shown.finding
    said = [finding.say(paper.lang), finding.say_hint(paper.lang)]
    if shown.known:
        said.insert(0, f"{capitalise(KNOWN.say(paper.lang))}.")
    return make_visible(" ".join(filter(None, said)))


def _identify(fingerprint: str, number: int) -> str:
    if number == 1:
        return fingerprint
    return hashlib.sha256(f"{fingerprint}\x1f{number}".encode()).hexdigest()[:16]
