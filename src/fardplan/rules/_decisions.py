"""What decisions are about, and whether they are made."""

from __future__ import annotations

from fardplan.model.edition import Edition
from fardplan.model.index import Entity, Index
from fardplan.model.links import Link
from fardplan.model.steering import Adoption, Decision
from fardplan.model.steering_terms import DecisionKind, DecisionState

ADOPTING = frozenset(
    {DecisionKind.ADOPT, DecisionKind.ESTABLISH, DecisionKind.APPROVE, DecisionKind.ENDORSE}
)
"""The kinds of decisions by which something comes to be in force for a party."""

DOCUMENTS = ("reference", "roadmap")
"""What `document` can lead to."""

_MADE = frozenset({DecisionState.DECIDED, DecisionState.CONDITIONAL, None})


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


def is_of(adoption: Adoption, edition: Edition, index: Index) -> bool:
    """Tell whether an adoption is of the roadmap that it stands in, also under `references`."""
    if adoption.document is None:
        return True
    found = index.resolve(edition.id, adoption.document, DOCUMENTS).entity
    if found is None or found.key == (edition.id, "roadmap", edition.id):
        return True
    return found.kind == "reference" and found.title == edition.roadmap.title
