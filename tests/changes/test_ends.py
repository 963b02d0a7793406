"""What is dropped ends then: its moved end stands with the cancellation, and is no delay."""

from __future__ import annotations

import pytest

from fardplan.changes._base import Change
from tests.changes.editions import diff, told

OWN = "activity/tullhuset"
PLAN = "projektplan: {{timeline: {{end: {}}}}}\n"
PART = "projektplan: {{timeline: {{milestones: [{{id: m, title: M, {}}}]}}}}\n"


def compare(old: str, new: str) -> tuple[Change, ...]:
    """Return what differs between two states of one activity."""
    first, second = ({"activities/tullhuset.yaml": f"title: T\n{one}\n"} for one in (old, new))
    return diff(first, second)


def ends(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """Return each end that stands with another change: its path, what it was and is."""
    found = (change.details.get("end") for change in changes)
    return [
        ("/".join(map(str, one.path)), str(one.old), str(one.new))
        for one in found
        if isinstance(one, Change)
    ]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("end: 2026", "end: 2024-12", ("end", "2026", "2024-12")),
        ("end: 2026", "end: 2027", ("end", "2026", "2027")),
        ("end: 2026", "", ("end", "2026", "None")),
        ("", "end: 2024-12", ("end", "None", "2024-12")),
        ("when: 2026", "when: hösten 2024", ("when", "2026", "hösten 2024")),
        (
            PLAN.format(2026), PLAN.format("2024-12"),
            ("projektplan/timeline/end", "2026", "2024-12"),
        ),
        (
            f"end: 2026\n{PLAN.format(2026)}", f"end: 2024-12\n{PLAN.format('2024-12')}",
            ("end", "2026", "2024-12"),
        ),
    ],
)  # fmt: skip
def test_end(before, after, moved):
    """What is cancelled, or taken up again, is told once, with its moved end."""
    old, new = f"status: ongoing\n{before}", f"status: cancelled\n{after}"
    there, back = compare(old, new), compare(new, old)
    assert told(there) == {f"major dropped {OWN} status"}
    assert told(back) == {f"minor resumed {OWN} status"}
    path, was, is_now = moved
    assert (ends(there), ends(back)) == ([moved], [(path, is_now, was)])


def test_another_end():
    """An end that moves otherwise than the first is told for itself."""
    changes = compare(
        f"status: ongoing\nend: 2026\n{PLAN.format(2025)}",
        f"status: cancelled\nend: 2024-12\n{PLAN.format('2024-06')}",
    )
    assert told(changes) == {
        f"major dropped {OWN} status",
        f"minor date-advanced {OWN} projektplan/timeline/end",
    }
    assert ends(changes) == [("end", "2026", "2024-12")]


def test_part():
    """A milestone that is cancelled has its own time, which is none of the activity's."""
    changes = compare(
        "end: 2026\n" + PART.format("date: 2025"),
        "end: 2027\n" + PART.format("date: 2024-06, status: cancelled"),
    )
    assert told(changes) == {f"major date-slipped {OWN} end", "major dropped milestone/m status"}
    assert ends(changes) == [("date", "2025", "2024-06")]


@pytest.mark.parametrize("status", ["completed", "carried_over", "ongoing"])
def test_other_statuses(status):
    """Of what is not cancelled, a moved end is news of its own."""
    changes = compare("status: planned\nend: 2026", f"status: {status}\nend: 2024-12")
    assert f"minor date-advanced {OWN} end" in told(changes)
    assert ends(changes) == []


def test_other_times():
    """When it begins is no consequence."""
    changes = compare("status: ongoing\nstart: 2024", "status: cancelled\nstart: 2025")
    assert told(changes) == {f"major dropped {OWN} status", f"minor date-slipped {OWN} start"}


def test_reason():
    """The reason stands with the cancellation alone."""
    changes = compare("status: ongoing\nend: 2026", "status: cancelled\nend: 2024\nreason: Dyrt.")
    assert told(changes) == {f"minor dropped {OWN} status"}
    assert changes[0].details["reason"] == "Dyrt."
