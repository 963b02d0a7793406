"""Which files differ between one state and another."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from fardplan.source._encoding import MAX_BYTES
from fardplan.source._git_tree import GitTree
from fardplan.source.tree import Tree, Unreadable

_SHA256_DIGITS = 64


def find_differing(new: Tree, old: Tree) -> frozenset[str]:
    """Return the paths that only one of the trees holds, or that differ in content.

    Files on the disk may have other line ends than git keeps, as on Windows, and are the same for
    all that. What is not opened (links, other repositories) is the same wherever it is not opened.
    """
    here, there = frozenset(new.paths()), frozenset(old.paths())
    before = old.blob_ids() if isinstance(old, GitTree) else {}
    if isinstance(new, GitTree) and isinstance(old, GitTree):
        after = new.blob_ids()
        changed = (path for path in here & there if after.get(path) != before.get(path))
    else:
        changed = (path for path in here & there if not _is_same(path, new, old, before))
    return (here ^ there).union(changed)


def _is_same(path: str, new: Tree, old: Tree, ids: Mapping[str, str]) -> bool:
    """Tell whether a file is the same in both, by the id of the old content where that is known."""
    data = _read(new, path)
    if data is not None and path in ids and _take_id(data, len(ids[path])) == ids[path]:
        return True
    return data == _read(old, path)


def _read(tree: Tree, path: str) -> bytes | None:
    """Return as much as is read of any file, with plain line ends; None for what is not opened."""
    try:
        return tree.read(path)[: MAX_BYTES + 1].replace(b"\r\n", b"\n")
    except Unreadable:
        return None


def _take_id(data: bytes, digits: int) -> str:
    """Return the id that git gives a content."""
    name = "sha256" if digits == _SHA256_DIGITS else "sha1"
    return hashlib.new(name, b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()
