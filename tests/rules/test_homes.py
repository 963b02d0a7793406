"""What was read, home by home, is what was read."""

from __future__ import annotations

import pytest

from fardplan.model.index import Index
from fardplan.rules._homes import Homes, divide, home_of
from fardplan.rules._trace import Trace
from fardplan.source.collection import Loaded, load
from tests.rules.past import Files

HEAD = "format: 1\ntitle: T\nyear: 2024\nprofile: action\n"
ORGANISATIONS, GLOSSARY = "roadmaps/organisations.yaml", "roadmaps/glossary.yaml"
FILES = {
    ORGANISATIONS: "format: 1\norganisations:\n  - {id: norr, kind: municipality, title: Norr}\n",
    GLOSSARY: "format: 1\nterms:\n  - {id: sip, term: SIP}\ntitel: x\n",
    "roadmaps/a/roadmap.yaml": HEAD,
    "roadmaps/a/goals/mal.yaml": "# fardplan: ignore[x] y\ntitle: M\narea: [a, b]\n",
    "roadmaps/b/roadmap.yaml": HEAD,
    "roadmaps/b/goals/mal.yaml": "title: [\n",
    "roadmaps/b/goals/annat.yaml": "title: M\ntitle: N\nsub_goals:\n  - {id: x, titel: y}\n",
    "roadmaps/c/roadmap.yaml": HEAD.replace("action", "okand"),
}
LOADED = load(Files({path: text.encode() for path, text in FILES.items()}))


@pytest.fixture
def homes() -> Homes:
    """Three roadmaps and what they share."""
    return Homes.of(LOADED, Trace())


def test_names(homes):
    """Roadmaps are named in order, after what they share, which is no roadmap."""
    assert homes.names == ("a", "b", "c")
    assert list(homes) == ["", "a", "b", "c"]
    assert [home in homes for home in ("", "a", "d")] == [False, True, False]
    assert homes.edition("") is None
    assert homes.edition("d") is None


def test_each_home_is_read_once():
    """A home is read when it is first asked for, and never again."""
    read, whole = [], divide(LOADED)

    def note(home: str) -> Loaded:
        read.append(home)
        return whole(home)

    homes = Homes(["b", "", "a", "c"], note, Trace())
    assert homes.names == ("a", "b", "c")
    for _ in range(2):
        homes.edition("b")
        homes.index_of("b")
        homes.index_of("")
    assert read == ["b", ""]


def test_all_homes_are_the_whole(homes):
    """Every entity and roadmap is found where it was before all was divided."""
    collection = LOADED.collection
    index = Index.of(collection)
    assert dict(homes.index.by_key) == dict(index.by_key)
    assert dict(homes.index.by_kind) == dict(index.by_kind)
    assert (len(homes.index.by_key), len(homes.index.by_kind)) == (
        len(index.by_key),
        len(index.by_kind),
    )
    for editions in (homes.editions, homes.plain_editions):
        assert dict(editions) == dict(collection.editions)
        assert len(editions) == 3
        with pytest.raises(KeyError, match="'d'"):
            editions["d"]
    assert [one in homes.editions for one in ("a", "d", 1)] == [True, False, False]
    whole = homes.collection(homes.plain_editions)
    assert (whole.organisations, whole.glossary) == (collection.organisations, collection.glossary)
    assert dict(whole.editions) == dict(collection.editions)


def test_what_is_not_there(homes):
    """What is looked for in vain is answered by what was given for that, else by None."""
    key, kind = ("a", "goal", "inte"), ("a", "activity")
    by_key, by_kind = homes.index.by_key, homes.index.by_kind
    assert (by_key.get(key), by_key.get(key, 1), key in by_key) == (None, 1, False)
    assert (by_kind.get(kind), by_kind.get(kind, 1), kind in by_kind) == (None, 1, False)
    with pytest.raises(KeyError, match="'inte'"):
        by_key[key]
    with pytest.raises(KeyError, match="'activity'"):
        by_kind[kind]
    assert by_key.get(("a", "goal", "mal"), 1) == by_key["a", "goal", "mal"]


@pytest.mark.parametrize("home", ["", "a", "b", "c", "d"])
def test_what_is_wrong_is_divided(homes, home):
    """What is wrong with the files of a home is told with that home and no other."""
    part = homes.part(home)

    def own(found):
        return {path: found[path] for path in found if home_of(path) == home}

    assert (part.faults, part.misfits) == (own(LOADED.faults), own(LOADED.misfits))
    for name in ("incomplete", "commented", "garbled"):
        found = getattr(LOADED, name)
        assert getattr(part, name) == {path for path in found if home_of(path) == home}
        assert found
    assert part.lost == {one for one in LOADED.lost if one[0] == home}
    assert part.half_known == LOADED.half_known & {home} == ({"c"} if home == "c" else set())


def test_home_of():
    """A file in a roadmap's folder is of that roadmap; what lies above them is shared."""
    paths = (ORGANISATIONS, "roadmaps/a/roadmap.yaml", "roadmaps/a/goals/x.yaml", "fardplan.toml")
    assert [home_of(path) for path in paths] == ["", "a", "a", ""]
