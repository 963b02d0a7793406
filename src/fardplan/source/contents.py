"""What each file of a state holds, as an id of its content: remembered, or read.

The ids are git's own, so that the working tree, the index and any revision tell of the same
content by the same id. They are kept by home: a roadmap's folder, what all roadmaps share, and the
program's own files beside them.
"""

from __future__ import annotations

import hashlib
import json
import stat
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache as remember
from functools import cached_property
from pathlib import Path
from typing import Any

from fardplan.source._git_tree import GitTree
from fardplan.source.cache import Cache
from fardplan.source.tree import Tree, Unreadable, WorkingTree

OWN, SHARED = ".", ""
"""The homes of the program's own files, and of what all roadmaps share."""

Ids = Mapping[str, str]
"""The id of each file's content, by path."""

_SEEN = "/seen"  # no folder is called so
_RACY_NS = 2_000_000_000
"""A file may be changed again without a trace for as long after a change as a clock stands still.

The coarsest clocks of file systems count whole pairs of seconds.
"""


class Contents:
    """What the files of a state hold: one digest for each home, and the ids of its files."""

    def __init__(self, digests: Mapping[str, str], find_ids: Callable[[str], Ids]) -> None:
        """Take the digests by home, and what finds the ids of the files in one."""
        self.digests = digests
        self.ids_in = remember(find_ids)

    @cached_property
    def digest(self) -> str:
        """One digest for all that there is."""
        return _sum_up(f"{home}\0{self.digests[home]}" for home in sorted(self.digests))


class Snapshot:
    """The working tree, listed once, with the id of what each file holds.

    A file is only read to find its id where the system tells of it otherwise than when it was last
    read, or where that was too soon after a change to be sure.
    """

    label = "."

    def __init__(self, root: Path, cache: Cache, algorithm: str = "sha1") -> None:
        """Take the folder that holds `roadmaps/`, and the algorithm of git's ids there."""
        self.root = root
        self.is_steady = True
        """Whether all that was read is what the ids are of; else someone is writing."""
        self._tree = WorkingTree(root)
        self._cache = cache
        self._kind = f"files-{algorithm}"
        self._algorithm = algorithm
        self._began = time.time_ns()
        self._states = _look(self._tree)
        self._read: dict[str, bytes] = {}
        self._ids: dict[str, Ids] = {}

    def paths(self) -> tuple[str, ...]:
        """Return the paths of everything that fardplan reads, sorted, as they were at first."""
        return self._paths

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return tuple(sorted(path for states in self._states.values() for path in states))

    def read(self, path: str) -> bytes:
        """Return the content of a file, or raise Unreadable.

        What was read to find an id is not read again: it is judged as it was then.
        """
        if path in self._read:
            return self._read[path]
        data = self._tree.read(path)
        if self.contents and self.contents.ids_in(home_of(path)).get(path) != self._identify(data):
            self.is_steady = False
        return data

    @cached_property
    def contents(self) -> Contents | None:
        """What the files hold; None where one of them is no ordinary file or cannot be read."""
        if not all(all(states.values()) for states in self._states.values()):
            return None
        seen = _parse(self._cache.read(self._kind, _SEEN))
        digests: dict[str, str] = {}
        kept: dict[str, list[str]] = {}
        entries: dict[str, str | None] = dict.fromkeys(seen.keys() - self._states.keys())
        try:
            for home, states in self._states.items():
                state = _sum_up(map("\0".join, states.items()))
                old = seen.get(home)
                if old and old[0] == state:
                    digests[home], kept[home] = old[1], old
                    continue
                ids = self._find_ids(home)
                digests[home] = digest_ids(ids)
                safe = {path: (states[path], ids[path]) for path in ids if self._is_safe(path)}
                entries[home] = json.dumps(safe)
                if len(safe) == len(states):
                    kept[home] = [state, digests[home]]
        except (Unreadable, UnicodeEncodeError):
            return None
        if entries:
            self._cache.write(self._kind, {**entries, _SEEN: json.dumps(kept)})
        return Contents(digests, self._find_ids)

    def _find_ids(self, home: str) -> Ids:
        """Return the ids of the files in one home, read where nothing is known of them.

        Raises Unreadable.
        """
        if home not in self._ids:
            states = self._states.get(home, {})
            table = _parse(self._cache.read(self._kind, home))
            self._ids[home] = {
                path: self._find_id(path, state, table.get(path)) for path, state in states.items()
            }
        return self._ids[home]

    def _find_id(self, path: str, state: str, known: Sequence[str] | None) -> str:
        if known and known[0] == state:
            return known[1]
        data = self._read[path] = self._tree.read(path)
        return self._identify(data)

    def _identify(self, data: bytes) -> str:
        """Return the id that git gives a content."""
        return hashlib.new(self._algorithm, b"blob %d\0%b" % (len(data), data)).hexdigest()

    def _is_safe(self, path: str) -> bool:
        """Tell whether no change can hide behind what the system tells of a file now."""
        _, changed, touched, *_ = map(int, self._states[home_of(path)][path].split())
        return max(changed, touched) < self._began - _RACY_NS


def find_contents(tree: Tree) -> Contents | None:
    """Return what the files of a state hold; None where that cannot be told of all of them."""
    if isinstance(tree, Snapshot):
        return tree.contents
    if not isinstance(tree, GitTree):
        return None
    blobs = tree.blob_ids()
    homes: dict[str, dict[str, str]] = {}
    for path, blob in blobs.items():
        homes.setdefault(home_of(path), {})[path] = blob
    if len(blobs) != len(tree.paths()):
        return None
    try:
        digests = {home: digest_ids(ids) for home, ids in homes.items()}
    except UnicodeEncodeError:
        return None
    return Contents(digests, lambda home: homes.get(home, {}))


def home_of(path: str) -> str:
    """Return the home of a file."""
    _, *parts = path.split("/", 2)
    if not parts:
        return OWN
    return parts[0] if len(parts) == 2 else SHARED


def digest_ids(ids: Ids) -> str:
    """Return one digest for what some files hold."""
    return _sum_up(f"{path}\0{ids[path]}" for path in sorted(ids))


def _look(tree: WorkingTree) -> Mapping[str, Mapping[str, str]]:
    """Return by home what the system tells of each file; "" of what is no ordinary file."""
    homes: dict[str, dict[str, str]] = {}
    for path, state in tree.states():
        told = ""
        if state is not None and stat.S_ISREG(state.st_mode):
            told = (
                f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino} "
                f"{state.st_mode}"
            )
        homes.setdefault(home_of(path), {})[path] = told
    return homes


def _sum_up(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _parse(kept: str | None) -> dict[str, Any]:
    """Return what was kept, empty where nothing was."""
    values = json.loads(kept) if kept else {}
    return values if isinstance(values, dict) else {}
