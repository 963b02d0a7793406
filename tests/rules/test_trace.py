"""What a judgement rests on: each question is noted, and its answer changes when the facts do."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from fardplan.model.roadmap import Roadmap
from fardplan.rules._history import History
from fardplan.rules._homes import Homes, home_of
from fardplan.rules._parties import find_parties
from fardplan.rules._trace import Trace
from fardplan.rules._world import Answers, World
from fardplan.source.collection import load
from tests.rules.past import Files

ORGANISATIONS, GLOSSARY = "roadmaps/organisations.yaml", "roadmaps/glossary.yaml"
A, B, C = (f"roadmaps/{name}/roadmap.yaml" for name in "abc")
MAL, ETT, TVA = (
    "roadmaps/a/goals/mal.yaml",
    "roadmaps/a/activities/ett.yaml",
    "roadmaps/b/activities/tva.yaml",
)
FILES = {
    ORGANISATIONS: """\
format: 1
organisations:
  - {id: kommunen, kind: municipality, title: Kommunen KAN}
  - {id: regionen, kind: region, title: Regionen}
""",
    GLOSSARY: "format: 1\nterms:\n  - {id: vard, term: SIP, avoid: [Plan, Karta]}\n",
    A: """\
format: 1
title: A
year: 2024
profile: action
owners: [kommunen]
previously: [a-forr]
relations:
  - {kind: derived_from, roadmap: b}
decisions:
  - {id: antagande, kind: adopt, state: decided, body: regionen, objects: [{roadmap: b}]}
""",
    MAL: "title: M\n",
    ETT: "title: Ett\ngoal: mal\ndepends_on: [b/tva]\n",
    B: "format: 1\ntitle: B\nyear: 2023\nprofile: action\n",
    TVA: "title: Tva\ndepends_on: [a/ett]\n",
}  # fmt: skip
KOMMUNEN = ("", "organisation", "kommunen")
WHOLE_B = ("b", "roadmap", "b")
EVERYWHERE = {("home", ""), ("home", "a"), ("home", "b"), ("roadmaps",)}


def know(files: Mapping[str, str] = FILES) -> World:
    """Return what is known of all homes."""
    content = {path: text.encode() for path, text in files.items()}
    return World(Homes.of(load(Files(content)), Trace()))


QUESTIONS = {
    "a roadmap": (lambda world: world.homes.editions["a"], {("home", "a")}),
    "a roadmap that is not": (lambda world: world.homes.editions.get("c"), {("exists", "c")}),
    "whether it is": (lambda world: "a" in world.homes.editions, {("exists", "a")}),
    "all roadmaps": (lambda world: list(world.homes.editions), {("roadmaps",)}),
    "their number": (lambda world: len(world.homes.editions), {("roadmaps",)}),
    "an entity": (lambda world: world.homes.index.by_key[WHOLE_B], {("entity", *WHOLE_B)}),
    "whether there is one": (lambda world: WHOLE_B in world.homes.index.by_key, {("entity", *WHOLE_B)}),
    "all entities": (lambda world: len(world.homes.index.by_key), EVERYWHERE),
    "a kind": (lambda world: world.homes.index.by_kind["a", "goal"], {("kind", "a", "goal")}),
    "all kinds": (lambda world: len(world.homes.index.by_kind), EVERYWHERE),
    "names of before": (lambda world: world.links.declared, {("declared",)}),
    "rings": (lambda world: world.links.knots("depends_on"), {("knots", "depends_on")}),
    "owned": (lambda world: world.links.ownership.homes_of(KOMMUNEN), {("ownership",)}),
    "adopters": (lambda world: world.links.ownership.adopters("b", "a"), {("adopters", "b", "a")}),
    "capitals": (lambda world: world.vocabulary.capitals, {("capitals",)}),
    "advised against": (lambda world: world.vocabulary.instead, {("instead",)}),
    "what finds it": (lambda world: world.vocabulary.avoided, {("instead",)}),
    "any gap": (lambda world: bool(world.gaps), {("gaps-anywhere",)}),
    "no gap": (lambda world: world.gaps.is_empty, {("gaps-anywhere",)}),
    "a whole home": (lambda world: world.gaps.is_whole("a"), {("gaps", "a")}),
    "a value": (lambda world: world.gaps.in_doubt(MAL, ("title",)), {("gaps", "a")}),
    "an unread sort": (lambda world: world.gaps.has_unread("a", Roadmap), {("gaps", "a")}),
    "what may stand there": (
        lambda world: world.gaps.may_hold("a", "goal", "x"), {("gaps", "a"), ("gaps", "")}
    ),
    "names": (
        lambda world: world.links.names("a", ("goal",)), {("kind", "a", "goal"), ("kind", "", "goal")}
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_is_asked_is_noted(name):
    """Each question leaves its own token and no other, also when it has been asked before."""
    question, expected = QUESTIONS[name]
    world = know()
    for _ in range(2):
        asked = world.homes.trace.begin()
        question(world)
        assert asked == expected


def test_what_leads_back_is_noted_with_its_file():
    """Who asks what leads to something rests on what that is, and on each file that says so."""
    world = know()
    asked = world.homes.trace.begin()
    found = [link.reference.route for link in world.links.leading_to(WHOLE_B, "roadmap")]
    assert sorted(found) == [("decisions", 0, "objects", 0, "roadmap"), ("relations", 0, "roadmap")]
    assert {("leading", "b"), ("file", A)} <= asked
    assert ("entity", "a", "activity", "ett") in asked  # by the references in b itself
    assert ("entity", "a", "goal", "mal") not in asked  # nor what else a refers to


def test_references_rest_on_all_that_they_name():
    """Who follows the references of a roadmap rests on it and on where each of them may lead."""
    world = know()
    for _ in range(2):
        asked = world.homes.trace.begin()
        assert [link.target.key for link in world.links.under("a", "depends_on")] == [
            ("b", "activity", "tva")
        ]
        assert {("home", "a"), ("entity", "b", "activity", "tva")} <= asked


def test_a_plan_of_ones_own_rests_on_units_and_owners():
    """Whether a party has a plan of its own rests on all units and on who owns what."""
    world = know()
    together = find_parties(world.homes.index, "a", ["kommunen"])
    for _ in range(2):
        asked = world.homes.trace.begin()
        assert world.links.ownership.has_own_plan(KOMMUNEN, together)
        assert asked == {("kind", "", "unit"), ("ownership",)}


def test_history_is_noted():
    """Who asks for earlier versions rests on them, whether there are any or not."""
    history, edition = History(), know().homes.plain_editions["a"]
    asked = history.trace.begin()
    assert history.previous(edition) is None
    assert asked == {("history",)}


def test_what_is_worked_out_once_is_asked_by_everyone():
    """Each asks all that it took; `apart` leaves that out, and nothing asked before is lost."""
    trace = Trace()

    def work_out() -> int:
        trace.note("it")
        return 1

    outer = trace.begin()
    trace.note("before")
    assert trace.once("it", work_out, apart=True) == 1
    assert outer == {("before",)}
    assert trace.once("it", lambda: 2) == 1
    assert outer == {("before",), ("it",)}
    with pytest.raises(ZeroDivisionError):
        trace.once("no", lambda: 1 / 0)
    trace.note("after")
    assert outer == {("before",), ("it",), ("after",)}


@dataclass(frozen=True)
class Digests:
    """The files, each known by its content."""

    files: Mapping[str, str]

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each home."""
        homes = {home_of(path) for path in self.files}
        return {home: _hash(sorted(self.ids_in(home).items())) for home in homes}

    def ids_in(self, home: str) -> Mapping[str, str]:
        """Return the id of each file's content in one home."""
        return {path: _hash(text) for path, text in self.files.items() if home_of(path) == home}


def _hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()


UNREAD = "titel: M\n"
CHANGES = [
    (("file", MAL), {MAL: "title: N\n"}, {ETT: "title: E\n"}),
    (("home", "a"), {MAL: "title: N\n"}, {B: FILES[B] + "# x\n"}),
    (("exists", "c"), {C: FILES[B]}, {B: FILES[B] + "# x\n"}),
    (("entity", "a", "goal", "mal"), {MAL: "title: N\n"}, {ETT: "title: E\n"}),
    (("entity", "a", "goal", "ny"), {"roadmaps/a/goals/ny.yaml": "title: N\n"}, {MAL: "title: N\n"}),
    (("kind", "a", "goal"), {"roadmaps/a/goals/ny.yaml": "title: N\n"}, {ETT: "title: E\n"}),
    (("roadmaps",), {C: FILES[B]}, {B: "format: 1\ntitle: C\nyear: 2023\nprofile: action\n"}),
    (("leading", "b"), {A: FILES[A].replace("roadmap: b", "roadmap: a")}, {ETT: "title: E\n"}),
    (("knots", "depends_on"), {TVA: "title: Tva\n"}, {B: FILES[B] + "# x\n"}),
    (("declared",), {A: FILES[A].replace("a-forr", "a-nyss")}, {ETT: "title: E\n"}),
    (("ownership",), {B: FILES[B] + "owners: [kommunen]\n"}, {ETT: "title: E\n"}),
    (("ownership",), {B: FILES[B].replace("action", "vision")}, {TVA: "title: Tva\n"}),
    (("adopters", "b", "a"), {A: FILES[A].replace("regionen", "kommunen")}, {ETT: "title: E\n"}),
    (("capitals",), {GLOSSARY: FILES[GLOSSARY].replace("SIP", "VIP")}, {GLOSSARY: FILES[GLOSSARY].replace("Plan", "PLAN")}),
    (("capitals",), {ORGANISATIONS: FILES[ORGANISATIONS].replace("KAN", "VILL")}, {ETT: "title: SIS\n"}),
    (("instead",), {GLOSSARY: FILES[GLOSSARY].replace("Plan", "Tavla")}, {ETT: "title: E\n"}),
    (("gaps", "a"), {MAL: UNREAD}, {TVA: UNREAD}),
    (("gaps", "a"), {MAL: "title: [\n"}, {TVA: "title: [\n"}),
    (("gaps-anywhere",), {MAL: UNREAD}, {ETT: "title: E\n"}),
    (("gaps-anywhere",), {MAL: "title: [\n"}, {ETT: "title: E\n"}),
    (("instead",), {GLOSSARY: FILES[GLOSSARY].replace("Karta", "Bild")}, {GLOSSARY: FILES[GLOSSARY].replace("Plan, Karta", "Karta, Plan")}),
    (("kind", "a", "goal"), {MAL: "title: N\n"}, {ETT: "title: E\n"}),
    (("kind", "b", "goal"), {"roadmaps/b/goals/ny.yaml": "title: N\n"}, {MAL: "title: N\n"}),
    (("leading", "a"), {B: FILES[B] + "relations:\n  - {kind: cites, roadmap: a}\n"}, {ETT: "title: E\n"}),
    (("leading", "b"), {A: FILES[B], C: FILES[A]}, {B: FILES[B] + "# x\n"}),
    (("day", "a"), {A: FILES[A].replace("2024", "2025")}, {ETT: "title: E\n"}),
]  # fmt: skip


def answer(token: tuple[str, ...], files: Mapping[str, str]) -> str:
    """Return the answer to a question about these files."""
    world = know(files)
    days = {"day": lambda home: world.homes.plain_editions[home].roadmap.year}
    return Answers(world, Digests(files), days).find(token)


@pytest.mark.parametrize(("token", "matters", "does_not"), CHANGES, ids=lambda one: str(one)[:30])
def test_answer_changes_with_what_it_is_about(token, matters, does_not):
    """An answer is another one when what was asked for is, and the same whatever else changes."""
    assert answer(token, FILES | matters) != answer(token, FILES)
    assert answer(token, FILES | does_not) == answer(token, FILES)


def test_what_is_lost_is_told_from_what_does_not_fit():
    """Whether a whole file was lost or a key in it is unknown are different answers."""
    token = ("gaps-anywhere",)
    assert answer(token, FILES | {MAL: UNREAD}) != answer(token, FILES | {MAL: "title: [\n"})


def test_whether_there_is_a_roadmap():
    """That there is a roadmap is the same answer for each that there is, and no other."""
    there, other, absent = (answer(("exists", home), FILES) for home in ("a", "b", "c"))
    assert there == other != absent
