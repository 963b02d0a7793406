"""What is told of whole entities: new, gone, moved, with another id; and what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._closed import closed_as
from fardplan.changes._decided import is_decided
from fardplan.changes._fields import weigh
from fardplan.changes._levels import BACKGROUND, CLOSED, COMMITMENT, FACT, KIND
from fardplan.changes._nodes import Node, inner
from fardplan.changes._places import area_of, is_handed_over, parent_of
from fardplan.changes._scope import Run, Scope
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value
from fardplan.model.steering import Adoption, Decision
from fardplan.model.terms import ActivityStatus
from fardplan.model.vision import Statement, Vision

_BINDING = (Activity, Goal, Statement, Vision)


def enter(node: Node, run: Run, weight: str = FACT, *, old: bool = False) -> Scope:
    """Return the scope of an entity: of the new version, or of the old one where it is gone."""
    references = run.references
    around = node.parent
    if isinstance(node.value, Activity) and _is_over(node.value, run, old=old):
        weight = CLOSED
    within = around and around.kind not in ("roadmap", "vision")
    return Scope(
        run,
        references.entity_of(node, old=old),
        weight=weigh(node.value, "", weight),
        guess=run.identity.scores.get(node),
    ).noting(
        within=references.entity_of(around, old=old) if around and within else None,
        parent=parent_of(node.value, run, old=old),
        area=area_of(node, run, old=old),
        place=_place(node, run, old=old),
    )


def compare_entity(old: Node, new: Node, run: Run, weight: str = FACT) -> Iterator[Change]:
    """Compare an entity with what it was."""
    scope = enter(new, run, weight)
    before, after = run.references.entity_of(old, old=True), scope.entity
    if (old.kind, old.id) != (new.kind, new.id) and new.kind != "vision":
        case = FACT if old.kind == new.kind else KIND
        yield scope.change(ChangeKind.REIDENTIFIED, before, after, case)
    if old.parent and new.parent and run.identity.new_of(old.parent) is not new.parent:
        parents = (
            run.references.entity_of(old.parent, old=True),
            run.references.entity_of(new.parent, old=False),
        )
        yield scope.change(ChangeKind.MOVED, *parents)
    yield from run.compare(old.value, new.value, scope)


def tell_added(node: Node, run: Run, weight: str = FACT) -> Iterator[Change]:
    """Tell that an entity is new, and what has happened to older entities that it holds."""
    scope = enter(node, run, weight)
    origins = [old for old, new in run.identity.became if new is node]
    details = {"origin": run.references.entity_of(origins[0], old=True)} if origins else {}
    kind = ChangeKind.ADOPTED if _is_decision(node.value) else ChangeKind.ADDED
    title = run.references.name_of(node, old=False) or None
    yield scope.change(kind, None, title, None, **details, **_facts(node.value, run, old=False))
    yield from tell_moved_in(node.value, run, scope.weight)


def tell_removed(node: Node, run: Run, weight: str = FACT) -> Iterator[Change]:
    """Tell that an entity is gone; one that was over leaves, and withdraws nothing."""
    scope = enter(node, run, weight, old=True)
    heirs = [new for old, new in run.identity.became if old is node]
    details = {"heir": run.references.entity_of(heirs[0], old=False)} if heirs else {}
    case = BACKGROUND if scope.weight == BACKGROUND else FACT
    if isinstance(node.value, _BINDING):
        case = CLOSED if _is_over(node.value, run, old=True) else COMMITMENT
    kind = ChangeKind.REMOVED
    if _is_decision(node.value):  # what was decided stays decided, told of here or not
        kind, case = ChangeKind.UNADOPTED, BACKGROUND
    title = run.references.name_of(node, old=True) or None
    yield scope.change(kind, title, None, case, **details, **_facts(node.value, run, old=True))


def tell_moved_in(value: Value, run: Run, weight: str = FACT) -> Iterator[Change]:
    """Compare what stands in a new entity but is older than it."""
    for item in inner(value):
        node = run.identity.new.of_value(item)
        before = node and run.identity.old_of(node)
        if node and before:
            yield from compare_entity(before, node, run, weight)
        else:
            yield from tell_moved_in(item, run, weight)


def _is_over(value: Value, run: Run, *, old: bool) -> bool:
    """Tell whether a commitment has come to an end, or into other hands."""
    if not isinstance(value, (Activity, Goal)):
        return False
    if closed_as(value) or getattr(value, "status", None) is ActivityStatus.DELEGATED:
        return True
    parent = parent_of(value, run, old=old)
    heirs = [
        heir
        for node in (run.identity.old.by_key.get((parent.kind, parent.id), []) if parent else [])
        for heir in run.identity.heirs(node)
    ]
    return is_handed_over(value, run, old=old) or (
        old and any(is_handed_over(heir.value, run, old=False) for heir in heirs)
    )


def _is_decision(value: Value) -> bool:
    return isinstance(value, (Adoption, Decision)) and is_decided(value.state)


def _place(node: Node, run: Run, *, old: bool) -> int | None:
    """Return the place among its like: the `order:` of a file, else the place in the list."""
    if node.parent is None:
        return getattr(node.value, "order", None)
    nodes = run.identity.old if old else run.identity.new
    return nodes.places[node]


def _facts(value: Value, run: Run, *, old: bool) -> dict[str, object]:
    """Return what is worth telling of an entity beside its title."""
    return {"closed": closed_as(value), **_more_facts(value, run, old=old)}


def _more_facts(value: Value, run: Run, *, old: bool) -> dict[str, object]:
    if isinstance(value, (Activity, Area, Goal)) and (delegated := value.delegated_to):
        return {"delegated": run.references.show(delegated.plan, ("plan",), old=old)}
    if isinstance(value, (Area, Goal)) and value.placeholder:
        return {"gap": value.placeholder}
    if isinstance(value, (Decision, Adoption)):
        return {"when": value.date if isinstance(value, Decision) else value.when}
    return {}
