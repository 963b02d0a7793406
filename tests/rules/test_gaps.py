"""What could not be read is known key by key, in whatever roadmap it stands."""

from __future__ import annotations

import pytest

from fardplan.rules._homes import Homes
from fardplan.rules._outline import Outline
from fardplan.rules._trace import Trace
from fardplan.rules._world import World
from fardplan.source.collection import load
from tests.rules.past import Files

GOAL = "roadmaps/a/goals/mal.yaml"
AFTER_THAT_FILE = {("gaps", "a"), ("file", GOAL)}


def read(goal: str) -> Homes:
    """Return what is read of a roadmap with one goal."""
    head = "format: 1\ntitle: A\nyear: 2024\nprofile: action\n"
    files = {"roadmaps/a/roadmap.yaml": head.encode(), GOAL: goal.encode()}
    return Homes.of(load(Files(files)), Trace())


@pytest.mark.parametrize(
    ("goal", "key", "doubtful", "asked"),
    [
        ("title: M\n", "title", False, {("gaps", "a")}),
        ("title: M\nareaa: x\n", "area", True, AFTER_THAT_FILE),
        ("title: M\nareaa: x\n", "title", False, AFTER_THAT_FILE),
        ("title: M\narea: *x\n", "title", True, {("gaps", "a")}),
    ],
)
def test_doubt(goal, key, doubtful, asked):
    """What did not fit is in doubt, or all of a file that may have lost any value.

    It rests on the file only where something in it did not fit.
    """
    world = World(read(goal))
    for _ in range(2):
        noted = world.homes.trace.begin()
        assert world.gaps.in_doubt(GOAL, (key,)) is doubtful
        assert noted == asked


def test_what_fits_by_now():
    """A file in which something did not fit when its roadmap was last looked at may fit by now."""
    world = World(read("title: M\n"), {"a": Outline(unfit=(GOAL,))})
    assert not world.gaps.in_doubt(GOAL, ("title",))
