"""Finding entities by reference."""

from __future__ import annotations

import pytest

from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import ACTOR_KINDS, Thinned
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import SHARED, Index, references
from fardplan.model.indicator import Report
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from fardplan.model.vision import Vision


def _roadmap(**keys: object) -> Roadmap:
    base = {"format": "1", "title": "Färdplan", "year": "2023", "profile": "action"}
    return Roadmap.model_validate(base | keys)


SHARED_PARTIES = Organisations.model_validate(
    {
        "format": "1",
        "organisations": [{"id": "regionen", "title": "Regionen"}, {"id": "trygg", "title": "T"}],
        "bodies": [{"id": "ledningsgruppen", "title": "Ledningsgruppen"}],
        "units": [{"id": "regionen", "title": "Enheten Regionen"}],
    }
)
LAN = Edition(
    "lan",
    _roadmap(
        bodies=[{"id": "ledningsgruppen", "title": "Länets ledningsgrupp"}],
        themes=[{"id": "hem", "title": "Hem"}],
        annexes=[{"number": "1", "title": "Bilaga"}],
    ),
    Vision.model_validate(
        {
            "title": "Målbild",
            "perspectives": [
                {"id": "jag", "title": "Jag", "statements": [{"id": "s1", "text": "Jag vet."}]}
            ],
        }
    ),
    areas={"trygg": Area(title="Trygg"), "hem": Area(title="Hem")},
    goals={"hem": Goal(title="Hemgång", area="hem"), "extra": Goal(title="Extra")},
    activities={
        "a1": Activity.model_validate(
            {
                "title": "A",
                "goal": "hem",
                "responsible": ["regionen"],
                "sub_activities": [{"id": "del", "title": "Del"}],
            }
        )
    },
    reports={"2023-q2": Report.model_validate({})},
)
KOMMUN = Edition("kommun", _roadmap(), goals={"hem": Goal(title="Kommunens hem")})
TRYGG = Edition("trygg", _roadmap(title="Trygg"), areas={"kommun": Area(title="K")})
COLLECTION = Collection(
    {"lan": LAN, "kommun": KOMMUN, "trygg": TRYGG}, SHARED_PARTIES, Glossary(format=1)
)
INDEX = Index.of(COLLECTION)


@pytest.mark.parametrize(
    ("home", "written", "kinds", "expected"),
    [
        # in the roadmap itself
        ("lan", "hem", ("goal",), [("lan", "goal", "hem")]),
        ("lan", "goal/hem", ("goal",), [("lan", "goal", "hem")]),
        ("lan", "goal/hem", ("goal", "area"), [("lan", "goal", "hem")]),
        ("lan", "del", ("sub_activity",), [("lan", "sub_activity", "del")]),
        ("lan", "s1", ("statement",), [("lan", "statement", "s1")]),
        ("lan", "1", ("annex",), [("lan", "annex", "1")]),
        # in another roadmap
        ("kommun", "lan/hem", ("goal",), [("lan", "goal", "hem")]),
        ("kommun", "lan/goal/hem", ("goal", "theme"), [("lan", "goal", "hem")]),
        ("lan", "lan/hem", ("goal",), [("lan", "goal", "hem")]),
        ("kommun", "lan", ("roadmap",), [("lan", "roadmap", "lan")]),
        ("kommun", "roadmap/lan", ("reference", "roadmap"), [("lan", "roadmap", "lan")]),
        ("kommun", "lan/lan", ("roadmap",), [("lan", "roadmap", "lan")]),
        # what all share
        ("lan", "regionen", ("organisation",), [("", "organisation", "regionen")]),
        ("", "regionen", ("organisation",), [("", "organisation", "regionen")]),
        ("kommun", "body/ledningsgruppen", ACTOR_KINDS, [("", "body", "ledningsgruppen")]),
        # one's own before what all share
        ("lan", "ledningsgruppen", ("body",), [("lan", "body", "ledningsgruppen")]),
        # nothing
        ("kommun", "extra", ("goal",), []),
        ("lan", "hem", ("activity",), []),
        ("lan", "lan/area/hem", ("goal",), []),
        ("lan", "finns/inte/alls/hem", ("goal",), []),
        ("lan", "", ("goal",), []),
        ("lan", "/", ("goal",), []),
        ("lan", "lan/", ("goal",), []),
        ("kommun", "finns-inte/goal/hem", ("goal",), []),
        # a roadmap that does not exist is not the shared files
        ("lan", "finns-inte/regionen", ("organisation",), []),
        ("lan", "finns-inte/organisation/regionen", ("organisation",), []),
        # several
        ("lan", "hem", ("goal", "area", "theme"), [("lan", "goal", "hem"), ("lan", "area", "hem"), ("lan", "theme", "hem")]),
        ("lan", "regionen", ACTOR_KINDS, [("", "organisation", "regionen"), ("", "unit", "regionen")]),
        ("kommun", "lan/hem", ("goal", "area"), [("lan", "goal", "hem"), ("lan", "area", "hem")]),
    ],
)  # fmt: skip
def test_resolve(home, written, kinds, expected):
    """A reference leads to one entity; none and several are told apart."""
    found = INDEX.resolve(home, written, kinds)
    assert [entity.key for entity in found.candidates or ()] == (
        expected if len(expected) > 1 else []
    )
    assert found.entity == (INDEX.by_key[expected[0]] if len(expected) == 1 else None)


def test_what_an_entity_knows():
    """An entity knows its title, file and route."""
    found = INDEX.resolve("lan", "s1", ("statement",)).entity
    assert found is not None
    assert (found.title, found.file, found.route) == (
        "Jag vet.", "roadmaps/lan/vision.yaml", ("perspectives", 0, "statements", 0),
    )  # fmt: skip
    assert INDEX.by_key["lan", "roadmap", "lan"].file == "roadmaps/lan/roadmap.yaml"
    assert INDEX.by_key["lan", "vision", "lan"].file == "roadmaps/lan/vision.yaml"
    assert INDEX.by_key[SHARED, "organisation", "trygg"].file == "roadmaps/organisations.yaml"
    assert INDEX.by_key["lan", "report", "2023-q2"].title == "2023-q2"


def test_duplicates():
    """The same id twice within a kind is told, with both places; across kinds it is right."""
    assert INDEX.duplicates == []
    roadmap = _roadmap(
        themes=[{"id": "a", "title": "1"}, {"id": "b", "title": "2"}, {"id": "a", "title": "3"}],
        principles=[{"id": "a", "title": "4"}],
    )
    index = Index.of(Collection({"x": Edition("x", roadmap)}, SHARED_PARTIES, Glossary(format=1)))
    assert [(one.route, two.route) for one, two in index.duplicates] == [
        (("themes", 0), ("themes", 2))
    ]
    assert index.resolve("x", "a", ("theme",)).entity == index.duplicates[0][0]


def test_routes_are_those_of_the_file():
    """After a broken item the next still stands where it does in the file."""
    themes = Thinned.of(["broken", {"id": "a", "title": "A"}])
    themes.take_out(0)
    index = Index.of(
        Collection({"x": Edition("x", _roadmap(themes=themes))}, SHARED_PARTIES, Glossary(format=1))
    )
    assert index.by_key["x", "theme", "a"].route == ("themes", 1)


def test_routes_of_references_are_those_of_the_file():
    """After a broken item a reference still stands where it does in the file."""
    partners = Thinned.of([["broken"], "regionen"])
    partners.take_out(0)
    activity = Activity.model_validate({"title": "A", "partners": partners})
    (found,) = references(Edition("x", _roadmap(), activities={"a": activity}))
    assert (found.route, found.written) == (("partners", 1), "regionen")


def test_references():
    """Every reference in a roadmap is found, with the kinds it may lead to."""
    assert {(one.file, one.route, one.written, one.spec.refs) for one in references(LAN)} == {
        ("roadmaps/lan/goals/hem.yaml", ("area",), "hem", ("area",)),
        ("roadmaps/lan/activities/a1.yaml", ("goal",), "hem", ("goal",)),
        ("roadmaps/lan/activities/a1.yaml", ("responsible", 0), "regionen", ACTOR_KINDS),
    }


def test_titles():
    """What a bare id can mean in a roadmap is its own and what all share, once each."""
    own = [entity.key for entity in INDEX.titles("lan", ("body", "goal"))]
    assert own == [
        ("lan", "body", "ledningsgruppen"), ("lan", "goal", "hem"), ("lan", "goal", "extra"),
        ("", "body", "ledningsgruppen"),
    ]  # fmt: skip
    shared = [entity.key for entity in INDEX.titles(SHARED, ("body",))]
    assert shared == [("", "body", "ledningsgruppen")]


def test_one_index_over_another():
    """What one index lacks is found in the other; what both hold is the first one's."""
    above, below = Index(), Index()
    above.add_edition(Edition("lan", _roadmap(), goals={"hem": Goal(title="Förr")}))
    below.add_edition(LAN)
    both = above.over(below)
    titles = {
        name: entity.title if (entity := both.resolve("lan", name, ("goal",)).entity) else None
        for name in ("hem", "extra", "annat")
    }
    assert titles == {"hem": "Förr", "extra": "Extra", "annat": None}
    assert below.find("lan", "goal", "hem") is not None
    assert above.find("lan", "goal", "extra") is None
