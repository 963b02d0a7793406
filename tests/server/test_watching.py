"""What is told of saves: real files, real events of the system."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from fardplan.errors import CannotRun
from fardplan.server.watching import need_watcher, watching
from tests.server.places import GOAL, write

ENOUGH = 60.0
"""Seconds after which a save that was not told never will be."""


@pytest.fixture
def watched(root):
    """Return the repository and an event that each save sets."""
    told = threading.Event()
    with watching(root, told.set):
        _wait_until_watching(root, told)
        yield root, told


def test_watching_ends_with_the_preview(root):
    """A program that ends while the library still looks would be ended by force."""
    before = set(threading.enumerate())
    with watching(root, lambda: None):
        assert len(set(threading.enumerate()) - before) >= 2
    assert {one for one in threading.enumerate() if one not in before and one.is_alive()} == set()


def _wait_until_watching(root: Path, told: threading.Event) -> None:
    """Save until it is told of: the watchers start in threads of their own."""
    for path in ("roadmaps/lanet/roadmap.yaml", "fardplan.toml"):
        told.clear()
        while not told.wait(0.2):
            os.utime(root / path)
    told.clear()
    while told.wait(1):
        told.clear()


@pytest.mark.parametrize(
    "path",
    ["roadmaps/lanet/goals/hem.yaml", "roadmaps/lanet/goals/ny.yaml", "roadmaps/ny/roadmap.yaml",
     "roadmaps/glossary.yaml", "fardplan.toml", "fardplan-baseline.yaml"],
)  # fmt: skip
def test_a_save_is_told(watched, path):
    """A file that changes, or comes, is told of."""
    root, told = watched
    write(root, path, GOAL)
    assert told.wait(ENOUGH)


def test_atomic_saves_and_removals_are_told(watched):
    """Editors that write beside the file and rename it are seen, and so is a file that goes."""
    root, told = watched
    write(root, "roadmaps/lanet/goals/ny.tmp", GOAL)
    told.clear()
    (root / "roadmaps/lanet/goals/ny.tmp").replace(root / "roadmaps/lanet/goals/hem.yaml")
    assert told.wait(ENOUGH)
    told.clear()
    (root / "roadmaps/lanet/goals/hem.yaml").unlink()
    assert told.wait(ENOUGH)


def test_a_folder_that_comes_is_watched(watched):
    """A repository's own templates are seen from when their folder is made."""
    root, told = watched
    write(root, "templates/roadmap/document.toml", "")
    assert told.wait(ENOUGH)
    told.clear()
    while not told.wait(0.2):  # until the new folder is watched too
        os.utime(root / "templates/roadmap/document.toml")
    assert told.is_set()


def test_what_is_none_of_it_is_not_told(watched):
    """What git and other programs write beside the roadmaps wakes nobody."""
    root, told = watched
    write(root, ".git/index", "x")
    write(root, "build/page.html", "x")
    write(root, "roadmaps/lanet/goals/.hem.yaml.swp", "x")
    assert not told.wait(1)


def test_missing_extra(monkeypatch):
    """Without the library one line says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "watchfiles", None)
    with pytest.raises(CannotRun, match=r'pip install "fardplan\[serve\]"'):
        need_watcher()
