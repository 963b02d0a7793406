"""Fuzzy time: any text is a time that keeps its laws, or is refused in words."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import LANGUAGES
from fardplan.model.time import FuzzyTime, NotATime, days_between, months_between
from tests.fuzz.content import values
from tests.fuzz.told import check_told

WORDS = (
    "våren", "hösten", "vintern", "HT", "VT", "senast", "från", "till", "och med", "kvartal", "Q1", "löpande",
    "mandatperioden", "halvåret", "slutet av", "januari", "vecka", "2024", "-10-26", " – ", "/", "början av",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """Yield each time that the roadmaps name."""
    yield from {str(leaf.value).encode() for leaf in values() if isinstance(leaf.value, FuzzyTime)}


def check(data: bytes) -> None:
    """Read two times, one a line, and compare them."""
    one, _, other = data.decode("utf-8", "replace").partition("\n")
    times = [time for time in map(read, (one, other)) if time]
    if len(times) == 2:
        check_pair(*times)


def read(written: str) -> FuzzyTime | None:
    """Return a time whose own laws hold, or None for what is refused in words."""
    try:
        time = FuzzyTime.parse(written)
    except NotATime as refused:
        check_told(refused)
        return None
    assert FuzzyTime.parse(time.text) == time
    if time.start and time.end:
        assert time.start <= time.end
        assert time.contains(time.start) == time.contains(time.end) is True
    for lang in LANGUAGES:
        assert time.say(lang)
        assert time.say_short(lang)
    assert [FuzzyTime.parse(meant.text) for meant in time.readings()] == [*time.readings()]
    again = FuzzyTime.parse(time.say("sv"))
    assert (again.start, again.end) == (time.start, time.end)
    assert time.iso()
    time.in_term_of(2024)
    return time


def check_pair(one: FuzzyTime, other: FuzzyTime) -> None:
    """Assert that of before, after and overlapping at most one holds, and slips mirror."""
    assert sum((one.before(other), other.before(one), one.overlaps(other))) <= 1
    assert one.overlaps(other) == other.overlaps(one)
    for between in (days_between, months_between):
        there, back = between(one, other), between(other, one)
        assert (there is None) == (back is None)
        assert there is None or back is None or there == -back
