"""Work dealt out to other processes, one for each processor, where there are several.

Each gets the memory as it is (which only `fork` can give), and sends back plain values. None says
a word of what goes wrong: what is not done the first process does again, in order, so that the
same comes of it as if it were alone.

None lives for long: Python counts in each value who refers to it, so that a process soon has a copy
of its own of all that it looks at.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, suppress
from itertools import islice
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from fardplan.source.second import can_share

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    Way: TypeAlias = Connection[Any, Any]

_MOST = 8
"""How many processes there are at most at a time: each takes memory of its own."""
_LARGEST_SHARE = 16
"""How much one of them does at most before another takes its place."""
_SHARES = 4
"""Into how many shares the work of each is divided at least, so that all end at about one time."""

Work: TypeAlias = Callable[[int], Iterable[Any]]
Dealt: TypeAlias = Generator[tuple[int, Any], None, None]


def deal_out(count: int, work: Work, *, alone: bool = False) -> Dealt:
    """Yield each number below `count` with what `work` yields of it, in order, and None at its end.

    The numbers come in any order. What is yielded of one begins anew where a process was lost with
    it. `alone` is for what is not worth several processes. Close it, so that none is left behind.
    """
    done: set[int] = set()
    if count > 1 and not alone and can_share():
        next(iter(work(0)), None)  # so that what is found out but once is there for all of them
        with closing(_deal_to_others(count, work)) as dealt:
            for number, value in dealt:
                if value is None:
                    done.add(number)
                yield number, value
    for number in range(count):
        if number not in done:
            yield from _do(number, work)


def _do(number: int, work: Work) -> Dealt:
    for value in work(number):
        yield number, value
    yield number, None


def _deal_to_others(count: int, work: Work) -> Dealt:
    """Yield what other processes send, until all is done; no more is dealt when one is lost."""
    at_once = min(_MOST, len(os.sched_getaffinity(0)))
    waiting = iter(_divide(count, at_once))
    workers: dict[Way, int] = {}
    try:
        with DefaultSelector() as busy:
            while True:
                with suppress(OSError):  # where the system lets no more be started, there are fewer
                    for share in islice(waiting, at_once - len(workers)):
                        busy.register(_start(share, work, workers), EVENT_READ, set(share))
                if not workers:
                    return
                for key, _ in busy.select():
                    way, undone = cast("Way", key.fileobj), key.data
                    try:
                        number, value = way.recv()
                    except (EOFError, OSError):
                        busy.unregister(way)
                        _end(way, workers)
                        if undone:
                            waiting = iter(())
                        continue
                    if value is None:
                        undone.discard(number)
                    yield number, value
    finally:
        for way in list(workers):
            _end(way, workers)


def _divide(count: int, processes: int) -> Sequence[range]:
    """Return the numbers below `count` in shares."""
    size = max(1, min(_LARGEST_SHARE, count // (processes * _SHARES)))
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


def _start(share: Iterable[int], work: Work, workers: dict[Way, int]) -> Way:
    """Start a process, and return what it sends; those before are shut off from it."""
    from multiprocessing.connection import Pipe

    ours, theirs = Pipe(duplex=False)
    process = os.fork()
    if process == 0:
        try:
            for way in (ours, *workers):
                way.close()
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
            gc.freeze()  # to go through what is shared would make a copy of it
            for number in share:
                for sent in _do(number, work):
                    theirs.send(sent)
        finally:
            os._exit(0)  # whatever has happened: all that is to be tidied up is the first's
    theirs.close()
    workers[ours] = process
    return ours


def _end(way: Way, workers: dict[Way, int]) -> None:
    """End a process, if it has not ended by itself."""
    process = workers.pop(way)
    way.close()
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGTERM)
    os.waitpid(process, 0)
