"""What has a reference, as those who wrote it call it."""

from __future__ import annotations

from fardplan.changes._values import EntityRef
from fardplan.model.base import Value
from fardplan.model.edition import Edition
from fardplan.model.index import Reference

_RECORDS = frozenset({"adoptions", "decisions"})


def find_holder(edition: Edition, document: str, value: Value, reference: Reference) -> EntityRef:
    """Return what has a reference: what the file is, or in roadmap.yaml a thing with an id."""
    folder, _, name = document.rpartition("/")
    if folder:
        own_id = name.removesuffix(".yaml")
        return EntityRef(edition.id, value.entity_kind, own_id, _title(value))
    owner = reference.owner
    own_id = str(getattr(owner, owner.identity, None) or "") if owner.entity_kind else ""
    if own_id:
        return EntityRef(edition.id, owner.entity_kind, own_id, _title(owner))
    return EntityRef(edition.id, value.entity_kind, edition.id, _title(value))


def tells_history(reference: Reference) -> bool:
    """Tell whether a reference says what was decided or reported: that stays true."""
    is_report = reference.file.split("/")[-2] == "reports"
    return is_report or reference.route[0] in _RECORDS


def _title(value: Value) -> str:
    return str(getattr(value, "title", None) or "")
