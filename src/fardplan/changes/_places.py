"""Where an entity belongs: its goal and its area, so that changes can be told area by area."""

from __future__ import annotations

from fardplan.changes._nodes import Node
from fardplan.changes._scope import Run
from fardplan.changes._values import EntityRef
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value

PARENTS = ("goal", "precondition", "area")
"""The keys that say what an activity or a goal belongs to, which are its kinds too."""


def parent_key(value: Value | None) -> tuple[str, str] | None:
    """Return the kind and id of what an activity or a goal says it belongs to."""
    if not isinstance(value, (Activity, Goal)):
        return None
    written = ((kind, getattr(value, kind, None)) for kind in PARENTS)
    return next(((kind, ref.rpartition("/")[2]) for kind, ref in written if ref), None)


def parent_of(value: Value | None, run: Run, *, old: bool) -> EntityRef | None:
    """Return the goal, precondition or area that an activity or a goal says it belongs to."""
    if (key := parent_key(value)) is None:
        return None
    kind, parent_id = key
    ref = run.references.show(getattr(value, kind), (kind,), old=old)
    return EntityRef(run.old.id if old else run.new.id, kind, parent_id, ref.title)


def area_of(node: Node, run: Run, *, old: bool) -> EntityRef | None:
    """Return the area that an entity stands in or below, if there is one, as it is called now."""
    area = _find_area(node, run, old=old)
    nodes = run.identity.old.by_key.get((area.kind, area.id), []) if area and old else []
    heirs = run.identity.heirs(nodes[0]) if len(nodes) == 1 else ()
    if len(heirs) == 1 and heirs[0].kind == "area":
        return run.references.entity_of(heirs[0], old=False)
    return area


def _find_area(node: Node, run: Run, *, old: bool) -> EntityRef | None:
    value: Value | None = node.file.value
    if isinstance(value, Area):
        return run.references.entity_of(node.file, old=old)
    while parent := parent_key(value):
        kind, parent_id = parent
        if kind == "area":
            return parent_of(value, run, old=old)
        value = run.references.value_of(parent_id, (kind,), old=old)
    return None


def is_handed_over(value: Value, run: Run, *, old: bool) -> bool:
    """Tell whether something is handled in another plan, by itself or with what it belongs to."""
    above: Value | None = value
    while getattr(above, "delegated_to", None) is None:
        if (parent := parent_key(above)) is None:
            return False
        kind, parent_id = parent
        above = run.references.value_of(parent_id, (kind,), old=old)
    return True


def children_of(run: Run, kind: str, entity_id: str, *, old: bool) -> int:
    """Return how many areas, goals and activities stand under a roadmap, an area or a goal."""
    edition = run.old if old else run.new
    if kind == "roadmap":
        return len(edition.areas)
    values: list[Goal | Activity] = [*edition.goals.values(), *edition.activities.values()]
    return sum(getattr(value, kind, None) == entity_id for value in values)
