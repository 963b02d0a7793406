"""Decisions and adoptions: made, taken back, and decided anew by the next edition."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, front, told

R = "roadmap/lanet"
ADOPTION = "adoptions: [{{id: a, parties: [kumla], {0}}}]"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("state: pending", "state: decided", {"minor adopted adoption/a state"}),
        ("state: prepared", "state: conditional", {"minor adopted adoption/a state"}),
        ("state: decided", "state: pending", {"major unadopted adoption/a state"}),
        ("state: pending", "state: rejected", {"minor status-changed adoption/a state"}),
        (
            "state: pending, when: från oktober 2024",
            "state: decided, when: 2024-11-04",
            {"minor adopted adoption/a state", "editorial date-changed adoption/a when"},
        ),
    ],
)
def test_adoption(old, new, expected):
    """A pending decision that is made is news; its time is a fact beside it."""
    assert told(diff(front(ADOPTION.format(old)), front(ADOPTION.format(new)))) == expected


EDITION = "version: '{0}'\nstatus: {1}"


@pytest.mark.parametrize(
    ("old", "new", "years", "level"),
    [
        ("2.0", "3.0", (2024, 2025), "minor"),
        ("2.0", "2.0", (2024, 2025), "minor"),
        ("2.0", "2.1", (2024, 2024), "minor"),
        ("2.0", "2.0.1", (2024, 2024), "major"),
        ("2.0", "2.0", (2024, 2024), "major"),
    ],
)
@pytest.mark.parametrize("status", ["draft", "consultation", "proposed"])
def test_next_edition_is_not_adopted_yet(old, new, years, level, status):
    """That another edition is a draft takes nothing back; a correction is no other edition."""
    changes = diff(
        front(EDITION.format(old, "adopted")), front(EDITION.format(new, status)), years=years
    )
    assert {f"{level} unadopted {R} status"} == told(changes) - {
        f"editorial metadata-changed {R} version", f"editorial metadata-changed {R} year",
    }  # fmt: skip
    (change,) = (one for one in changes if one.kind == "unadopted")
    assert change.details.get("editions") == (years if level == "minor" else None)


@pytest.mark.parametrize(
    ("text", "path", "level"),
    [
        ("adoptions: [{{id: a, parties: [kumla], state: {0}}}]", "adoption/a state", "minor"),
        ("decision_path: [{{id: a, title: Beslut, state: {0}}}]", "decision_step/a state", "minor"),
        ("decisions: [{{id: a, kind: adopt, state: {0}}}]", "decision/a state", "minor"),
        ("decisions: [{{id: a, kind: adopt, state: {0}, objects: [{{roadmap: lanet}}]}}]", "decision/a state", "minor"),
        ("decisions: [{{id: a, kind: prolong, state: {0}}}]", "decision/a state", "major"),
        ("references: [{{id: den, title: Färdplan}}]\nadoptions: [{{id: a, document: den, state: {0}}}]", "adoption/a state", "minor"),
        ("references: [{{id: den, title: Färdplan}}]\ndecisions: [{{id: a, kind: adopt, state: {0}, objects: [{{document: den}}]}}]", "decision/a state", "minor"),
        ("decisions: [{{id: a, kind: adopt, state: {0}, objects: [{{roadmap: riket}}]}}]", "decision/a state", "major"),
        ("decisions: [{{id: a, kind: adopt, state: {0}}}]\nfunding: [{{id: m, title: M, kind: own_budget}}]", "decision/a state", "minor"),
        ("decisions: [{{id: a, kind: adopt, state: {0}, objects: [{{goal: g}}]}}]", "decision/a state", "major"),
        ("references: [{{id: avtal, title: Avtalet}}]\nadoptions: [{{id: a, document: avtal, state: {0}}}]", "adoption/a state", "major"),
        ("decisions: [{{id: a, kind: adopt, state: {0}}}]\nfunding: [{{id: m, title: M, kind: own_budget, decision: a}}]", "decision/a state", "major"),
    ],
)  # fmt: skip
def test_next_edition_is_decided_anew(text, path, level):
    """What is decided on each edition is pending for the next; any other decision is taken back."""
    goal = {"goals/g.yaml": "title: G\n"}
    old, new = ({**front(text.format(state)), **goal} for state in ("decided", "pending"))
    assert f"major unadopted {path}" in told(diff(old, new))
    assert f"{level} unadopted {path}" in told(diff(old, new, years=(2024, 2025)))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("adoption: {required_of: [kumla], by: 2024-12-31}", "adoption/by"),
        ("next_revision: 2025", "next_revision"),
        ("review_by: 2025", "review_by"),
    ],
)
def test_next_edition_has_no_last_day_yet(text, path):
    """A last day of the edition is gone with it; within the year its loss is a weakening."""
    without = "adoption: {required_of: [kumla]}" if "adoption" in text else ""
    old, new = front(text), front(without)
    assert f"major date-changed {R} {path}" in told(diff(old, new))
    assert f"minor date-changed {R} {path}" in told(diff(old, new, years=(2024, 2025)))


def test_new_decision():
    """A decision that is new and made is told as decided; what is decided is never undecided."""
    decision = front("decisions: [{id: d, kind: adopt, state: decided, date: 2024-11-04}]")
    assert told(diff(front(""), decision)) == {"minor adopted decision/d"}
    assert told(diff(decision, front(""))) == {"editorial unadopted decision/d"}


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ((2024, 2024), {f"major date-slipped {R} next_revision"}),
        ((2024, 2025), {f"minor date-changed {R} next_revision"}),
    ],
)
def test_times_of_one_edition(years, expected):
    """Each edition has its own next revision; only within the year is a later one a delay."""
    changes = diff(front("next_revision: 2025"), front("next_revision: 2026"), years=years)
    assert told(tuple(c for c in changes if c.path != ("year",))) == expected
