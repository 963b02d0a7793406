"""Known debts: what is recorded, recognised, escalated and paid."""

from __future__ import annotations

import re
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
    assert settle([], [Debt.of(a)] * 3).paid == (Debt.of(a),) * 3


@pytest.mark.parametrize("other", [Severity.INFO, Severity.WARNING])
def test_most_serious_of_equal_debts_counts(other):
    """Of debts that differ in severity only, the most serious tells what is known."""
    (a,) = findings("a")
    debts = [Debt.of(a), replace(Debt.of(a), severity=other)]
    assert settle([a], debts).known == (a,)
    assert settle([a], debts[::-1]).known == (a,)


def test_written_and_read_back():
    """Plain names stand as they are, others in quotes, and all are read back."""
    debts = (
        Debt("activity a/å", "a-rule", "Null", Severity.INFO),
        Debt("roadmap a", "b-rule", "", Severity.ERROR),
        Debt("roadmap b", "b-rule", "- 1: {x}", Severity.WARNING),
    )
    written = write_baseline(reversed(debts))
    assert written.decode().splitlines()[4:] == [
        '  - {rule: a-rule, entity: "activity a/å", path: "Null", severity: info}',
        '  - {rule: b-rule, entity: roadmap a, path: "", severity: error}',
        '  - {rule: b-rule, entity: roadmap b, path: "- 1: {x}", severity: warning}',
    ]
    assert read_baseline(written) == debts
    assert read_baseline(
        b"format: 1\nknown: [{rule: b-rule, entity: roadmap a, severity: error}]"
    ) == (debts[1],)


NO_LIST = "fardplan-baseline.yaml is no list of known debts"
NO_DEBT = "fardplan-baseline.yaml, line {}: here a known debt is to stand"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("known: []", NO_LIST),
        ("format: 2\nknown: []", NO_LIST),
        ("- a", NO_LIST),
        ("format: 1\nknown: {a: b}", NO_LIST),
        ("format: 1\nknown: [a]", NO_DEBT.format(2)),
        ("format: 1\nknown:\n  - {rule: a}", NO_DEBT.format(3)),
        ("format: 1\nknown: [{rule: a, entity: b, severity: huge}]", NO_DEBT.format(2)),
        ("format: 1\nknown: [{rule: [a], entity: b, severity: info}]", NO_DEBT.format(2)),
        (
            "format: 1\nknown:\n  - {rule: a, entity: b, severity: info}\n  - {}\n",
            NO_DEBT.format(4),
        ),
        (
            'format: "1',
            "fardplan-baseline.yaml, line 1: The line cannot be read: there is no closing quotation mark",
        ),
    ],
)
def test_no_baseline(content, says):
    """What is no baseline is refused in plain words that name the file, and the line if there is one."""
    with pytest.raises(CannotRun, match=f"^{re.escape(says)}"):
        read_baseline(content.encode())
