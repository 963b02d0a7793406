"""Reads one roadmap in two versions, with what its references need for their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fardplan.model.base import ID_PATTERN
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import SHARED, Index, references
from fardplan.model.paths import CONTENT, GLOSSARY, ORGANISATIONS
from fardplan.source._git_tree import GitTree
from fardplan.source.collection import load
from fardplan.source.tree import Tree
from fardplan.source.versions import Version

_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class Reading:
    """One version of a roadmap, and an index of all that it refers to."""

    edition: Edition
    index: Index


def read_pair(old: Version, new: Version) -> tuple[Reading, Reading]:
    """Read a roadmap in two versions; old content never refuses.

    A version in a folder of its own comes without the shared files and the other roadmaps; it
    takes those of the other version, so that a reference is not another only because of that.
    """
    trees = [_narrow(version.tree, {version.folder}) for version in (old, new)]
    collections = [_load(version, tree) for version, tree in zip((old, new), trees, strict=True)]
    lacking = [ORGANISATIONS not in tree.paths() for tree in trees]
    if lacking[0] != lacking[1]:
        poor, rich = (0, 1) if lacking[0] else (1, 0)
        collections[poor] = _complete(collections[poor], collections[rich])
    readings = [
        Reading(collection.editions[version.folder], Index.of(collection))
        for version, collection in zip((old, new), collections, strict=True)
    ]
    return readings[0], readings[1]


def _narrow(tree: Tree, roadmaps: Iterable[str]) -> Tree:
    """Return the files of some roadmaps and those shared, without listing all others in git."""
    if not isinstance(tree, GitTree):
        return tree
    return tree.narrow(ORGANISATIONS, GLOSSARY, *(f"{CONTENT}/{one}" for one in roadmaps))


def _load(version: Version, tree: Tree) -> Collection:
    """Read the roadmap with what is shared, then the roadmaps that it refers to."""
    collection = load(tree, frozenset({SHARED, version.folder})).collection
    others = _mentioned(collection.editions[version.folder]) - {version.folder}
    if not others:
        return collection
    more = load(_narrow(version.tree, others), frozenset(others)).collection
    return replace(collection, editions={**more.editions, **collection.editions})


def _mentioned(edition: Edition) -> set[str]:
    """Return the ids of the roadmaps that references in an edition may lead to."""
    found: set[str] = set()
    for reference in references(edition):
        *before, last = reference.written.split("/")
        found.update(before[:1] or ([last] if "roadmap" in reference.spec.refs else []))
    return {name for name in found if _ID.fullmatch(name)}


def _complete(collection: Collection, other: Collection) -> Collection:
    return Collection(
        {**other.editions, **collection.editions}, other.organisations, other.glossary
    )
