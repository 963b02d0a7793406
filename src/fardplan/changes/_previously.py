"""What a `previously:` leads to: the entity of the other version that bore that id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fardplan.changes._nodes import Node, Nodes
from fardplan.model.edition import FOLDERS

KINDS_BY_FOLDER = {folder: model.entity_kind for folder, model in FOLDERS.items()}
"""The kinds by the folder that they stand in, which users write for them too."""


def follow(
    node: Node, others: Nodes, homes: frozenset[str], told: Iterable[Node] = ()
) -> Iterator[Node]:
    """Yield the entities of the other version that `node` says it was.

    An entry is `id` (of the same kind, else of the only kind that has it), `kind/id`, or either
    with a roadmap's id before it; a folder's name serves as a kind. `homes` are the ids that the
    roadmap has had: what was in another roadmap is not in this comparison. Entries that stand in
    one of `told` are passed over.
    """
    known = {entry for other in told for entry in _entries(other)}
    for entry in _entries(node):
        if entry in known:
            continue
        *before, entity_id = entry.split("/")
        if len(before) == 2 and before.pop(0) not in homes:
            continue
        kind = before[0] if before else ""
        found = _look_up(others, KINDS_BY_FOLDER.get(kind, kind), entity_id)
        if not found and (not kind or kind in homes):
            found = _look_up(others, node.kind, entity_id) or _only_one(others, entity_id)
        if len(found) == 1:
            yield found[0]


def _entries(node: Node) -> tuple[str, ...]:
    return getattr(node.value, "previously", ())


def _look_up(nodes: Nodes, kind: str, entity_id: str) -> list[Node]:
    return nodes.by_key.get((kind, entity_id), [])


def _only_one(nodes: Nodes, entity_id: str) -> list[Node]:
    return [node for node in nodes.all if node.id == entity_id]
