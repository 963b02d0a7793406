from __future__ import annotations

import pytest

from fardplan.documents.blocks import Callout, Card, Paragraph, Section, Table
from fardplan.documents.compose.areas import compose_areas
from fardplan.documents.document import walk
from tests.documents.composing import facts, make_view, read, sections, table, words

AREAS = {
    "digitalt": {"title": "Digitalisering", "order": 1, "priority": "normal"},
    "halsa": {"title": "Hälsa", "short_title": "Hälsan", "order": 2, "priority": "high"},
}


def test_prioritised_areas_come_first():
    """What has priority stands first, under a heading that says so with the year."""
    chapters = compose_areas(make_view(areas=AREAS))
    assert [chapter.anchor for chapter in chapters] == ["omraden", "area-halsa", "area-digitalt"]
    overview = sections(chapters[0])
    assert read(overview["omraden-prioriterade"].title) == "Prioriterade fokusområden 2024"
    assert read(overview["omraden-prioriterade"].blocks) == "Hälsan"
    assert read(overview["omraden-ovriga"]) == "Övriga fokusområden\nDigitalisering"
    assert [badge.text for badge in chapters[1].badges] == ["Prioriterat 2024"]
    assert chapters[2].badges == ()


def test_priority_of_another_year_or_party_is_not_this_documents():
    """Only what is said of the edition's own year, for all parties, makes an area a priority."""
    areas = {
        "a": {"title": "A", "priorities": [{"year": 2025, "priority": "high"}]},
        "b": {"title": "B", "priorities": [{"year": 2024, "party": "x", "priority": "high"}]},
        "c": {"title": "C", "priorities": [{"year": 2024, "priority": "high"}]},
    }
    chapters = compose_areas(make_view(areas=areas))
    assert [chapter.anchor for chapter in chapters[1:]] == ["area-c", "area-a", "area-b"]
    assert [bool(chapter.badges) for chapter in chapters[1:]] == [True, False, False]


def test_overview_counts_and_leads_to_each_chapter():
    """The overview says how much there is, and every pictogram leads to its chapter."""
    view = make_view(
        areas={"a": {"title": "A", "icon": "hub"}, "b": {"title": "B"}},
        goals={"g": {"title": "G", "area": "a"}},
        activities={"x": {"title": "X", "goal": "g"}, "y": {"title": "Y", "goal": "g"}},
    )
    overview = compose_areas(view)[0]
    assert "Färdplanen har två områden, ett mål och två aktiviteter." in read(overview)
    cards = [part for part in walk(overview) if isinstance(part, Card)]
    assert [(card.href, card.icon) for card in cards] == [
        ("#area-a", "hub"),
        ("#area-b", "generic"),
    ]


def test_area_speaks_before_its_goals():
    """All that is said of an area stands before the headings of its goals, so that it is its own."""
    view = make_view(
        areas={
            "a": {
                "title": "A",
                "intro": "Inledning.",
                "questions": ["Vad kan vi?"],
                "statements": ["okand"],
                "easy_read": "Lätt.",
            }
        },
        goals={"g": {"title": "G", "area": "a"}},
    )
    kinds = [isinstance(block, Section) for block in compose_areas(view)[1].blocks]
    assert kinds == sorted(kinds)
    assert kinds[-1]


def test_empty_area_says_when_it_will_be_filled():
    """An area without activities says so in the author's words, and by when they come."""
    view = make_view(
        areas={"a": {"title": "A", "placeholder": {"text": "Tas fram under 2023.", "due": 2023}}}
    )
    callout = next(part for part in walk(compose_areas(view)) if isinstance(part, Callout))
    assert callout.tone == "empty"
    assert read(callout) == "Tas fram under 2023.\nKlart: 2023\nInga aktiviteter ännu"


def test_empty_area_is_a_lack_only_in_an_action_plan():
    """A direction document is not blamed for having no goals and activities."""
    areas = {"a": {"title": "A"}}
    assert "Inga mål och aktiviteter ännu." in read(compose_areas(make_view(areas=areas)))
    direction = make_view({"profile": "direction"}, areas=areas)
    assert "ännu" not in read(compose_areas(direction))
    assert not any(isinstance(part, Table) for part in walk(compose_areas(direction)))


def test_delegated_area_names_the_plan_once_with_the_sources_words():
    """The plan that takes over stands with the area; what lies below says it in short."""
    view = make_view(
        {"related_plans": [{"id": "e", "title": "E-hälsoplan"}]},
        areas={"a": {"title": "A", "delegated_to": {"plan": "e", "wording": "Sker där"}}},
        goals={"g": {"title": "G", "area": "a"}, "h": {"title": "H", "area": "a"}},
        activities={"x": {"title": "X", "goal": "g"}},
    )
    text = read(compose_areas(view))
    assert "Området hanteras i E-hälsoplan. I källan står: ”Sker där.”" in text
    assert "Aktiviteten hanteras i E-hälsoplan, som hela området." in text
    assert text.count("Sker där") == 1
    rows = table(compose_areas(view), "Mål och aktiviteter")
    assert rows[1:] == [("G", "X"), ("H", "(beskrivs i E-hälsoplan)")]
    assert "Projektplan saknas." not in text


@pytest.mark.parametrize(
    ("own", "shared", "each"),
    [
        (
            ({}, {}),
            (
                "För aktiviteterna nedan anges varken ansvarig eller status. "
                "Ingen av dem har en projektplan."
            ),
            ["", ""],
        ),
        (
            ({"status": "ongoing"}, {}),
            "För aktiviteterna nedan anges inte ansvarig. Ingen av dem har en projektplan.",
            ["", "Status anges inte."],
        ),
        (
            ({"status": "ongoing", "responsible": "a"}, {"responsible": "a"}),
            "Ingen av aktiviteterna nedan har en projektplan.",
            ["", "Status anges inte."],
        ),
        (
            ({"projektplan": {"mandate": "Pröva."}, "status": "ongoing"}, {"responsible": "a"}),
            "",
            ["Ansvarig anges inte.", "Status anges inte. Projektplan saknas."],
        ),
        (
            ({"delegated_to": {"plan": "e"}}, {}),
            "",
            ["", "Ansvarig och status anges inte. Projektplan saknas."],
        ),
    ],
)
def test_what_all_activities_lack_is_said_once(own, shared, each):
    """What each activity of an area lacks stands once above them; with one it stands by itself."""
    activities = {
        "x": {"title": "X", "area": "a", **own[0]},
        "y": {"title": "Y", "goal": "g", **own[1]},
    }
    view = make_view(
        {"related_plans": [{"id": "e", "title": "E-hälsoplan"}]},
        areas={"a": {"title": "A"}},
        goals={"g": {"title": "G", "area": "a"}},
        activities=activities,
    )
    chapter = compose_areas(view)[1]
    said = [words(one) for one in chapter.blocks if isinstance(one, Paragraph)]
    assert said == ([shared] if shared else [])
    cards = {part.anchor: part for part in walk(chapter) if isinstance(part, Section)}
    lines = [
        [words(one) for one in cards[f"activity-{name}"].blocks if isinstance(one, Paragraph)]
        for name in ("x", "y")
    ]
    told = [" ".join(one for one in found if "hanteras" not in one) for found in lines]
    assert told == each


def test_answers_upward_name_the_kind_of_their_target():
    """What an area answers to is named with its kind, and where it was last compared."""
    view = make_view(
        {"themes": [{"id": "t", "title": "Nav"}]},
        areas={"a": {"title": "A", "maps_to": [{"theme": "t", "reviewed": "1.0"}]}},
    )
    assert facts(compose_areas(view))["Svarar mot"].startswith("Tema: Nav")


def test_values_without_a_name_stand_on_one_line():
    """What has no title of its own is told as labels and values in running text."""
    priorities = [{"year": 2025, "priority": "high"}, {"year": 2026, "priority": "normal"}]
    view = make_view(areas={"a": {"title": "A", "priorities": priorities}})
    said = read(compose_areas(view))
    assert "År: 2025, Prioritet: Prioriterat" in said
    assert "År: 2026, Prioritet: Övrigt" in said


def test_roles_show_only_the_columns_that_say_something():
    """A column that no row fills is left out of the table."""
    view = make_view(
        areas={"a": {"title": "A", "roles": [{"title": "Fadder", "statutory": False}]}}
    )
    assert table(compose_areas(view), "Roller") == [("Roll", "Lagstadgad"), ("Fadder", "Nej")]


def test_no_areas_no_chapters():
    """A roadmap without areas, goals and activities gets no chapters of them."""
    assert compose_areas(make_view()) == ()


def test_english():
    """The chapters speak English where the document does."""
    view = make_view(areas=AREAS, goals={"g": {"title": "G", "area": "halsa"}}, lang="en")
    text = read(compose_areas(view))
    assert "The roadmap has two focus areas and one goal." in text
    assert "Focus areas with priority in 2024" in text
    assert "no activities yet" in text
