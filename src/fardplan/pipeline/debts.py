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
    open_tree,
    read_debts,
)
from fardplan.rules._baseline import Debt, settle, write_baseline
from fardplan.source.output import write_file
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
    that cannot be read hides what is in it. Raises CannotRun where the list to update is not there.
    """
    tree = open_tree(root)
    files = tree.paths()
    there = BASELINE in files
    if update and not there:
        raise CannotRun(NO_BASELINE, file=BASELINE)
    old = () if reset else read_debts(tree, files)
    everything = judge_all(tree, files, Request(today=today)).findings
    fit = [finding for finding in everything if finding.rule not in READING]
    settlement = settle(fit, old)
    grows = reset or not there
    debts = [Debt.of(finding) for finding in (fit if grows else settlement.known)]
    if not grows and not is_read_in_full(everything):
        debts += settlement.paid
    write_file(root / BASELINE, write_baseline(debts))
    refused = 0 if grows else len(settlement.fresh)
    return Record(len(debts), max(0, len(old) - len(debts)), refused, len(everything) - len(fit))
