from __future__ import annotations

from typing import Any

import pytest

from fardplan.documents.compose._values import say_target
from fardplan.documents.compose.indicators import compose_indicators
from fardplan.model.indicator import Target
from tests.documents.composing import facts, make_view, table

PERCENT: dict[str, Any] = {
    "title": "Inskrivningar",
    "unit": "procent",
    "direction": "decrease",
    "baseline": {"period": 2022, "value": "20,0"},
    "targets": [{"year": 2024, "value": 15}, {"year": 2026, "value": 12}],
    "measurements": [
        {"period": 2024, "missing": "mäts i höst"},
        {"period": 2023, "value": "17,6", "by": [{"group": "kvinnor", "value": 16}]},
    ],
}


def test_table_shows_from_where_to_where():
    """A row holds baseline, the furthest target, the latest value that there is, direction."""
    found = table(
        compose_indicators(make_view(indicators={"i": PERCENT})), "Indikatorerna i korthet"
    )
    assert found == [
        ("Indikator", "Baslinje", "Målvärde", "Senaste värde", "Riktning"),
        (
            "Inskrivningar",
            "20,0\u00a0% (2022)",
            "12\u00a0% (2026)",
            "17,6\u00a0% (2023)",
            "Ska minska",
        ),
    ]


def test_nothing_known_is_said_so():
    """An indicator without values says "anges inte" in each place of the table."""
    found = table(
        compose_indicators(make_view(indicators={"i": {"title": "Ny"}})), "Indikatorerna i korthet"
    )
    assert found[1] == ("Ny", "anges inte", "anges inte", "anges inte")


def test_measurements_stand_in_time_with_their_groups():
    """Values come in the order of time, with a column for each group and why one is missing."""
    found = table(
        compose_indicators(make_view(indicators={"i": PERCENT})), "Uppmätta värden och målvärden"
    )
    assert found == [
        ("När", "Alla", "Kvinnor"),
        ("2022 (baslinje)", "20,0\u00a0%", "–"),
        ("2023", "17,6\u00a0%", "16\u00a0%"),
        ("2024", "saknas: mäts i höst", "–"),
        ("2024 (målvärde)", "15\u00a0%", "–"),
        ("2026 (målvärde)", "12\u00a0%", "–"),
    ]


def test_a_single_value_makes_no_figure():
    """One value has no course: it stands in a table without a drawing."""
    values = PERCENT | {"measurements": [], "targets": []}
    found = table(compose_indicators(make_view(indicators={"i": values})), "Uppmätta värden")
    assert found == [("När", "Värde"), ("2022 (baslinje)", "20,0\u00a0%")]


def test_a_change_from_the_base_year_is_counted_out():
    """A target that is a change is drawn as the value that it leads to, with what was written."""
    change = {"year": 2026, "change": "-3,5", "relative_to": "base_year"}
    values = PERCENT | {"measurements": [], "targets": [change]}
    found = table(
        compose_indicators(make_view(indicators={"i": values})), "Uppmätta värden och målvärden"
    )
    said = "2026: minska med 3,5\u00a0% (jämfört med basåret)"
    assert found[-1] == ("2026 (målvärde)", "16,5\u00a0%", said)


def test_a_long_unit_stands_in_the_caption():
    """A unit of several words is said once, above the table."""
    days = PERCENT | {"unit": "per 1 000", "measurements": []}
    found = table(
        compose_indicators(make_view(indicators={"i": days})),
        "Uppmätta värden och målvärden (per 1 000)",
    )
    assert found[1] == ("2022 (baslinje)", "20,0")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ({"year": 2026, "value": 12}, "2026: 12 dagar"),
        ({"value": 12}, "12 dagar"),
        ({"change": "-3,5"}, "minska med 3,5 dagar"),
        ({"change": 2, "relative_to": "base_year"}, "öka med 2 dagar (jämfört med basåret)"),
        ({"year": 2025, "text": "Ingen väntar"}, "2025: Ingen väntar"),
        ({"value": 5, "text": "högst"}, "5 dagar (högst)"),
    ],
)
def test_targets_read_as_words(target, expected):
    """A target says by when, how much or which way, and compared with what."""
    assert say_target(make_view(), Target.model_validate(target), "dagar") == expected


def test_goals_are_led_to():
    """An indicator leads to the goals that it shows."""
    view = make_view(
        goals={"g": {"title": "Trygghet"}}, indicators={"i": PERCENT | {"goals": ["g"]}}
    )
    assert facts(compose_indicators(view))["Mål"] == "Trygghet"


def test_no_indicators_no_chapter():
    """Without indicators there is no chapter."""
    assert compose_indicators(make_view()) is None
