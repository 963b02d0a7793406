"""Örebro kommun's direction document (000): focus areas, lists, boxes and questions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.content.counted import counted
from tests.content.editions import Edition, Entity, edition, entries, local, nested, texts, title
from tests.content.wording import plain, says, slug, unpaired

SOURCE = counted("000")
AREAS = [each["title"] for each in SOURCE["areas"]]


@pytest.fixture
def direction() -> Edition:
    """Return the edition of 2024."""
    return edition("orebro-2024")


def _area(shipped: Edition, name: str) -> Entity:
    """Return the area with a title, or fail."""
    found = [each for each in shipped.of("areas").values() if plain(title(each)) == plain(name)]
    assert len(found) == 1, f"{len(found)} areas are called {name}"
    return found[0]


def _listed(name: str) -> dict[str, Any]:
    return next(each for each in SOURCE["areas"] if each["title"] == name)


def test_seven_areas_in_order(direction: Edition) -> None:
    """The focus areas are the seven of the document, in its order."""
    found = [plain(title(each)) for each in direction.of("areas").values()]
    assert found == [plain(each) for each in AREAS]


def test_three_are_prioritised_here_and_in_the_county(direction: Edition) -> None:
    """Exactly the three first are prioritised for 2024, and said to be so in the county too."""
    first = [plain(each["title"]) for each in SOURCE["areas"] if each["priority"]]
    areas = direction.of("areas").values()
    marked = [
        plain(title(each))
        for each in areas
        if "high" in {each.get("priority"), *nested(each.get("priorities"), "priority")}
    ]
    county = [plain(title(each)) for each in areas if each.get("also_priority_in") == "orebro-lan"]
    assert (marked, county) == (first, first)


@pytest.mark.parametrize("name", AREAS, ids=slug)
def test_keywords(direction: Edition, name: str) -> None:
    """Each area has the words of its own box, in order, and no others."""
    found = [plain(title(each)) for each in _area(direction, name).get("keywords") or []]
    assert found == [plain(each) for each in _listed(name)["keywords"]]


def test_twelve_keywords() -> None:
    """The inventory counts twelve boxes."""
    assert sum(len(each["keywords"]) for each in SOURCE["areas"]) == 12


@pytest.mark.parametrize("name", AREAS, ids=slug)
def test_area_questions(direction: Edition, name: str) -> None:
    """Each area asks the question of its own box, word for word, of `du` or `ni`."""
    assert _questions(_area(direction, name)) == [
        (each["to"], plain(each["text"])) for each in _listed(name)["questions"]
    ]


def test_closing_questions_and_no_more(direction: Edition) -> None:
    """Two questions close the document; nine stand in all, six for `du` and three for `ni`."""
    closing = next(each for each in SOURCE["sections"] if "questions" in each)
    found = _questions(direction.roadmap)
    assert found == [(each["to"], plain(each["text"])) for each in closing["questions"]]
    addressed = [to for to, _ in _questions(list(direction.files.values()))]
    assert (addressed.count("du"), addressed.count("ni"), len(addressed)) == (6, 3, 9)


def _questions(value: object) -> list[tuple[str, str]]:
    return [
        (each["to"], plain(each["text"])) for part in nested(value, "questions") for each in part
    ]


@pytest.mark.parametrize("name", AREAS, ids=slug)
def test_lists(direction: Edition, name: str) -> None:
    """Each bullet list stands once, with lead-in, force and every item; no list is made up."""
    found = _area(direction, name).get("lists") or []
    listed = _listed(name)
    for each in listed["lists"]:
        same = [block for block in found if _is_list(block, each)]
        assert len(same) == 1, each["lead"]
        assert (same[0].get("force"), bool(same[0].get("lead"))) == (each["force"], True)
        found = [block for block in found if block is not same[0]]
    assert [block.get("lead") for block in found if not _enumerates(block, listed)] == []


def _is_list(block: Entity, listed: dict[str, Any]) -> bool:
    """Say whether a list has exactly the items of one in the source."""
    keys = [each["key"] for each in listed["items"]]
    return unpaired(keys, [title(each) for each in entries(block)]) == ([], [])


def _enumerates(block: Entity, listed: dict[str, Any]) -> bool:
    """Say whether a list makes bullets of what the source enumerates within a sentence."""
    items = [title(each) for each in entries(block)]
    return any(
        len(items) in each["counts"]
        and all(any(says(item, key) for item in items) for key in each["keys"])
        and all(any(says(item, key) for key in each["keys"]) for item in items)
        for each in listed.get("inline", [])
    )


@pytest.mark.parametrize("name", AREAS, ids=slug)
def test_ongoing_work(direction: Edition, name: str) -> None:
    """The four things under way stand in the area that tells of them."""
    found = [texts(each) for each in entries(_area(direction, name).get("ongoing"))]
    keys = [each["key"] for each in _listed(name)["ongoing"]]
    assert unpaired(keys, found) == ([], [])


@pytest.mark.parametrize("name", AREAS, ids=slug)
def test_figures(direction: Edition, name: str) -> None:
    """The one figure says what it shows and where it is from, and has no made-up data."""
    found = _area(direction, name).get("figures") or []
    listed = _listed(name).get("figures", [])
    assert len(found) == len(listed)
    for each, expected in zip(found, listed, strict=True):
        assert [key for key in expected["keys"] if not says(texts(each), key)] == []
        assert not each.get("data")
        cited = each["cites"]
        assert plain(str(cited["pages"])) == plain(expected["pages"])
        names = [
            r["title"] for r in direction.roadmap["references"] if r["id"] == cited["document"]
        ]
        assert len(names) == 1
        assert says(names[0], expected["cited"])


@pytest.mark.parametrize("name", AREAS, ids=slug)
def test_roles(direction: Edition, name: str) -> None:
    """The statutory roles are told from those that resemble them."""
    found = _area(direction, name).get("roles") or []
    assert {(plain(title(each)), each.get("statutory")) for each in found} == {
        (plain(each["title"]), str(each["statutory"]).lower())
        for each in _listed(name).get("roles", [])
    }


@pytest.mark.parametrize("name", AREAS, ids=slug)
def test_goal_sentence_and_scope(direction: Edition, name: str) -> None:
    """A goal sentence stands where the source has one; the department where it is addressed."""
    area, listed = _area(direction, name), _listed(name)
    department = any(
        slug(local(each)).startswith("socialforvaltningen") for each in area.get("applies_to") or []
    )
    assert (bool(area.get("goal_sentence")), department) == (
        listed["goal_sentence"],
        listed["department"],
    )


def test_key_points(direction: Edition) -> None:
    """Five points at the top, each about what the source's is about."""
    found = [title(each) for each in direction.roadmap["key_points"]]
    assert unpaired([each["key"] for each in SOURCE["key_points"]], found) == ([], [])


def test_one_activity_waits_for_a_decision(direction: Edition) -> None:
    """Only the agreement's implementation is an activity: in its area, on a condition, 2025."""
    found = list(direction.of("activities").values())
    (listed,) = SOURCE["activities"]
    assert len(found) == 1
    said = texts({key: found[0].get(key) for key in ("title", "wording")})
    assert [key for key in listed["keys"] if not says(said, key)] == []
    area = direction.of("areas")[local(found[0]["area"])]
    assert plain(title(area)) == plain(listed["area"])
    assert listed["expected"] in texts(found[0]["conditions"]).split()


def test_direction_has_no_goals_of_its_own(direction: Edition) -> None:
    """The document has no table of goals, and nobody is made responsible."""
    assert direction.of("goals") == {}
    filled = [key for key in ("responsible", "projektplan") if [*nested(direction.files, key)]]
    assert filled == []
