"""Reads one roadmap in two versions, with what its references need for their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fardplan.changes._unread import list_partly_read, list_unread, set_aside, take_over
from fardplan.model.base import ID_PATTERN
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import SHARED, Index, references
from fardplan.model.paths import CONTENT, GLOSSARY, ORGANISATIONS
from fardplan.source._git_tree import GitTree
from fardplan.source.collection import Loaded, load
from fardplan.source.tree import Tree
from fardplan.source.versions import Version

_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class Reading:
    """One version of a roadmap, and an index of all that it refers to."""

    edition: Edition
    index: Index
    unread: tuple[str, ...] = ()
    """The files of the roadmap of which nothing could be read; they are not compared."""
    partly_read: tuple[str, ...] = ()
    """The files of which something could not be read: it may look as if it were gone."""


def read_pair(old: Version, new: Version) -> tuple[Reading, Reading]:
    """Read a roadmap in two versions; old content never refuses.

    A version in a folder of its own comes without the shared files and the other roadmaps; it
    takes those of the other version, so that a reference is not another only because of that. A
    file that cannot be read in one of them is left out of both.
    """
    trees = [_narrow(version.tree, {version.folder}) for version in (old, new)]
    found = [
        load(tree, frozenset({SHARED, version.folder}))
        for version, tree in zip((old, new), trees, strict=True)
    ]
    collections = [
        _complete_others(one.collection, version)
        for one, version in zip(found, (old, new), strict=True)
    ]
    lacking = [ORGANISATIONS not in tree.paths() for tree in trees]
    if lacking[0] != lacking[1]:
        poor, rich = (0, 1) if lacking[0] else (1, 0)
        collections[poor] = _complete(collections[poor], collections[rich])
    first, second = (
        (one.editions[version.folder], loaded)
        for one, version, loaded in zip(collections, (old, new), found, strict=True)
    )
    readings = [
        _read(*pair) for pair in ((collections[0], first, second), (collections[1], second, first))
    ]
    unread = {*readings[0].unread, *readings[1].unread}
    before, after = (
        replace(one, edition=set_aside(one.edition, unread)) if unread else one for one in readings
    )
    return before, after


def _read(
    collection: Collection, own: tuple[Edition, Loaded], other: tuple[Edition, Loaded]
) -> Reading:
    """Return an edition with its index; what its roadmap.yaml lacks it has of the other one."""
    edition, loaded = own
    unread = tuple(sorted(list_unread(loaded, edition)))
    partly = tuple(sorted(list_partly_read(loaded, edition)))
    if edition.id in loaded.half_known:
        edition = take_over(edition, other[0])
        editions = {**collection.editions, edition.id: edition}
        collection = replace(collection, editions=editions)
    return Reading(edition, Index.of(collection), unread, partly)


def _narrow(tree: Tree, roadmaps: Iterable[str]) -> Tree:
    """Return the files of some roadmaps and those shared, without listing all others in git."""
    if not isinstance(tree, GitTree):
        return tree
    return tree.narrow(ORGANISATIONS, GLOSSARY, *(f"{CONTENT}/{one}" for one in roadmaps))


def _complete_others(collection: Collection, version: Version) -> Collection:
    """Return what was read, with the roadmaps that it refers to."""
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
