"""Which organisations the names of actors stand for, and which plans are their own."""

from __future__ import annotations

import pytest

from fardplan.rules._homes import Homes
from fardplan.rules._parties import find_parties
from fardplan.rules._trace import Trace
from fardplan.rules._world import World
from fardplan.source.collection import load
from tests.rules.past import Files

SHARED = """\
format: 1
organisations:
  - {id: norr, kind: municipality, title: Norr}
  - {id: soder, kind: municipality, title: Söder}
  - {id: regionen, kind: region, title: Regionen}
classes:
  - {id: kommuner, title: Kommunerna, members: [soder, norr]}
  - {id: alla, title: Alla, members: [regionen, kommuner, alla]}
  - {id: trasig, title: Trasig, members: [norr, finns-inte]}
bodies:
  - {id: namnden, kind: committee, title: Nämnden, organisation: soder}
  - {id: gruppen, kind: managers_group, title: Gruppen}
units:
  - {id: enheten, title: Enheten, organisation: norr, plan_url: "https://example.se/plan"}
  - {id: avdelningen, title: Avdelningen, organisation: soder}
"""


def know(**roadmaps: str) -> World:
    """Return what is known of some roadmaps, each given by what it adds to what it must say."""
    files = {"roadmaps/organisations.yaml": SHARED.encode()}
    for name, more in roadmaps.items():
        base = "" if "profile:" in more else "profile: action\n"
        text = f"format: 1\ntitle: T\nyear: 2024\n{base}{more}\n"
        files[f"roadmaps/{name}/roadmap.yaml"] = text.encode()
    loaded = load(Files(files))
    assert not loaded.faults
    assert not loaded.misfits
    return World(Homes.of(loaded, Trace()))


@pytest.mark.parametrize(
    ("written", "organisations", "whole"),
    [
        (("norr", "regionen"), ["norr", "regionen"], True),
        (("kommuner", "regionen"), ["soder", "norr", "regionen"], True),
        (("alla", "norr"), ["regionen", "soder", "norr"], True),
        (("namnden", "gruppen", "soder"), ["soder", "gruppen"], True),
        (("trasig", "soder"), ["norr", "soder"], False),
        ((), [], True),
    ],
)
def test_who_names_stand_for(written, organisations, whole):
    """A class stands for its members, a group for its organisation, in the order they are named."""
    found = find_parties(know().homes.index, "", written)
    assert [key[2] for key in found.members] == organisations
    assert found.whole is whole


def test_own_body_of_a_roadmap():
    """A roadmap's own group is found from there only, and stands for the organisation above it."""
    index = know(
        lan="bodies: [{id: egen, kind: committee, title: E, organisation: norr}]"
    ).homes.index
    assert [key[2] for key in find_parties(index, "lan", ["egen"]).members] == ["norr"]
    assert not find_parties(index, "", ["egen"]).whole


@pytest.mark.parametrize(
    ("party", "roadmaps", "expected"),
    [
        ("norr", {}, True),  # its unit links to a plan
        ("soder", {}, False),  # its unit does not
        ("soder", {"a": "owners: [soder]"}, True),
        ("soder", {"a": "owners: [soder, norr]"}, False),  # the plan that both share
        ("soder", {"a": "owners: [regionen, soder]"}, True),  # a plan with another one
        ("soder", {"a": "owners: [regionen]"}, False),
        ("soder", {"a": "profile: vision\nowners: [soder]"}, False),
        ("soder", {"a": "profile: vision\nowners: [soder]", "b": "owners: [soder]"}, True),
    ],
)
def test_a_plan_of_ones_own(party, roadmaps, expected):
    """A party has a plan beside the shared one if its unit links to it or it owns it otherwise."""
    world = know(**roadmaps)
    together = find_parties(world.homes.index, "", ["kommuner"])
    key = ("", "organisation", party)
    assert world.links.ownership.has_own_plan(key, together) is expected


def test_who_owns_what():
    """An organisation owns each roadmap that names it, whatever name it goes by there."""
    ownership = know(a="owners: [kommuner]", b="owners: [namnden, regionen]").links.ownership
    owned = {name: ownership.homes_of(("", "organisation", name)) for name in ("norr", "soder")}
    assert owned == {"norr": ("a",), "soder": ("a", "b")}
    assert ownership.homes_of(("", "body", "gruppen")) == ()


def test_who_has_adopted_what():
    """Another roadmap's decision tells who has adopted which, and nothing of the others."""
    decision = (
        "decisions:\n  - {kind: adopt, state: decided, body: namnden, objects: [{roadmap: b}]}"
    )
    ownership = know(a=decision, b="", c="").links.ownership
    asked = {pair: ownership.adopters(*pair) for pair in (("b", "a"), ("c", "a"), ("b", "c"))}
    assert asked == {
        ("b", "a"): {("", "organisation", "soder")},
        ("c", "a"): frozenset(),
        ("b", "c"): frozenset(),
    }
    assert ownership.adopters("b", "finns-inte") == frozenset()
