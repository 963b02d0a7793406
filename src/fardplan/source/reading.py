"""The YAML of many files: where there are very many, a second process reads most of it.

To parse the files takes about twice as long as to make models of them. So while one process parses
one part of them and builds, the other parses two. It gets its part of the memory as it is (which
only `fork` can give), sends back plain values, and never a word on what is wrong: what it cannot
read without a fault, the first process reads again.
"""

from __future__ import annotations

import marshal
import os
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO

from fardplan.source.tree import Tree, Unreadable
from fardplan.source.yaml import YamlDocument, read_yaml

_ENOUGH = 600
"""With fewer files a second process costs as much as it saves."""
_ROUND = 96
"""So many files are dealt out at a time."""
_OWN = 32
"""So many of them the first process parses itself."""
_ROOM = 1 << 20
"""Bytes that may wait in the pipe, so that neither process waits for the other for long."""

Content = bytes | Unreadable
Read = tuple[bytes, YamlDocument] | Unreadable


def read_all(tree: Tree, paths: Sequence[str]) -> Generator[Read, None, None]:
    """Yield what each file holds and what its YAML says, or why it cannot be read."""
    if len(paths) < _ENOUGH or not _can_share():
        yield from (_parse(_read(tree, path)) for path in paths)
        return
    # What the other process is to parse is read here: a tree may have to know what was read.
    contents = [_read(tree, path) for path in paths]
    with _second_reader(contents) as sent:
        for start in range(0, len(contents), _ROUND):
            middle, end = start + _OWN, min(start + _ROUND, len(contents))
            known = [None] * min(_OWN, end - start) + _receive(sent, end - middle)
            for content, values in zip(contents[start:end], known, strict=True):
                if values is None or isinstance(content, Unreadable):
                    yield _parse(content)
                else:
                    yield content, YamlDocument(values)


def _read(tree: Tree, path: str) -> Content:
    try:
        return tree.read(path)
    except Unreadable as failure:
        return failure


def _parse(content: Content) -> Read:
    return content if isinstance(content, Unreadable) else (content, read_yaml(content))


def _can_share() -> bool:
    """Tell whether there is a processor to spare, and nothing that a second process would upset."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return len(usable) > 1


@contextmanager
def _second_reader(contents: Sequence[Content]) -> Iterator[IO[bytes]]:
    """Let another process parse the greater part of each round; it ends with the `with`."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(ours)
            with os.fdopen(theirs, "wb") as pipe:
                for start in range(0, len(contents), _ROUND):
                    _send(pipe, contents[start + _OWN : start + _ROUND])
        finally:
            os._exit(0)  # whatever has happened: all that is to be tidied up is the first's
    os.close(theirs)
    _widen(ours)
    try:
        with os.fdopen(ours, "rb") as pipe:
            yield pipe
    finally:
        os.waitpid(process, 0)


def _widen(pipe: int) -> None:
    """Make more room in a pipe where the system lets us; with less it takes a little longer."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


def _send(pipe: IO[bytes], contents: Sequence[Content]) -> None:
    """Send the values of some files, None for those that are not faultless."""
    data = marshal.dumps([_values_of(content) for content in contents])
    pipe.write(len(data).to_bytes(8))
    pipe.write(data)
    pipe.flush()


def _values_of(content: Content) -> object:
    document = None if isinstance(content, Unreadable) else read_yaml(content)
    return document.values if document and not document.faults else None


def _receive(pipe: IO[bytes], count: int) -> list[object]:
    """Return the values of so many files, as far as the other process came."""
    if count <= 0:
        return []
    data = pipe.read(int.from_bytes(pipe.read(8)))
    try:
        values = marshal.loads(data)  # noqa: S302 - it comes from our own process
    except (EOFError, ValueError, TypeError):
        values = ()  # it was ended by someone: everything is read here then
    return list(values) if len(values) == count else [None] * count
