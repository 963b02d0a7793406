"""Indicators: baseline, measurements, targets by direction, definition."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, told

OWN = "indicator/index"


def indicator(text: str) -> dict[str, str]:
    """Return a roadmap with one indicator."""
    return {"indicators/index.yaml": "title: Index\n" + text}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "baseline: {period: 2023, value: 10}", {f"minor baseline-added {OWN} baseline"}),
        ("baseline: {period: 2023, missing: Nytt mått}", "baseline: {period: 2023, value: 10}", {f"minor baseline-added {OWN} baseline"}),
        ("baseline: {period: 2023, value: 10}", "", {f"minor baseline-removed {OWN} baseline"}),
        ("baseline: {period: 2023, value: 10}", "baseline: {period: 2023, value: 11}", {f"minor metadata-changed {OWN} baseline/value"}),
        ("baseline: {period: 2023, value: 7.50}", "baseline: {period: 2023, value: '7,5'}", set()),
        ("", "measurements: [{period: 2024, value: 12}]", {f"minor measured {OWN} measurements/2024"}),
        ("measurements: [{period: 2024, value: 12}]", "", {f"minor measurement-removed {OWN} measurements/2024"}),
        (
            "measurements: [{period: 2024, missing: Sjuk}]",
            "measurements: [{period: 2024, value: 12}]",
            {f"minor measured {OWN} measurements/2024"},
        ),
        (
            "measurements: [{period: 2024, value: 12}]",
            "measurements: [{period: 2024, value: 13}]",
            {f"minor metadata-changed {OWN} measurements/2024/value"},
        ),
        ("unit: procent", "unit: antal", {f"minor definition-changed {OWN} unit"}),
        ("definition: Andelen", "definition: Antalet", {f"minor definition-changed {OWN} definition"}),
        ("peers: [A, B]", "peers: [B, A]", {f"minor definition-changed {OWN} peers"}),
        ("direction: increase", "direction: decrease", {f"minor definition-changed {OWN} direction"}),
        ("goals: [a, b]", "goals: [b, a]", set()),
    ],
)  # fmt: skip
def test_indicator(old, new, expected):
    """A value that comes is told as such, and a changed definition is no mere fact."""
    assert told(diff(indicator(old), indicator(new))) == expected


@pytest.mark.parametrize(
    ("direction", "old", "new", "kind"),
    [
        ("increase", 10, 12, "minor target-raised"),
        ("increase", 12, 10, "major target-lowered"),
        ("decrease", 12, 10, "minor target-raised"),
        ("decrease", 10, 12, "major target-lowered"),
        ("gap_decrease", 10, 12, "major target-lowered"),
        ("threshold", 10, 12, "minor target-raised"),
        ("none", 10, 12, "minor metadata-changed"),
    ],
)
def test_direction(direction, old, new, kind):
    """Which way is harder depends on which way the value should go."""
    text = "direction: {0}\ntargets: [{{year: 2025, value: {1}}}]\n"
    changes = diff(indicator(text.format(direction, old)), indicator(text.format(direction, new)))
    assert told(changes) == {f"{kind} {OWN} targets/2025/value"}


UP = "direction: increase\ntargets: [{0}]\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "{year: 2025, value: 10}", {f"minor target-raised {OWN} targets/2025"}),
        ("{year: 2025, value: 10}", "", {f"major target-lowered {OWN} targets/2025"}),
        ("{year: 2025, value: 10}", "{year: 2026, value: 10}", {f"major date-slipped {OWN} targets/2026/year"}),
        ("{year: 2026, value: 10}", "{year: 2025, value: 10}", {f"minor date-advanced {OWN} targets/2025/year"}),
        (
            "{year: 2025, value: 10}, {year: 2026, value: 20}",
            "{year: 2025, value: 10}, {year: 2026, value: 15}",
            {f"major target-lowered {OWN} targets/2026/value"},
        ),
        ("{year: 2025, change: 2}", "{year: 2025, change: 3}", {f"minor target-raised {OWN} targets/2025/change"}),
    ],
)  # fmt: skip
def test_targets(old, new, expected):
    """A target that is put off or taken away is a weakened commitment."""
    assert told(diff(indicator(UP.format(old)), indicator(UP.format(new)))) == expected


def test_unknown_direction():
    """Where the direction has changed too, nobody can say which target is harder."""
    old = indicator("direction: increase\ntargets: [{year: 2025, value: 10}]\n")
    new = indicator("direction: decrease\ntargets: [{year: 2025, value: 12}]\n")
    assert told(diff(old, new)) == {
        f"minor definition-changed {OWN} direction",
        f"minor metadata-changed {OWN} targets/2025/value",
    }
