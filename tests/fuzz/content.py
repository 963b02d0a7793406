"""The real content that fuzzing starts from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fardplan.model.fields import Leaf, leaves
from fardplan.source.collection import Loaded, load
from fardplan.source.tree import WorkingTree

ROOT = Path(__file__).parent.parent.parent
_LONGEST = 3_000
"""Longer files make slow seeds, and say nothing that shorter ones do not."""


def files() -> Iterator[bytes]:
    """Yield the files of the roadmaps that are not too long."""
    for path in sorted((ROOT / "roadmaps").rglob("*.yaml")):
        data = path.read_bytes()
        if len(data) <= _LONGEST:
            yield data


@cache
def loaded() -> Loaded:
    """Return the real roadmaps."""
    return load(WorkingTree(ROOT))


def values() -> Iterator[Leaf]:
    """Yield everything that the roadmaps say, text by text."""
    for edition in loaded().collection.editions.values():
        for _, document in edition.documents():
            yield from leaves(document)
