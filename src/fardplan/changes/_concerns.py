"""Which changes concern whoever refers to an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fardplan.changes._base import Change

_RECORDS = frozenset({"adoption", "consultation", "decision", "report"})
_RECORDING = frozenset({"adopted", "baseline-added", "measured"})
_NOTES = frozenset({"judged_as_of", "outcome", "reviewed", "reviewed_by", "reviewed_on"})


def concerns(change: Change, kind: str, entity_id: str) -> bool:
    """Tell whether a change is in an entity or in what stands in it; a roadmap holds them all."""
    return kind == "roadmap" or (kind, entity_id) in places_of(change)


def places_of(change: Change) -> tuple[tuple[str, str], ...]:
    """Return the kind and id of the entity that changed, and of the one that it stands in."""
    around = (change.entity, change.details.get("within"))
    return tuple((getattr(one, "kind", ""), getattr(one, "id", "")) for one in around if one)


def is_record(change: Change) -> bool:
    """Tell whether a change says what has become of a version, not what the version says.

    A version is decided on, measured, reported on and compared with others after it is released.
    """
    if change.entity.kind in _RECORDS or change.kind in _RECORDING:
        return True
    if change.entity.kind == "roadmap" and change.path[:1] == ("status",):
        return True
    return bool(change.path) and change.path[-1] in _NOTES
