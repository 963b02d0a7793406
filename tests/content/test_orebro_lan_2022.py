"""The county's web page of 2022 (001): ongoing work by four qualities, and what was promised."""

from __future__ import annotations

from typing import Any

import pytest

from tests.content.counted import counted
from tests.content.editions import Edition, Entity, edition, entries, texts, title
from tests.content.wording import plain, says, slug, unpaired

SOURCE = counted("001")


@pytest.fixture
def draft() -> Edition:
    """Return the edition of 2022."""
    return edition("orebro-lan-2022")


def _agrees(found: Entity, listed: dict[str, Any]) -> bool:
    """Say whether an item is the one listed, with the same place and mode and no other."""
    name = plain(title(found))
    full = {plain(listed["title"]), plain(listed.get("printed", listed["title"]))}
    apart = plain(listed.get("without_place", listed["title"]))
    place, mode = listed.get("place", ""), listed.get("mode", "")
    geography = {slug(each) for each in entries(found.get("geography"))}
    return (
        name in full | {apart}
        and geography == ({place} if place else set())
        and (plain(found.get("mode") or "") == plain(mode) if mode else not found.get("mode"))
    )


def test_ongoing_work_is_the_source_s_in_its_order(draft: Edition) -> None:
    """29 items by quality, word for word, with place and mode, in the order of the page."""
    found = entries(draft.roadmap["ongoing"])
    assert len(SOURCE["ongoing"]) == 29
    assert [title(each) for each in found if not isinstance(each, dict)] == []
    assert [each.get("quality") for each in found] == [
        each["quality"] for each in SOURCE["ongoing"]
    ]
    assert [
        (title(each), listed["title"])
        for each, listed in zip(found, SOURCE["ongoing"], strict=True)
        if not _agrees(each, listed)
    ] == []


def test_items_below_stand_under_their_item(draft: Edition) -> None:
    """Nine items stand below three others, word for word."""
    found = entries(draft.roadmap["ongoing"])
    assert sum(len(each.get("items", [])) for each in SOURCE["ongoing"]) == 9
    for each, listed in zip(found, SOURCE["ongoing"], strict=True):
        below = entries(each.get("items"))
        assert len(below) == len(listed.get("items", [])), title(each)
        for item, expected in zip(below, listed.get("items", []), strict=True):
            assert _agrees(item, expected), title(item)


def test_ongoing_work_says_that_it_is_an_extract(draft: Edition) -> None:
    """The page lists ”ett axplock”, and the edition says so."""
    assert draft.roadmap["ongoing"]["selection"] == "true"


def test_six_drivers(draft: Edition) -> None:
    """Six reasons for the transition, each about what the source's is about."""
    found = [texts(each) for each in draft.roadmap["drivers"]]
    assert unpaired([each["key"] for each in SOURCE["drivers"]], found) == ([], [])


def test_contacts_are_two_roles(draft: Edition) -> None:
    """The two contacts are roles, without names, addresses or numbers."""
    found = draft.roadmap["contacts"]
    assert [plain(each["role"]) for each in found] == [
        plain(each["role"]) for each in SOURCE["contacts"]
    ]
    assert [each for each in found if set(each) - {"role", "organisation"}] == []


def test_dates_of_the_page(draft: Edition) -> None:
    """Last updated, the promised version with its slip, and the workshop have their dates."""
    roadmap, promise = draft.roadmap, SOURCE["promise"]
    assert roadmap["updated"] == SOURCE["updated"]
    first = [each for each in roadmap["expected"] if says(title(each), promise["title"])]
    assert [each["date"] for each in first] == [promise["expected"]]
    assert says(texts(roadmap), promise["continues"])
    days = {each.get("when") for each in roadmap["events"] if each.get("kind") == "workshop"}
    assert days & {SOURCE["workshop"]["when"], "13 maj 2022"}


def test_malbild_was_adopted_in_the_spring(draft: Edition) -> None:
    """The adoption of the målbild stands with its time and parties."""
    found = [
        each
        for each in draft.roadmap["adoptions"]
        if each.get("when") == SOURCE["adoption"]["when"]
    ]
    assert [each.get("document") for each in found] == [SOURCE["adoption"]["document"]]
    assert "region-orebro-lan" in found[0]["parties"]


def test_four_qualities(draft: Edition) -> None:
    """The qualities are the four of the page, where the edition lists them."""
    four = list(dict.fromkeys(each["quality"] for each in SOURCE["ongoing"]))
    assert len(four) == 4
    assert draft.roadmap.get("qualities", four) == four


def test_draft_commits_to_nothing(draft: Edition) -> None:
    """A draft with status, but no areas, goals, activities or vision of its own."""
    assert draft.roadmap.get("status") == "draft"
    assert [draft.of(kind) for kind in ("areas", "goals", "activities")] == [{}, {}, {}]
    assert "vision.yaml" not in draft.files
