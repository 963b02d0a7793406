"""The versions that a site shows as editions, each with an index of what it refers to.

What a roadmap says of others leads to their versions in force. Where these no longer have it, the
titles come from the files of the same commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from fardplan.documents.compose.document import language_of
from fardplan.documents.compose.unread import Unread
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import SHARED, Index, references
from fardplan.model.paths import CONTENT, GLOSSARY, ORGANISATIONS
from fardplan.pipeline.site.publishing import Found
from fardplan.pipeline.unread_values import find_unread, list_faulty
from fardplan.source._git_tree import GitTree
from fardplan.source.collection import Loaded, load
from fardplan.source.contents import Contents, find_contents
from fardplan.source.tree import Tree
from fardplan.source.versions import Version


@dataclass(frozen=True, slots=True)
class Shown:
    """A version of a roadmap, beside the others in force and its own shared files; their index."""

    edition: Edition
    collection: Collection
    index: Index


@dataclass(frozen=True, slots=True)
class Gaps:
    """What could not be read of a version, and the keys of its roadmap.yaml that are not known."""

    unread: tuple[Unread, ...] = ()
    made_up: frozenset[str] = frozenset()


@dataclass
class Reader:
    """Reads versions, each file of a version once; `loaded` is what the working tree holds.

    `here` tells which versions are just the same, and so are read already. `faulty` gets the files
    of the versions in force that cannot be read in full, and `faulty_then` those of them that
    stand in git alone, where nobody can mend them.
    """

    loaded: Loaded
    here: Contents | None = None
    faulty: set[str] = field(default_factory=set)
    faulty_then: set[str] = field(default_factory=set)
    _gaps: dict[tuple[str, str], Gaps] = field(default_factory=dict)
    _shared: dict[object, Collection] = field(default_factory=dict)
    _shared_at: dict[str | None, Collection] = field(default_factory=dict)

    def read_current(self, found: Mapping[str, Found]) -> Collection:
        """Return the versions in force of all roadmaps, those of one commit read at once."""
        editions: dict[str, Edition] = {}
        for version, names in _by_commit(found):
            folders = {found[name].version.folder: name for name in names}
            here = self._find_here(version.tree, folders)
            away = folders.keys() - here
            loaded = load(_narrow(version.tree, away), frozenset(away)) if away else self.loaded
            for folder, name in folders.items():
                past = folder in away
                read = loaded if past else self.loaded
                faulty = self.faulty_then if past else self.faulty
                faulty.update(list_faulty(read, folder, past=past))
                self._note_gaps(found[name], read)
                if edition := read.collection.editions.get(folder):
                    editions[name] = edition if folder == name else replace(edition, id=name)
        ordered = {name: editions[name] for name in found if name in editions}
        return replace(self.now, editions=ordered)

    def _find_here(self, tree: Tree, folders: Iterable[str]) -> set[str]:
        """Return the folders that hold in the working tree what they hold in another."""
        if self.here is None:
            return set()
        if not isinstance(tree, GitTree):
            return set(folders)
        then = find_contents(_narrow(tree, folders))
        digests = then.digests if then else {}
        return {
            one for one in folders if one in digests and digests[one] == self.here.digests.get(one)
        }

    @property
    def now(self) -> Collection:
        """What the working tree holds."""
        return self.loaded.collection

    def read(self, found: Found) -> Edition:
        """Return one version under the id that the roadmap has today."""
        version = found.version
        loaded = load(_narrow(version.tree, [version.folder]), frozenset({version.folder}))
        self._note_gaps(found, loaded)
        return replace(loaded.collection.editions[version.folder], id=found.issue.roadmap)

    def find_gaps(self, found: Found) -> Gaps:
        """Return what could not be read of a version that has been read."""
        return self._gaps.get((found.issue.roadmap, found.issue.label), Gaps())

    def _note_gaps(self, found: Found, loaded: Loaded) -> None:
        """Keep what could not be read of a version; of most there is nothing."""
        version, issue = found.version, found.issue
        edition = loaded.collection.editions.get(version.folder)
        if edition is None:
            return
        unread = find_unread(loaded, version.tree, edition, language_of(edition))
        made_up = loaded.made_up.get(version.folder, frozenset())
        if unread or made_up:
            self._gaps[issue.roadmap, issue.label] = Gaps(unread, made_up)

    def show(self, found: Found, edition: Edition, current: Collection, index: Index) -> Shown:
        """Return a version with all that its references lead to."""
        shared = self._read_shared(found.version)
        own = Index()
        for path, document in shared.shared_documents():
            own.add_document(SHARED, path, "", document)
        if current.editions.get(edition.id) is not edition:
            own.add_edition(edition)
        whole = own.over(index)
        if lost := _lost(edition, whole):
            tree = _narrow(found.version.tree, lost)
            then = load(tree, frozenset(lost)).collection
            whole = whole.over(Index.of(then))
        editions = {**current.editions, edition.id: edition}
        return Shown(edition, replace(shared, editions=editions), whole)

    def _read_shared(self, version: Version) -> Collection:
        """Return what all roadmaps of a version share, read once for the same content."""
        tree, commit = version.tree, version.commit
        if not isinstance(tree, GitTree):
            return self.now
        if commit not in self._shared_at:
            narrowed = tree.narrow(ORGANISATIONS, GLOSSARY)
            key = tuple(sorted(narrowed.blob_ids().items()))
            if key not in self._shared:
                self._shared[key] = load(narrowed, frozenset({SHARED})).collection
            self._shared_at[commit] = self._shared[key]
        return self._shared_at[commit]


def _by_commit(found: Mapping[str, Found]) -> Iterable[tuple[Version, list[str]]]:
    groups: dict[str | None, tuple[Version, list[str]]] = {}
    for name, one in found.items():
        groups.setdefault(one.version.commit, (one.version, []))[1].append(name)
    return groups.values()


def _narrow(tree: Tree, folders: Iterable[str]) -> Tree:
    if not isinstance(tree, GitTree):
        return tree
    return tree.narrow(*(f"{CONTENT}/{folder}" for folder in folders))


def _lost(edition: Edition, index: Index) -> set[str]:
    """Return the roadmaps that hold what an edition refers to and the index does not have."""
    found: set[str] = set()
    for reference in references(edition):
        home, slash, _ = reference.written.partition("/")
        if slash and home != edition.id:
            resolved = index.resolve(edition.id, reference.written, reference.spec.refs)
            if resolved.entity is None and not resolved.candidates:
                found.add(home)
    return found
