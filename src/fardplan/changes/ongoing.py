"""Ongoing work is no commitment: whatever happens in a list of it is told in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._levels import BACKGROUND
from fardplan.changes._nodes import Node
from fardplan.changes._scope import Scope, compares
from fardplan.changes._values import EntityRef
from fardplan.changes._walk import compare_values
from fardplan.model.area import Area
from fardplan.model.common import OngoingItem
from fardplan.model.roadmap import Roadmap


@compares(Area, Roadmap, keys=("ongoing",))
def ongoing(old: Area | Roadmap, new: Area | Roadmap, scope: Scope) -> Iterator[Change]:
    """Compare two lists of ongoing work: how many points are new, gone, changed, or grew up.

    `old` and `new` are how many points the list has, parts of points counted too.
    """
    before, after = old.ongoing, new.ongoing
    here = scope.into(new, "ongoing").at(weight=BACKGROUND)
    inner = list(compare_values(before, after, here)) if before and after else []
    if not inner and before is not None and after is not None:
        return
    if before is None and after is None:
        return
    kind = ChangeKind.METADATA_CHANGED
    if before is None or after is None:
        kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
    olds, news = (list(_points(work.items)) if work else [] for work in (before, after))
    became = _became(olds, scope, old=True) or _became(news, scope, old=False)
    touched = {c.entity for c in inner if c.kind not in (ChangeKind.ADDED, ChangeKind.REMOVED)}
    yield here.change(
        kind,
        len(olds) if before else None,
        len(news) if after else None,
        added=_count(inner, ChangeKind.ADDED, news if before is None else []),
        removed=_count(inner, ChangeKind.REMOVED, olds if after is None else []),
        reworded=sum(entity.kind == "ongoing" for entity in touched),
        became=became,
    )


def _points(items: Iterable[OngoingItem]) -> Iterator[OngoingItem]:
    for item in items:
        yield item
        yield from _points(item.items)


def _count(inner: list[Change], kind: ChangeKind, whole: list[OngoingItem]) -> int:
    return len(whole) or sum(change.kind is kind for change in inner)


def _became(items: list[OngoingItem], scope: Scope, *, old: bool) -> tuple[EntityRef, ...]:
    """Return the commitments that points of the list became (or, backwards, were)."""
    identity, references = scope.run.identity, scope.run.references
    nodes = identity.old if old else identity.new
    here = {node for item in items if (node := nodes.of_value(item))}
    grown: list[Node] = [
        new if old else before
        for before, new in identity.became
        if (before if old else new) in here
    ]
    refs = {references.entity_of(node, old=not old) for node in grown}
    return tuple(sorted(refs, key=lambda ref: (ref.kind, ref.id)))
