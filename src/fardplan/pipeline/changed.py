"""What a change brings: its findings, told from those that were there before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fardplan.errors import CannotRun
from fardplan.pipeline.judging import Judged, Request, judge_all, read_debts
from fardplan.pipeline.states import State
from fardplan.rules._baseline import Debt, Settlement, settle
from fardplan.rules._findings import Finding
from fardplan.source.cache import Cache
from fardplan.source.differences import find_differing


@dataclass(frozen=True, slots=True)
class Before:
    """Where a change starts from: the files that it touches, and what was found then.

    A file that was taken away or renamed counts as touched.
    """

    touched: frozenset[str]
    fresh: tuple[Finding, ...]
    known: tuple[Finding, ...]

    def settle(self, findings: Sequence[Finding], debts: Sequence[Debt]) -> Settlement:
        """Compare with the known debts, and keep what the change brings or stands in its files.

        A debt goes first to a finding that was there: it must not excuse a new one in its stead.
        What was a known debt then and is none any more is brought by the change.
        """
        there = _find_answered(findings, (*self.fresh, *self.known))
        settlement = settle(sorted(findings, key=lambda one: id(one) not in there), debts)
        still = _find_answered(settlement.fresh, self.fresh)
        return replace(
            settlement,
            fresh=self._keep(settlement.fresh, still),
            known=self._keep(settlement.known, there),
        )

    def _keep(self, findings: Iterable[Finding], old: set[int]) -> tuple[Finding, ...]:
        return tuple(one for one in findings if one.file in self.touched or id(one) not in old)


def look_back(
    state: State, base: State, judged: Judged, request: Request, cache: Cache | None = None
) -> Before:
    """Judge the state that a change starts from, by the rules and settings of the new one.

    Where nothing differs it is not read at all: everything was found then too.
    """
    touched = find_differing(state.tree, base.tree)
    if not touched:
        return Before(touched, fresh=judged.findings, known=())
    earlier = settle(
        judge_all(base, request, like=judged, cache=cache).findings, _read_old_debts(base)
    )
    return Before(touched, earlier.fresh, earlier.known)


def _read_old_debts(base: State) -> tuple[Debt, ...]:
    """Return the debts that were known then; none where their list could not be read."""
    try:
        return read_debts(base)
    except CannotRun:
        return ()


def _find_answered(findings: Iterable[Finding], earlier: Iterable[Finding]) -> set[int]:
    """Return the `id` of each finding that an earlier one answers to, each to one only.

    They are the same by fingerprint, so that lines do not matter; one that has become more serious
    is another.
    """
    left: defaultdict[str, list[int]] = defaultdict(list)
    for one in earlier:
        left[one.fingerprint].append(one.severity.rank)
    answered = set()
    for one in findings:
        enough = [rank for rank in left[one.fingerprint] if rank >= one.severity.rank]
        if enough:
            left[one.fingerprint].remove(min(enough))
            answered.add(id(one))
    return answered
