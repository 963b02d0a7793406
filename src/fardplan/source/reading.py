"""The YAML of many files: where there are very many, a second process reads most of it.

To parse the files takes about twice as long as to make models of them. So while one process parses
one part of them and builds, the other parses two. It gets its part of the memory as it is (which
only `fork` can give), sends back plain values, and never a word on what is wrong: what it cannot
read without a fault, the first process reads again.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

from fardplan.source.second import Channel, can_share, share
from fardplan.source.tree import Tree, Unreadable
from fardplan.source.yaml import YamlDocument, read_yaml

_ENOUGH = 600
"""With fewer files a second process costs as much as it saves."""
_ROUND = 96
"""So many files are dealt out at a time."""
_OWN = 32
"""So many of them the first process parses itself."""

Content = bytes | Unreadable
Read = tuple[bytes, YamlDocument] | Unreadable


def read_all(
    tree: Tree, paths: Sequence[str], *, alone: bool = False
) -> Generator[Read, None, None]:
    """Yield what each file holds and what its YAML says, or why it cannot be read.

    `alone` is for who already shares the work.
    """
    if alone or len(paths) < _ENOUGH or not can_share():
        yield from (_parse(_read(tree, path)) for path in paths)
        return
    # What the other process is to parse is read here: a tree may have to know what was read.
    contents = [_read(tree, path) for path in paths]
    with share(lambda channel: _parse_most(contents, channel)) as channel:
        for start in range(0, len(contents), _ROUND):
            middle, end = start + _OWN, min(start + _ROUND, len(contents))
            known = [None] * min(_OWN, end - start) + _receive(channel, end - middle)
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


def _parse_most(contents: Sequence[Content], channel: Channel) -> None:
    """Send the values of the greater part of each round, None for what is not faultless."""
    for start in range(0, len(contents), _ROUND):
        channel.send([_values_of(one) for one in contents[start + _OWN : start + _ROUND]])


def _values_of(content: Content) -> object:
    document = None if isinstance(content, Unreadable) else read_yaml(content)
    return document.values if document and not document.faults else None


def _receive(channel: Channel, count: int) -> list[object]:
    """Return the values of so many files, as far as the other process came."""
    if count <= 0:
        return []
    values = channel.receive()
    return values if values and len(values) == count else [None] * count
