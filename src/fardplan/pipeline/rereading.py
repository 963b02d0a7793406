"""Files that are read again and again while someone edits them: only what changed is parsed anew.

The unit is the folder of a roadmap: no file of one says how the files of another are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import reduce
from itertools import groupby
from operator import or_

from fardplan.locales.text import Localised
from fardplan.model.edition import Collection
from fardplan.model.shared import Glossary, Organisations
from fardplan.source.collection import Loaded, load
from fardplan.source.slots import is_content, place_of
from fardplan.source.tree import Unreadable, WorkingTree

Contents = Mapping[str, bytes | Unreadable]
"""What each file holds, or why it cannot be read."""


class Still:
    """The files as they were at one moment, whatever is saved meanwhile: a tree of them."""

    def __init__(self, label: str | Localised, contents: Contents) -> None:
        """Take the contents, by path."""
        self.label = label
        self.contents = contents

    @classmethod
    def of(cls, tree: WorkingTree) -> Still:
        """Read every file."""
        return cls(tree.label, {path: _take(tree, path) for path in tree.paths()})

    def paths(self) -> tuple[str, ...]:
        """Return the paths that there were, sorted."""
        return tuple(self.contents)

    def read(self, path: str) -> bytes:
        """Return the content of a file; raise Unreadable or FileNotFoundError."""
        if path not in self.contents:
            raise FileNotFoundError(path)
        content = self.contents[path]
        if isinstance(content, Unreadable):
            raise content.with_traceback(None)  # it is raised many times
        return content

    def folders(self) -> dict[str, Still]:
        """Return what lies in the folder of each roadmap, and under "" what all share."""
        homes = sorted((place_of(path).roadmap, path) for path in self.contents if is_content(path))
        return {
            home: Still(self.label, {path: self.contents[path] for _, path in own})
            for home, own in groupby(homes, key=lambda one: one[0])
        }

    def holds_the_same(self, other: Still) -> bool:
        """Tell whether another still has the same files with the same content."""
        return self.contents.keys() == other.contents.keys() and all(
            _is_same(content, other.contents[path]) for path, content in self.contents.items()
        )


class Rereader:
    """Reads stills of one repository; what holds the same as the last time is not parsed again."""

    def __init__(self) -> None:
        """Know of nothing yet."""
        self._known: dict[str, tuple[Still, Loaded]] = {}

    def load(self, still: Still) -> Loaded:
        """Return what `source.collection.load` does."""
        self._known = {home: self._load(home, own) for home, own in still.folders().items()}
        return _join({home: loaded for home, (_, loaded) in self._known.items()})

    def _load(self, home: str, own: Still) -> tuple[Still, Loaded]:
        known = self._known.get(home)
        return known if known and known[0].holds_the_same(own) else (own, load(own))


def _take(tree: WorkingTree, path: str) -> bytes | Unreadable:
    try:
        return tree.read(path)
    except Unreadable as failure:
        return failure


def _is_same(one: bytes | Unreadable, other: bytes | Unreadable) -> bool:
    if isinstance(one, Unreadable) or isinstance(other, Unreadable):
        return type(one) is type(other) and str(one) == str(other)
    return one == other


def _join(parts: Mapping[str, Loaded]) -> Loaded:
    """Return what was loaded folder by folder as if it had been loaded at once."""
    loaded = parts.values()
    shared = parts.get("")
    collection = Collection(
        {name: one for part in loaded for name, one in part.collection.editions.items()},
        shared.collection.organisations if shared else Organisations(format=1),
        shared.collection.glossary if shared else Glossary(format=1),
    )
    rest = {one.name for one in fields(Loaded)} - {"collection"}
    told = {name: reduce(or_, (getattr(part, name) for part in loaded)) for name in rest if parts}
    return Loaded(collection, **told)
