"""Which findings a change brings, told by fingerprints, severities and known debts alone."""

from __future__ import annotations

import pytest

from fardplan.locales.text import Text
from fardplan.pipeline.changed import Before
from fardplan.rules._base import Severity
from fardplan.rules._baseline import Debt
from fardplan.rules._findings import Finding
from fardplan.source.faults import Place

INFO, WARNING, ERROR = Severity
CHANGED = "roadmaps/a/goals/ny.yaml"


def finding(
    fingerprint: str, severity: Severity = ERROR, line: int = 1, file: str = "roadmaps/a/x.yaml"
) -> Finding:
    """Return a finding about one entity, so that all have the same key."""
    place = Place(line, 1, line, 2)
    text = Text("Fel", "Wrong")
    return Finding("r", severity, text, {}, None, file, place, None, (), fingerprint)


def before(*fresh: Finding, known: tuple[Finding, ...] = ()) -> Before:
    """Return where a change of one file started from."""
    return Before(frozenset({CHANGED}), fresh, known)


A, B = finding("a"), finding("b", line=2)


@pytest.mark.parametrize(
    ("old", "new", "brought"),
    [
        ([], [A], [0]),
        ([A], [A], []),
        ([A], [finding("a", line=9)], []),
        ([A], [A, finding("a", line=5)], [1]),
        ([A, A], [A], []),
        ([A], [B], [0]),
        ([finding("a", WARNING)], [A], [0]),
        ([A], [finding("a", WARNING)], []),
        ([A, finding("a", WARNING)], [finding("a", WARNING), finding("a", line=3)], []),
        ([finding("a", INFO), A], [finding("a", WARNING), finding("a", line=3)], [1]),
        ([finding("a", file=CHANGED)], [finding("a", file=CHANGED)], [0]),
    ],
)
def test_what_is_new(old, new, brought):
    """A finding is new where no old one of its fingerprint, at least as serious, is left for it."""
    settlement = before(*old).settle(new, ())
    assert [new.index(one) for one in settlement.fresh] == brought
    assert (settlement.known, settlement.paid) == ((), ())


def test_a_debt_goes_to_what_was_there():
    """A new finding with the same key, further up, does not take the debt of an old one."""
    debt = Debt.of(B)
    assert before(known=(B,)).settle([A, B], [debt]).fresh == (A,)
    assert before(B).settle([A, B], [debt]).fresh == (A,)
    assert before().settle([B], [debt]).known == (B,)


def test_what_was_known_and_is_no_debt_any_more_is_new():
    """A debt that is struck out unpaid, or that has become more serious, is brought by the change."""
    assert before(known=(A,)).settle([A], ()).fresh == (A,)
    mild = finding("a", WARNING)
    assert before(known=(mild,)).settle([A], [Debt.of(mild)]).fresh == (A,)


def test_what_is_paid():
    """A debt that no finding answers to is paid, whoever paid it."""
    debt = Debt.of(A)
    assert before(known=(A,)).settle([], [debt]).paid == (debt,)
