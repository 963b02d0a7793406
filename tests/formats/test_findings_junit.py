"""Findings as JUnit XML."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from lxml import etree

from fardplan.formats._base import Shown, Verdict
from fardplan.formats.findings_junit import write
from fardplan.rules._base import Severity
from fardplan.rules._registry import RULES
from fardplan.version import VERSION
from tests.formats.findings import HARD_TEXTS, finding, hard_findings, paper, related, verdict

_SCHEMAS = Path(__file__).parent / "schemas"
ANT, JENKINS = (
    etree.XMLSchema(file=str(_SCHEMAS / name)) for name in ("JUnit.xsd", "junit-10.xsd")
)
UNKNOWN_KEY = tuple(rule for rule in RULES if rule.name == "unknown-key")


def _written(verdict: Verdict, **more: Any) -> Any:
    """Return the document, which both schemas take and an independent reader counts alike."""
    data = write(verdict, paper(**more)).encode()
    root = etree.fromstring(data)
    ANT.assertValid(_in_ants_form(root))
    JENKINS.assertValid(root)
    _check_counts(root)
    report = JUnitXml.fromstring(data)
    assert (report.tests, report.failures) == (int(root.get("tests")), int(root.get("failures")))
    return root


def _in_ants_form(root: Any) -> Any:
    """Return a copy without what that schema is too old for: totals, and skipped tests."""
    copy = etree.fromstring(etree.tostring(root))
    for key in ("name", "time", "tests", "failures", "errors"):
        del copy.attrib[key]
    for suite in copy:
        del suite.attrib["skipped"]
    for case in copy.iter("testcase"):
        for skipped in case.findall("skipped"):
            case.remove(skipped)
    return copy


def _check_counts(root: Any) -> None:
    for node in (root, *root.iter("testsuite")):
        assert int(node.get("tests")) == len(list(node.iter("testcase")))
        assert int(node.get("failures")) == len(list(node.iter("failure")))
        assert int(node.get("errors")) == 0
    for suite in root.iter("testsuite"):
        assert int(suite.get("skipped")) == len(list(suite.iter("skipped")))
        names = [case.get("name") for case in suite.iter("testcase")]
        assert len(set(names)) == len(names)


def test_whole():
    """A finding is a failed test of its rule, named by what it is about and not by its line."""
    one = finding(2, related=(related("roadmaps/b.yaml", 7),), url="https://example.se/r")
    moment = datetime(2026, 1, 31, 8, 5, tzinfo=UTC)
    assert write(verdict(one, rules=UNKNOWN_KEY), paper(moment=moment)).split("\n") == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="fardplan" time="0" tests="1" failures="1" errors="0">',
        '  <testsuite name="unknown-key" package="fardplan" id="0" tests="1" failures="1" errors="0" skipped="0" time="0" timestamp="2026-01-31T08:05:00" hostname="localhost">',
        "    <properties>",
        f'      <property name="version" value="{VERSION}" />',
        "    </properties>",
        '    <testcase name="goal lan/a › ansvarig" classname="fardplan.unknown-key" time="0">',
        '      <failure type="error" message="Här kan inte ”ansvarig” stå.">roadmaps/lan/goals/a.yaml:2:1: Fel [unknown-key]',
        "Här kan inte ”ansvarig” stå.",
        "Se också roadmaps/b.yaml:7: Först här.",
        "Gör så här: Skriv `responsible`.",
        "https://example.se/r</failure>",
        "    </testcase>",
        "    <system-out />",
        "    <system-err />",
        "  </testsuite>",
        "</testsuites>",
        "",
    ]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_nothing(lang):
    """A rule without findings is a test that passed: an empty report would be an error to Jenkins."""
    root = _written(verdict(), lang=lang)
    assert (root.get("tests"), root.get("failures")) == (str(len(RULES)), "0")
    assert [case.get("name") for case in root.iter("testcase")] == [
        rule.about.say(lang) for rule in RULES
    ]


@pytest.mark.parametrize(
    ("limit", "failed"),
    [(Severity.ERROR, ["error"]), (Severity.WARNING, ["warning", "error"]),
     (Severity.INFO, ["info", "warning", "error"])],
)  # fmt: skip
def test_what_is_milder_than_the_limit_fails_nothing(limit, failed):
    """What does not stand in the way is skipped, with its message; so is a known debt."""
    shown = (*(Shown(finding(severity=one)) for one in Severity), Shown(finding(), known=True))
    root = _written(Verdict(shown, rules=UNKNOWN_KEY), limit=limit)
    assert [failure.get("type") for failure in root.iter("failure")] == failed
    skipped = [one.get("message") for one in root.iter("skipped")]
    assert len(skipped) == 4 - len(failed)
    assert skipped[-1] == "Fel (känd brist): Här kan inte ”ansvarig” stå."


def test_alike_findings_are_numbered():
    """Two findings about one thing are two tests."""
    root = _written(verdict(finding(1), finding(2), rules=UNKNOWN_KEY))
    assert [case.get("name") for case in root.iter("testcase")] == [
        "goal lan/a › ansvarig", "goal lan/a › ansvarig (2)",
    ]  # fmt: skip


def test_hard_texts():
    """Whatever stands in a file is in the report, but for the characters that XML cannot hold."""
    root = _written(verdict(*hard_findings()))
    texts = [failure.text for failure in root.iter("failure")]
    assert len(texts) == len(HARD_TEXTS)
    assert any("”]]></failure>” stå." in text for text in texts)
    assert any("”1\N{NO-BREAK SPACE}200" in text for text in texts)
    assert any(
        "”\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}” stå." in text for text in texts
    )


def test_ten_thousand_findings():
    """Ten thousand findings are all written, and counted right."""
    root = _written(verdict(*[finding(n) for n in range(1, 10_001)]))
    assert root.get("failures") == "10000"
