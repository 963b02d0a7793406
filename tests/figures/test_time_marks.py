from __future__ import annotations

import re

import pytest

from fardplan.figures.drawing import Path
from fardplan.figures.time_axis import Span, TimeAxis
from fardplan.figures.time_marks import draw_bar, draw_moment
from fardplan.model.time import FuzzyTime

AXIS = TimeAxis(2023, 2026, 0, 1461)
"""A day is as wide as one, from 1 January 2023."""


def _span(start: str, end: str = "") -> Span:
    times = [FuzzyTime.parse(time) if time else None for time in (start, end or start)]
    return Span.of(*times)


def _drawn(shapes) -> list[tuple[str | None, int, int]]:
    """Return each outline: how it is filled, where it begins and where it ends."""
    found: list[tuple[str | None, int, int]] = []
    for one in shapes:
        if isinstance(one, Path):
            xs = [float(x) for x in re.findall(r"[ML]([-\d.]+) ", one.commands)]
            found.append((one.fill, round(min(xs)), round(max(xs))))
    return found


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-02-01", "2023-02-28", [("accent", 31, 59)]),
        ("2023-02", "2023-04", [("accent", 31, 120)]),
        ("2024", "", [("wash", 365, 731)]),
        ("HT2023", "2024-06-30", [("wash", 181, 365), ("accent", 365, 547)]),
        ("2023-01-01", "2025", [("wash", 731, 1096), ("accent", 0, 731)]),
        ("HT2023", "VT2024", [("wash", 181, 547)]),
        ("löpande", "", [("accent", -11, 1472)]),
        ("från februari 2023", "", [("accent", 31, 1472)]),
        ("tidigast 2026", "", [("wash", 1096, 1472)]),
        ("senast 2023", "", [("wash", -11, 365)]),
    ],
)
def test_a_bar_is_solid_where_the_time_is_certain(start, end, expected):
    """What is only known to a season or a year is light; what goes on reaches beyond the axis."""
    assert _drawn(draw_bar(_span(start, end), AXIS, 10)) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2023-02-01", [("accent", 26, 38)]),
        ("2024", [("wash", 365, 731)]),
        ("våren 2023", [("wash", 0, 181)]),
        ("löpande", []),
        ("senast 2023-02-01", [("accent", 26, 38)]),
    ],
)
def test_a_moment_is_a_point_only_where_its_day_is_known(when, expected):
    """A milestone on a day is a point; one in a season is drawn as long as the season."""
    assert _drawn(draw_moment(_span(when), AXIS, 10)) == expected


def test_without_a_time_nothing_is_known():
    """The word "mandatperioden" alone says no days, and no time at all is unknown too."""
    assert not Span().is_known
    assert not _span("mandatperioden").is_known
    assert _span("löpande").is_known
