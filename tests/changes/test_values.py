"""What a change carries: the values on both sides, how long a slip is, in which order all is told."""

from __future__ import annotations

from decimal import Decimal

from fardplan.changes._base import ChangeKind
from fardplan.changes._values import Amount
from fardplan.model.time import FuzzyTime
from tests.changes.editions import diff, told

ACTIVITY = "activities/tullhuset.yaml"
TITLE = "title: Tullhuset\n"
MILESTONES = f"{TITLE}projektplan:\n  timeline:\n    milestones:\n"
START, END = "      - {id: ett, title: Start}\n", "      - {id: tva, title: Slut}\n"


def test_slip():
    """A slip has both times, and its length in whole months and in days."""
    (slip,) = diff({ACTIVITY: f"{TITLE}end: 2024\n"}, {ACTIVITY: f"{TITLE}end: 2025\n"})

    assert (slip.old, slip.new) == (FuzzyTime.parse("2024"), FuzzyTime.parse("2025"))
    assert slip.details == {"months": 12, "days": 365}


def test_time_that_cannot_be_measured():
    """A time that is neither later nor sooner has both times all the same, and no length."""
    (change,) = diff({ACTIVITY: f"{TITLE}end: 2024\n"}, {ACTIVITY: f"{TITLE}end: löpande\n"})

    assert (change.old, change.new) == (FuzzyTime.parse("2024"), FuzzyTime.parse("löpande"))
    assert change.details == {}


def test_slip_to_the_term_of_office():
    """The term of office is the one under way in the year of the version that says it."""
    old, new = f"{TITLE}end: 2022-10-14\n", f"{TITLE}end: mandatperioden\n"
    changes = diff({ACTIVITY: old}, {ACTIVITY: new}, years=(2022, 2024))

    (slip,) = [change for change in changes if change.path == ("end",)]
    assert (slip.kind, slip.details["months"]) == (ChangeKind.DATE_SLIPPED, 48)


def test_order_of_a_list():
    """What has changed places is called by its ids, before and after."""
    (change,) = diff({ACTIVITY: MILESTONES + START + END}, {ACTIVITY: MILESTONES + END + START})

    assert (change.old, change.new) == (("ett", "tva"), ("tva", "ett"))


def test_declared_without_a_kind():
    """An id alone means what is of the same kind, else the only thing that has it."""
    area, goal = {"areas/it.yaml": "title: Digitalt\n"}, {"goals/it.yaml": "title: Vi mår bra\n"}
    again = "title: Digitalt\npreviously: [it]\n"

    assert told(diff(area, {"goals/nytt.yaml": again})) == {"minor reidentified goal/nytt"}
    assert told(diff(area | goal, {"areas/nytt.yaml": again} | goal)) == {
        "editorial reidentified area/nytt"
    }


def test_declared_with_a_kind():
    """A kind says which of two with the same id is meant, with the roadmap's own id or without."""
    area, goal = {"areas/it.yaml": "title: Digitalt\n"}, {"goals/it.yaml": "title: Vi mår bra\n"}
    for written in ("goal/it", "lanet/goal/it"):
        nytt = {"areas/nytt.yaml": f"title: Vi mår bra\npreviously: [{written}]\n"}
        assert told(diff(area | goal, area | nytt)) == {"minor reidentified area/nytt"}


def test_order_of_files():
    """Changes are told in the order of the kinds of files, not of the alphabet."""
    names = ["activities/a", "areas/b", "goals/c", "indicators/d"]
    found = diff({}, {f"{name}.yaml": TITLE for name in names})

    assert [f"{one.entity.kind}/{one.entity.id}" for one in found] == [
        "area/b", "goal/c", "activity/a", "indicator/d",
    ]  # fmt: skip


def test_sum_in_words():
    """A sum is told in kronor, as each language writes it."""
    assert Amount(Decimal(1200000)).say("sv") == "1\xa0200\xa0000\xa0kr"
    assert Amount(Decimal("0.50")).text == "0.5"
