"""The roadmap as a whole: parties, decisions, promises, gaps, priorities, ongoing work, order."""

from __future__ import annotations

import pytest

from fardplan.changes._base import Change
from fardplan.changes._values import EntityRef
from tests.changes.editions import diff, told
from tests.changes.test_stories import say

R = "roadmap/lanet"


def front(text: str) -> dict[str, str]:
    """Return a roadmap.yaml with these keys."""
    return {"roadmap.yaml": text + "\n"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("status: draft", "status: adopted", {f"minor adopted {R} status"}),
        ("status: in_force", "status: draft", {f"major unadopted {R} status"}),
        ("status: adopted", "status: in_force", {f"minor status-changed {R} status"}),
        ("status: in_force", "status: withdrawn", {f"major dropped {R} status"}),
        ("version: '1'", "version: '1.0'", set()),
        ("version: '1.9'", "version: '1.10'", {f"editorial metadata-changed {R} version"}),
        ("validity: {to: 2026}", "validity: {to: 2028}", {f"minor metadata-changed {R} validity/to"}),
        ("next_revision: 2025", "next_revision: 2026", {f"major date-slipped {R} next_revision"}),
        ("updated: 2024-01", "updated: 2024-02", {f"editorial metadata-changed {R} updated"}),
        ("accountable: chefsgruppen", "accountable: socialnamnden", {f"minor responsible-changed {R} accountable"}),
        ("owners: regionen", "owners: [regionen, kumla]", {f"minor party-joined {R} owners"}),
        ("parties: [regionen, kumla]", "parties: [regionen]", {f"major party-left {R} parties"}),
        ("parties: [kumla, laxa]", "parties: [alla-kommuner]", {f"minor metadata-changed {R} parties"}),
        ("parties: [kumla]", "parties: [alla-kommuner]", {f"minor party-joined {R} parties"}),
        ("owners: kumla", "owners: kumla\nparties: [kumla]", {f"minor metadata-changed {R} parties"}),
        ("actors: [kumla]", "actors: [laxa]", {f"minor metadata-changed {R} actors"}),
        ("purpose: För alla", "purpose: För många", {f"editorial reworded {R} purpose"}),
        ("key_points: [A, B]", "key_points: [B, A]", {f"editorial reordered {R} key_points"}),
        ("key_points: [Ko\u0308pa in]", "key_points: [K\u00f6pa in]", set()),
        ("key_points: [A, B]", "key_points: [A, C]", {f"editorial reworded {R} key_points"}),
        ("registry_number: A 1", "registry_number: A 2", {f"minor metadata-changed {R} registry_number"}),
        ("reporting: {to: chefsgruppen}", "", {f"minor metadata-changed {R} reporting"}),
        ("expectations: [{text: Bidra}]", "", {f"minor removed {R} expectations/0"}),
        ("expected: [{title: Ny modell, date: 2025}]", "", {f"minor removed {R} expected/0"}),
        ("expected: [{id: a, title: A}, {id: b, title: B}]", "expected: [{id: b, title: B}, {id: a, title: A}]", {f"editorial reordered {R} expected"}),
        ("references: [{id: a, title: A}, {id: b, title: B}]", "references: [{id: b, title: B}, {id: a, title: A}]", set()),
        ("references: [{id: a, title: A}]", "", {"editorial removed reference/a"}),
        ("annexes: [{number: '1', title: A}]", "annexes: [{number: '1', title: B}]", {"minor renamed annex/1 title"}),
        ("annexes: [{number: '1', id: a, title: A}]", "annexes: [{number: '1', id: b, previously: [a], title: A}]", {"minor metadata-changed annex/1 id"}),
        ("cycle: {id: a, title: T}", "cycle: {id: b, title: T}", {f"editorial reidentified {R} cycle"}),
        ("assignments: [{id: a, title: A, to: kumla}]", "assignments: [{id: a, title: A, to: laxa}]", {"minor responsible-changed assignment/a to"}),
        (
            "decisions: [{id: d, kind: adopt, state: pending}]",
            "decisions: [{id: d, kind: adopt, state: decided, date: 2024-11-04}]",
            {"minor adopted decision/d state", "minor metadata-changed decision/d date"},
        ),
        ("funding: [{id: m, title: M, kind: own_budget}]", "funding: [{id: m, title: M, kind: eu_fund}]", {"minor financing-source-changed funding/m kind"}),
        ("assignments: [{id: a, title: A, by: kumla}]", "assignments: [{id: a, title: A, by: laxa}]", {"minor metadata-changed assignment/a by"}),
        ("reporting: {to: chefsgruppen}", "reporting: {to: socialnamnden}", {f"minor metadata-changed {R} reporting/to"}),
        (
            "decision_path: [{id: a, title: A, bodies: [chefsgruppen, socialnamnden]}]",
            "decision_path: [{id: a, title: A, bodies: [socialnamnden, chefsgruppen]}]",
            {"editorial reordered decision_step/a bodies"},
        ),
        (
            "decision_path: [{id: a, title: A, bodies: [chefsgruppen]}]",
            "decision_path: [{id: a, title: A, bodies: [chefsgruppen, chefsgruppen]}]",
            set(),
        ),
        (
            "annexes: [{number: '1', title: A}, {number: '2', title: B}]",
            "annexes: [{number: '2', title: B}, {number: '1', title: A}]",
            {f"editorial reordered {R} annexes"},
        ),
        (f"external_goals: [{{title: {'a' * 60}}}]", "", {f"editorial removed {R} external_goals/{'a' * 60}"}),
        (f"external_goals: [{{title: {'a' * 61}}}]", "", {f"editorial removed {R} external_goals/0"}),
        ("bodies: [{id: g, title: Gruppen}]", "bodies: [{id: g, title: Laget}]", {"minor renamed body/g title"}),
        (
            "principles: [{id: a, title: Ett}, {id: b, title: Två}]",
            "principles: [{id: b, title: Två}, {id: a, title: Ett}]",
            {f"editorial reordered {R} principles"},
        ),
        (
            "principles: [{id: a, statement: riket/x}]",
            "principles: [{id: a, statement: riket/y}]",
            {"minor metadata-changed principle/a statement"},
        ),
        ("preconditions: [{id: a, title: Ledning, begins_by: 2024}]", "preconditions: [{id: a, title: Ledning, begins_by: 2025}]", {"major date-slipped precondition/a begins_by"}),
        (
            "preconditions: [{id: a, title: Ledning, active: mandatperioden}]",
            "preconditions: [{id: a, title: Ledning, active: 2022-10-15 – 2026-10-14}]",
            {"editorial date-changed precondition/a active"},
        ),
        ("themes: [{id: a, title: Nav}]", "themes: [{id: a, title: Nav}, {id: b, title: Hälsa}]", {"minor added theme/b"}),
        ("events: [{id: a, kind: workshop, title: V, when: 2024}]", "events: [{id: a, kind: workshop, title: V, when: 2025}]", {"editorial date-slipped event/a when"}),
        ("phases: [{id: f, steps: [{id: s, title: Mäta, when: 2024}]}]", "phases: [{id: f, steps: [{id: s, title: Mäta, when: 2025}]}]", {"major date-slipped step/s when"}),
        ("phases: [{id: f, steps: [{id: s, title: Mäta}]}]", "phases: [{id: f, steps: [{id: s, title: Mäta, state: done}]}]", {"minor completed step/s state"}),
        ("implements: [{roadmap: riket}]", "implements: [{roadmap: riket, reviewed: '1.0'}]", {f"editorial metadata-changed {R} implements/roadmap/riket/reviewed"}),
    ],
)  # fmt: skip
def test_front(old, new, expected):
    """One changed key of roadmap.yaml is told as what it means, with its level."""
    assert told(diff(front(old), front(new))) == expected


def test_order_of_what_shares_its_place():
    """What is told at one and the same place stands in an order of its own, not in that of a file."""
    rows = ["{document: a, kind: derived_from}", "{document: a, kind: cites}"]
    head = "references: [{id: a, title: A}]"
    one, other = (
        front(f"{head}\nrelations: [{', '.join(written)}]") for written in (rows, rows[::-1])
    )
    assert diff(one, front(head)) == diff(other, front(head))
    assert diff(front(head), one) == diff(front(head), other)
    assert len(diff(front(head), one)) == 2


ADOPTION = "adoptions: [{{id: a, parties: [kumla], {0}}}]"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("state: pending", "state: decided", {"minor adopted adoption/a state"}),
        ("state: prepared", "state: conditional", {"minor adopted adoption/a state"}),
        ("state: decided", "state: pending", {"major unadopted adoption/a state"}),
        ("state: pending", "state: rejected", {"minor status-changed adoption/a state"}),
        (
            "state: pending, when: från oktober 2024",
            "state: decided, when: 2024-11-04",
            {"minor adopted adoption/a state", "editorial date-changed adoption/a when"},
        ),
    ],
)
def test_adoption(old, new, expected):
    """A pending decision that is made is news; its time is a fact beside it."""
    assert told(diff(front(ADOPTION.format(old)), front(ADOPTION.format(new)))) == expected


EDITION = "version: '{0}'\nstatus: {1}"


@pytest.mark.parametrize(
    ("old", "new", "years", "level"),
    [
        ("2.0", "3.0", (2024, 2025), "minor"),
        ("2.0", "2.0", (2024, 2025), "minor"),
        ("2.0", "2.1", (2024, 2024), "minor"),
        ("2.0", "2.0.1", (2024, 2024), "major"),
        ("2.0", "2.0", (2024, 2024), "major"),
    ],
)
@pytest.mark.parametrize("status", ["draft", "consultation", "proposed"])
def test_next_edition_is_not_adopted_yet(old, new, years, level, status):
    """That another edition is a draft takes nothing back; a correction is no other edition."""
    changes = diff(
        front(EDITION.format(old, "adopted")), front(EDITION.format(new, status)), years=years
    )
    assert {f"{level} unadopted {R} status"} == told(changes) - {
        f"editorial metadata-changed {R} version", f"editorial metadata-changed {R} year",
    }  # fmt: skip
    (change,) = (one for one in changes if one.kind == "unadopted")
    assert change.details.get("editions") == (years if level == "minor" else None)


@pytest.mark.parametrize(
    ("text", "path", "level"),
    [
        ("adoptions: [{{id: a, parties: [kumla], state: {0}}}]", "adoption/a state", "minor"),
        ("decision_path: [{{id: a, title: Beslut, state: {0}}}]", "decision_step/a state", "minor"),
        ("decisions: [{{id: a, kind: adopt, state: {0}}}]", "decision/a state", "minor"),
        ("decisions: [{{id: a, kind: adopt, state: {0}, objects: [{{roadmap: lanet}}]}}]", "decision/a state", "minor"),
        ("decisions: [{{id: a, kind: prolong, state: {0}}}]", "decision/a state", "major"),
        ("references: [{{id: den, title: Färdplan}}]\nadoptions: [{{id: a, document: den, state: {0}}}]", "adoption/a state", "minor"),
        ("references: [{{id: den, title: Färdplan}}]\ndecisions: [{{id: a, kind: adopt, state: {0}, objects: [{{document: den}}]}}]", "decision/a state", "minor"),
        ("decisions: [{{id: a, kind: adopt, state: {0}, objects: [{{roadmap: riket}}]}}]", "decision/a state", "major"),
        ("decisions: [{{id: a, kind: adopt, state: {0}}}]\nfunding: [{{id: m, title: M, kind: own_budget}}]", "decision/a state", "minor"),
        ("decisions: [{{id: a, kind: adopt, state: {0}, objects: [{{goal: g}}]}}]", "decision/a state", "major"),
        ("references: [{{id: avtal, title: Avtalet}}]\nadoptions: [{{id: a, document: avtal, state: {0}}}]", "adoption/a state", "major"),
        ("decisions: [{{id: a, kind: adopt, state: {0}}}]\nfunding: [{{id: m, title: M, kind: own_budget, decision: a}}]", "decision/a state", "major"),
    ],
)  # fmt: skip
def test_next_edition_is_decided_anew(text, path, level):
    """What is decided on each edition is pending for the next; any other decision is taken back."""
    goal = {"goals/g.yaml": "title: G\n"}
    old, new = ({**front(text.format(state)), **goal} for state in ("decided", "pending"))
    assert f"major unadopted {path}" in told(diff(old, new))
    assert f"{level} unadopted {path}" in told(diff(old, new, years=(2024, 2025)))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("adoption: {required_of: [kumla], by: 2024-12-31}", "adoption/by"),
        ("next_revision: 2025", "next_revision"),
        ("review_by: 2025", "review_by"),
    ],
)
def test_next_edition_has_no_last_day_yet(text, path):
    """A last day of the edition is gone with it; within the year its loss is a weakening."""
    without = "adoption: {required_of: [kumla]}" if "adoption" in text else ""
    old, new = front(text), front(without)
    assert f"major date-changed {R} {path}" in told(diff(old, new))
    assert f"minor date-changed {R} {path}" in told(diff(old, new, years=(2024, 2025)))


def test_new_decision():
    """A decision that is new and made is told as decided; what is decided is never undecided."""
    decision = front("decisions: [{id: d, kind: adopt, state: decided, date: 2024-11-04}]")
    assert told(diff(front(""), decision)) == {"minor adopted decision/d"}
    assert told(diff(decision, front(""))) == {"editorial unadopted decision/d"}


PROMISE = "expected: [{id: forsta, title: Första versionen, date: hösten 2022}]"


def promise(old: str, new: str, years: tuple[int, int] = (2022, 2023)) -> tuple[Change, ...]:
    """Return what differs but for the year and the status."""
    changes = diff(front(old), front(new), years=years)
    return tuple(change for change in changes if change.entity.kind == "expected")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"status: draft\n{PROMISE}", "status: in_force", {"major date-slipped expected/forsta date"}),
        (f"status: draft\n{PROMISE}", "status: in_force\ncover: {date: 2022-11-01}", {"minor completed expected/forsta date"}),
        (
            f"status: draft\n{PROMISE}",
            "status: adopted\ndecisions: [{id: d, kind: adopt, state: decided, date: 2023-03-01}]",
            {"major date-slipped expected/forsta date"},
        ),
        ("status: draft\nexpected: [{id: forsta, title: Första versionen}]", "status: adopted", {"minor completed expected/forsta date"}),
        (f"status: draft\n{PROMISE}", "status: draft", {"minor removed expected/forsta"}),
        (f"status: in_force\n{PROMISE}", "status: in_force", {"minor removed expected/forsta"}),
        (
            "status: in_force\nexpected: [{id: forsta, title: Ny modell, date: 2025}]",
            "status: in_force",
            {"major removed expected/forsta"},
        ),
        (PROMISE, PROMISE.replace("hösten 2022", "våren 2023"), {"major date-slipped expected/forsta date"}),
    ],
)  # fmt: skip
def test_promise(old, new, expected):
    """A draft's promise is kept, in time or late, by the edition in force; others are withdrawn."""
    assert told(promise(old, new)) == expected


def test_new_promise():
    """That something more is promised weakens nothing, and neither does a comparison backwards."""
    more = "status: in_force\nexpected: [{id: forsta, title: Ny modell, date: 2025}]"
    assert told(promise("status: in_force", more)) == {"minor added expected/forsta"}
    late = promise("status: in_force", f"status: draft\n{PROMISE}", years=(2023, 2022))
    assert told(late) == {"minor date-advanced expected/forsta date"}


KUMLA = "parties: [kumla]"


@pytest.mark.parametrize(
    ("said", "issued"),
    [
        ("", "2023"),
        ("validity: {from: 2022-11}", "2022-11"),
        (f"adoptions: [{{id: a, {KUMLA}, state: decided, when: 2022-11-01}}]", "2022-11-01"),
        (f"adoptions: [{{id: a, {KUMLA}, state: pending, when: 2022-11-01}}]", "2023"),
        (f"adoptions: [{{id: a, {KUMLA}, state: decided, when: från oktober 2022}}]", "2023"),
        (
            f"references: [{{id: x, title: X}}]\nadoptions: [{{id: a, document: x, {KUMLA}, state: decided, when: 2022-11-01}}]",
            "2023",
        ),
        (
            "decisions: [{id: d, kind: adopt, state: decided, date: 2022-11-01}, {id: e, kind: adopt, state: decided, date: 2023-03-01}]",
            "2023-03-01",
        ),
    ],
)
def test_when_an_edition_came(said, issued):
    """An edition came with its last decision, else when it begins to hold, else in its year."""
    (change,) = promise(f"status: draft\n{PROMISE}", f"status: in_force\n{said}")
    assert str(change.new) == issued
    assert change.kind == ("completed" if issued.startswith("2022") else "date-slipped")


def test_promise_kept_late():
    """The slip goes from the promised time to the edition that kept it."""
    (change,) = promise(f"status: draft\n{PROMISE}", "status: in_force")
    assert (str(change.old), str(change.new)) == ("hösten 2022", "2023")
    assert "months" not in change.details  # the year alone does not say


GAP = "title: Hälsa\nplaceholder: {reason: Temat för året., due: 2024}\n"
AREA = "title: Hälsa\n"
GOAL = {"goals/a.yaml": "title: Må bra\narea: halsa\n"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"areas/halsa.yaml": GAP}, {"areas/halsa.yaml": AREA, **GOAL}, {"minor placeholder-filled area/halsa placeholder", "minor added goal/a"}),
        ({"areas/halsa.yaml": GAP}, {"areas/halsa.yaml": AREA}, {"major removed area/halsa placeholder"}),
        ({"areas/halsa.yaml": GAP}, {"areas/halsa.yaml": GAP.replace("2024", "2025")}, {"major date-slipped area/halsa placeholder/due"}),
        ({"areas/halsa.yaml": AREA}, {"areas/halsa.yaml": GAP}, {"minor added area/halsa placeholder"}),
        ({"areas/halsa.yaml": AREA, **GOAL}, {"areas/halsa.yaml": GAP}, {"minor placeholder-opened area/halsa placeholder", "major removed goal/a"}),
        (
            {"roadmap.yaml": "areas_pending: {due: 2024}\n"},
            {"areas/halsa.yaml": AREA},
            {f"minor placeholder-filled {R} areas_pending", "minor added area/halsa"},
        ),
    ],
)  # fmt: skip
def test_gap(old, new, expected):
    """A gap is filled by what now stands there; one that just vanishes is a promise withdrawn."""
    assert told(diff(old, new)) == expected


def test_gap_of_an_area_with_another_id():
    """What stands under an area is what stands under it by the id that it has in each version."""
    old = {"areas/halsa.yaml": AREA, **GOAL}
    new = {"areas/friskvard.yaml": GAP + "previously: [halsa]\n"}
    for before, after, kind in ((old, new, "opened"), (new, old, "filled")):
        (gap,) = (one for one in diff(before, after) if one.path == ("placeholder",))
        assert (gap.kind, gap.details["children"]) == (f"placeholder-{kind}", 1)


def test_priority_of_a_body_with_another_id():
    """A priority is the same for the same party, whatever its id is now."""
    row = "priorities: [{{year: 2024, party: {0}, priority: high}}]\n"
    old, new = (
        {
            **front(f"bodies: [{{id: {name}, title: Laget{more}}}]"),
            "areas/x.yaml": AREA + row.format(name),
        }
        for name, more in (("g", ""), ("h", ", previously: [g]"))
    )
    assert told(diff(old, new)) == {"editorial reidentified body/h"}


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("priority: normal", "priority: high", "priority"),
        ("", "priorities: [{year: 2024, priority: high}]", "priorities/2024"),
        (
            "priorities: [{year: 2024, party: kumla, priority: high}]",
            "priorities: [{year: 2024, party: kumla, priority: normal}]",
            "priorities/2024/kumla",
        ),
    ],
)
def test_priority(old, new, path):
    """Priorities are compared by year and party."""
    changes = diff({"areas/halsa.yaml": AREA + old}, {"areas/halsa.yaml": AREA + new})
    assert told(changes) == {f"minor priority-changed area/halsa {path}"}


PRINCIPLES = "principles: [{0}]\nthemes: [{{id: t, title: Nav, relates_to: {{{1}}}}}]"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("{id: p, title: Ett}", "principle: p"), ("{id: q, title: Två}", "principle: q"), ["p (Ett) → q (Två)"]),
        (("{id: p, title: Ett}", "principle: p"), ("", "theme: t"), ["p (Ett) → t (Nav)"]),
        (("{id: p, title: Ett}", "principle: p"), ("{id: q, title: Ett, previously: [p]}", "principle: q"), []),
        (("", "principle: p"), ("", "principle: p"), []),
    ],
)  # fmt: skip
def test_link(old, new, expected):
    """A link that leads elsewhere is told by what it led to and leads to, each by its name then."""
    changes = diff(front(PRINCIPLES.format(*old)), front(PRINCIPLES.format(*new)))
    found = [one for one in changes if one.path == ("relates_to",)]
    assert [f"{say(one.old)} → {say(one.new)}" for one in found] == expected
    assert told(tuple(found)) <= {"minor metadata-changed theme/t relates_to"}


WORK = """ongoing:
  - id: telefon
    title: Telefontillgänglighet
  - id: hemmet
    title: Överenskommelse sjukvård i hemmet
    items: [{id: rehab, title: Rehabilitering}]
"""


def test_ongoing_work_is_one_line():
    """However much of the ongoing work changes, it is one editorial change, with what it became."""
    new = {
        "roadmap.yaml": "ongoing: [{id: telefon, title: Telefon dygnet runt}, {id: ny, title: Nytt arbete}]\n",
        "activities/x.yaml": "title: Överenskommelse för sjukvård i hemmet\npreviously: [ongoing/hemmet]\n",
    }
    changes = diff(front(WORK), new)
    assert told(changes) == {f"editorial metadata-changed {R} ongoing", "minor added activity/x"}
    (change,) = (change for change in changes if change.path == ("ongoing",))
    counts = [change.details[key] for key in ("added", "removed", "reworded")]
    assert (change.old, change.new, counts) == (3, 2, [1, 1, 1])
    assert change.details["became"] == (EntityRef("lanet", "activity", "x", ""),)
    (come,) = (change for change in changes if change.kind == "added")
    assert say(come.details["origin"]) == (
        "ongoing lanet/hemmet (Överenskommelse sjukvård i hemmet)"
    )
    back = diff(new, front(WORK))
    (gone,) = (change for change in back if change.kind == "removed")
    assert say(gone.details["heir"]) == say(come.details["origin"])
    (change,) = (change for change in back if change.path == ("ongoing",))
    assert (change.old, change.new) == (2, 3)
    assert change.details["became"] == (EntityRef("lanet", "activity", "x", ""),)


def test_ongoing_work_that_leaves():
    """A whole list that leaves is one editorial change."""
    (change,) = diff(front(WORK), front(""))
    assert told((change,)) == {f"editorial removed {R} ongoing"}
    assert (change.old, change.new, change.details["removed"]) == (3, None, 3)
    (change,) = diff(front(""), front(WORK))
    assert told((change,)) == {f"editorial added {R} ongoing"}
    assert (change.old, change.new, change.details["added"]) == (None, 3, 3)


def goals(**orders: int) -> dict[str, str]:
    """Return goals of one area with these numbers."""
    return {
        "areas/halsa.yaml": AREA,
        **{
            f"goals/{name}.yaml": f"title: Mål {name} för alla\narea: halsa\norder: {order}\n"
            for name, order in orders.items()
        },
    }


def alone(**orders: int) -> dict[str, str]:
    """Return such goals without the area that they say they belong to."""
    return {path: text for path, text in goals(**orders).items() if path.startswith("goals/")}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (goals(a=1, b=2, c=3), goals(a=1, b=3, c=2), {"editorial reordered area/halsa goals"}),
        (goals(a=1, b=2), goals(a=10, b=20), set()),
        (goals(a=1, b=1), goals(a=1, b=2), set()),
        (goals(a=1, b=2), goals(a=1, c=2, b=3), {"minor added goal/c"}),
        (goals(a=1, b=1, c=2), goals(a=2, b=3, c=1), {"editorial reordered area/halsa goals"}),
        (alone(a=1, b=2), alone(a=2, b=1), {f"editorial reordered {R} goals"}),
        (
            goals(a=1, b=2),
            {
                "areas/frisk.yaml": AREA + "previously: [halsa]\n",
                **{path: text.replace("halsa", "frisk") for path, text in alone(a=2, b=1).items()},
            },
            {"editorial reidentified area/frisk", "editorial reordered area/frisk goals"},
        ),
        (
            {"areas/a.yaml": "title: Ett\norder: 1\n", "areas/b.yaml": "title: Två\norder: 2\n"},
            {"areas/a.yaml": "title: Ett\norder: 2\n", "areas/b.yaml": "title: Två\norder: 1\n"},
            {f"editorial reordered {R} areas"},
        ),
    ],
)
def test_order(old, new, expected):
    """A new order is told once, by what it stands in; numbers that only shift say nothing."""
    assert told(diff(old, new)) == expected


def test_organisation_with_a_new_name():
    """A party that both versions speak of and that is called something new is told."""
    old = {
        "roadmap.yaml": "parties: [landet]\n",
        "roadmaps/organisations.yaml": ORGANISATIONS.format("Länets landsting"),
    }
    new = {
        "roadmap.yaml": "parties: [landet]\n",
        "roadmaps/organisations.yaml": ORGANISATIONS.format("Region Länet"),
    }
    changes = diff(old, new)
    assert told(changes) == {"minor renamed organisation/landet title"}
    assert changes[0].entity.roadmap == ""
    assert (changes[0].old, changes[0].new) == ("Länets landsting", "Region Länet")
    new["roadmap.yaml"] = "parties: [annan]\n"
    assert told(diff(old, new)) == {
        f"major party-left {R} parties",
        f"minor party-joined {R} parties",
    }


ORGANISATIONS = (
    "format: 1\norganisations: [{{id: landet, title: {0}}}, {{id: annan, title: {0} 2}}]\n"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("parties: [a, b]", "parties: [b]", "a (Nämnd A) → null"),
        ("parties: [b]", "parties: [a, b]", "null → a (Förvaltning A)"),
        ("parties: [alla]", "parties: [b]", "alla (Nämnder) → null"),
        ("parties: [a]", "parties: [alla]", "null → alla (Förvaltningar)"),
        ("actors: [a]", "actors: [b]", "[a (Nämnd A)] → [b (Förvaltning B)]"),
        ("accountable: c", "accountable: d", "c (Nämnd C) → d (Förvaltning D)"),
        ("accountable: c", "", "c (Nämnd C) → null"),
        ("", "accountable: d", "null → d (Förvaltning D)"),
    ],
)
def test_each_version_has_its_own_names(old, new, expected):
    """What a reference leads to is called what it is called in the version where it stands."""
    shared = (
        "format: 1\norganisations: [{{id: a, title: {0} A}}, {{id: b, title: {0} B}}]\n"
        "classes: [{{id: alla, title: {0}{1}, members: [a, b]}}]\n"
        "bodies: [{{id: c, title: {0} C}}, {{id: d, title: {0} D}}]\n"
    )
    before, after = (
        {**front(text), "roadmaps/organisations.yaml": shared.format(*names)}
        for text, names in ((old, ("Nämnd", "er")), (new, ("Förvaltning", "ar")))
    )
    changes = [one for one in diff(before, after) if one.entity.kind == "roadmap"]
    assert [f"{say(one.old)} → {say(one.new)}" for one in changes] == [expected]


def test_the_same_word_for_something_else():
    """A reference that is written as before, but leads to another thing, is another one."""
    given = front("assignments: [{id: a, title: A, by: laget}]")
    old = {**given, "roadmap.yaml": given["roadmap.yaml"] + "bodies: [{id: laget, title: Laget}]\n"}
    shared = "format: 1\norganisations: [{id: laget, title: Laget AB}]\n"
    changes = diff(old, {**given, "roadmaps/organisations.yaml": shared})
    assert told(changes) == {"minor metadata-changed assignment/a by", "minor removed body/laget"}


def test_a_plan_has_its_name_of_each_version():
    """The plan that an area is handed over to is called what it is called then."""
    old, new = (
        {
            **front(f"related_plans: [{{id: e-plan, title: {title}}}]"),
            "areas/halsa.yaml": AREA + handed_over,
        }
        for title, handed_over in (("E-hälsoplan", ""), ("Digital plan", "delegated_to: e-plan\n"))
    )
    (over,) = (one for one in diff(old, new) if one.entity.kind == "area")
    (back,) = (one for one in diff(new, old) if one.entity.kind == "area")
    assert say(over.new) == say(back.old) == "e-plan (Digital plan)"


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ((2024, 2024), {f"major date-slipped {R} next_revision"}),
        ((2024, 2025), {f"minor date-changed {R} next_revision"}),
    ],
)
def test_times_of_one_edition(years, expected):
    """Each edition has its own next revision; only within the year is a later one a delay."""
    changes = diff(front("next_revision: 2025"), front("next_revision: 2026"), years=years)
    assert told(tuple(c for c in changes if c.path != ("year",))) == expected


def test_gap_of_what_is_handed_over():
    """A gap that leaves an area which another plan now handles is no broken promise."""
    changes = diff({"areas/halsa.yaml": GAP}, {"areas/halsa.yaml": AREA + "delegated_to: e-plan\n"})
    assert told(changes) == {
        "minor delegated area/halsa delegated_to",
        "minor removed area/halsa placeholder",
    }


def test_translations():
    """Each language is compared field by field with itself, and comes or goes on its own."""
    both = "translations: {{en: {{title: {}, text: Same}}, fi: {{title: Tiekartta}}}}\n"
    path = ("translations", "en", "title")
    (change,) = diff({"roadmap.yaml": both.format("Map")}, {"roadmap.yaml": both.format("Roadmap")})
    assert (change.path, change.old, change.new) == (path, "Map", "Roadmap")
    one = "translations: {en: {title: Map, text: Same}}\n"
    (gone,) = diff({"roadmap.yaml": both.format("Map")}, {"roadmap.yaml": one})
    assert (gone.path, gone.new) == (("translations", "fi"), None)


def test_the_only_one_of_its_kind():
    """A part that stands alone is compared by its fields, its id among them."""
    cycle = "cycle: {{id: {}, title: {}, steps: [{{title: Lyssna}}]}}\n".format
    renamed = diff({"roadmap.yaml": cycle("hjul", "Hjul")}, {"roadmap.yaml": cycle("hjul", "Varv")})
    assert [(c.path, c.old, c.new) for c in renamed] == [(("cycle", "title"), "Hjul", "Varv")]
    (other,) = diff({"roadmap.yaml": cycle("hjul", "Hjul")}, {"roadmap.yaml": cycle("ar", "Hjul")})
    assert (other.kind, other.old, other.new) == ("reidentified", "hjul", "ar")


def test_step_that_moves_into_a_new_phase():
    """What is in a new part without an id is compared with what it was elsewhere."""
    heard, measured = "{id: t, title: Lyssna}", "{{id: s, title: {}}}".format
    old = f"phases: [{{title: Alfa, steps: [{measured('Mäta')}, {heard}]}}]\n"
    new = (
        f"phases: [{{title: Alfa, steps: [{heard}]}}, "
        f"{{title: Något annat, text: Ord, steps: [{measured('Mäta om')}]}}]\n"
    )
    found = diff({"roadmap.yaml": old}, {"roadmap.yaml": new})
    assert [(str(one.kind), one.entity.kind, one.path) for one in found] == [
        ("added", "roadmap", ("phases", 1)),
        ("renamed", "step", ("title",)),
    ]
