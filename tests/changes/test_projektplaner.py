"""The projektplan: there or not, its five parts, and the money in it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fardplan.changes._values import Amount
from fardplan.locales.text import localise
from tests.changes.editions import diff, told

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
        ("timeline: {end: 2024}", "timeline: {end: 2025}", {f"major date-slipped {P}/timeline/end"}),
        (
            "timeline: {milestones: [{id: val, title: Val, deadlines: [{by: 2024, for: kumla}]}]}",
            "timeline: {milestones: [{id: val, title: Val, deadlines: [{by: 2025, for: kumla}]}]}",
            {"major date-slipped milestone/val deadlines/0/by"},
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
    ],
)  # fmt: skip
def test_money(old, new, expected):
    """Money is compared in kronor per source and year, however the rows are written."""
    assert told(diff(money(*old), money(*new))) == expected


def test_exact_sums():
    """Sums are exact, also where a float would not be."""
    (change,) = diff(money(STAT + "0.1", STAT + "0.2"), money(STAT + "0.31, unit: MSEK"))
    assert (change.old, change.new) == (Amount(Decimal("0.3")), Amount(Decimal(310_000)))
    assert change.details["year"] == 2024
    assert localise(change.details["source"], "sv") == "Stimulansmedel 2024"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("amount: 5, unit: MSEK", "amount: 5000, unit: kSEK", set()),
        ("amount: 5, unit: MSEK", "amount: 6, unit: MSEK", {"minor financing-increased funding/stat amount"}),
        ("amount: 5", "amount: 4", {"major financing-decreased funding/stat amount"}),
        ("allocation: lump_sum", "allocation: per_capita", {"minor metadata-changed funding/stat allocation"}),
    ],
)  # fmt: skip
def test_granted(old, new, expected):
    """Money granted is compared in kronor too."""
    fund = "funding:\n  - {{id: stat, title: Medel, kind: state_stimulus, {0}}}\n"
    changes = diff({"roadmap.yaml": fund.format(old)}, {"roadmap.yaml": fund.format(new)})
    assert told(changes) == expected


def test_used():
    """What was used is a fact of the follow-up."""
    report = "funding_used:\n  - {{source: stat-2024, year: 2024, amount: {0}}}\n"
    changes = diff(
        {"roadmap.yaml": FUNDS, "reports/2024.yaml": report.format(1)},
        {"roadmap.yaml": FUNDS, "reports/2024.yaml": report.format(2)},
    )
    assert told(changes) == {
        "minor metadata-changed report/2024 funding_used/stat-2024/2024/amount"
    }


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
