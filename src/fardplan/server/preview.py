"""The state of a preview: what every request sees, and what those who wait are woken by."""

from __future__ import annotations

import threading
import uuid
from dataclasses import replace
from pathlib import Path

from fardplan.pipeline.previewing import Look, Sight, Viewer


class Preview:
    """Hold what the files say now; many threads may ask at the same time.

    `moment` names the state of the files; it is another one after each change, and after a restart.
    """

    def __init__(self, root: Path) -> None:
        """Look at the files once, so that the first page is there when it is asked for."""
        self._start = uuid.uuid4().hex[:8]
        self._told = 0
        self._viewer = Viewer(root)
        self._look = self._viewer.judge(self._viewer.look())
        self._looks = 0
        self._sights: dict[str, tuple[int, Sight]] = {}
        self._asked: set[str] = set()
        self._refreshing, self._composing = threading.Lock(), threading.Lock()
        self._changed = threading.Condition()
        self.root = root

    @property
    def now(self) -> Look:
        """Return the findings as they are now."""
        return self._look

    @property
    def moment(self) -> str:
        """Return the name of the present state of the files."""
        return f"{self._start}-{self._told}"

    def refresh(self) -> None:
        """Look at the files again, and wake those who wait: for the documents, then for findings.

        A page that is open asks after each moment, so what was asked for since the last one is what
        somebody looks at: it is made at once, before the findings that take longer.
        """
        with self._refreshing:
            before, seen = self._look, self._viewer.look()
            with self._composing:
                self._look = replace(seen, found=before.found)
                self._looks += 1
                asked, self._asked = self._asked, set()
            for roadmap in asked:
                self._compose(roadmap)
            self._tell()
            self._look = judged = self._viewer.judge(seen)
            if (judged.found, judged.refusal) != (before.found, seen.refusal):
                self._tell()

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
        self._asked.add(roadmap)
        return self._compose(roadmap)

    def _compose(self, roadmap: str) -> Sight:
        with self._composing:
            at, sight = self._sights.get(roadmap, (-1, Sight(title=roadmap)))
            if at != self._looks:
                sight = self._viewer.see(roadmap, self._look, sight)
                self._sights[roadmap] = (self._looks, sight)
            return sight

    def _tell(self) -> None:
        with self._changed:
            self._told += 1
            self._changed.notify_all()
