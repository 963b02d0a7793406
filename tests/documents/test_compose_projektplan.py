from __future__ import annotations

from typing import Any

import pytest

from fardplan.documents.blocks import Blocks, Items, Section, Unfold
from fardplan.documents.compose.activities import activity_card
from fardplan.documents.document import walk
from tests.documents.composing import facts, make_view, read, table

COMPLETE: dict[str, Any] = {
    "mandate": "Pröva.",
    "implementation": "Så här.",
    "timeline": {"start": "2024"},
    "financing": [{"kind": "none_needed"}],
    "follow_up": {"frequency": "yearly"},
}
FUNDING = {"funding": [{"id": "stimulans", "title": "Stimulansmedel", "kind": "state_stimulus"}]}


def _compose(plan: dict[str, Any] | None, roadmap: dict[str, Any] | None = None) -> Blocks:
    activity: dict[str, Any] = {"title": "X", "goal": "g"} | ({"projektplan": plan} if plan else {})
    view = make_view(roadmap, goals={"g": {"title": "G"}}, activities={"x": activity})
    return activity_card(view, "x")


def _unfold(blocks: Blocks) -> Unfold:
    (found,) = (part for part in walk(blocks) if isinstance(part, Unfold))
    return found


def test_five_parts_stand_in_order():
    """A complete projektplan shows uppdrag, genomförande, tidsplan, finansiering, uppföljning."""
    plan = _unfold(_compose(COMPLETE))
    assert plan.summary == "Projektplan (5 av 5 delar)"
    titles = [block.title for block in plan.blocks if isinstance(block, Section)]
    assert titles == ["Uppdrag", "Genomförande", "Tidsplan", "Finansiering", "Uppföljning"]


def test_missing_parts_are_named():
    """An incomplete plan says which parts it lacks, in the order of a reader's questions."""
    directive = {"kind": "uppdragsdirektiv", "status": "draft", "mandate": "Pröva."}
    plan = _unfold(_compose(directive))
    assert plan.summary == "Uppdragsdirektiv (1 av 5 delar)"
    assert [badge.text for badge in plan.badges] == ["Utkast"]
    assert (
        "Uppdragsdirektivet saknar genomförande, tidsplan, finansiering och uppföljning."
        in read(plan)
    )


@pytest.mark.parametrize(("profile", "said"), [("action", True), ("direction", False)])
def test_a_missing_projektplan_is_said_where_it_is_due(profile, said):
    """Only an action plan owes every activity a projektplan."""
    text = read(_compose(None, {"profile": profile}))
    assert ("Projektplan saknas." in text) is said


def test_document_elsewhere_is_led_to_and_its_parts_ticked():
    """A plan kept elsewhere shows title, number and address, and which of the parts it has."""
    document = {"title": "Plan", "registry_number": "KS 1/24", "url": "https://exempel.se/p"}
    plan = _unfold(_compose({"document": document, "contains": ["timeline", "mandate"]}))
    assert facts(plan) == {"Dokument": "Plan", "Diarienummer": "KS 1/24"}
    assert plan.summary == "Projektplan (2 av 5 delar)"
    (items,) = (part for part in walk(plan) if isinstance(part, Items))
    assert [(item.content, item.mark) for item in items.items] == [
        ("Uppdrag", "yes"),
        ("Genomförande", "no"),
        ("Tidsplan", "yes"),
        ("Finansiering", "no"),
        ("Uppföljning", "no"),
    ]


def test_financing_adds_up_per_year_across_units():
    """Rows of different units add up exactly, in kronor; each year with several rows has a sum."""
    rows = [
        {"source": "stimulans", "year": 2024, "amount": 900000, "party": "Regionen"},
        {"source": "stimulans", "year": 2025, "amount": "1,2", "unit": "MSEK"},
        {"kind": "own_budget", "year": 2025, "amount": 300, "unit": "kSEK", "purpose": "Lön"},
    ]
    found = table(_compose(COMPLETE | {"financing": rows}, FUNDING), "Medel och belopp")
    assert found == [
        ("Medel", "Ändamål", "År", "Belopp"),
        ("Stimulansmedel | Betalas av Regionen", "", "2024", "900\u00a0000\u00a0kr"),
        ("Stimulansmedel", "", "2025", "1,2\u00a0mnkr"),
        ("Egen budget", "Lön", "2025", "300\u00a0tkr"),
        ("Summa 2025", "", "", "1\u00a0500\u00a0000\u00a0kr"),
        ("Summa", "", "", "2\u00a0400\u00a0000\u00a0kr"),
    ]


def test_sum_keeps_the_unit_that_all_rows_share():
    """Sums in millions add up to millions."""
    rows = [{"kind": "own_budget", "amount": "1,25", "unit": "MSEK"} for _ in range(2)]
    found = table(_compose(COMPLETE | {"financing": rows}), "Medel och belopp")
    assert found[-1] == ("Summa", "2,50\u00a0mnkr")


def test_no_money_needed_is_said_in_words():
    """Work that needs no money gets a sentence, not an empty table."""
    needed = {"kind": "none_needed", "text": "Ryms i linjen."}
    text = read(_unfold(_compose(COMPLETE | {"financing": [needed]})))
    assert "Inga särskilda pengar behövs.\nRyms i linjen." in text


def test_milestones_tell_when_for_whom_and_why_they_moved():
    """A milestone's row holds its dates, the last days of each party, and why it was moved."""
    milestone = {
        "number": "1",
        "title": "Klart team",
        "start": "2025-03",
        "end": "2025-05",
        "deadlines": [{"by": "2025-04-30", "for": "Vårdcentralen"}],
        "responsible": "Nämnden",
        "status": "late",
        "recurring": True,
        "reason": "Två tjänster stod tomma.",
    }
    found = table(_compose(COMPLETE | {"timeline": {"milestones": [milestone]}}), "Milstolpar")
    assert found == [
        ("Milstolpe", "När", "Läge"),
        (
            "1 Klart team | Ansvarig: Nämnden | Varför tiden har ändrats | Två tjänster stod tomma.",
            "Mars 2025 – maj 2025, varje år | senast 2025-04-30 (Vårdcentralen)",
            "Försenat",
        ),
    ]
