"""Findings as JSON, as the published schema says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fardplan.formats._base import Shown, Verdict
from fardplan.formats._schemas import FINDINGS
from fardplan.formats.findings_json import write
from fardplan.rules._base import Severity
from fardplan.rules._findings import Subject
from tests.formats.findings import FILE, finding, paper, related, verdict

VALIDATOR = Draft202012Validator(FINDINGS)


def _written(verdict: Verdict, **more: Any) -> Any:
    document = json.loads(write(verdict, paper(**more)))
    VALIDATOR.validate(document)
    return document


def test_whole():
    """Everything known of a finding is there, in the keys that others rely on."""
    one = finding(2, 1, 9, url="https://example.se/r", related=(related("roadmaps/b.yaml", 7),))
    shown = (Shown(one), Shown(finding(severity=Severity.INFO), known=True))
    assert _written(Verdict(shown, baselined=4, suppressed=2)) == {
        "schema_version": 1,
        "findings": [
            {
                "rule": "unknown-key",
                "severity": "error",
                "message": "Här kan inte ”ansvarig” stå.",
                "file": FILE,
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 9,
                "entity": {"roadmap": "lan", "type": "goal", "id": "a"},
                "path": ["ansvarig"],
                "hint": "Skriv `responsible`.",
                "url": "https://example.se/r",
                "fingerprint": "0123456789abcdef",
                "baselined": False,
                "related": [
                    {
                        "file": "roadmaps/b.yaml",
                        "line": 7,
                        "column": 1,
                        "end_line": 7,
                        "end_column": 4,
                        "message": "Först här.",
                    }
                ],
            },
            {
                **_written(verdict(finding(severity=Severity.INFO)))["findings"][0],
                "baselined": True,
            },
        ],
        "summary": {"error": 1, "warning": 0, "info": 0, "baselined": 4, "suppressed": 2},
    }


def test_nothing():
    """No findings are an empty list with zeros."""
    assert _written(verdict()) == {
        "schema_version": 1,
        "findings": [],
        "summary": {"error": 0, "warning": 0, "info": 0, "baselined": 0, "suppressed": 0},
    }


def test_english():
    """Messages and hints follow the language; keys and values never do."""
    (one,) = _written(verdict(finding(severity=Severity.WARNING)), lang="en")["findings"]
    assert (one["message"], one["hint"], one["severity"]) == (
        "“ansvarig” cannot stand here.", "Write `responsible`.", "warning",
    )  # fmt: skip


def test_what_may_be_absent():
    """Without subject, hint and address there is null; what all share belongs to no roadmap."""
    (one,) = _written(verdict(finding(subject=None, hint=None)))["findings"]
    assert (one["entity"], one["hint"], one["url"]) == (None, None, None)
    shared = Subject("", "organisation", "regionen", "Regionen")
    (one,) = _written(verdict(finding(subject=shared)))["findings"]
    assert one["entity"] == {"roadmap": None, "type": "organisation", "id": "regionen"}


@pytest.mark.parametrize("key", ["å ä ö", "a\nb", '"', "\\", "\x1b[31m", "\u202e", "\u2028", "🙂"])
def test_any_text(key):
    """Whatever stands in a file comes through as it is, and Swedish letters are readable."""
    (one,) = _written(verdict(finding(values={"key": key, "near": key})))["findings"]
    assert one["message"] == f"Här kan inte ”{key}” stå."
    assert "Här" in write(verdict(finding()), paper())


def test_same_input_gives_the_same_bytes():
    """The same findings give the same text, with a line end last."""
    first, second = (write(verdict(finding()), paper()) for _ in range(2))
    assert first == second
    assert first.endswith("}\n")


def test_ten_thousand_findings():
    """Ten thousand findings are all written and follow the schema."""
    text = write(verdict(*[finding(n + 1) for n in range(10_000)]), paper())
    document = json.loads(text)
    assert [one["line"] for one in document["findings"]] == list(range(1, 10_001))
    assert document["summary"]["error"] == 10_000
    VALIDATOR.validate({**document, "findings": document["findings"][:100]})


def test_schema_is_strict():
    """The schema refuses a key that is not in it, a line 0 and a level that does not exist."""
    document = _written(verdict(finding()))
    for change in ({"extra": 1}, {"line": 0}, {"severity": "fel"}, {"path": "a"}):
        broken = {**document, "findings": [document["findings"][0] | change]}
        assert not VALIDATOR.is_valid(broken)
    assert not VALIDATOR.is_valid({**document, "schema_version": 2})
