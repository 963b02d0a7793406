"""Contents of a repository's objects, read through one long-lived `git cat-file --batch`."""

from __future__ import annotations

import os
import re
import subprocess
import weakref
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import IO

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source._git_process import (
    compose_command,
    compose_environment,
    is_partial,
    list_fetch_programs,
)

GIT_STOPPED = Text(
    "Git slutade svara medan arkivet i {folder} lästes. Arkivet kan vara skadat: kör git fsck.",
    "Git stopped answering while the repository in {folder} was read. "
    "The repository may be damaged: run git fsck.",
)
NOT_FETCHED = Text(
    "Klonen i {folder} har inte hämtat allt innehåll, och det gick inte att hämta nu. Se efter att "
    "servern går att nå och försök igen, eller klona utan --filter.",
    "The clone in {folder} has not fetched all content, and could not fetch it now. See that the "
    "server can be reached and try again, or clone without --filter.",
)
NOT_TRUSTED = Text(
    "Klonen i {folder} har inte hämtat allt innehåll, och dess egna inställningar säger vilka "
    "program som ska köras för att hämta det ({keys}). De körs inte. Klona på nytt utan --filter.",
    "The clone in {folder} has not fetched all content, and its own settings say which programs "
    "are to be run to fetch it ({keys}). They are not run. Clone anew without --filter.",
)

# So many names fit into the smallest pipe buffer in use (4 KiB) that writing them never waits for
# git, which may itself be waiting for its first answer to be read.
_NAMES_AT_A_TIME = 24
_LONGEST_BATCH = 3500
_HEADER = re.compile(rb"(?:[0-9a-f]{40}|[0-9a-f]{64}) ([a-z]+) ([0-9]+)\n")


class ObjectReader:
    """Read blobs by name, many at a time, from a git that is started at the first question.

    A name is an object's id, or `COMMIT:PATH`. The child process ends with `close`, with the
    reader, or with the program. A forked child starts a git of its own.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the folder; nothing is started yet."""
        self._folder = folder
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._fetching = False
        self._stop: weakref.finalize[[subprocess.Popen[bytes], int], ObjectReader] | None = None

    def read(self, names: Iterable[str]) -> Iterator[bytes | None]:
        """Yield each blob's content in order; None for what is missing or is no blob.

        Raises CannotRun when git stops in the middle, ValueError for a name with a line break.
        """
        rest = iter(names)
        while batch := list(islice(rest, _NAMES_AT_A_TIME)):
            encoded = [name.encode("utf-8", "surrogateescape") for name in batch]
            if any(b"\n" in name for name in encoded):
                raise ValueError("a name with a line break cannot be asked for")
            yield from self._ask_for_all(encoded)

    def close(self) -> None:
        """End the child process, if one runs; the next question starts a new one."""
        with self._lock:
            self._end()

    def _ask_for_all(self, names: Sequence[bytes]) -> list[bytes | None]:
        one_by_one = sum(map(len, names)) + len(names) > _LONGEST_BATCH
        batches = [[name] for name in names] if one_by_one else [names]
        with self._lock:
            return [blob for batch in batches for blob in self._ask_or_fetch(batch)]

    def _ask_or_fetch(self, names: Sequence[bytes]) -> list[bytes | None]:
        """Ask, and once more of a git that may fetch, where a partial clone lacks something."""
        try:
            return self._ask(names)
        except (BrokenPipeError, EOFError):
            self._end()
            self._allow_fetching()
            return self._ask_or_fetch(names)

    def _allow_fetching(self) -> None:
        """Let git fetch from now on; raises CannotRun where that is in vain or not to be done."""
        partial = is_partial(self._folder)
        if self._fetching or not partial:
            raise CannotRun(NOT_FETCHED if partial else GIT_STOPPED, folder=self._folder) from None
        if programs := list_fetch_programs(self._folder):
            keys = ", ".join(programs)
            raise CannotRun(NOT_TRUSTED, folder=self._folder, keys=keys) from None
        self._fetching = True

    def _ask(self, names: Sequence[bytes]) -> list[bytes | None]:
        process = self._start()
        assert process.stdin is not None  # noqa: S101 (both are pipes)
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(b"".join(name + b"\n" for name in names))
        process.stdin.flush()
        return [_read_answer(process.stdout) for _ in names]

    def _end(self) -> None:
        if self._stop is not None:
            self._stop()
        self._process = self._stop = None

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._owner == os.getpid():
            return self._process
        self._process = subprocess.Popen(
            compose_command(self._folder, ("cat-file", "--batch")),
            cwd=self._folder,
            env=compose_environment(fetching=self._fetching),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._owner = os.getpid()
        self._stop = weakref.finalize(self, _end_process, self._process, self._owner)
        return self._process


def _read_answer(answers: IO[bytes]) -> bytes | None:
    """Return one blob, or None where the header says that there is none."""
    header = answers.readline()
    if not header:
        raise EOFError
    match = _HEADER.fullmatch(header)
    if match is None:
        return None
    size = int(match[2])
    content = answers.read(size + 1)
    if len(content) <= size:
        raise EOFError
    return content[:-1] if match[1] == b"blob" else None


def _end_process(process: subprocess.Popen[bytes], owner: int) -> None:
    """Close the pipes, which ends git, and wait for it; leave a parent's git to the parent."""
    if os.getpid() != owner:
        process.returncode = 0  # so that this copy does not complain about a child not its own
        return
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue
    process.wait()
