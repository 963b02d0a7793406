"""Findings as SARIF 2.1.0."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from fardplan.formats import findings_sarif
from fardplan.formats._base import Shown, Verdict
from fardplan.formats.findings_sarif import write
from fardplan.rules._base import Severity
from fardplan.rules._registry import RULES
from fardplan.source.faults import Place
from tests.formats.findings import FILE, HARD_TEXTS, finding, hard_findings, paper, related, verdict

_SCHEMAS = Path(__file__).parent / "schemas"
STANDARD = Draft4Validator(json.loads((_SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))
FORGE = Draft202012Validator(
    json.loads((_SCHEMAS / "github-code-scanning.schema.json").read_text("utf-8"))
)


def _written(verdict: Verdict, **more: Any) -> Any:
    """Return the one run of a file that both the standard and GitHub take."""
    document = json.loads(write(verdict, paper(**more)))
    STANDARD.validate(document)
    FORGE.validate(document)
    (run,) = document["runs"]
    return run


def test_whole():
    """A result says by which rule, how grave, what, where, and what it is known by."""
    run = _written(verdict(finding(2, related=(related("roadmaps/b.yaml", 7),))))
    index = [rule.name for rule in RULES].index("unknown-key")
    assert run["results"] == [
        {
            "ruleId": "unknown-key",
            "ruleIndex": index,
            "level": "error",
            "message": {
                "text": "Här kan inte ”ansvarig” stå. "
                "Se också [roadmaps/b.yaml:7](1): Först här. Skriv `responsible`."
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": FILE, "uriBaseId": "SRCROOT"},
                        "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 9},
                    }
                }
            ],
            "partialFingerprints": {
                "primaryLocationLineHash": "0123456789abcdef:1",
                "fardplan/v1": "0123456789abcdef",
            },
            "relatedLocations": [
                {
                    "id": 1,
                    "physicalLocation": {
                        "artifactLocation": {"uri": "roadmaps/b.yaml", "uriBaseId": "SRCROOT"},
                        "region": {"startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 4},
                    },
                    "message": {"text": "Först här."},
                }
            ],
        }
    ]
    assert (run["language"], run["columnKind"]) == ("sv", "unicodeCodePoints")
    assert run["originalUriBaseIds"] == {
        "SRCROOT": {"description": {"text": "Arkivets översta mapp."}}
    }


def test_levels():
    """Each level has its name in the standard."""
    run = _written(verdict(*[finding(severity=one) for one in Severity]))
    assert [result["level"] for result in run["results"]] == ["note", "warning", "error"]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_rule_is_described(lang):
    """All rules are there in one order, with texts in the language, the manual and its address."""
    run = _written(verdict(), lang=lang, link=lambda name: f"https://example.se/{name}")
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in RULES]
    for rule, described in zip(RULES, rules, strict=True):
        assert described["shortDescription"]["text"] == rule.about.say(lang)
        assert described["helpUri"] == f"https://example.se/{rule.name}"
        assert "```yaml\n# " in described["help"]["markdown"]
        assert described["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert run["tool"]["driver"]["language"] == lang


def test_no_address_without_docs():
    """Without an address of the manuals none is made up."""
    assert not any("helpUri" in rule for rule in _written(verdict())["tool"]["driver"]["rules"])


def test_known_debts():
    """A known debt is suppressed and unchanged, and then all results say how they stand."""
    shown = (Shown(finding(1)), Shown(finding(2), known=True))
    fresh, known = _written(Verdict(shown, rules=RULES))["results"]
    assert (fresh["baselineState"], fresh["suppressions"]) == ("new", [])
    assert known["baselineState"] == "unchanged"
    assert known["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "fardplan-baseline.yaml"}
    ]
    (alone,) = _written(verdict(finding()))["results"]
    assert not {"baselineState", "suppressions"} & set(alone)


def test_alike_findings_are_told_apart():
    """Findings of one fingerprint are numbered, wherever their lines are."""
    results = _written(verdict(finding(1), finding(9)))["results"]
    assert [one["partialFingerprints"]["primaryLocationLineHash"] for one in results] == [
        "0123456789abcdef:1", "0123456789abcdef:2",
    ]  # fmt: skip


def test_region_over_several_lines():
    """A region ends before the column that the place ends before."""
    (result,) = _written(verdict(finding(place=Place(3, 5, 6, 1))))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3, "startColumn": 5, "endLine": 6, "endColumn": 1,
    }  # fmt: skip


def test_hard_texts():
    """Whatever stands in a file is told, addresses are addresses, and no link is made up."""
    run = _written(verdict(*hard_findings()), folder="en mapp")
    uris = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]
    ]
    for uri, one in zip(uris, hard_findings(), strict=True):
        assert unquote(uri) == f"en mapp/{one.file}".encode(errors="replace").decode()
    texts = [one["message"]["text"] for one in run["results"]]
    assert len(texts) == len(HARD_TEXTS)
    assert any(text.startswith(r"Här kan inte ”\[x\](1) {0} {{” stå.") for text in texts)


def test_nothing_tells_of_the_machine():
    """No path of the machine, no user, no time stands in the file."""
    text = write(verdict(*hard_findings()), paper())
    assert "file://" not in text
    assert str(Path.cwd()) not in text
    assert text == write(verdict(*hard_findings()), paper())


def test_nothing():
    """No findings are an empty list of results, which tells GitHub that all is mended."""
    run = _written(verdict())
    assert (run["results"], run["invocations"]) == ([], [{"executionSuccessful": True}])


def test_ten_thousand_findings():
    """Ten thousand findings are all written."""
    run = _written(verdict(*[finding(n) for n in range(1, 10_001)]))
    assert len(run["results"]) == 10_000


def test_more_than_github_takes(monkeypatch):
    """Above the limit the gravest are kept, and the rest is counted."""
    monkeypatch.setattr(findings_sarif, "LIMIT", 2)
    found = [finding(n, severity=level) for n, level in enumerate(Severity, 1)]
    run = _written(verdict(*found))
    assert [one["level"] for one in run["results"]] == ["error", "warning"]
    assert run["invocations"][0]["toolExecutionNotifications"] == [
        {
            "level": "warning",
            "message": {
                "text": "1 till får inte plats i en SARIF-fil. Visa alla: fardplan validate"
            },
        }
    ]
