"""Approved changes under the ids that a renaming brings.

A fingerprint is made of ids, so that of a change to the renamed thing, or to what refers to it,
becomes another. An approval follows its change: it is looked for among what has changed since each
released version and since the last commit, before the renaming, and found again after it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fardplan.changes._base import Change
from fardplan.changes._compare import compare
from fardplan.changes._reading import read_pair
from fardplan.changes._values import EntityRef, canonical
from fardplan.editing.renaming import Renaming
from fardplan.editing.splice import replace_scalars
from fardplan.errors import CannotRun
from fardplan.locales.versions import WORKING_TREE
from fardplan.model.approval import Approval
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.index import Index
from fardplan.rules._history import names_of
from fardplan.source._history import list_releases
from fardplan.source.approvals import read_approvals
from fardplan.source.edits import Edits
from fardplan.source.git import Repository
from fardplan.source.revisions import HEAD
from fardplan.source.versions import Version

_Key = tuple[str, str, str]
"""Fingerprint, kind and entity, by which an approval names its change."""


@dataclass(frozen=True, slots=True)
class RenamedApprovals:
    """The file as it will be, and the approvals of the renamed thing whose change is not found."""

    data: bytes
    lost: tuple[Approval, ...] = ()


def rename_approvals(
    root: Path, data: bytes, edits: Edits, index: Index, editions: Iterable[Edition],
    renaming: Renaming,
) -> RenamedApprovals:  # fmt: skip
    """Return the approved changes as they are named after the renaming that `edits` makes.

    Raises CannotEdit where the file cannot be changed.
    """
    approvals, _ = read_approvals(data)
    entities = dict(_name_entities(index, renaming))
    concerned = [one for one in editions if _may_change(one, renaming, approvals)]
    prints = _find_fingerprints(root, edits, concerned, renaming, approvals)
    texts: dict[Route, str] = {}
    lost: list[Approval] = []
    for place, one in numbered(approvals):
        entity = _rename_entity(one.entity, entities, renaming)
        print_ = prints.get(_key(one))
        if entity != one.entity:
            texts["approvals", place, "entity"] = entity
            if print_ is None:
                lost.append(one)
        if print_ not in (None, one.fingerprint):
            texts["approvals", place, "fingerprint"] = str(print_)
    return RenamedApprovals(replace_scalars(data, texts) if texts else data, tuple(lost))


def _key(approval: Approval) -> _Key:
    return approval.fingerprint, approval.kind, approval.entity


def _name_entities(index: Index, renaming: Renaming) -> Iterator[tuple[str, str]]:
    for home, kind, name in index.by_key:
        after = renaming.key((home, kind, name))
        yield str(EntityRef(home, kind, name, "")), str(EntityRef(*after, ""))


def _rename_entity(written: str, known: dict[str, str], renaming: Renaming) -> str:
    """Return an entity under its new name; of one that is gone only its roadmap may have one."""
    if written in known:
        return known[written]
    kind, _, name = written.partition(" ")
    home, slash, rest = name.partition("/")
    return f"{kind} {renaming.home(home)}/{rest}" if slash else written


def _may_change(edition: Edition, renaming: Renaming, approvals: Sequence[Approval]) -> bool:
    """Tell whether approvals in a roadmap may get other fingerprints: that is where they stand."""
    homes = {one.entity.partition(" ")[2].partition("/")[0] for one in approvals}
    return edition.id in homes or not renaming.entity.home


def _find_fingerprints(
    root: Path,
    edits: Edits,
    editions: Iterable[Edition],
    renaming: Renaming,
    approvals: Sequence[Approval],
) -> dict[_Key, str]:
    """Return the fingerprints that approved changes will have, by how they are named now."""
    found: dict[_Key, str] = {}
    wanted = {_key(one) for one in approvals}
    try:
        repository = Repository.open(root)
        if repository is None:
            return found
        with repository:
            for edition in editions:
                for base in _list_bases(repository, edition):
                    if wanted <= found.keys():
                        break
                    now = Version(".", edits.tree, edition.id, None, WORKING_TREE)
                    home = renaming.home(edition.id)
                    then = Version(".", edits.outcome, home, None, WORKING_TREE)
                    pairs = _pair(_compare(base, now), _compare(base, then), renaming)
                    found |= {key: new for key, new in pairs if key in wanted}
    except CannotRun:  # a history that cannot be read holds no change that anybody approved
        return found
    return found


def _list_bases(repository: Repository, edition: Edition) -> Iterator[Version]:
    """Yield what approved changes may be compared with, the likeliest first."""
    names = names_of(edition)
    for release in reversed(list_releases(repository, names)):
        tree = repository.tree(release.commit, release.tag)
        yield Version(release.tag, tree, release.folder, release.commit, WORKING_TREE)
    head = repository.find_commit(HEAD)
    if head is not None:
        tree = repository.tree(head, HEAD)
        there = {path.split("/")[1] for path in tree.paths() if path.count("/") > 1}
        for name in names:
            if name in there:
                yield Version(HEAD, tree, name, head, WORKING_TREE)
                return


def _compare(old: Version, new: Version) -> tuple[Change, ...]:
    before, after = read_pair(old, new)
    return compare(before.edition, after.edition, before.index, after.index)


def _pair(
    before: Iterable[Change], after: Iterable[Change], renaming: Renaming
) -> Iterator[tuple[_Key, str]]:
    """Yield how each change is named now, with its fingerprint after the renaming."""
    groups: dict[object, list[Change]] = {}
    for change in before:
        groups.setdefault((change.kind, renaming.key(_key_of(change))), []).append(change)
    others: dict[object, list[Change]] = {}
    for change in after:
        others.setdefault((change.kind, _key_of(change)), []).append(change)
    for name, changes in groups.items():
        news = others.get(name, [])
        if len(news) == len(changes):
            olds = sorted(changes, key=lambda one: _place(one, renaming))
            for old, new in zip(olds, sorted(news, key=_place), strict=True):
                yield (old.fingerprint, str(old.kind), str(old.entity)), new.fingerprint


def _key_of(change: Change) -> tuple[str, str, str]:
    return change.entity.roadmap, change.entity.kind, change.entity.id


def _place(change: Change, renaming: Renaming | None = None) -> tuple[list[str], str]:
    """Return what sorts the changes of one kind to one thing, as their paths are after it."""
    path = [str(part) for part in change.path]
    if renaming is not None:
        was, new = renaming.entity.id, renaming.new
        path = ["/".join(new if id_ == was else id_ for id_ in part.split("/")) for part in path]
    return path, json.dumps(canonical(change.old), sort_keys=True, ensure_ascii=False)
