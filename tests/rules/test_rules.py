"""Every rule against its fixtures and its manual."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from fardplan.locales.text import Lang
from fardplan.rules._base import Rule
from fardplan.rules._manual import FAILS, PASSES, module_of, read_manual, split_releases
from fardplan.rules._registry import RULES
from fardplan.rules._suppressed import leave_out_suppressed
from tests.rules.past import Files, release
from tests.rules.small import HERE, Fixture, describe, find, fixtures, placeholders, skeleton

BY_NAME = {rule.name: rule for rule in RULES}
FIXTURES = list(fixtures())
EXAMPLES = [
    pytest.param(rule, heading, example, id=f"{rule.name}-{heading}{number}")
    for rule in RULES
    for heading, examples in (
        (FAILS, read_manual(rule).fails),
        (PASSES, read_manual(rule).passes),
    )
    for number, example in enumerate(examples)
]

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
each_fixture = pytest.mark.parametrize("fixture", FIXTURES, ids=str)


@each_fixture
def test_fixture(fixture: Fixture):
    """The rule finds in the fixture exactly what the fixture says, at exactly those places."""
    found = [describe(one, fixture.files) for one in fixture.run(BY_NAME[fixture.rule])]
    assert found == list(fixture.findings)


@each_fixture
def test_fixture_quotes_its_source(fixture: Fixture):
    """A fixture says what it promises and quotes what makes that right."""
    assert fixture.promise.endswith(".")
    assert "”" in fixture.source or "“" in fixture.source


@each_fixture
def test_words_in_both_languages(fixture: Fixture):
    """Every value that a message, hint or related text asks for is there, in both languages."""
    for finding in fixture.run(BY_NAME[fixture.rule]):
        wanted = placeholders(finding.text) | placeholders(finding.hint)
        assert wanted <= set(finding.values)
        for end in finding.related:
            assert placeholders(end.text) <= set(end.values)
        for lang in ("sv", "en"):
            said = f"{finding.say(lang)} {finding.say_hint(lang)}"
            assert said.count("“") == (0 if lang == "sv" else said.count("”"))


@each_fixture
def test_fingerprints_stay_when_lines_move(fixture: Fixture):
    """A comment at the top of every file moves all lines and changes no fingerprint."""
    rule = BY_NAME[fixture.rule]
    moved = {path: b"# flyttad\n" + content for path, content in fixture.files.items()}
    before = fixture.run(rule)
    after = replace(fixture, files=moved).run(rule)
    assert [one.fingerprint for one in after] == [one.fingerprint for one in before]
    assert len({one.fingerprint for one in before}) == len(before)


@each_rule
def test_fingerprints_stay_from_release_to_release(rule: Rule, golden: Callable[[str, str], None]):
    """Baselines are kept in files: another version of fardplan knows the same finding by the same.

    If a line is another than it was, what somebody has put in a baseline counts as new.
    """
    own = [one for one in FIXTURES if one.rule == rule.name]
    marks = [f"{one} {finding.fingerprint}\n" for one in own for finding in one.run(rule)]
    golden(f"{rule.name}.txt", "".join(marks))


@each_rule
def test_rule_has_fixtures(rule: Rule):
    """Each rule has a fixture in which it finds something and one in which it does not."""
    own = [one for one in FIXTURES if one.rule == rule.name]
    assert {bool(one.findings) for one in own} == {True, False}


def test_folders_are_rules():
    """Each folder of fixtures belongs to a rule in the registry."""
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] not in "_."}
    assert folders == {*BY_NAME, "golden"}


@each_rule
def test_rule_is_named_after_its_file(rule: Rule):
    """A rule lives under its own name and is said in a line in both languages."""
    import importlib

    assert importlib.import_module(module_of(rule)).check is rule
    assert all(one.endswith(".") and "\n" not in one for one in rule.about)
    assert rule.about.sv != rule.about.en


@each_rule
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_manual_is_whole(rule: Rule, lang: Lang):
    """A manual says in both languages what is demanded and why."""
    prose = read_manual(rule).prose[lang]
    assert prose.demand.endswith(".")
    assert prose.paragraphs
    assert prose.why


@each_rule
def test_manual_has_examples(rule: Rule):
    """A manual shows something wrong and something right."""
    manual = read_manual(rule)
    assert manual.fails
    assert manual.passes


def encode(example: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of an example as bytes."""
    return {path: text.encode() for path, text in example.items()}


@pytest.mark.parametrize(("rule", "heading", "example"), EXAMPLES)
def test_example(rule, heading, example):
    """Of all rules only its own finds fault with what a manual calls wrong, and none with the right."""
    now, past = split_releases(example)
    files = skeleton() | encode(now)
    releases = {tag: release(files, tag, encode(own)) for tag, own in past.items()}
    kept, _ = leave_out_suppressed(find(files, RULES, releases=releases), Files(files))
    found = {one.rule for one in kept}
    assert found == ({rule.name} if heading == FAILS else set())


@pytest.mark.parametrize("profile", ["action", "direction", "process", "vision"])
@pytest.mark.parametrize("status", ["in_force", "draft"])
def test_skeleton_is_clean(profile, status):
    """No rule finds fault with the roadmap that all fixtures start from, but a målbild needs one."""
    found = find(skeleton({"profile": profile, "status": status}), RULES)
    assert {one.rule for one in found} == ({"empty-perspective"} if profile == "vision" else set())


def test_rules_are_sorted():
    """The registry is in alphabetical order, each rule once."""
    names = [rule.name for rule in RULES]
    assert names == sorted(set(names))
