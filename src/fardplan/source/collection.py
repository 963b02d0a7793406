"""Reads all files of a state into models, and notes what did not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from fardplan.locales.text import Text
from fardplan.model.base import Value
from fardplan.model.build import build
from fardplan.model.edition import FOLDERS, Collection, Edition
from fardplan.model.misfits import Misfit
from fardplan.model.paths import CONTENT, path_in
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from fardplan.source.faults import Fault
from fardplan.source.reading import Read, read_all
from fardplan.source.slots import Slot, check_folder, check_name, is_content, is_file, place_of
from fardplan.source.suppressions import MARK
from fardplan.source.tree import Tree, Unreadable

NO_ROADMAP_FILE = Text(
    "Mappen ”{folder}” saknar filen roadmap.yaml.",
    "The folder “{folder}” has no file roadmap.yaml.",
)
NO_ROADMAP_FILE_HINT = Text(
    "Skapa {folder}/roadmap.yaml, eller ta bort mappen om den inte är en färdplan.",
    "Create {folder}/roadmap.yaml, or delete the folder if it is no roadmap.",
)

_FALLBACK_PROFILE = "direction"
"""The mildest profile: a roadmap whose profile cannot be read is judged by no demand of others."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A collection, and per file what was wrong with it.

    `half_known` names the roadmaps whose roadmap.yaml lacks (or garbles) year or profile, so that
    no rule about their content can be fair. `incomplete` names the files that were not read in
    full, and `lost` holds (roadmap, id) of what went away with values that did not fit: none of
    these may be taken for absent.
    """

    collection: Collection
    faults: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    misfits: Mapping[str, tuple[Misfit, ...]] = field(default_factory=dict)
    half_known: frozenset[str] = frozenset()
    incomplete: frozenset[str] = frozenset()
    lost: frozenset[tuple[str, str]] = frozenset()
    commented: frozenset[str] = frozenset()
    """The files that may hold a comment to fardplan."""
    garbled: frozenset[str] = frozenset()
    """The files that were read though some value in them could not be, such as an unknown alias."""
    made_up: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The keys that each roadmap.yaml must have and does not say readably."""


Tell = Callable[[int, int], None]
"""Takes how much is done, and of how much."""


def tell_nobody(_: int, __: int) -> None:
    """Leave it unsaid how far something has come."""


def load(
    tree: Tree,
    only: frozenset[str] | None = None,
    tell: Tell = tell_nobody,
    *,
    alone: bool = False,
) -> Loaded:
    """Read every file of `tree`, or only those of the roadmaps named; "" names what is shared.

    `tell` is told how many files have been read. `alone` is for who already shares the work with
    a second process.
    """
    return _Loading(tree).load(only, tell, alone=alone)


class _Loading:
    """Collects what the files of one tree hold."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._faults: dict[str, list[Fault]] = {}
        self._misfits: dict[str, tuple[Misfit, ...]] = {}
        self._documents: dict[str, dict[str, Value]] = {}
        self._half_known: set[str] = set()
        self._incomplete: set[str] = set()
        self._lost: set[tuple[str, str]] = set()
        self._commented: set[str] = set()
        self._garbled: set[str] = set()
        self._made_up: dict[str, frozenset[str]] = {}

    def load(self, only: frozenset[str] | None, tell: Tell, *, alone: bool) -> Loaded:
        slots = {path: place_of(path) for path in self._tree.paths() if is_content(path)}
        if only is not None:
            slots = {path: slot for path, slot in slots.items() if slot.roadmap in only}
        paths = [path for path, slot in slots.items() if self._is_placed(path, slot)]
        for number, read in enumerate(read_all(self._tree, paths, alone=alone)):
            self._take(paths[number], slots[paths[number]], read)
            tell(number + 1, len(paths))
        editions = {
            name: edition
            for name in sorted(self._documents)
            if name and (edition := self._assemble(name)) is not None
        }
        shared = self._documents.get("", {})
        organisations = shared.get("organisations.yaml")
        glossary = shared.get("glossary.yaml")
        collection = Collection(
            editions,
            organisations if isinstance(organisations, Organisations) else Organisations(format=1),
            glossary if isinstance(glossary, Glossary) else Glossary(format=1),
        )
        faults = {path: tuple(found) for path, found in self._faults.items()}
        return Loaded(
            collection,
            faults,
            self._misfits,
            frozenset(self._half_known),
            frozenset(self._incomplete),
            frozenset(self._lost),
            frozenset(self._commented),
            frozenset(self._garbled),
            self._made_up,
        )

    def _take(self, path: str, slot: Slot, read: Read) -> None:
        """Make the model of one file; what is wrong with it is noted."""
        if isinstance(read, Unreadable):
            self._note(path, Fault("unreadable-file", read.text, read.values))
            self._incomplete.add(path)
            return
        data, document = read
        if MARK in data:
            self._commented.add(path)
        for fault in document.faults:
            self._note(path, fault)
            self._incomplete.add(path)
            if fault.rule == "yaml-syntax":
                self._garbled.add(path)
        if slot.model is not None and document.values is not None:
            self._build(path, slot, slot.model, document.values)

    def _is_placed(self, path: str, slot: Slot) -> bool:
        """Note what is wrong with the names on the way to a file; tell whether to read it."""
        if slot.roadmap and slot.roadmap not in self._documents:
            self._documents[slot.roadmap] = {}
            for fault in check_folder(slot.roadmap):
                self._note(path_in(slot.roadmap, "roadmap.yaml"), fault)
        if not is_file(path):
            return True  # a link, or a folder that cannot be looked into: reading it says which
        for fault in check_name(path, slot):
            self._note(path, fault)
        if path.endswith(".yml"):
            self._incomplete.add(str(PurePosixPath(path).with_suffix(".yaml")))
        return slot.model is not None

    def _build(self, path: str, slot: Slot, model: type[Value], values: object) -> None:
        fallbacks = {"title": slot.stem, "format": "1"}
        if model is Roadmap:
            fallbacks |= {"title": slot.roadmap, "year": "2000", "profile": _FALLBACK_PROFILE}
        built = build(model, values, fallbacks)
        if built.misfits:
            self._misfits[path] = built.misfits
        if model is Roadmap and built.made_up:
            self._made_up[slot.roadmap] = built.made_up
        if built.made_up & {"year", "profile"}:
            self._half_known.add(slot.roadmap)
        self._lost |= {(slot.roadmap, lost) for lost in built.lost}
        if built.value is None:
            self._incomplete.add(path)
        else:
            self._documents.setdefault(slot.roadmap, {})[slot.document] = built.value

    def _note(self, path: str, fault: Fault) -> None:
        self._faults.setdefault(path, []).append(fault)

    def _assemble(self, name: str) -> Edition | None:
        documents = self._documents[name]
        roadmap = documents.get("roadmap.yaml")
        path = path_in(name, "roadmap.yaml")
        if not isinstance(roadmap, Roadmap):
            if not {path} & (self._faults.keys() | self._misfits.keys() | self._incomplete):
                values = {"folder": f"{CONTENT}/{name}"}
                self._note(
                    path, Fault("unreadable-file", NO_ROADMAP_FILE, values, NO_ROADMAP_FILE_HINT)
                )
                self._incomplete.add(path)
            self._half_known.add(name)
            known = {"format": "1", "title": name, "year": "2000", "profile": _FALLBACK_PROFILE}
            self._made_up[name] = frozenset(known)
            roadmap = Roadmap.model_validate(known)
        folders = {folder: dict(self._in_folder(documents, folder)) for folder in FOLDERS}
        return Edition(
            id=name,
            roadmap=roadmap,
            vision=documents.get("vision.yaml"),  # type: ignore[arg-type]  # read as Vision above
            **folders,  # type: ignore[arg-type]  # each read with its folder's model
        )

    @staticmethod
    def _in_folder(documents: Mapping[str, Value], folder: str) -> Iterator[tuple[str, Value]]:
        for document, value in documents.items():
            if document.startswith(f"{folder}/"):
                yield document.removeprefix(f"{folder}/").removesuffix(".yaml"), value
