"""Findings as an editor or CI asks for them: chosen, compared with the known debts, counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.locales.text import Lang
from fardplan.pipeline.judging import (
    Request,
    is_read_in_full,
    judge_all,
    open_tree,
    read_debts,
)
from fardplan.rules._base import Severity
from fardplan.rules._baseline import Debt, settle
from fardplan.rules._findings import Finding
from fardplan.source.lines import line_reader
from fardplan.source.named_paths import choose
from fardplan.source.settings import Settings
from fardplan.source.slots import is_content
from fardplan.source.tree import WorkingTree


@dataclass(frozen=True, slots=True)
class Validation:
    """What came of judging a state: for showing, for the baseline, for the exit code."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    """Everything found, known or new, but for what is suppressed."""
    paid: tuple[Debt, ...] = ()
    settings: Settings = field(default_factory=Settings)

    def reaches(self, limit: Severity) -> bool:
        """Tell whether any new finding is at least as serious as `limit`."""
        new = (item.finding for item in self.verdict.shown if not item.known)
        return any(finding.severity.rank >= limit.rank for finding in new)


def validate(root: Path, request: Request) -> Validation:
    """Judge the working tree below `root` as `request` asks."""
    tree = open_tree(root)
    files = tree.paths()
    is_wanted = choose(request.paths, root, files)
    judged = judge_all(tree, files, request)
    wanted = [finding for finding in judged.findings if is_wanted(finding.file)]
    settlement = settle(wanted, read_debts(tree, files))
    known = {id(finding) for finding in settlement.known}
    shown = tuple(
        Shown(finding, known=id(finding) in known)
        for finding in wanted
        if request.show_known or id(finding) not in known
    )
    narrowed = request.paths or request.select or request.ignore
    everything = not narrowed and is_read_in_full(judged.findings)
    return Validation(
        Verdict(shown, len(settlement.known), judged.suppressed, sum(map(is_content, files))),
        tuple(wanted),
        settlement.paid if everything else (),
        judged.settings,
    )


def make_paper(root: Path, lang: Lang, *, color: bool = False, width: int = 0) -> Paper:
    """Return how and for whom findings about `root` are written."""
    return Paper(lang, line_reader(WorkingTree(root)), color=color, width=width)
