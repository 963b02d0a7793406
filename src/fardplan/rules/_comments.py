"""The comments in the files that ask for findings to be left out."""

from __future__ import annotations

from dataclasses import dataclass

from fardplan.source.suppressions import Suppression, read_suppressions
from fardplan.source.tree import Tree, Unreadable


@dataclass(frozen=True, slots=True)
class IdleComment:
    """A comment that leaves nothing out, or not all that it asks for.

    `rules` are those that it names in vain, and `unknown` the names that no rule bears; both are
    empty where the comment leaves nothing out whatever is found.
    """

    file: str
    comment: Suppression
    rules: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def comments_in(tree: Tree, path: str) -> tuple[Suppression, ...]:
    """Return the comments of one file; none where it cannot be read."""
    try:
        return read_suppressions(tree.read(path))
    except (Unreadable, FileNotFoundError):
        return ()
