"""Findings as GitLab's Code Quality report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from fardplan.formats._base import Shown, Verdict
from fardplan.formats.findings_gitlab import write
from fardplan.rules._base import Severity
from tests.formats.findings import FILE, HARD_TEXTS, finding, hard_findings, paper, verdict

_SCHEMA = Path(__file__).parent / "schemas/gitlab-code-quality.schema.json"
VALIDATOR = Draft202012Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))


def _written(verdict: Verdict, **more: Any) -> Any:
    text = write(verdict, paper(**more))
    assert text.startswith("[")  # GitLab takes no byte order mark
    issues = json.loads(text)
    VALIDATOR.validate(issues)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    return issues


def test_whole():
    """An issue has the keys of GitLab's table."""
    assert _written(verdict(finding(2))) == [
        {
            "description": "Här kan inte ”ansvarig” stå. Skriv `responsible`.",
            "check_name": "unknown-key",
            "fingerprint": "0123456789abcdef",
            "severity": "major",
            "location": {
                "path": FILE,
                "lines": {"begin": 2, "end": 2},
                "positions": {
                    "begin": {"line": 2, "column": 1},
                    "end": {"line": 2, "column": 9},
                },
            },
        }
    ]


def test_levels_and_known_debts():
    """Each level has its word, and a known debt says that it is known."""
    shown = (
        Shown(finding(severity=Severity.WARNING, hint=None)),
        Shown(finding(severity=Severity.INFO, hint=None)),
        Shown(finding(hint=None), known=True),
    )
    issues = _written(Verdict(shown), lang="en")
    assert [(issue["severity"], issue["description"]) for issue in issues] == [
        ("minor", "“ansvarig” cannot stand here."),
        ("info", "“ansvarig” cannot stand here."),
        ("major", "Known debt. “ansvarig” cannot stand here."),
    ]


def test_alike_findings_are_told_apart():
    """GitLab takes one fingerprint for one finding: the first keeps it, and a line more moves none."""
    first, second, third = (
        [issue["fingerprint"] for issue in _written(verdict(*[finding(n) for n in lines]))]
        for lines in ((1,), (1, 2), (8, 9))
    )
    assert first == second[:1]
    assert second == third


def test_a_folder_of_a_larger_repository():
    """Files are named from the top of what git keeps."""
    (issue,) = _written(verdict(finding()), folder="docs/plan")
    assert issue["location"]["path"] == f"docs/plan/{FILE}"


def test_hard_texts():
    """Whatever stands in a file is in the report, without what could steer a terminal."""
    issues = _written(verdict(*hard_findings()))
    assert [issue["location"]["path"] for issue in issues] == [one.file for one in hard_findings()]
    assert len(issues) == len(HARD_TEXTS)
    assert issues[2]["description"] == "Här kan inte ”a b  c d   e” stå. Skriv `a b  c d   e`."


def test_nothing():
    """No findings are an empty list, which tells GitLab that all is mended."""
    assert _written(verdict()) == []


def test_ten_thousand_findings():
    """Ten thousand findings are all written, each with its own fingerprint."""
    issues = _written(verdict(*[finding(n) for n in range(1, 10_001)]))
    assert [issue["location"]["lines"]["begin"] for issue in issues] == list(range(1, 10_001))


def test_schema_is_strict():
    """The table that stands in for a schema refuses what GitLab would drop."""
    (good,) = _written(verdict(finding()))
    for key in good:
        assert not VALIDATOR.is_valid([{k: v for k, v in good.items() if k != key}])
    assert not VALIDATOR.is_valid([good | {"severity": "error"}])
    assert not VALIDATOR.is_valid([good | {"location": {**good["location"], "path": "/a"}}])
