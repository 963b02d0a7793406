"""Runs the rules over what was read and gives every problem its place, severity and identity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from fardplan.model.base import Value
from fardplan.model.edition import Collection, Edition
from fardplan.model.fields import Route
from fardplan.model.index import Index
from fardplan.model.shared import Glossary, Organisations
from fardplan.rules._base import LENIENT_STATUSES, Facts, Problem, Rule, Severity, Spot
from fardplan.rules._comments import IdleComment
from fardplan.rules._findings import Finding, RelatedPlace, find_subject, take_fingerprint
from fardplan.rules._gaps import Gaps
from fardplan.rules._history import History
from fardplan.rules._links import Links
from fardplan.rules._registry import RULES
from fardplan.rules._relations import Relations
from fardplan.rules._suppressed import find_idle
from fardplan.rules._texts import Texts
from fardplan.rules._vocabulary import Vocabulary
from fardplan.source.collection import Loaded
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


def judge_settings(file: str, faults: Sequence[Fault], judging: Judging) -> list[Finding]:
    """Return the findings in the settings, which belong to no roadmap."""
    empty = Collection({}, Organisations(format=1), Glossary(format=1))
    return _Run(Loaded(empty, {file: tuple(faults)}), None, judging).run()


def judge(loaded: Loaded, tree: Tree, judging: Judging) -> list[Finding]:
    """Return all findings, sorted by file and place."""
    return _Run(loaded, tree, judging).run()


class _Run:
    """One run of the rules over one state of the repository."""

    def __init__(self, loaded: Loaded, tree: Tree | None, judging: Judging) -> None:
        self._loaded = loaded
        self._tree = tree
        self._judging = judging
        self._index = Index.of(loaded.collection)
        self._vocabulary = Vocabulary(loaded.collection)
        self._links = Links(loaded.collection, self._index)
        self._gaps = Gaps.of(loaded)
        editions = loaded.collection.editions.values()
        numbered = any(edition.roadmap.version for edition in editions)
        self._history = judging.history if numbered else History()  # else nothing is released
        self._places: dict[str, Places | None] = {}
        self._by_name = {rule.name: rule for rule in judging.rules}

    def run(self) -> list[Finding]:
        rules = [rule for rule in self._judging.rules if not rule.last]
        last = [rule for rule in self._judging.rules if rule.last]
        kept = [finding for finding in self._from_faults() if finding is not None]
        # The facts of a roadmap are let go when it is judged: all at once they take much memory.
        for edition in (None, *self._loaded.collection.editions.values()):
            kept += self._judge(self._facts(edition), rules)
        idle = self._find_idle(kept) if last else []
        for home in sorted({_home_of(one.file) for one in idle}):
            own = tuple(one for one in idle if _home_of(one.file) == home)
            facts = self._facts(self._loaded.collection.editions.get(home))
            kept += self._judge(replace(facts, idle=own), last)
        return sorted(kept, key=lambda one: (one.file, one.place, one.rule, one.fingerprint))

    def _judge(self, facts: Facts, rules: Iterable[Rule]) -> Iterator[Finding]:
        """Yield what these rules find in one scope."""
        known = facts.edition is None or facts.home not in self._loaded.half_known
        for rule in rules:
            if rule.reading or known:
                self._history.asker = rule.name
                for problem in rule.check(facts):
                    if finding := self._finding(rule, problem, facts):
                        yield finding

    def _find_idle(self, findings: Sequence[Finding]) -> list[IdleComment]:
        """Return the comments that leave nothing out.

        Where not everything could be judged, only those that would not whatever was found.
        """
        if not self._loaded.commented or self._tree is None:
            return []
        off = {name for name, level in self._judging.severities.items() if level is None}
        if not self._history.is_known:
            off |= {rule.name for rule in self._judging.rules if rule.history}
        judged = {rule.name for rule in self._judging.rules} - off
        doubtful = self._loaded.incomplete | self._loaded.misfits.keys()
        files = {
            one: () if one in doubtful or _home_of(one) in self._loaded.half_known else judged
            for one in self._loaded.commented
        }
        return list(find_idle(findings, files, self._tree, {rule.name for rule in RULES}))

    def _facts(self, edition: Edition | None) -> Facts:
        home = edition.id if edition else ""
        misfits = {
            file: found for file, found in self._loaded.misfits.items() if _home_of(file) == home
        }
        return Facts(
            edition=edition,
            collection=self._loaded.collection,
            index=self._index,
            today=self._day(edition),
            misfits=misfits,
            gaps=self._gaps,
            links=self._links,
            relations=Relations(edition, self._index),
            texts=Texts(self._documents(edition)),
            vocabulary=self._vocabulary,
            history=self._history,
        )

    def _documents(self, edition: Edition | None) -> Iterator[tuple[str, Value]]:
        if edition is None:
            return self._loaded.collection.shared_documents()
        return ((edition.path_of(name), value) for name, value in edition.documents())

    def _day(self, edition: Edition | None) -> date:
        """Return the day to judge a roadmap by.

        A roadmap with `judged_as_of` is kept as history. `--today` moves its day, but not past the
        year that the edition is about: what it failed to do after that, a later edition answers
        for, and no check of old roadmaps turns red by the calendar.
        """
        today = self._judging.today
        stated = edition.roadmap.judged_as_of if edition else None
        if edition is None or stated is None or stated.end is None:
            return today or self._judging.clock
        if today is None:
            return stated.end
        return min(today, max(stated.end, date(edition.roadmap.year, 12, 31)))

    def _from_faults(self) -> Iterator[Finding | None]:
        for file, faults in self._loaded.faults.items():
            for fault in faults:
                if rule := self._by_name.get(fault.rule):
                    yield self._fault_finding(rule, file, fault)

    def _fault_finding(self, rule: Rule, file: str, fault: Fault) -> Finding | None:
        severity = self._severity(rule, None, None)
        subject, path = find_subject(self._loaded.collection, file, ())
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
        subject, path = find_subject(self._loaded.collection, problem.file, problem.route)
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


def _home_of(file: str) -> str:
    parts = file.split("/")
    return parts[1] if len(parts) > 2 else ""
