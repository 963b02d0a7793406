"""Whole things: where they came from and went, what older things they hold, who they are not."""

from __future__ import annotations

import pytest

from fardplan.changes._values import EntityRef
from tests.changes.editions import diff, told

MILESTONE = "projektplan: {{timeline: {{milestones: [{{id: m, title: Start, date: {}}}]}}}}\n"
ONGOING = {"areas/x.yaml": "title: Vård\nongoing: {items: [{id: w, title: Förr}]}\n"}
ACTIVITY = {"activities/w.yaml": "title: Nu\npreviously: [ongoing/w]\n"}
AREA = {"areas/x.yaml": "title: Vård\n"}
RENAMED = {"roadmap.yaml": "previously: [lanet]\n"}


@pytest.mark.parametrize(("status", "level"), [("ongoing", "major"), ("completed", "minor")])
def test_what_a_new_thing_took_over(status, level):
    """A milestone that is put off in a new activity breaks no promise if that is over."""
    old = {"activities/a.yaml": "title: Hemteam\n" + MILESTONE.format(2024)}
    new = {
        "activities/a.yaml": "title: Hemteam\n",
        "activities/b.yaml": f"title: Kunskapslyft\nstatus: {status}\n" + MILESTONE.format(2025),
    }
    assert {line for line in told(diff(old, new)) if "milestone" in line} == {
        "minor moved milestone/m",
        f"{level} date-slipped milestone/m date",
    }


def test_work_that_became_a_commitment():
    """What a new activity was before is called as it was, in the roadmap of then."""
    changes = diff(ONGOING, {**AREA, **ACTIVITY, **RENAMED}, names=("lanet", "nytt"))
    (come,) = (one for one in changes if one.kind == "added" and one.entity.kind == "activity")
    origin = come.details["origin"]
    assert origin == EntityRef("lanet", "ongoing", "w", "")
    assert isinstance(origin, EntityRef)
    assert origin.title == "Förr"


def test_commitment_that_became_work():
    """What an activity became that is gone is called as it is, in the roadmap of now."""
    changes = diff({**AREA, **ACTIVITY}, {**ONGOING, **RENAMED}, names=("lanet", "nytt"))
    (gone,) = (one for one in changes if one.kind == "removed" and one.entity.kind == "activity")
    heir = gone.details["heir"]
    assert heir == EntityRef("nytt", "ongoing", "w", "")
    assert isinstance(heir, EntityRef)
    assert heir.title == "Förr"


def test_nothing_to_recognise():
    """Two things without title and text are not alike for that."""
    old, new = (
        {"roadmap.yaml": f"decisions: [{{id: {name}, kind: {kind}}}]\n"}
        for name, kind in (("a", "adopt"), ("b", "prolong"))
    )
    assert told(diff(old, new)) == {"minor added decision/b", "minor removed decision/a"}
