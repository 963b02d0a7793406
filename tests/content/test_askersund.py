"""Askersund's process plan (002): goals, phases, cycle, groups, annexes and the one decision."""

from __future__ import annotations

from typing import Any

import pytest

from tests.content.counted import counted
from tests.content.editions import Edition, Entity, edition, entries, local, nested, texts, title
from tests.content.wording import in_order, mentions, plain, says, slug, unpaired

SOURCE = counted("002")
PHASES = list(enumerate(SOURCE["phases"]))


@pytest.fixture
def process() -> Edition:
    """Return the edition of 2023."""
    return edition("askersund-2023")


def test_cover(process: Edition) -> None:
    """Title, place, day, annex mark and role are those of the front page."""
    cover = process.roadmap["cover"]
    assert plain(process.roadmap["title"]) == plain(SOURCE["title"])
    assert (cover["place"], cover["date"], plain(cover["annex_label"])) == (
        SOURCE["place"],
        SOURCE["date"],
        plain(SOURCE["annex_label"]),
    )
    assert plain(cover["author"]["role"]) == plain(SOURCE["author"])
    assert says(cover["steering_group"], "styrgrupp")


def test_five_goals_verbatim(process: Edition) -> None:
    """The goals stand word for word and in order, without areas, and no others."""
    goals = process.of("goals").values()
    found = [plain(each.get("wording") or title(each)) for each in goals]
    assert found == [plain(each["wording"]) for each in SOURCE["goals"]]
    assert [title(each) for each in goals if each.get("area")] == []


def test_no_areas_or_activities_are_chosen_yet(process: Edition) -> None:
    """Focus areas are still to be chosen by the steering group, in the autumn of 2023."""
    assert [process.of(kind) for kind in ("areas", "activities")] == [{}, {}]
    pending = process.roadmap["areas_pending"]
    assert plain(pending["due"]) == "hösten 2023"
    assert says(pending["decided_by"], "styrgrupp")


def test_purpose(process: Edition) -> None:
    """The purpose says what the source's one sentence says."""
    said = process.roadmap["purpose"]
    assert [key for key in SOURCE["purpose"]["keys"] if not says(said, key)] == []


def test_the_one_decision(process: Edition) -> None:
    """The municipal board has adopted the målbild, § 23; the source gives no date."""
    (decision,) = process.roadmap["decisions"]
    listed = SOURCE["decision"]
    assert local(decision["body"]).startswith(listed["body"])
    assert (decision["paragraph"], decision["kind"], decision["state"]) == (
        listed["paragraph"],
        listed["kind"],
        "decided",
    )
    assert says(texts(decision), listed["object"])
    assert not decision.get("date")


def test_four_phases_in_order(process: Edition) -> None:
    """The phases have the half-years of the source."""
    found = [plain(each["when"]) for each in process.roadmap["phases"]]
    assert found == [plain(each["when"]) for each in SOURCE["phases"]]


@pytest.mark.parametrize(
    ("number", "listed"), PHASES, ids=lambda each: str(each) if isinstance(each, int) else ""
)
def test_phase_holds_its_steps_in_order(
    process: Edition, number: int, listed: dict[str, Any]
) -> None:
    """Each phase tells everything that its text tells, its steps in the order of the text."""
    phase = process.roadmap["phases"][number]
    assert [key for key in listed["keys"] if not mentions(texts(phase), key)] == []
    assert in_order(listed["ordered"], [texts(step) for step in phase["steps"]])


def test_cycle_has_six_steps_and_is_closed(process: Edition) -> None:
    """The figure's six steps stand word for word, the last leading to the first."""
    cycle = process.roadmap["cycle"]
    assert [plain(title(each)) for each in cycle["steps"]] == [
        plain(each["step"]) for each in SOURCE["cycle"]
    ]
    assert cycle["closed"] == "true"


@pytest.mark.parametrize("listed", SOURCE["bodies"], ids=lambda each: each["kind"])
def test_groups_have_their_roles(process: Edition, listed: dict[str, Any]) -> None:
    """The two groups hold the roles of the source, and no others."""
    bodies = [each for each in process.roadmap["bodies"] if each.get("kind") == listed["kind"]]
    assert [plain(title(each)) for each in bodies] == [plain(listed["title"])]
    found = [each["role"] for each in entries(bodies[0]["members"])]
    assert unpaired(listed["members"], found) == ([], [])


def test_annexes_that_are_missing(process: Edition) -> None:
    """Annexes 2, 3 and 4 are named but not supplied."""
    found = [(each["number"], each.get("available")) for each in process.roadmap["annexes"]]
    assert found == [(each["number"], "false") for each in SOURCE["annexes"]]


@pytest.mark.parametrize("listed", SOURCE["references"], ids=lambda each: slug(each["keys"][1]))
def test_documents_of_the_background(process: Edition, listed: dict[str, Any]) -> None:
    """Each document that the background names is a reference with its number."""
    found = [
        each
        for each in process.roadmap["references"]
        if all(says(texts(each), key) for key in listed["keys"])
    ]
    assert len(found) == 1


def test_measurements(process: Edition) -> None:
    """A baseline before the start, and a new measurement a year later: no values, no indicators."""
    kinds = [
        (each.get("kind"), number)
        for number, phase in enumerate(process.roadmap["phases"])
        for each in phase["steps"]
        if each.get("kind") in {"baseline", "measurement", "remeasurement", "report"}
    ]
    assert [number for kind, number in kinds if kind == "baseline"] == [1]
    assert [number for kind, number in kinds if kind in {"measurement", "remeasurement"}] == [3]
    assert [number for kind, number in kinds if kind == "report"] == [3]
    assert process.of("indicators") == {}


def test_training_is_for_managers_and_process_leads(process: Edition) -> None:
    """The county's training names every target group of the source."""
    steps: list[Entity] = [
        *process.roadmap["phases"][1]["steps"],
        *(process.roadmap.get("training") or []),
    ]
    groups = texts([part for step in steps for part in nested(step, "target_groups")])
    assert [key for key in SOURCE["training"]["target_groups"] if not says(groups, key)] == []


def test_nobody_is_made_responsible_beyond_the_source(process: Edition) -> None:
    """Only the process lead has a task of her own in the text."""
    found = {
        slug(local(each))
        for part in nested(process.files, "responsible")
        for each in entries(part) or [part]
    }
    assert {each for each in found if not each.startswith("processledare")} == set()
