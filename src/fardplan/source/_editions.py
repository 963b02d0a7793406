"""Which roadmap folders a place holds, and what each roadmap.yaml says of itself.

A place is a directory or a commit. Only `year`, `version`, `previously` and `status` are read;
whatever cannot be understood is taken as not said: an old file is never refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from fardplan.model.base import ID_PATTERN
from fardplan.model.paths import CONTENT, path_in
from fardplan.source.git import Repository
from fardplan.source.yaml import read_yaml

ROADMAP_ID = re.compile(ID_PATTERN)
YEAR = re.compile(r"[0-9]{4}")
VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,2}")
_ROADMAP_FILE = re.compile(rf"{CONTENT}/[^/]+/roadmap\.yaml")

Numbers = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a roadmap.yaml says of itself; None or () where it says nothing."""

    year: int | None = None
    version: str | None = None
    previously: tuple[str, ...] = ()
    status: str | None = None


def read_facts(data: bytes | None) -> Facts:
    """Return the facts of one roadmap.yaml, with what is missing or odd left out."""
    values = read_yaml(data).values if data is not None else None
    if not isinstance(values, dict):
        return Facts()
    year, version, status = (values.get(key) for key in ("year", "version", "status"))
    previously = values.get("previously")
    ids = previously if isinstance(previously, list) else [previously]
    return Facts(
        int(year) if isinstance(year, str) and YEAR.fullmatch(year.strip()) else None,
        version.strip() if isinstance(version, str) and is_version(version.strip()) else None,
        tuple(name for name in ids if isinstance(name, str) and ROADMAP_ID.fullmatch(name)),
        status if isinstance(status, str) else None,
    )


def is_version(text: str) -> bool:
    """Tell whether a text is a version: one to three whole numbers with full stops between."""
    return VERSION.fullmatch(text) is not None


def parse_version(text: str) -> Numbers:
    """Return a version as three numbers, so that 1.10 is above 1.9, and 1 and 1.0 are one."""
    first, second, third, *_ = [*map(int, text.split(".")), 0, 0]
    return (first, second, third)


def roadmap_file(folder: str) -> str:
    """Return the path of a roadmap's own file."""
    return path_in(folder, "roadmap.yaml")


class Place(Protocol):
    """Somewhere that holds roadmaps."""

    def read(self, path: str) -> bytes | None:
        """Return a file's content, or None where there is no such file."""
        ...

    def list_roadmaps(self) -> tuple[str, ...]:
        """Return the ids of the roadmaps, sorted."""
        ...


@dataclass(frozen=True, slots=True)
class Directory:
    """The roadmaps in a directory's files."""

    root: Path

    def read(self, path: str) -> bytes | None:
        """Return a file's content, or None where it is not there or may not be read."""
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None

    def list_roadmaps(self) -> tuple[str, ...]:
        """Return the names of the folders that hold a roadmap.yaml."""
        try:
            names = sorted(folder.name for folder in (self.root / CONTENT).iterdir())
            return tuple(name for name in names if (self.root / roadmap_file(name)).is_file())
        except OSError:
            return ()


@dataclass(frozen=True, slots=True)
class Commit:
    """The roadmaps in a commit (an id)."""

    repository: Repository
    commit: str

    def read(self, path: str) -> bytes | None:
        """Return a file's content, or None where the commit has no such file."""
        return next(self.repository.read_files([(self.commit, path)]))

    def list_roadmaps(self) -> tuple[str, ...]:
        """Return the names of the folders that hold a roadmap.yaml."""
        paths = self.repository.tree(self.commit, "").narrow(CONTENT).paths()
        return tuple(path.split("/")[1] for path in paths if _ROADMAP_FILE.fullmatch(path))


def find_folder(place: Place, names: Sequence[str]) -> str | None:
    """Return the folder of a roadmap in a place, where it may stand under any of its `names`.

    The names are tried in order; then comes a folder that declares one of them as `previously`.
    """
    for name in names:
        if place.read(roadmap_file(name)) is not None:
            return name
    for folder in place.list_roadmaps():
        if not set(names).isdisjoint(read_facts(place.read(roadmap_file(folder))).previously):
            return folder
    return None


def list_names(places: Sequence[Place], roadmap: str) -> tuple[str, ...]:
    """Return all ids of a roadmap, the present one first, as the first place that has it says.

    Empty where no place has it.
    """
    for place in places:
        folder = find_folder(place, (roadmap,))
        if folder is not None:
            previously = read_facts(place.read(roadmap_file(folder))).previously
            return tuple(dict.fromkeys((folder, *previously, roadmap)))
    return ()
