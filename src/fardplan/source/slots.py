"""Where the files of a repository belong, and what is wrong with how one is named or placed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType

from fardplan.locales.text import Text
from fardplan.model.base import ID_PATTERN, Value
from fardplan.model.edition import FILES, FOLDERS, SHARED_FILES
from fardplan.model.names import is_reserved, slug
from fardplan.model.paths import CONTENT
from fardplan.source.faults import Fault
from fardplan.source.tree import SUFFIXES

UNKNOWN_FILE = Text(
    "Filen läses inte: en färdplan har ingen plats för ”{path}”.",
    "The file is not read: a roadmap has no place for “{path}”.",
)
UNKNOWN_SHARED_FILE = Text(
    "Filen läses inte: bland det som färdplanerna delar finns ingen plats för ”{path}”.",
    "The file is not read: among what the roadmaps share there is no place for “{path}”.",
)
DID_YOU_MEAN = Text("Ska den heta {near}?", "Should it be called {near}?")
MOVE_OR_DELETE = Text(
    "Flytta den till någon av mapparna {folders}, eller ta bort den.",
    "Move it to one of the folders {folders}, or delete it.",
)
MOVE_INTO_ROADMAP = Text(
    "Flytta den till en färdplans mapp, eller ta bort den.",
    "Move it into the folder of a roadmap, or delete it.",
)
WRONG_EXTENSION = Text("Filnamnet slutar på .yml.", "The file name ends in .yml.")
WRONG_EXTENSION_HINT = Text("Byt namn till {name}.", "Rename it {name}.")
BAD_STEM = Text("”{stem}” går inte att ha som filnamn.", "“{stem}” cannot be a file name.")
BAD_STEM_HINT = Text(
    "Filens namn är sakens id: små bokstäver a–z, siffror och bindestreck. Förslag: {slug}.yaml.",
    "The file's name is the id: lower-case a–z, digits and hyphens. Suggestion: {slug}.yaml.",
)
RESERVED = Text(
    "”{stem}” går inte att ha som namn: Windows har det till annat, och kan inte öppna filen.",
    "“{stem}” cannot be a name: Windows keeps it for other things, and cannot open the file.",
)
RESERVED_HINT = Text(
    "Förslag: {slug}. Byt namn och alla hänvisningar med fardplan rename.",
    "Suggestion: {slug}. Change the name and all references with fardplan rename.",
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
_SWEDISH_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "aktiviteter": "activities",
        "fardplan": "roadmap",
        "indikatorer": "indicators",
        "mal": "goals",
        "malbild": "vision",
        "omraden": "areas",
        "ordlista": "glossary",
        "organisationer": "organisations",
        "rapporter": "reports",
        "uppfoljning": "reports",
        "uppfoljningar": "reports",
    }
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What a path holds: the roadmap's id (empty when shared), the document, its model."""

    roadmap: str
    document: str
    model: type[Value] | None

    @property
    def stem(self) -> str:
        """The file's name without its ending: the id of what it holds."""
        name = self.document.rpartition("/")[2]
        return name.rpartition(".")[0] or name

    @property
    def own_id(self) -> str:
        """The id of what the file is: its stem, or the roadmap's own for a file at its top."""
        return self.stem if "/" in self.document else self.roadmap or self.stem


@lru_cache(maxsize=1024)  # a roadmap is judged file by file, and many rules ask
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


def check_name(path: str, slot: Slot) -> Iterator[Fault]:
    """Yield what is wrong with the place and the name of a file."""
    if path.endswith(".yml"):
        values = {"name": PurePosixPath(path).stem + ".yaml"}
        yield Fault("unreadable-file", WRONG_EXTENSION, values, WRONG_EXTENSION_HINT)
    elif slot.model is None:
        yield _misplaced(slot)
    if "/" in slot.document and not _ID.fullmatch(slot.stem):
        values = {"stem": slot.stem, "slug": slug(slot.stem) or "id"}
        yield Fault("unstable-id", BAD_STEM, values, BAD_STEM_HINT)
    elif is_reserved(slot.stem):
        yield _reserved(slot.stem)


def check_folder(roadmap: str) -> Iterator[Fault]:
    """Yield what is wrong with the name of a roadmap's folder."""
    if not _ID.fullmatch(roadmap):
        values = {"stem": roadmap, "slug": slug(roadmap) or "id"}
        yield Fault("unstable-id", BAD_FOLDER, values, BAD_FOLDER_HINT)
    elif is_reserved(roadmap):
        yield _reserved(roadmap)


def _reserved(name: str) -> Fault:
    return Fault("unstable-id", RESERVED, {"stem": name, "slug": f"{name}-2"}, RESERVED_HINT)


def is_content(path: str) -> bool:
    """Tell what the roadmaps consist of from the settings and the known debts beside them."""
    return path.startswith(f"{CONTENT}/") or path == CONTENT


def is_file(path: str) -> bool:
    """Tell a YAML file from links and from folders that cannot be looked into."""
    return path.endswith(SUFFIXES)


def _misplaced(slot: Slot) -> Fault:
    """Return the fault of a file that stands where nothing is read."""
    text = UNKNOWN_FILE if slot.roadmap else UNKNOWN_SHARED_FILE
    values: dict[str, object] = {"path": slot.document, "folders": ", ".join(FOLDERS)}
    if near := _nearest(slot):
        values["near"] = near
        return Fault("unreadable-file", text, values, DID_YOU_MEAN)
    return Fault(
        "unreadable-file", text, values, MOVE_OR_DELETE if slot.roadmap else MOVE_INTO_ROADMAP
    )


def _nearest(slot: Slot) -> str | None:
    """Return the name that was probably meant: `goals/x.yaml` for `mål/x.yaml`."""
    first, *rest = slot.document.split("/")
    if len(rest) > 1:
        return None
    known = list(FOLDERS) if rest else [*(FILES if slot.roadmap else SHARED_FILES)]
    written = first if rest else first.removesuffix(".yaml")
    ending = f"/{rest[0]}" if rest else ".yaml"
    meant = _SWEDISH_NAMES.get(slug(written), written)
    found = get_close_matches(meant, [name.removesuffix(".yaml") for name in known], 1, cutoff=0.7)
    return f"{found[0]}{ending}" if found else None
