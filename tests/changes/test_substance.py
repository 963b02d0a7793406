"""The hash of what something says: it differs where, and only where, a change of weight does."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from fardplan.changes._compare import compare
from fardplan.changes._concerns import concerns, is_substance
from fardplan.changes._forms import Forms
from fardplan.changes._substance import ALGORITHMS, LATEST, Substances
from fardplan.model.activity import Activity, Goal
from fardplan.model.edition import Edition
from fardplan.model.fields import Route, field_of
from fardplan.model.index import Index
from fardplan.model.links import Link
from fardplan.model.substance import Substance
from fardplan.model.version import VersionNumber
from fardplan.source.collection import load
from tests.changes.editions import read
from tests.changes.samples import ALL_KEYS, DOCUMENTS
from tests.changes.test_every_field import CASES, base, edition
from tests.rules.past import Files

Key = tuple[str, str, str]

VERSION = VersionNumber.parse("1.0")
REFERABLE = frozenset(
    kind for key in Link.TARGETS for spec in [field_of(Link, key)] if spec for kind in spec.refs
)
"""The kinds of things that a reference with a review may lead to."""

STRICTER = {
    "previously": "a hash cannot know from when an earlier id is",
    "consequences.group": "a consequence is known by its group, so that another is another one",
    "targets.text": "a target without a year is known by its text",
}
"""Fields of which a change is only wording, but a hash takes it for more; each with the reason."""
GOLDEN = {
    "exempelkommun/2024": "2ab830048887a55b",
    "malbild-orebro-lan/2021": "98606a3c335338ee",
    "orebro-lan/2022": "8007b6863d552911",
}
"""All hashes by algorithm 1 of three editions that lie still, hashed."""


@cache
def read_edition(name: str) -> Edition:
    """Return an earlier edition, out of its folder."""
    roadmap = name.partition("/")[0]
    top = Path(__file__).parents[1] / "fixtures" / "history" / name
    files = {
        f"roadmaps/{roadmap}/{path.relative_to(top).as_posix()}": path.read_bytes()
        for path in top.rglob("*.yaml")
    }
    return load(Files(files)).collection.editions[roadmap]


def index_of(own: Edition) -> Index:
    """Return an index of one roadmap."""
    index = Index()
    index.add_edition(own)
    return index


def marks(own: Edition) -> dict[Key, Substance]:
    """Return the mark of everything that can be referred to."""
    index = index_of(own)
    substances = Substances(own, index)
    found = (one for one in index.by_key.values() if one.kind in REFERABLE)
    return {one.key: substances.mark(one, VERSION) for one in found}


@cache
def before(document: str) -> dict[Key, Substance]:
    """Return the marks before any change."""
    return marks(base(document))


def differing(document: str, route: Route, data: Any) -> tuple[set[str], set[str]]:
    """Return the kinds that differ by their hash, and those that do by a comparison."""
    old, new = base(document), edition(document, data)
    found = marks(new)
    by_hash = {key[1] for key, mark in before(document).items() if found.get(key, mark) != mark}
    counted = [one for one in compare(old, new, Index(), Index()) if is_substance(one)]
    by_meaning = {
        kind
        for _, kind, name in before(document).keys() & found.keys()
        if any(concerns(one, kind, name) for one in counted)
    }
    return by_hash, by_meaning


@cache
def disagreements(document: str) -> frozenset[str]:
    """Return the fields of a document on which the hash and the comparison do not agree."""
    found = set()
    for case in CASES:
        where, route, data = cast("tuple[str, Route, Any]", case.values)
        if where == document:
            by_hash, by_meaning = differing(document, route, data)
            if by_hash != by_meaning:
                found.add(".".join(part for part in route if part in ALL_KEYS))
    return frozenset(found)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_field(document: str) -> None:
    """A field of any model is substance for the hash if it is for a comparison, or is explained."""
    found = disagreements(document)
    assert {name for name in found if not any(name.endswith(one) for one in STRICTER)} == set()


def test_explanations_are_needed():
    """Every exception is of a field for which the hash and the comparison do differ."""
    found = {name for document in DOCUMENTS for name in disagreements(document)}
    assert {one for one in STRICTER if not any(name.endswith(one) for name in found)} == set()


def test_algorithm():
    """What the latest algorithm makes of files that lie still never changes.

    Where it has to, the algorithm gets a new number (changes/_substance.py) and this a new line.
    """
    assert (LATEST, set(ALGORITHMS)) == (1, {1})
    found = {}
    for name in GOLDEN:
        own = read_edition(name)
        written = sorted(f"{key} {mark}" for key, mark in marks(own).items())
        found[name] = hashlib.sha256("\n".join(written).encode()).hexdigest()[:16]
    assert found == GOLDEN


@pytest.mark.parametrize("document", DOCUMENTS)
def test_form(document, golden):
    """What the latest algorithm takes for substance, where every field is set.

    A new field adds a line. No other line may change without another number of the algorithm.
    """
    own = base(document)
    (value,) = (each for name, each in own.documents() if name == document)
    form = Forms(own.id, index_of(own)).of(value)
    written = json.dumps(form, ensure_ascii=False, sort_keys=True, indent=1)
    golden(f"form-{document.replace('/', '-').removesuffix('.yaml')}.json", f"{written}\n")


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
