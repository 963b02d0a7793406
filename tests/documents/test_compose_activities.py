from __future__ import annotations

from typing import Any

import pytest

from fardplan.documents.blocks import Section
from fardplan.documents.compose.activities import activity_card
from fardplan.documents.compose.areas import compose_areas
from fardplan.documents.inline import plain
from tests.documents.composing import facts, make_view, read, sections, table

GOALS = {"g": {"title": "G", "area": "a"}}
AREAS = {"a": {"title": "A"}}


def _card(activity: dict[str, Any], roadmap: dict[str, Any] | None = None, **more: Any) -> Section:
    view = make_view(
        roadmap,
        areas=AREAS,
        goals=GOALS,
        activities={"x": {"title": "X", "goal": "g", **activity}, **more},
    )
    (block,) = activity_card(view, "x")
    assert isinstance(block, Section)
    return block


def _badges(activity: dict[str, Any]) -> list[str]:
    return [badge.text for badge in _card(activity).badges]


def test_what_is_absent_is_said_only_where_it_is_asked_for():
    """An action plan asks for responsible, status and projektplan, in one line for all three."""
    assert facts(_card({})) == {}
    assert read(_card({}).blocks) == "Ansvarig och status anges inte. Projektplan saknas."
    one = _card({"status": "ongoing", "projektplan": {"mandate": "Pröva."}})
    assert read(one.blocks[:1]) == "Ansvarig anges inte."
    assert read(_card({}, {"profile": "direction"}).blocks) == ""


def test_sources_named_by_the_heading_above_are_not_told_again():
    """A page within the pages of the goal has no mark of its own; another page has."""
    roadmap = {"references": [{"id": "d", "title": "Dokumentet"}]}
    goal = {"title": "Mål", "sources": [{"document": "d", "pages": "12–13"}]}

    def notes(*sources: dict[str, str]) -> str:
        one = {"title": "X", "goal": "g", "sources": list(sources)}
        view = make_view(roadmap, goals={"g": goal}, activities={"x": one})
        activity_card(view, "x")
        return "; ".join(plain(note.content) for note in view.notes.all())

    assert notes({"document": "d", "page": "13"}) == ""
    assert notes({"document": "d", "pages": "12–13"}) == ""
    assert notes({"document": "d", "page": "14"}) == "Dokumentet, s. 14"
    assert notes({"document": "d", "page": "1, 13"}) == "Dokumentet, s. 1, 13"
    assert notes({"document": "d", "page": "13", "section": "Mål"}) == "Dokumentet, s. 13, ”Mål”"


def test_a_reason_for_nothing_stands_instead_of_what_is_missing():
    """What is empty on purpose says why, under the name of its key."""
    said = facts(_card({"status": "ongoing", "none": {"responsible": "Alla ansvarar."}}))
    assert said == {"Ansvarig": "Inget att ange: Alla ansvarar."}


def test_delegated_activity_is_not_asked_for_more():
    """Who, how far and the projektplan of a delegated activity are the other plan's to say."""
    one = _card({"delegated_to": "p"}, {"related_plans": [{"id": "p", "title": "E-plan"}]})
    assert facts(one) == {}
    assert read(one.blocks) == "Aktiviteten hanteras i E-plan."


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        ({"stages": ["prepare", "decide", "implement"], "stage": "decide"}, "Steg 2 av 3: besluta"),
        ({"stage": "evaluate"}, "Nått steg: utvärdera"),
        ({"status": "delayed"}, "Försenad"),
        ({"continuity": "new"}, "Ny"),
    ],
)
def test_badges_say_how_far_in_words(activity, expected):
    """Status, stage and news are words, never colour alone."""
    assert _badges(activity) == [expected]


def test_the_kind_stands_above_the_title():
    """What sort of activity it is belongs to the word activity, not to how far it has come."""
    assert _card({"kind": "pilot"}).kicker == "Aktivitet · pilotprojekt"
    assert _card({}).kicker == "Aktivitet"


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        ({"when": "2023"}, "2023"),
        ({"start": "2023", "end": "2025"}, "2023–2025"),
        ({"start": "2023", "end": "2023"}, "2023"),
        ({"start": "2023"}, "från 2023"),
        ({"end": "2025"}, "till 2025"),
        ({"start": "från oktober 2021"}, "från oktober 2021"),
        ({"when": "löpande", "start": "2024", "end": "2025"}, "löpande, 2024–2025"),
    ],
)
def test_time_is_one_fact(activity, expected):
    """When, start and end become one wording."""
    assert facts(_card(activity))["Tid"] == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"partners": ["Y"], "partners_complete": False}, "Y med flera"),
        ({"partners": ["Y"], "partners_complete": True}, "Y (alla)"),
        ({"partners": ["Y"]}, "Y"),
        ({"partners_complete": False}, "Fler än de som står här"),
    ],
)
def test_partners_say_whether_they_are_all(given, expected):
    """A list that is not complete says so."""
    assert facts(_card(given))["Medverkande"] == expected


def test_unnamed_decision_points_are_counted_in_words():
    """A source that only counts the decision points is told as it is."""
    text = read(_card({"decision_points": {"expected": 3}}))
    assert "Tre beslutspunkter; källan namnger dem inte." in text
    one = read(_card({"decision_points": {"expected": 1}}))
    assert "En beslutspunkt; källan säger inte vilken." in one


def test_decision_points_say_how_many_are_not_named():
    """Points that are named stand in a table, with the number of those that are not."""
    points = {
        "expected": 2,
        "points": [{"title": "Start", "when": "2024-04-18", "state": "decided"}],
    }
    one = _card({"decision_points": points})
    assert table(one, "Beslutspunkter")[1:] == [("Start", "2024-04-18", "Beslutat")]
    assert "Det ska vara två beslutspunkter; källan namnger en av dem." in read(one)


def test_parts_are_rolled_up():
    """The table of parts says how many of them are done."""
    parts = [{"title": "Ett", "status": "completed"}, {"title": "Två", "status": "ongoing"}]
    one = _card({"sub_activities": parts})
    assert table(one, "Delaktiviteter") == [
        ("Del", "Status"),
        ("Ett", "Genomförd"),
        ("Två", "Pågår"),
    ]
    assert "En av två delar är genomförd." in read(one)


def test_conditions_tell_when_they_are_expected():
    """What must happen first stands with its state and the time it is expected to be in force."""
    condition = {"title": "Avtalet antas", "state": "pending", "in_force": {"expected": 2025}}
    assert "Avtalet antas, ännu inte beslutat, väntas gälla 2025" in read(
        _card({"conditions": [condition]})
    )


def test_activity_of_an_unknown_goal_is_not_lost():
    """An activity whose goal is not there stands in a chapter of its own and names the goal."""
    view = make_view(goals={}, activities={"x": {"title": "X", "goal": "borta"}})
    (chapter,) = compose_areas(view)
    assert (chapter.anchor, chapter.title) == ("aktiviteter", "Aktiviteter")
    assert facts(chapter)["Mål"].casefold() == "borta"


def test_activity_of_a_precondition_stands_there():
    """The chapter of the preconditions shows their activities, so the areas do not."""
    view = make_view(
        {"preconditions": [{"id": "p", "title": "P"}]},
        activities={"x": {"title": "X", "precondition": "p"}},
    )
    assert compose_areas(view) == ()


def test_activity_of_an_area_stands_in_its_chapter():
    """A direction document's activity belongs to the area itself."""
    view = make_view(
        {"profile": "direction"}, areas=AREAS, activities={"x": {"title": "X", "area": "a"}}
    )
    assert "activity-x" in sections(compose_areas(view)[1])


def test_unknown_activity_is_nothing():
    """Asking for an activity that is not there gives no blocks."""
    assert activity_card(make_view(), "borta") == ()
