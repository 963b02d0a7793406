"""A new id for a thing, with everything that refers to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from fardplan.editing._refusal import CannotEdit
from fardplan.editing.renaming import (
    Key,
    Renaming,
    Rewording,
    all_references,
    reword,
    texts_to_replace,
)
from fardplan.editing.settings import rename_roadmap_in_settings
from fardplan.editing.splice import append_item, replace_scalars
from fardplan.errors import CannotRun
from fardplan.locales.text import Saying, Text
from fardplan.model.answers import read_answer
from fardplan.model.approval import Approval
from fardplan.model.base import ID_PATTERN
from fardplan.model.common import Part
from fardplan.model.fields import field_of
from fardplan.model.index import SHARED, Index
from fardplan.model.names import is_reserved
from fardplan.model.refusal import Refused
from fardplan.model.time import FuzzyTime
from fardplan.pipeline.naming import find_entity, full_name
from fardplan.pipeline.renamed_approvals import RenamedApprovals, rename_approvals
from fardplan.pipeline.renamed_debts import rename_debts
from fardplan.pipeline.states import open_tree
from fardplan.source.approvals import read_approvals
from fardplan.source.collection import Loaded, load
from fardplan.source.edits import Edits, is_taken, read_or_refuse
from fardplan.source.root import APPROVALS, BASELINE, SETTINGS
from fardplan.source.slots import RESERVED, place_of
from fardplan.source.tree import Tree, Unreadable

T = TypeVar("T")

SAME = Text("{name} heter redan så.", "{name} is called that already.")
NOT_AN_ID = Text("{reason}", "{reason}")
BOTH = Text("{text} {hint}", "{text} {hint}")
NOT_A_PERIOD = Text(
    "En rapports id är dess period, till exempel 2023 eller 2023-q2. ”{new}” är ingen tid.",
    "A report's id is its period, such as 2023 or 2023-q2. “{new}” is no time.",
)
VISION = Text(
    "En målbild heter som sin färdplan. Byt id på färdplanen: fardplan rename roadmap/{home} {new}",
    "A vision is called as its roadmap. Rename the roadmap: fardplan rename roadmap/{home} {new}",
)
TAKEN = Text("”{new}” är upptaget: {name} finns redan.", "“{new}” is taken: {name} exists already.")
TWICE = Text(
    "Flera saker heter {name}. Rätta det först (visa felen: fardplan validate).",
    "Several things are called {name}. Mend that first (show the errors: fardplan validate).",
)
UNREAD = Text(
    "Något i {file} går inte att läsa och kan hänvisa till ”{old}”. "
    "Rätta det först (visa felen: fardplan validate).",
    "Something in {file} cannot be read and may refer to “{old}”. "
    "Mend that first (show the errors: fardplan validate).",
)
NOT_EDITED = Text("{file}: {reason}.", "{file}: {reason}.")
LEADS_ASTRAY = Text(
    "Namnbytet skulle ändra vad hänvisningarna i {file} leder till, så inget är skrivet. "
    "Välj ett annat id.",
    "The renaming would change what the references in {file} lead to, so nothing is written. "
    "Choose another id.",
)


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a renaming changes: the names, what moves, and how much in which file (by new path)."""

    old: str
    new: str
    move: tuple[str, str] | None
    changes: tuple[tuple[str, int], ...]
    references: int
    unsure: tuple[Approval, ...] = ()
    """The approvals of what is renamed whose change could not be found."""


def rename(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Give what `old` names the id `new`, everywhere; with `dry_run` only tell what would change.

    Everything is computed and read again before the first byte is written. Raises CannotRun.
    """
    tree = open_tree(root)
    loaded = load(tree)
    index = Index.of(loaded.collection)
    renaming = Renaming(find_entity(index, old), new)
    _check(root, index, renaming)
    _refuse_unread(tree, loaded, renaming)
    rewording = _guard(renaming.entity.file, lambda: reword(loaded.collection, index, renaming))
    files, counts = _edit_content(tree, renaming, rewording)
    own = _edit_own(tree, index, renaming, rewording)
    counts |= {path: _count_lines(data, tree.read(path)) for path, data in own.items()}
    files |= own
    approved = _rename_approved(root, Edits(tree, renaming.move, files), loaded, index, renaming)
    if approved is not None and approved.data != tree.read(APPROVALS):
        files[APPROVALS] = approved.data
        counts[APPROVALS] = _count_lines(approved.data, tree.read(APPROVALS))
    edits = Edits(tree, renaming.move, files)
    _verify(edits, loaded, index, renaming)
    if not dry_run:
        edits.carry_out()
    listed = tuple(sorted((path, counts[path]) for path in files))
    references = sum(map(len, rewording.texts.values()))
    target = renaming.index(index).by_key[renaming.key(renaming.entity.key)]
    names = full_name(renaming.entity), full_name(target)
    unsure = approved.lost if approved else ()
    return Renamed(*names, renaming.move, listed, references, unsure)


def _check(root: Path, index: Index, renaming: Renaming) -> None:
    """Raise CannotRun where the thing cannot bear the new id."""
    entity, new = renaming.entity, renaming.new
    if entity.kind == "vision":
        raise CannotRun(VISION, home=entity.home, new=new)
    _check_form(renaming)
    if new == entity.id:
        raise CannotRun(SAME, name=full_name(entity))
    if any(entity.key in (one.key, two.key) for one, two in index.duplicates):
        raise CannotRun(TWICE, name=full_name(entity))
    for home in (renaming.home(entity.home), SHARED):
        if taken := index.by_key.get((home, entity.kind, new)):
            raise CannotRun(TAKEN, new=new, name=full_name(taken))
    if renaming.move and is_taken(root, *renaming.move):
        raise CannotRun(TAKEN, new=new, name=renaming.move[1])


def _check_form(renaming: Renaming) -> None:
    """Raise CannotRun where nothing of the kind can have such an id."""
    new = renaming.new
    try:
        read_answer(Part, "id", new)
    except Refused as refusal:
        parts = {"text": Saying(refusal.text, refusal.values)}
        hint = refusal.hint and Saying(refusal.hint, refusal.values)
        reason = Saying(BOTH, {**parts, "hint": hint}) if hint else parts["text"]
        raise CannotRun(NOT_AN_ID, reason=reason) from None
    if renaming.move and is_reserved(new):
        raise CannotRun(RESERVED, stem=new)
    if renaming.entity.kind == "report":
        try:
            FuzzyTime.parse(new)
        except Refused:
            raise CannotRun(NOT_A_PERIOD, new=new) from None


def _refuse_unread(tree: Tree, loaded: Loaded, renaming: Renaming) -> None:
    """Raise CannotRun where a file that was not read in full holds the old id."""
    old = renaming.entity.id
    mentions = _mentions(old)
    faulty = {
        file
        for file, faults in loaded.faults.items()
        if any(fault.rule != "unstable-id" for fault in faults)
    }
    for file in sorted(faulty | loaded.misfits.keys()):
        try:
            text = tree.read(file).decode(errors="replace")
        except (Unreadable, FileNotFoundError):
            text = old
        if mentions.search(text) or file == renaming.entity.file:
            raise CannotRun(UNREAD, file=file, old=old)


def _mentions(name: str) -> re.Pattern[str]:
    """Return what finds an id that stands alone."""
    return re.compile(rf"(?<![a-z0-9-]){re.escape(name)}(?![a-z0-9-])")


def _edit_content(
    tree: Tree, renaming: Renaming, rewording: Rewording
) -> tuple[dict[str, bytes], dict[str, int]]:
    """Return the changed files of roadmaps by their new path, and how many changes each has."""
    files: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    for file, texts in texts_to_replace(rewording, renaming).items():
        path = renaming.path(file)
        data = tree.read(file)
        files[path] = _guard(file, lambda data=data, texts=texts: replace_scalars(data, texts))  # type: ignore[misc]
        counts[path] = len(texts)
    entity = renaming.entity
    model = place_of(entity.file).model
    if model is not None and _remembers(renaming):
        path = renaming.path(entity.file)
        data = files.get(path) or tree.read(entity.file)
        route = (*entity.route, "previously")
        files[path] = _guard(entity.file, lambda: append_item(data, route, entity.id, model))
        counts[path] = counts.get(path, 0) + 1
    return files, counts


def _remembers(renaming: Renaming) -> bool:
    """Tell whether the old id is to be kept as an earlier one: it may be no id at all."""
    entity = renaming.entity
    known = getattr(entity.value, "previously", ())
    fits = re.fullmatch(ID_PATTERN, entity.id) is not None
    return (
        fits and field_of(type(entity.value), "previously") is not None and entity.id not in known
    )


def _edit_own(
    tree: Tree, index: Index, renaming: Renaming, rewording: Rewording
) -> dict[str, bytes]:
    """Return the list of known debts and the settings, where they change."""
    files: dict[str, bytes] = {}
    there = tree.paths()
    if BASELINE in there:
        data = read_or_refuse(tree, BASELINE)
        files[BASELINE] = _guard(BASELINE, lambda: rename_debts(data, index, renaming, rewording))
    if SETTINGS in there and renaming.is_roadmap:
        data = read_or_refuse(tree, SETTINGS)
        old, new = renaming.entity.id, renaming.new
        files[SETTINGS] = _guard(SETTINGS, lambda: rename_roadmap_in_settings(data, old, new))
    return {path: data for path, data in files.items() if data != tree.read(path)}


def _rename_approved(
    root: Path, edits: Edits, loaded: Loaded, index: Index, renaming: Renaming
) -> RenamedApprovals | None:
    """Return the list of approved changes as it will be, where there is one."""
    if APPROVALS not in edits.tree.paths():
        return None
    data = read_or_refuse(edits.tree, APPROVALS)
    if read_approvals(data)[1] and _mentions(renaming.entity.id).search(
        data.decode(errors="replace")
    ):
        raise CannotRun(UNREAD, file=APPROVALS, old=renaming.entity.id)
    editions = loaded.collection.editions.values()
    return _guard(APPROVALS, lambda: rename_approvals(root, data, edits, index, editions, renaming))


def _count_lines(new: bytes, old: bytes) -> int:
    return len({*new.splitlines()} - {*old.splitlines()})


def _verify(edits: Edits, loaded: Loaded, index: Index, renaming: Renaming) -> None:
    """Read the outcome and see that everything leads where it led; raises CannotRun."""
    after = load(edits.outcome)
    renamed = Index.of(after.collection)
    expected = dict(_targets(loaded, index, renaming))
    found = dict(_targets(after, renamed, None))
    for place, key in expected.items():
        if key is not None and found.get(place) != key:
            raise CannotRun(LEADS_ASTRAY, file=place[0])
    if {renaming.key(key) for key in index.by_key} != renamed.by_key.keys():
        raise CannotRun(LEADS_ASTRAY, file=renaming.path(renaming.entity.file))


def _targets(
    loaded: Loaded, index: Index, renaming: Renaming | None
) -> Iterator[tuple[tuple[str, object], Key | None]]:
    """Yield what every reference leads to, each with its place, as they are after the renaming."""
    for reference in all_references(loaded.collection):
        target = index.resolve(reference.home, reference.written, reference.spec.refs).entity
        file, key = reference.file, target.key if target else None
        if renaming:
            file, key = renaming.path(file), key and renaming.key(key)
        yield (file, reference.route), key


def _guard(file: str, edit: Callable[[], T]) -> T:
    """Return what an edit gives; raises CannotRun with the file where it cannot be made."""
    try:
        return edit()
    except CannotEdit as refusal:
        reason = Saying(refusal.text, refusal.values)
        raise CannotRun(NOT_EDITED, file=file, reason=reason) from refusal
