"""The program's own files beside the roadmaps: the settings, and the list of approved changes."""

from __future__ import annotations

from collections.abc import Collection

from fardplan.changes._base import ChangeKind
from fardplan.errors import CannotRun
from fardplan.model.approval import Approval
from fardplan.source.approvals import read_approvals
from fardplan.source.faults import Fault
from fardplan.source.root import APPROVALS, SETTINGS
from fardplan.source.settings import Settings, read_settings
from fardplan.source.tree import Tree, Unreadable


def load_settings(
    tree: Tree, files: Collection[str], rules: Collection[str] = ()
) -> tuple[Settings, tuple[Fault, ...]]:
    """Return the settings and what is wrong in them, `rules` being the names that they may hold.

    Raises CannotRun where they cannot be read at all.
    """
    kinds = [str(kind) for kind in ChangeKind]
    return read_settings(read_own(tree, files, SETTINGS), rules, kinds)


def load_approvals(
    tree: Tree, files: Collection[str]
) -> tuple[tuple[Approval, ...], tuple[Fault, ...]]:
    """Return the approved changes and what is wrong in their file; none where there is no file.

    Raises CannotRun where the file is closed.
    """
    return read_approvals(read_own(tree, files, APPROVALS))


def read_own(tree: Tree, files: Collection[str], path: str) -> bytes | None:
    """Return a file of the program's own, if it is there; raises CannotRun where it is closed."""
    if path not in files:
        return None
    try:
        return tree.read(path)
    except Unreadable as failure:
        raise CannotRun(failure.text, **failure.values) from failure
