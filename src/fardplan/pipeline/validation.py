"""Findings as an editor or CI asks for them: chosen, compared with the known debts, counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.locales.text import Lang
from fardplan.pipeline.changed import Before, look_back
from fardplan.pipeline.judging import Judged, Request, is_read_in_full, judge_all, read_debts
from fardplan.pipeline.states import Chosen, State
from fardplan.rules._base import Rule, Severity
from fardplan.rules._baseline import Debt, Settlement, settle
from fardplan.rules._findings import Finding
from fardplan.source.cache import Cache
from fardplan.source.collection import Loaded
from fardplan.source.lines import line_reader
from fardplan.source.named_paths import choose
from fardplan.source.settings import Settings
from fardplan.source.slots import is_content


@dataclass(frozen=True, slots=True)
class Validation:
    """What came of judging a state: for showing, for the baseline, for the exit code."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    """Everything found, known or new, but for what is suppressed."""
    paid: tuple[Debt, ...] = ()
    settings: Settings = field(default_factory=Settings)
    touched: frozenset[str] = frozenset()
    """The files that differ from what was compared with, if anything was."""
    left_out: tuple[str, ...] = ()
    """The rules that would have needed more of the history than a shallow clone fetched."""
    asks_history: bool = False
    """Whether any rule wanted to know of earlier versions."""

    def reaches(self, limit: Severity) -> bool:
        """Tell whether any new finding is at least as serious as `limit`."""
        new = (item.finding for item in self.verdict.shown if not item.known)
        return any(finding.severity.rank >= limit.rank for finding in new)


def validate(
    chosen: Chosen,
    request: Request,
    *,
    loaded: Loaded | None = None,
    cache: Cache | None = None,
) -> Validation:
    """Judge the state that was chosen as `request` asks; raises CannotRun where that cannot be.

    Who has read the files of the state already passes what they hold as `loaded`. With a cache
    only what has changed is judged.
    """
    state, base = chosen.state, chosen.base
    files = {*state.files, *(base.files if base else ())}  # one that is gone may be named too
    is_wanted = choose(request.paths, state.root, sorted(files))
    judged = judge_all(state, request, loaded=loaded, cache=cache)
    before = look_back(state, base, judged, request, cache) if base else None
    wanted = [finding for finding in judged.findings if is_wanted(finding.file)]
    settlement = _settle(wanted, read_debts(state), before)
    fresh, known = ({id(one) for one in found} for found in (settlement.fresh, settlement.known))
    shown = tuple(
        Shown(finding, known=id(finding) in known)
        for finding in wanted
        if id(finding) in fresh or (request.show_known and id(finding) in known)
    )
    return Validation(
        Verdict(
            shown,
            baselined=len(known),
            suppressed=judged.suppressed,
            files=sum(map(is_content, state.files)),
            scope=chosen.scope,
            rules=_name_asked(judged),
        ),
        tuple(wanted),
        _find_paid(settlement, judged) if _is_whole(state, judged, request) else (),
        judged.settings,
        before.touched if before else frozenset(),
        judged.silent if judged.shallow else (),
        judged.asks_history,
    )


def _name_asked(judged: Judged) -> tuple[Rule, ...]:
    """Return the rules that could answer; one that did is there whatever it lacked."""
    spoke = {finding.rule for finding in judged.findings}
    return tuple(one for one in judged.rules if one.name in spoke or one.name not in judged.silent)


def _settle(
    findings: Sequence[Finding], debts: Sequence[Debt], before: Before | None
) -> Settlement:
    return before.settle(findings, debts) if before else settle(findings, debts)


def _find_paid(settlement: Settlement, judged: Judged) -> tuple[Debt, ...]:
    """Return the debts that are paid; where a rule was silent nobody knows."""
    return tuple(debt for debt in settlement.paid if debt.rule not in judged.silent)


def _is_whole(state: State, judged: Judged, request: Request) -> bool:
    """Tell whether a debt without a finding is paid, and paid in what is worked on now."""
    narrowed = request.paths or request.select or request.ignore
    return not narrowed and state.commit is None and is_read_in_full(judged.findings)


def make_paper(
    state: State, settings: Settings, lang: Lang, *, limit: Severity, color: bool, width: int
) -> Paper:
    """Return how and for whom findings in `state` are written, with the lines as they are there."""
    return Paper(
        lang=lang,
        color=color,
        width=width,
        read_line=line_reader(state.tree),
        link=settings.link_to,
        limit=limit,
        folder=state.repository.prefix.rstrip("/") if state.repository else "",
        moment=datetime.now(UTC),
    )
