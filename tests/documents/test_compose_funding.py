from __future__ import annotations

from typing import Any

from fardplan.documents.compose.funding import compose_funding
from tests.documents.composing import facts, make_view, read, table

STATE: dict[str, Any] = {
    "id": "s24",
    "title": "Stimulansmedel 2024",
    "kind": "state_stimulus",
    "year": 2024,
    "amount": "2,40",
    "unit": "MSEK",
    "repaid": "0,15",
}
OWN: dict[str, Any] = {"id": "egen", "title": "Egna medel", "kind": "own_budget", "amount": 500000}
NBSP = "\u00a0"


def _planned(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"x": {"title": "Teamet", "goal": "g", "projektplan": {"financing": list(rows)}}}


def test_granted_money_adds_up():
    """What is granted ends in its sum; units that differ are added in kronor."""
    found = table(compose_funding(make_view({"funding": [STATE, OWN]})), "Beviljade medel")
    assert found == [
        ("Medel", "Slag", "År", "Belopp"),
        ("Stimulansmedel 2024", "Statliga stimulansmedel", "2024", f"2,40{NBSP}mnkr"),
        ("Egna medel", "Egen budget", "", f"500{NBSP}000{NBSP}kr"),
        ("Summa", "", "", f"2{NBSP}900{NBSP}000{NBSP}kr"),
    ]


def test_parts_are_not_counted_twice():
    """Money that is part of other money says so, and only the whole is in the sum."""
    parts = [
        {"title": "Första delen", "kind": "state_stimulus", "amount": 2, "unit": "MSEK"},
        {"title": "Andra delen", "kind": "state_stimulus", "amount": 400, "unit": "kSEK"},
    ]
    granted = [STATE, *(part | {"part_of": "s24"} for part in parts), OWN]
    chapter = compose_funding(make_view({"funding": granted}))
    assert table(chapter, "Beviljade medel")[-1] == (
        "Summa",
        "",
        "",
        f"2{NBSP}900{NBSP}000{NBSP}kr",
    )
    assert read(chapter).count("Del av ”Stimulansmedel 2024”; räknas inte en gång till.") == 2


def test_money_for_several_years_is_not_shared_out_by_guess():
    """Each year has the sum of its own money; what covers several years is only in the whole."""
    years = {"kind": "own_budget", "amount": 1}
    granted = [
        years | {"title": "A", "year": 2024},
        years | {"title": "B", "year": 2024},
        years | {"title": "C", "year": 2025},
        years | {"title": "D", "period": "2024–2025"},
    ]
    chapter = compose_funding(make_view({"funding": granted}))
    assert table(chapter, "Beviljade medel")[-2:] == [
        ("Summa 2024", "", "", f"2{NBSP}kr"),
        ("Summa", "", "", f"4{NBSP}kr"),
    ]
    assert "Medel för flera år ingår bara i den sista summan." in read(chapter)


def test_plans_are_set_against_what_is_granted():
    """What is left is what was granted, less what was repaid and what is planned."""
    view = make_view(
        {"funding": [STATE]},
        activities=_planned(
            {"source": "s24", "year": 2024, "amount": 1000000},
            {"source": "s24", "year": 2025, "amount": 250, "unit": "kSEK"},
            {"kind": "own_budget", "year": 2025, "amount": 70000},
        ),
    )
    chapter = compose_funding(view)
    assert table(chapter, "Planerat i projektplanerna") == [
        ("Medel", "Beviljat", "Planerat", "Kvar"),
        (
            f"Stimulansmedel 2024 | Planerat per år: 1{NBSP}mnkr (2024), 0,25{NBSP}mnkr (2025)",
            f"2,40{NBSP}mnkr",
            f"1,25{NBSP}mnkr",
            f"1{NBSP}mnkr",
        ),
        ("Egen budget", "", f"70{NBSP}000{NBSP}kr", ""),
        ("Summa", f"2,40{NBSP}mnkr", f"1{NBSP}320{NBSP}000{NBSP}kr", ""),
    ]
    assert facts(chapter)["Används av"] == "Teamet"


def test_overdrawn_money_is_shown_as_less_than_nothing():
    """Plans for more than is granted leave a sum with a minus sign."""
    view = make_view({"funding": [OWN]}, activities=_planned({"source": "egen", "amount": 600000}))
    found = table(compose_funding(view), "Planerat i projektplanerna")
    assert found[1][-1] == f"−100{NBSP}000{NBSP}kr"


def test_money_without_a_sum_is_said_to_have_none():
    """A single grant without amount gets its facts and a sentence, no empty table."""
    funding = {"title": "Statliga medel", "kind": "state_stimulus", "period": "2023–2026"}
    text = read(compose_funding(make_view({"funding": [funding]})))
    assert "Hur stora medlen är anges inte." in text
    assert "Beviljade medel" not in text


def test_plans_without_granted_money_still_add_up():
    """A roadmap that lists no grants still shows what the projektplaner come to."""
    view = make_view(
        activities=_planned({"source": "okand", "amount": 5}, {"kind": "eu_fund", "amount": 7})
    )
    found = table(compose_funding(view), "Planerat i projektplanerna")
    assert found == [
        ("Medel", "Planerat"),
        ("okand", f"5{NBSP}kr"),
        ("EU-medel", f"7{NBSP}kr"),
        ("Summa", f"12{NBSP}kr"),
    ]


def test_no_money_no_chapter():
    """Without money there is no chapter."""
    assert compose_funding(make_view()) is None
