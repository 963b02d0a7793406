"""The projektplan: there or not, its five parts, and the money that pays for it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fardplan.changes._values import Amount
from fardplan.locales.text import localise
from tests.changes.editions import diff, told
from tests.changes.test_stories import say

OWN = "activity/tullhuset"
FUNDS = (
    "funding:\n"
    "  - {id: stat-2024, title: Stimulansmedel 2024, kind: state_stimulus, year: 2024, amount: 5, unit: MSEK}\n"
    "  - {id: egna, title: Egna medel, kind: own_budget}\n"
)


def plan(text: str) -> dict[str, str]:
    """Return a roadmap with one activity that has this projektplan."""
    body = f"projektplan: {{{text}}}\n" if text else ""
    return {"roadmap.yaml": FUNDS, "activities/tullhuset.yaml": f"title: Tullhuset\n{body}"}


def money(*rows: str) -> dict[str, str]:
    """Return a roadmap with one activity paid as the rows say."""
    return plan(f"financing: [{', '.join(f'{{{row}}}' for row in rows)}]")


P = f"{OWN} projektplan"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "kind: projektplan, mandate: Pröva", {f"minor projektplan-added {P}"}),
        ("mandate: Pröva", "", {f"major projektplan-removed {P}"}),
        ("mandate: Pröva", "mandate: Pröva, implementation: I steg", {f"minor projektplan-part-added {P}/implementation"}),
        ("mandate: Pröva, implementation: I steg", "mandate: Pröva", {f"major projektplan-part-removed {P}/implementation"}),
        ("mandate: Pröva", "mandate: Införa", {f"minor reworded {P}/mandate"}),
        ("status: draft, mandate: Pröva", "status: decided, mandate: Pröva", {f"minor metadata-changed {P}/status"}),
        ("contains: [mandate, timeline]", "contains: [timeline, mandate]", set()),
        (
            "document: {title: Planen}, contains: [mandate]",
            "document: {title: Planen}, contains: [mandate, timeline]",
            {f"minor projektplan-part-added {P}/timeline"},
        ),
        ("contains: [mandate]", "contains: [mandate, timeline]", {f"editorial metadata-changed {P}/contains"}),
        (
            "document: {title: Planen}, contains: [mandate]",
            "document: {title: Planen}, mandate: Pröva",
            {f"minor reworded {P}/mandate", f"editorial metadata-changed {P}/contains"},
        ),
        ("mandate: Pröva", "kind: projektplan, mandate: Pröva", set()),
        ("mandate: Pröva", "kind: uppdragsdirektiv, mandate: Pröva", {f"minor metadata-changed {P}/kind"}),
        (
            "timeline: {milestones: [{id: val, title: Val}]}",
            "timeline: {milestones: [{id: val, title: Val, recurring: false}]}",
            set(),
        ),
        (
            "timeline: {milestones: [{id: val, title: Val}]}",
            "timeline: {milestones: [{id: val, title: Val, recurring: true}]}",
            {"minor metadata-changed milestone/val recurring"},
        ),
        ("timeline: {end: 2024}", "timeline: {end: 2025}", {f"major date-slipped {P}/timeline/end"}),
        (
            "timeline: {milestones: [{id: val, title: Val, deadlines: [{by: 2024, for: kumla}]}]}",
            "timeline: {milestones: [{id: val, title: Val, deadlines: [{by: 2025, for: kumla}]}]}",
            {"major date-slipped milestone/val deadlines/0/by"},
        ),
        (
            "timeline: {milestones: [{id: val, title: Val}]}",
            "timeline: {milestones: [{id: val, title: Val, status: cancelled}]}",
            {"major dropped milestone/val status"},
        ),
        (
            "timeline: {deliverables: [{id: lan, title: Lån}]}",
            "timeline: {deliverables: [{id: lan, title: Lån, status: cancelled}]}",
            {"major dropped deliverable/lan status"},
        ),
        (
            "timeline: {deliverables: [{id: lan, title: Lån, status: planned}]}",
            "timeline: {deliverables: [{id: lan, title: Lån, status: done}]}",
            {"minor completed deliverable/lan status"},
        ),
        (
            "timeline: {milestones: [{id: val, title: Val}]}",
            "timeline: {milestones: [{id: val, title: Val, status: cancelled, reason: Inga anbud.}]}",
            {"minor dropped milestone/val status"},
        ),
        ("follow_up: {frequency: yearly}", "follow_up: {frequency: monthly}", {f"minor metadata-changed {P}/follow_up/frequency"}),
    ],
)  # fmt: skip
def test_plan(old, new, expected):
    """A plan that comes is good news; one that goes, or loses a part, is a weakened commitment."""
    assert told(diff(plan(old), plan(new))) == expected


STAT = "source: stat-2024, year: 2024, amount: "
F = f"{P}/financing"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([STAT + "100"], [STAT + "150"], {f"minor financing-increased {F}/stat-2024/2024"}),
        ([STAT + "150"], [STAT + "100"], {f"major financing-decreased {F}/stat-2024/2024"}),
        ([STAT + "1000"], [STAT + "1, unit: kSEK"], set()),
        ([STAT + "100", STAT + "50"], [STAT + "150"], {f"minor metadata-changed {F}/stat-2024/2024"}),
        (
            [STAT + "100", "source: egna, year: 2024, amount: 7"],
            ["source: egna, year: 2024, amount: 7", STAT + "100"],
            set(),
        ),
        ([STAT + "100"], ["source: egna, year: 2024, amount: 100"], {f"minor financing-source-changed {F}/egna/2024"}),
        (
            [STAT + "100"],
            ["source: egna, year: 2024, amount: 80"],
            {f"minor financing-source-changed {F}/egna/2024", f"major financing-decreased {F}/egna/2024"},
        ),
        (
            [STAT + "100"],
            [STAT + "100", "source: egna, year: 2025, amount: 40"],
            {f"minor financing-increased {F}/egna/2025"},
        ),
        (
            [STAT + "100"],
            ["source: stat-2024, year: 2025, amount: 100"],
            {f"major financing-decreased {F}/stat-2024/2024", f"minor financing-increased {F}/stat-2024/2025"},
        ),
        ([STAT + "100, party: kumla"], [STAT + "100, party: laxa"], {f"minor metadata-changed {F}/stat-2024/2024/party"}),
        (["kind: undecided"], ["kind: none_needed"], {f"minor financing-source-changed {F}/none_needed"}),
        ([STAT + "100, purpose: Lön"], [STAT + "100, purpose: Lokal"], {f"editorial reworded {F}/stat-2024/2024/purpose"}),
        ([STAT + "100, kind: eu_fund"], [STAT + "100, kind: own_budget"], {f"minor metadata-changed {F}/stat-2024/2024/kind"}),
        ([STAT + "100, kind: undecided"], [STAT + "50, kind: undecided"], {f"major financing-decreased {F}/stat-2024/2024"}),
        (
            ["kind: undecided, year: 2024, amount: 100"],
            ["kind: undecided, year: 2024, amount: 50"],
            {f"minor financing-decreased {F}/undecided/2024"},
        ),
        (
            [STAT + "100", STAT + "50, party: kumla"],
            [STAT + "100", STAT + "60, party: kumla"],
            {f"minor financing-increased {F}/stat-2024/2024"},
        ),
        (
            [STAT + "7", "kind: undecided, year: 2025"],
            [STAT + "7"],
            {f"minor financing-source-changed {F}/undecided/2025"},
        ),
        (
            [STAT + "100", "kind: own_budget, year: 2024, amount: 50"],
            ["source: egna, year: 2024, amount: 60", "kind: eu_fund, year: 2024, amount: 100"],
            {
                f"minor financing-source-changed {F}/eu_fund/2024",
                f"minor financing-source-changed {F}/egna/2024",
                f"minor financing-increased {F}/egna/2024",
            },
        ),
    ],
)  # fmt: skip
def test_money(old, new, expected):
    """Money is compared in kronor per source and year, however the rows are written."""
    assert told(diff(money(*old), money(*new))) == expected


def test_a_source_with_another_id():
    """Money from a fund and for a body is the same, whatever their ids are now."""
    head = "funding: [{{id: {0}, title: Medel, kind: state_stimulus{1}}}]\nbodies: [{{id: {2}, title: Laget{3}}}]\n"
    row = "source: {0}, year: 2024, party: {1}, amount: 5"
    old = {**money(row.format("a", "b")), "roadmap.yaml": head.format("a", "", "b", "")}
    new = {
        **money(row.format("x", "y")),
        "roadmap.yaml": head.format("x", ", previously: [a]", "y", ", previously: [b]"),
    }
    assert told(diff(old, new)) == {
        "editorial reidentified funding/x", "editorial reidentified body/y",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["none_needed", "own_budget"])
def test_a_source_that_is_gone(kind):
    """A fund that the newer version does not know is called what it was called."""
    old = money(STAT + "100", "source: egna, year: 2025")
    new = {**money(f"kind: {kind}, year: 2024"), "roadmap.yaml": ""}
    found = [change for change in diff(old, new) if change.entity.kind == "activity"]
    assert {(str(change.kind), say(change.old), say(change.details["source"])) for change in found} == {
        ("financing-source-changed", "stat-2024 (Stimulansmedel 2024)", "stat-2024 (Stimulansmedel 2024)"),
        ("financing-decreased", '"100"', "stat-2024 (Stimulansmedel 2024)"),
        ("financing-source-changed", "egna (Egna medel)", "egna (Egna medel)"),
    }  # fmt: skip


def test_exact_sums():
    """Sums are exact, also where a float would not be."""
    (change,) = diff(money(STAT + "0.1", STAT + "0.2"), money(STAT + "0.31, unit: MSEK"))
    assert (change.old, change.new) == (Amount(Decimal("0.3")), Amount(Decimal(310_000)))
    assert change.details["year"] == 2024
    assert localise(change.details["source"], "sv") == "Stimulansmedel 2024"


MILESTONE = "timeline: {milestones: [{id: m, title: Start, date: 2024}]}"


@pytest.mark.parametrize("before", ["", "projektplan: {mandate: Pröva}\n"])
@pytest.mark.parametrize(("status", "level"), [("", "major"), ("status: completed\n", "minor")])
def test_milestone_that_moves_in(before, status, level):
    """What is older than the plan that it now stands in is not new there."""
    head, path = f"title: Rehabteam\n{status}", "activities/rehab.yaml"
    old = {**plan(MILESTONE), path: head + before}
    new = {**plan(""), path: f"{head}projektplan: {{mandate: Pröva, {MILESTONE}}}\n"}
    new[path] = new[path].replace("date: 2024", "date: 2025")
    found = [line for line in told(diff(old, new)) if "milestone/" in line]
    assert sorted(found) == [f"{level} date-slipped milestone/m date", "minor moved milestone/m"]


def test_money_that_was_only_wished_for():
    """Money that nobody had decided on is no commitment, and its sources may be several."""
    wish = "kind: undecided, year: 2024, amount: 900"
    assert told(
        diff(money(wish), plan("mandate: Pröva, financing: [{kind: none_needed, year: 2024}]"))
    ) == {
        f"minor projektplan-part-added {P}/mandate",
        f"minor financing-source-changed {F}/undecided/2024",
        f"minor financing-decreased {F}/undecided/2024",
    }
    found = diff(money(wish), money(STAT + "500", "source: egna, year: 2024, amount: 600"))
    assert told(found) == {
        f"minor financing-source-changed {F}/2024",
        f"minor financing-increased {F}/2024",
    }


def test_money_of_what_is_cancelled():
    """Money that leaves a cancelled activity is free again, and no promise is broken."""
    old, new = money(STAT + "100"), money(STAT + "50")
    path = "activities/tullhuset.yaml"
    changes = diff(old, {**new, path: new[path] + "status: cancelled\nreason: Inga anbud.\n"})
    assert told(changes) == {
        f"minor dropped {OWN} status",
        f"minor financing-decreased {F}/stat-2024/2024",
    }
