"""Whom changes concern: by whom each thing is referred to, with what, and in which order."""

from __future__ import annotations

import pytest

from fardplan.changes._base import Level
from fardplan.model.terms import Level as RoadmapLevel
from tests.changes.tracing import COUNTY, SLIPPED, area, front, link, say, trace


@pytest.mark.parametrize(
    ("files", "holder"),
    [
        ({"goals/g.yaml": link("activity: lanet/teamet")}, "a/goal/g (Vårt)"),
        ({"activities/x.yaml": link("activity: lanet/teamet")}, "a/activity/x (Vårt)"),
        (front("implements: [{activity: lanet/teamet}]\n"), "a/roadmap/a (Färdplan)"),
    ],
)
def test_holder(files, holder):
    """What refers is the file, and in roadmap.yaml the roadmap."""
    assert say(trace(COUNTY, SLIPPED, files)) == [
        f"{holder} → lanet/activity/teamet (Teamet): review 1+0"
    ]


def test_order():
    """First what to do, then how grave; then as in a document, and by title."""
    gone = {path: text for path, text in SLIPPED.items() if path != "goals/fall.yaml"}
    files = {
        "activities/b.yaml": link("activity: lanet/teamet", "Bo"),
        "activities/a.yaml": link("activity: lanet/teamet", "Öl"),
        "goals/z.yaml": link("activity: lanet/teamet", "Sist"),
        "goals/y.yaml": link("goal: lanet/hemgang", "Ett"),
        "goals/x.yaml": link("goal: lanet/fall", "Fall"),
    }
    ends = ["x (Fall)", "z (Sist)", "b (Bo)", "a (Öl)", "y (Ett)"]
    assert [line.split("/")[2].split(" →")[0] for line in say(trace(COUNTY, gone, files))] == ends


def test_roadmaps():
    """The roadmap with the most to do comes first; ended ones and strangers do not count."""
    other = {"goals/g.yaml": link("goal: lanet/hemgang")}
    first = {"activities/x.yaml": link("activity: lanet/teamet")}
    ended = {**first, **front("status: expired\n")}
    stranger = {"goals/g.yaml": "title: Eget\n"}
    found = trace(COUNTY, SLIPPED, ended, other, stranger, first)
    assert [one.roadmap for one in found.below] == ["d", "b"]
    assert (found.referring, found.needs_action) == (2, True)
    nothing = trace(COUNTY, COUNTY, first, stranger)
    assert (nothing.below, nothing.referring, nothing.needs_action) == ((), 1, False)


def test_one_of_two_references():
    """Two references of one thing to one target count once: the one that can be reviewed."""
    both = "title: Vårt\nmaps_to: [{roadmap: lanet}]\nalso_priority_in: lanet\n"
    (whole,) = trace(COUNTY, SLIPPED, {"areas/x.yaml": both}).below[0].impacts
    assert (whole.place.reference.route[0], whole.action, whole.also) == ("maps_to", "review", ())


def test_whole_roadmap():
    """Of all that refer to the whole, one impact is told, of what can be reviewed."""
    files = {
        "areas/b.yaml": "title: B\nalso_priority_in: lanet\n",
        "areas/c.yaml": "title: C\nalso_priority_in: roadmap/lanet\n",
        "goals/g.yaml": link("roadmap: lanet"),
    }
    assert say(trace(COUNTY, SLIPPED, files)) == [
        "a/goal/g (Vårt) → lanet/roadmap/lanet (Färdplan): review 1+0 a/area/b a/area/c"
    ]


@pytest.mark.parametrize(
    ("reviewed", "action"), [("", "review"), ("1.0", "review"), ("1.1", "none"), ("2.0", "none")]
)
def test_reviewed(reviewed, action):
    """What is reviewed against this version or a later one needs nothing."""
    version = {**SLIPPED, **front("version: '1.1'\n")}
    files = {"goals/g.yaml": link(f"activity: lanet/teamet, reviewed: '{reviewed}'")}
    if not reviewed:
        files = {"goals/g.yaml": link("activity: lanet/teamet")}
    assert say(trace(COUNTY, version, files)) == [
        f"a/goal/g (Vårt) → lanet/activity/teamet (Teamet): {action} 1+0"
    ]


def test_gone():
    """What is gone is to be replaced, by what it has become where that is known."""
    new = {path: text for path, text in COUNTY.items() if path != "goals/fall.yaml"}
    files = {"goals/g.yaml": link("goal: lanet/fall"), "goals/h.yaml": link("goal: lanet/inte")}
    assert say(trace(COUNTY, new, files)) == [
        "a/goal/g (Vårt) → lanet/goal/fall (Färre fall): replace 1+0 gone"
    ]
    new["goals/trygg.yaml"] = "title: Färre fall hemma\npreviously: [fall]\n"
    (line,) = say(trace(COUNTY, new, files))
    assert line.startswith("a/goal/g (Vårt) → lanet/goal/fall (Färre fall): replace ")
    assert line.endswith("gone goal lanet/trygg: Färre fall hemma")


def test_gone_from_a_folder_of_another_name():
    """What is gone is found under the present name of the roadmap, and under the former one."""
    new = {path: text for path, text in COUNTY.items() if path != "goals/fall.yaml"}
    for written in ("lanet", "lan0"):
        files = {"goals/g.yaml": link(f"goal: {written}/fall")}
        assert say(trace(COUNTY, new, files, name="lan0"))[:1] == [
            "a/goal/g (Vårt) → lanet/goal/fall (Färre fall): replace 1+0 gone"
        ]


def test_short_titles():
    """A roadmap is called by its short title, all else by its whole one."""
    own = front("short_title: Vår plan\nlevel: municipal\nimplements: [{roadmap: lanet}]\n")
    head = front("short_title: Länets\nlevel: county\n")
    short = {"areas/hemma.yaml": "title: Hemma\nshort_title: H\n"}
    new = {**SLIPPED, **head, **short}
    found = trace(
        {**COUNTY, **head, **short}, new, own, {"areas/x.yaml": area("area: lanet/hemma")}
    )
    assert (found.comparison.roadmap, found.level) == ("lanet", RoadmapLevel.COUNTY)
    assert [(one.title, one.level) for one in found.below] == [
        ("Vår plan", RoadmapLevel.MUNICIPAL), ("Färdplan", None),
    ]  # fmt: skip
    assert say(found) == [
        "a/roadmap/a (Färdplan) → lanet/roadmap/lanet (Länets): review 1+0",
        "b/area/x (Vårt) → lanet/area/hemma (Hemma): read 0+1",
    ]


def test_inside():
    """What belongs to a thing counts where it matters, and never as a change of the thing itself."""
    reworded = {**COUNTY, "goals/hemgang.yaml": f"{COUNTY['goals/hemgang.yaml']}text: Nytt\n"}
    files = {"areas/x.yaml": area("area: lanet/hemma"), "goals/g.yaml": link("goal: lanet/hemgang")}
    assert say(trace(COUNTY, reworded, files)) == [
        "a/goal/g (Vårt) → lanet/goal/hemgang (Trygg hemgång): none 1+0"
    ]
    both = {**SLIPPED, "areas/hemma.yaml": "title: Hemma\nintro: Nytt\n"}
    assert say(trace(COUNTY, both, files)) == [
        "a/area/x (Vårt) → lanet/area/hemma (Hemma): read 1+1",
        "a/goal/g (Vårt) → lanet/goal/hemgang (Trygg hemgång): read 0+1",
    ]


def test_gravest():
    """An impact is as grave as the gravest of its changes."""
    more = "title: Teamet\ngoal: hemgang\nend: 2025\ntext: Nytt\nstatus: ongoing\n"
    files = {"goals/g.yaml": link("activity: lanet/teamet")}
    (impact,) = trace(COUNTY, {**COUNTY, "activities/teamet.yaml": more}, files).below[0].impacts
    assert {one.level for one in impact.changes} == {Level.MAJOR, Level.MINOR, Level.EDITORIAL}
    assert impact.level is Level.MAJOR


def test_records():
    """What is recorded of a thing is to be read, and asks for no review."""
    indicator = {"indicators/i.yaml": "title: Andel\nunit: procent\n"}
    measured = {
        "indicators/i.yaml": indicator["indicators/i.yaml"] + "baseline: {period: 2024, value: 1}\n"
    }
    files = {"goals/g.yaml": link("indicator: lanet/i")}
    assert say(trace(indicator, measured, files)) == [
        "a/goal/g (Vårt) → lanet/indicator/i (Andel): read 1+0"
    ]


def test_history():
    """What was decided or reported refers to what was, and needs nothing; what follows it does."""
    new = {path: text for path, text in SLIPPED.items() if path != "goals/fall.yaml"}
    head = "decisions: [{kind: adopt, objects: [{goal: lanet/fall}]}]\n"
    files = {
        **front(f"{head}implements: [{{activity: lanet/teamet}}]\n"),
        "reports/2024.yaml": "statuses: [{entity: {goal: lanet/fall}, status: ongoing}]\n",
    }
    assert say(trace(COUNTY, new, files)) == [
        "a/roadmap/a (Färdplan) → lanet/activity/teamet (Teamet): review 1+0"
    ]


def test_unchanged_between_changed():
    """What has not changed hides nothing that comes after it."""
    files = {
        "goals/a.yaml": link("goal: lanet/fall"),
        "goals/b.yaml": link("activity: lanet/teamet"),
    }
    assert len(say(trace(COUNTY, SLIPPED, files))) == 1


def test_holder_with_an_id():
    """In roadmap.yaml what has an id of its own is what refers."""
    vision = (
        "title: Målbild\nperspectives: [{{id: vi, title: Vi, statements: [{{id: s, text: {}}}]}}]\n"
    )
    own = front(
        "principles: [{id: mod, title: Mod, statement: lanet/s}, {id: b, statement: lanet/s}]\n"
    )
    old, new = ({"vision.yaml": vision.format(text)} for text in ("Trygg", "Lugn"))
    assert say(trace(old, new, own)) == [
        "a/principle/b () → lanet/statement/s (Lugn): read 1+0",
        "a/principle/mod (Mod) → lanet/statement/s (Lugn): read 1+0",
    ]


def test_without_title():
    """A roadmap refers to the one that has its vision; what has no title is called nothing."""
    old, new = (front(f"principles: [{{id: b, text: {text}}}]\n") for text in ("Mod", "Lugn"))
    own = front("vision: lanet\n")
    link_to_principle = {"goals/g.yaml": link("principle: lanet/b")}
    assert say(trace(old, new, own, link_to_principle)) == [
        "b/goal/g (Vårt) → lanet/principle/b (): review 1+0",
        "a/roadmap/a (Färdplan) → lanet/roadmap/lanet (Färdplan): read 1+0",
    ]


def test_own_changes_are_not_inside():
    """A change of the area itself is none of what belongs to it."""
    renamed = {**COUNTY, "areas/hemma.yaml": "title: I hemmet\n"}
    assert say(trace(COUNTY, renamed, {"areas/x.yaml": area("area: lanet/hemma")})) == [
        "a/area/x (Vårt) → lanet/area/hemma (I hemmet): review 1+0"
    ]


def test_front_comes_first():
    """Of what is as urgent and as grave, that of the roadmap itself comes first."""
    files = {
        **front("implements: [{activity: lanet/teamet}]\n"),
        "areas/x.yaml": area("activity: lanet/teamet"),
    }
    assert [line.split(" ")[0] for line in say(trace(COUNTY, SLIPPED, files))] == [
        "a/roadmap/a", "a/area/x",
    ]  # fmt: skip
