"""The list of known debts: made once, and from then on only shortened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.pipeline.judging import Request, judge_all, open_tree, read_debts
from fardplan.rules._baseline import FILE as BASELINE
from fardplan.rules._baseline import Debt, settle, write_baseline
from fardplan.rules._registry import RULES
from fardplan.source.output import write_file

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

    Faults of reading are never recorded: a file that cannot be read hides what is in it. Raises
    CannotRun where the list to update is not there.
    """
    tree = open_tree(root)
    files = tree.paths()
    there = BASELINE in files
    if update and not there:
        raise CannotRun(NO_BASELINE, file=BASELINE)
    old = () if reset else read_debts(tree, files)
    everything, _, _ = judge_all(tree, files, Request(today=today))
    reading = {one.name for one in RULES if one.reading}
    fit = [finding for finding in everything if finding.rule not in reading]
    settlement = settle(fit, old)
    grows = reset or not there
    debts = [Debt.of(finding) for finding in (fit if grows else settlement.known)]
    write_file(root / BASELINE, write_baseline(debts))
    refused = 0 if grows else len(settlement.fresh)
    return Record(len(debts), max(0, len(old) - len(debts)), refused, len(everything) - len(fit))
