"""What an editor has to take a stand on when a new edition is opened, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fardplan.locales import revising as say
from fardplan.locales.text import Localised, Saying
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value
from fardplan.model.chapters import RelatedPlan
from fardplan.model.edition import Edition
from fardplan.model.fields import Leaf, Route, leaves
from fardplan.model.funding import Funding
from fardplan.model.index import Index
from fardplan.model.steering_terms import StepState
from fardplan.model.terms import ActivityStatus, GoalJudgement, Priority, Profile
from fardplan.model.time import FuzzyTime
from fardplan.pipeline.drafting import Section
from fardplan.pipeline.leaving import CLOSED
from fardplan.pipeline.opening_year import find_theme
from fardplan.rules._deadlines import deadlines_of
from fardplan.rules._findings import Finding

DOUBTFUL = ("overdue-activity", "goal-without-activity", "idle-precondition")
"""The rules whose findings in the new edition are told here."""

_TELLING = frozenset(
    {
        "areas_pending", "easy_read", "key_message", "key_points", "limits", "purpose", "readers",
        "sections", "subtitle", "summary", "title", "text", "intro", "goal_sentence", "wording",
        "expected_results", "lists", "placeholder", "short_title",
    }
)  # fmt: skip
"""The keys with texts in which a year is that of the edition."""
_THEME = re.compile(r"\b(tema|theme)", re.IGNORECASE)
_OF_THE_WHOLE: frozenset[Route] = frozenset(
    {("end",), ("when",), ("projektplan", "timeline", "end")}
)
"""The ends of an activity as a whole, of which a rule knows when they are over."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A new edition as it has been opened, and the day by which times are over."""

    old: Edition
    new: Edition
    index: Index
    day: date
    findings: tuple[Finding, ...] = ()
    """What DOUBTFUL found in the new edition."""

    @property
    def _file(self) -> str:
        return self.new.path_of("roadmap.yaml")

    @property
    def _year(self) -> str:
        return str(self.new.roadmap.year)

    def sections(self, rest: Iterable[Localised] = ()) -> Iterator[Section]:
        """Yield everything that waits for somebody's decision; `rest` comes last."""
        year = {"year": self._year}
        for heading, lines in (
            (Saying(say.OVERDUE, {}), self._found("overdue-activity")),
            (Saying(say.GOALS, {}), self._goals()),
            (Saying(say.PRECONDITIONS, {}), self._found("idle-precondition")),
            (Saying(say.ACHIEVED, {}), self._achieved()),
            (Saying(say.PLACEHOLDERS, {}), self._placeholders()),
            (Saying(say.DELEGATED, {}), self._delegated()),
            (Saying(say.DATES, {}), self._dates()),
            (Saying(say.INDICATORS, year), self._indicators()),
            (Saying(say.FINANCING, year), self._financing()),
            (Saying(say.PRIORITIES, year), self._priorities()),
            (Saying(say.TEXTS, {"year": str(self.old.roadmap.year)}), self._texts()),
            (Saying(say.REST, {}), (*self._rest(), *rest)),
        ):
            if found := tuple(lines):
                yield Section(heading, found)

    def _found(self, rule: str) -> Iterator[Localised]:
        """Yield what one of the rules found."""
        for one in self.findings:
            if one.rule == rule and one.subject:
                yield Saying(say.FILE, {"title": one.subject.title, "file": one.file})

    def _goals(self) -> Iterator[Localised]:
        """Yield the goals that the rule names, and all that have lost their last activity."""
        files = {one.file for one in self.findings if one.rule == "goal-without-activity"}
        had, has = (self._answered(one) for one in (self.old, self.new))
        for name, goal in self.new.goals.items():
            document = f"goals/{name}.yaml"
            if self.new.path_of(document) in files or name in had - has:
                yield self._named(goal, document)

    def _answered(self, edition: Edition) -> frozenset[str]:
        """Return the goals of the roadmap that some activity of an edition belongs to."""
        written = (activity.goal for activity in edition.activities.values() if activity.goal)
        found = (self.index.resolve(edition.id, one, ("goal",)).entity for one in written)
        return frozenset(one.id for one in found if one and one.home == edition.id)

    def _achieved(self) -> Iterator[Localised]:
        for name, goal in self.new.goals.items():
            if goal.judgement is GoalJudgement.ACHIEVED:
                yield self._named(goal, f"goals/{name}.yaml")

    def _placeholders(self) -> Iterator[Localised]:
        pending = self.new.roadmap.areas_pending
        if pending and pending.due and pending.due.is_over(self.day):
            values = {"title": "areas_pending", "time": pending.due, "file": self._file}
            yield Saying(say.TIMED, values)
        for document, value in self._entities():
            placeholder = None if isinstance(value, Activity) else value.placeholder
            due = placeholder.due if placeholder else None
            if due and due.is_over(self.day):
                file = self.new.path_of(document)
                yield Saying(say.TIMED, {"title": value.title, "time": due, "file": file})

    def _delegated(self) -> Iterator[Localised]:
        for document, value in self._entities():
            written = value.delegated_to.plan if value.delegated_to else ""
            plan = self.index.resolve(self.new.id, written, ("plan",)).entity
            if plan and isinstance(plan.value, RelatedPlan) and plan.value.period:
                period = plan.value.period
                if period.is_over(self.day):
                    values = {"title": value.title, "plan": plan.title, "time": period}
                    yield Saying(say.IN_PLAN, {**values, "file": self.new.path_of(document)})

    def _entities(self) -> Iterator[tuple[str, Area | Goal | Activity]]:
        for document, value in self.new.documents():
            if isinstance(value, (Area, Goal, Activity)):
                yield document, value

    def _dates(self) -> Iterator[Localised]:
        """Yield the times inside activities, and those of the roadmap, that have passed."""
        for document, value in self.new.documents():
            file = self.new.path_of(document)
            for one in deadlines_of(value):
                told = one.route in _OF_THE_WHOLE or "placeholder" in one.route
                if not told and not one.is_closed:
                    yield from self._passed(one.title, one.time, file)
        yield from self._dates_of_roadmap()

    def _dates_of_roadmap(self) -> Iterator[Localised]:
        roadmap, file = self.new.roadmap, self._file
        for text, holder in (
            (say.REPORTING, roadmap.reporting),
            (say.FOLLOW_UP, roadmap.follow_up),
        ):
            for time in holder.dates if holder else ():
                yield from self._passed(Saying(text, {}), time, file)
        for training in roadmap.training:
            if training.when:
                yield from self._passed(training.title, training.when, file)
        for step in (step for phase in roadmap.phases for step in phase.steps):
            if step.when and step.state not in (StepState.DONE, StepState.CANCELLED):
                yield from self._passed(step.title, step.when, file)

    def _passed(self, title: str | Localised, time: FuzzyTime, file: str) -> Iterator[Localised]:
        if time.is_over(self.day):
            yield Saying(say.TIMED, {"title": title, "time": time, "file": file})

    def _indicators(self) -> Iterator[Localised]:
        for name, indicator in self.new.indicators.items():
            if all(target.year != self.new.roadmap.year for target in indicator.targets):
                yield self._named(indicator, f"indicators/{name}.yaml")

    def _financing(self) -> Iterator[Localised]:
        year = self.new.roadmap.year
        for name, activity in self.new.activities.items():
            rows = activity.projektplan.financing if activity.projektplan else ()
            silent = rows and all(row.year and row.year != year for row in rows)
            if silent and not activity.delegated_to and self._goes_on(activity):
                yield self._named(activity, f"activities/{name}.yaml")

    def _goes_on(self, activity: Activity) -> bool:
        """Tell whether an activity is under way in the year, as far as is known."""
        start = date(self.new.roadmap.year, 1, 1)
        over = activity.end is not None and activity.end.is_over(start)
        return activity.status not in (*CLOSED, ActivityStatus.IDEA) and not over

    def _is_of_year(self, funding: Funding) -> bool:
        year = FuzzyTime.parse(self._year)
        covers = funding.period is not None and funding.period.overlaps(year)
        return funding.year == self.new.roadmap.year or covers

    def _priorities(self) -> Iterator[Localised]:
        for name, area in self.new.areas.items():
            if area.priority is Priority.HIGH:
                yield self._named(area, f"areas/{name}.yaml")

    def _texts(self) -> Iterator[Localised]:
        year = re.compile(rf"(?<![0-9–-]){self.old.roadmap.year}(?![0-9–-])")
        for document, value in self.new.documents():
            if not (document == "roadmap.yaml" or isinstance(value, (Area, Goal))):
                continue
            keys = dict.fromkeys(_key(leaf, value) for leaf in leaves(value) if _tells(leaf, year))
            for key in keys:
                yield Saying(say.KEY, {"key": key, "file": self.new.path_of(document)})

    def _rest(self) -> Iterator[Localised]:
        yield from self._theme()
        yield from self._unsaid()
        yield from self._of_old()

    def _theme(self) -> Iterator[Localised]:
        roadmap = self.new.roadmap
        if not roadmap.themes:
            return
        if find_theme(roadmap.themes, roadmap.year) is None:
            yield Saying(say.NO_THEME, {"year": self._year, "file": self._file})
        if roadmap.subtitle and _THEME.search(roadmap.subtitle):
            yield Saying(say.SUBTITLE, {"subtitle": roadmap.subtitle, "file": self._file})

    def _unsaid(self) -> Iterator[Localised]:
        """Yield what the new edition does not say, though the old one did or one should."""
        old, roadmap, file = self.old.roadmap, self.new.roadmap, self._file
        version = roadmap.version or self._year
        if roadmap.next_revision is None:
            yield Saying(say.NO_REVISION, {"file": file})
        funded = any(map(self._is_of_year, roadmap.funding))
        if roadmap.profile is Profile.ACTION and not funded:
            yield Saying(say.NO_FUNDING, {"year": self._year, "file": file})
        if old.registry_number:
            yield Saying(say.NO_NUMBER, {"file": file})
        if old.adoption and old.adoption.by:
            yield Saying(say.NO_LAST_DAY, {"version": version, "file": file})
        if old.decision_path:
            steps = tuple(one.title for one in old.decision_path)
            yield Saying(say.NO_PATH, {"version": version, "steps": steps, "file": file})
        reported = any(one.startswith(str(old.year)) for one in self.new.reports)
        if roadmap.reporting and not reported:
            yield Saying(say.NO_REPORT, {"year": str(old.year), "roadmap": self.new.id})

    def _of_old(self) -> Iterator[Localised]:
        """Yield what still speaks of the old edition."""
        roadmap, file = self.new.roadmap, self._file
        if roadmap.provenance:
            yield Saying(say.PROVENANCE, {"file": file})
        if roadmap.planning_years and min(roadmap.planning_years) < roadmap.year:
            years = tuple(map(str, roadmap.planning_years))
            yield Saying(say.PLANNING_YEARS, {"years": years, "file": file})

    def _named(self, value: Area | Goal | Value, document: str) -> Localised:
        title = str(getattr(value, "title", document))
        return Saying(say.FILE, {"title": title, "file": self.new.path_of(document)})


def _tells(leaf: Leaf, year: re.Pattern[str]) -> bool:
    """Tell whether a text speaks of the year as that of the edition."""
    is_text = leaf.spec.text in ("line", "prose") and not leaf.spec.refs
    told = leaf.route[0] in _TELLING and "sources" not in leaf.route and "cites" not in leaf.route
    return is_text and told and isinstance(leaf.value, str) and bool(year.search(leaf.value))


def _key(leaf: Leaf, value: Value) -> str:
    """Return where a text stands: its keys, and the names of items on the way."""
    parts: list[str] = []
    here: object = value
    for part in leaf.route:
        if isinstance(part, int):
            here = here[part] if isinstance(here, tuple) and part < len(here) else None
            named = getattr(here, "id", None) or getattr(here, "title", None)
            parts += [str(named)] if named else []
        else:
            here = getattr(here, part, None)
            parts.append(part)
    return " › ".join(parts)
