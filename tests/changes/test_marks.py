"""What still bears the mark of what it was, whatever it is called and however it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fardplan.changes._substance import Substances
from fardplan.model.activity import Activity, Goal
from fardplan.model.edition import Edition
from fardplan.model.substance import Substance
from tests.changes.editions import read
from tests.changes.test_every_field import base
from tests.changes.test_substance import VERSION, index_of, marks


def test_unknown_algorithm():
    """A hash by an algorithm that is not there says nothing."""
    own = base("goals/x.yaml")
    index = index_of(own)
    goal = index.by_key["lanet", "goal", "x"]
    mark = Substances(own, index).mark(goal, VERSION)
    assert Substances(own, index).bears(mark, goal) is True
    assert Substances(own, index).bears(replace(mark, algorithm=99), goal) is None
    assert Substances(own, index).bears(replace(mark, digest="0" * 16), goal) is False


def goals(**given: dict[str, object]) -> Edition:
    """Return an edition with these goals, by id."""
    found = {name.replace("_", "-"): Goal.model_validate(data) for name, data in given.items()}
    return replace(base("goals/x.yaml"), goals=found)


def bears(old: Edition, new: Edition, was: str, now: str) -> bool | None:
    """Tell whether a goal still bears the mark that it had in an older edition."""
    before, after = index_of(old), index_of(new)
    mark = Substances(old, before).mark(before.by_key["lanet", "goal", was], VERSION)
    return Substances(new, after).bears(mark, after.by_key["lanet", "goal", now])


HOME: dict[str, object] = {"title": "Hemma"}


@pytest.mark.parametrize(
    ("old", "new", "now", "holds"),
    [
        pytest.param(goals(a=HOME), goals(b={**HOME, "previously": ["a"]}), "b", True, id="renamed"),
        pytest.param(
            goals(a={**HOME, "previously": ["o"]}), goals(b={**HOME, "previously": ["o", "a"]}),
            "b", True, id="renamed again",
        ),
        pytest.param(
            goals(a=HOME), goals(a=HOME, b={**HOME, "previously": ["a"]}), "a", False, id="split"
        ),
        pytest.param(
            goals(a={**HOME, "previously": ["o"]}),
            goals(a={**HOME, "previously": ["o"]}, b={**HOME, "previously": ["o"]}),
            "a", False, id="split by an earlier id",
        ),
        pytest.param(
            goals(a=HOME, b=HOME), goals(a={**HOME, "previously": ["b"]}), "a", False, id="merged"
        ),
        pytest.param(
            goals(a={**HOME, "previously": ["o"]}, b=HOME),
            goals(a={**HOME, "previously": ["o", "b"]}), "a", False, id="merged when renamed before",
        ),
        pytest.param(goals(a=HOME), goals(a={"title": "hemma!"}), "a", True, id="same words"),
        pytest.param(goals(a=HOME), goals(a={"title": "Borta"}), "a", False, id="other words"),
    ],
)  # fmt: skip
def test_ids(old, new, now, holds):
    """A new id is no change; a split and a merger are, even where the thing says the same."""
    assert bears(old, new, "a", now) is holds


def test_order_of_keys_and_sets():
    """Neither the order of keys nor that of what is in a list matters, nor how a sum is written."""
    financing = [
        {"kind": "state_targeted", "year": "2024", "amount": "1,5", "unit": "MSEK"},
        {"kind": "own_budget", "year": "2025", "amount": "200000"},
    ]
    plan = {"financing": financing, "timeline": {"end": "HT2024"}}
    again = {
        "timeline": {"end": "hösten 2024"},
        "financing": [
            {"amount": "200", "unit": "kSEK", "year": "2025", "kind": "own_budget"},
            {"amount": "1500000", "year": "2024", "kind": "state_targeted"},
        ],
    }
    found = set()
    for content, partners in ((plan, ["a", "b"]), (again, ["b", "a"])):
        data = {"title": "T", "goal": "g", "partners": partners, "projektplan": content}
        own = replace(base("goals/x.yaml"), activities={"t": Activity.model_validate(data)})
        found.add(marks(own)["lanet", "activity", "t"])
    assert len(found) == 1


def test_example_before_a_need():
    """What a list says that is needed counts, whatever stands before it."""
    lists = "title: Vård\nlists:\n  - {{id: l, force: example, items: [Leda]}}\n  - {{id: m, force: need, items: [{}]}}\n"
    found = [read({"areas/a.yaml": lists.format(item)}) for item in ("Lära", "Lära", "Leda")]
    hashes = [marks(own)["lanet", "area", "a"] for own, _ in found]
    assert hashes[0] == hashes[1] != hashes[2]


def test_reference_to_another_roadmap():
    """What a reference to another roadmap leads to counts, by the first names of both."""
    front = "format: 1\ntitle: R\nprofile: action\nyear: 2024\n"

    def mark(name: str, previously: str, written: str) -> Substance:
        """Return the mark of a goal that refers to another roadmap, which has this name."""
        own, index = read(
            {
                f"roadmaps/{name}/roadmap.yaml": f"{front}{previously}\n",
                f"roadmaps/{name}/goals/a.yaml": "title: A\n",
                "goals/g.yaml": f"title: G\nimplements: [{{goal: {written}}}]\n",
                "goals/a.yaml": "title: A\n",
            }
        )
        return Substances(own, index).mark(index.by_key["lanet", "goal", "g"], VERSION)

    riket = mark("riket", "", "riket/a")
    assert mark("landet", "previously: [riket]", "landet/a") == riket
    assert len({riket, mark("landet", "", "landet/a"), mark("riket", "", "a")}) == 3


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ("a", False), ("goal/a", False), ("goals/a", False), ("lanet/a", False),
        ("lanet/goal/a", False), ("area/a", True), ("lanet/area/a", True),
    ],
)  # fmt: skip
def test_ways_to_say_what_came_of_it(written, holds):
    """A thing that another says it was has been split, in whatever way that is written."""
    split = goals(a=HOME, b={**HOME, "previously": [written]})
    assert bears(goals(a=HOME), split, "a", "a") is holds


def test_new_id_of_what_a_roadmap_holds():
    """A roadmap says the same when a goal has another id, but not when it has another goal."""
    found = [
        marks(goals(**{name: {**HOME, **more}}))["lanet", "roadmap", "lanet"]
        for name, more in (("a", {}), ("b", {"previously": ["a"]}), ("b", {}))
    ]
    assert found[0] == found[1] != found[2]


MILESTONE = "title: T\n{}projektplan: {{timeline: {{milestones: [{{id: m, title: M}}]}}}}\n"
STATEMENT = (
    "title: Målbild\nperspectives: [{{id: {}, title: P, statements: [{{id: m, text: M}}]}}]\n"
)


@pytest.mark.parametrize(
    ("old", "renamed", "other", "kind"),
    [
        (
            {"activities/a.yaml": MILESTONE.format("")},
            {"activities/b.yaml": MILESTONE.format("previously: [a]\n")},
            {"activities/b.yaml": MILESTONE.format("")},
            "milestone",
        ),
        (
            {"vision.yaml": STATEMENT.format("a")},
            {"vision.yaml": STATEMENT.format("b, previously: [a]")},
            {"vision.yaml": STATEMENT.format("b")},
            "statement",
        ),
    ],
)
def test_where_it_stands(old, renamed, other, kind):
    """What stands in another thing than before is not the same; a new id of that thing is."""
    found = [marks(read(files)[0])["lanet", kind, "m"] for files in (old, renamed, other)]
    assert found[0] == found[1] != found[2]
