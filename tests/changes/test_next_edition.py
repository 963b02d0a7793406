"""The next edition of a roadmap, which is decided on anew, whatever it is called."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, told

FRONT = "format: 1\ntitle: {}\nprofile: action\nyear: {}\n"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("adoptions: [{{id: a, document: lanet, state: {}}}]\n", "adoption/a"),
        ("decisions: [{{id: a, kind: adopt, state: {}, objects: [{{roadmap: lanet}}]}}]\n", "decision/a"),
        ("decisions: [{{id: a, kind: adopt, state: {}, objects: [{{document: lanet}}]}}]\n", "decision/a"),
    ],
)  # fmt: skip
def test_another_title(text, entity):
    """A decision on the roadmap itself takes nothing back, also where that has another title."""
    old, new = (
        {"roadmap.yaml": FRONT.format(title, year) + text.format(state)}
        for title, year, state in (
            ("Färdplan", 2024, "decided"),
            ("Omställning", 2025, "pending"),
        )
    )
    assert f"minor unadopted {entity} state" in told(diff(old, new))
