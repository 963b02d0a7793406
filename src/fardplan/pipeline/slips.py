"""The earlier years of a roadmap out of git, to see what slips again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from fardplan.changes._base import Change
from fardplan.changes._repeated import note_repeated, slips
from fardplan.errors import CannotRun
from fardplan.model.edition import Edition
from fardplan.model.paths import CONTENT
from fardplan.rules._history import names_of
from fardplan.source._history import list_releases, list_states
from fardplan.source.collection import load
from fardplan.source.git import Repository


class _Found(Protocol):
    """A release or a state: where a roadmap stood in one commit."""

    @property
    def commit(self) -> str: ...

    @property
    def folder(self) -> str: ...


def count_slips(
    changes: Sequence[Change], old: Edition, new: Edition, repository: Repository | None
) -> tuple[Change, ...]:
    """Return the changes, each slip with the number of years in which that time has slipped.

    Each earlier year is what was released last in it, else its last state along HEAD's first
    parents. Without git, without earlier years, and in a shallow clone (which would count too few)
    the changes come back as they are.
    """
    if repository is None or repository.shallow or not any(map(slips, changes)):
        return tuple(changes)
    try:
        earlier = _list_editions(repository, new)
    except CannotRun:
        return tuple(changes)
    return note_repeated(changes, old, new, earlier)


def _list_editions(repository: Repository, new: Edition) -> list[Edition]:
    """Return the editions of the years before that of `new`, one a year, oldest first."""
    names = names_of(new)
    found: dict[int, _Found] = {}
    for state in list_states(repository, names):  # the newest first
        if (year := state.facts.year) is not None:
            found.setdefault(year, state)
    for release in list_releases(repository, names):  # the highest last
        if (year := release.facts.year) is not None:
            found[year] = release
    years = sorted(year for year in found if year < new.roadmap.year)
    read = (_read(repository, found[year]) for year in years)
    return [edition for edition in read if edition is not None]


def _read(repository: Repository, found: _Found) -> Edition | None:
    """Return a roadmap as it was, None where its year or profile could not be read."""
    tree = repository.tree(found.commit, found.commit).narrow(f"{CONTENT}/{found.folder}")
    loaded = load(tree, frozenset({found.folder}))
    known = found.folder not in loaded.half_known
    return loaded.collection.editions.get(found.folder) if known else None
