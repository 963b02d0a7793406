"""What `validate` answered to the same question before, so that nothing is judged twice.

Everything here is light to import: where an answer is remembered, nothing else is loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.pipeline.states import Chosen
from fardplan.source.cache import MOST_KEPT, Cache
from fardplan.source.contents import Snapshot, find_contents
from fardplan.version import VERSION

_KIND = "answers"
_ENVIRONMENT = (
    *("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"),
    "UNICODE_VERSION",
)
"""What the libraries that write texts look at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gives: what it says first, its product, one sentence, its exit code."""

    said: tuple[str, ...]
    product: str
    summary: str
    code: int


class Answers:
    """The answer to one question, if it was asked before of the same files."""

    def __init__(self, cache: Cache, chosen: Chosen, asked: Mapping[str, object]) -> None:
        """Take everything that the user asked for, as plain values."""
        self._cache = cache
        self._chosen = chosen
        self._name = _name(chosen, asked) if cache.is_kept else None

    def recall(self) -> Answer | None:
        """Return the answer, if it is the same as it was."""
        kept = self._cache.read(_KIND, self._name) if self._name else None
        if kept is None:
            return None
        values = json.loads(kept)
        if values.pop("history") not in (None, _describe_history(self._chosen)):
            return None
        return Answer(**values)

    def keep(self, answer: Answer, *, asks_history: bool) -> None:
        """Remember the answer, unless someone was writing to the files meanwhile."""
        tree = self._chosen.state.tree
        if self._name is None or (isinstance(tree, Snapshot) and not tree.is_steady):
            return
        described = _describe_history(self._chosen) if asks_history else None
        content = json.dumps({**asdict(answer), "history": described})
        self._cache.write(_KIND, {self._name: content}, most=MOST_KEPT)


def _name(chosen: Chosen, asked: Mapping[str, object]) -> str | None:
    """Return one name for the question, the files and the program; None where one is unsure."""
    digests: list[str | None] = []
    for state in (chosen.state, chosen.base):
        contents = find_contents(state.tree) if state else None
        if state and contents is None:
            return None
        digests += [contents.digest if contents else None, state.commit if state else None]
    repository = chosen.state.repository
    values = {
        "asked": asked,
        "digests": digests,
        "prefix": repository.prefix if repository else None,
        "program": describe_program(),
        "environment": [os.environ.get(name) for name in _ENVIRONMENT],
    }
    written = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()


def _describe_history(chosen: Chosen) -> str:
    """Return what the earlier versions follow from; empty where there is no git."""
    repository = chosen.state.repository
    try:
        return repository.history.describe() if repository else ""
    except (CannotRun, OSError):
        return ""


def describe_program() -> str:
    """Return what tells this program from all others: version, Python, libraries, own files.

    A program that is installed is changed by installing another, which shows in the folder that
    both lie in; one that is worked on is changed file by file.
    """
    package = Path(__file__).parent.parent
    told = [VERSION, sys.version, *map(_look, (package.parent, *map(Path, sorted(_libraries()))))]
    if package.parent.name not in ("site-packages", "dist-packages"):
        told += [
            f"{name}{_look(Path(folder, name))}"
            for folder, _, names in os.walk(package)
            for name in sorted(names)
            if name.endswith(".py")
        ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _libraries() -> set[str]:
    """Return the folders that libraries are installed in."""
    return {path for path in sys.path if path.endswith(("site-packages", "dist-packages"))}


def _look(path: Path) -> str:
    try:
        state = path.stat()
    except OSError:
        return ""
    return f"{state.st_mtime_ns} {state.st_size} {state.st_ino}"
