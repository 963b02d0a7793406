"""A bar on the terminal for what takes a while: nobody sees it in a pipe, in CI or with --quiet.

Rich is not loaded before there is something to show.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from math import inf
from threading import Lock, Timer
from time import monotonic
from typing import TYPE_CHECKING, Self

from fardplan.commands._options import Session
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 0.5
"""For how many seconds nothing is said: most is done before they are over."""
_PAUSE = 0.1
"""How many seconds pass at least between two pictures of a bar that no thread moves."""


class Progress:
    """Shows how far something has come; use it in a `with` statement, and write nothing meanwhile.

    The bar goes away at the end. Until a total is known it only moves. Where the work starts other
    processes, which no thread may watch, the bar is shown and moved by `tell` alone: `threaded` is
    then false.
    """

    def __init__(self, session: Session, doing: Text, *, threaded: bool = True) -> None:
        """Take who watches, and what is being done: "Skriver sidor"."""
        self._session = session
        self._doing = doing
        self._threaded = threaded
        self._due = inf
        """When the next `tell` shows or moves the bar."""
        self._lock = Lock()
        self._timer: Timer | None = None
        self._shown: tuple[Bar, TaskID] | None = None
        self._done, self._total = 0, 0

    def __enter__(self) -> Self:
        """Begin to wait, if there is anyone to show anything to."""
        if not _is_watched(self._session):
            return self
        if not self._threaded:
            self._due = monotonic() + PATIENCE
        else:
            self._timer = Timer(PATIENCE, self._show)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        self._due = inf
        if self._timer:
            self._timer.cancel()
        with self._lock:
            self._timer = None
            if self._shown:
                self._shown[0].stop()
                self._shown = None

    def tell(self, done: int, total: int = 0) -> None:
        """Note how much is done, of how much (0 where that is not known)."""
        self._done, self._total = done, max(done, total) if total else 0
        if monotonic() >= self._due:
            self._due = monotonic() + _PAUSE
            self._move()
        elif self._shown and self._threaded:
            bar, task = self._shown
            bar.update(task, completed=self._done, total=self._total or None)

    def _move(self) -> None:
        """Show the bar, or how far it has come since."""
        with suppress(OSError, ValueError):
            if self._shown is None:
                self._shown = self._begin()
            bar, task = self._shown
            bar.update(task, completed=self._done, total=self._total or None, refresh=True)

    def _show(self) -> None:
        with self._lock, suppress(OSError, ValueError):  # a bar that cannot be shown hurts nobody
            if self._timer is not None:
                self._shown = self._begin()

    def _begin(self) -> tuple[Bar, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn
        from rich.progress import Progress as Bar

        bar = Bar(
            *(TextColumn("{task.description}"), BarColumn(20), TaskProgressColumn()),
            console=Console(stderr=True, no_color=not self._session.use_color(sys.stderr)),
            auto_refresh=self._threaded,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        task = bar.add_task(self._doing.say(self._session.lang), total=self._total or None)
        bar.update(task, completed=self._done)
        bar.start()
        return bar, task


def _is_watched(session: Session) -> bool:
    """Tell whether someone sits at a terminal that can show a bar, and wants to see it."""
    can_show = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return can_show and session.verbosity >= 0 and not os.environ.get("CI")
