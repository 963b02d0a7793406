"""The folder that a site is written to: what is ours in it, and nothing else, is ever changed.

A list of what we wrote lies in the folder, and grows before each new file is written: so the next
run knows its own even after one that was cut off.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final, Self

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source.output import holds, tell_refusal, write_file

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
IS_LINK = Text(
    "{path} är en länk till något annat, och dit skriver fardplan inte. Ta bort länken.",
    "{path} is a link to something else, and fardplan does not write there. Remove the link.",
)
UNREADABLE = Text("{path} går inte att läsa: {reason}.", "{path} cannot be read: {reason}.")


@dataclass
class SiteFolder:
    """Writes files below a folder and takes away those that an earlier run wrote and none does now.

    Use it in a `with` statement. Raises CannotRun where something cannot be written.
    """

    folder: Path
    _before: frozenset[str] = frozenset()
    _now: set[str] = field(default_factory=set)
    _checked: set[Path] = field(default_factory=set)
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

    def _announce(self, address: str) -> None:
        with (self.folder / LIST).open("a", encoding="utf-8") as file:
            file.write(f"{address}\n")

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


def _read_list(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").split("\n")


def _list(addresses: Iterator[str] | frozenset[str] | set[str]) -> bytes:
    return "".join(f"{line}\n" for line in (HEAD, *sorted(addresses))).encode()


def _is_inside(address: str) -> bool:
    path = PurePosixPath(address)
    return bool(address) and not path.is_absolute() and ".." not in path.parts \
        and address != LIST and "\\" not in address  # fmt: skip


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # something of somebody else's lies there
