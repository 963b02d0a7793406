"""Several changes to the files of a repository, made together or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source._journal import Journal, keep_journal, recover
from fardplan.source.output import holds, tell_refusal, write_within
from fardplan.source.tree import Tree, Unreadable, WorkingTree

__all__ = ["Edits", "is_taken", "move", "read_or_refuse", "recover"]

TAKEN = Text("{path} finns redan.", "{path} exists already.")
NOT_MOVED = Text(
    "Det går inte att byta namn på {path}: {reason}.", "{path} cannot be renamed: {reason}."
)
CHANGED_MEANWHILE = Text(
    "{path} har ändrats under tiden, så inget är skrivet. Försök igen.",
    "{path} has changed meanwhile, so nothing is written. Try again.",
)
NOT_REMOVED = Text(
    "Det går inte att ta bort {path}: {reason}.", "{path} cannot be deleted: {reason}."
)


@dataclass(frozen=True, slots=True)
class Edits:
    """Changes to a working tree: one path that moves, and new contents by path after the move.

    The files of `removed` (by path after the move too) go away.
    """

    tree: WorkingTree
    move: tuple[str, str] | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    removed: Collection[str] = ()

    @property
    def outcome(self) -> Tree:
        """The files as they will be."""
        return _Outcome(self)

    def carry_out(self) -> None:
        """Write everything, or nothing: also where the program is ended halfway.

        What is written is taken back where something cannot be. Of what was cut off a journal is
        left, from which the next command takes it back (`recover`); one file alone is written in
        one step and needs none. Raises CannotRun where the new path is taken, where a file is no
        longer as it was read, or where something cannot be written.
        """
        root = self.tree.root
        there = set(self.tree.paths())
        paths = (*self.files, *self.removed)
        before = {path: self._read_now(path) if self.now(path) in there else None for path in paths}
        check = partial(self._check, before)
        if self.move is None and len(paths) == 1 and self.files:
            check()
            self._write(root)
            return
        after = {path: self.files.get(path) for path in paths}
        with keep_journal(root, Journal.of(self.move, before, after), check):
            if self.move:
                move(root, *self.move)
            self._write(root)
            for path in self.removed:
                _remove(root, path)

    def _check(self, before: Mapping[str, bytes | None]) -> None:
        """Raise CannotRun where a file is not as it was read."""
        for path, old in before.items():
            if old is not None and not holds(self.tree.root / self.now(path), old):
                raise CannotRun(CHANGED_MEANWHILE, path=self.now(path))

    def _write(self, root: Path) -> None:
        for path, data in self.files.items():
            write_within(root, path, data)

    def now(self, path: str) -> str:
        """Return where the file lies now that will lie at a path."""
        if self.move is None:
            return path
        old, new = self.move
        if path == new or path.startswith(f"{new}/"):
            return old + path.removeprefix(new)
        return path

    def then(self, path: str) -> str:
        """Return where the file will lie that lies at a path now."""
        if self.move is None:
            return path
        old, new = self.move
        if path == old or path.startswith(f"{old}/"):
            return new + path.removeprefix(old)
        return path

    def _read_now(self, path: str) -> bytes:
        return self.tree.read(self.now(path))


class _Outcome:
    """The tree that edits will leave."""

    def __init__(self, edits: Edits) -> None:
        self._edits = edits
        self.label = edits.tree.label

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files, sorted."""
        moved = map(self._edits.then, self._edits.tree.paths())
        return tuple(sorted({*moved, *self._edits.files}.difference(self._edits.removed)))

    def read(self, path: str) -> bytes:
        """Return the content of a file."""
        if path in self._edits.files:
            return self._edits.files[path]
        return self._edits.tree.read(self._edits.now(path))


def read_or_refuse(tree: Tree, path: str) -> bytes:
    """Return the content of a file; raises CannotRun where it cannot be read."""
    try:
        return tree.read(path)
    except Unreadable as failure:
        raise CannotRun(failure.text, **failure.values) from failure


def is_taken(root: Path, old: str, new: str) -> bool:
    """Tell whether something lies at `new` that is not what lies at `old` in other letters."""
    target = root / new
    if not (target.exists() or target.is_symlink()):
        return False
    try:
        return not target.samefile(root / old)
    except OSError:
        return True


def move(root: Path, old: str, new: str) -> None:
    """Give a file or folder another name; raises CannotRun where that cannot be done."""
    if is_taken(root, old, new):
        raise CannotRun(TAKEN, path=new)
    try:
        (root / old).rename(root / new)
    except OSError as error:
        raise CannotRun(NOT_MOVED, path=old, reason=tell_refusal(error)) from error


def _remove(root: Path, path: str) -> None:
    try:
        (root / path).unlink()
    except OSError as error:
        raise CannotRun(NOT_REMOVED, path=path, reason=tell_refusal(error)) from error
