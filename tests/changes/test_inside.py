"""What stands inside something else, or has moved into it: how much it weighs there, and why."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, told
from tests.changes.test_stories import say

POINT = "{{id: m, title: Start, date: {}}}".format
PLAN = (
    "title: {}\nstatus: {}\n"
    "projektplan: {{timeline: {{milestones: [{{id: n, title: Slut}}, {}]}}}}\n"
).format
VISION = "title: Målbild\nperspectives:\n  - {{id: a, title: Alla, statements: [{}]}}\n".format
MOVED, LEFT = "{id: x, text: Vi hjälps åt}", "{id: y, text: Vi lär}"


@pytest.mark.parametrize(("status", "level"), [("ongoing", "major"), ("completed", "minor")])
def test_milestone_that_moves_into_another_activity(status, level):
    """What an activity took over weighs as the activity: in what is over nothing is weakened."""
    first, second = "activities/a.yaml", "activities/b.yaml"
    changes = diff(
        {first: PLAN("Tullhuset", "ongoing", POINT(2024)), second: PLAN("Rehabteam", status, "")},
        {first: PLAN("Tullhuset", "ongoing", ""), second: PLAN("Rehabteam", status, POINT(2025))},
    )
    assert told(changes) == {
        "minor moved milestone/m",
        f"{level} date-slipped milestone/m date",
    }


@pytest.mark.parametrize(("status", "level"), [("ongoing", "major"), ("completed", "minor")])
def test_milestone_without_an_id(status, level):
    """What nothing can refer to weighs as what it stands in, too."""
    old, new = (
        {"activities/a.yaml": PLAN("Tullhuset", status, f"{{title: Start, date: {year}}}")}
        for year in (2024, 2025)
    )
    (change,) = diff(old, new)
    assert (change.level, change.kind, change.path[-1]) == (level, "date-slipped", "date")


def test_statement_that_moves_into_what_was_split_off():
    """What part of a thing took along is not lost, and has moved."""
    part = f"  - {{id: b, title: Vi, previously: [a], statements: [{MOVED}]}}\n"
    changes = diff(
        {"vision.yaml": VISION(f"{MOVED}, {LEFT}")}, {"vision.yaml": VISION(LEFT) + part}
    )
    assert told(changes) == {"minor split perspective/a", "minor moved statement/x"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "{}", "editorial added section/s lists/0"),
        ("{}", "", "editorial removed section/s lists/0"),
        ("{}", "{}, Vila", "editorial added section/s lists/0/items/1"),
        ("{}, Vila", "{}", "editorial removed section/s lists/0/items/1"),
        ("{}, Vila", "Vila, {}", "editorial reordered section/s lists/0/items"),
    ],
)
def test_needs_in_the_background(old, new, expected):
    """What a chapter lists as needed is background, as the chapter is."""
    chapter = "sections: [{{id: s, title: Inledning, lists: [{}]}}]\n".format
    block = "{{lead: Vi behöver, force: need, items: [{}]}}".format
    before, after = (
        {"roadmap.yaml": chapter(block(text.format("Demens")) if text else "")}
        for text in (old, new)
    )
    assert told(diff(before, after)) == {expected}


def test_guess():
    """That an item is the one it is taken for is a guess where only its words are alike."""
    asks = "title: Vård\nquestions: [{}]\n".format
    first, second, other = (
        {"areas/a.yaml": asks(text)}
        for text in ("Hur hjälps vi åt i länet", "Hur hjälps vi alla åt i länet", "Vem betalar")
    )
    (reworded,) = diff(first, second)
    assert (reworded.path, reworded.guess) == (("questions", 0, "text"), 0.8)
    assert [change.guess for change in diff(first, other)] == [None, None]
    several = [
        {"areas/a.yaml": asks(f"Vem betalar {more} maten, Hur hjälps vi {more} åt i länet")}
        for more in ("här", "sedan")
    ]
    assert told(diff(*several)) == {
        f"editorial reworded area/a questions/{place}/text" for place in (0, 1)
    }


def test_what_is_in_a_guess():
    """Whatever is told of a thing that was guessed rests on that guess."""
    old = {"areas/a.yaml": "title: Alla som bor i länet\nquestions: [Vem]\n"}
    new = {"areas/b.yaml": "title: Alla i länet\nquestions: [Vem, Hur]\n"}
    changes = diff(old, new)
    assert told(changes) == {
        "editorial reidentified area/b",
        "minor renamed area/b title",
        "editorial added area/b questions/1",
    }
    assert {change.guess for change in changes} == {0.6667}


def test_names_of_what_it_is_in():
    """A value in a part of a part is told with the names of both, and where each stands."""
    figure = "title: Vård\nfigures: [{{title: Åldrar, data: [{{label: Barn, value: {}}}]}}]\n"
    (change,) = diff({"areas/a.yaml": figure.format(1)}, {"areas/a.yaml": figure.format(2)})
    assert change.path == ("figures", 0, "data", "Barn", "value")
    assert change.details["items"] == ((1, "Åldrar"), (2, "Barn"))


def test_name_of_a_link():
    """A link that comes is called what it leads to now, and one that goes what it led to then."""
    front = "principles: [{{id: p, title: {}}}]\n".format
    goal = "title: Mål\nimplements: [{principle: p}]\n"
    old = {"roadmap.yaml": front("Närhet"), "goals/g.yaml": "title: Mål\n"}
    new = {"roadmap.yaml": front("Nära"), "goals/g.yaml": goal}
    for before, after, kind in ((old, new, "added"), (new, old, "removed")):
        (change,) = (one for one in diff(before, after) if one.entity.kind == "goal")
        assert (change.kind, change.path) == (kind, ("implements", "principle/p"))
        assert change.details["items"] == ((1, "Nära"),)
        assert (change.old is None, change.new is None) == (kind == "added", kind == "removed")


def test_small_change_of_an_id():
    """A part that nothing refers to is the same under an id that is like the one it had."""
    risks = "title: Tullhuset\nrisks: [{{id: {}, title: Lokalen dröjer}}]\n".format
    old, new = ({"activities/a.yaml": risks(name)} for name in ("lokalen-sen", "lokalen-for-sen"))
    (change,) = diff(old, new)
    assert told((change,)) == {"editorial reidentified activity/a risks/lokalen-for-sen"}
    assert (change.old, change.new, change.guess) == ("lokalen-sen", "lokalen-for-sen", 1.0)


def test_name_of_what_has_no_title():
    """A reference shows what stands for the title of what it leads to, in the version it is in."""
    vision = (
        "title: Målbild\nperspectives: [{{id: a, title: Vi, statements: [{{id: s, text: {}}}]}}]\n"
    )
    front = "principles: [{id: p, statement: s}, {id: q, title: Öppenhet}, {id: r}]\n"
    old, new = (
        {
            "roadmap.yaml": front,
            "vision.yaml": vision.format(text),
            "goals/g.yaml": f"title: Mål\nprinciples: [{principles}]\n",
        }
        for text, principles in (("Vi hjälps åt", "p"), ("Vi hjälper till", "p, q, lanet/r"))
    )
    (change,) = (one for one in diff(old, new) if one.entity.kind == "goal")
    assert [say(one) for one in (change.old, change.new)] == [
        "[p (Vi hjälps åt)]", "[p (Vi hjälper till), q (Öppenhet), lanet/r (r)]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("phases: [{id: x, when: 2024}]\n", "2024"),
        ("phases: [{id: x}]\n", ""),
        ("adoptions: [{id: x, when: 2024}]\n", "Färdplan"),
    ],
)
def test_what_is_called_by_its_time(text, title):
    """A phase without a title is called by its time, an adoption is not: it is of the roadmap."""
    (change,) = diff({}, {"roadmap.yaml": text})
    assert (change.entity.id, change.entity.title) == ("x", title)


def test_gap_below_what_is_handed_over_now():
    """A goal's gap that leaves with its area to another plan is no broken promise."""
    gap = "title: Mål\narea: a\n{}".format
    plans = {"roadmap.yaml": "related_plans: [{id: e-plan, title: E-hälsoplan}]\n"}
    area = "title: Vård\n"
    old = {"areas/a.yaml": area, "goals/g.yaml": gap("placeholder: {reason: Nytt tema.}\n")}
    new = {"areas/a.yaml": f"{area}delegated_to: e-plan\n", "goals/g.yaml": gap("")}
    changes = diff({**plans, **old}, {**plans, **new})
    assert told(changes) == {
        "minor delegated area/a delegated_to", "minor removed goal/g placeholder",
    }  # fmt: skip


def test_reason_hides_nothing():
    """A new reason that stands with what it explains leaves all else that has changed to be told."""
    first = "title: T\nstatus: ongoing\nreason: Vi väntar.\nadded: 2023\ntext: Ett.\n"
    other = "title: T\nstatus: cancelled\nreason: Slut.\nadded: 2024\ntext: Två.\n"
    changes = diff({"activities/a.yaml": first}, {"activities/a.yaml": other})
    assert {change.path[0] for change in changes} == {"status", "added", "text"}
