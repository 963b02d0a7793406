"""What a hint says to write can be pasted into the file, and then the finding is gone."""

from __future__ import annotations

import re

import pytest

from fardplan.rules._findings import Finding
from fardplan.rules._registry import RULES
from fardplan.source.yaml import read_yaml
from tests.rules.small import Fixture, find, fixtures

LINE = re.compile(r"[a-z_]+: \S.*")
FIXTURES = [one for one in fixtures() if one.findings]

LEADS_ON = {
    ("missing-baseline", "missing-remeasurement"): "what has a baseline is measured again",
    ("funding-purpose", "unresolved-reference"): "the hint gives the decision in a line of its own",
    ("timeline-order", "timeline-order"): "the same may be said twice, in activity and timeline",
    ("unexplained-slip", "timeline-order"): "the parts go with the whole",
    ("timeline-order", "outside-period"): "the version's year may lie outside both ends",
    ("unmet-condition", "unmet-condition"): "what waits says for how long",
}
"""What is found next, once the hint is followed."""


def snippets(finding: Finding) -> list[str]:
    """Return what stands in back-ticks in a hint."""
    return re.findall(r"`([^`]+)`", finding.say_hint("sv") or "")


def lines_to_paste(finding: Finding, text: str) -> list[str]:
    """Return the lines of YAML in a hint that go where the finding is; not those for elsewhere."""
    key = finding.path[-1] if finding.path else None
    lines = [one for one in snippets(finding) if LINE.fullmatch(one) and "…" not in one]
    return [] if "under `" in text else [one for one in lines if one.startswith(f"{key}: ")]


def paste(content: bytes, finding: Finding, line: str) -> bytes | None:
    """Return a file with a line of YAML put in place of the marked one, or added where it lacks."""
    rows = content.decode().split("\n")
    row, at = rows[finding.place.line - 1], finding.place.column - 1
    key = line.partition(":")[0]
    here = row[at:]
    before = row[:at]
    if not before.endswith(f"{key}: ") and re.search(rf"(?m)^ *{key}:", content.decode()):
        return None  # it stands somewhere already
    if before.endswith(f"{key}: "):
        rest = row[finding.place.end_column - 1 :]
        rows[finding.place.line - 1] = before.removesuffix(f"{key}: ") + line + rest
    elif before.rstrip().endswith(("{", ",")):
        rows[finding.place.line - 1] = f"{before}{line}, {here}"
    else:
        rows[finding.place.line - 1] = f"{before}{line}\n{' ' * at}{here}"
    return "\n".join(rows).encode()


def leads_on(finding: Finding, other: Finding) -> bool:
    """Tell whether the second is what is left to do once the first is mended in part."""
    several = len([one for one in snippets(finding) if LINE.fullmatch(one)]) > 1
    rest = several and (other.rule, other.file) == (finding.rule, finding.file)
    return rest or (finding.rule, other.rule) in LEADS_ON


@pytest.mark.parametrize("fixture", FIXTURES, ids=str)
def test_snippets_are_yaml(fixture: Fixture):
    """Every mapping or list that a hint shows can be read."""
    for finding in find(fixture.files, RULES, fixture.today, releases=fixture.releases):
        for snippet in snippets(finding):
            if finding.rule == fixture.rule and re.match(r"[\[{-]|[a-z_]+: [^:]*$", snippet):
                assert not read_yaml(snippet.encode()).faults, snippet


@pytest.mark.parametrize("fixture", FIXTURES, ids=str)
def test_pasted_line_mends(fixture: Fixture):
    """A line that a hint gives for the marked place mends the finding and brings no other."""
    before = find(fixture.files, RULES, fixture.today, releases=fixture.releases)
    known = {one.fingerprint for one in before}
    for finding in (one for one in before if one.rule == fixture.rule):
        for line in lines_to_paste(finding, finding.say_hint("sv") or ""):
            mended = paste(fixture.files[finding.file], finding, line)
            if mended is None or mended == fixture.files[finding.file]:
                continue
            files = {**fixture.files, finding.file: mended}
            after = find(files, RULES, fixture.today, releases=fixture.releases)
            assert finding.fingerprint not in {one.fingerprint for one in after}, line
            new = [one for one in after if one.fingerprint not in known]
            left = [one for one in new if not leads_on(finding, one)]
            assert not left, (line, [one.say("sv") for one in left])
