"""Goals and activities: where they belong, how far they have come, who does them, by when."""

from __future__ import annotations

import pytest

from fardplan.changes._values import EntityRef
from tests.changes.editions import diff, told

A = "title: Tullhuset\ngoal: hemgang\n"
BASE = {
    "areas/vard.yaml": "title: Vård\n",
    "goals/hemgang.yaml": "title: Trygg hemgång\narea: vard\n",
    "goals/rehab.yaml": "title: Samlad rehabilitering\narea: vard\n",
    "roadmap.yaml": "preconditions:\n  - {id: ledning, title: Gemensam ledning}\nrelated_plans:\n  - {id: e-plan, title: E-hälsoplan}\n  - {id: psyk, title: Plan för psykisk hälsa}\n",
}
OWN = "activity/tullhuset"
TABLE = [
    ("status: planned", "status: ongoing", {f"minor status-changed {OWN} status"}),
    ("", "status: ongoing", {f"minor status-changed {OWN} status"}),
    ("status: ongoing", "status: completed", {f"minor completed {OWN} status"}),
    ("status: completed", "status: implemented", {f"minor status-changed {OWN} status"}),
    ("status: completed", "status: ongoing", {f"minor reopened {OWN} status"}),
    ("status: ongoing", "status: cancelled", {f"major dropped {OWN} status"}),
    ("status: ongoing", "status: cancelled\nreason: Pengarna tog slut.", {f"minor dropped {OWN} status"}),
    ("status: cancelled\nreason: Pengarna tog slut.", "status: ongoing", {f"minor resumed {OWN} status"}),
    (
        "status: cancelled",
        "status: completed",
        {f"minor resumed {OWN} status", f"minor completed {OWN} status"},
    ),
    ("status: ongoing", "status: delegated", {f"minor delegated {OWN} status"}),
    (
        "status: ongoing",
        "status: delegated\ndelegated_to: e-plan",
        {f"minor delegated {OWN} delegated_to"},
    ),
    ("delegated_to: e-plan", "", {f"minor undelegated {OWN} delegated_to"}),
    ("delegated_to: e-plan", "delegated_to: psyk", {f"minor metadata-changed {OWN} delegated_to/plan"}),
    ("stage: prepare", "stage: implement", {f"minor stage-advanced {OWN} stage"}),
    ("", "stage: prepare", {f"minor stage-advanced {OWN} stage"}),
    ("stage: decide", "stage: prepare", {f"minor stage-regressed {OWN} stage"}),
    ("end: hösten 2024", "end: våren 2025", {f"major date-slipped {OWN} end"}),
    ("end: våren 2025", "end: hösten 2024", {f"minor date-advanced {OWN} end"}),
    ("start: 2024", "start: hösten 2024", {f"minor date-changed {OWN} start"}),
    ("end: HT2024", "end: höstterminen 2024", {f"editorial date-changed {OWN} end"}),
    ("end: 2024", "end: löpande", {f"minor date-changed {OWN} end"}),
    ("end: 2024", "", {f"major date-changed {OWN} end"}),
    ("", "end: 2024", {f"minor date-changed {OWN} end"}),
    ("added: 2024-03", "added: 2024-05", {f"minor metadata-changed {OWN} added"}),
    ("responsible: kumla", "responsible: [kumla]", set()),
    ("responsible: kumla", "responsible: laxa", {f"minor responsible-changed {OWN} responsible"}),
    ("partners: [kumla, laxa]", "partners: [laxa, kumla]", set()),
    ("partners: [kumla]", "partners: [laxa, kumla]", {f"minor partners-changed {OWN} partners"}),
    ("wording: Prova ett team", "wording: Pröva ett team", {f"minor reworded {OWN} wording"}),
    ("text: Prova ett team", "text: Pröva ett team", {f"editorial reworded {OWN} text"}),
    ("text: Ett team.", "text: Ett team", {f"editorial reworded {OWN} text"}),
    ("text: |\n  Ett team.\n", "text: Ett team.", set()),
    ("text: Ko\u0308pa in", "text: K\u00f6pa in", set()),
    ("risks: [{title: Brist}]", "risks: [{title: Brist, impact: high}]", {f"minor metadata-changed {OWN} risks/0/impact"}),
    ("sources: [{document: x, page: 1}]", "sources: [{document: x, page: 2}]", {f"editorial metadata-changed {OWN} sources"}),
    ("stages: [prepare, decide]", "stages: [decide, prepare]", {f"editorial reordered {OWN} stages"}),
    ("none: {partners: Bara kommunen}", "none: {partners: Bara vi}", {f"editorial reworded {OWN} none/partners"}),
    (
        "sub_activities: [{id: del, title: Delen, status: ongoing}]",
        "sub_activities: [{id: del, title: Delen, status: completed}]",
        {"minor completed sub_activity/del status"},
    ),
    (
        "decision_points: [{id: val, title: Val, state: pending}]",
        "decision_points: [{id: val, title: Val, state: decided}]",
        {"minor adopted decision_point/val state"},
    ),
    (
        "conditions: [{id: lag, title: Lagen, expected: 2025}]",
        "conditions: [{id: lag, title: Lagen, expected: 2026}]",
        {"minor date-slipped condition/lag expected"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_activity(old, new, expected):
    """One changed line of an activity is told as what it means, with its level."""
    changes = diff(
        {**BASE, "activities/tullhuset.yaml": A + old},
        {**BASE, "activities/tullhuset.yaml": A + new},
    )
    assert told(changes) == expected


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("goal: hemgang", "goal: rehab", "goal"),
        ("goal: hemgang", "precondition: ledning", "precondition"),
        ("goal: hemgang", "", "goal"),
        ("", "area: vard", "area"),
    ],
)
def test_move(old, new, path):
    """Another goal, precondition or area is one move."""
    title = "title: Tullhuset\n"
    changes = diff(
        {**BASE, "activities/tullhuset.yaml": title + old},
        {**BASE, "activities/tullhuset.yaml": title + new},
    )
    assert told(changes) == {f"minor moved {OWN} {path}"}


GOAL = "title: Trygg hemgång\narea: vard\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (GOAL, "title: Trygg hemgång\narea: skola\n", {"minor moved goal/hemgang area"}),
        (GOAL, "title: Tryggare hemgång\narea: vard\n", {"minor renamed goal/hemgang title"}),
        (GOAL, "title: TRYGG hemgång.\narea: vard\n", {"editorial renamed goal/hemgang title"}),
        ("title: '–'\n", "title: '…'\n", {"minor renamed goal/hemgang title"}),
        (GOAL, GOAL + "priority: high\n", {"minor priority-changed goal/hemgang priority"}),
        (GOAL, GOAL + "judgement: achieved\n", {"minor completed goal/hemgang judgement"}),
        (GOAL, GOAL + "judgement: partly\n", {"minor status-changed goal/hemgang judgement"}),
        (
            GOAL + "shift: {from: Splittrat, to: Samlat}\n",
            GOAL + "shift: {from: Splittrat, to: Enat}\n",
            {"editorial reworded goal/hemgang shift/to"},
        ),
        (
            GOAL + "implements: [{goal: riket/a}]\n",
            GOAL + "implements: [{goal: riket/b}]\n",
            {
                "minor removed goal/hemgang implements/goal/riket/a",
                "minor added goal/hemgang implements/goal/riket/b",
            },
        ),
    ],
)
def test_goal(old, new, expected):
    """A goal's own changes: name, area, judgement, priority."""
    areas = {"areas/vard.yaml": "title: Vård\n", "areas/skola.yaml": "title: Skola\n"}
    changes = diff({**areas, "goals/hemgang.yaml": old}, {**areas, "goals/hemgang.yaml": new})
    assert told(changes) == expected


def test_added():
    """What is new is told with its title and where it belongs."""
    (change,) = diff(BASE, {**BASE, "activities/tullhuset.yaml": A})
    assert (str(change.level), str(change.kind), change.old, change.new) == (
        "minor", "added", None, "Tullhuset",
    )  # fmt: skip
    assert change.details["parent"] == EntityRef("lanet", "goal", "hemgang", "")
    assert change.details["area"] == EntityRef("lanet", "area", "vard", "")


def test_slip_has_its_size_and_reason():
    """A slip knows its months, and a reason stands with what it explains, not beside it."""
    (change,) = diff(
        {**BASE, "activities/tullhuset.yaml": A + "end: hösten 2024"},
        {**BASE, "activities/tullhuset.yaml": A + "end: hösten 2025\nreason: Lokalen dröjer."},
    )
    assert (change.details["months"], change.details["reason"]) == (12, "Lokalen dröjer.")


def test_slip_of_a_day():
    """One day later is a slip, of no whole month."""
    old, new = (
        {**BASE, "activities/tullhuset.yaml": f"{A}end: 2024-05-{day}\n"} for day in ("01", "02")
    )
    (change,) = diff(old, new)
    assert told((change,)) == {f"major date-slipped {OWN} end"}
    assert (change.details["months"], change.details["days"]) == (0, 1)


def test_term_of_office():
    """“Mandatperioden” is the term of the edition in which it stands."""
    old, new = (
        {**BASE, "activities/tullhuset.yaml": f"{A}end: {end}\n"}
        for end in ("mandatperioden", "2018-10-15 – 2022-10-14")
    )
    there = [change for change in diff(old, new, years=(2021, 2023)) if change.path == ("end",)]
    back = [change for change in diff(new, old, years=(2021, 2023)) if change.path == ("end",)]
    assert told(tuple(there)) == {f"editorial date-changed {OWN} end"}
    assert told(tuple(back)) == {f"major date-slipped {OWN} end"}


def test_milestones_with_the_same_id():
    """The milestone `beslut` of two activities are two, and each slips in its own activity."""
    plan = "projektplan: {{timeline: {{milestones: [{{id: beslut, title: Beslut, date: {0}}}]}}}}\n"
    other = "title: Rehabteam\ngoal: rehab\n"
    changes = diff(
        {
            **BASE,
            "activities/a.yaml": A + plan.format(2024),
            "activities/b.yaml": other + plan.format(2024),
        },
        {
            **BASE,
            "activities/a.yaml": A + plan.format(2024),
            "activities/b.yaml": other + plan.format(2025),
        },
    )
    assert told(changes) == {"major date-slipped milestone/beslut date"}
    assert changes[0].guess is None
    assert changes[0].details["within"] == EntityRef("lanet", "activity", "b", "")


def test_milestones_of_what_is_guessed():
    """An id that several share is certain in a thing that has another id itself."""
    plan = "projektplan: {{timeline: {{milestones: [{{id: beslut, title: Beslut, date: {0}}}]}}}}\n"
    others = {
        f"activities/{name}.yaml": f"title: {title}\n{plan.format(2024)}"
        for name, title in (("x", "Rehabteam"), ("y", "Digital ingång"))
    }
    changes = diff(
        {**BASE, **others, "activities/a.yaml": A + plan.format(2024)},
        {**BASE, **others, "activities/b.yaml": A + plan.format(2025)},
    )
    assert {str(change.kind): change.guess for change in changes} == {
        "reidentified": 1, "date-slipped": None,
    }  # fmt: skip
