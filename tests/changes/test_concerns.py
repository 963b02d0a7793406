"""Which changes matter to those who refer to a thing, and which only say what became of it."""

from __future__ import annotations

import pytest

from fardplan.changes._concerns import concerns, is_record, is_substance, places_of
from tests.changes.editions import diff

RECORD, SUBSTANCE, NEITHER = "record", "substance", "neither"
GOAL, ACTIVITY, INDICATOR, REPORT, FRONT = (
    "goals/g.yaml", "activities/a.yaml", "indicators/i.yaml", "reports/2024.yaml", "roadmap.yaml",
)  # fmt: skip
POINT = "decision_points: [{{id: val, title: Val, state: {}}}]\n"
STEP = "phases: [{{id: f, steps: [{{id: s, title: Mäta, state: {}}}]}}]\n"
LEVEL = (
    "preconditions: [{{id: p, title: Teknik, levels: "
    "[{{id: l, title: Lokalt, decision: {{kind: adopt, state: {}}}}}]}}]\n"
)
LINK = "implements: [{{goal: riket/a, reviewed: '{}'}}]\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "what"),
    [
        (FRONT, "status: draft\n", "status: adopted\n", RECORD),
        (FRONT, "status: adopted\n", "status: in_force\n", RECORD),
        (FRONT, "status: in_force\n", "status: draft\n", RECORD),
        (FRONT, "judged_as_of: 2024-01\n", "judged_as_of: 2024-02\n", RECORD),
        (FRONT, "", "decisions: [{id: d, kind: adopt, state: pending}]\n", RECORD),
        (FRONT, "", "adoptions: [{id: d, parties: [kumla], state: pending}]\n", RECORD),
        (FRONT, "", "consultations: [{id: d, title: Remiss}]\n", RECORD),
        (FRONT, "registry_number: A 1\n", "registry_number: A 2\n", SUBSTANCE),
        (FRONT, "purpose: För alla\n", "purpose: För många\n", NEITHER),
        (FRONT, LEVEL.format("prepared"), LEVEL.format("pending"), NEITHER),
        (FRONT, STEP.format("planned"), STEP.format("done"), SUBSTANCE),
        (REPORT, "summary: Ett\n", "summary: Två\n", RECORD),
        (INDICATOR, "", "measurements: [{period: 2024, value: 12}]\n", RECORD),
        (INDICATOR, "measurements: [{period: 2024, value: 12}]\n", "", NEITHER),
        (INDICATOR, "", "baseline: {period: 2024, value: 12}\n", RECORD),
        (INDICATOR, "baseline: {period: 2024, value: 12}\n", "", NEITHER),
        (INDICATOR, "unit: procent\n", "unit: antal\n", SUBSTANCE),
        (GOAL, LINK.format("1.0"), LINK.format("1.1"), RECORD),
        (GOAL, "wording: Alla kan\n", "wording: Alla får\n", SUBSTANCE),
        (GOAL, "text: Alla kan\n", "text: Alla får\n", NEITHER),
        (ACTIVITY, "status: planned\n", "status: ongoing\n", SUBSTANCE),
        (ACTIVITY, POINT.format("prepared"), POINT.format("pending"), NEITHER),
        (ACTIVITY, POINT.format("pending"), POINT.format("decided"), RECORD),
        (ACTIVITY, POINT.format("decided"), POINT.format("pending"), NEITHER),
    ],
)
def test_what_matters(path, old, new, what):
    """A change is substance, or a record of what became of a version, or neither."""
    head = "" if path == FRONT else "title: Tullhuset\n"
    (change,) = diff({path: head + old}, {path: head + new})
    found = (is_record(change), is_substance(change))
    assert found == (what == RECORD, what == SUBSTANCE)


def test_what_comes_and_goes():
    """That a thing is new or gone matters, and is no record."""
    for old, new in (({}, {ACTIVITY: "title: A\n"}), ({ACTIVITY: "title: A\n"}, {})):
        (change,) = diff(old, new)
        assert (change.path, is_record(change), is_substance(change)) == ((), False, True)


def test_whom_it_concerns():
    """A change is in what changed, in what that stands in, and in the roadmap."""
    plan = "title: A\nprojektplan: {{timeline: {{milestones: [{{id: m, title: M, date: {}}}]}}}}\n"
    (change,) = diff({ACTIVITY: plan.format(2024)}, {ACTIVITY: plan.format(2025)})
    assert places_of(change) == (("milestone", "m"), ("activity", "a"))
    things = [
        ("milestone", "m"), ("activity", "a"), ("roadmap", "lanet"), ("activity", "m"), ("goal", "a"),
    ]  # fmt: skip
    assert [concerns(change, *thing) for thing in things] == [True, True, True, False, False]
    (change,) = diff({ACTIVITY: "title: A\n"}, {ACTIVITY: "title: B\n"})
    assert places_of(change) == (("activity", "a"),)
