"""The states of a repository that can be judged: the files as they are, the index, a revision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales import selection as say
from fardplan.locales.text import Saying
from fardplan.model.paths import CONTENT
from fardplan.source.cache import Cache
from fardplan.source.contents import Snapshot
from fardplan.source.git import Repository
from fardplan.source.revisions import name_revision, need_commit, need_merge_base, need_repository
from fardplan.source.tree import Tree, WorkingTree


@dataclass(frozen=True, slots=True)
class State:
    """One state of a repository: its files, and the history that they stand in.

    `files` are the paths of all that is in the tree. `repository` is None where there is no git.
    `commit` is the one that the files are of, or None for the working tree and the index, which
    build on HEAD.
    """

    root: Path
    tree: Tree
    files: tuple[str, ...]
    repository: Repository | None = None
    commit: str | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which state a user asks for, and since when; without anything the files as they are.

    `staged` is the index, `rev` a revision, and `since` names what to compare with: the state from
    which that revision and the chosen one have parted.
    """

    staged: bool = False
    rev: str | None = None
    since: str | None = None

    @property
    def needs_git(self) -> bool:
        """Whether there is nothing to choose from without git."""
        return self.staged or self.rev is not None or self.since is not None

    @property
    def scope(self) -> Saying | None:
        """What the user will take the findings to be about, in words; None for everything."""
        values = {"rev": name_revision(self.rev or ""), "since": name_revision(self.since or "")}
        if self.since is not None:
            both = say.STAGED_SINCE if self.staged else say.BETWEEN if self.rev else None
            return Saying(both or say.CHANGED_SINCE, values)
        if self.staged:
            return Saying(say.STAGED, values)
        return Saying(say.REVISION, values) if self.rev is not None else None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The state to judge, the state that it is compared with if any, and what this covers."""

    state: State
    base: State | None = None
    scope: Saying | None = None


def open_tree(root: Path) -> WorkingTree:
    """Return the files of the repository; raises CannotRun where it holds no roadmaps."""
    content = root / CONTENT
    if not (content.is_dir() or content.is_symlink()):
        raise CannotRun(say.NO_ROADMAPS, root=root)
    return WorkingTree(root)


@contextmanager
def open_states(
    root: Path, selection: Selection = Selection(), cache: Cache | None = None
) -> Iterator[Chosen]:
    """Open what the selection asks for, until the end of the `with` statement.

    With a cache it is known what the files hold that have not changed since they were last read.
    Raises CannotRun where there is no such state: no roadmaps, no git, no such revision, a merge
    that is not finished, no common history.
    """
    with ExitStack() as stack:
        repository = need_repository(root) if selection.needs_git else _find_repository(root)
        if repository is not None:
            stack.enter_context(repository)
        state = _open_state(root, repository, selection, cache)
        yield Chosen(state, _open_base(state, selection), selection.scope)


def _find_repository(root: Path) -> Repository | None:
    """Return the repository; the files as they are can be judged without one, and without git."""
    try:
        return Repository.open(root)
    except CannotRun:
        return None


def _open_state(
    root: Path, repository: Repository | None, selection: Selection, cache: Cache | None
) -> State:
    """Return the state to judge; raises CannotRun where it has no roadmaps."""
    if repository is not None and selection.rev is not None:
        return _open_revision(root, repository, selection.rev)
    if repository is not None and selection.staged:
        return _open_index(root, repository)
    tree: Tree = open_tree(root)
    if cache is not None and cache.is_kept:
        tree = Snapshot(root, cache, repository.object_format if repository else "sha1")
    return State(root, tree, tree.paths(), repository)


def _open_revision(root: Path, repository: Repository, name: str) -> State:
    state = _open_commit(root, repository, need_commit(repository, name), name)
    if not any(map(_is_content, state.files)):
        raise CannotRun(say.NO_ROADMAPS_THERE, rev=name_revision(name), root=root)
    return state


def _open_index(root: Path, repository: Repository) -> State:
    index = repository.staged(Saying(say.STAGED, {}))
    if not any(map(_is_content, files := index.paths())):
        open_tree(root)  # nothing is added yet, unless this is no place for roadmaps at all
    return State(root, index, files, repository)


def _open_base(state: State, selection: Selection) -> State | None:
    """Return the state that the selection compares with, if it does."""
    if selection.since is None or state.repository is None:
        return None
    commit = need_merge_base(state.repository, selection.since, state.commit)
    return _open_commit(state.root, state.repository, commit, selection.since)


def _open_commit(root: Path, repository: Repository, commit: str, name: str) -> State:
    tree = repository.tree(commit, Saying(say.REVISION, {"rev": name_revision(name)}))
    return State(root, tree, tree.paths(), repository, commit)


def _is_content(path: str) -> bool:
    return path == CONTENT or path.startswith(f"{CONTENT}/")
