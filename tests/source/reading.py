"""Short ways to ask a repository for its files and versions in tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from fardplan.errors import CannotRun
from fardplan.source.git import Repository
from fardplan.source.versions import KnownVersion, Version, list_versions, resolve

A = "roadmaps/a/roadmap.yaml"
MARK = "roadmaps/a/goals/mark.yaml"


def opened(root: Path) -> Repository:
    """Open a repository that is there."""
    repository = Repository.open(root)
    assert repository is not None
    return repository


def contents(repository: Repository, revision: str = "HEAD") -> dict[str, bytes]:
    """Read all files of a revision."""
    commit = repository.find_commit(revision)
    assert commit is not None
    tree = repository.tree(commit, revision)
    return dict(tree.read_many(tree.paths()))


def find(root: Path, spec: str, name: str = "a", cwd: Path | None = None) -> Version:
    """Resolve one version in the repository that holds `root`."""
    repository = Repository.open(root)
    try:
        version = resolve(repository, root, name, spec, cwd=cwd or root)
        version.tree.paths()
        return version
    finally:
        if repository is not None:
            repository.close()


def refuse(root: Path, spec: str, name: str = "a") -> str:
    """Return the Swedish line that a version is refused with."""
    with pytest.raises(CannotRun) as caught:
        find(root, spec, name)
    assert caught.value.say("en")
    return caught.value.say("sv")


def known(root: Path, name: str = "a") -> list[tuple[int | None, str | None, str | None]]:
    """Return year, version and tag of the versions in git."""
    repository = Repository.open(root)
    versions: tuple[KnownVersion, ...] = list_versions(repository, root, name)
    if repository is not None:
        repository.close()
    return [(version.year, version.version, version.tag) for version in versions]
