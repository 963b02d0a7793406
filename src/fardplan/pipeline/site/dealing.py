"""Work dealt out to other processes, one for each processor, where there are several.

Each gets the memory as it is (which only `fork` can give), and sends back plain values. None says
a word of what goes wrong: what is not done the first process does again, in order, so that the
same comes of it as if it were alone.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from itertools import islice
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from fardplan.source.second import can_share

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    Way: TypeAlias = Connection[Any, Any]

_MOST = 8
"""How many processes there are at most: each takes memory of its own."""

Work: TypeAlias = Callable[[int], Iterable[Any]]
Dealt: TypeAlias = Generator[tuple[int, Any], None, None]


def deal_out(count: int, work: Work, *, alone: bool = False) -> Dealt:
    """Yield each number below `count` with what `work` yields of it, in order, and None at its end.

    The numbers come in any order. What is yielded of one begins anew where a process was lost with
    it. `alone` is for what is not worth several processes. Close it, so that none is left behind.
    """
    done: set[int] = set()
    if count > 1 and not alone and can_share():
        with closing(_deal_to_others(count, work)) as dealt:
            for number, value in dealt:
                if value is None:
                    done.add(number)
                yield number, value
    for number in range(count):
        if number not in done:
            for value in work(number):
                yield number, value
            yield number, None


def _deal_to_others(count: int, work: Work) -> Dealt:
    """Yield what other processes send, until all is done; no more is dealt when one is lost."""
    waiting = iter(range(count))
    workers: dict[Way, int] = {}
    try:
        with DefaultSelector() as busy:
            with suppress(OSError):  # where the system lets no more be started, there are fewer
                for number in islice(waiting, min(_MOST, len(os.sched_getaffinity(0)))):
                    way = _start(work, workers)
                    busy.register(way, EVENT_READ, number)
                    _give(way, number)
            while busy.get_map():
                for key, _ in busy.select():
                    way, number = cast("Way", key.fileobj), key.data
                    try:
                        value = way.recv()
                    except (EOFError, OSError):
                        waiting = iter(())
                    else:
                        yield number, value
                        if value is not None:
                            continue
                    following = next(waiting, None)
                    if following is None:
                        busy.unregister(way)
                    else:
                        busy.modify(way, EVENT_READ, following)
                        _give(way, following)
    finally:
        for way, process in workers.items():
            way.close()
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)
            os.waitpid(process, 0)


def _start(work: Work, workers: dict[Way, int]) -> Way:
    """Start a process, and return the way to it; those before are shut off from it."""
    from multiprocessing.connection import Pipe

    ours, theirs = Pipe()
    process = os.fork()
    if process == 0:
        try:
            for way in (ours, *workers):
                way.close()
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
            gc.freeze()  # to go through what is shared would make a copy of it
            _serve(theirs, work)
        finally:
            os._exit(0)  # whatever has happened: all that is to be tidied up is the first's
    theirs.close()
    workers[ours] = process
    return ours


def _serve(way: Way, work: Work) -> None:
    """Do what is asked for until the first process asks no more, which ends in EOFError."""
    while True:
        for value in work(way.recv()):
            way.send(value)
        way.send(None)


def _give(way: Way, number: int) -> None:
    """Ask for a number; one who is lost is known by sending no answer."""
    with suppress(OSError):
        way.send(number)
