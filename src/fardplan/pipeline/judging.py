"""All findings in one state of the repository, before anything is left out of sight."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.pipeline.history import open_history
from fardplan.pipeline.own_files import load_approvals, load_settings, read_own
from fardplan.pipeline.progress import first_half, second_half
from fardplan.pipeline.states import State
from fardplan.pipeline.verdicts import judge_changed
from fardplan.rules._base import Rule, Severity
from fardplan.rules._baseline import Debt, read_baseline
from fardplan.rules._engine import Judging, judge, judge_settings
from fardplan.rules._findings import Finding
from fardplan.rules._registry import RULES
from fardplan.rules._suppressed import leave_out_suppressed
from fardplan.source.cache import Cache
from fardplan.source.collection import Loaded, Tell, load, tell_nobody
from fardplan.source.faults import Fault
from fardplan.source.root import APPROVALS, BASELINE, SETTINGS
from fardplan.source.settings import Settings

DID_YOU_MEAN = Text(
    "Det finns ingen regel som heter ”{name}”. Menade du {near}?",
    "There is no rule called “{name}”. Did you mean {near}?",
)
UNKNOWN_RULE = Text(
    "Det finns ingen regel som heter ”{name}”. Visa alla: fardplan rules",
    "There is no rule called “{name}”. Show all: fardplan rules",
)

READING = frozenset(one.name for one in RULES if one.reading)
"""The rules about how files are written, whose findings are never known debts."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to judge and what to show of it."""

    paths: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    show_known: bool = False
    tell: Tell = tell_nobody
    """Is told how far it has come, while it takes place."""


@dataclass(frozen=True, slots=True)
class Judged:
    """All findings but those that comments leave out, how many these are, and the settings."""

    findings: tuple[Finding, ...]
    suppressed: int
    settings: Settings
    setting_faults: tuple[Fault, ...] = ()
    silent: tuple[str, ...] = ()
    """The rules that had no history, or not enough of it, to compare with."""
    rules: tuple[Rule, ...] = ()
    """The rules that were asked: chosen by the user and not turned off by the settings."""
    shallow: bool = False
    """Whether that is because a shallow clone did not fetch it."""
    asks_history: bool = False
    """Whether any rule wanted to know of earlier versions."""


def find_rule(name: str) -> Rule:
    """Return the rule of that name; raises CannotRun where there is none."""
    by_name = {rule.name: rule for rule in RULES}
    if name in by_name:
        return by_name[name]
    if near := get_close_matches(name, by_name, n=1):
        raise CannotRun(DID_YOU_MEAN, name=name, near=near[0])
    raise CannotRun(UNKNOWN_RULE, name=name)


def judge_all(
    state: State,
    request: Request,
    *,
    like: Judged | None = None,
    loaded: Loaded | None = None,
    cache: Cache | None = None,
) -> Judged:
    """Judge everything by the rules that are asked for, whatever is to be shown of it.

    With `like`, under the settings of another state that was judged, not under its own. `loaded`
    is what the files of the state hold, where they have been read already. With a cache only what
    has changed is judged, with the same outcome.
    """
    rules = _choose_rules(request)
    if like is None:
        names = [one.name for one in RULES]
        settings, setting_faults = load_settings(state.tree, state.files, names)
    else:
        settings, setting_faults = like.settings, like.setting_faults
    judging = Judging(
        rules=rules,
        clock=date.today(),  # noqa: DTZ011 - the user's own day is meant
        today=request.today,
        severities=_severities(settings),
        link=settings.link_to,
    )
    found = judge_settings(SETTINGS, setting_faults, judging)
    if approval_faults := load_approvals(state.tree, state.files)[1]:
        found += judge_settings(APPROVALS, approval_faults, judging)
    with open_history(state) as (history, archive):
        judging = replace(judging, history=history)
        known = None
        if cache and not loaded:
            known = judge_changed(state, judging, archive, cache, request.tell)
        if known is None:
            loaded = loaded or load(state.tree, tell=first_half(request.tell))
            known = judge(loaded, state.tree, judging, second_half(request.tell))
        found += known
    kept, suppressed = leave_out_suppressed(found, state.tree)
    return Judged(
        tuple(kept),
        suppressed,
        settings,
        setting_faults,
        () if history.is_known and not archive.lacks else _needing_history(judging, history.asked),
        rules=tuple(_switched_on(judging)),
        shallow=archive.lacks,
        asks_history=bool(history.asked),
    )


def is_read_in_full(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing is wrong with how the files are written: else they may hide findings."""
    return not any(finding.rule in READING for finding in findings)


def _choose_rules(request: Request) -> tuple[Rule, ...]:
    for name in (*request.select, *request.ignore):
        find_rule(name)
    return tuple(
        one
        for one in RULES
        if (not request.select or one.name in request.select) and one.name not in request.ignore
    )


def _needing_history(judging: Judging, asked: Collection[str]) -> tuple[str, ...]:
    """Return the rules that are on and wanted to compare with earlier versions."""
    return tuple(one.name for one in _switched_on(judging) if one.history and one.name in asked)


def _switched_on(judging: Judging) -> Iterator[Rule]:
    """Yield the rules that the settings have not turned off."""
    return (one for one in judging.rules if judging.severities.get(one.name, one.severity))


def _severities(settings: Settings) -> Mapping[str, Severity | None]:
    return {
        name: None if level == "off" else Severity.of(level)
        for name, level in settings.severities.items()
    }


def read_debts(state: State) -> tuple[Debt, ...]:
    """Return the known debts; none where there is no list."""
    data = read_own(state.tree, state.files, BASELINE)
    return () if data is None else read_baseline(data)
