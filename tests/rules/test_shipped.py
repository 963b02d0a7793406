"""What the rules find in the roadmaps that are shipped, on whatever day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from fardplan.rules._base import Severity
from fardplan.rules._engine import Judging, judge
from fardplan.rules._registry import RULES
from fardplan.source.collection import Loaded, load
from fardplan.source.tree import WorkingTree

TREE = WorkingTree(Path(__file__).parents[2])


FINDINGS = {
    ("missing-projektplan", Severity.ERROR, "orebro-lan"): 19,
    ("missing-annex", Severity.WARNING, "askersund"): 3,
    ("missing-decision-facts", Severity.ERROR, "malbild-orebro-lan"): 1,
    ("missing-decision-facts", Severity.ERROR, "orebro-lan"): 1,
    ("overdue-revision", Severity.WARNING, "orebro-lan"): 1,
    ("unlisted-priority", Severity.WARNING, "orebro"): 1,
    ("expired-delegation", Severity.INFO, "orebro-lan"): 1,
    ("party-without-plan", Severity.INFO, "orebro-lan"): 1,
    ("theme-preparation", Severity.INFO, "orebro-lan"): 1,
}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """Read the roadmaps once."""
    return load(TREE)


@pytest.mark.parametrize("today", [None, date(2022, 1, 1), date(2026, 1, 1), date(2030, 1, 1)])
def test_findings(loaded, today):
    """All that the rules find is true by the sources.

    003, s. 12: ”Alla aktiviteter ska ha en projektplan eller ett uppdragsdirektiv”: of 22
    activities 3 are handled in other plans, and none has any. 002 names annexes 2, 3 and 4.
    001: the målbild was ”våren 2022 antagits av regionen och samtliga länets kommuner”, without
    body or paragraph; 003 is in force ”under 2023-2026” without naming any decision.
    It says that activities ”kommer att versionsuppdateras årligen”, not when; that each party needs
    ”egna planer”, of which two are here; and that a theme is prepared with four groups, but not how
    its second theme was. 000 says of three areas that they ”är också fokusområden i den länsgemensamma färdplanen”, but
    Personcentrerat förhållningssätt is no area, theme or precondition of 003.
    """
    found = judge(loaded, TREE, Judging(RULES, date(2027, 5, 1), today=today))
    expected = dict(FINDINGS)
    if today and today.year < 2023:
        del expected["theme-preparation", Severity.INFO, "orebro-lan"]  # it has not begun
    assert expected == Counter(
        (one.rule, one.severity, one.subject.roadmap if one.subject else "") for one in found
    )
