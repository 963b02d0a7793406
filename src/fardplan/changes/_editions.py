"""Whether two versions are two editions, and what is said of one edition rather than promised.

Each edition is drafted and decided on anew. That the edition of next year is still a draft, and has
no decision yet, takes nothing back of what was decided about the one before it.
"""

from __future__ import annotations

from fardplan.changes._references import References
from fardplan.changes._scope import Run
from fardplan.model.base import Value
from fardplan.model.links import Link
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Adoption, Decision, DecisionStep
from fardplan.model.steering_terms import DecisionKind

_LASTING = frozenset({DecisionKind.DECIDE_DIRECTION, DecisionKind.PROLONG, DecisionKind.TERMINATE})
"""Decisions that outlast the edition in which they are told of."""
_DOCUMENTS = ("reference", "roadmap")


def are_two_editions(old: Roadmap, new: Roadmap) -> bool:
    """Tell whether the year or the version is another; a correction (1.0.1) is no other edition."""
    if old.year != new.year:
        return True
    numbers = [one.version.numbers[:2] if one.version else None for one in (old, new)]
    return None not in numbers and numbers[0] != numbers[1]


def is_of_edition(value: Value, run: Run) -> bool:
    """Tell whether a decision, adoption or step in the new version is on that edition itself."""
    if isinstance(value, Adoption):
        return value.document is None or _is_itself(value.document, run.references)
    if isinstance(value, Decision):
        pays = any(value.id and one.decision == value.id for one in run.new.roadmap.funding)
        about = (_leads_home(link, run.references) for link in value.objects)
        return value.kind not in _LASTING and not pays and all(about)
    return isinstance(value, DecisionStep)


def _leads_home(link: Link, references: References) -> bool:
    kind, written = link.target
    return kind in (*_DOCUMENTS, "document") and _is_itself(written, references)


def _is_itself(written: str, references: References) -> bool:
    """Tell whether a reference leads to the roadmap, also as it stands among the references."""
    found = references.value_of(written, _DOCUMENTS, old=False)
    roadmap = references.new.roadmap
    return found is roadmap or getattr(found, "title", None) == roadmap.title
