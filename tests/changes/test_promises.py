"""What a roadmap says is to come: kept, kept late, or withdrawn."""

from __future__ import annotations

import pytest

from fardplan.changes._base import Change
from tests.changes.editions import diff, front, told

PROMISE = "expected: [{id: forsta, title: Första versionen, date: hösten 2022}]"


def promise(old: str, new: str, years: tuple[int, int] = (2022, 2023)) -> tuple[Change, ...]:
    """Return what differs but for the year and the status."""
    changes = diff(front(old), front(new), years=years)
    return tuple(change for change in changes if change.entity.kind == "expected")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"status: draft\n{PROMISE}", "status: in_force", {"major date-slipped expected/forsta date"}),
        (f"status: draft\n{PROMISE}", "status: in_force\ncover: {date: 2022-11-01}", {"minor completed expected/forsta date"}),
        (
            f"status: draft\n{PROMISE}",
            "status: adopted\ndecisions: [{id: d, kind: adopt, state: decided, date: 2023-03-01}]",
            {"major date-slipped expected/forsta date"},
        ),
        ("status: draft\nexpected: [{id: forsta, title: Första versionen}]", "status: adopted", {"minor completed expected/forsta date"}),
        (f"status: draft\n{PROMISE}", "status: draft", {"minor removed expected/forsta"}),
        (f"status: in_force\n{PROMISE}", "status: in_force", {"minor removed expected/forsta"}),
        (
            "status: in_force\nexpected: [{id: forsta, title: Ny modell, date: 2025}]",
            "status: in_force",
            {"major removed expected/forsta"},
        ),
        (PROMISE, PROMISE.replace("hösten 2022", "våren 2023"), {"major date-slipped expected/forsta date"}),
    ],
)  # fmt: skip
def test_promise(old, new, expected):
    """A draft's promise is kept, in time or late, by the edition in force; others are withdrawn."""
    assert told(promise(old, new)) == expected


def test_new_promise():
    """That something more is promised weakens nothing, and neither does a comparison backwards."""
    more = "status: in_force\nexpected: [{id: forsta, title: Ny modell, date: 2025}]"
    assert told(promise("status: in_force", more)) == {"minor added expected/forsta"}
    late = promise("status: in_force", f"status: draft\n{PROMISE}", years=(2023, 2022))
    assert told(late) == {"minor date-advanced expected/forsta date"}


KUMLA = "parties: [kumla]"


@pytest.mark.parametrize(
    ("said", "issued"),
    [
        ("", "2023"),
        ("validity: {from: 2022-11}", "2022-11"),
        (f"adoptions: [{{id: a, {KUMLA}, state: decided, when: 2022-11-01}}]", "2022-11-01"),
        (f"adoptions: [{{id: a, {KUMLA}, state: pending, when: 2022-11-01}}]", "2023"),
        (f"adoptions: [{{id: a, {KUMLA}, state: decided, when: från oktober 2022}}]", "2023"),
        (
            f"references: [{{id: x, title: X}}]\nadoptions: [{{id: a, document: x, {KUMLA}, state: decided, when: 2022-11-01}}]",
            "2023",
        ),
        (
            "decisions: [{id: d, kind: adopt, state: decided, date: 2022-11-01}, {id: e, kind: adopt, state: decided, date: 2023-03-01}]",
            "2023-03-01",
        ),
    ],
)
def test_when_an_edition_came(said, issued):
    """An edition came with its last decision, else when it begins to hold, else in its year."""
    (change,) = promise(f"status: draft\n{PROMISE}", f"status: in_force\n{said}")
    assert str(change.new) == issued
    assert change.kind == ("completed" if issued.startswith("2022") else "date-slipped")


def test_promise_kept_late():
    """The slip goes from the promised time to the edition that kept it."""
    (change,) = promise(f"status: draft\n{PROMISE}", "status: in_force")
    assert (str(change.old), str(change.new)) == ("hösten 2022", "2023")
    assert "months" not in change.details  # the year alone does not say
