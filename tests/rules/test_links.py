"""The references of every roadmap: what leads where, what leads back, and what leads nowhere."""

from __future__ import annotations

import pytest

from fardplan.rules._homes import Homes
from fardplan.rules._links import Links
from fardplan.rules._trace import Trace
from fardplan.rules._world import World
from fardplan.source.collection import load
from tests.rules.past import Files

FILES = {
    "roadmaps/organisations.yaml": """\
format: 1
organisations:
  - {id: norr, kind: municipality, title: Norr}
units:
  - {id: skolan, title: Skolan, organisation: norr, part_of: norr}
classes:
  - {id: alla, title: Alla, members: [norr]}
""",
    "roadmaps/a/roadmap.yaml": """\
format: 1
title: A
year: 2024
profile: action
previously: [a-forr]
owners: [alla]
relations:
  - {kind: derived_from, roadmap: b, reviewed: "1.0"}
  - {kind: cites, roadmap: b}
""",
    "roadmaps/a/goals/mal.yaml": "title: M\npreviously: [m-forr]\ncontributes_to: [b/mal, c/mal]\n",
    "roadmaps/a/activities/ett.yaml": """\
title: Ett
goal: mal
depends_on: [tva, b/tre, b/tre]
sub_activities:
  - {id: del, title: Del, responsible: [norr]}
  - {title: Utan id, responsible: norr}
""",
    "roadmaps/a/activities/tva.yaml": "title: Tva\ngoal: inte\ndepends_on: [ett]\n",
    "roadmaps/b/roadmap.yaml": 'format: 1\ntitle: B\nyear: 2024\nversion: "1.0"\nprofile: action\nowners: [norr]\n',
    "roadmaps/b/goals/mal.yaml": "title: M\ncontributes_to: [c/mal]\n",
    "roadmaps/b/activities/tre.yaml": "title: Tre\ngoal: mal\ndepends_on: [a/ett]\n",
    "roadmaps/c/roadmap.yaml": "format: 1\ntitle: C\nyear: 2024\nprofile: action\nowners: [norr]\n",
    "roadmaps/c/goals/mal.yaml": "title: M\ncontributes_to: [a/mal]\n",
}  # fmt: skip
NORR = ("", "organisation", "norr")


@pytest.fixture
def links() -> Links:
    """The references of three roadmaps."""
    loaded = load(Files({path: text.encode() for path, text in FILES.items()}))
    assert not loaded.faults
    assert not loaded.misfits
    return World(Homes.of(loaded, Trace())).links


def test_broken(links):
    """What leads nowhere is known with what was written, home by home."""
    found = {home: [one.written for one, _ in links.broken(home)] for home in ("", "a", "b", "c")}
    assert found == {"": [], "a": ["inte"], "b": [], "c": []}


def test_under(links):
    """References under some keys come with what they lead to, as often as they are written."""
    found = [(link.key, link.target.key) for link in links.under("a", "depends_on", "owners")]
    assert found == [
        ("depends_on", ("a", "activity", "tva")),
        ("depends_on", ("b", "activity", "tre")),
        ("depends_on", ("b", "activity", "tre")),
        ("depends_on", ("a", "activity", "ett")),
        ("owners", ("", "class", "alla")),
    ]
    assert [link.target.key for link in links.under("", "part_of", "members")] == [NORR, NORR]


def test_only_what_a_rule_follows_is_kept(links):
    """Under a key that no rule follows, references are checked and let go."""
    kept = {link.key for link in links.watched("a")}
    assert kept == {"contributes_to", "depends_on", "owners", "responsible", "roadmap"}


def test_source(links):
    """What refers is a file by its own name, a part by its id, else what has no name."""
    found = {link.source for link in links.under("a", "depends_on", "responsible", "owners")}
    assert found == {
        ("a", "activity", "ett"),
        ("a", "activity", "tva"),
        ("a", "sub_activity", "del"),
        ("a", "sub_activity", ""),
        ("a", "roadmap", "a"),
    }
    assert {link.source for link in links.under("a", "roadmap")} == {("a", "", "")}
    assert {link.source for link in links.under("", "members", "part_of")} == {
        ("", "class", "alla"),
        ("", "unit", "skolan"),
    }


def test_reviewed(links):
    """Only references that say which version they were reviewed against are reviewed."""
    found = [(link.reference.route, link.target.key) for link in links.reviewed("a")]
    assert found == [(("relations", 0, "roadmap"), ("b", "roadmap", "b"))]
    assert links.reviewed("b") == ()


def test_leading_to(links):
    """What leads to something is found in its own home and in all others, under one key."""

    def routes(target: tuple[str, str, str], key: str) -> list[tuple[str, object]]:
        found = links.leading_to(target, key)
        return [(link.reference.home, link.reference.route) for link in found]

    assert routes(("b", "roadmap", "b"), "roadmap") == [
        ("a", ("relations", 0, "roadmap")),
        ("a", ("relations", 1, "roadmap")),
    ]
    assert routes(("a", "roadmap", "a"), "roadmap") == []
    assert routes(NORR, "part_of") == [("", ("units", 0, "part_of"))]
    assert routes(NORR, "members") == [("", ("classes", 0, "members", 0))]


def test_what_things_were_called_before(links):
    """What any roadmap says was called otherwise before is known, whatever it is."""
    assert links.declared == {"a-forr", "m-forr"}


def test_knots(links):
    """Homes between which references lead around are found; one that leads ahead only is not."""
    assert [sorted(knot) for knot in links.knots("depends_on")] == [["a", "b"]]
    assert [sorted(knot) for knot in links.knots("contributes_to")] == [["a", "b", "c"]]
    assert links.knots("after") == ()


def test_names(links):
    """A misspelt name may be meant for what stands in the home or is shared, or for a roadmap."""
    assert links.names("a", ("activity",)).nearest("eett") == "ett"
    assert links.names("b", ("activity",)).nearest("eett") is None
    assert links.names("a", ("unit",)).nearest("skollan") == "skolan"
    assert links.names("a", ("goal",)).nearest("C") is None
    assert links.names("a", ("roadmap",)).nearest("C") == "c"
    assert links.names("a", ("goal", "roadmap")).nearest("maal") == "mal"
