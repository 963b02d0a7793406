"""What is over, or in other hands: nothing that becomes of it weakens a commitment."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, told
from tests.changes.test_activities import BASE, OWN, A


@pytest.mark.parametrize(
    ("left", "level"),
    [
        ("", "major"),
        ("status: ongoing", "major"),
        ("status: completed", "minor"),
        ("status: implemented", "minor"),
        ("status: cancelled", "minor"),
        ("status: carried_over", "minor"),
        ("delegated_to: e-plan", "minor"),
    ],
)
def test_removed_activity(left, level):
    """An activity that vanishes is a weakened commitment, unless it was over or handed over."""
    files = {**BASE, "activities/tullhuset.yaml": A + left}
    assert told(diff(files, BASE)) == {f"{level} removed {OWN}"}
    assert told(diff(BASE, files)) == {f"minor added {OWN}"}


@pytest.mark.parametrize("status", ["completed", "implemented", "cancelled", "carried_over"])
def test_what_was_over_leaves(status):
    """What was over says so when it leaves with the next edition, and backwards when it comes."""
    files = {**BASE, "activities/tullhuset.yaml": f"{A}status: {status}"}
    (gone,) = diff(files, BASE)
    (come,) = diff(BASE, files)
    assert gone.details["closed"] == come.details["closed"] == status
    (plain,) = diff({**BASE, "activities/tullhuset.yaml": A}, BASE)
    assert "closed" not in plain.details


def test_a_milestone_that_was_reached_leaves():
    """A part of an activity that was done says so too, and a decision never does."""
    head = f"{A}projektplan:\n  timeline:\n    milestones:\n      - {{id: a, title: A}}\n"
    reached = head + "      - {id: m, title: Start, status: done}\n"
    (gone,) = diff(
        {**BASE, "activities/tullhuset.yaml": reached}, {**BASE, "activities/tullhuset.yaml": head}
    )
    assert told((gone,)) == {"minor removed milestone/m"}
    assert gone.details["closed"] == "done"


@pytest.mark.parametrize(
    ("left", "level"),
    [("", "major"), ("judgement: achieved", "minor"), ("delegated_to: psyk", "minor")],
)
def test_removed_goal(left, level):
    """A goal that vanishes is a weakened commitment, unless it was reached or handed over."""
    goal = {"goals/extra.yaml": f"title: Något annat\n{left}"}
    assert told(diff({**BASE, **goal}, BASE)) == {f"{level} removed goal/extra"}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("ongoing", {f"major date-slipped {OWN} end"}),
        ("completed", {f"minor date-slipped {OWN} end"}),
        ("delegated", {f"minor date-slipped {OWN} end"}),
    ],
)
def test_what_is_over(status, expected):
    """What is completed, cancelled or handed over cannot be weakened."""
    text = A + f"status: {status}\nend: {{0}}\n"
    changes = diff(
        {**BASE, "activities/tullhuset.yaml": text.format(2024)},
        {**BASE, "activities/tullhuset.yaml": text.format(2025)},
    )
    assert told(changes) == expected


def test_what_stands_in_what_is_over():
    """A milestone of what is completed can no more be weakened than the whole."""
    plan = "projektplan: {{timeline: {{milestones: [{{id: m, title: Start, date: {0}}}]}}}}\n"
    old, new = (
        {**BASE, "activities/a.yaml": f"{A}status: completed\n{plan.format(year)}"}
        for year in (2024, 2025)
    )
    assert told(diff(old, new)) == {"minor date-slipped milestone/m date"}


@pytest.mark.parametrize(("status", "level"), [("ongoing", "major"), ("completed", "minor")])
def test_decision_that_moves_in(status, level):
    """A decision that another activity had before is not new where there was none."""
    point = "decision_points: [{{id: val, title: Val, when: {}}}]\n"
    b = f"title: Rehabteam\nstatus: {status}\n"
    old = {"activities/a.yaml": A + point.format(2024), "activities/b.yaml": b}
    new = {"activities/a.yaml": A, "activities/b.yaml": b + point.format(2025)}
    found = {line for line in told(diff(old, new)) if "decision_point/" in line}
    assert found == {
        "minor moved decision_point/val",
        f"{level} date-slipped decision_point/val when",
    }


@pytest.mark.parametrize("when", ["before", "now", "and is gone"])
def test_removed_with_an_area_that_is_handed_over(when):
    """What leaves an area that another plan handles, already or from now on, is not withdrawn."""
    delegated = "title: Vård\ndelegated_to: e-plan\n"
    old = {**BASE, "activities/tullhuset.yaml": A}
    new = {**BASE, "areas/vard.yaml": delegated}
    if when != "now":
        old["areas/vard.yaml"] = delegated
    if when == "and is gone":
        new = {"roadmap.yaml": BASE["roadmap.yaml"]}
    assert f"minor removed {OWN}" in told(diff(old, new))
