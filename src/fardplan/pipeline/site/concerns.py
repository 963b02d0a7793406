"""What the pages of a roadmap hang on besides its own files: what they say of other roadmaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from fardplan.changes._values import plain
from fardplan.documents.site.issues import Shelf
from fardplan.documents.site.mentions import may_cross
from fardplan.model.base import Value
from fardplan.model.edition import Edition
from fardplan.model.index import SHARED, Entity, Reference, references, references_in
from fardplan.model.paths import CONTENT, GLOSSARY, ORGANISATIONS
from fardplan.pipeline.site.building import Building
from fardplan.pipeline.site.kept import digest
from fardplan.pipeline.site.publishing import Found
from fardplan.source._git_tree import GitTree
from fardplan.source.contents import Contents, find_contents

Lookup: TypeAlias = tuple[str, list[str]]
"""A reference as it is written, and the kinds that it may lead to."""


class Concerns:
    """Digests of what the pages of each roadmap say of others, in whole files: too much is safe."""

    def __init__(self, building: Building, common: str) -> None:
        """Take what makes the pages, and a digest of what all pages share ("" for no digests)."""
        self._site = building.site
        self._shown = building.shown
        self._left = building.left
        self._here = building.reader.here
        self._common = common if self._here else ""
        self._inward: defaultdict[str, list[Reference]] = defaultdict(list)
        for home, found in building.crossing.items() if self._common else ():
            for reference in found:
                for name in self._named(reference.written) - {home}:
                    self._inward[name].append(reference)
        self._documents: dict[str, Mapping[str, Value]] = {}
        self._folders: defaultdict[str | None, set[str]] = defaultdict(set)
        for one in (one for own in building.shown.values() for one in own):
            self._folders[one.version.commit].add(one.version.folder)
        self._listed: dict[str | None, Contents | None] = {}
        self._describe_file = cache(self._digest_file)
        self._describe_head = cache(self._digest_head)
        self._describe_then = cache(_digest_then)

    def describe_own(self, shelf: Shelf) -> str:
        """Return a digest of all versions of a roadmap that are shown, "" where there is none."""
        name = shelf.roadmap
        versions = [self._describe_version(found) for found in self._shown[name]]
        if not self._common or None in versions:
            return ""
        left = [[*one.key, one.issue.label, one.heir and [*one.heir.key, one.heir.title]]
                for one in self._left if one.issue.roadmap == name]  # fmt: skip
        return digest([
            self._common, versions, shelf.current.label, left, self._site.former_names(name)
        ])  # fmt: skip

    def _describe_version(self, found: Found) -> list[object] | None:
        issue, version = found.issue, found.version
        contents = self._here
        if isinstance(version.tree, GitTree):
            contents = self._find_contents(version.tree, version.folder)
        elif len(self._shown[issue.roadmap]) > 1 and contents:
            return [contents.digest]  # what its changes refer to lies in the same files
        if contents is None:
            return None
        digests = [contents.digests.get(home) for home in (version.folder, SHARED)]
        return [issue.label, issue.date, issue.is_draft, version.folder, version.spec,
                version.commit is None, *digests]  # fmt: skip

    def _find_contents(self, tree: GitTree, folder: str) -> Contents | None:
        """Return what a version in git holds; all that are shown of a commit are listed at once."""
        if tree.commit not in self._listed:
            self._listed[tree.commit] = _list_folders(tree, sorted(self._folders[tree.commit]))
        # A link anywhere in one of them says nothing of the others.
        return self._listed[tree.commit] or _list_folders(tree, [folder])

    def list_lookups(self, editions: Iterable[Edition]) -> list[Lookup]:
        """Return the references on the pages of some versions that may lead to other roadmaps."""
        found = {
            (one.written, one.spec.refs)
            for edition in editions
            for one in self._list_references(edition)
            if may_cross(one)
        }
        return [(written, list(kinds)) for written, kinds in sorted(found)]

    def _list_references(self, edition: Edition) -> Iterator[Reference]:
        """Yield what a version refers to, also in the vision that it is meant to bring about."""
        yield from references(edition)
        for name in self._named(edition.roadmap.vision or ""):
            if vision := self._site.collection.editions[name].vision:
                yield from references_in(edition.id, "", vision)

    def describe_seen(self, roadmap: str, lookups: Sequence[Lookup]) -> str:
        """Return a digest of all that other roadmaps hold and that this one's pages may show."""
        told: list[object] = []
        heads: set[str] = set()
        lost: set[str] = set()
        for written, kinds in lookups:
            found = self._site.index.resolve(roadmap, written, tuple(kinds))
            entities = (found.entity,) if found.entity else found.candidates
            away = [one for one in entities if one.home not in (SHARED, roadmap)]
            told.append([written, kinds, [self._describe_entity(one) for one in away]])
            named = self._named(written) | {one.home for one in away}
            heads |= named
            if not found.entity:
                lost |= {written.partition("/")[0], written.rpartition("/")[2]}
        for one in self._inward[roadmap]:
            told.append(
                [one.file, list(one.route), one.written, self._describe_file(one.home, one.file)]
            )
            heads.add(one.home)
        told.append([[name, self._describe_head(name)] for name in sorted(heads - {roadmap})])
        if lost:
            told.append([[self._describe_then(one, name) for name in sorted(lost)]
                         for one in map(_tree_of, self._shown[roadmap])])  # fmt: skip
            told.append(self._here.digest if self._here else None)
        return digest(told)

    def _named(self, written: str) -> set[str]:
        """Return the roadmaps that a reference may name: rather one too many."""
        return self._site.collection.editions.keys() & set(written.split("/"))

    def _describe_entity(self, entity: Entity) -> list[object]:
        return [*entity.key, entity.title, self._describe_file(entity.home, entity.file)]

    def _digest_file(self, home: str, file: str) -> str:
        """Return a digest of what a file of another roadmap says, and of what it refers to."""
        value = self._document(home, file)
        if value is None:
            return ""
        targets = (
            self._site.index.resolve(home, one.written, one.spec.refs).entity
            for one in references_in(home, file, value)
        )
        beyond = [[*one.key, one.title, plain(one.value)] for one in targets if one]
        return digest([plain(value), beyond])

    def _digest_head(self, roadmap: str) -> str:
        """Return a digest of what a roadmap is called, where it stands, and its vision."""
        site = self._site
        shelf, edition = site.shelves.get(roadmap), site.collection.editions.get(roadmap)
        gone = sorted([*key, page] for key, page in site.gone.items() if key[0] == roadmap)
        return digest([
            shelf.current.page if shelf else None,
            plain(edition.roadmap) if edition else None,
            plain(edition.vision) if edition else None,
            gone,
        ])  # fmt: skip

    def _document(self, home: str, file: str) -> Value | None:
        if home not in self._documents:
            edition = self._site.collection.editions[home]
            found = {edition.path_of(name): value for name, value in edition.documents()}
            self._documents[home] = found
        return self._documents[home].get(file)


def _list_folders(tree: GitTree, folders: Iterable[str]) -> Contents | None:
    places = (f"{CONTENT}/{folder}" for folder in folders)
    return find_contents(tree.narrow(*places, ORGANISATIONS, GLOSSARY))


def _tree_of(found: Found) -> GitTree | None:
    tree = found.version.tree
    return tree if isinstance(tree, GitTree) else None


def _digest_then(tree: GitTree | None, roadmap: str) -> str:
    """Return a digest of another roadmap as it was in a version's own commit."""
    if tree is None:
        return ""
    contents = find_contents(tree.narrow(f"{CONTENT}/{roadmap}"))
    return contents.digest if contents else ""
