"""The history of a repository: what changed a file, when, and whether all of it is the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from fardplan.source._git_log import Step, join_steps, read_log
from fardplan.source._git_process import ask_git, run_git

_HEAD = ("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
_DATES = (
    *("log", "--no-walk=unsorted", "--no-color", "--no-show-signature", "--no-notes"),
    *("--no-patch", "--format=%H %ct"),
)
_LAST = ("log", "-1", "--no-show-signature", "--no-patch", "--format=%H")
_NAMES = ("for-each-ref", "--format=%(refname) %(objectname)", "refs/tags", "refs/replace")


@dataclass(eq=False)
class History:
    """The history of the repository that holds `folder`; `prefix` is the way there from its top.

    What is asked of the same files again is not read again, as long as HEAD is the same.
    """

    folder: Path
    prefix: str
    shallow: bool
    _steps: dict[tuple[str, ...], tuple[Step, ...]] = field(
        init=False, repr=False, default_factory=dict
    )
    _foreseen: dict[str, dict[int, Step]] = field(init=False, repr=False, default_factory=dict)

    def list_steps(self, paths: Sequence[str]) -> tuple[Step, ...]:
        """Return the commits of HEAD's first-parent history that touch `paths`, newest first.

        A merge counts with what it brought to its first parent, and side branches do not count.
        """
        head = self._find_head()
        if not head or not paths:
            return ()
        key = (head, *paths)
        if key not in self._steps:
            if self._foreseen.keys() >= set(paths):
                found = join_steps([self._foreseen[path] for path in paths], paths)
            else:
                found = read_log(self.folder, self.prefix, head, paths)
            self._steps[key] = tuple(found)
        return self._steps[key]

    def foresee_steps(self, paths: Sequence[str]) -> None:
        """Read the history of many files with one `git log`, before `list_steps` is asked of some.

        That takes hardly longer than the history of one of them.
        """
        found: dict[str, dict[int, Step]] = {path: {} for path in paths}
        for place, step in enumerate(self.list_steps(paths)):
            for path in step.blobs:
                found[path][place] = step
        self._foreseen = found

    def find_last_change(self, commit: str, folder: str) -> str:
        """Return the last commit up to a commit (an id) that changed a folder, else the commit."""
        path = f":(top,literal){self.prefix}{folder}"
        return self._ask(*_LAST, commit, "--", path).decode("ascii").strip() or commit

    def find_dates(self, commits: Collection[str]) -> dict[str, str]:
        """Return when each of some commits (ids) was made, as RFC 3339 in UTC."""
        if not commits:
            return {}
        made = (line.split() for line in self._ask(*_DATES, *sorted(commits)).splitlines())
        return {
            commit.decode("ascii"): datetime.fromtimestamp(int(seconds), tz=UTC).isoformat()
            for commit, seconds in made
        }

    def describe(self) -> str:
        """Return what tells whether it is the same: HEAD, tags, and how far it goes back."""
        head, names, end = self._find_head().encode(), self._ask(*_NAMES), b""
        if self.shallow:
            place = self._ask("rev-parse", "--git-path", "shallow").rstrip(b"\n")
            end = (self.folder / os.fsdecode(place)).read_bytes()
        return hashlib.sha256(b"\0".join((head, names, end))).hexdigest()

    def _find_head(self) -> str:
        """Return the commit (an id) that HEAD is, "" before the first one."""
        return ask_git(self.folder, _HEAD).output.decode("ascii").strip()

    def _ask(self, *question: str) -> bytes:
        return run_git(self.folder, *question)
