"""What decisions are about, and whether they are made."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.model.edition import Edition
from fardplan.model.index import Entity, Index
from fardplan.model.links import Link
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Adoption, Decision
from fardplan.model.steering_terms import BodyKind, DecisionKind, DecisionState
from fardplan.model.terms import Profile, RoadmapStatus

ADOPTING = frozenset(
    {DecisionKind.ADOPT, DecisionKind.ESTABLISH, DecisionKind.APPROVE, DecisionKind.ENDORSE}
)
"""The kinds of decisions by which something comes to be in force for a party."""

ELECTED = frozenset({BodyKind.ASSEMBLY, BodyKind.BOARD, BodyKind.COMMITTEE})
"""The bodies that decide for one party, each of which belongs to some organisation."""

DOCUMENTS = ("reference", "roadmap")
"""What `document` can lead to."""

_BINDING = ADOPTING | {DecisionKind.PROLONG, DecisionKind.REVISE}
"""The kinds of decisions after which a roadmap is in force."""

_MADE = frozenset({DecisionState.DECIDED, DecisionState.CONDITIONAL, None})


def claims_decision(roadmap: Roadmap) -> bool:
    """Tell whether a roadmap says by its status that it is decided on.

    Of a direction that is in force nobody asks for the decision.
    """
    in_force = roadmap.status is RoadmapStatus.IN_FORCE
    return roadmap.status is RoadmapStatus.ADOPTED or (
        in_force and roadmap.profile is not Profile.DIRECTION
    )


def is_made(state: DecisionState | None) -> bool:
    """Tell whether a decision in that state is made; a decision of which nothing is said is."""
    return state in _MADE


def find_target(link: Link, home: str, index: Index) -> Entity | None:
    """Return what a link in `home` leads to."""
    kind, written = link.target
    return index.resolve(home, written, DOCUMENTS if kind == "document" else (kind,)).entity


def is_about(decision: Decision, home: str, roadmap: str, index: Index) -> bool:
    """Tell whether a decision that stands in `home` has a roadmap among its objects."""
    objects = (find_target(link, home, index) for link in decision.objects)
    return any(one is not None and one.key == (roadmap, "roadmap", roadmap) for one in objects)


def deciders_of(decision: Decision) -> tuple[str, ...]:
    """Return the party that a decision is for, else the body that made it."""
    return tuple(one for one in (decision.party or decision.body,) if one)


def find_adopted(decision: Decision, home: str, index: Index) -> Iterator[str]:
    """Yield the roadmaps that a decision which stands in `home` adopts."""
    if decision.kind in ADOPTING and is_made(decision.state):
        for link in decision.objects:
            found = find_target(link, home, index)
            if found is not None and found.kind == "roadmap":
                yield found.home


def brings_into_force(decision: Decision, edition: Edition, index: Index) -> bool:
    """Tell whether a decision in a roadmap is one by which that roadmap came to be in force.

    What is decided without an object is the roadmap, unless it is the decision on some money.
    """
    if decision.kind not in _BINDING:
        return False
    if decision.objects:
        return is_about(decision, edition.id, edition.id, index)
    return not decision.id or all(one.decision != decision.id for one in edition.roadmap.funding)


def is_of(adoption: Adoption, edition: Edition, index: Index) -> bool:
    """Tell whether an adoption is of the roadmap that it stands in, also under `references`."""
    if adoption.document is None:
        return True
    found = index.resolve(edition.id, adoption.document, DOCUMENTS).entity
    if found is None or found.key == (edition.id, "roadmap", edition.id):
        return True
    return found.kind == "reference" and found.title == edition.roadmap.title
