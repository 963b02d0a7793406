"""The state of a preview: what every request sees, and what those who wait are woken by."""

from __future__ import annotations

import threading
import uuid
from pathlib import Path

from fardplan.pipeline.previewing import Look, Sight, look, see


class Preview:
    """Hold what the files say now; many threads may ask at the same time.

    `moment` names the state of the files; it is another one after each change, and after a restart.
    """

    def __init__(self, root: Path) -> None:
        """Look at the files once, so that the first page is there when it is asked for."""
        self._root = root
        self._start = uuid.uuid4().hex[:8]
        self._changes = 0
        self._look = look(root)
        self._sights: dict[str, tuple[int, Sight]] = {}
        self._composing = threading.Lock()
        self._changed = threading.Condition()

    @property
    def root(self) -> Path:
        """Return the repository that is shown."""
        return self._root

    @property
    def now(self) -> Look:
        """Return the findings as they are now."""
        return self._look

    @property
    def moment(self) -> str:
        """Return the name of the present state of the files."""
        return f"{self._start}-{self._changes}"

    def refresh(self) -> None:
        """Look at the files again, and wake those who wait for a change."""
        seen = look(self._root)
        with self._changed:
            self._look = seen
            self._changes += 1
            self._changed.notify_all()

    def wait(self, moment: str, seconds: float) -> str:
        """Return the present moment, as soon as it is another one than `moment` or time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self.moment != moment, seconds)
            return self.moment

    def has_shown(self, roadmap: str) -> bool:
        """Tell whether a roadmap has been shown, be it gone by now."""
        return roadmap in self._sights

    def sight(self, roadmap: str) -> Sight:
        """Return what is to be shown of a roadmap, composed anew where the files have changed."""
        with self._composing:
            changes, seen = self._changes, self._look
            at, sight = self._sights.get(roadmap, (-1, Sight(title=roadmap)))
            if at != changes:
                sight = see(self._root, roadmap, seen, sight)
                self._sights[roadmap] = (changes, sight)
            return sight
