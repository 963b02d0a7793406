"""The journal of an edit under way: how every file was, should the edit be cut off.

It lies beside `roadmaps/` from before the first change until after the last. Whoever finds it and
can lock it knows that the one who wrote it is gone, and puts everything back. A journal that was
cut off itself is not whole, and then nothing had been changed yet. The lock is the system's own, so
that it ends with the program that holds it, however that ends; where there are none (Windows) two
commands at once are not told apart from one that was cut off.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source.output import find_leftovers, tell_refusal, write_file
from fardplan.source.root import JOURNAL

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

BUSY = Text(
    "Ett annat fardplan-kommando ändrar filerna just nu. Försök igen om en stund.",
    "Another fardplan command is changing the files right now. Try again in a while.",
)
NOT_BEGUN = Text(
    "Det går inte att skriva i mappen {folder}: {reason}. Inget är ändrat.",
    "The folder {folder} cannot be written to: {reason}. Nothing is changed.",
)
CHANGED_SINCE = Text(
    "Ett tidigare kommando avbröts innan det var klart, och {path} har ändrats sedan dess. "
    "Återställ mappen roadmaps ur git eller gå igenom ändringarna själv, och ta sedan bort "
    "filen {journal}.",
    "An earlier command was cut off before it was done, and {path} has changed since. "
    "Restore the folder roadmaps from git or go through the changes yourself, and then delete "
    "the file {journal}.",
)
HALF_UNDONE = Text(
    "Det gick fel på vägen, och {path} gick inte att återställa: {reason}. "
    "Nästa gång du kör fardplan görs ett nytt försök.",
    "It went wrong on the way, and {path} could not be restored: {reason}. "
    "The next time you run fardplan it is tried again.",
)

_PATIENCE: Final = 5.0
"""Seconds to wait for another command that is changing files: it takes a fraction of one."""
_NOT_THROUGH_LINKS: int = getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Journal:
    """What an edit changes: a path that moves, and by path after that what was and what will be.

    None as content means that there is no file.
    """

    move: tuple[str, str] | None
    before: Mapping[str, bytes | None]
    marks: Mapping[str, str | None]
    """A hash of what will be, so that a file that somebody else has changed is known."""

    @classmethod
    def of(
        cls,
        move: tuple[str, str] | None,
        before: Mapping[str, bytes | None],
        after: Mapping[str, bytes | None],
    ) -> Self:
        """Make a journal of contents."""
        return cls(move, before, {path: _mark(data) for path, data in after.items()})

    @classmethod
    def read(cls, data: bytes) -> Self | None:
        """Return what a journal says; None where it is not whole or no journal of ours."""
        try:
            told = json.loads(data)
            move = tuple(map(_inside, told["move"])) if told["move"] else None
            before = {
                _inside(path): None if old is None else base64.b64decode(old)
                for path, (old, _) in told["files"].items()
            }
            marks = {path: mark for path, (_, mark) in told["files"].items()}
        except (ValueError, TypeError, KeyError, AttributeError):
            return None
        return cls(move, before, marks)  # type: ignore[arg-type]  # a pair, as it was written

    def write(self) -> bytes:
        """Return the journal as it is kept."""
        files = {
            path: (None if old is None else base64.b64encode(old).decode(), self.marks[path])
            for path, old in self.before.items()
        }
        return json.dumps({"fardplan": 1, "move": self.move, "files": files}).encode()

    def put_back(self, root: Path) -> None:
        """Make everything as it was, however far the edit had come; nothing if that cannot be.

        Raises CannotRun where a file is neither as it was nor as the edit would leave it.
        """
        moved = self.move is not None and _is_listed(root / self.move[1])
        places = {path: root / (path if moved else self._now(path)) for path in self.before}
        for path, place in places.items():
            content = _content(root, place)
            known = (None, self.marks[path], _mark(self.before[path]))
            if _mark(content) not in known:
                raise CannotRun(CHANGED_SINCE, path=path, journal=JOURNAL)
        for path, place in reversed(places.items()):
            self._restore(path, place, root)
        if moved and self.move:
            self._move_back(root, *self.move)

    def _now(self, path: str) -> str:
        """Return where the file lies before the move that will lie at a path."""
        if self.move and (path == self.move[1] or path.startswith(f"{self.move[1]}/")):
            return self.move[0] + path.removeprefix(self.move[1])
        return path

    def _restore(self, path: str, place: Path, root: Path) -> None:
        old = self.before[path]
        try:
            if old is None:
                place.unlink(missing_ok=True)
            elif _content(root, place) != old:
                write_file(place, old)
            for leftover in find_leftovers(place):
                leftover.unlink(missing_ok=True)
        except OSError as error:
            raise CannotRun(HALF_UNDONE, path=path, reason=tell_refusal(error)) from error

    @staticmethod
    def _move_back(root: Path, old: str, new: str) -> None:
        try:
            (root / new).rename(root / old)
        except OSError as error:
            raise CannotRun(HALF_UNDONE, path=old, reason=tell_refusal(error)) from error


@contextlib.contextmanager
def keep_journal(root: Path, journal: Journal, check: Callable[[], object]) -> Iterator[None]:
    """Keep a journal while an edit is made; put everything back where that fails.

    `check` is called when no other edit can be under way, and may raise. Raises CannotRun where one
    is under way or the journal cannot be written.
    """
    path = root / JOURNAL
    descriptor = _begin(root)
    try:
        try:
            check()
            _fill(root, descriptor, journal.write())
        except BaseException:
            path.unlink()
            raise
        try:
            yield
        except BaseException:
            journal.put_back(root)
            path.unlink()
            raise
        path.unlink()
    finally:
        os.close(descriptor)


def recover(root: Path) -> bool:
    """Put back what an edit that was cut off has changed; tell whether there was one.

    Waits for an edit that is under way. Raises CannotRun where it does not end, or where someone
    has gone on working on what it left.
    """
    path = root / JOURNAL
    try:
        descriptor = os.open(path, os.O_RDWR | _NOT_THROUGH_LINKS)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise CannotRun(NOT_BEGUN, folder=root, reason=tell_refusal(error)) from error
    try:
        _lock(descriptor)
        if not _is_at(descriptor, path):  # it was done in the meantime
            return False
        with os.fdopen(os.dup(descriptor), "rb") as file:
            journal = Journal.read(file.read())
        if journal is not None:
            journal.put_back(root)
        path.unlink()
        return journal is not None
    finally:
        os.close(descriptor)


def _begin(root: Path) -> int:
    """Make the journal's file, empty and locked."""
    path = root / JOURNAL
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            recover(root)
            continue
        except OSError as error:
            raise CannotRun(NOT_BEGUN, folder=root, reason=tell_refusal(error)) from error
        try:
            _lock(descriptor)
        except CannotRun:
            os.close(descriptor)
            raise
        if _is_at(descriptor, path):
            return descriptor
        os.close(descriptor)  # someone saw it empty, took it for one that was cut off, and tidied
    raise CannotRun(BUSY)


def _fill(root: Path, descriptor: int, data: bytes) -> None:
    try:
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
    except OSError as error:
        raise CannotRun(NOT_BEGUN, folder=root, reason=tell_refusal(error)) from error


def _lock(descriptor: int) -> None:
    """Lock a journal; raises CannotRun where another program keeps it."""
    deadline = time.monotonic() + _PATIENCE
    while fcntl is not None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise CannotRun(BUSY) from None
            time.sleep(0.02)
        except OSError:  # a file system without locks
            return
        else:
            return


def _is_at(descriptor: int, path: Path) -> bool:
    """Tell whether the open file is the one that lies at a path."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except OSError:
        return False


def _is_listed(path: Path) -> bool:
    """Tell whether a folder names a path just so, also where letters' case makes no difference."""
    try:
        return path.name in os.listdir(path.parent)  # noqa: PTH208 - names, not paths
    except OSError:
        return False


def _inside(path: Any) -> str:
    """Return a path of a journal; raises ValueError where it leads out of the repository.

    A journal may have come with a repository from elsewhere.
    """
    parts = path.split("/")
    if not {"", ".", "..", ".git"}.isdisjoint(parts) or "\\" in path or ":" in path:
        raise ValueError(path)
    return str(path)


def _content(root: Path, place: Path) -> bytes | None:
    """Return what a file holds, None where there is none; links are nobody's content."""
    if place.is_symlink() or not place.parent.resolve().is_relative_to(root.resolve()):
        raise CannotRun(CHANGED_SINCE, path=place.relative_to(root).as_posix(), journal=JOURNAL)
    try:
        return place.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotRun(HALF_UNDONE, path=place, reason=tell_refusal(error)) from error


def _mark(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
