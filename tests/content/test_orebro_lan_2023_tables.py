"""The county roadmap's tables (003, pp. 12–15): areas, goals and activities, all and no others."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.content.counted import counted
from tests.content.editions import Edition, Entity, edition, local, nested, texts, title
from tests.content.wording import accepted, plain, says, slug

SOURCE = counted("003")
GOALS = [(area, goal) for area in SOURCE["areas"] for goal in area["goals"]]
LINES = [(goal, line) for _, goal in GOALS for line in goal["activities"]]


@pytest.fixture
def county() -> Edition:
    """Return the edition of 2023."""
    return edition("orebro-lan-2023")


def _printed(entity: Entity) -> str:
    """Return what is printed for an entity: its wording, or its title where none is given."""
    return plain(entity.get("wording") or title(entity))


def _by_parent(shipped: Edition, kind: str, key: str, parent: str) -> list[Entity]:
    """Return the entities of a kind under one parent, in order."""
    return [each for each in shipped.of(kind).values() if local(each.get(key, "")) == parent]


def _area_id(shipped: Edition, area: dict[str, Any]) -> str:
    """Return the id of a listed area, or fail."""
    found = [
        name for name, each in shipped.of("areas").items() if _printed(each) == plain(area["title"])
    ]
    assert len(found) == 1, area["title"]
    return found[0]


def _goal(shipped: Edition, goal: dict[str, Any]) -> tuple[str, Entity]:
    """Return the listed goal with its id, or fail."""
    wordings = accepted(goal, "title")
    found = [
        (name, each) for name, each in shipped.of("goals").items() if _printed(each) in wordings
    ]
    assert len(found) == 1, goal["title"]
    return found[0]


def test_counts_of_the_inventory() -> None:
    """17 goals; 20 lines, of which one delegates its goal; 3 activities under preconditions."""
    below = sum(len(each["activities"]) for each in SOURCE["preconditions"])
    delegating = [goal for _, goal in GOALS if "delegated" in goal]
    assert (len(GOALS), len(LINES) + len(delegating), below) == (17, 20, 3)


def test_five_areas_in_order(county: Edition) -> None:
    """The areas have the headings of the chapter, in its order."""
    found = [_printed(each) for each in county.of("areas").values()]
    assert found == [plain(each["title"]) for each in SOURCE["areas"]]


@pytest.mark.parametrize("area", SOURCE["areas"], ids=lambda each: slug(each["title"]))
def test_area_keeps_its_label_at_the_icon(county: Edition, area: dict[str, Any]) -> None:
    """The other label of the overview is the area's title, short title or alias."""
    found = county.of("areas")[_area_id(county, area)]
    labels = [title(found), found.get("short_title") or "", *(found.get("aliases") or [])]
    assert plain(area["overview"]) in {plain(each) for each in labels}


@pytest.mark.parametrize("area", SOURCE["areas"], ids=lambda each: slug(each["title"]))
def test_goals_of_an_area(county: Edition, area: dict[str, Any]) -> None:
    """Each area has its goals as printed, in order, and no others."""
    goals = _by_parent(county, "goals", "area", _area_id(county, area))
    assert len(goals) == len(area["goals"])
    for found, listed in zip(goals, area["goals"], strict=True):
        assert _printed(found) in accepted(listed, "title")


@pytest.mark.parametrize("goal", [goal for _, goal in GOALS], ids=lambda each: slug(each["title"]))
def test_activities_of_a_goal(county: Edition, goal: dict[str, Any]) -> None:
    """Each goal has its lines as printed, in order, and no others."""
    name, _ = _goal(county, goal)
    lines = _by_parent(county, "activities", "goal", name)
    assert len(lines) == len(goal["activities"])
    for found, listed in zip(lines, goal["activities"], strict=True):
        assert _printed(found) in accepted(listed, "wording")


def test_no_goal_or_activity_beyond_the_tables(county: Edition) -> None:
    """17 goals and 22 activities ship, each activity under exactly one parent."""
    activities = county.of("activities").values()
    parents = [{*each} & {"goal", "precondition", "area"} for each in activities]
    assert (len(county.of("goals")), len(activities)) == (17, 22)
    assert sorted(map(sorted, parents)) == [["goal"]] * 19 + [["precondition"]] * 3


@pytest.mark.parametrize("kind", ["goals", "activities"])
def test_short_titles_come_from_the_wording(county: Edition, kind: str) -> None:
    """A title that is shorter than the printed line takes at least half its words from it."""
    strange = []
    for name, each in county.of(kind).items():
        wording = each.get("wording") or title(each)
        own = [word[:5] for word in re.findall(r"[^\W_]{5,}", title(each).casefold())]
        shared = [stem for stem in own if stem in wording.casefold()]
        if 2 * len(shared) < len(own):
            strange.append(name)
    assert strange == []


def _delegations(shipped: Edition) -> dict[str, str]:
    """Return, for each entity that is delegated, the title of the plan."""
    plans = {each["id"]: title(each) for each in shipped.roadmap["related_plans"]}
    return {
        f"{kind}/{name}": plans[local(each["delegated_to"]["plan"])]
        for kind in ("areas", "goals", "activities")
        for name, each in shipped.of(kind).items()
        if each.get("delegated_to")
    }


def test_delegations_are_those_of_the_source(county: Edition) -> None:
    """Mental health and all of digitalisation lie in other plans; nothing else but skills may."""
    found = _delegations(county)
    mental = next(goal for _, goal in GOALS if "delegated" in goal)
    digital = next(area for area in SOURCE["areas"] if "delegated" in area)
    area = _area_id(county, digital)
    below = {f"goals/{_goal(county, goal)[0]}" for goal in digital["goals"]}
    assert found.pop(f"goals/{_goal(county, mental)[0]}", None) == mental["plan"]
    inherited = found.pop(f"areas/{area}", None)
    own = [found.pop(each, inherited) for each in sorted(below)]
    assert [*own] == [digital["plan"]] * 2
    others = [
        name
        for name, plan in found.items()
        if "kompetensförsörjningsplan" not in plan.casefold() and plan != digital["plan"]
    ]
    assert others == []


def test_delegating_lines_are_kept(county: Edition) -> None:
    """What the source says where it delegates stands word for word."""
    said = {plain(str(each)) for each in nested(list(county.files.values()), "wording")}
    lines = [each["delegated"] for _, each in GOALS if "delegated" in each]
    lines += [each["delegated"] for each in SOURCE["areas"] if "delegated" in each]
    assert [line for line in lines if plain(line) not in said] == []


@pytest.mark.parametrize("area", SOURCE["areas"], ids=lambda each: slug(each["title"]))
def test_only_the_empty_area_has_a_placeholder(county: Edition, area: dict[str, Any]) -> None:
    """The area without a table says what comes and when; no other does."""
    found: Entity = county.of("areas")[_area_id(county, area)].get("placeholder") or {}
    assert plain(found.get("text", "")) == plain(area.get("placeholder", ""))
    assert found.get("due") in {area.get("due"), f"under {area.get('due')}"}


def test_decision_points_stages_and_places(county: Edition) -> None:
    """Three unnamed decision points, three stages of the agreement, two places: no others."""
    activities = county.of("activities").values()
    points = [each["decision_points"] for each in activities if each.get("decision_points")]
    assert [(each.get("expected"), each.get("points") or []) for each in points] == [("3", [])]
    for key, listed in (("stages", "stages"), ("geography", "places")):
        found = {_printed(each): set(each[key]) for each in activities if each.get(key)}
        assert found == {
            plain(line["wording"]): set(line[listed]) for _, line in LINES if listed in line
        }, key


def test_nothing_is_filled_in(county: Edition) -> None:
    """No activity has what the tables lack: anyone responsible, a projektplan, money, dates."""
    absent = ("responsible", "partners", "projektplan", "start", "end", "risks", "follow_up")
    filled = [
        (name, key)
        for name, each in county.of("activities").items()
        for key in absent
        if each.get(key)
    ]
    times = {str(each.get("when") or "2023") for each in county.of("activities").values()}
    assert (filled, times <= {"2023", "under 2023", "mandatperioden"}) == ([], True)


def test_pages_are_those_of_the_tables(county: Edition) -> None:
    """Goals and activities name the page on which they are printed."""
    wrong = []
    for area in SOURCE["areas"]:
        for name, goal in county.of("goals").items():
            if local(goal.get("area", "")) != _area_id(county, area):
                continue
            for each in (goal, *_by_parent(county, "activities", "goal", name)):
                pages = set(
                    re.findall(
                        r"\d+",
                        texts([s.get("page") or s.get("pages") for s in each.get("sources") or []]),
                    )
                )
                if not pages <= set(area["pages"]):
                    wrong.append((name, pages))
    assert wrong == []


@pytest.mark.parametrize("each", SOURCE["preconditions"], ids=lambda each: slug(each["title"]))
def test_precondition_has_its_activity(county: Edition, each: dict[str, Any]) -> None:
    """Each precondition has the activity that its text tells of."""
    parents = county.roadmap["preconditions"]
    name = next(found["id"] for found in parents if plain(title(found)) == plain(each["title"]))
    activities = _by_parent(county, "activities", "precondition", name)
    assert len(activities) == len(each["activities"])
    for found, listed in zip(activities, each["activities"], strict=True):
        said = f"{title(found)}\n{found.get('wording') or ''}"
        assert [key for key in listed["keys"] if not says(said, key)] == []
