"""What changed in one file, told as in a comparison of the whole roadmap.

Only the file has two states. What it refers to is read as it is in the working tree, in both: for
its titles, and to know in which area an activity stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from fardplan.changes._base import Change, ChangeKind, Comparison, Level, Side
from fardplan.changes._compare import compare
from fardplan.changes._fields import NOT_COMPARED
from fardplan.changes._levels import relevel
from fardplan.errors import CannotRun
from fardplan.formats._file_words import Content
from fardplan.model.base import ID_PATTERN, Value
from fardplan.model.edition import FILES, FOLDERS, Edition
from fardplan.model.index import SHARED, Index, references_in
from fardplan.model.paths import ORGANISATIONS, path_in
from fardplan.pipeline.one_file import place_below, read_content
from fardplan.source.collection import load
from fardplan.source.root import SETTINGS
from fardplan.source.settings import read_settings
from fardplan.source.slots import place_of
from fardplan.source.tree import Unreadable, WorkingTree

_STEPS = 3
"""From an activity it is one step to its goal, and one more to the area."""
_NO_SIDE = Side("", None, 0, None)
_AMONG = frozenset((folder,) for folder in FOLDERS)
_ID = re.compile(ID_PATTERN)
_UNTOLD = frozenset(NOT_COMPARED) | {"year", "version"}
"""The keys that a comparison passes over, or leaves to its heading."""


@dataclass(frozen=True, slots=True)
class State:
    """One state of a file: its path from the root, and what it holds."""

    path: str
    data: bytes
    value: Value


@dataclass(slots=True)
class _Around:
    """The files that a file leads to, with the file itself in one of its states."""

    root: Path
    files: dict[str, bytes] = field(default_factory=dict)
    label: str = "."

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        return self.files[path]

    def add(self, path: str) -> bool:
        """Read a file of the working tree, if there is one; tell whether it is new here."""
        if path in self.files:
            return False
        try:
            self.files[path] = WorkingTree(self.root).read(path)
        except Unreadable:
            return False
        return True

    def holding(self, state: State | None, without: set[str]) -> _Around:
        """Return the files with the one in a state of it, or without it."""
        files = {path: data for path, data in self.files.items() if path not in without}
        if state:
            files[state.path] = state.data
        return _Around(self.root, files)


def can_compare(old: State | None, new: State | None) -> bool:
    """Tell whether two states can be compared as parts of one roadmap."""
    slots = [place_of(state.path) for state in (old, new) if state]
    fronts = [slot for slot in slots if slot.document in FILES]
    homes = {slot.roadmap for slot in slots}
    return len(homes) == 1 and SHARED not in homes and len(fronts) in (0, 2)


def compare_states(root: Path, old: State | None, new: State | None) -> Comparison:
    """Compare two states of a file; None is no file. The two must pass `can_compare`."""
    states = [state for state in (old, new) if state]
    home = place_of(states[0].path).roadmap
    around = _read_around(root, home, states)
    own = {state.path for state in states}
    (before, old_index), (after, new_index) = (
        _load(around.holding(state, own), home) for state in (old, new)
    )
    found = compare(before, after, old_index, new_index)
    told = [change for change in found if not _is_about_others(change)]
    areas = tuple(dict.fromkeys((*after.areas, *before.areas)))
    return Comparison(home, _NO_SIDE, _NO_SIDE, relevel(told, _levels(root)), areas)


def _is_about_others(change: Change) -> bool:
    """Tell whether a change is the place among others, of which only some are read."""
    return change.kind is ChangeKind.REORDERED and change.path[:1] in _AMONG


def _read_around(root: Path, home: str, states: list[State]) -> _Around:
    """Read what all roadmaps share, the roadmap's own front, and what the file leads to."""
    around = _Around(root)
    around.add(ORGANISATIONS)
    front = path_in(home, "roadmap.yaml")
    if not around.add(front):
        around.files[front] = f"title: {json.dumps(home)}\n".encode()
    waiting = [(state.path, state.value) for state in states]
    for _ in range(_STEPS):
        named = {path for one in waiting for path in _paths_from(home, *one)}
        added = [path for path in sorted(named) if around.add(path)]
        edition = load(around, frozenset({home})).collection.editions[home] if added else None
        waiting = []
        for document, value in edition.documents() if edition else ():
            if edition and edition.path_of(document) in added:
                waiting.append((edition.path_of(document), value))
    return around


def _paths_from(home: str, path: str, value: Value) -> Iterator[str]:
    """Yield where the files would be that a file refers to."""
    for reference in references_in(home, path, value):
        *before, name = reference.written.split("/")
        there = before[0] if before and before[0] not in reference.spec.refs else home
        if not all(_ID.fullmatch(part) for part in (there, name)):
            continue
        if there != home or "roadmap" in reference.spec.refs:
            yield path_in(there if there != home else name, "roadmap.yaml")
        for folder, model in FOLDERS.items():
            if model.entity_kind in reference.spec.refs:
                yield path_in(there, f"{folder}/{name}.yaml")


def _load(tree: _Around, home: str) -> tuple[Edition, Index]:
    collection = load(tree).collection
    return collection.editions[home], Index.of(collection)


def _levels(root: Path) -> dict[ChangeKind, Level]:
    """Return the levels that the settings give to whole kinds; none where they cannot be read."""
    try:
        data = WorkingTree(root).read(SETTINGS)
        settings, _ = read_settings(data, (), tuple(ChangeKind))
    except (Unreadable, CannotRun):
        return {}
    given = settings.levels
    return {kind: Level.of(given[kind]) for kind in ChangeKind if kind in given}


@dataclass(frozen=True, slots=True)
class Handed:
    """What git hands over of a file: its path in the repository, and where its content lies.

    None is no file. `new_path` is another where the file has a new name.
    """

    path: str
    new_path: str
    old: Path | None
    new: Path | None


@dataclass(frozen=True, slots=True)
class FileChange:
    """What changed in a file: in sentences, where a comparison could be made, and the rest.

    The rest of the two contents is what no sentence tells; None is no file.
    """

    comparison: Comparison | None
    old: Content | None
    new: Content | None
    is_same: bool
    """Whether every byte is the same."""


def read_change(handed: Handed) -> FileChange | None:
    """Compare the two states of a file; None where one cannot be read in full.

    Raises OSError where a file cannot be opened.
    """
    datas = [path.read_bytes() if path else None for path in (handed.old, handed.new)]
    states, rest = [], []
    for path, data in zip((handed.path, handed.new_path), datas, strict=True):
        content = None if data is None else read_content(path, data)
        if content is None and data is not None:
            return None
        rest.append(content)
        states.append(_state(path, data, content))
    comparison = _compare(handed.path, rest, states)
    before, after = rest
    if comparison and comparison.changes and before and after:
        before, after = (replace(one, values=_untold(one)) for one in (before, after))
    return FileChange(comparison, before, after, datas[0] == datas[1])


def _state(path: str, data: bytes | None, content: Content | None) -> State | None:
    """Return a state of a file that can be part of a roadmap."""
    _, inside = place_below(path)
    if not inside or data is None or content is None or content.value is None:
        return None
    return State(inside, data, content.value)


def _compare(
    path: str, contents: list[Content | None], states: list[State | None]
) -> Comparison | None:
    """Compare the states, unless there is something in one of them that no comparison would see."""
    for content, state in zip(contents, states, strict=True):
        if content and not (content.is_whole and state):
            return None
    around, _ = place_below(path)
    return compare_states(Path(around), *states) if can_compare(*states) else None


def _untold(content: Content) -> dict[str, object]:
    return {key: value for key, value in content.values.items() if key in _UNTOLD}
