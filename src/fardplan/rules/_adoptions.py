"""Which organisations have adopted a roadmap, wherever that is recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fardplan.model.edition import Edition
from fardplan.model.steering import Adoption, Body
from fardplan.rules._base import Facts
from fardplan.rules._decisions import (
    ADOPTING,
    ELECTED,
    brings_into_force,
    deciders_of,
    is_made,
    is_of,
)
from fardplan.rules._homes import Key
from fardplan.rules._parties import Parties, find_parties


def find_adopters(edition: Edition, facts: Facts, required: Collection[Key]) -> frozenset[Key]:
    """Return the organisations that are recorded to have adopted a roadmap.

    It is looked up in the roadmap itself and in those of the parties that are required to.
    """
    found: set[Key] = set()
    for names in _recorded(edition, facts):
        parties = find_parties(facts.index, edition.id, names)
        if _may_be_anyone(parties):
            return frozenset(required)
        found.update(parties.members)
    for party in required:
        for home in set(facts.links.ownership.homes_of(party)) - {edition.id}:
            if not facts.gaps.is_whole(home):
                found.add(party)  # it may have recorded a decision that could not be read
            found.update(facts.links.ownership.adopters(edition.id, home))
    return frozenset(found)


def _may_be_anyone(parties: Parties) -> bool:
    """Tell whether it cannot be known who decided.

    Either a name leads nowhere, or to a board of which it is not said whose it is.
    """
    bodies = (one.value for one in parties.members.values() if isinstance(one.value, Body))
    return not parties.whole or any(one.kind in ELECTED for one in bodies)


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
        if is_made(decision.state) and brings_into_force(decision, edition, facts.index):
            yield deciders_of(decision)


def _is_made(adoption: Adoption, facts: Facts) -> bool:
    """Tell whether an adoption is made; one whose state is not said, once its time has come."""
    if adoption.kind not in ADOPTING | {None} or not is_made(adoption.state):
        return False
    start = adoption.when.start if adoption.when else None
    return adoption.state is not None or start is None or start <= facts.today
