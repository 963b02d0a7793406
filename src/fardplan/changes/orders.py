"""The place in the document (`order:`): told once for all that stand together.

Numbers that shift because something came or went between say nothing; only a new order among what
is in both versions does. The change belongs to what they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._entities import enter
from fardplan.changes._nodes import Node
from fardplan.changes._places import parent_key
from fardplan.changes._scope import Run, Scope

_FOLDERS = {"area": "areas", "goal": "goals", "activity": "activities", "indicator": "indicators"}
_LAST = float("inf")

_Key = tuple[str, str]


def compare_orders(run: Run) -> Iterator[Change]:
    """Compare the order of areas, of goals in an area, of activities and of indicators."""
    for kind, folder in _FOLDERS.items():
        groups: dict[_Key | None, list[tuple[Node, Node]]] = {}
        for new in run.identity.new.of_kind(kind):
            old = run.identity.old_of(new)
            if old and old.kind == kind and _stays(old, new, run):
                groups.setdefault(parent_key(new.value), []).append((old, new))
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
    before, after = parent_key(old.value), parent_key(new.value)
    if before is None or after is None:
        return before is after
    (kind, was), (kind_now, is_now) = before, after
    targets = run.references.targets
    return kind == kind_now and not targets(was, (kind,), old=True).isdisjoint(
        targets(is_now, (kind,), old=False)
    )


def _differ(pairs: list[tuple[Node, Node]]) -> bool:
    """Tell whether any two have changed places; equal numbers have no order."""
    now = [new for _, new in sorted((_place(old), _place(new)) for old, new in pairs)]
    return now != sorted(now)


def _place(node: Node) -> float:
    number = getattr(node.value, "order", None)
    return _LAST if number is None else number


def _scope(parent: _Key | None, run: Run) -> Scope:
    """Return the scope of what the group stands in: an area, a goal, or the whole roadmap."""
    by_key = run.identity.new.by_key
    found = by_key.get(parent) if parent else None
    return enter((found or by_key["roadmap", run.new.id])[0], run)
