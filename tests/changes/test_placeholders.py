"""Gaps that say when they are to be filled: filled, opened, withdrawn."""

from __future__ import annotations

import pytest

from tests.changes.editions import AREA, diff, told

R = "roadmap/lanet"
GAP = "title: Hälsa\nplaceholder: {reason: Temat för året., due: 2024}\n"
GOAL = {"goals/a.yaml": "title: Må bra\narea: halsa\n"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"areas/halsa.yaml": GAP}, {"areas/halsa.yaml": AREA, **GOAL}, {"minor placeholder-filled area/halsa placeholder", "minor added goal/a"}),
        ({"areas/halsa.yaml": GAP}, {"areas/halsa.yaml": AREA}, {"major removed area/halsa placeholder"}),
        ({"areas/halsa.yaml": GAP}, {"areas/halsa.yaml": GAP.replace("2024", "2025")}, {"major date-slipped area/halsa placeholder/due"}),
        ({"areas/halsa.yaml": AREA}, {"areas/halsa.yaml": GAP}, {"minor added area/halsa placeholder"}),
        ({"areas/halsa.yaml": AREA, **GOAL}, {"areas/halsa.yaml": GAP}, {"minor placeholder-opened area/halsa placeholder", "major removed goal/a"}),
        (
            {"roadmap.yaml": "areas_pending: {due: 2024}\n"},
            {"areas/halsa.yaml": AREA},
            {f"minor placeholder-filled {R} areas_pending", "minor added area/halsa"},
        ),
    ],
)  # fmt: skip
def test_gap(old, new, expected):
    """A gap is filled by what now stands there; one that just vanishes is a promise withdrawn."""
    assert told(diff(old, new)) == expected


def test_gap_of_an_area_with_another_id():
    """What stands under an area is what stands under it by the id that it has in each version."""
    old = {"areas/halsa.yaml": AREA, **GOAL}
    new = {"areas/friskvard.yaml": GAP + "previously: [halsa]\n"}
    for before, after, kind in ((old, new, "opened"), (new, old, "filled")):
        (gap,) = (one for one in diff(before, after) if one.path == ("placeholder",))
        assert (gap.kind, gap.details["children"]) == (f"placeholder-{kind}", 1)


def test_gap_of_what_is_handed_over():
    """A gap that leaves an area which another plan now handles is no broken promise."""
    changes = diff({"areas/halsa.yaml": GAP}, {"areas/halsa.yaml": AREA + "delegated_to: e-plan\n"})
    assert told(changes) == {
        "minor delegated area/halsa delegated_to",
        "minor removed area/halsa placeholder",
    }
