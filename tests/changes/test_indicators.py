"""Indicators: baseline, measurements, targets by direction, definition."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, told
from tests.changes.test_stories import say

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
        ("baseline: {period: 2023, missing: Nytt mått}", "", {f"minor metadata-changed {OWN} baseline"}),
        ("baseline: {period: 2023, by: [{group: kvinnor, value: 1}]}", "", {f"minor baseline-removed {OWN} baseline"}),
        ("measurements: [{period: 2024, missing: Sjuk}]", "", {f"minor removed {OWN} measurements/2024"}),
        (
            "measurements: [{period: 2024, by: [{group: kvinnor, missing: Sjuk}, {group: män, value: 3}]}]",
            "measurements: [{period: 2024, by: [{group: kvinnor, missing: Sjuk}]}]",
            {f"minor measurement-removed {OWN} measurements/2024"},
        ),
        (
            "measurements: [{period: 2023, value: 1}, {period: 2024, value: 2}]",
            "measurements: [{period: 2024, value: 2}, {period: 2023, value: 1}]",
            {f"editorial reordered {OWN} measurements"},
        ),
        (
            "unit: procent\ndefinition: Andelen",
            "unit: antal\ndefinition: Antalet",
            {f"minor definition-changed {OWN} unit", f"minor definition-changed {OWN} definition"},
        ),
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
        ("{text: Bättre}", "{text: Mycket bättre}", {f"editorial reworded {OWN} targets/Mycket bättre/text"}),
        ("{text: Bättre}", "", {f"major target-lowered {OWN} targets/Bättre"}),
        (
            "{year: 2025, change: 1, relative_to: base_year}",
            "{year: 2025, change: 1, relative_to: own_target}",
            {f"minor metadata-changed {OWN} targets/2025/relative_to"},
        ),
        (
            "{year: 2025, value: 10}, {year: 2026, value: 20}",
            "{year: 2027, value: 10}, {year: 2028, value: 30}",
            {
                f"major date-slipped {OWN} targets/2027/year",
                f"major date-slipped {OWN} targets/2028/year",
                f"minor target-raised {OWN} targets/2028/value",
            },
        ),
        ("{value: 10}", "{value: 12}", {f"minor target-raised {OWN} targets/0/value"}),
        ("{value: 10}, {value: 10}", "{value: 10}, {value: 10}", set()),
        ("{value: 10}, {value: 10}", "{value: 10}", {f"major target-lowered {OWN} targets/0"}),
        ("{value: 10}", "{year: 2026, value: 10}", {f"minor date-changed {OWN} targets/2026/year"}),
        (
            "{year: 2025, value: 10}",
            "{year: 2025, change: 2}",
            {f"major target-lowered {OWN} targets/2025/value", f"minor target-raised {OWN} targets/2025/change"},
        ),
        (
            "{year: 2025, value: 10}",
            "{year: 2027, value: 12}",
            {f"major date-slipped {OWN} targets/2027/year", f"minor target-raised {OWN} targets/2027/value"},
        ),
        (
            "{year: 2025, value: 10}, {year: 2026, value: 12}",
            "{year: 2026, value: 12}, {year: 2025, value: 10}",
            {f"editorial reordered {OWN} targets"},
        ),
        (
            "{year: 2025, value: 10}, {year: 2025, value: 12}",
            "{year: 2025, value: 14}, {year: 2026, value: 15}",
            {f"major target-lowered {OWN} targets/2025", f"minor target-raised {OWN} targets/2025", f"minor target-raised {OWN} targets/2026"},
        ),
        (
            "{year: 2025, value: 10}, {year: 2026, value: 10}",
            "{year: 2027, value: 10}, {year: 2028, value: 10}",
            {
                f"major target-lowered {OWN} targets/2025", f"major target-lowered {OWN} targets/2026",
                f"minor target-raised {OWN} targets/2027", f"minor target-raised {OWN} targets/2028",
            },
        ),
    ],
)  # fmt: skip
def test_targets(old, new, expected):
    """A target that is put off or taken away is a weakened commitment."""
    assert told(diff(indicator(UP.format(old)), indicator(UP.format(new)))) == expected


def test_target_of_the_next_edition():
    """A target that the next edition puts off is put off."""
    old, new = (indicator(UP.format(f"{{year: {year}, value: 10}}")) for year in (2025, 2026))
    found = told(diff(old, new, years=(2024, 2025)))
    assert f"major date-slipped {OWN} targets/2026/year" in found


def test_unknown_direction():
    """Where the direction has changed too, nobody can say which target is harder."""
    old = indicator("direction: increase\ntargets: [{year: 2025, value: 10}]\n")
    new = indicator("direction: decrease\ntargets: [{year: 2025, value: 12}]\n")
    changes = diff(old, new)
    assert told(changes) == {
        f"minor definition-changed {OWN} direction",
        f"minor metadata-changed {OWN} targets/2025/value",
    }
    assert [(say(one.old), say(one.new)) for one in changes if "targets" in one.path] == [
        ('"10"', '"12"')
    ]
