"""A bar on the terminal for what takes a while: nobody sees it in a pipe, in CI or with --quiet.

Rich is not loaded before there is something to show.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self

from fardplan.commands._options import Session
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 0.5
"""For how many seconds nothing is said: most is done before they are over."""


class Progress:
    """Shows how far something has come; use it in a `with` statement, and write nothing meanwhile.

    The bar goes away at the end. Until a total is known it only moves.
    """

    def __init__(self, session: Session, doing: Text) -> None:
        """Take who watches, and what is being done: "Skriver sidor"."""
        self._session = session
        self._doing = doing
        self._lock = Lock()
        self._timer: Timer | None = None
        self._shown: tuple[Bar, TaskID] | None = None
        self._done, self._total = 0, 0

    def __enter__(self) -> Self:
        """Begin to wait, if there is anyone to show anything to."""
        if _is_watched(self._session):
            self._timer = Timer(PATIENCE, self._show)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
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
        if self._shown:
            bar, task = self._shown
            bar.update(task, completed=self._done, total=self._total or None)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn
        from rich.progress import Progress as Bar

        with self._lock, suppress(OSError, ValueError):  # a bar that cannot be shown hurts nobody
            if self._timer is None:
                return
            console = Console(stderr=True, no_color=not self._session.use_color(sys.stderr))
            columns = (TextColumn("{task.description}"), BarColumn(20), TaskProgressColumn())
            bar = Bar(
                *columns,
                console=console,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            task = bar.add_task(self._doing.say(self._session.lang), total=self._total or None)
            bar.update(task, completed=self._done)
            bar.start()
            self._shown = bar, task


def _is_watched(session: Session) -> bool:
    """Tell whether someone sits at a terminal that can show a bar, and wants to see it."""
    can_show = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return can_show and session.verbosity >= 0 and not os.environ.get("CI")
