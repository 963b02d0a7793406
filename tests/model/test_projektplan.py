"""Which of its five parts a projektplan has."""

from __future__ import annotations

import pytest

from fardplan.model.projektplan import Projektplan
from fardplan.model.terms import ProjektplanPart

ALL = ("timeline", "mandate", "implementation", "financing", "follow_up")


@pytest.mark.parametrize(
    ("keys", "parts"),
    [
        ({}, set()),
        ({"kind": "projektplan", "status": "decided"}, set()),
        ({"mandate": "Gör"}, {"mandate"}),
        ({"timeline": {"start": "2024"}}, {"timeline"}),
        ({"timeline": {"milestones": [{"title": "M"}]}}, {"timeline"}),
        ({"financing": [{"kind": "none_needed"}]}, {"financing"}),
        ({"follow_up": {"frequency": "yearly"}}, {"follow_up"}),
        # what is empty is not there
        ({"timeline": {}}, set()),
        ({"timeline": {"start": None, "milestones": []}}, set()),
        ({"financing": []}, set()),
        ({"financing": [{}]}, set()),
        ({"follow_up": {}}, set()),
        ({"timeline": {"milestones": None}}, set()),
        # a document elsewhere
        ({"document": {"title": "D"}, "contains": ["mandate", "timeline"]}, {"mandate", "timeline"}),
        ({"document": {"title": "D"}, "contains": ["mandate"], "timeline": {"end": "2025"}}, {"mandate", "timeline"}),
        ({"document": {"title": "D"}}, set()),
        ({"document": {}, "contains": ["mandate"]}, set()),
        ({"contains": list(ALL)}, set()),
        ({"document": {"registry_number": "1/23"}, "contains": list(ALL)}, set(ALL)),
    ],
)  # fmt: skip
def test_parts(keys, parts):
    """A part counts where it says something, here or in a document of which something is said."""
    plan = Projektplan.model_validate(keys)
    assert {part.value for part in plan.parts} == parts
    assert [part.value for part in plan.missing_parts] == [p for p in ALL if p not in parts]


def test_order_of_parts():
    """The five parts are those of the county's rule, in its order (003, p. 12)."""
    assert tuple(part.value for part in ProjektplanPart) == ALL
    assert set(ALL) <= set(Projektplan.model_fields)
