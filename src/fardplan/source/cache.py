"""What an earlier run found out, kept in the user's own cache folder.

Nothing depends on it: it can be deleted at any time, and where it is damaged, foreign or cannot be
written everything is found out anew, without a word. It lies outside the repository, so that no
change that somebody proposes can bring one along, and it holds only text with a checksum.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")

FORMAT = 1
"""Raised when what is kept changes its form: what is of another form is not read."""

MOST_KEPT = 48
"""How many of a kind are kept when there is no end to what could be: the least used go."""

_UNUSED_DAYS = 60
_WAIT_SECONDS = 1.0
_TABLE = """\
CREATE TABLE kept (
  kind TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, checksum BLOB NOT NULL,
  used REAL NOT NULL, PRIMARY KEY (kind, name)
) WITHOUT ROWID"""


class Cache:
    """Texts by kind and name, of one repository. Whatever goes wrong, there is just nothing."""

    def __init__(self, file: Path | None) -> None:
        """Take the file, or None for a cache that keeps nothing. It is opened when it is asked."""
        self._file = file
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        """Return the cache itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._close()

    def let_go(self) -> None:
        """Let go of the file until it is asked again: no two processes may share what is open."""
        self._close()

    @property
    def is_kept(self) -> bool:
        """Whether there is anywhere to keep anything, as far as is known."""
        return self._file is not None

    def read(self, kind: str, name: str) -> str | None:
        """Return what is kept under a name, if anything is."""
        return next(iter(self._select(kind, "AND name = ?", name).values()), None)

    def read_all(self, kind: str) -> dict[str, str]:
        """Return all that is kept of a kind, by name."""
        return self._select(kind)

    def write(self, kind: str, entries: Mapping[str, str | None], *, most: int = 0) -> None:
        """Keep these, and forget those that are None; all of them or none.

        With `most`, only so many of the kind are left: those written last.
        """

        def change(connection: Connection) -> None:
            _put(connection, kind, entries)
            if most:
                connection.execute(
                    "DELETE FROM kept WHERE kind = ? AND name NOT IN "
                    "(SELECT name FROM kept WHERE kind = ? ORDER BY used DESC LIMIT ?)",
                    (kind, kind, most),
                )

        self._change(change)

    def replace(
        self, kind: str, entries: Mapping[str, str | None], *, guard: str, seen: str | None
    ) -> None:
        """Keep these as `write` does, unless someone else has changed the entry `guard` since.

        `seen` is what it held when it was read. So what one run has worked out from what was kept
        never mixes with what another has.
        """

        def change(connection: Connection) -> None:
            query = "SELECT content FROM kept WHERE kind = ? AND name = ?"
            row = connection.execute(query, (kind, guard)).fetchone()
            if (row and row[0]) == seen:
                _put(connection, kind, entries)

        self._change(change)

    def drop_kinds(self, prefix: str, most: int) -> None:
        """Forget the kinds of this prefix, but for so many that were written last."""

        def change(connection: Connection) -> None:
            rows = connection.execute(
                "SELECT kind FROM kept WHERE substr(kind, 1, ?) = ? GROUP BY kind "
                "ORDER BY max(used) DESC LIMIT -1 OFFSET ?",
                (len(prefix), prefix, most),
            ).fetchall()
            connection.executemany("DELETE FROM kept WHERE kind = ?", rows)

        self._change(change)

    def _select(self, kind: str, more: str = "", *values: str) -> dict[str, str]:
        def ask(connection: Connection) -> dict[str, str]:
            query = f"SELECT name, content, checksum FROM kept WHERE kind = ? {more}"  # noqa: S608 - of this file
            rows = connection.execute(query, (kind, *values)).fetchall()
            if any(checksum != _sum_up(kind, name, content) for name, content, checksum in rows):
                raise _Damaged
            return {name: content for name, content, _ in rows}

        return self._try(ask) or {}

    def _change(self, change: Callable[[Connection], None]) -> None:
        """Make changes together or not at all."""

        def make(connection: Connection) -> None:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                change(connection)

        self._try(make)

    def _try(self, work: Callable[[Connection], T]) -> T | None:
        """Return what comes of work with the file; None where there is none, or it will not do.

        A file that is no such cache, or no whole one, is deleted: the next run makes it anew.
        """
        if self._file is None:
            return None
        from sqlite3 import DatabaseError, OperationalError

        try:
            if self._connection is None:
                self._connection = _connect(self._file)
            return work(self._connection)
        except (OperationalError, OSError):  # locked, no room, no permission: not for this run
            self._give_up()
        except (DatabaseError, _Damaged, TypeError, ValueError):
            _delete(self._give_up())
        return None

    def _give_up(self) -> Path | None:
        """Do without from now on, and return the file that there was."""
        self._close()
        file, self._file = self._file, None
        return file

    def _close(self) -> None:
        if self._connection is not None:
            with suppress(Exception):  # nothing that was to be kept is of any worth any more
                self._connection.close()
            self._connection = None


class _Damaged(Exception):
    """What is kept is not what was written."""


def open_cache(root: Path, *, wanted: bool = True) -> Cache:
    """Return the cache of the repository in `root`, one that keeps nothing where there is none."""
    folder = find_folder() if wanted else None
    if folder is None:
        return Cache(None)
    here = os.path.realpath(root)
    name = hashlib.sha256(os.fsencode(here)).hexdigest()[:32]
    file = folder / f"{name}-{FORMAT}.sqlite3"
    if file.is_relative_to(here):  # then whoever changes the repository could put it there
        return Cache(None)
    return Cache(file)


def find_folder() -> Path | None:
    """Return where this user's programs keep what can be found out anew; None where nowhere is."""
    chosen = os.environ.get("XDG_CACHE_HOME")
    if chosen and Path(chosen).is_absolute():
        return Path(os.path.realpath(chosen), "fardplan")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local, "fardplan", "Cache") if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if not home.is_absolute() or not home.is_dir():
        return None
    return Path(home, "Library/Caches" if sys.platform == "darwin" else ".cache", "fardplan")


def _connect(file: Path) -> Connection:
    """Open a cache that is there and this user's, or make one; raises OSError, sqlite3.Error."""
    import sqlite3

    if file.exists():
        if hasattr(os, "geteuid") and file.stat().st_uid != os.geteuid():
            raise PermissionError
    else:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _tidy(file.parent)
    connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        found = connection.execute("SELECT sql FROM sqlite_master").fetchall()
        if not found:
            connection.execute(_TABLE)
        elif found != [(_TABLE,)]:
            raise _Damaged  # noqa: TRY301 - what is open is to be closed all the same
        return connection
    except (sqlite3.Error, _Damaged):
        connection.close()
        raise


def _connect_nowhere() -> Connection:
    """Open an empty cache that ends with the program."""
    import sqlite3

    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(_TABLE)
    return connection


def _tidy(folder: Path) -> None:
    """Delete the caches that no one has used for long, of repositories that may be gone."""
    for file in folder.glob("*.sqlite3"):
        with suppress(OSError):
            if time() - file.stat().st_mtime > _UNUSED_DAYS * 86_400:
                _delete(file)


def _put(connection: Connection, kind: str, entries: Mapping[str, str | None]) -> None:
    gone = [(kind, name) for name, content in entries.items() if content is None]
    kept = [
        (kind, name, content, _sum_up(kind, name, content), time())
        for name, content in entries.items()
        if content is not None
    ]
    connection.executemany("DELETE FROM kept WHERE kind = ? AND name = ?", gone)
    connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", kept)


def _delete(file: Path | None) -> None:
    for path in (file, file.with_name(f"{file.name}-journal")) if file else ():
        with suppress(OSError):
            path.unlink()


def _sum_up(kind: str, name: str, content: str) -> bytes:
    written = f"{kind}\0{name}\0{content}".encode(errors="surrogatepass")
    return hashlib.blake2b(written, digest_size=16).digest()
