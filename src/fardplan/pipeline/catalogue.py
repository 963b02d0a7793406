"""What a repository holds, by id and title."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fardplan.model.index import Index
from fardplan.pipeline.states import open_tree
from fardplan.source.collection import load


@dataclass(frozen=True, slots=True)
class EntityList:
    """What can be referred to, and the files that were not read in full."""

    entries: list[dict[str, str]]
    unread: tuple[str, ...]


def list_entities(root: Path, kind: str) -> EntityList:
    """Return what of a kind can be referred to: the reference, the title and the file of each."""
    loaded = load(open_tree(root))
    found = sorted(
        (entity for entity in Index.of(loaded.collection).by_key.values() if entity.kind == kind),
        key=lambda entity: (entity.home, entity.file, entity.id),
    )
    entries = [
        {
            "ref": f"{entity.home}/{entity.id}" if entity.home and kind != "roadmap" else entity.id,
            "title": entity.title,
            "file": entity.file,
        }
        for entity in found
    ]
    return EntityList(entries, tuple(sorted({*loaded.faults, *loaded.misfits})))
