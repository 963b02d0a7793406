"""Known debts: what is recorded, recognised, escalated and paid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.errors import CannotRun
from fardplan.rules._base import Severity
from fardplan.rules._baseline import Debt, read_baseline, settle, write_baseline
from fardplan.rules._findings import Finding
from fardplan.rules._registry import RULES
from tests.rules.small import find, full, skeleton

WORDS = st.one_of(
    st.sampled_from(["null", "NULL", "~", "true", "1.10", "activity exempel/a", "a ", "- a"]),
    st.text(
        st.characters(
            exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"
        ),
        min_size=1,
        max_size=30,
    ),
)
"""Names of every sort but those with signs that the reader takes in no file."""
DEBTS = st.builds(
    Debt,
    entity=WORDS,
    rule=WORDS,
    path=st.one_of(st.just(""), WORDS),
    severity=st.sampled_from(Severity),
)


def findings(*names: str) -> list[Finding]:
    """Return a missing projektplan for each of some activities."""
    files = skeleton() | {
        full(f"activities/{name}.yaml"): f"title: {name}\ngoal: trygg-hemgang\n".encode()
        for name in names
    }
    found = find(files, RULES)
    assert len(found) == len(names)
    return found


def test_layout():
    """Each debt has a line of its own, sorted, with ids and never with lines."""
    written = write_baseline(Debt.of(one) for one in reversed(findings("a", "b"))).decode()
    assert written.splitlines()[2:] == [
        "format: 1",
        "known:",
        "  - {rule: missing-projektplan, entity: activity exempel/a, path: projektplan, severity: error}",
        "  - {rule: missing-projektplan, entity: activity exempel/b, path: projektplan, severity: error}",
    ]


def test_empty():
    """A repository without debts has a baseline that says so."""
    assert read_baseline(write_baseline([])) == ()


@given(st.lists(DEBTS))
def test_round_trip(debts):
    """What is written is read back, sorted, whatever signs the names hold."""
    assert read_baseline(write_baseline(debts)) == tuple(sorted(debts))


@given(st.lists(DEBTS, unique=True), st.data())
def test_branches_merge(debts, data):
    """Lines taken out on a branch are all that it changes: the others stand as they did."""
    kept = [debt for debt in debts if data.draw(st.booleans())]
    before = write_baseline(debts).splitlines()[4:]
    after = write_baseline(kept).splitlines()[4:]
    assert after == [line for line in before if line in set(after)]


def test_known_and_fresh():
    """A finding in the baseline is known, one that is not there is fresh."""
    a, b = findings("a", "b")
    settled = settle([a, b], [Debt.of(a)])
    assert (settled.fresh, settled.known, settled.paid) == ((b,), (a,), ())


def test_moved_lines_stay_known():
    """A debt stays known when its lines move."""
    (a,) = findings("a")
    moved = replace(a, place=replace(a.place, line=40, end_line=40))
    assert settle([moved], [Debt.of(a)]).known == (moved,)


def test_escalated_is_fresh():
    """What has become more serious is fresh, and its old debt is paid; what is milder is known."""
    (a,) = findings("a")
    milder = replace(Debt.of(a), severity=Severity.WARNING)
    settled = settle([a], [milder])
    assert (settled.fresh, settled.known, settled.paid) == ((a,), (), (milder,))
    lighter = replace(a, severity=Severity.INFO)
    assert settle([lighter], [milder]).known == (lighter,)


def test_paid():
    """A debt that no finding answers to is paid."""
    a, b = findings("a", "b")
    settled = settle([b], [Debt.of(a), Debt.of(b)])
    assert (settled.fresh, settled.paid) == ((), (Debt.of(a),))


def test_multiplicity():
    """Two equal debts allow two findings and no third."""
    (a,) = findings("a")
    settled = settle([a, a, a], [Debt.of(a), Debt.of(a)])
    assert (settled.known, settled.fresh, settled.paid) == ((a, a), (a,), ())
    assert settle([a], [Debt.of(a), Debt.of(a)]).paid == (Debt.of(a),)


@pytest.mark.parametrize(
    "content",
    [
        "known: []",
        "format: 2\nknown: []",
        "- a",
        "format: 1\nknown: [a]",
        "format: 1\nknown: [{rule: a}]",
        "format: 1\nknown: [{rule: a, entity: b, severity: huge}]",
        "format: 1\nknown: {a: b}",
        'format: "1',
    ],
)
def test_no_baseline(content):
    """What is no baseline is refused in plain words."""
    with pytest.raises(CannotRun):
        read_baseline(content.encode())
