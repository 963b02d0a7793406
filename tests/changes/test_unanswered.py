"""What is new or gone, and nobody below refers to."""

from __future__ import annotations

from tests.changes.tracing import COUNTY, area, link, trace


def test_unanswered():
    """New and removed areas, goals and preconditions that nobody refers to are named."""
    new = {**COUNTY, "goals/ny.yaml": "title: Nytt\n", "activities/ny.yaml": "title: Ny\n",
           "areas/ny.yaml": "title: Nytt\n"}  # fmt: skip
    del new["goals/fall.yaml"]
    named = [(one.entity.kind, one.entity.id) for one in trace(COUNTY, new).unanswered]
    assert named == [("area", "ny"), ("goal", "fall"), ("goal", "ny")]
    answered = trace(COUNTY, new, {"goals/g.yaml": link("goal: lanet/ny")})
    assert [one.entity.id for one in answered.unanswered] == ["ny", "fall"]


def test_unanswered_is_for_all():
    """What any one roadmap refers to is answered."""
    new = {**COUNTY, "goals/ny.yaml": "title: Nytt\n", "areas/ny.yaml": "title: Nytt\n"}
    below = (
        {"goals/g.yaml": link("goal: lanet/ny")},
        {"areas/x.yaml": area("area: lanet/ny")},
    )
    assert trace(COUNTY, new, *below).unanswered == ()


def test_parts_that_come():
    """A new part of what stays is nothing that waits for an answer."""
    asks = {**COUNTY, "areas/hemma.yaml": "title: Hemma\nquestions: [{to: vi, text: Vem då}]\n"}
    assert trace(COUNTY, asks).unanswered == ()
