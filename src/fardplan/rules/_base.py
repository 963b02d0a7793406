"""What a rule is, what it sees and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from fardplan.locales.text import Text, no_values
from fardplan.model.activity import Activity
from fardplan.model.edition import FOLDERS, Collection, Edition
from fardplan.model.fields import Route
from fardplan.model.index import Index
from fardplan.model.misfits import Misfit
from fardplan.model.paths import path_in
from fardplan.model.term import Term
from fardplan.model.terms import Profile, RoadmapStatus
from fardplan.rules._comments import IdleComment
from fardplan.rules._gaps import Gaps
from fardplan.rules._history import History
from fardplan.rules._links import Links
from fardplan.rules._relations import Relations
from fardplan.rules._texts import Texts
from fardplan.rules._vocabulary import Vocabulary
from fardplan.source.faults import Place


class Severity(Term):
    """How serious a finding is."""

    INFO = "info", "upplysning"
    WARNING = "warning", "varning"
    ERROR = "error", "fel"

    @classmethod
    def of(cls, value: str) -> Severity:
        """Return the severity that is written `value`."""
        return next(member for member in cls if member == value)

    @property
    def rank(self) -> int:
        """The place among the severities, from 0 (info) to 2 (error)."""
        return list(Severity).index(self)


ALL_PROFILES = frozenset(Profile)
ACTION = frozenset({Profile.ACTION})
LENIENT_STATUSES = frozenset({RoadmapStatus.DRAFT, RoadmapStatus.CONSULTATION})
ENDED_STATUSES = frozenset({RoadmapStatus.EXPIRED, RoadmapStatus.REPLACED, RoadmapStatus.WITHDRAWN})

Spot = Literal["key", "value", "first_key", "inside"]
"""What is marked: the key or the value at the route; the first key of the mapping that lacks the
route's last key; the first key of the mapping that the route leads to."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a problem has an end in."""

    file: str
    route: Route
    text: Text
    values: Mapping[str, object] = field(default_factory=no_values)
    spot: Spot = "value"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found, as data: where, which words, which values.

    `file` is a path from the repository's root and `route` leads to the key or value in it; the
    engine turns them into line and column. `words` are the part of a text that is meant, and
    `place` is for what no route leads to, a comment. `identity` holds the values that make this
    problem the same one when wording or lines change; the rule and the entity are always part of
    it.
    """

    file: str
    route: Route
    text: Text
    values: Mapping[str, object] = field(default_factory=no_values)
    hint: Text | None = None
    spot: Spot = "value"
    severity: Severity | None = None
    """A lower severity than the rule's own, where this case is milder."""
    related: tuple[Related, ...] = ()
    identity: tuple[str, ...] = ()
    words: str = ""
    place: Place | None = None
    contradiction: bool = False
    """Whether the roadmap contradicts itself here rather than lacks something; no draft excuses
    that, even where the rule is about completeness."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule sees: one roadmap, all others through the index, and the day to judge by.

    `edition` is None in the one run over what all roadmaps share. `misfits` are those of this
    scope's files, by path; `gaps` tells what could not be read anywhere.
    """

    edition: Edition | None
    collection: Collection
    index: Index
    today: date
    misfits: Mapping[str, tuple[Misfit, ...]]
    gaps: Gaps
    links: Links
    relations: Relations
    texts: Texts
    vocabulary: Vocabulary
    history: History = field(default_factory=History)
    idle: tuple[IdleComment, ...] = ()
    """The comments in this scope's files that leave nothing out: known to the last rules only."""

    @property
    def home(self) -> str:
        """The roadmap's id; empty for what is shared."""
        return self.edition.id if self.edition else ""

    def in_doubt(self, file: str, *route: str | int) -> bool:
        """Tell whether something at `route` did not fit, so that it must not count as absent."""
        return self.gaps.in_doubt(file, route)

    def is_delegated(self, file: str, activity: Activity) -> bool:
        """Tell whether another plan takes care of an activity, as far as can be known."""
        known = self.relations.delegated
        if file not in known:
            known[file] = self._is_delegated(file, activity)
        return known[file]

    def _is_delegated(self, file: str, activity: Activity) -> bool:
        if self.relations.delegation_of(activity) or self.in_doubt(file, "delegated_to"):
            return True
        if self.gaps.is_empty:
            return False
        for kind, written in (("goal", activity.goal), ("area", activity.area)):
            parent = self.relations.find(self.home, kind, written)
            if parent and self.in_doubt(parent.file, "delegated_to"):
                return True
            if written and not parent and self.gaps.may_hold(self.home, kind, written):
                return True
        return False

    def is_unsure(self, folder: str, key: str) -> bool:
        """Tell whether any file in `folder` was not read in full, or is in doubt about `key`."""
        if self.gaps.has_unread(self.home, FOLDERS[folder]):
            return True
        start = path_in(self.home, f"{folder}/")
        return any(file.startswith(start) and self.in_doubt(file, key) for file in self.misfits)


FactsCheck = Callable[[Facts], Iterator[Problem]]
RoadmapCheck = Callable[[Edition, Facts], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, default severity, the profiles it is for, and its check.

    `completeness` marks a rule that asks for what is absent: in drafts and consultations it only
    informs (domain: how rules judge). `reading` marks the rules about reading, which run
    everywhere and are never baselined.
    """

    name: str
    severity: Severity
    about: Text
    check: FactsCheck
    profiles: frozenset[Profile] = ALL_PROFILES
    completeness: bool = False
    reading: bool = False
    code: str = ""
    """The R-number in the domain description, for those who know the rules by it."""
    last: bool = False
    """Whether it judges what the other rules found."""
    history: bool = False
    """Whether it compares with earlier versions, and so is silent where there are none."""


def rule(
    name: str,
    severity: Severity,
    about: Text,
    *,
    profiles: frozenset[Profile] = ALL_PROFILES,
    completeness: bool = False,
    code: str = "",
    history: bool = False,
) -> Callable[[RoadmapCheck], Rule]:
    """Make a rule about one roadmap of a function over (edition, facts)."""

    def wrap(check: RoadmapCheck) -> Rule:
        def run(facts: Facts) -> Iterator[Problem]:
            if facts.edition is not None and facts.edition.roadmap.profile in profiles:
                yield from check(facts.edition, facts)

        return Rule(name, severity, about, run, profiles, completeness, code=code, history=history)

    return wrap


def reading_rule(name: str, about: Text) -> Rule:
    """Make the rule under which faults of reading of that name are reported."""

    def run(facts: Facts) -> Iterator[Problem]:
        for file, misfits in facts.misfits.items():
            for misfit in misfits:
                if misfit.rule == name:
                    yield Problem(
                        file, misfit.route, misfit.text, misfit.values, misfit.hint, misfit.spot
                    )

    return Rule(name, Severity.ERROR, about, run, reading=True)


def whole_rule(
    name: str, about: Text, *, code: str = "", history: bool = False
) -> Callable[[FactsCheck], Rule]:
    """Make a rule about how the files hang together: it runs wherever anything could be read."""

    def wrap(check: FactsCheck) -> Rule:
        return Rule(name, Severity.ERROR, about, check, reading=True, code=code, history=history)

    return wrap


def rule_everywhere(name: str, severity: Severity, about: Text) -> Callable[[FactsCheck], Rule]:
    """Make a rule about each roadmap and about what all of them share."""

    def wrap(check: FactsCheck) -> Rule:
        return Rule(name, severity, about, check)

    return wrap


def last_rule(name: str, severity: Severity, about: Text) -> Callable[[FactsCheck], Rule]:
    """Make a rule about what is left when all others have run."""

    def wrap(check: FactsCheck) -> Rule:
        return Rule(name, severity, about, check, last=True)

    return wrap
