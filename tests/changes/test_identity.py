"""What is the same thing in two versions: by its id, a declared earlier id, or its likeness."""

from __future__ import annotations

import pytest

from tests.changes.editions import areas, diff, front, told


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
    old, new = areas(it="Digitalt"), areas(nytt=f"Något helt annat | previously: [{written}]")
    assert told(diff(old, new)) == {
        "editorial reidentified area/nytt",
        "minor renamed area/nytt title",
    }
    assert told(diff(new, old)) == {"editorial reidentified area/it", "minor renamed area/it title"}


def test_other_roadmaps_id():
    """What was in another roadmap is new here."""
    changes = diff(areas(it="Digitalt"), areas(nytt="Samverkan | previously: [riket/area/it]"))
    assert told(changes) == {"minor removed area/it", "minor added area/nytt"}


def test_declared_of_another_kind():
    """An earlier id with its kind is no id of anything else, and one that leads nowhere is new."""
    changes = diff(areas(it="Digitalt"), areas(nytt="Samverkan | previously: [goal/it]"))
    assert told(changes) == {"minor removed area/it", "minor added area/nytt"}


def test_declared_beside_what_is_elsewhere():
    """Each earlier id counts, also after one that was in another roadmap."""
    changes = diff(areas(it="Digitalt"), areas(nytt="Digitalt | previously: [riket/area/a, it]"))
    assert told(changes) == {"editorial reidentified area/nytt"}
    assert changes[0].guess is None


def test_declared_id_of_several():
    """An earlier id without its kind is that of the same kind, where others have it too."""
    goal = {"goals/it.yaml": "title: Mötas\n"}
    changes = diff(
        {**areas(it="Digitalt"), **goal}, {**areas(nytt="Samverkan | previously: [it]"), **goal}
    )
    assert told(changes) == {"editorial reidentified area/nytt", "minor renamed area/nytt title"}


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


@pytest.mark.parametrize(
    ("old", "new", "score"),
    [
        ("Trygg vård hemma", "Trygg vård tillsammans", None),
        ("Trygg vård hemma | text: Vi möts.", "Trygg vård tillsammans | text: Vi möts.", 0.6667),
        ("Trygg vård hemma | wording: Möt.", "Trygg vård tillsammans | wording: Möt.", 0.6667),
        ("Vård | wording: Vård", "Vård | wording: Alla hjälps åt", 1),
    ],
)
def test_what_a_guess_goes_by(old, new, score):
    """A thing is recognised by its title, with the wording or text where that says more."""
    found = [
        {path.replace("areas", "activities"): text for path, text in areas(**{name: said}).items()}
        for name, said in (("a", old), ("b", new))
    ]
    changes = diff(*found)
    assert {change.guess for change in changes} == {score}
    kinds = {change.kind for change in changes}
    assert kinds >= ({"reidentified"} if score else {"removed", "added"})


def test_no_guess_across_kinds():
    """A goal is not guessed to be an area of the same name."""
    changes = diff(areas(a="Kompetens för alla"), {"goals/a.yaml": "title: Kompetens för alla\n"})
    assert told(changes) == {"minor removed area/a", "minor added goal/a"}


def test_other_kind_declared():
    """An area that became a goal keeps its identity where that is declared, and its words weigh."""
    old = areas(it="Digitalt | intro: Vi möts.")
    new = {"goals/it.yaml": "title: Digitalt\npreviously: [area/it]\nwording: Alla kan.\n"}
    for one, other, kind in ((old, new, "goal"), (new, old, "area")):
        assert told(diff(one, other)) == {
            f"minor reidentified {kind}/it",
            f"editorial reworded {kind}/it intro",
            f"minor reworded {kind}/it wording",
        }


def test_id_beside_a_number():
    """An annex is known by its number, so that its id is a fact also where it was something else."""
    old = {"indicators/matt.yaml": "title: Mått\n"}
    new = front("annexes: [{number: '1', id: matten, title: Mått, previously: [matt]}]")
    for one, other in ((old, new), (new, old)):
        facts = {change.path for change in diff(one, other)} - {()}
        assert facts == {("id",), ("number",)}


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


def test_renamed_roadmap():
    """A roadmap whose folder has a new name is the same, and so is what refers to it."""
    files = {"roadmap.yaml": "vision: {0}\n", "vision.yaml": "title: Målbild\n"}
    old = {path: text.format("lanet") for path, text in files.items()}
    new = {path: text.format("regionen") for path, text in files.items()}
    new["roadmap.yaml"] += "previously: [lanet]\n"
    changes = diff(old, new, names=("lanet", "regionen"))
    assert told(changes) == {"editorial reidentified roadmap/regionen"}


def test_whatever_it_is_called():
    """A roadmap and its vision are the same, however folder and titles have changed."""
    front = "format: 1\ntitle: {}\nprofile: action\nyear: 2024\n"
    old = {"roadmap.yaml": front.format("Färdplan"), "vision.yaml": "title: Målbild\n"}
    new = {"roadmap.yaml": front.format("Omställning"), "vision.yaml": "title: Framtid\n"}
    changes = diff(old, new, names=("lanet", "regionen"))
    assert told(changes) == {
        "editorial reidentified roadmap/regionen",
        "minor renamed roadmap/regionen title",
        "minor renamed vision/regionen title",
    }
    assert {change.guess for change in changes} == {None}


def test_a_claim_to_be_the_roadmap():
    """Nothing takes the place of the roadmap, whatever it says that it was."""
    changes = diff(
        {}, areas(a="Färdplan | previously: [roadmap/lanet]"), names=("lanet", "regionen")
    )
    assert "editorial reidentified roadmap/regionen" in told(changes)


def test_new_vision():
    """A vision that is there for the first time is new, and one that goes is withdrawn."""
    vision = {"vision.yaml": "title: Målbild\n"}
    assert told(diff({}, vision)) == {"minor added vision/lanet"}
    assert told(diff(vision, {})) == {"major removed vision/lanet"}


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
