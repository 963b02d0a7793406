"""Changes to the files of one roadmap, collected until all of them are made at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from fardplan.editing.fragments import Plain
from fardplan.editing.removal import remove
from fardplan.editing.splice import CannotEdit, append_item, replace_scalars, set_value
from fardplan.errors import CannotRun
from fardplan.locales.text import Localised, Saying, Text
from fardplan.model.base import Value
from fardplan.model.fields import Route
from fardplan.source.edits import Edits, read_or_refuse
from fardplan.source.slots import place_of
from fardplan.source.tree import WorkingTree

T = TypeVar("T")

NOT_EDITED = Text("{file}: {reason}.", "{file}: {reason}.")


class Section(NamedTuple):
    """A part of what is told: a heading with its lines."""

    heading: Localised
    lines: tuple[Localised, ...]


@dataclass
class Drafting:
    """The files as they will be, by path, and those that go."""

    tree: WorkingTree
    files: dict[str, bytes] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)

    @property
    def edits(self) -> Edits:
        """All the changes."""
        changed = {path: data for path, data in self.files.items() if path not in self.removed}
        return Edits(self.tree, files=changed, removed=tuple(self.removed))

    def set(self, path: str, route: Route, value: Plain) -> None:
        """Set a value; raises CannotRun where that cannot be done."""
        self._edit(path, lambda data: set_value(data, route, value, _model(path)))

    def replace(self, path: str, texts: Mapping[Route, str]) -> None:
        """Replace texts that are there; raises CannotRun where that cannot be done."""
        self._edit(path, lambda data: replace_scalars(data, texts))

    def append(self, path: str, route: Route, item: Plain) -> None:
        """Add an item to a list; raises CannotRun where that cannot be done."""
        self._edit(path, lambda data: append_item(data, route, item, _model(path)))

    def take_out(self, path: str, routes: Iterable[Route]) -> tuple[str, ...]:
        """Take out keys and items and return the comments that went with them.

        Raises CannotRun where that cannot be done.
        """
        gone: list[str] = []

        def cut(data: bytes) -> bytes:
            cleaned, comments = remove(data, routes)
            gone.extend(comments)
            return cleaned

        self._edit(path, cut)
        return tuple(gone)

    def _edit(self, path: str, change: Callable[[bytes], bytes]) -> None:
        data = self.files.get(path) or read_or_refuse(self.tree, path)
        try:
            self.files[path] = change(data)
        except CannotEdit as refusal:
            reason = Saying(refusal.text, refusal.values)
            raise CannotRun(NOT_EDITED, file=path, reason=reason) from refusal


def _model(path: str) -> type[Value]:
    return place_of(path).model or Value
