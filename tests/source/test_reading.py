"""Reading many files, where two processes share the work."""

from __future__ import annotations

import os

import pytest

from fardplan.locales.text import Text
from fardplan.source import reading
from fardplan.source.reading import Read, read_all
from fardplan.source.second import Channel
from fardplan.source.tree import Unreadable
from tests.forking import needs_fork

CONTENTS = (
    b"title: Tr\xc3\xa5d\norder: 007\nempty:\nlist: [a, {b: c}]\n",
    b"a: &x [1, 2]\nb: *x\n",
    b"title: one\ntitle: two\n",
    b"title: [\n",
    b"",
    b"\xff\xfe",
    None,
)


class Many:
    """A tree of many files: faultless ones, all sorts of others, and some that cannot be read."""

    label = "."

    def __init__(self, count: int) -> None:
        """Take how many there are."""
        self._names = [f"roadmaps/a/goals/{number:05}.yaml" for number in range(count)]

    def paths(self) -> tuple[str, ...]:
        """Return the paths."""
        return tuple(self._names)

    def read(self, path: str) -> bytes:
        """Return what one of them holds."""
        content = CONTENTS[int(path[-10:-5]) % len(CONTENTS)]
        if content is None:
            raise Unreadable(path, Text("Går inte.", "Cannot."))
        return content


def _plainly(found: list[Read]) -> list[object]:
    return [str(one) if isinstance(one, Unreadable) else one for one in found]


def _read(tree: Many, monkeypatch: pytest.MonkeyPatch, *, shared: bool) -> list[object]:
    monkeypatch.setattr(reading, "can_share", lambda: shared)
    return _plainly(list(read_all(tree, tree.paths())))


@needs_fork
@pytest.mark.parametrize("count", [600, 673, 679, 768])
def test_two_processes_read_what_one_reads(count, monkeypatch):
    """All values and faults come in the order of the files, whoever has parsed them."""
    tree = Many(count)
    alone = _read(tree, monkeypatch, shared=False)
    assert len(alone) == count
    assert _read(tree, monkeypatch, shared=True) == alone


@needs_fork
def test_second_process_that_dies_is_missed_by_nobody(monkeypatch):
    """Where the other process is ended half-way, the first reads what is left."""
    tree = Many(700)
    alone = _read(tree, monkeypatch, shared=False)
    send, rounds = Channel.send, []

    def die(channel: Channel, values: object) -> None:
        rounds.append(values)
        if len(rounds) == 3:
            os.write(channel._outgoing.fileno(), b"\0\0\0\0\0\0\1\0half")
            os._exit(9)
        send(channel, values)

    monkeypatch.setattr(Channel, "send", die)
    assert _read(tree, monkeypatch, shared=True) == alone


def test_few_files_need_no_second_process(monkeypatch):
    """A usual roadmap is read by one process alone."""
    monkeypatch.setattr(reading, "can_share", lambda: True)
    monkeypatch.setattr(os, "fork", _never, raising=False)
    tree = Many(599)
    assert len(list(read_all(tree, tree.paths()))) == 599


def _never() -> int:
    raise AssertionError
