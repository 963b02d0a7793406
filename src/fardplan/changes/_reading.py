"""Reads one roadmap in two versions, with what its references need for their titles."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Index, references
from fardplan.source.collection import load
from fardplan.source.tree import Tree
from fardplan.source.versions import Version

_ORGANISATIONS = "roadmaps/organisations.yaml"
_GLOSSARY = "roadmaps/glossary.yaml"


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
    collections = [_load(version) for version in (old, new)]
    lacking = [_ORGANISATIONS not in version.tree.paths() for version in (old, new)]
    if lacking[0] != lacking[1]:
        poor, rich = (0, 1) if lacking[0] else (1, 0)
        collections[poor] = _complete(collections[poor], collections[rich])
    readings = [
        Reading(collection.editions[version.folder], Index.of(collection))
        for version, collection in zip((old, new), collections, strict=True)
    ]
    return readings[0], readings[1]


def _load(version: Version) -> Collection:
    """Read the roadmap, then the roadmaps that it refers to."""
    collection = load(version.tree, frozenset({version.folder})).collection
    edition = collection.editions[version.folder]
    others = _mentioned(edition, version.tree) - {version.folder}
    if not others:
        return collection
    more = load(version.tree, frozenset(others)).collection
    return replace(collection, editions={**more.editions, **collection.editions})


def _mentioned(edition: Edition, tree: Tree) -> set[str]:
    """Return the roadmaps that references in an edition may lead to."""
    folders = {path.split("/")[1] for path in tree.paths() if path.count("/") > 1}
    found: set[str] = set()
    for reference in references(edition):
        *before, last = reference.written.split("/")
        found.update(before[:1] or ([last] if "roadmap" in reference.spec.refs else []))
    return found & folders


def _complete(collection: Collection, other: Collection) -> Collection:
    return Collection(
        {**other.editions, **collection.editions}, other.organisations, other.glossary
    )
