"""The folder that a site is written to: what is ours in it, and nothing else, is ever changed.

A list of what we wrote lies in the folder, and grows before each new file is written: so the next
run knows its own even after one that was cut off.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple, Self

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source.output import IS_LINK, append_file, holds, tell_refusal, write_file

LIST: Final = ".fardplan-site"
HEAD: Final = "fardplan site 1"
"""The first line of the list, by which a folder is known to hold a site."""

NOT_OURS = Text(
    "Mappen {folder} innehåller annat än en webbplats som fardplan har gjort. "
    "Ange en tom mapp, eller en ny: fardplan site -o MAPP",
    "The folder {folder} holds something else than a site made by fardplan. "
    "Name an empty folder, or a new one: fardplan site -o FOLDER",
)
NO_FOLDER = Text(
    "{folder} är ingen mapp. Ange en mapp: fardplan site -o MAPP",
    "{folder} is no folder. Name one: fardplan site -o FOLDER",
)
UNREADABLE = Text("{path} går inte att läsa: {reason}.", "{path} cannot be read: {reason}.")


_RACY_NS: Final = 2_000_000_000
"""For so long after a change the coarsest clocks may not tell it from the next one."""


class Note(NamedTuple):
    """What the system tells of a file, "" where that is too young to be sure, and its content."""

    state: str
    digest: str


@dataclass
class SiteFolder:
    """Writes files below a folder and takes away those that an earlier run wrote and none does now.

    Use it in a `with` statement. Raises CannotRun where something cannot be written.
    """

    folder: Path
    _before: frozenset[str] = frozenset()
    _now: set[str] = field(default_factory=set)
    _checked: set[Path] = field(default_factory=set)
    _digests: dict[str, str] = field(default_factory=dict)
    written: int = 0
    """How many files are new or other than before."""
    removed: int = 0
    spared: list[str] = field(default_factory=list)
    """The files of somebody else that stand where one of ours would, and were left alone."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the folder, which has to be new, empty or a site of ours."""
        try:
            if not folder.exists():
                return cls(folder)
            if not folder.is_dir():
                raise CannotRun(NO_FOLDER, folder=str(folder))
            names = {one.name for one in folder.iterdir()}
            lines = _read_list(folder / LIST) if LIST in names else []
        except OSError as error:
            raise CannotRun(UNREADABLE, path=str(folder), reason=tell_refusal(error)) from error
        if names and lines[:1] != [HEAD]:
            raise CannotRun(NOT_OURS, folder=str(folder))
        return cls(folder, frozenset(line for line in lines[1:] if _is_inside(line)))

    def __enter__(self) -> Self:
        """Begin: from here on the folder is known as a site of ours."""
        write_file(self.folder / LIST, _list(self._before))
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Take away what is left over; where the run was cut off, only note what was written."""
        if kind is None:
            self._sweep()
        if self.folder.is_dir():
            kept = self._now if kind is None else self._now | self._before
            write_file(self.folder / LIST, _list(kept - set(self.spared)))

    def write(self, address: str, data: bytes) -> None:
        """Write a file unless it holds just this already; a file of somebody else's is left."""
        if not _is_inside(address):
            raise ValueError(address)
        path = self.folder / address
        self._refuse_links(path)
        self._digests[address] = _digest(data)
        ours = address in self._before
        if holds(path, data):
            self._now.add(address)
            return
        if not ours and address not in self._now:
            if os.path.lexists(path):
                self.spared.append(address)
                return
            self._announce(address)
        self._now.add(address)
        self.written += 1
        write_file(path, data)

    def holds_all(self, noted: Mapping[str, Note]) -> bool:
        """Tell whether files are ours and hold what they held when they were noted."""
        for folder in {address.rpartition("/")[0] for address in noted}:
            self._refuse_links(self.folder / folder)
        return self._before >= noted.keys() and all(
            _is_as_noted(f"{self.folder}/{address}", note) for address, note in noted.items()
        )

    def holds_only(self, noted: Mapping[str, Note]) -> bool:
        """Tell whether these files, as they were noted, are all that is ours here."""
        return self._before == noted.keys() and self.holds_all(noted)

    def keep(self, noted: Mapping[str, Note]) -> None:
        """Leave files as they are, as if they had been written again."""
        self._now.update(noted)
        self._digests.update({address: note.digest for address, note in noted.items()})

    def note(self, addresses: Iterable[str]) -> dict[str, Note]:
        """Return the content of files that were written or kept, and what the system tells."""
        settled = time.time_ns() - _RACY_NS
        notes: dict[str, Note] = {}
        for address in addresses:
            state, changed = _look(f"{self.folder}/{address}")
            notes[address] = Note(state if changed < settled else "", self._digests[address])
        return notes

    def _announce(self, address: str) -> None:
        append_file(self.folder / LIST, f"{address}\n".encode())

    def _refuse_links(self, path: Path) -> None:
        """Refuse to write through a link: it may lead out of the folder."""
        for place in (path, *path.parents):
            if place == self.folder or place in self._checked:
                break
            if place.is_symlink():
                raise CannotRun(IS_LINK, path=str(place))
            if place is not path:
                self._checked.add(place)

    def _sweep(self) -> None:
        folders: set[Path] = set()
        for address in sorted(self._before - self._now):
            path = self.folder / address
            self._refuse_links(path.parent)
            try:
                path.unlink()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise CannotRun(UNREADABLE, path=str(path), reason=tell_refusal(error)) from error
            self.removed += 1
            folders.update(path.parents)
        for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
            if folder.is_relative_to(self.folder) and folder != self.folder:
                _remove_empty(folder)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _is_as_noted(path: str, note: Note) -> bool:
    """Tell whether a file is what it was; only where the system tells otherwise, by reading it."""
    state, _ = _look(path)
    if not state or state == note.state:
        return bool(state)
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib takes longer than to read
            return _digest(file.read()) == note.digest
    except OSError:
        return False


def _look(path: str) -> tuple[str, int]:
    """Return what the system tells of an ordinary file, and when it changed; "" of all else."""
    try:
        seen = os.lstat(path)
    except OSError:
        return "", 0
    if not stat.S_ISREG(seen.st_mode):
        return "", 0
    told = (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
    return " ".join(map(str, told)), max(seen.st_mtime_ns, seen.st_ctime_ns)


def _read_list(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").split("\n")


def _list(addresses: Iterator[str] | frozenset[str] | set[str]) -> bytes:
    return "".join(f"{line}\n" for line in (HEAD, *sorted(addresses))).encode()


def _is_inside(address: str) -> bool:
    path = PurePosixPath(address)
    return bool(address) and not path.is_absolute() and ".." not in path.parts \
        and address != LIST and not {"\\", ":"} & set(address)  # fmt: skip


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # something of somebody else's lies there
