"""The steps of a roadmap's phases, and which of them is stated to come first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.process import Phase, Step
from fardplan.model.steering import Body
from fardplan.model.steering_terms import BodyKind, StepState
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts, Problem, Related, Spot

CORRECT_TIME = Text(
    "Rätta tiden i det steg som har fel tid, till exempel `when: {time}`.",
    "Correct the time of the step that has the wrong one, for example `when: {time}`.",
)
MOVE = Text(
    "Flytta steget så att det står efter ”{first}”.",
    "Move the step so that it stands after “{first}”.",
)
MOVE_OR_LINK = Text(
    "Flytta steget så att det står efter ”{first}”, eller skriv `after: {id}`.",
    "Move the step so that it stands after “{first}”, or write `after: {id}`.",
)
TURN = Text(
    "Rätta `after` så att ”{first}” kommer först.", "Correct `after` so that “{first}” comes first."
)
IN_EVERY_PLACE = Text(
    "Ordningen står på flera ställen. Låt ”{first}” komma först överallt: i listan, i tiderna "
    "(`when`) och i `after`.",
    "The order is stated in several places. Let “{first}” come first everywhere: in the list, in "
    "the times (`when`) and in `after`.",
)
STEP_HERE = Text("Steget som kommer för tidigt står här.", "The step that is too early is here.")


@dataclass(frozen=True, slots=True)
class Placed:
    """A step with its phase, where it stands, and its number among all steps."""

    step: Step
    phase: Phase
    route: Route
    number: int

    @property
    def time(self) -> FuzzyTime | None:
        """When the step is taken: its own time, else that of its phase."""
        return self.step.when or self.phase.when

    @property
    def time_route(self) -> Route:
        """Where that time stands."""
        return (*self.route, "when") if self.step.when else (*self.route[:2], "when")


def steps_of(edition: Edition) -> tuple[Placed, ...]:
    """Return the steps of all phases in order, without those that are dropped."""
    return tuple(
        Placed(step, phase, route, number)
        for number, (route, phase, step) in enumerate(_all_steps(edition))
        if step.state is not StepState.CANCELLED
    )


def _all_steps(edition: Edition) -> Iterator[tuple[Route, Phase, Step]]:
    for index, phase in numbered(edition.roadmap.phases):
        for place, step in numbered(phase.steps):
            yield ("phases", index, "steps", place), phase, step


def body_kinds(placed: Placed, facts: Facts) -> frozenset[BodyKind]:
    """Return the kinds of the bodies that take a step or that it goes to."""
    written = (*placed.step.bodies, placed.step.body)
    return frozenset(kind for name in written if (kind := body_kind(name, facts)))


def body_kind(written: str | None, facts: Facts) -> BodyKind | None:
    """Return what sort of group a reference leads to, if that is known."""
    entity = facts.relations.find(facts.home, "body", written)
    return entity.value.kind if entity and isinstance(entity.value, Body) else None


class Before:
    """Steps of which at least one must be taken before certain others."""

    def __init__(self, firsts: Sequence[Placed], all_steps: Sequence[Placed]) -> None:
        """Take the steps that come first, and all steps, of which some come after others."""
        self.first = firsts[0]
        self._ids = {one.step.id for one in firsts} - {None}
        self._after = {one.step.id: one.step.after for one in all_steps if one.step.id}
        times = [one.time for one in firsts]
        starts = [time.start if time else None for time in times]
        self._earliest = None if None in starts else min(day for day in starts if day)
        self._soonest_over = min((time.end for time in times if time and time.end), default=None)
        chains = [frozenset(self._chain(one.step)) for one in firsts]
        self._declared_later = frozenset.intersection(*chains)

    def _chain(self, step: Step) -> Iterator[str]:
        """Yield the steps that a step comes after, near and far."""
        seen: set[str] = set()
        written = step.after
        while written and written not in seen:
            seen.add(written)
            yield written
            written = self._after.get(written)

    def judge(self, placed: Placed) -> Verdict | None:
        """Tell whether a step is stated to come before all of these: where, and what to do.

        What is said by `after` decides, else times that lie wholly apart, else the order of the
        list. Where several of them say so, to correct the one that decides is not enough.
        """
        time = placed.time
        turned = placed.step.id in self._declared_later
        sooner = bool(time and time.end and self._earliest and time.end < self._earliest)
        listed = placed.number < self.first.number
        several = IN_EVERY_PLACE if turned + sooner + listed > 1 else None
        if turned:
            return Verdict((*self.first.route, "after"), "value", several or TURN)
        if not self._ids.isdisjoint(self._chain(placed.step)):
            return None
        if sooner:
            return Verdict(placed.time_route, "value", several or CORRECT_TIME)
        if time and time.start and self._soonest_over and self._soonest_over < time.start:
            return None
        return Verdict(placed.route, "inside", self._say_where_to(placed)) if listed else None

    def _say_where_to(self, placed: Placed) -> Text:
        """Return where to move a step; with `after` instead, where no other order forbids that."""
        first, step = self.first, placed.step
        is_turned = any(one == step.id for one in self._chain(first.step))
        if not first.step.id or step.after or is_turned:
            return MOVE
        is_sooner = placed.time and first.time and placed.time.before(first.time)
        return MOVE if is_sooner else MOVE_OR_LINK


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where it is stated that a step comes too early, and what to do about it."""

    route: Route
    spot: Spot
    hint: Text


def too_early(
    file: str, placed: Placed, before: Before, words: Text, there: Text
) -> Iterator[Problem]:
    """Yield the problem of a step that is stated to come before all that it should come after."""
    verdict, first = before.judge(placed), before.first
    if verdict is None:
        return
    turned = verdict.route[-1] == "after"
    other = Related(file, (placed if turned else first).route, STEP_HERE if turned else there,
                    spot="inside")  # fmt: skip
    yield Problem(
        file,
        verdict.route,
        words,
        {
            "title": placed.step.title,
            "first": first.step.title,
            "id": first.step.id,
            "time": first.time.text if first.time else "",
        },
        verdict.hint,
        spot=verdict.spot,
        related=(other,),
        identity=(placed.step.id or placed.step.title, first.step.id or first.step.title),
        contradiction=True,
    )
