"""Where an entity belongs: its goal and its area, so that changes can be told area by area."""

from __future__ import annotations

from fardplan.changes._nodes import Node
from fardplan.changes._scope import Run
from fardplan.changes._values import EntityRef
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value

_PARENTS = (("goal", ("goal",)), ("precondition", ("precondition",)), ("area", ("area",)))


def parent_of(value: Value, run: Run, *, old: bool) -> EntityRef | None:
    """Return the goal, precondition or area that an activity or a goal says it belongs to."""
    if not isinstance(value, (Activity, Goal)):
        return None
    for key, kinds in _PARENTS:
        if written := getattr(value, key, None):
            ref = run.references.show(written, kinds, old=old)
            home = run.old.id if old else run.new.id
            return EntityRef(home, key, written.rpartition("/")[2], ref.title)
    return None


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
    for _ in range(3):
        if isinstance(value, Area):
            break
        if not isinstance(value, (Activity, Goal)):
            return None
        parent = parent_of(value, run, old=old)
        if parent is None:
            return None
        if parent.kind == "area":
            return parent
        value = run.references.value_of(parent.id, (parent.kind,), old=old)
    return run.references.entity_of(node.file, old=old) if value is node.file.value else None


def is_handed_over(value: Value, run: Run, *, old: bool) -> bool:
    """Tell whether something is handled in another plan, by itself or with what it belongs to."""
    for _ in range(3):
        if getattr(value, "delegated_to", None) is not None:
            return True
        parent = parent_of(value, run, old=old)
        if parent is None:
            return False
        above = run.references.value_of(parent.id, (parent.kind,), old=old)
        if above is None:
            return False
        value = above
    return False


def children_of(run: Run, kind: str, entity_id: str, *, old: bool) -> int:
    """Return how many areas, goals and activities stand under a roadmap, an area or a goal."""
    edition = run.old if old else run.new
    if kind == "roadmap":
        return len(edition.areas)
    values: list[Goal | Activity] = [*edition.goals.values(), *edition.activities.values()]
    return sum(getattr(value, kind, None) == entity_id for value in values)
