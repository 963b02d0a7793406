"""Puts the steps together: read, judge, compare, write. Every way in calls it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.locales.text import Lang, Text
from fardplan.model.index import Index
from fardplan.model.schema import KINDS, write_schema
from fardplan.rules._base import Rule, Severity
from fardplan.rules._baseline import FILE as BASELINE
from fardplan.rules._baseline import Debt, read_baseline, settle, write_baseline
from fardplan.rules._engine import Judging, judge, judge_settings
from fardplan.rules._findings import Finding
from fardplan.rules._registry import RULES
from fardplan.rules._suppressed import leave_out_suppressed
from fardplan.source.collection import load
from fardplan.source.faults import Fault
from fardplan.source.lines import line_reader
from fardplan.source.named_paths import choose
from fardplan.source.output import write_file
from fardplan.source.root import CONTENT, SETTINGS
from fardplan.source.settings import Settings, read_settings
from fardplan.source.slots import is_content
from fardplan.source.tree import Tree, Unreadable, WorkingTree

UNKNOWN_RULE = Text(
    "Det finns ingen regel som heter ”{name}”. Visa alla: fardplan rules",
    "There is no rule called “{name}”. Show all: fardplan rules",
)
NO_ROADMAPS = Text(
    "Här finns inga färdplaner: mappen roadmaps saknas i ”{root}”. "
    "Gå till rätt mapp, eller peka ut den: fardplan -C MAPP",
    "There are no roadmaps here: the folder roadmaps is missing in “{root}”. "
    "Go to the right folder, or point it out: fardplan -C DIR",
)

NO_BASELINE = Text(
    "Det finns ingen lista att stryka ur: {file} saknas. Skapa den med fardplan baseline.",
    "There is no list to drop from: {file} is missing. Make it with fardplan baseline.",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What to judge and what to show of it."""

    paths: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    show_known: bool = False


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


def find_rule(name: str) -> Rule:
    """Return the rule of that name; raises CannotRun where there is none."""
    for one in RULES:
        if one.name == name:
            return one
    raise CannotRun(UNKNOWN_RULE, name=name)


def validate(root: Path, request: Request) -> Validation:
    """Judge the working tree below `root` as `request` asks."""
    tree = _open(root)
    files = tree.paths()
    is_wanted = choose(request.paths, root, files)
    kept, suppressed, settings = _judge(tree, files, request)
    wanted = [finding for finding in kept if is_wanted(finding.file)]
    settlement = settle(wanted, _read_debts(tree, files))
    known = {id(finding) for finding in settlement.known}
    shown = tuple(
        Shown(finding, known=id(finding) in known)
        for finding in wanted
        if request.show_known or id(finding) not in known
    )
    everything = not (request.paths or request.select or request.ignore)
    return Validation(
        Verdict(shown, len(settlement.known), suppressed, sum(map(is_content, files))),
        tuple(wanted),
        settlement.paid if everything else (),
        settings,
    )


def _open(root: Path) -> WorkingTree:
    """Return the files of the repository; raises CannotRun where it holds no roadmaps."""
    content = root / CONTENT
    if not (content.is_dir() or content.is_symlink()):
        raise CannotRun(NO_ROADMAPS, root=root)
    return WorkingTree(root)


def _judge(
    tree: Tree, files: Collection[str], request: Request
) -> tuple[list[Finding], int, Settings]:
    """Return all findings but those that comments leave out, how many these are, the settings."""
    rules = _choose_rules(request)
    settings, setting_faults = _read_settings(tree, files)
    judging = Judging(
        rules=rules,
        clock=date.today(),  # noqa: DTZ011 - the user's own day is meant
        today=request.today,
        severities=_severities(settings),
        link=settings.link_to,
    )
    loaded = load(tree)
    found = [*judge_settings(SETTINGS, setting_faults, judging), *judge(loaded, tree, judging)]
    kept, suppressed = leave_out_suppressed(found, tree)
    return kept, suppressed, settings


def _read_own(tree: Tree, files: Collection[str], path: str) -> bytes | None:
    """Return a file of the program's own, if it is there; raises CannotRun where it is closed."""
    if path not in files:
        return None
    try:
        return tree.read(path)
    except Unreadable as failure:
        raise CannotRun(failure.text, **failure.values) from failure


def _choose_rules(request: Request) -> tuple[Rule, ...]:
    for name in (*request.select, *request.ignore):
        find_rule(name)
    return tuple(
        one
        for one in RULES
        if (not request.select or one.name in request.select) and one.name not in request.ignore
    )


def _read_settings(tree: Tree, files: Collection[str]) -> tuple[Settings, tuple[Fault, ...]]:
    return read_settings(_read_own(tree, files, SETTINGS), [one.name for one in RULES])


def _severities(settings: Settings) -> Mapping[str, Severity | None]:
    return {
        name: None if level == "off" else next(one for one in Severity if one == level)
        for name, level in settings.severities.items()
    }


def _read_debts(tree: Tree, files: Collection[str]) -> tuple[Debt, ...]:
    data = _read_own(tree, files, BASELINE)
    return () if data is None else read_baseline(data)


def make_paper(root: Path, lang: Lang, *, color: bool = False, width: int = 0) -> Paper:
    """Return how and for whom findings about `root` are written."""
    return Paper(lang, line_reader(WorkingTree(root)), color=color, width=width)


def all_schemas() -> dict[str, bytes]:
    """Return every published schema by file name: of the files, and of what commands print."""
    from fardplan.formats._schemas import write_output_schemas

    files = {f"{kind}.schema.json": write_schema(kind) for kind in KINDS}
    return dict(sorted((files | write_output_schemas()).items()))


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
    tree = _open(root)
    files = tree.paths()
    there = BASELINE in files
    if update and not there:
        raise CannotRun(NO_BASELINE, file=BASELINE)
    old = () if reset else _read_debts(tree, files)
    everything, _, _ = _judge(tree, files, Request(today=today))
    reading = {one.name for one in RULES if one.reading}
    fit = [finding for finding in everything if finding.rule not in reading]
    settlement = settle(fit, old)
    grows = reset or not there
    debts = [Debt.of(finding) for finding in (fit if grows else settlement.known)]
    write_file(root / BASELINE, write_baseline(debts))
    refused = 0 if grows else len(settlement.fresh)
    return Record(len(debts), max(0, len(old) - len(debts)), refused, len(everything) - len(fit))


@dataclass(frozen=True, slots=True)
class EntityList:
    """What can be referred to, and the files that were not read in full."""

    entries: list[dict[str, str]]
    unread: tuple[str, ...]


def list_entities(root: Path, kind: str) -> EntityList:
    """Return what of a kind can be referred to: the reference, the title and the file of each."""
    loaded = load(_open(root))
    found = sorted(
        (entity for entity in Index.of(loaded.collection).by_key.values() if entity.kind == kind),
        key=lambda entity: (entity.home, entity.file, entity.id),
    )
    entries = [
        {
            "ref": f"{entity.home}/{entity.id}" if entity.home and kind != "roadmap" else entity.id,
            "title": entity.title,
            "file": entity.file,
        }
        for entity in found
    ]
    return EntityList(entries, tuple(sorted({*loaded.faults, *loaded.misfits})))
