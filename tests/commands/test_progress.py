"""The bar on the terminal: it shows after a while, goes away, and never shows anywhere else."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import threading

import pytest

from fardplan.commands import _progress
from fardplan.commands._options import Session
from fardplan.commands._progress import Progress
from fardplan.locales.text import Text

DOING = Text("Gör allt", "Doing it all")


class Screen(io.StringIO):
    """A terminal, which notes when something has been written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.is_written = threading.Event()

    def isatty(self) -> bool:
        """Say that it is one."""
        return True

    def write(self, text: str) -> int:
        """Keep what is written."""
        self.is_written.set()
        return super().write(text)


def sit_down(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Return the terminal that stderr is from now on, where bars show at once.

    No fixture, since pytest puts its own stderr back between a fixture and the test.
    """
    found = Screen()
    monkeypatch.setattr(sys, "stderr", found)
    monkeypatch.setattr(_progress, "PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    return found


def test_it_shows_what_is_done_and_goes_away(monkeypatch):
    """The bar says in the user's language what is done, and takes its line away at the end."""
    screen = sit_down(monkeypatch)
    with Progress(Session("en"), DOING) as progress:
        progress.tell(1, 4)
        assert screen.is_written.wait(10)
        progress.tell(4, 3)
    assert "Doing it all" in screen.getvalue()
    assert "\x1b[2K" in screen.getvalue()


def test_it_moves_without_a_thread(monkeypatch):
    """Where other processes are started no thread watches: what is told shows and moves the bar."""
    screen = sit_down(monkeypatch)
    monkeypatch.setattr(_progress, "_PAUSE", 0)
    before = threading.active_count()
    with Progress(Session("sv"), DOING, threaded=False) as progress:
        assert screen.getvalue() == ""
        for done in (1, 3):
            progress.tell(done, 4)
            assert threading.active_count() == before
    assert re.findall(r"(\d+)%", screen.getvalue())[-1] == "75"
    assert "Gör allt" in screen.getvalue()


@pytest.mark.parametrize("name", ["CI", "TERM"])
def test_it_is_silent_where_nobody_watches(monkeypatch, name):
    """In CI, and on a terminal that can only write on, nothing is shown and no thread waits."""
    screen = sit_down(monkeypatch)
    monkeypatch.setenv(name, "dumb")
    before = threading.active_count()
    with Progress(Session("sv"), DOING) as progress:
        progress.tell(1, 4)
        assert threading.active_count() == before
    assert screen.getvalue() == ""


def test_it_is_silent_when_asked_to_be(monkeypatch):
    """With --quiet nothing is shown."""
    screen = sit_down(monkeypatch)
    with Progress(Session("sv", verbosity=-1), DOING) as progress:
        progress.tell(1, 4)
    assert screen.getvalue() == ""


def test_what_is_soon_done_shows_nothing(monkeypatch):
    """Before the time is up there is no bar, and none comes afterwards."""
    screen = sit_down(monkeypatch)
    monkeypatch.setattr(_progress, "PATIENCE", 60)
    with Progress(Session("sv"), DOING) as progress:
        progress.tell(1, 4)
    assert screen.getvalue() == ""
    assert not any(isinstance(one, threading.Timer) and not one.finished.is_set()
                   for one in threading.enumerate())  # fmt: skip


def test_nothing_is_loaded_before_it_shows():
    """The module of the bar does not load Rich."""
    program = "import sys, fardplan.commands._progress; print('rich' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "False\n"
