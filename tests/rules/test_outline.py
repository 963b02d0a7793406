"""What the others may ask about one home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import pytest

from fardplan.rules._homes import Homes
from fardplan.rules._outline import Outline
from fardplan.rules._trace import Trace
from fardplan.rules._world import World
from fardplan.source.collection import load
from tests.rules.past import Files

SHARED = b"""\
format: 1
organisations:
  - {id: norr, kind: municipality, title: Norr}
  - {id: soder, kind: municipality, title: S}
"""
HEAD = "format: 1\ntitle: A\nyear: 2024\nprofile: action\n"
GOAL, ACTIVITY = "roadmaps/a/goals/mal.yaml", "roadmaps/a/activities/ett.yaml"


def draw(more: str = "", files: Mapping[str, str] = {}, *, home: str = "a") -> World:
    """Return what is known of a roadmap that says more than it must, beside one named b."""
    texts = {"roadmaps/a/roadmap.yaml": HEAD + more, "roadmaps/b/roadmap.yaml": HEAD, **files}
    shared = {"roadmaps/organisations.yaml": SHARED}
    content = shared | {path: text.encode() for path, text in texts.items()}
    return World(Homes.of(load(Files(content)), Trace()))


NORR, SODER = ("", "organisation", "norr"), ("", "organisation", "soder")
RELATIONS = """\
relations:
  - {kind: cites, roadmap: b}
  - {kind: replaces, roadmap: b}
  - {kind: replaces, roadmap: a}
"""
DECISIONS = """\
decisions:
  - {kind: adopt, state: decided, body: soder, objects: [{roadmap: b}]}
  - {kind: adopt, state: decided, body: norr, objects: [{roadmap: a}, {roadmap: b}]}
  - {kind: adopt, state: pending, body: soder, objects: [{roadmap: a}]}
"""
OTHERS = """\
decisions:
  - {kind: adopt, body: soder, objects: [{goal: mal}, {goal: b/mal}, {document: b}]}
  - {kind: adopt, body: norr, objects: [{document: a}]}
"""
OWN_BODY = """\
bodies: [{id: namnd, kind: committee, title: N, organisation: norr}]
owners: [namnd]
decisions: [{kind: adopt, state: decided, body: namnd, objects: [{roadmap: a}]}]
"""
SAID = [
    ("", {}, {}),
    ("owners: [soder, norr]\n", {}, {"owners": (SODER, NORR)}),
    ('version: "1.0"\n', {}, {"is_numbered": True}),
    ("previously: [z, y]\n", {GOAL: "title: M\npreviously: [x, y]\n"}, {"declared": ("x", "y", "z")}),
    ("judged_as_of: 2024-03\n", {}, {"judged_as_of": ("2024-03-31", 2024)}),
    ("judged_as_of: löpande\n", {}, {}),
    (RELATIONS, {}, {"leads": (("roadmap", ("b", "roadmap", "b")),)}),
    (
        "",
        {
            GOAL: "title: M\n",
            ACTIVITY: "title: E\ngoal: mal\ndepends_on: [b/tva, ett]\n",
            "roadmaps/b/activities/tva.yaml": "title: T\n",
        },
        {"goes_to": (("depends_on", "b"),)},
    ),
    (
        DECISIONS,
        {},
        {
            "adopters": (("a", NORR), ("b", NORR), ("b", SODER)),
            "leads": (("roadmap", ("b", "roadmap", "b")),),
        },
    ),
    (OWN_BODY, {}, {"owners": (NORR,), "adopters": (("a", NORR),)}),
    (
        f"references:\n  - {{id: b, title: B}}\n{OTHERS}",
        {GOAL: "title: M\n"},
        {"adopters": (("a", NORR),)},
    ),
    ("", {GOAL: "titel: M\n"}, {"unfit": (GOAL,)}),
    ("", {GOAL: "# fardplan: ignore[x] y\ntitle: M\n"}, {"commented": (GOAL,)}),
    ("", {GOAL: "title: [\n"}, {"incomplete": (GOAL,), "garbled": (GOAL,)}),
]  # fmt: skip


@pytest.mark.parametrize(("more", "files", "expected"), SAID)
def test_what_an_outline_says(more, files, expected):
    """An outline says what a roadmap does, each thing once and sorted, and nothing else."""
    assert draw(more, files).outlines["a"] == Outline(**expected)


def test_a_vision():
    """A vision is told apart, and a roadmap whose profile is unknown is half known."""
    world = draw(
        files={
            "roadmaps/b/roadmap.yaml": HEAD.replace("action", "vision"),
            "roadmaps/c/roadmap.yaml": HEAD.replace("action", "okand"),
        }
    )
    found = {home: (one.is_vision, one.is_half_known) for home, one in world.outlines.items()}
    assert found == {
        "": (False, False), "a": (False, False), "b": (True, False), "c": (False, True),
    }  # fmt: skip


def test_parts():
    """All that an outline says is in its parts, in the order of its fields."""
    outline = Outline(declared=("x",), is_vision=True)
    assert Outline(*outline.parts) == outline
    assert len(outline.parts) == len(fields(Outline))


def test_outlines_are_kept_until_forgotten():
    """What is known of a home that need not be read stands, until it is drawn anew or learnt."""
    kept = Outline(declared=("x",))
    homes = draw().homes
    world = World(homes, {"a": kept})
    assert world.outlines["a"] == kept
    assert world.redraw("a") == world.outlines["a"] == Outline()
    world.outlines.learn({"a": kept})
    world.outlines.learn({"b": kept})
    assert world.outlines["a"] == world.outlines["b"] == kept
    world.outlines.forget("a")
    world.outlines.forget("finns-inte")
    assert world.outlines["a"] == Outline()
    assert world.outlines.get("finns-inte") is None
    assert (list(world.outlines), len(world.outlines)) == (["", "a", "b"], 3)


def test_each_home_is_redrawn_by_itself():
    """Outlines drawn anew before any was asked for are those of their own homes."""
    b = {"roadmaps/b/roadmap.yaml": HEAD + "owners: [soder]\n"}
    world = draw("owners: [norr]\n", b)
    assert (world.redraw("a").owners, world.redraw("b").owners) == ((NORR,), (SODER,))


def test_what_is_redrawn_rests_on_all_that_it_names():
    """Drawing an outline anew asks what it takes; looking at it leaves that to who asked."""
    world = draw("owners: [norr]\n")
    asked = world.homes.trace.begin()
    _ = world.outlines["a"]
    assert asked == set()
    assert world.redraw("a").owners == (NORR,)
    assert ("entity", *NORR) in asked


@pytest.mark.parametrize("home", ["a", "b"])
def test_any_version_makes_history_matter(home):
    """As soon as one roadmap has a version, something may have been released."""
    path = f"roadmaps/{home}/roadmap.yaml"
    assert not draw().is_numbered
    assert draw(files={path: HEAD + 'version: "1.0"\n'}).is_numbered
