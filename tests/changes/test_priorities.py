"""Priorities, by year and by party."""

from __future__ import annotations

import pytest

from tests.changes.editions import AREA, diff, front, told


def test_priority_of_a_body_with_another_id():
    """A priority is the same for the same party, whatever its id is now."""
    row = "priorities: [{{year: 2024, party: {0}, priority: high}}]\n"
    old, new = (
        {
            **front(f"bodies: [{{id: {name}, title: Laget{more}}}]"),
            "areas/x.yaml": AREA + row.format(name),
        }
        for name, more in (("g", ""), ("h", ", previously: [g]"))
    )
    assert told(diff(old, new)) == {"editorial reidentified body/h"}


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("priority: normal", "priority: high", "priority"),
        ("", "priorities: [{year: 2024, priority: high}]", "priorities/2024"),
        (
            "priorities: [{year: 2024, party: kumla, priority: high}]",
            "priorities: [{year: 2024, party: kumla, priority: normal}]",
            "priorities/2024/kumla",
        ),
    ],
)
def test_priority(old, new, path):
    """Priorities are compared by year and party."""
    changes = diff({"areas/halsa.yaml": AREA + old}, {"areas/halsa.yaml": AREA + new})
    assert told(changes) == {f"minor priority-changed area/halsa {path}"}


def test_each_party_has_its_own():
    """What all have stressed, and each of several parties in one year, are told apart."""
    rows = (
        "priorities: [{{year: 2024, priority: {}}}, {{year: 2024, party: kumla, priority: {}}}, "
        "{{year: 2024, party: laxa, priority: {}}}]\n"
    ).format
    first = {"areas/halsa.yaml": AREA + rows("normal", "normal", "normal")}
    for given, path in (
        (("high", "normal", "normal"), "2024"),
        (("normal", "high", "normal"), "2024/kumla"),
        (("normal", "normal", "high"), "2024/laxa"),
    ):
        changes = diff(first, {"areas/halsa.yaml": AREA + rows(*given)})
        assert told(changes) == {f"minor priority-changed area/halsa priorities/{path}"}
