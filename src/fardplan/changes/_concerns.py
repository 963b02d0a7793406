"""Which changes concern whoever refers to an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fardplan.changes._values import EntityRef
from fardplan.model.base import Value

if TYPE_CHECKING:
    from fardplan.changes._base import Change

RECORDS = frozenset({"adoption", "consultation", "decision", "report"})
"""What says only what has become of a version."""
_RECORDING = frozenset({"adopted", "baseline-added", "measured"})
_OF_RECORDS = frozenset({"adoptions", "consultations", "decisions", "status"})
"""The keys of roadmap.yaml under which they stand."""
_NOTES = frozenset(
    {"judged_as_of", "outcome", "reviewed", "reviewed_by", "reviewed_on", "substance"}
)
_EDITORIAL = "editorial"
_MEASURED = frozenset({"baseline", "measurements"})
_PROGRESS = "step"
"""The steps of a phase are what the parties do, and no decision on it."""


def concerns(change: Change, kind: str, entity_id: str) -> bool:
    """Tell whether a change is in an entity or in what stands in it; a roadmap holds them all."""
    return kind == "roadmap" or (kind, entity_id) in places_of(change)


def places_of(change: Change) -> tuple[tuple[str, str], ...]:
    """Return the kind and id of the entity that changed, and of the one that it stands in."""
    around = (change.entity, change.details.get("within"))
    return tuple((one.kind, one.id) for one in around if isinstance(one, EntityRef))


def is_record(change: Change) -> bool:
    """Tell whether a change says what has become of a version, not what the version says.

    A version is decided on, measured, reported on and compared with others after it is released.
    """
    if change.entity.kind in RECORDS or change.kind in _RECORDING:
        return True
    if change.entity.kind == "roadmap" and change.path and change.path[0] in _OF_RECORDS:
        return True
    return bool(change.path) and change.path[-1] in _NOTES


def is_substance(change: Change) -> bool:
    """Tell whether a change matters to those who refer to the thing.

    It is more than wording, and no record; what is measured or decided of it is none either, come
    or gone.
    """
    if change.level == _EDITORIAL or is_record(change):
        return False
    if change.entity.kind == "indicator" and change.path and change.path[0] in _MEASURED:
        return False
    return change.path[-1:] != ("state",) or change.entity.kind == _PROGRESS


def is_follow_up(owner: Value, key: str) -> bool:
    """Tell whether a field says what has become of a version, so that it is no substance."""
    kind = owner.entity_kind
    if key == "state":
        return kind != _PROGRESS
    return (kind == "indicator" and key in _MEASURED) or (kind == "roadmap" and key == "status")
