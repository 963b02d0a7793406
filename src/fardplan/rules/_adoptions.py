"""Which organisations have adopted a roadmap, wherever that is recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fardplan.model.edition import Edition
from fardplan.model.steering import Adoption, Decision
from fardplan.model.steering_terms import DecisionKind
from fardplan.rules._base import Facts
from fardplan.rules._decisions import ADOPTING, is_about, is_made, is_of
from fardplan.rules._parties import Key, find_parties

_WHOLE = ADOPTING - {DecisionKind.APPROVE}
"""What is decided so without an object is the document that the decision stands in."""


def find_adopters(edition: Edition, facts: Facts, required: Collection[Key]) -> frozenset[Key]:
    """Return the organisations that are recorded to have adopted a roadmap.

    It is looked up in the roadmap itself and in those of the parties that are required to.
    """
    found: set[Key] = set()
    for names in _recorded(edition, facts):
        parties = find_parties(facts.index, edition.id, names)
        if not parties.whole:
            return frozenset(required)  # a name that leads nowhere may mean any of them
        found.update(parties.members)
    own = facts.links.ownership.owned
    homes = {home for key in required for home in own.get(key, ())} - {edition.id}
    for home in homes:
        for decision in facts.collection.editions[home].roadmap.decisions:
            if _adopts(decision) and is_about(decision, home, edition.id, facts.index):
                found.update(find_parties(facts.index, home, _deciders(decision)).members)
    return frozenset(found)


def _recorded(edition: Edition, facts: Facts) -> Iterator[tuple[str, ...]]:
    """Yield the names of those that decided, for each adoption that stands in the roadmap."""
    roadmap = edition.roadmap
    for adoption in roadmap.adoptions:
        if _is_made(adoption, facts) and is_of(adoption, edition, facts.index):
            yield adoption.parties or tuple(one for one in (adoption.body,) if one)
    for step in roadmap.decision_path:
        if step.kind in ADOPTING and step.state is not None and is_made(step.state):
            yield (*step.parties, *step.bodies, *(one for one in (step.body,) if one))
    for decision in roadmap.decisions:
        bare = not decision.objects and decision.kind in _WHOLE
        if _adopts(decision) and (bare or is_about(decision, edition.id, edition.id, facts.index)):
            yield _deciders(decision)


def _is_made(adoption: Adoption, facts: Facts) -> bool:
    """Tell whether an adoption is made; one whose state is not said, once its time has come."""
    if adoption.kind not in ADOPTING | {None} or not is_made(adoption.state):
        return False
    start = adoption.when.start if adoption.when else None
    return adoption.state is not None or start is None or start <= facts.today


def _adopts(decision: Decision) -> bool:
    return decision.kind in ADOPTING and is_made(decision.state)


def _deciders(decision: Decision) -> tuple[str, ...]:
    """Return the party that a decision is for, else the body that made it."""
    return tuple(one for one in (decision.party or decision.body,) if one)
