"""Ongoing work is no commitment: whatever becomes of it is told in one line."""

from __future__ import annotations

from fardplan.changes._values import EntityRef
from tests.changes.editions import diff, front, told
from tests.changes.test_stories import say

R = "roadmap/lanet"
WORK = """ongoing:
  - id: telefon
    title: Telefontillgänglighet
  - id: hemmet
    title: Överenskommelse sjukvård i hemmet
    items: [{id: rehab, title: Rehabilitering}]
"""


def test_ongoing_work_is_one_line():
    """However much of the ongoing work changes, it is one editorial change, with what it became."""
    new = {
        "roadmap.yaml": "ongoing: [{id: telefon, title: Telefon dygnet runt}, {id: ny, title: Nytt arbete}]\n",
        "activities/x.yaml": "title: Överenskommelse för sjukvård i hemmet\npreviously: [ongoing/hemmet]\n",
    }
    changes = diff(front(WORK), new)
    assert told(changes) == {f"editorial metadata-changed {R} ongoing", "minor added activity/x"}
    (change,) = (change for change in changes if change.path == ("ongoing",))
    counts = [change.details[key] for key in ("added", "removed", "reworded")]
    assert (change.old, change.new, counts) == (3, 2, [1, 1, 1])
    assert change.details["became"] == (EntityRef("lanet", "activity", "x", ""),)
    (come,) = (change for change in changes if change.kind == "added")
    assert say(come.details["origin"]) == (
        "ongoing lanet/hemmet (Överenskommelse sjukvård i hemmet)"
    )
    back = diff(new, front(WORK))
    (gone,) = (change for change in back if change.kind == "removed")
    assert say(gone.details["heir"]) == say(come.details["origin"])
    (change,) = (change for change in back if change.path == ("ongoing",))
    assert (change.old, change.new) == (2, 3)
    assert change.details["became"] == (EntityRef("lanet", "activity", "x", ""),)


def test_what_ongoing_work_became():
    """All that points became is named in one order, where it stands: in the other version."""
    new = {
        "roadmap.yaml": "previously: [lanet]\nongoing: [{id: hemmet, title: Vård i hemmet}]\n",
        "goals/y.yaml": "title: Tillgänglighet\npreviously: [ongoing/telefon]\n",
        "activities/x.yaml": "title: Rehabilitering\npreviously: [ongoing/rehab]\n",
    }
    for names, old in ((("lanet", "regionen"), False), (("regionen", "lanet"), True)):
        pair = (new, front(WORK)) if old else (front(WORK), new)
        changes = diff(*pair, names=names)
        (change,) = (one for one in changes if one.path == ("ongoing",))
        assert change.details["became"] == (
            EntityRef("regionen", "activity", "x", ""), EntityRef("regionen", "goal", "y", ""),
        )  # fmt: skip


def test_ongoing_work_that_leaves():
    """A whole list that leaves is one editorial change."""
    (change,) = diff(front(WORK), front(""))
    assert told((change,)) == {f"editorial removed {R} ongoing"}
    assert (change.old, change.new, change.details["removed"]) == (3, None, 3)
    (change,) = diff(front(""), front(WORK))
    assert told((change,)) == {f"editorial added {R} ongoing"}
    assert (change.old, change.new, change.details["added"]) == (None, 3, 3)
