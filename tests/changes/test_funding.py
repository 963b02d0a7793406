"""Money granted to the roadmap, and how much of it was used."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, told
from tests.changes.test_projektplaner import FUNDS


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("amount: 5, unit: MSEK", "amount: 5000, unit: kSEK", set()),
        ("amount: 5, unit: MSEK", "amount: 6, unit: MSEK", {"minor financing-increased funding/stat amount"}),
        ("amount: 5", "amount: 4", {"major financing-decreased funding/stat amount"}),
        ("allocation: lump_sum", "allocation: per_capita", {"minor metadata-changed funding/stat allocation"}),
        ("unit: MSEK", "unit: kSEK", {"minor metadata-changed funding/stat unit"}),
        ("amount: 5, unit: MSEK", "unit: kSEK", {"major financing-decreased funding/stat amount"}),
        ("year: 2024, amount: 5", "year: 2024, amount: 6", {"minor financing-increased funding/stat amount"}),
        (
            "year: 2024, amount: 5",
            "amount: 6",
            {"minor financing-increased funding/stat amount", "minor metadata-changed funding/stat year"},
        ),
        ("repaid: 1, unit: MSEK", "repaid: 2, unit: MSEK", {"minor metadata-changed funding/stat repaid"}),
        ("repaid: 1, unit: MSEK, amount: 5", "repaid: 1000, unit: kSEK, amount: 5000", set()),
    ],
)  # fmt: skip
def test_granted(old, new, expected):
    """Money granted is compared in kronor too."""
    assert told(diff(granted(old), granted(new))) == expected


def granted(text: str) -> dict[str, str]:
    """Return a roadmap that has been granted money as the text says."""
    fund = f"funding:\n  - {{id: stat, title: Medel, kind: state_stimulus, {text}}}\n"
    return {"roadmap.yaml": fund}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1", "2", {"minor metadata-changed report/2024 funding_used/stat-2024/2024/amount"}),
        ("1, unit: MSEK", "1000, unit: kSEK", set()),
    ],
)
def test_used(old, new, expected):
    """What was used is a fact of the follow-up."""
    assert told(diff(used(old), used(new))) == expected


def used(amount: str) -> dict[str, str]:
    """Return a roadmap with a report of how much money was used."""
    report = f"funding_used:\n  - {{source: stat-2024, year: 2024, amount: {amount}}}\n"
    return {"roadmap.yaml": FUNDS, "reports/2024.yaml": report}
