"""The levels of changes: by name, and as settings replace them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fardplan.changes._base import ChangeKind, Level
from fardplan.changes._levels import relevel
from tests.changes.editions import diff


@pytest.mark.parametrize("level", Level)
def test_name(level):
    """A level is found by its name."""
    assert Level.of(str(level)) is level


def test_no_such_name():
    """No other name is a level."""
    with pytest.raises(StopIteration):
        Level.of("grave")


def test_settings():
    """Settings give a kind its level in every case, and leave the rest of each change alone."""
    old, new = (
        {
            "activities/a.yaml": f"title: Tullhuset\nend: {year}\n",
            "activities/b.yaml": f"title: {title}\nwording: {title}\n",
        }
        for year, title in ((2024, "Hemteam"), (2025, "Hemma"))
    )
    changes = diff(old, new)
    assert [(one.kind, one.level) for one in changes] == [
        (ChangeKind.DATE_SLIPPED, Level.MAJOR),
        (ChangeKind.RENAMED, Level.MINOR),
        (ChangeKind.REWORDED, Level.MINOR),
    ]
    given = {ChangeKind.DATE_SLIPPED: Level.EDITORIAL, ChangeKind.RENAMED: Level.MAJOR}
    assert relevel(changes, given) == (
        replace(changes[0], level=Level.EDITORIAL),
        replace(changes[1], level=Level.MAJOR),
        changes[2],
    )
