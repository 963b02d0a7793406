"""What slips again: in how many years a time has been put off."""

from __future__ import annotations

import pytest

from fardplan.changes._base import ChangeKind
from fardplan.changes._compare import compare
from fardplan.changes._repeated import note_repeated
from tests.changes.editions import read

A = "activities/a.yaml"


def years(*ends: str, old: int = -2, files: dict[int, dict[str, str]] | None = None) -> list[int]:
    """Return the years told at the slips of the last edition, one edition a year from 2021.

    The last is compared with the one at `old`; `files` replaces what some editions hold.
    """
    series = [
        read((files or {}).get(number, {A: f"title: A\nend: {end}\n"}), year=2021 + number)
        for number, end in enumerate(ends)
    ]
    (before, old_index), (after, new_index) = series[old], series[-1]
    changes = compare(before, after, old_index, new_index)
    noted = note_repeated(changes, before, after, [edition for edition, _ in series[:-1]])
    assert [change.fingerprint for change in noted] == [change.fingerprint for change in changes]
    return [
        int(str(change.details.get("years", 0)))
        for change in noted
        if change.kind is ChangeKind.DATE_SLIPPED
    ]


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (("2024", "2025"), [0]),
        (("2024", "2025", "2026"), [2]),
        (("2024", "2025", "2026", "2027"), [3]),
        (("2024", "2025", "2025", "2027"), [2]),
        (("2024", "2024", "2025"), [0]),
        (("2026", "2025", "2026"), [0]),
        (("2024", "2025", "2025"), []),
        (("hösten 2024", "våren 2025", "hösten 2025"), [2]),
    ],
)
def test_years_are_counted(ends, told):
    """Each year in which a time slips counts once; with one there is nothing to say."""
    assert years(*ends) == told


def test_a_comparison_over_several_years():
    """Between 2021 and 2024 the same years count as between 2023 and 2024."""
    assert years("2024", "2025", "2026", "2027", old=0) == [3]
    assert years("2024", "2025", "2025", "2025", old=0) == [0]


def test_a_comparison_with_an_earlier_version_of_a_year():
    """What slipped between two versions of the last year slipped in that year, and only there."""
    (first, second, new), indexes = zip(
        *(read({A: f"title: A\nend: {end}\n"}, year=year)
          for end, year in ((2024, 2023), (2025, 2023), (2025, 2024))),
        strict=True,
    )  # fmt: skip
    changes = compare(first, new, indexes[0], indexes[2])
    before, _ = read({A: "title: A\nend: 2023\n"}, year=2022)
    noted = note_repeated(changes, first, new, [before, second])
    (slip,) = (one for one in noted if one.kind is ChangeKind.DATE_SLIPPED)
    assert "years" not in slip.details


def test_what_had_another_id():
    """An activity that got a new id, and a part of it, keep their years."""
    earlier = "title: A\nend: {}\nprojektplan:\n  timeline:\n    milestones:\n      - {{id: m, title: M, date: {}}}\n"
    renamed = {
        "activities/b.yaml": "previously: [a]\n"
        + earlier.format("2026", "2026").replace("id: m", "id: n, previously: [m]")
    }
    files = {
        0: {A: earlier.format("2024", "2024")},
        1: {A: earlier.format("2025", "2025")},
        2: renamed,
    }
    assert years("", "", "", files=files) == [2, 2]


def test_each_time_by_itself():
    """That the start slipped last year makes nothing of the end that slips now."""
    spans = (("2024", "2027"), ("2025", "2027"), ("2025", "2028"))
    files = {
        number: {A: f"title: A\nstart: {start}\nend: {end}\n"}
        for number, (start, end) in enumerate(spans)
    }
    assert years("", "", "", files=files) == [0]


def test_what_moves_takes_no_years_along():
    """That an activity moved from one goal to another does not make the goals one."""
    goals = {"goals/a.yaml": "title: Trygg hemgång\n"}
    gap = "title: Digital vård\nplaceholder: {{reason: Temat är nytt., due: {}}}\n"
    files = {
        number: {**goals, "goals/b.yaml": gap.format(due), A: f"title: A\ngoal: {goal}\n"}
        for number, (due, goal) in enumerate((("2024", "a"), ("2025", "a"), ("2026", "b")))
    }
    assert years("", "", "", files=files) == [2]


def test_what_takes_over_a_part_keeps_its_own_years():
    """That a milestone moved to another activity does not make the activities one."""
    plan = "title: {}\nend: {}\nprojektplan: {{timeline: {{milestones: [{}]}}}}\n".format
    start, moved, end = "{id: s, title: Start}, ", "{id: m, title: Mitt}, ", "{id: e, title: Slut}"
    files = {
        number: {"activities/b.yaml": plan("Rehab", year, b), A: plan("Tullhuset", "2030", a)}
        for number, (year, a, b) in enumerate(
            (
                ("2024", moved + end, start),
                ("2025", moved + end, start),
                ("2026", end, start + moved),
            )
        )
    }
    assert years("", "", "", files=files) == [2]


def test_a_part_that_got_another_id():
    """What nothing refers to has no years of its own, whatever its id."""
    cycle = "cycle: {{id: {}, title: Hjul, steps: [{{title: Lyssna}}]}}\n"
    files = {
        number: {A: f"title: A\nend: {2024 + number}\n", "roadmap.yaml": cycle.format(name)}
        for number, name in enumerate(("hjul", "varv", "varv"))
    }
    assert years("", "", "", files=files) == [2]


def test_a_promise_that_was_kept():
    """What slipped and came at last, though late, does not slip again."""
    promise = "status: draft\nexpected: [{{id: f, title: Första versionen, date: {}}}]\n"
    files = {
        0: {"roadmap.yaml": promise.format("våren 2021")},
        1: {"roadmap.yaml": promise.format("hösten 2021")},
        2: {"roadmap.yaml": "status: in_force\n"},
    }
    assert years("", "", "", files=files) == [0]


def test_an_activity_that_is_newer_than_the_history():
    """A time that an earlier edition lacked has not slipped there."""
    files = {0: {"activities/x.yaml": "title: Något helt annat\n"}}
    assert years("", "2025", "2026", files=files) == [0]


def test_within_a_year():
    """Several steps within a year are one year in which the time slipped."""
    earlier = read({A: "title: A\nend: 2024\n"}, year=2023)[0]
    before, old_index = read({A: "title: A\nend: 2025\n"}, year=2024)
    after, new_index = read({A: "title: A\nend: 2026\n"}, year=2024)
    changes = compare(before, after, old_index, new_index)
    first = read({A: "title: A\nend: 2023\n"}, year=2022)[0]
    (told,) = note_repeated(changes, before, after, [first, earlier])
    assert told.details["years"] == 2
    (alone,) = note_repeated(changes, before, after, [])
    assert "years" not in alone.details
