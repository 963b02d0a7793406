"""The list of known debts: made once, and from then on only shortened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.pipeline.judging import (
    READING,
    Request,
    is_read_in_full,
    judge_all,
    read_debts,
)
from fardplan.pipeline.states import State, open_states
from fardplan.rules._baseline import Debt, settle, write_baseline
from fardplan.source.output import write_within
from fardplan.source.root import BASELINE

NO_BASELINE = Text(
    "Det finns ingen lista att stryka ur: {file} saknas. Skapa den med fardplan baseline.",
    "There is no list to drop from: {file} is missing. Make it with fardplan baseline.",
)


@dataclass(frozen=True, slots=True)
class Record:
    """What became of the list of known debts, in numbers."""

    kept: int
    dropped: int
    refused: int
    unreadable: int


def record_debts(root: Path, *, today: date | None, update: bool, reset: bool) -> Record:
    """Write the findings as known debts; a list that is there already may only become shorter.

    Faults of reading are never recorded, and while there are any no debt is taken for paid: a file
    that cannot be read hides what is in it. Nor is one of a rule that had no history to compare
    with. Raises CannotRun where the list to update is not there.
    """
    with open_states(root) as chosen:
        return _record(chosen.state, today=today, update=update, reset=reset)


def _record(state: State, *, today: date | None, update: bool, reset: bool) -> Record:
    there = BASELINE in state.files
    if update and not there:
        raise CannotRun(NO_BASELINE, file=BASELINE)
    old = () if reset else read_debts(state)
    judged = judge_all(state, Request(today=today))
    everything = judged.findings
    fit = [finding for finding in everything if finding.rule not in READING]
    settlement = settle(fit, old)
    grows = reset or not there
    debts = [Debt.of(finding) for finding in (fit if grows else settlement.known)]
    if not grows:
        unsure = not is_read_in_full(everything)
        debts += [debt for debt in settlement.paid if unsure or debt.rule in judged.silent]
    write_within(state.root, BASELINE, write_baseline(debts))
    refused = 0 if grows else len(settlement.fresh)
    return Record(len(debts), max(0, len(old) - len(debts)), refused, len(everything) - len(fit))
