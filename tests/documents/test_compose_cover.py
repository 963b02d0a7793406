from __future__ import annotations

import pytest

from fardplan.documents.compose import cover
from fardplan.documents.inline import plain
from tests.documents.composing import edition, view_of


def _facts(**values):
    return {fact.label: plain(fact.value) for fact in cover.facts(view_of(edition(**values)))}


def test_fiction_says_so():
    """A fictional roadmap says so above its title."""
    view = view_of(
        edition(fictional=True, kind="municipal_plan", cover={"annex_label": "Bilaga 1"})
    )
    assert cover.kicker(view) == "Kommunal färdplan · Bilaga 1 · Påhittat exempel"


@pytest.mark.parametrize(
    ("validity", "words"),
    [
        ({"from": 2023, "to": 2026}, "2023–2026"),
        ({"from": "2024-03-01", "until_further_notice": True}, "Från 1 mars 2024, tills vidare"),
        ({"to": 2026}, "Till 2026"),
        ({"from": 2024, "to": 2024}, "2024"),
    ],
)
def test_validity(validity, words):
    """The validity is one phrase, open where one end is not stated."""
    assert _facts(validity=validity)["Gäller"] == words


def _decision(**values):
    return {"kind": "adopt", "body": "styrelsen", "paragraph": "23"} | values


@pytest.mark.parametrize(
    ("decisions", "shown"),
    [
        ([_decision()], "Kommunstyrelsen, §\u00a023"),
        ([_decision(objects=[{"roadmap": "malbild"}])], None),
        ([_decision(kind="approve")], None),
        ([_decision(state="pending")], None),
        (
            [
                _decision(),
                _decision(date="2024-03-04", objects=[{"roadmap": "plan"}]),
                _decision(date="2025-03-04", paragraph="7", objects=[{"roadmap": "plan"}]),
            ],
            "Kommunstyrelsen, §\u00a07, 4 mars 2025",
        ),
    ],
)
def test_decision(decisions, shown):
    """The cover shows the latest adoption of this very document, never one of something else."""
    assert _facts(decisions=decisions).get("Beslut") == shown


def test_adoption_by_several():
    """Where the parties have decided as one, the cover says who and when."""
    adopted = {"parties": ["regionen", "alla-kommuner"], "state": "decided", "when": "våren 2022"}
    assert _facts(adoptions=[adopted])["Antagen av"] == "Region Prov, Alla kommuner, våren 2022"
    assert "Antagen av" not in _facts(adoptions=[{**adopted, "document": "malbild"}])


def test_steering_group_once():
    """A steering group that is the accountable body is not named twice."""
    body = {"id": "styr", "title": "Styrgruppen"}
    values = {"bodies": [body], "cover": {"steering_group": "styr"}}
    assert _facts(**values)["Styrgrupp"] == "Styrgruppen"
    assert "Styrgrupp" not in _facts(**values, accountable="styr")


def test_corrected():
    """The cover says when the version was corrected, not when one before it was."""
    rows = [
        {"date": "2024-05-02", "what": "Ett namn", "by": "Kansliet"},
        {"date": "2024-04-01", "what": "En siffra", "by": "Kansliet"},
    ]
    assert _facts(corrections=rows)["Rättad"] == "2 maj 2024"
    later = [_decision(date="2025-03-04", objects=[{"roadmap": "plan"}])]
    assert "Rättad" not in _facts(corrections=rows, decisions=later)


def test_description_ends_at_a_word():
    """A long purpose is cut after a word, with an ellipsis."""
    description = cover.description(view_of(edition(purpose="Ett **ord** " * 60)))
    assert description.startswith("Ett ord Ett ord")
    assert description.endswith(("ord …", "Ett …"))
    assert len(description) <= 202
