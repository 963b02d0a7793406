"""Earlier versions out of git, for the rules; looked for when the first rule asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from fardplan.errors import CannotRun
from fardplan.model.paths import CONTENT
from fardplan.model.version import VersionNumber
from fardplan.pipeline.states import State
from fardplan.rules._history import History
from fardplan.source._editions import parse_version
from fardplan.source._history import Release, list_releases, list_states
from fardplan.source.collection import Loaded, load
from fardplan.source.git import Repository, Tag
from fardplan.source.revisions import HEAD

T = TypeVar("T")

_NO_TAGS: tuple[Tag, ...] = ()
_NO_RELEASES: tuple[Release, ...] = ()


class GitArchive:
    """The tags and the first-parent history of a repository.

    Without git, or where git refuses, there is nothing: judging needs no history. `lacks` tells
    afterwards whether something may be there that a shallow clone did not fetch.
    """

    def __init__(self, root: Path, repository: Repository | None, head: str) -> None:
        """Take the repository if it is open already, and what the files at hand build on."""
        self.lacks = False
        self.failed = False
        """Whether git has refused anything, which it may not do the next time."""
        self._root = root
        self._given = repository
        self._head = head

    def close(self) -> None:
        """Close the repository if it was opened here."""
        opened = self.__dict__.get("_repository")
        if opened is not None and self._given is None:
            opened.close()

    def _quietly(self, ask: Callable[[], T], otherwise: T) -> T:
        """Return git's answer, or something else where there is no git or it refuses."""
        try:
            return ask()
        except CannotRun:
            self.failed = True
            return otherwise

    @cached_property
    def _repository(self) -> Repository | None:
        return self._given or self._quietly(lambda: Repository.open(self._root), None)

    @cached_property
    def _tags(self) -> dict[str, list[Tag]]:
        """The tags below each name, listed once for all roadmaps."""
        found: dict[str, list[Tag]] = {}
        if self._repository is not None and self._repository.has_releases:
            for tag in self._quietly(self._repository.list_tags, _NO_TAGS):
                found.setdefault(tag.name.partition("/")[0], []).append(tag)
        return found

    def releases(self, names: Sequence[str]) -> Sequence[Release]:
        """Return the released versions of the roadmap with these ids, lowest version first."""
        repository = self._repository
        if repository is None:
            return ()
        tags = [tag for name in names for tag in self._tags.get(name, ())]
        found = self._quietly(lambda: list_releases(repository, names, tags), _NO_RELEASES)
        self.lacks |= repository.shallow and not found
        return found

    def find(self, names: Sequence[str], version: VersionNumber) -> Release | None:
        """Return the last state along HEAD's first parents that says a version, or None."""
        repository = self._repository
        if repository is None:
            return None
        found = self._quietly(lambda: _find_state(repository, names, version), None)
        self.lacks |= repository.shallow and found is None
        return found

    def read(self, release: Release) -> Loaded | None:
        """Return what the roadmap's own files held; None where git cannot list them."""
        repository = self._repository
        if repository is None:
            return None
        label = release.tag or release.commit
        tree = repository.tree(release.commit, label).narrow(f"{CONTENT}/{release.folder}")
        return self._quietly(lambda: load(tree, frozenset({release.folder})), None)

    def leads_here(self, release: Release) -> bool:
        """Tell whether a release is an ancestor of what the files at hand build on."""
        repository = self._repository
        if repository is None:
            return False
        base = self._quietly(lambda: repository.find_merge_base(release.commit, self._head), None)
        self.lacks |= repository.shallow and base is None
        return base == release.commit


@contextmanager
def open_history(state: State) -> Iterator[tuple[History, GitArchive]]:
    """Give the rules the history that a state stands in, until the end of the `with` statement."""
    archive = GitArchive(state.root, state.repository, state.commit or HEAD)
    try:
        yield History(archive), archive
    finally:
        archive.close()


def _find_state(
    repository: Repository, names: Sequence[str], version: VersionNumber
) -> Release | None:
    for state in list_states(repository, names):
        said = state.facts.version
        if said is not None and parse_version(said) == version.numbers:
            return Release("", said, state.commit, state.folder, state.facts)
    return None
