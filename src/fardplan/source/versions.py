"""Versions of a roadmap, named as users name them: `2023`, `1.0`, a tag, a revision, `.`, a folder.

They are tried in this order, and what was taken is kept in words:

1. `.`: the working tree.
2. A directory, given as a path with a slash: a repository's root, or one roadmap's own folder.
3. The tag `ROADMAP/VERSION`, always asked for as `refs/tags/…`.
4. A year (four digits): the highest released version of that year, else the last state along HEAD's
   first parents in which roadmap.yaml says that year.
5. A version: likewise. `1`, `1.0` and `1.0.0` are the same version, and 1.10 comes after 1.9.
6. A git revision. What looks like a year or a version must then be the whole name of a tag or a
   branch, so that "2019" is never taken for the beginning of some commit's id.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales import versions as say
from fardplan.locales.text import Lang, Text
from fardplan.model.paths import CONTENT
from fardplan.source._editions import (
    ROADMAP_ID,
    YEAR,
    Commit,
    Directory,
    Facts,
    find_folder,
    is_version,
    parse_version,
)
from fardplan.source._folder_tree import FolderTree
from fardplan.source._history import (
    KnownVersion,
    Release,
    list_known,
    list_releases,
    list_states,
)
from fardplan.source._roadmap_names import RoadmapNames
from fardplan.source._version_failures import (
    explain_absence,
    explain_failure,
    explain_unknown_roadmap,
)
from fardplan.source.git import Repository
from fardplan.source.root import SETTINGS
from fardplan.source.tree import Tree, WorkingTree

__all__ = ["KnownVersion", "Version", "list_versions", "resolve"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a roadmap, found: its files, its folder in them, and how it was found.

    `commit` is None for the working tree and for directories; `how` with `values` says in words
    which version was taken.
    """

    spec: str
    tree: Tree
    folder: str
    commit: str | None
    how: Text
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def stands_alone(self) -> bool:
        """Whether its folder lies outside any repository: without the files that roadmaps share."""
        return isinstance(self.tree, FolderTree)

    @property
    def is_past(self) -> bool:
        """Whether it is none of the files that are being worked on."""
        return self.commit is not None or self.stands_alone

    def explain(self, lang: Lang) -> str:
        """Return in words which version was taken."""
        return self.how.say(lang, **self.values)


def resolve(
    repository: Repository | None,
    root: Path,
    roadmap: str,
    spec: str,
    *,
    cwd: Path | None = None,
) -> Version:
    """Return the version of `roadmap` that `spec` names.

    A directory is taken relative to `cwd`, or to the current folder. Raises CannotRun with what to
    do instead where there is no such version.
    """
    subject = RoadmapNames(repository, root, roadmap)
    if not subject.names:
        raise explain_unknown_roadmap(subject)
    search = _Search(subject, spec, cwd or Path.cwd())
    ways: tuple[Callable[[], Version | None], ...] = (
        *(search.by_full_stop, search.by_directory, search.by_tag),
        *(search.by_year, search.by_version, search.by_revision),
    )
    for way in ways:
        version = way()
        if version is not None:
            return version
    raise explain_failure(subject, search.need_repository(), spec)


def list_versions(
    repository: Repository | None, root: Path, roadmap: str
) -> tuple[KnownVersion, ...]:
    """Return the versions of a roadmap that git holds, oldest first; none without git.

    Releases come under their tag's version; beside them what the history says and no tag has.
    """
    names = RoadmapNames(repository, root, roadmap).names
    return list_known(repository, names) if repository is not None and names else ()


@dataclass(frozen=True)
class _Search:
    """One search for a version, with each way to find it as a method that returns it or None."""

    subject: RoadmapNames
    spec: str
    cwd: Path

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        return list_releases(self.need_repository(), self.subject.names)

    def need_repository(self) -> Repository:
        repository = self.subject.repository
        if repository is None:
            raise CannotRun(say.NOT_IN_GIT, folder=self.subject.root, wanted=self.spec)
        return repository

    def by_full_stop(self) -> Version | None:
        if self.spec != ".":
            return None
        return self._take_root(self.subject.root, say.WORKING_TREE)

    def by_directory(self) -> Version | None:
        if "/" not in self.spec and os.sep not in self.spec:
            return None
        folder = self.cwd / self.spec
        try:
            is_roadmap = (folder / "roadmap.yaml").is_file()
            is_root = (folder / CONTENT).is_dir()
            has_settings = (folder / SETTINGS).is_file()
        except OSError:  # a name too long for a folder, or a folder that may not be entered
            return None
        if is_root or (has_settings and not is_roadmap):
            return self._take_root(folder, say.DIRECTORY, folder=self.spec)
        return self._take_roadmap_folder(folder) if is_roadmap else None

    def _take_root(self, root: Path, how: Text, **values: object) -> Version:
        place = Directory(root)
        folder = find_folder(place, self.subject.names)
        if folder is None:
            raise explain_absence(self.subject, place, self.spec if values else how)
        return Version(self.spec, WorkingTree(root, self.spec), folder, None, how, values)

    def _take_roadmap_folder(self, folder: Path) -> Version:
        """Take a folder with a roadmap.yaml: with what stands around it, if in roadmaps/."""
        real = folder.resolve()
        values = {"folder": self.spec}
        if real.parent.name == CONTENT:
            tree: Tree = WorkingTree(real.parent.parent, self.spec)
            return Version(self.spec, tree, real.name, None, say.DIRECTORY, values)
        name = self.subject.names[0]
        return Version(
            self.spec, FolderTree(real, name, self.spec), name, None, say.DIRECTORY, values
        )

    def by_tag(self) -> Version | None:
        repository = self.need_repository()
        name, _, version = self.spec.partition("/")
        if not ROADMAP_ID.fullmatch(name) or not is_version(version):
            return None
        commit = repository.find_commit(f"refs/tags/{self.spec}")
        return self._take_commit(commit, say.TAG, tag=self.spec) if commit else None

    def by_year(self) -> Version | None:
        if not YEAR.fullmatch(self.spec):
            return None
        year = int(self.spec)
        return self._take_release(
            lambda release: release.facts.year == year, say.RELEASED_YEAR
        ) or self._take_state(lambda facts: facts.year == year, say.LAST_OF_YEAR)

    def by_version(self) -> Version | None:
        if not is_version(self.spec):
            return None
        return self._take_release(
            lambda release: self._is_wanted(release.version), say.RELEASED_VERSION
        ) or self._take_state(lambda facts: self._is_wanted(facts.version), say.LAST_OF_VERSION)

    def _is_wanted(self, version: str | None) -> bool:
        return version is not None and parse_version(version) == parse_version(self.spec)

    def by_revision(self) -> Version | None:
        repository = self.need_repository()
        if is_version(self.spec):
            names = [f"refs/{kind}/{self.spec}" for kind in ("tags", "heads", "remotes")]
        else:
            names = [self.spec]
        commit = next(filter(None, map(repository.find_commit, names)), None)
        return self._take_commit(commit, say.REVISION, wanted=self.spec) if commit else None

    def _take_release(self, is_it: Callable[[Release], bool], how: Text) -> Version | None:
        found = [release for release in self.releases if is_it(release)]
        if not found:
            return None
        best = found[-1]
        return self._take(best.commit, best.folder, how, wanted=self.spec, tag=best.tag)

    def _take_state(self, is_it: Callable[[Facts], bool], how: Text) -> Version | None:
        repository = self.need_repository()
        states = list_states(repository, self.subject.names)
        state = next((state for state in states if is_it(state.facts)), None)
        if state is None:
            return None
        return self._take(state.commit, state.folder, how, wanted=self.spec)

    def _take_commit(self, commit: str, how: Text, **values: object) -> Version:
        place = Commit(self.need_repository(), commit)
        folder = find_folder(place, self.subject.names)
        if folder is None:
            raise explain_absence(self.subject, place, self.spec)
        return self._take(commit, folder, how, **values)

    def _take(self, commit: str, folder: str, how: Text, **values: object) -> Version:
        tree = self.need_repository().tree(commit, self.spec)
        return Version(self.spec, tree, folder, commit, how, {**values, "commit": commit[:10]})
