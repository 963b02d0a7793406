"""Tells when a file that the documents are made of has been saved."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.model.paths import CONTENT

FOLDERS = (CONTENT, "templates")
"""What is watched with all that is below it; of the repository itself only its own files are."""

_NEEDS_EXTRA = Text(
    "Förhandsvisningen behöver ett tillägg. Installera det: {command}",
    "The preview needs an extra. Install it: {command}",
)
_INSTALL = 'pip install "fardplan[serve]"'
_DEBOUNCE, _STEP, _PATIENCE = 30, 10, 500
"""Milliseconds: a save of many files counts as one; how often is looked; how soon one can stop."""

_LONGEST_END = 2.0
"""Seconds: one who is in the middle of a large refresh is not waited for."""


def need_watcher() -> None:
    """Raise CannotRun where the library that watches files is not installed."""
    try:
        import watchfiles  # noqa: F401
    except ImportError as error:
        raise CannotRun(_NEEDS_EXTRA, command=_INSTALL) from error


@contextmanager
def watching(root: Path, changed: Callable[[], None]) -> Iterator[None]:
    """Call `changed` from threads of their own after each save in the repository, meanwhile."""
    stop = threading.Event()
    threads = [
        threading.Thread(target=watch, args=(root, changed, stop), daemon=True)
        for watch in (_watch_folders, _watch_root)
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        # A program that ends while the library still looks is ended by force, with a core dump.
        for thread in threads:
            thread.join(_LONGEST_END)


def _watch_root(root: Path, changed: Callable[[], None], stop: threading.Event) -> None:
    """Report settings, known debts and a logo beside them; nothing of git's or of programs'."""
    for paths in _changes((root,), stop, deep=False):
        if any(not path.name.startswith(".") and not path.is_dir() for path in paths):
            changed()


def _watch_folders(root: Path, changed: Callable[[], None], stop: threading.Event) -> None:
    """Report what happens in the folders; one that comes or goes is watched from then on."""
    while not stop.is_set():
        there = tuple(root / name for name in FOLDERS if (root / name).is_dir())
        moved = _watch_for_folders(root, there, stop)
        for paths in _changes(there, moved, deep=True):
            if any(not path.name.startswith(".") for path in paths):
                changed()
        if not stop.is_set():
            changed()


def _watch_for_folders(
    root: Path, there: tuple[Path, ...], stop: threading.Event
) -> threading.Event:
    """Return an event that is set at `stop`, and when one of the folders has come or gone."""
    moved = threading.Event()

    def compare() -> None:
        while not stop.wait(_PATIENCE / 1000):
            if tuple(root / name for name in FOLDERS if (root / name).is_dir()) != there:
                break
        moved.set()

    threading.Thread(target=compare, daemon=True).start()
    return moved


def _changes(
    paths: tuple[Path, ...], stop: threading.Event, *, deep: bool
) -> Iterator[tuple[Path, ...]]:
    """Yield the paths that were saved together, until `stop`; nothing where nothing is there."""
    from watchfiles import watch

    if not paths:
        stop.wait()
        return
    for found in watch(
        *paths,
        watch_filter=None,
        debounce=_DEBOUNCE,
        step=_STEP,
        stop_event=stop,
        rust_timeout=_PATIENCE,
        recursive=deep,
        raise_interrupt=False,
    ):
        yield tuple(Path(path) for _, path in found)
