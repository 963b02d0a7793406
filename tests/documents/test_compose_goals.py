from __future__ import annotations

from fardplan.documents.compose.areas import compose_areas
from fardplan.documents.document import walk
from fardplan.documents.inline import Link, plain
from tests.documents.composing import facts, make_view, read, sections, table

AREA = {"a": {"title": "A"}}


def test_table_has_a_row_for_each_goal_in_order():
    """Goals and activities stand in the author's order; what has no order comes last."""
    view = make_view(
        areas=AREA,
        goals={
            "g1": {"title": "Först", "area": "a", "order": 1},
            "g0": {"title": "Utan ordning", "area": "a"},
            "g2": {"title": "Sedan", "area": "a", "order": 2},
        },
        activities={
            "x": {"title": "Andra", "goal": "g1", "order": 2},
            "y": {"title": "Första", "goal": "g1", "order": 1, "status": "ongoing"},
        },
    )
    assert table(compose_areas(view), "Mål och aktiviteter") == [
        ("Mål", "Aktiviteter"),
        ("Först", "Första Pågår | Andra"),
        ("Sedan", "inga aktiviteter ännu"),
        ("Utan ordning", "inga aktiviteter ännu"),
    ]


def test_every_row_leads_to_what_is_said_below():
    """Goals and activities of the table are links to places that the document has."""
    view = make_view(
        areas=AREA,
        goals={"g": {"title": "G", "area": "a"}},
        activities={"x": {"title": "X", "goal": "g"}},
    )
    chapters = compose_areas(view)
    links = {part.href for part in walk(chapters) if isinstance(part, Link)}
    assert links == {"#goal-g", "#activity-x"}
    assert {"goal-g", "activity-x"} <= set(sections(chapters))


def test_delegated_goal_with_a_placeholder_says_both():
    """Neither the plan that takes over nor the promise of activities is lost."""
    view = make_view(
        {"related_plans": [{"id": "p", "title": "Psykisk hälsa"}]},
        areas=AREA,
        goals={
            "g": {
                "title": "G",
                "area": "a",
                "delegated_to": "p",
                "placeholder": {"text": "Kommer i höst."},
            }
        },
    )
    text = read(sections(compose_areas(view))["goal-g"])
    assert "Målet hanteras i Psykisk hälsa." in text
    assert "Kommer i höst." in text


def test_goals_without_area_are_a_numbered_chapter():
    """A process plan's goals stand by themselves, and nothing is missed in them."""
    view = make_view(
        {"profile": "process"},
        goals={"g": {"title": "Kunskap", "order": 1}, "h": {"title": "Samverkan", "number": "2b"}},
    )
    (chapter,) = compose_areas(view)
    assert (chapter.anchor, chapter.title) == ("mal", "Mål")
    assert [(one.number, plain(one.title)) for one in sections(chapter.blocks).values()] == [
        ("1", "Kunskap"),
        ("2b", "Samverkan"),
    ]
    assert "ännu" not in read(chapter)


def test_goal_of_an_unknown_area_is_not_lost():
    """A goal whose area is not there stands in a chapter of its own and names the area."""
    view = make_view(
        areas=AREA, goals={"g": {"title": "G", "area": "a"}, "h": {"title": "H", "area": "borta"}}
    )
    chapter = compose_areas(view)[-1]
    assert chapter.title == "Mål utan område"
    assert facts(chapter)["Område"].casefold() == "borta"


def test_wording_is_quoted_only_where_it_says_more_than_the_title():
    """A wording that differs from the title in case or punctuation alone is not repeated."""
    goals = {
        "g": {"title": "Nära vård-omställningen", "wording": "Nära vård omställningen."},
        "h": {"title": "Kunskap", "wording": "Alla har kunskap."},
    }
    text = read(compose_areas(make_view({"profile": "process"}, goals=goals)))
    assert "Nära vård omställningen." not in text
    assert "Alla har kunskap." in text


def test_assignments_tell_who_gave_them_to_whom():
    """A commission stands with the goal: from whom, to whom, when."""
    assignment = {"title": "Föreslå", "to": "b", "by": "c", "date": "2024-11-21", "text": "Svar."}
    bodies = [{"id": "b", "title": "Gruppen"}, {"id": "c", "title": "Nämnden"}]
    view = make_view(
        {"profile": "process", "bodies": bodies},
        goals={"g": {"title": "G", "assignments": [assignment]}},
    )
    said = facts(compose_areas(view))["Uppdrag"]
    assert said == "Föreslå | Till: Gruppen, Från: Nämnden, Datum: 21 november 2024 | Svar."
