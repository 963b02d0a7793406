"""The county roadmap (003): principles, themes, preconditions, quotations, links and its making."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.content.counted import counted
from tests.content.editions import Entity, edition, entries, local, nested, texts, title
from tests.content.wording import accepted, plain, says, slug

SOURCE = counted("003")


@pytest.fixture
def roadmap() -> Entity:
    """Return roadmap.yaml of 2023."""
    return edition("orebro-lan-2023").roadmap


def test_title_version_and_validity(roadmap: Entity) -> None:
    """Title and theme are those that 002 prints for version 1.0; it holds 2023–2026."""
    assert plain(roadmap["title"]) == plain(SOURCE["title"])
    assert says(roadmap["subtitle"], "den primära vården som nav")
    assert roadmap["version"] == "1.0"
    assert roadmap["validity"] == SOURCE["validity"]


def test_accountable_group_and_yearly_report(roadmap: Entity) -> None:
    """The group of managers is accountable and gets a yearly report before the revision."""
    listed = SOURCE["accountable"]
    assert local(roadmap["accountable"]) == local(roadmap["reporting"]["to"]) == "chefsgruppen"
    assert (roadmap["reporting"]["frequency"], roadmap["reporting"]["when"]) == (
        listed["frequency"],
        listed["when"],
    )


def test_six_principles_are_the_statements_of_the_adopted_malbild(roadmap: Entity) -> None:
    """The principles are the six boxes in order, by reference to their statements or verbatim."""
    vision = edition("malbild-orebro-lan-2022").vision
    statements = {
        each["id"]: each["text"] for part in vision["perspectives"] for each in part["statements"]
    }
    found = [
        plain(statements.get(local(each.get("statement", "")), each.get("text") or title(each)))
        for each in roadmap["principles"]
    ]
    assert found == [plain(each["statement"]) for each in SOURCE["principles"]]


def test_two_themes(roadmap: Entity) -> None:
    """The themes come in order; only the second has its years."""
    found = [
        (plain(title(each)), plain(each.get("awareness_year") or "")) for each in roadmap["themes"]
    ]
    assert found == [(plain(each["title"]), plain(each["years"])) for each in SOURCE["themes"]]


def test_three_preconditions(roadmap: Entity) -> None:
    """The numbered preconditions have title, time, pages, qualities and levels, and no more."""
    assert len(roadmap["preconditions"]) == 3
    for found, listed in zip(roadmap["preconditions"], SOURCE["preconditions"], strict=True):
        assert plain(title(found)) == plain(listed["title"])
        assert (found.get("begins_by"), found.get("active")) == (
            listed["begins_by"],
            listed["active"],
        )
        assert sorted(found.get("quality_tags") or []) == listed["qualities"]
        levels = [plain(title(each)) for each in found.get("levels") or []]
        assert levels == [plain(each) for each in listed["levels"]]
        places = [each.get("page") or each.get("pages") or "" for each in found["sources"]]
        assert {*re.findall(r"\d+", texts(places))} <= {*listed["pages"]}


def test_political_level_and_examples_of_systemledning(roadmap: Entity) -> None:
    """The council is proposed to steer, and the three examples stand under practice."""
    levels = roadmap["preconditions"][1]["levels"]
    assert local(levels[0]["body"]) == "specifika-samverkansradet"
    examples = texts(levels[2]).casefold()
    assert [
        key for key in ("tullhuset", "rehabilitering", "närsjukvårdsteam") if key not in examples
    ] == []


def test_quotations_are_verbatim_with_their_page() -> None:
    """The two quotations stand word for word, from page 15 of the agreement, and no others."""
    shipped = edition("orebro-lan-2023")
    found = [each for part in nested(list(shipped.files.values()), "quotations") for each in part]
    references = {each["id"]: each for each in shipped.roadmap["references"]}
    assert len(found) == len(SOURCE["quotations"])
    for each, listed in zip(found, SOURCE["quotations"], strict=True):
        assert plain(each["text"]) in accepted(listed, "text")
        assert each["cites"]["page"] == listed["page"]
        assert says(title(references[each["cites"]["document"]]), "God och nära vård")


def test_footnotes_carry_their_links() -> None:
    """Each of the five footnotes is a document, plan or other entry that has its address."""
    shipped = edition("orebro-lan-2023")
    linked = {
        each["url"]: texts(each)
        for values in shipped.files.values()
        for each in _mappings(values)
        if each.get("url")
    }
    urls = counted("003")["facts"]["urls"]
    wrong = [
        note["printed"]
        for note in SOURCE["footnotes"]
        if not says(linked.get(urls[note["url"]], ""), note["key"])
    ]
    assert wrong == []


def test_link_to_the_malbild_is_kept() -> None:
    """The address of the målbild stands in the county roadmap or in the målbild itself."""
    url = counted("003")["facts"]["urls"][4]
    labels = ("orebro-lan-2023", "malbild-orebro-lan-2022")
    assert [label for label in labels if url in edition(label).say()] != []


def _mappings(value: object) -> list[Entity]:
    """Return every mapping below a value."""
    if isinstance(value, dict):
        return [value, *(found for each in value.values() for found in _mappings(each))]
    if isinstance(value, list):
        return [found for each in value for found in _mappings(each)]
    return []


def test_three_related_plans_and_the_replaced_one(roadmap: Entity) -> None:
    """The plans beside this one stand with their period, and the plan that it replaces."""
    plans = roadmap["related_plans"]
    assert len(plans) == len(SOURCE["related_plans"])
    for listed in SOURCE["related_plans"]:
        found = [each for each in plans if plain(title(each)) in accepted(listed, "title")]
        assert [plain(each.get("period") or "") for each in found] == [plain(listed["period"])]
    replaced = [plain(title(each)) for each in roadmap["replaces"]]
    assert len(replaced) == 1
    assert replaced[0] in accepted(SOURCE["replaces"], "title")


def test_how_the_roadmap_was_made(roadmap: Entity) -> None:
    """Workshops, board, notes and categories have the counts and days of the source."""
    making = SOURCE["making"]
    counts = [(each["value"], each.get("categories")) for each in roadmap["provenance"]["counts"]]
    assert counts == [(making["notes"], making["categories"])]
    events = roadmap["events"]
    april = [each for each in events if each.get("when") in {"2022-04", "april 2022"}]
    assert [(each["kind"], each.get("count")) for each in april] == [
        ("workshop", str(making["workshops"]))
    ]
    boards = [each for each in events if each["kind"] == "digital_board"]
    assert [each.get("duration_days") for each in boards] == [making["board_days"]]
    may = [each for each in events if each.get("when") in {making["workshop_when"], "13 maj 2022"}]
    assert [sorted(each["quality_tags"]) for each in may] == [making["qualities"]]


def test_five_prioritised_proposals_and_where_they_went(roadmap: Entity) -> None:
    """The proposals stand as printed and in order; each says where it is found."""
    found = roadmap["provenance"]["prioritised"]
    assert len(found) == 5
    for each, listed in zip(found, SOURCE["prioritised"], strict=True):
        assert plain(title(each)) in accepted(listed, "title")
        assert each["found_in"]


def _group(roadmap: Entity) -> Entity:
    """Return the group that prioritised."""
    found: list[Entity] = [
        each for each in roadmap["bodies"] if says(title(each), "prioriteringsgrupp")
    ]
    assert len(found) == 1
    return found[0]


def test_prioritisation_group_has_roles_from_four_organisations(roadmap: Entity) -> None:
    """Each role stands with its organisation, and no other; the heads of social care are four."""
    members = entries(_group(roadmap)["members"])
    listed = [
        (part["organisation"], role)
        for part in SOURCE["prioritisation_group"]
        for role in part["roles"]
    ]
    left = list(members)
    for organisation, role in listed:
        hit = next((each for each in left if _belongs(each, organisation, role)), None)
        assert hit is not None, role
        left.remove(hit)
    assert left == []
    social = [each for each in members if says(each["role"], "socialchef")]
    assert [each.get("count") == "4" or says(each["role"], "fyra") for each in social] == [True]


def _belongs(member: dict[str, Any], organisation: str, role: str) -> bool:
    """Say whether a member has a role, and comes from an organisation."""
    said = texts(member)
    return says(member["role"], role) and (
        says(said, organisation) or says(slug(said), organisation)
    )
