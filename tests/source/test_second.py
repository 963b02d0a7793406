"""A second process that shares the work."""

from __future__ import annotations

import os
import threading

import pytest

from fardplan.source.second import Channel, can_share, share
from tests.forking import needs_fork


@needs_fork
def test_what_is_said_arrives_whole_and_in_order():
    """Plain values go both ways, however large, and after the last there is nothing."""
    large = ("å" * 3_000_000, [None, True, {"a": (1, 2.5)}], b"\0")

    def answer(channel: Channel) -> None:
        channel.send([channel.receive(), "hört"])
        channel.send(large)

    with share(answer) as channel:
        channel.send("hej")
        assert channel.receive() == ["hej", "hört"]
        assert channel.receive() == large
        assert channel.receive() is None


@needs_fork
def test_whatever_goes_wrong_in_the_second_process_is_silence(capfd):
    """It prints nothing, runs nothing of the first's tidying up, and the first goes on."""

    def fail(_: Channel) -> None:
        raise RuntimeError

    with share(fail) as channel:
        assert channel.receive() is None
    assert capfd.readouterr() == ("", "")


@needs_fork
def test_where_the_system_allows_no_more_processes_nobody_answers(monkeypatch):
    """As if it had been ended at once: the first does all the work."""

    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    with share(lambda _: None) as channel:
        assert channel.receive() is None
        with pytest.raises(BrokenPipeError):
            channel.send("x" * 1_000_000)


@needs_fork
def test_half_a_word_is_none():
    """What was cut off in the middle is not taken for anything."""

    def stop(channel: Channel) -> None:
        os.write(channel._outgoing.fileno(), (1000).to_bytes(8) + b"half")

    with share(stop) as channel:
        assert channel.receive() is None


@needs_fork
def test_second_process_ends_when_the_first_has_heard_enough(monkeypatch):
    """Whoever stops in the middle leaves no process behind, and does not wait for its work."""
    fork, processes = os.fork, []

    def note() -> int:
        processes.append(fork())
        return processes[-1]

    def go_on(channel: Channel) -> None:
        while True:
            channel.send("mer")

    monkeypatch.setattr(os, "fork", note)
    with share(go_on) as channel:
        assert channel.receive() == "mer"
    (second,) = processes
    with pytest.raises(ChildProcessError):
        os.waitpid(second, os.WNOHANG)


@needs_fork
def test_saying_something_to_who_has_left_fails():
    """So nobody goes on working for a process that is gone."""
    with share(lambda _: None) as channel:
        assert channel.receive() is None
        with pytest.raises(BrokenPipeError):
            channel.send("x" * 1_000_000)


def test_threads_forbid_a_second_process():
    """A copy of a process has only one of its threads, and whatever the others have locked."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not can_share()
    finally:
        done.set()
        thread.join()


def test_without_fork_there_is_no_second_process(monkeypatch):
    """As on Windows."""
    monkeypatch.delattr(os, "fork", raising=False)
    assert not can_share()
