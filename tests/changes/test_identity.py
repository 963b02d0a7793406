"""What is the same thing in two versions: id, declared earlier id, likeness; splits and mergers."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, told

TITLE = "title: {}\n"


def areas(**titles: str) -> dict[str, str]:
    """Return area files with these titles, and what else is written after a bar."""
    return {
        f"areas/{name.replace('_', '-')}.yaml": "title: " + text.replace(" | ", "\n") + "\n"
        for name, text in titles.items()
    }


def test_declared_id():
    """An entity with another id and `previously` is the same, and references to it are too."""
    goal = "title: Mötas digitalt\narea: {}\n"
    changes = diff(
        {**areas(it="Digitalt"), "goals/moten.yaml": goal.format("it")},
        {
            **areas(digitalt="Digitalt | previously: [it]"),
            "goals/moten.yaml": goal.format("digitalt"),
        },
    )
    assert told(changes) == {"editorial reidentified area/digitalt"}
    assert changes[0].guess is None


def test_declared_id_backwards():
    """A comparison backwards sees the same identity."""
    changes = diff(areas(digitalt="Digitalt | previously: [it]"), areas(it="Digitalt"))
    assert told(changes) == {"editorial reidentified area/it"}


@pytest.mark.parametrize("written", ["area/it", "areas/it", "lanet/it", "lanet/area/it"])
def test_ways_to_declare(written):
    """An earlier id may come with its kind, its folder and its roadmap."""
    changes = diff(areas(it="Digitalt"), areas(nytt=f"Något helt annat | previously: [{written}]"))
    assert told(changes) == {
        "editorial reidentified area/nytt",
        "minor renamed area/nytt title",
    }


def test_other_roadmaps_id():
    """What was in another roadmap is new here."""
    changes = diff(areas(it="Digitalt"), areas(nytt="Samverkan | previously: [riket/area/it]"))
    assert told(changes) == {"minor removed area/it", "minor added area/nytt"}


def test_guess():
    """Without id and declaration, a like title is a guess with its score, on every change of it."""
    changes = diff(
        areas(a="Trygga kompetensen i länet"),
        areas(b="Trygga kompetensen i hela länet | intro: Vi lär."),
    )
    assert told(changes) == {
        "editorial reidentified area/b",
        "minor renamed area/b title",
        "editorial reworded area/b intro",
    }
    assert {change.guess for change in changes} == {changes[0].guess}
    assert 0.6 <= (changes[0].guess or 0) < 1


def test_no_guess_across_kinds():
    """A goal is not guessed to be an area of the same name."""
    changes = diff(areas(a="Kompetens för alla"), {"goals/a.yaml": "title: Kompetens för alla\n"})
    assert told(changes) == {"minor removed area/a", "minor added goal/a"}


def test_other_kind_declared():
    """An area that became a goal keeps its identity where that is declared."""
    changes = diff(
        areas(it="Digitalt | intro: Vi möts."),
        {"goals/it.yaml": "title: Digitalt\npreviously: [area/it]\n"},
    )
    assert told(changes) == {
        "minor reidentified goal/it",
        "editorial reworded goal/it intro",
    }


@pytest.mark.parametrize(
    ("area", "activity", "expected"),
    [
        ("", "", set()),
        ("cross_cutting: true\n", "", {"cross_cutting"}),
        ("", "cross_cutting: [barn]\n", {"cross_cutting"}),
        ("cross_cutting: true\n", "cross_cutting: [barn]\n", {"cross_cutting"}),
    ],
)
def test_key_of_two_meanings(area, activity, expected):
    """What one key says of an area is not what it says of an activity, in either direction."""
    perspectives = "cross_cutting:\n  - {id: barn, title: Barn}\n"
    old = {"roadmap.yaml": perspectives, "areas/it.yaml": f"title: Digitalt\n{area}"}
    new = {
        "roadmap.yaml": perspectives,
        "activities/it.yaml": f"title: Digitalt\npreviously: [area/it]\n{activity}",
    }
    there, back = diff(old, new), diff(new, old)
    assert {change.path[-1] for change in there if change.path} == expected
    mirrored = [change.mirrored() for change in there]
    assert sorted((one.kind, one.path, str(one.old), str(one.new)) for one in back) == sorted(
        (one.kind, one.path, str(one.old), str(one.new)) for one in mirrored
    )


def test_split():
    """An area that became two is told as a split, and its goals have not moved."""
    goal = "title: Mål {0}\narea: {1}\n"
    changes = diff(
        {**areas(x="Digitalt och kompetens"), "goals/a.yaml": goal.format("ett", "x"), "goals/b.yaml": goal.format("två", "x")},
        {
            **areas(it="Digitalt | previously: [x]", kunskap="Lärande för alla | previously: [x]"),
            "goals/a.yaml": goal.format("ett", "it"), "goals/b.yaml": goal.format("två", "kunskap"),
        },
    )  # fmt: skip
    assert told(changes) == {
        "minor split area/x",
        "editorial reidentified area/it",
        "minor renamed area/it title",
    }


def test_split_off():
    """A part that left an area which stays is a split too, and the area keeps its id."""
    changes = diff(
        areas(x="Digitalt och kompetens"),
        areas(x="Digitalt", kunskap="Lärande | previously: [x]"),
    )
    assert told(changes) == {"minor split area/x", "minor renamed area/x title"}


def test_merge():
    """Two areas put together are told as a merger, and neither is removed."""
    changes = diff(
        areas(a="Digitalt", b="Kompetens"), areas(c="Digital kompetens | previously: [a, b]")
    )
    assert {"minor merged area/c"} == {
        line for line in told(changes) if "merged" in line or "removed" in line or "added" in line
    }


def test_statement_that_moved():
    """A statement in another perspective has moved, and its words are compared."""
    vision = "title: Målbild\nperspectives:\n  - {{id: a, title: Alla, statements: [{0}]}}\n  - {{id: b, title: Vi, statements: [{1}]}}\n"
    one = "{{id: x, text: {}}}"
    changes = diff(
        {"vision.yaml": vision.format(one.format("Vi hjälps åt"), "")},
        {"vision.yaml": vision.format("", one.format("Vi hjälper till"))},
    )
    assert told(changes) == {"minor moved statement/x", "minor reworded statement/x text"}


def test_entity_inside_a_new_one():
    """A statement that stands in a new perspective is not lost."""
    old = "title: Målbild\nperspectives:\n  - {id: a, title: Alla, statements: [{id: x, text: Vi hjälps åt}]}\n"
    new = "title: Målbild\nperspectives:\n  - {id: b, title: Medarbetare, statements: [{id: x, text: Vi hjälps åt}, {id: y, text: Nytt}]}\n"
    assert told(diff({"vision.yaml": old}, {"vision.yaml": new})) == {
        "minor removed perspective/a",
        "minor added perspective/b",
        "minor moved statement/x",
    }


def test_removed_statement():
    """A statement that vanishes is a weakened commitment."""
    vision = "title: Målbild\nperspectives:\n  - {{id: a, title: Alla, statements: [{0}]}}\n"
    changes = diff(
        {"vision.yaml": vision.format("{id: x, text: Vi hjälps åt}")},
        {"vision.yaml": vision.format("")},
    )
    assert told(changes) == {"major removed statement/x"}


def test_renamed_roadmap():
    """A roadmap whose folder has a new name is the same, and so is what refers to it."""
    files = {"roadmap.yaml": "vision: {0}\n", "vision.yaml": "title: Målbild\n"}
    old = {path: text.format("lanet") for path, text in files.items()}
    new = {path: text.format("regionen") for path, text in files.items()}
    new["roadmap.yaml"] += "previously: [lanet]\n"
    changes = diff(old, new, names=("lanet", "regionen"))
    assert told(changes) == {"editorial reidentified roadmap/regionen"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[{to: du, text: Vad gör du}]", "[{to: ni, text: Vad gör du}]", {"editorial metadata-changed area/a questions/0/to"}),
        ("[Vad gör vi nu, Hur]", "[Hur, Vad gör vi nu]", {"editorial reordered area/a questions"}),
        ("[Hur]", "[Hur, Hur]", {"editorial added area/a questions/1"}),
        ("[Hur hjälps vi åt i länet]", "[Hur hjälps vi alla åt i länet]", {"editorial reworded area/a questions/0/text"}),
    ],
)  # fmt: skip
def test_items_without_id(old, new, expected):
    """Items without id are told apart by what they hold, then by likeness."""
    changes = diff(areas(a=f"Vård | questions: {old}"), areas(a=f"Vård | questions: {new}"))
    assert told(changes) == expected


def test_needs_weigh_more_than_examples():
    """A point gone from a list of needs is a change; one gone from a list of examples is not."""
    lists = "Vård | lists: [{{id: l, force: {}, items: [{}]}}]"
    for force, level in (("need", "minor"), ("example", "editorial")):
        changes = diff(
            areas(a=lists.format(force, "Lära, Leda")), areas(a=lists.format(force, "Lära"))
        )
        assert told(changes) == {f"{level} removed area/a lists/l/items/1"}


def test_old_news():
    """A declaration that the earlier version already held tells nothing new."""
    both = areas(x="Digitalt", kunskap="Lärande för alla | previously: [x]")
    assert diff(both, both) == ()
    left = {path: text for path, text in both.items() if "kunskap" in path}
    assert told(diff(both, left)) == {"minor removed area/x"}


def test_merged_later():
    """A declaration that is added to what stays is a merger."""
    changes = diff(areas(x="Digitalt", y="Kompetens"), areas(y="Kompetens | previously: [x]"))
    assert told(changes) == {"minor merged area/y"}
