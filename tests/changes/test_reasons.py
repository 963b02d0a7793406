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


def test_part_with_a_reason_of_its_own():
    """A milestone that gives a reason keeps it; one that gives none has that of the activity."""
    written = (
        "end: {0}\nreason: Lokalen dröjer.\nprojektplan:\n  timeline:\n    milestones:\n"
        "      - {{title: Öppet hus, date: {0}, reason: Regnet kom.}}\n"
        "      - {{title: Invigning, date: {0}}}\n"
    )
    old, new = (
        {**BASE, "activities/tullhuset.yaml": A + written.format(at)} for at in (2024, 2025)
    )
    assert {one.path: one.details["reason"] for one in diff(old, new)} == {
        ("end",): "Lokalen dröjer.",
        ("projektplan", "timeline", "milestones", 0, "date"): "Regnet kom.",
        ("projektplan", "timeline", "milestones", 1, "date"): "Lokalen dröjer.",
    }
