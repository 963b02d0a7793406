"""Revisions as users name them for the whole repository, with what to do where there is none."""

from __future__ import annotations

import re
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales import selection as say
from fardplan.source.git import Repository

_WHOLE_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_ENOUGH = 10
_YEAR_LIKE = re.compile(r"[0-9]{1,6}")  # shorter than any id that git or a CI system writes
HEAD = "HEAD"


def find_revision(repository: Repository, name: str) -> str | None:
    """Return the id of the commit that a name stands for, or None.

    What looks like a year must be the whole name of a tag or a branch, so that "2019" is never
    taken for the beginning of some commit's id.
    """
    names = [name]
    if _YEAR_LIKE.fullmatch(name):
        names = [f"refs/{kind}/{name}" for kind in ("tags", "heads", "remotes")]
    return next(filter(None, map(repository.find_commit, names)), None)


def name_revision(name: str) -> str:
    """Return a revision's name for people: ids are cut to what tells them apart."""
    return name[:_ENOUGH] if _WHOLE_ID.fullmatch(name) else name


def need_repository(root: Path) -> Repository:
    """Return the repository that holds `root`; raises CannotRun where there is none."""
    repository = Repository.open(root)
    if repository is None:
        raise CannotRun(say.NOT_IN_GIT, folder=root)
    return repository


def need_commit(repository: Repository, name: str) -> str:
    """Return the id of the commit that a name stands for; raises CannotRun where there is none."""
    commit = find_revision(repository, name)
    if commit is not None:
        return commit
    near = f"origin/{name}"  # a clone by a CI system often has no branches of its own
    if find_revision(repository, near):
        raise CannotRun(say.NEAR_REVISION, wanted=name, near=near)
    text = say.SHALLOW_REVISION if repository.shallow else say.UNKNOWN_REVISION
    raise CannotRun(text, wanted=name_revision(name))


def need_merge_base(repository: Repository, name: str, commit: str | None) -> str:
    """Return the best common ancestor of a named revision and a commit, or HEAD for None.

    Raises CannotRun where there is no such revision, or none that is known.
    """
    other = need_commit(repository, name)
    here = commit or repository.find_commit(HEAD)
    named = name_revision(name)
    if here is None:
        raise CannotRun(say.NOTHING_COMMITTED, wanted=named)
    base = repository.find_merge_base(other, here)
    if base is None:
        text = say.SHALLOW_HISTORY if repository.shallow else say.NO_COMMON_HISTORY
        raise CannotRun(text, wanted=named, here=name_revision(commit) if commit else HEAD)
    return base
