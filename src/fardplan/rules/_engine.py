"""Runs the rules over what was read and gives every problem its place, severity and identity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as Collected
from dataclasses import dataclass, field, replace
from datetime import date

from fardplan.model.base import Value
from fardplan.model.edition import Collection, Edition
from fardplan.model.fields import Route
from fardplan.model.shared import Glossary, Organisations
from fardplan.rules._base import LENIENT_STATUSES, Facts, Problem, Rule, Severity, Spot
from fardplan.rules._comments import IdleComment
from fardplan.rules._findings import Finding, RelatedPlace, find_subject, take_fingerprint
from fardplan.rules._history import History
from fardplan.rules._homes import Homes, home_of
from fardplan.rules._registry import RULES
from fardplan.rules._relations import Relations
from fardplan.rules._suppressed import find_idle
from fardplan.rules._texts import Texts
from fardplan.rules._trace import Trace
from fardplan.rules._world import World
from fardplan.source.collection import Loaded, Tell, tell_nobody
from fardplan.source.faults import START, Fault, Place
from fardplan.source.places import Places
from fardplan.source.tree import Tree, Unreadable
from fardplan.source.yaml import locate


@dataclass(frozen=True, slots=True)
class Judging:
    """How to judge: by which rules, as of which day, how severely.

    `today` is the day given by the user; without one each roadmap is judged as of its own
    `judged_as_of`, else as of `clock`. A severity of None in `severities` turns a rule off.
    """

    rules: Sequence[Rule]
    clock: date
    today: date | None = None
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    link: Callable[[str], str | None] = lambda _: None
    """Return the address of a rule's manual, from its name."""
    history: History = field(default_factory=History)
    """The earlier versions; without any the rules that compare with them are silent."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one home, and what that took."""

    faults: tuple[Finding, ...]
    """What is wrong with how its files are written."""
    findings: tuple[Finding, ...]
    asked: frozenset[str] = frozenset()
    """The rules that wanted to know of earlier versions."""
    met_history: bool = False
    """Whether there were any."""


def judge_settings(file: str, faults: Sequence[Fault], judging: Judging) -> list[Finding]:
    """Return the findings in the settings, which belong to no roadmap."""
    empty = Collection({}, Organisations(format=1), Glossary(format=1))
    homes = Homes.of(Loaded(empty), Trace())
    return sorted(
        Engine(homes, World(homes), None, judging).find_faults({file: faults}), key=_place
    )


def judge(loaded: Loaded, tree: Tree, judging: Judging, tell: Tell = tell_nobody) -> list[Finding]:
    """Return all findings, sorted by file and place; `tell` is told how many homes are judged."""
    homes = Homes.of(loaded, Trace())
    engine = Engine(homes, World(homes), tree, judging)
    verdicts = {}
    for number, home in enumerate(homes):
        verdicts[home] = engine.judge_home(home)
        tell(number, len(homes.names))
    return engine.join(verdicts)


def _place(finding: Finding) -> tuple[str, Place, str, str]:
    return finding.file, finding.place, finding.rule, finding.fingerprint


class Engine:
    """Judges the homes of one state, one at a time."""

    def __init__(self, homes: Homes, world: World, tree: Tree | None, judging: Judging) -> None:
        """Take what was or can be read, what is known of all homes, and how to judge."""
        self._homes = homes
        self._world = world
        self._tree = tree
        self._judging = judging
        # Without a version nothing is released, and no rule needs to look.
        self._history = judging.history if world.is_numbered else History()
        self._history.trace = homes.trace
        self._collection = homes.collection(homes.plain_editions)
        self._places: dict[str, Places | None] = {}
        self._by_name = {rule.name: rule for rule in judging.rules}

    def judge_home(self, home: str) -> Verdict:
        """Judge one home by all rules but those that judge what the others found."""
        self._history.asked, self._history.is_known = set(), False
        part = self._homes.part(home)
        rules = [rule for rule in self._judging.rules if not rule.last]
        faults = tuple(self.find_faults(part.faults))
        # The facts of a roadmap are let go when it is judged: all at once they take much memory.
        findings = tuple(self._judge(self._facts(home), rules))
        asked = frozenset(self._history.asked) if self._world.is_numbered else frozenset()
        return Verdict(faults, findings, asked, self._history.is_known)

    def join(self, verdicts: Mapping[str, Verdict]) -> list[Finding]:
        """Return all findings, sorted, with those about comments that leave nothing out."""
        last = [rule for rule in self._judging.rules if rule.last]
        kept = [finding for home in self._homes for finding in verdicts[home].faults]
        kept += [finding for home in self._homes for finding in verdicts[home].findings]
        met_history = any(verdict.met_history for verdict in verdicts.values())
        self._history.is_known = met_history
        self._history.asked = set().union(*(verdict.asked for verdict in verdicts.values()))
        idle = self._find_idle(kept, met_history=met_history) if last else []
        for home in sorted({home_of(one.file) for one in idle}):
            own = tuple(one for one in idle if home_of(one.file) == home)
            kept += self._judge(replace(self._facts(home), idle=own), last)
        return sorted(kept, key=_place)

    def _judge(self, facts: Facts, rules: Iterable[Rule]) -> Iterator[Finding]:
        """Yield what these rules find in one scope."""
        known = facts.edition is None or not self._world.outlines[facts.home].is_half_known
        for rule in rules:
            if rule.reading or known:
                self._history.asker = rule.name
                for problem in rule.check(facts):
                    if finding := self._finding(rule, problem, facts):
                        yield finding

    def _find_idle(self, findings: Sequence[Finding], *, met_history: bool) -> list[IdleComment]:
        """Return the comments that leave nothing out.

        Where not everything could be judged, only those that would not whatever was found.
        """
        if self._tree is None:
            return []
        off = {name for name, level in self._judging.severities.items() if level is None}
        if not met_history:
            off |= {rule.name for rule in self._judging.rules if rule.history}
        judged = {rule.name for rule in self._judging.rules} - off
        files: dict[str, Collected[str]] = {}
        for outline in self._world.outlines.values():
            doubtful = {*outline.incomplete, *outline.unfit}
            for one in outline.commented:
                files[one] = () if one in doubtful or outline.is_half_known else judged
        return list(find_idle(findings, files, self._tree, {rule.name for rule in RULES}))

    def _facts(self, home: str) -> Facts:
        edition, world = self._homes.edition(home), self._world
        index = replace(self._homes.index, duplicates=self._homes.index_of(home).duplicates)
        return Facts(
            edition=edition,
            collection=self._homes.collection(self._homes.editions),
            index=index,
            today=self.find_day(home),
            misfits=self._homes.part(home).misfits,
            gaps=world.gaps,
            links=world.links,
            relations=Relations(edition, index),
            texts=Texts(self._documents(edition)),
            vocabulary=world.vocabulary,
            history=self._history,
        )

    def _documents(self, edition: Edition | None) -> Iterator[tuple[str, Value]]:
        if edition is None:
            return self._collection.shared_documents()
        return ((edition.path_of(name), value) for name, value in edition.documents())

    def find_day(self, home: str) -> date:
        """Return the day to judge a home by.

        A roadmap with `judged_as_of` is kept as history. `--today` moves its day, but not past the
        year that the edition is about: what it failed to do after that, a later edition answers
        for, and no check of old roadmaps turns red by the calendar.
        """
        self._homes.trace.note("day", home)
        today = self._judging.today
        stated = self._world.outlines[home].judged_as_of
        if stated is None:
            return today or self._judging.clock
        day, year = date.fromisoformat(stated[0]), stated[1]
        return day if today is None else min(today, max(day, date(year, 12, 31)))

    def find_faults(self, found: Mapping[str, Iterable[Fault]]) -> Iterator[Finding]:
        """Yield the findings about how files are written."""
        for file, faults in found.items():
            for fault in faults:
                if (rule := self._by_name.get(fault.rule)) and (
                    finding := self._fault_finding(rule, file, fault)
                ):
                    yield finding

    def _fault_finding(self, rule: Rule, file: str, fault: Fault) -> Finding | None:
        severity = self._severity(rule, None, None)
        subject, path = find_subject(self._collection, file, ())
        # The same fault in the working tree and in git is one, whatever the state is called.
        named = {key: value for key, value in fault.values.items() if key != "label"}
        identity = tuple(sorted(f"{key}={value}" for key, value in named.items()))
        related = tuple(RelatedPlace(file, place, text) for place, text in fault.related)
        if severity is None:
            return None
        return Finding(
            rule=rule.name,
            severity=severity,
            text=fault.text,
            values=fault.values,
            hint=fault.hint,
            file=file,
            place=fault.place,
            subject=subject,
            path=path,
            fingerprint=take_fingerprint(rule.name, file, path, identity),
            related=related,
            url=self._judging.link(rule.name),
        )

    def _finding(self, rule: Rule, problem: Problem, facts: Facts) -> Finding | None:
        severity = self._severity(rule, problem, facts.edition)
        if severity is None:
            return None
        for file in (problem.file, *(end.file for end in problem.related)):
            self._homes.trace.note("file", file)
        subject, path = find_subject(self._collection, problem.file, problem.route)
        related = tuple(
            RelatedPlace(end.file, self._place(end.file, end.route, end.spot), end.text, end.values)
            for end in problem.related
        )
        return Finding(
            rule=rule.name,
            severity=severity,
            text=problem.text,
            values=problem.values,
            hint=problem.hint,
            file=problem.file,
            place=problem.place or self._mark(problem),
            subject=subject,
            path=path,
            fingerprint=take_fingerprint(
                rule.name, str(subject or problem.file), path, problem.identity
            ),
            related=related,
            url=self._judging.link(rule.name),
        )

    def _severity(
        self, rule: Rule, problem: Problem | None, edition: Edition | None
    ) -> Severity | None:
        """Return how serious it is here: settings first, then the case, then the rule."""
        if rule.name in self._judging.severities:
            return self._judging.severities[rule.name]
        excused = rule.completeness and not (problem and problem.contradiction)
        if excused and edition and edition.roadmap.status in LENIENT_STATUSES:
            return Severity.INFO
        return (problem.severity if problem else None) or rule.severity

    def _mark(self, problem: Problem) -> Place:
        places = self._places_of(problem.file) if problem.words else None
        if places:
            return places.words(problem.route, problem.words)
        return self._place(problem.file, problem.route, problem.spot)

    def _place(self, file: str, route: Route, spot: Spot) -> Place:
        places = self._places_of(file)
        if places is None:
            return START
        find: dict[Spot, Callable[[Route], Place]] = {
            "key": places.key,
            "value": places.value,
            "first_key": lambda route: places.first_key(route[:-1]),
            "inside": places.first_key,
        }
        return find[spot](route)

    def _places_of(self, file: str) -> Places | None:
        if file not in self._places:
            try:
                self._places[file] = locate(self._tree.read(file)) if self._tree else None
            except (Unreadable, FileNotFoundError):
                self._places[file] = None
        return self._places[file]
