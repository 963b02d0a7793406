"""The files of a repository in one state, and the working tree as the user sees it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from fardplan.locales.reasons import tell_reason
from fardplan.locales.text import Lang, Localised, Text
from fardplan.model.paths import CONTENT
from fardplan.source._encoding import MAX_BYTES
from fardplan.source.root import OWN_FILES

SUFFIXES = (".yaml", ".yml")
"""How the files end that are looked at; only the first is read as part of a roadmap."""

_NOT_THROUGH_LINKS: int = getattr(os, "O_NOFOLLOW", 0)  # Windows has no such flag
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)  # Windows would change the line ends
    | _NOT_THROUGH_LINKS
    | getattr(os, "O_NONBLOCK", 0)  # a named pipe would wait for ever
)
_MOST_TRIES = 5
"""How often a file is read anew that is written to meanwhile."""

_IS_LINK = Text(
    "”{path}” är en länk till något annat och läses inte. Lägg en kopia där i stället.",
    "“{path}” is a link to something else and is not read. Put a copy there instead.",
)
_IS_NO_FILE = Text(
    "”{path}” är ingen vanlig fil och läses inte.", "“{path}” is no ordinary file and is not read."
)
_IS_FOLDER = Text("”{path}” är en mapp, ingen fil.", "“{path}” is a folder, not a file.")
_IS_OUTSIDE = Text(
    "”{path}” ligger utanför arkivet och läses inte.",
    "“{path}” lies outside the repository and is not read.",
)
_CHANGES = Text(
    "”{path}” ändras medan den läses. Kör kommandot igen när den är färdigsparad.",
    "“{path}” changes while it is being read. Run the command again when it has been saved.",
)
_VANISHED = Text("”{path}” finns inte längre.", "“{path}” no longer exists.")
_FORBIDDEN = Text("Du har inte rätt att läsa ”{path}”.", "You have no permission to read “{path}”.")
_FAILED = Text(
    "”{path}” går inte att läsa från disken ({reason}).",
    "“{path}” cannot be read from the disk ({reason}).",
)
_REASONS: Mapping[int, Text] = {
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EISDIR: _IS_FOLDER,
    errno.ELOOP: _IS_LINK,
    errno.EMLINK: _IS_LINK,
    errno.ENOENT: _VANISHED,
    errno.ENOTDIR: _VANISHED,
    errno.ENXIO: _IS_NO_FILE,
}


_Entry = os.DirEntry[str] | Path
"""What tells of a file how large it is and when it was changed."""


class Unreadable(Exception):
    """A file or folder that cannot be read, and why."""

    def __init__(self, path: str, text: Text, **values: object) -> None:
        """Keep the path and the text with its values (`path` among them)."""
        self.path = path
        self.text = text
        self.values: Mapping[str, object] = MappingProxyType({"path": path, **values})
        super().__init__(self.say("en"))

    def say(self, lang: Lang, /) -> str:
        """Return the reason in `lang`."""
        return self.text.say(lang, **self.values)


class Tree(Protocol):
    """The files that fardplan reads, in one state: on the disk, in a commit, in the index."""

    @property
    def label(self) -> str | Localised:
        """What the state is called in messages."""

    def paths(self) -> tuple[str, ...]:
        """Return the paths below `roadmaps/` and those of the files beside it, sorted."""

    def read(self, path: str) -> bytes:
        """Return the content of a file; raise Unreadable or FileNotFoundError."""


class WorkingTree:
    """The files as they lie on the disk.

    Hidden files, backups of editors and files of other kinds do not show. Symbolic links show, but
    are not followed: git keeps a link, not what it points at, so a version read from git would
    differ. They, and folders that cannot be listed, are among the paths, and reading them says why.
    """

    def __init__(self, root: Path, label: str = ".") -> None:
        """Take the folder that holds `roadmaps/`."""
        self.root = root
        self.label = label

    def paths(self) -> tuple[str, ...]:
        """Return the paths of everything that fardplan reads, sorted. Looks anew each time."""
        return tuple(sorted(path for path, _ in self._list()))

    def states(self) -> Iterator[tuple[str, os.stat_result | None]]:
        """Yield what the system tells of each of these, in the order in which they are listed."""
        for path, entry in self._list():
            try:
                yield path, entry.stat(follow_symlinks=False) if entry else None
            except OSError:
                yield path, None

    def _list(self) -> Iterator[tuple[str, _Entry | None]]:
        """Yield each path, with its entry where the folder that it lies in could be listed."""
        for name in OWN_FILES:
            if os.path.lexists(self.root / name):
                yield name, self.root / name
        if (self.root / CONTENT).is_symlink():
            yield CONTENT, None
        elif (self.root / CONTENT).is_dir():
            yield from self._list_below(CONTENT)

    def read(self, path: str) -> bytes:
        """Return the content of a file, or raise Unreadable.

        Of a file that is too large to be read as YAML only the first part comes, one byte more
        than the limit.
        """
        if path.startswith("/") or ".." in path.split("/"):
            raise Unreadable(path, _IS_OUTSIDE)
        whole = os.path.join(self.root, path)  # noqa: PTH118 - pathlib takes longer than to read
        try:
            if not _NOT_THROUGH_LINKS and Path(whole).is_symlink():
                raise Unreadable(path, _IS_LINK)
            return _read_ordinary(path, whole)
        except (OSError, ValueError) as error:
            raise _explain(path, error) from None

    def _list_below(self, top: str) -> Iterator[tuple[str, _Entry | None]]:
        """Yield what is in a folder and below it."""
        folders = [top]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(self.root / folder) as entries:
                    for entry in entries:
                        path = f"{folder}/{entry.name}"
                        if entry.name.startswith("."):
                            continue
                        if entry.is_dir(follow_symlinks=False):
                            folders.append(path)
                        elif path.endswith(SUFFIXES) or (entry.is_symlink() and entry.is_dir()):
                            yield path, entry
            except OSError:
                yield folder, None


def _read_ordinary(path: str, whole: str) -> bytes:
    """Return the content of a file that is no folder, pipe or device, as it was at one time."""
    for _ in range(_MOST_TRIES):
        descriptor = os.open(whole, _FLAGS)
        try:
            before = os.fstat(descriptor)
            if stat.S_ISDIR(before.st_mode):
                raise Unreadable(path, _IS_FOLDER)
            if not stat.S_ISREG(before.st_mode):
                raise Unreadable(path, _IS_NO_FILE)
            data = _read_much(descriptor, before.st_size)
            if _is_same(before, os.fstat(descriptor)):
                return data
        finally:
            os.close(descriptor)
    raise Unreadable(path, _CHANGES)


def _read_much(descriptor: int, size: int) -> bytes:
    """Return what a file of about this size holds, up to one byte more than the limit.

    Nothing stands between this and the system: Python's own files take longer than to read.
    """
    data = os.read(descriptor, min(size, MAX_BYTES) + 1)  # one more, to see whether it has grown
    while len(data) != size and len(data) <= MAX_BYTES:
        more = os.read(descriptor, MAX_BYTES + 1 - len(data))
        if not more:
            break
        data += more
    return data


def _is_same(before: os.stat_result, after: os.stat_result) -> bool:
    """Tell whether a file has not been written to in between."""
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def _explain(path: str, error: OSError | ValueError) -> Unreadable:
    """Return the reason that the system gives, in plain words where there are any."""
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    if known:
        return Unreadable(path, known)
    return Unreadable(path, _FAILED, reason=tell_reason(error))
