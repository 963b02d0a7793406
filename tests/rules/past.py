"""Released versions in memory, and how fixtures and manuals describe them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fardplan.model.version import VersionNumber
from fardplan.rules._history import History
from fardplan.source._editions import read_facts
from fardplan.source._history import Release
from fardplan.source.collection import Loaded, load

Tree = Mapping[str, bytes]

_VERSION = re.compile(rb"^version:.*$", re.MULTILINE)


@dataclass(frozen=True)
class Files:
    """A tree whose files are given."""

    content: Tree
    label: str = "test"

    def paths(self) -> tuple[str, ...]:
        """Return every path, sorted."""
        return tuple(sorted(self.content))

    def read(self, path: str) -> bytes:
        """Return what is given for a path."""
        if path not in self.content:
            raise FileNotFoundError(path)
        return self.content[path]


@dataclass(frozen=True)
class MemoryArchive:
    """Releases by tag, each the whole tree; all of them lead to the files at hand."""

    trees: Mapping[str, Tree]

    def releases(self, names: Sequence[str]) -> Sequence[Release]:
        """Return the releases under these names."""
        found = [
            Release(tag, version, "", name, read_facts(tree[f"roadmaps/{name}/roadmap.yaml"]))
            for tag, tree in self.trees.items()
            for name, _, version in [tag.partition("/")]
            if name in names
        ]
        return sorted(found, key=lambda release: release.rank)

    def find(self, names: Sequence[str], version: VersionNumber) -> Release | None:
        """Return None: what was never released is for real git to tell."""

    def read(self, release: Release) -> Loaded | None:
        """Return the roadmap's own files."""
        return load(Files(self.trees[release.tag]), frozenset({release.folder}))

    def leads_here(self, release: Release) -> bool:
        """Return whether there is such a release."""
        return release.tag in self.trees


def history_of(trees: Mapping[str, Tree]) -> History:
    """Return a history of these releases, by tag."""
    return History(MemoryArchive(trees) if trees else None)


def release(now: Tree, tag: str, files: Tree, without: Sequence[str] = ()) -> Tree:
    """Return the tree of a release: as it is now, but for some files, and of its own version."""
    roadmap, _, version = tag.partition("/")
    own = f"roadmaps/{roadmap}/roadmap.yaml"
    tree = {path: content for path, content in now.items() if path not in without} | dict(files)
    if own not in files:
        tree[own] = _VERSION.sub(f'version: "{version}"'.encode(), tree[own])
    return tree
