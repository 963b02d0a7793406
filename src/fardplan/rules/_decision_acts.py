"""What prepares and what decides: decisions, steps and adoptions, all in one form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.locales.text import Saying, Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.steering import DecisionStep
from fardplan.model.steering_terms import BodyRole, DecisionKind, DecisionState
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts
from fardplan.rules._decisions import ADOPTING, find_target, is_of
from fardplan.rules._homes import Key
from fardplan.rules._named import QUOTED
from fardplan.rules._parties import Parties, find_parties

UNTITLED = Text("utan rubrik", "without a heading")
OF_ADOPTION = Text("om antagande", "of adoption")


@dataclass(frozen=True, slots=True)
class Act:
    """Something that prepares a decision, or the decision: where its time stands, who acts."""

    about: Key
    prepares: bool
    route: Route
    name: Saying
    """What follows "beslutet" or "beredningen" in a sentence."""
    time: FuzzyTime | None
    parties: Parties
    """The organisations that act."""
    case: str | None
    """The registry number of the case."""

    @property
    def party(self) -> Key | None:
        """The one organisation that acts; None where several do, or a body of several."""
        keys = list(self.parties.members)
        return keys[0] if len(keys) == 1 and keys[0][1] == "organisation" else None


def find_acts(edition: Edition, facts: Facts) -> Iterator[Act]:
    """Yield what prepares or decides anything, as the roadmap records it."""
    yield from _decisions(edition, facts)
    own = (edition.id, "roadmap", edition.id)
    for index, step in numbered(edition.roadmap.decision_path):
        prepares = _prepares(step)
        if prepares is not None and not (prepares and step.state is DecisionState.REJECTED):
            names = (*step.parties, *step.bodies, *_given(step.body))
            parties = find_parties(facts.index, edition.id, names)
            route = ("decision_path", index, "when")
            yield Act(own, prepares, route, name(step.title), step.when, parties, None)
    for index, one in numbered(edition.roadmap.adoptions):
        adopts = one.kind in ADOPTING | {None} and one.state is not DecisionState.REJECTED
        if adopts and is_of(one, edition, facts.index):
            names = one.parties or _given(one.body)
            parties = find_parties(facts.index, edition.id, names)
            route = ("adoptions", index, "when")
            called = Saying(OF_ADOPTION, {})
            yield Act(own, False, route, called, one.when, parties, one.registry_number)


def _decisions(edition: Edition, facts: Facts) -> Iterator[Act]:
    for index, decision in numbered(edition.roadmap.decisions):
        prepares = decision.kind is DecisionKind.RECOMMEND
        if prepares and decision.state is DecisionState.REJECTED:
            continue
        names = _given(decision.party or decision.body)
        parties = find_parties(facts.index, edition.id, names)
        for link in decision.objects:
            if found := find_target(link, edition.id, facts.index):
                route = ("decisions", index, "date")
                case = decision.registry_number
                called = name(decision.title)
                yield Act(found.key, prepares, route, called, decision.date, parties, case)


def name(title: str | None) -> Saying:
    """Return a title in quotation marks, or that there is none."""
    return Saying(QUOTED, {"title": title}) if title else Saying(UNTITLED, {})


def _prepares(step: DecisionStep) -> bool | None:
    """Tell whether a step prepares (True) or decides (False); None if it does something else."""
    if step.body_role is BodyRole.PREPARES or step.kind is DecisionKind.RECOMMEND:
        return True
    return False if step.kind or step.body_role is BodyRole.DECIDES else None


def _given(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()
