"""Findings as JUnit XML: a suite for each rule, a failed test for each finding.

A rule that found nothing is a test that passed, so that a run without findings is no empty report.
What is milder than the run's limit, and known debts, are skipped tests with their message: they
show, but turn no build red. The names of tests hold no lines, so that a forge knows a finding
again after lines have moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.formats._findings_wording import name_level, name_place, name_subject, tell
from fardplan.rules._base import Rule
from fardplan.version import VERSION

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(verdict: Verdict, paper: Paper) -> str:
    """Return one document with a suite for each rule that was asked."""
    found: dict[str, list[Shown]] = {}
    for shown in verdict.shown:
        found.setdefault(shown.finding.rule, []).append(shown)
    suites = [
        _suite(number, rule, found.get(rule.name, []), paper)
        for number, rule in enumerate(verdict.rules)
    ]
    root = Element("testsuites", {"name": "fardplan", "time": "0", **_sum(suites)})
    root.extend(suites)
    indent(root)
    return f"{_HEAD}{tostring(root, encoding='unicode')}\n"


def _suite(number: int, rule: Rule, found: list[Shown], paper: Paper) -> Element:
    failures = sum(_fails(shown, paper) for shown in found)
    suite = Element(
        "testsuite",
        name=rule.name,
        package="fardplan",
        id=str(number),
        tests=str(len(found) or 1),
        failures=str(failures),
        errors="0",
        skipped=str(len(found) - failures),
        time="0",
        timestamp=f"{paper.moment:%Y-%m-%dT%H:%M:%S}",
        hostname="localhost",
    )
    # One at least: some readers take no empty list.
    SubElement(SubElement(suite, "properties"), "property", name="version", value=VERSION)
    if not found:
        _case(suite, rule, rule.about.say(paper.lang))
    for name, shown in _name_cases(found):
        case = _case(suite, rule, name)
        message = _clean(shown.finding.say(paper.lang))
        if not _fails(shown, paper):
            SubElement(case, "skipped", message=f"{name_level(shown, paper.lang)}: {message}")
            continue
        failure = SubElement(case, "failure", type=str(shown.finding.severity), message=message)
        failure.text = _clean("\n".join(_lines(shown, paper)))
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")
    return suite


def _fails(shown: Shown, paper: Paper) -> bool:
    return not shown.known and shown.finding.severity.rank >= paper.limit.rank


def _name_cases(found: list[Shown]) -> Iterator[tuple[str, Shown]]:
    """Yield each finding with a name of its own: what it is about, numbered where that recurs."""
    names: Counter[str] = Counter()
    for shown in found:
        name = name_subject(shown.finding)
        names[name] += 1
        yield (f"{name} ({names[name]})" if names[name] > 1 else name), shown


def _case(suite: Element, rule: Rule, name: str) -> Element:
    return SubElement(
        suite, "testcase", name=_clean(name), classname=f"fardplan.{rule.name}", time="0"
    )


def _lines(shown: Shown, paper: Paper) -> Iterator[str]:
    finding = shown.finding
    yield f"{name_place(finding)}: {name_level(shown, paper.lang)} [{finding.rule}]"
    yield from tell(finding, paper.lang)
    if finding.url:
        yield finding.url


def _sum(suites: list[Element]) -> dict[str, str]:
    keys = ("tests", "failures", "errors")
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in keys}


def _clean(text: str) -> str:
    """Return text without the characters that XML cannot hold, however they are escaped."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
