"""Reads all files of a state into models, and notes what did not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from fardplan.locales.text import Text
from fardplan.model.base import ID_PATTERN, Value
from fardplan.model.build import build
from fardplan.model.edition import (
    FILES,
    FOLDERS,
    SHARED_FILES,
    Collection,
    Edition,
)
from fardplan.model.misfits import Misfit
from fardplan.model.names import slug
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from fardplan.source.faults import Fault
from fardplan.source.tree import Tree, Unreadable
from fardplan.source.yaml import read_yaml

CONTENT = "roadmaps"

NO_ROADMAP_FILE = Text(
    "Mappen ”{folder}” saknar filen roadmap.yaml.",
    "The folder “{folder}” has no file roadmap.yaml.",
)
NO_ROADMAP_FILE_HINT = Text(
    "Skapa {folder}/roadmap.yaml, eller ta bort mappen om den inte är en färdplan.",
    "Create {folder}/roadmap.yaml, or delete the folder if it is no roadmap.",
)
"""The line that the folder's other files cannot do without."""

UNKNOWN_FILE = Text(
    "Filen läses inte: en färdplan har ingen plats för ”{path}”.",
    "The file is not read: a roadmap has no place for “{path}”.",
)
UNKNOWN_FILE_HINT = Text(
    "Flytta den till någon av mapparna {folders}, eller ta bort den.",
    "Move it to one of the folders {folders}, or delete it.",
)
WRONG_EXTENSION = Text("Filnamnet slutar på .yml.", "The file name ends in .yml.")
WRONG_EXTENSION_HINT = Text("Byt namn till {name}.", "Rename it {name}.")
BAD_STEM = Text("”{stem}” går inte att ha som filnamn.", "“{stem}” cannot be a file name.")
BAD_STEM_HINT = Text(
    "Filens namn är sakens id: små bokstäver a–z, siffror och bindestreck. Förslag: {slug}.yaml.",
    "The file's name is the id: lower-case a–z, digits and hyphens. Suggestion: {slug}.yaml.",
)

BAD_FOLDER = Text(
    "”{stem}” går inte att ha som namn på en färdplans mapp.",
    "“{stem}” cannot be the name of a roadmap's folder.",
)
BAD_FOLDER_HINT = Text(
    "Mappens namn är färdplanens id: små bokstäver a–z, siffror och bindestreck. Förslag: {slug}.",
    "The folder's name is the roadmap's id: lower-case a–z, digits and hyphens. "
    "Suggestion: {slug}.",
)

_ID = re.compile(ID_PATTERN)
_FALLBACK_PROFILE = "direction"
"""The mildest profile: a roadmap whose profile cannot be read is judged by no demand of others."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a path holds: the roadmap's id (empty when shared), the document, its model."""

    roadmap: str
    document: str
    model: type[Value] | None

    @property
    def stem(self) -> str:
        """The file's name without its ending: the id of what it holds."""
        return PurePosixPath(self.document).stem


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


def place_of(path: str) -> Slot:
    """Return what stands at `path`; the model is None where a roadmap has no such place."""
    top, *parts = path.split("/")
    if not parts:
        return Slot("", top, None)
    if len(parts) == 1:
        return Slot("", parts[0], SHARED_FILES.get(parts[0]))
    roadmap, document = parts[0], "/".join(parts[1:])
    if len(parts) == 2:
        return Slot(roadmap, document, FILES.get(parts[1]))
    model = FOLDERS.get(parts[1]) if len(parts) == 3 and parts[2].endswith(".yaml") else None
    return Slot(roadmap, document, model)


def load(tree: Tree, only: frozenset[str] | None = None) -> Loaded:
    """Read every file of `tree` (or only those of the roadmaps named, with what is shared)."""
    return _Loading(tree).load(only)


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

    def load(self, only: frozenset[str] | None) -> Loaded:
        for path in self._tree.paths():
            if not path.startswith(f"{CONTENT}/"):
                continue
            slot = place_of(path)
            if only is None or not slot.roadmap or slot.roadmap in only:
                self._read(path, slot)
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
        )

    def _read(self, path: str, slot: Slot) -> None:
        self._faults_of_name(path, slot)
        documents = self._documents.setdefault(slot.roadmap, {})
        if slot.model is None:
            return
        try:
            data = self._tree.read(path)
        except Unreadable as failure:
            self._note(path, Fault("unreadable-file", failure.text, failure.values))
            self._incomplete.add(path)
            return
        read = read_yaml(data)
        for fault in read.faults:
            self._note(path, fault)
            self._incomplete.add(path)
        if read.values is None:
            return
        fallbacks = {"title": slot.stem, "term": slot.stem, "format": "1"}
        if slot.model is Roadmap:
            fallbacks |= {"title": slot.roadmap, "year": "2000", "profile": _FALLBACK_PROFILE}
        built = build(slot.model, read.values, fallbacks)
        if built.misfits:
            self._misfits[path] = built.misfits
        if built.made_up & {"year", "profile"}:
            self._half_known.add(slot.roadmap)
        self._lost |= {(slot.roadmap, lost) for lost in built.lost}
        if built.value is None:
            self._incomplete.add(path)
        else:
            documents[slot.document] = built.value

    def _faults_of_name(self, path: str, slot: Slot) -> None:
        if path.endswith(".yml"):
            name = PurePosixPath(path).stem + ".yaml"
            self._incomplete.add(str(PurePosixPath(path).with_name(name)))
            self._note(
                path,
                Fault("unreadable-file", WRONG_EXTENSION, {"name": name}, WRONG_EXTENSION_HINT),
            )
        elif slot.model is None:
            values = {"path": slot.document, "folders": ", ".join(FOLDERS)}
            self._note(path, Fault("unreadable-file", UNKNOWN_FILE, values, UNKNOWN_FILE_HINT))
        if slot.document.count("/") and not _ID.fullmatch(slot.stem):
            values = {"stem": slot.stem, "slug": slug(slot.stem) or "id"}
            self._note(path, Fault("unstable-id", BAD_STEM, values, BAD_STEM_HINT))
        if slot.roadmap in self._documents or not slot.roadmap:
            return
        if not _ID.fullmatch(slot.roadmap):
            values = {"stem": slot.roadmap, "slug": slug(slot.roadmap) or "id"}
            self._note(
                f"{CONTENT}/{slot.roadmap}/roadmap.yaml",
                Fault("unstable-id", BAD_FOLDER, values, BAD_FOLDER_HINT),
            )

    def _note(self, path: str, fault: Fault) -> None:
        self._faults.setdefault(path, []).append(fault)

    def _assemble(self, name: str) -> Edition | None:
        documents = self._documents[name]
        roadmap = documents.get("roadmap.yaml")
        path = f"{CONTENT}/{name}/roadmap.yaml"
        if not isinstance(roadmap, Roadmap):
            if path not in self._faults and path not in self._misfits:
                values = {"folder": f"{CONTENT}/{name}"}
                self._note(
                    path, Fault("unreadable-file", NO_ROADMAP_FILE, values, NO_ROADMAP_FILE_HINT)
                )
            self._half_known.add(name)
            roadmap = Roadmap.model_validate(
                {"format": "1", "title": name, "year": "2000", "profile": _FALLBACK_PROFILE}
            )
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
                yield PurePosixPath(document).stem, value
