"""What judging one home brings, besides what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from fardplan.locales.text import Text
from fardplan.rules import unexplained_slip
from fardplan.rules._base import Problem, Related, Rule, Severity, rule, rule_everywhere, whole_rule
from fardplan.rules._engine import Engine, Judging, judge
from fardplan.rules._homes import Homes
from fardplan.rules._registry import RULES
from fardplan.rules._trace import Trace
from fardplan.rules._world import World
from fardplan.source.collection import load
from tests.rules.past import Files, Tree, history_of, release
from tests.rules.small import find, full, skeleton

ACTIVITY, GOAL = full("activities/trygghetsteam.yaml"), full("goals/trygg-hemgang.yaml")
RELEASES = {"exempel/0.9": release(skeleton(), "exempel/0.9", {})}
HERE = Text("Här.", "Here.")


def engine_for(
    files: Mapping[str, bytes], rules: Sequence[Rule], releases: Mapping[str, Tree] = {}
) -> Engine:
    """Return what judges these files by these rules."""
    tree = Files(files)
    homes = Homes.of(load(tree), Trace())
    judging = Judging(rules, date(2024, 6, 1), history=history_of(releases))
    return Engine(homes, World(homes), tree, judging)


@pytest.mark.parametrize(
    ("files", "releases", "asked", "met"),
    [
        (skeleton(), {}, {"unexplained-slip"}, False),
        (skeleton(), RELEASES, {"unexplained-slip"}, True),
        (skeleton({"version": "null"}), RELEASES, set(), False),  # nothing can be released
    ],
)
def test_verdict_tells_who_asked_for_earlier_versions(files, releases, asked, met):
    """A verdict says which rules wanted earlier versions, and whether there were any."""
    engine = engine_for(files, [unexplained_slip.check], releases)
    verdict = engine.judge_home("exempel")
    assert (verdict.asked, verdict.met_history) == (asked, met)
    shared = engine.judge_home("")
    assert (shared.asked, shared.met_history) == (frozenset(), False)


@pytest.mark.parametrize(("releases", "idle"), [({}, []), (RELEASES, [ACTIVITY])])
def test_comment_is_not_idle_where_nothing_could_be_compared(releases, idle):
    """A comment about what has slipped is in vain only where there was a version to compare with."""
    comment = b"# fardplan: ignore[unexplained-slip] det dr\xc3\xb6jer\n"
    files = skeleton()
    files[ACTIVITY] = comment + files[ACTIVITY]
    found = find(files, RULES, releases=releases)
    assert [one.file for one in found if one.rule == "unused-suppression"] == idle


def test_verdict_rests_on_the_day_and_the_files_it_names():
    """What is found rests on the day and on each file in which a place is shown."""

    @rule("here", Severity.INFO, HERE)
    def check(edition, facts):
        if edition:
            yield Problem(ACTIVITY, ("title",), HERE, related=(Related(GOAL, ("area",), HERE),))

    engine = engine_for(skeleton(), [check])
    asked = engine._homes.trace.begin()
    (found,) = engine.judge_home("exempel").findings
    assert [(end.file, end.place.line) for end in found.related] == [(GOAL, 2)]
    assert asked == {("day", "exempel"), ("file", ACTIVITY), ("file", GOAL)}


def test_rule_that_is_off_looks_at_no_place():
    """What is not told does not rest on the files in which it would have stood."""

    @rule("here", Severity.INFO, HERE)
    def check(edition, facts):
        if edition:
            yield Problem(ACTIVITY, ("title",), HERE)

    tree = Files(skeleton())
    homes = Homes.of(load(tree), Trace())
    judging = Judging([check], date(2024, 6, 1), severities={"here": None})
    engine = Engine(homes, World(homes), tree, judging)
    asked = homes.trace.begin()
    assert engine.judge_home("exempel").findings == ()
    assert asked == {("day", "exempel")}


@pytest.mark.parametrize(("releases", "met"), [({}, False), (RELEASES, True)])
def test_history_says_of_all_homes_who_asked(releases, met):
    """When all is judged, the history says which rules wanted earlier versions in any home."""
    other = {"roadmaps/annan/roadmap.yaml": skeleton({"version": "null"})[full("roadmap.yaml")]}
    tree, history = Files(skeleton() | other), history_of(releases)
    judge(load(tree), tree, Judging([unexplained_slip.check], date(2024, 6, 1), history=history))
    assert (history.asked, history.is_known) == ({"unexplained-slip"}, met)


@pytest.mark.parametrize(("profile", "judged"), [("action", True), ("okand", False)])
def test_half_known_roadmap_is_asked_by_rules_of_reading_only(profile, judged):
    """What a rule would ask of a roadmap it does not ask where the profile is unknown."""

    def look(facts):
        if facts.edition:
            yield Problem(ACTIVITY, ("title",), HERE)

    demand = rule_everywhere("demand", Severity.INFO, HERE)(look)
    reading = whole_rule("reading", HERE)(look)
    found = find(skeleton({"profile": profile}), [demand, reading])
    assert [one.rule for one in found] == (["demand", "reading"] if judged else ["reading"])
