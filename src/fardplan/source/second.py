"""A second process that shares the work, where there is a processor to spare for it.

It gets its part of the memory as it is (which only `fork` can give) and sends back plain values.
Nothing depends on it: where there can be none, or it is ended by someone, the first does it all.
"""

from __future__ import annotations

import marshal
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

_ROOM = 1 << 20
"""Bytes that may wait in a pipe, so that neither process waits for the other for long."""


class Channel:
    """What the two processes tell each other."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        """Take the end of one pipe that is read, and that of another that is written."""
        _widen(outgoing)
        self._incoming: IO[bytes] = os.fdopen(incoming, "rb")
        self._outgoing: IO[bytes] = os.fdopen(outgoing, "wb")

    def send(self, value: Any) -> None:
        """Send something made of plain values only; BrokenPipeError where the other has left."""
        data = marshal.dumps(value)
        self._outgoing.write(len(data).to_bytes(8))
        self._outgoing.write(data)
        self._outgoing.flush()

    def receive(self) -> Any:
        """Return what the other process sends next; None where it sends nothing more."""
        data = self._incoming.read(int.from_bytes(self._incoming.read(8)))
        try:
            return marshal.loads(data)  # noqa: S302 - it comes from our own process
        except (EOFError, ValueError, TypeError):
            return None

    def close(self) -> None:
        """Leave."""
        for pipe in (self._incoming, self._outgoing):
            with suppress(BrokenPipeError):
                pipe.close()


def can_share() -> bool:
    """Tell whether there is a processor to spare, and nothing that a second process would upset."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return len(usable) > 1


@contextmanager
def share(work: Callable[[Channel], None]) -> Iterator[Channel]:
    """Let a second process do `work`, and talk with it; it ends with the `with`."""
    from_second, to_first = os.pipe()
    from_first, to_second = os.pipe()
    process = _fork()
    if process == 0:
        try:
            os.close(from_second)
            os.close(to_second)
            work(Channel(from_first, to_first))
        finally:
            os._exit(0)  # whatever has happened: all that is to be tidied up is the first's
    os.close(to_first)
    os.close(from_first)
    channel = Channel(from_second, to_second)
    try:
        yield channel
    finally:
        channel.close()
        if process:
            os.waitpid(process, 0)


def _fork() -> int | None:
    """Return which of the two processes this is; None where the system allows no more of them.

    Then it is as if the second had been ended at once.
    """
    try:
        return os.fork()
    except OSError:
        return None


def _widen(pipe: int) -> None:
    """Make more room in a pipe where the system lets us; with less it takes a little longer."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)
