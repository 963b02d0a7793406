"""What the rows of the other tables tell in full: from what, to what, and what else is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from tests.changes import test_activities as activities
from tests.changes import test_decisions as decisions
from tests.changes import test_funding as funding
from tests.changes import test_indicators as indicators
from tests.changes import test_orders as orders
from tests.changes import test_placeholders as placeholders
from tests.changes import test_priorities as priorities
from tests.changes import test_projektplaner as projektplaner
from tests.changes import test_promises as promises
from tests.changes import test_roadmap as roadmap
from tests.changes.editions import AREA, diff, front
from tests.changes.test_stories import written

Make = Callable[[Any], Mapping[str, str]]


def activity(text: str) -> Mapping[str, str]:
    """Return a roadmap with one activity."""
    return {**activities.BASE, "activities/tullhuset.yaml": activities.A + text}


def placed(text: str) -> Mapping[str, str]:
    """Return a roadmap with one activity that stands where the text says."""
    return {**activities.BASE, "activities/tullhuset.yaml": f"title: Tullhuset\n{text}"}


def goal(text: str) -> Mapping[str, str]:
    """Return a roadmap with one goal."""
    return {**activities.BASE, "goals/hemgang.yaml": text}


def as_it_is(files: Mapping[str, str]) -> Mapping[str, str]:
    """Return a row of which both sides are files already."""
    return files


TABLES: dict[str, tuple[Callable[..., None], Make]] = {
    "activity": (activities.test_activity, activity),
    "move": (activities.test_move, placed),
    "goal": (activities.test_goal, goal),
    "front": (roadmap.test_front, front),
    "adoption": (
        decisions.test_adoption, lambda text: front(decisions.ADOPTION.format(text)),
    ),
    "gap": (placeholders.test_gap, as_it_is),
    "order": (orders.test_order, as_it_is),
    "promise": (promises.test_promise, front),
    "priority": (
        priorities.test_priority, lambda text: {"areas/halsa.yaml": AREA + text},
    ),
    "plan": (projektplaner.test_plan, projektplaner.plan),
    "money": (projektplaner.test_money, lambda rows: projektplaner.money(*rows)),
    "granted": (funding.test_granted, funding.granted),
    "used": (funding.test_used, funding.used),
    "indicator": (indicators.test_indicator, indicators.indicator),
    "targets": (
        indicators.test_targets, lambda text: indicators.indicator(indicators.UP.format(text)),
    ),
}  # fmt: skip


def rows_of(test: Callable[..., None]) -> Sequence[tuple[Any, ...]]:
    """Return the rows that a test is run with."""
    (mark,) = (one for one in vars(test)["pytestmark"] if one.name == "parametrize")
    rows: Sequence[tuple[Any, ...]] = mark.args[1]
    return rows


@pytest.mark.parametrize("name", TABLES)
def test_rows(name, golden):
    """Each row says the same of values, names and places as when it was read, in both directions."""
    test, make = TABLES[name]
    lines = []
    for before, after, *_ in rows_of(test):
        old, new = make(before), make(after)
        lines += [f"# {before!r} → {after!r}\n", written(diff(old, new))]
        lines += ["# back\n", written(diff(new, old))]
    golden(f"rows-{name}.txt", "".join(lines))
