"""What could not be read is not taken for absent: one mistake is one finding, not several."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest

from fardplan.model.fields import Route
from fardplan.rules._base import Rule
from fardplan.rules._findings import Finding
from fardplan.rules._manual import read_manual, split_releases
from fardplan.rules._registry import RULES
from tests.rules.past import release
from tests.rules.small import Fixture, fixtures, skeleton

KEY = re.compile(r"^( *(?:- )?)([a-z_]+):(?= |$)")
JUDGING = [rule for rule in RULES if not rule.reading and not rule.last]
FIXTURES = list(fixtures())
WHOLE = {
    "changed-release": "a file in which something was not read may be as it was released",
    "funding-purpose": "the purpose may stand among what was not read",
    "funding-sum": "the missing part may stand there",
    "inconsistent-label": "the label may be told of there",
    "missing-decision-facts": "a party that must adopt the roadmap may say there that it has",
    "party-without-plan": "the plan may stand there",
    "suspect-link": "what is linked to may be as it was when it was reviewed",
    "undefined-abbreviation": "it may be explained there, in the glossary",
    "unit-without-plan": "the plan may stand there",
    "unlisted-priority": "the priority may stand there",
}
"""Rules that say nothing of what was not read in full, with the reason."""


def cases(rule: Rule, *, right: bool) -> Iterator[Fixture]:
    """Yield what a rule takes for right, or for wrong: the examples of its manual, its fixtures."""
    manual = read_manual(rule)
    for number, example in enumerate(manual.passes if right else manual.fails):
        now, past = split_releases(example)
        files = skeleton() | encode(now)
        releases = {tag: release(files, tag, encode(own)) for tag, own in past.items()}
        yield Fixture(rule.name, f"manual{number}", "", "", files, (), releases=releases)
    yield from (one for one in FIXTURES if one.rule == rule.name and right != bool(one.findings))


def encode(files: Mapping[str, str]) -> dict[str, bytes]:
    """Return these files as bytes."""
    return {path: text.encode() for path, text in files.items()}


def given(fixture: Fixture) -> Iterator[tuple[str, str]]:
    """Yield the files that a case is about: path, content."""
    usual = skeleton()
    for path, content in fixture.files.items():
        if content != usual.get(path) and path.endswith(".yaml") and b"\0" not in content:
            yield path, content.decode()


def damaged(fixture: Fixture) -> Iterator[tuple[str, Fixture]]:
    """Yield a fixture with each key misspelt in turn, and each file torn off, by what was done."""
    for path, content in given(fixture):
        lines = content.split("\n")
        for at, line in enumerate(lines):
            if written := KEY.match(line):
                start, key = written.groups()
                other = f"{start}{key}{key[-1]}{line[written.end() - 1 :]}"
                text = "\n".join([*lines[:at], other, *lines[at + 1 :]])
                yield f"{path}:{at + 1} {key}", change(fixture, {path: text.encode()})
        yield f"{path} torn", change(fixture, {path: f"{content}}}: [\n".encode()})


def change(fixture: Fixture, files: Mapping[str, bytes]) -> Fixture:
    """Return a fixture with other content in these files."""
    return replace(fixture, files={**fixture.files, **files})


@pytest.mark.parametrize("rule", JUDGING, ids=lambda rule: rule.name)
def test_damage_is_not_taken_for_absence(rule: Rule, golden: Callable[[str, str], None]):
    """A misspelt key or a torn file in what is right brings no finding but those that are known.

    The file lists them: what a rule finds because something that would have excused it was lost.
    It should hold as little as it can.
    """
    found = [
        f"{one.name} {damage}: {finding.say('sv')}\n"
        for one in cases(rule, right=True)
        for damage, torn in damaged(one)
        for finding in torn.run(rule)
    ]
    golden(f"damaged/{rule.name}.txt", "".join(found))


@pytest.mark.parametrize("rule", JUDGING, ids=lambda rule: rule.name)
def test_damage_hides_nothing_else(rule: Rule):
    """Sources that are not written as sources, in every file, hide no finding and add none."""
    for one in cases(rule, right=False):
        files = {path: f"sources: okänd\n{text}".encode() for path, text in given(one)}
        before = [tell(found) for found in one.run(rule)]
        after = [tell(found) for found in change(one, files).run(rule)]
        assert before
        assert after == before or (rule.name in WHOLE and set(after) < set(before))


def tell(finding: Finding) -> tuple[str, Route, str]:
    """Return what is the same in a finding when lines have moved."""
    return finding.file, finding.path, finding.fingerprint
