"""The place in the document (`order:`): told once for all that stand together.

Numbers that shift because something came or went between say nothing; only a new order among what
is in both versions does. The change belongs to what they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._entities import enter
from fardplan.changes._nodes import Node
from fardplan.changes._places import parent_of
from fardplan.changes._scope import Run, Scope
from fardplan.changes._values import EntityRef

_FOLDERS = {"area": "areas", "goal": "goals", "activity": "activities", "indicator": "indicators"}
_LAST = float("inf")


def compare_orders(run: Run) -> Iterator[Change]:
    """Compare the order of areas, of goals in an area, of activities and of indicators."""
    for kind, folder in _FOLDERS.items():
        groups: dict[EntityRef | None, list[tuple[Node, Node]]] = {}
        for new in run.identity.new.of_kind(kind):
            old = run.identity.old_of(new)
            if old and old.kind == kind and _stays(old, new, run):
                groups.setdefault(parent_of(new.value, run, old=False), []).append((old, new))
        for parent, pairs in groups.items():
            if _differ(pairs):
                olds = sorted(pairs, key=lambda pair: (_place(pair[0]), pair[1].id))
                news = sorted(pairs, key=lambda pair: (_place(pair[1]), pair[1].id))
                yield (
                    _scope(parent, run)
                    .at(folder)
                    .change(
                        ChangeKind.REORDERED,
                        tuple(run.references.entity_of(old, old=True) for old, _ in olds),
                        tuple(run.references.entity_of(new, old=False) for _, new in news),
                    )
                )


def _stays(old: Node, new: Node, run: Run) -> bool:
    """Tell whether an entity stands under the same parent as before."""
    before, after = parent_of(old.value, run, old=True), parent_of(new.value, run, old=False)
    if before is None or after is None:
        return before is after
    kinds = (before.kind,)
    return before.kind == after.kind and not run.references.targets(
        before.id, kinds, old=True
    ).isdisjoint(run.references.targets(after.id, kinds, old=False))


def _differ(pairs: list[tuple[Node, Node]]) -> bool:
    """Tell whether any two have changed places; equal numbers have no order."""
    now = [new for _, new in sorted((_place(old), _place(new)) for old, new in pairs)]
    return now != sorted(now)


def _place(node: Node) -> float:
    number = getattr(node.value, "order", None)
    return _LAST if number is None else number


def _scope(parent: EntityRef | None, run: Run) -> Scope:
    """Return the scope of what the group stands in: an area, a goal, or the whole roadmap."""
    by_key = run.identity.new.by_key
    found = by_key.get((parent.kind, parent.id)) if parent else None
    return enter((found or by_key["roadmap", run.new.id])[0], run)
