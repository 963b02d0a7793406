"""A reason stands with what it explains, not beside it."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, told
from tests.changes.test_activities import BASE, OWN, A


@pytest.mark.parametrize(
    ("old", "new", "explained"),
    [
        (
            "status: ongoing\nend: 2024",
            "status: completed\nend: 2025\nreason: Lokalen dröjde.",
            {"date-slipped"},
        ),
        ("end: 2024", "status: ongoing\nend: 2025\nreason: Lokalen dröjer.", {"date-slipped"}),
        ("status: ongoing", "status: completed\nreason: Två år i taget.", {"completed"}),
        ("", "status: paused\nreason: Lokalen dröjer.", {"status-changed"}),
    ],
)
def test_reason_stands_with_what_asks_for_one(old, new, explained):
    """What is done, or said for the first time, gets it only where nothing else is explained."""
    path = "activities/tullhuset.yaml"
    changes = diff({**BASE, path: A + old}, {**BASE, path: A + new})
    assert {str(one.kind) for one in changes if "reason" in one.details} == explained


def test_reason_alone():
    """A reason without anything to explain is a text like any other."""
    changes = diff(
        {**BASE, "activities/tullhuset.yaml": A},
        {**BASE, "activities/tullhuset.yaml": A + "reason: Lokalen dröjer."},
    )
    assert told(changes) == {f"editorial reworded {OWN} reason"}
