"""The shipped editions, read as plain values and without the model, so that both can be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fardplan.source.yaml import read_yaml

ROOT = Path(__file__).parents[2]
ROADMAPS = ROOT / "roadmaps"
HISTORY = ROOT / "tests" / "fixtures" / "history"

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spec:
    """Where an edition lies, and which sources it may draw on: its own first."""

    roadmap: str
    year: str
    profile: str
    sources: tuple[str, ...]
    newest: bool

    @property
    def label(self) -> str:
        """Return the name of the edition in test ids."""
        return f"{self.roadmap}-{self.year}"

    @property
    def folder(self) -> Path:
        """Return the folder of the edition: the newest ones ship, the others are history."""
        return ROADMAPS / self.roadmap if self.newest else HISTORY / self.roadmap / self.year


SPECS = {
    spec.label: spec
    for spec in (
        Spec("malbild-orebro-lan", "2021", "vision", ("004",), newest=False),
        Spec("malbild-orebro-lan", "2022", "vision", ("004", "003", "001"), newest=True),
        Spec("orebro-lan", "2022", "action", ("001", "004"), newest=False),
        Spec("orebro-lan", "2023", "action", ("003", "002", "001", "004"), newest=True),
        Spec("orebro", "2024", "direction", ("000", "003", "002"), newest=True),
        Spec("askersund", "2023", "process", ("002", "003"), newest=True),
    )
}


@dataclass(frozen=True, slots=True)
class Edition:
    """One roadmap at one version, as plain values by kind and id."""

    spec: Spec
    files: dict[str, Any]

    @property
    def roadmap(self) -> Entity:
        """Return what stands in roadmap.yaml."""
        return self.one("roadmap.yaml")

    @property
    def vision(self) -> Entity:
        """Return what stands in vision.yaml."""
        return self.one("vision.yaml")

    def one(self, name: str) -> Entity:
        """Return the values of one file, or fail with its path."""
        if name not in self.files:
            pytest.fail(f"{self.spec.folder.relative_to(ROOT) / name} does not exist")
        values = self.files[name]
        assert isinstance(values, dict), f"{name} holds no mapping"
        return values

    def of(self, kind: str) -> dict[str, Entity]:
        """Return the entities of one kind (areas, goals …) by id, in the order of the document."""
        found = {
            Path(name).stem: self.one(name) for name in self.files if name.startswith(f"{kind}/")
        }
        return dict(sorted(found.items(), key=lambda pair: int(pair[1].get("order") or 0)))

    def scalars(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield every text of every file, with its route, which starts with the file's name."""
        for name, values in self.files.items():
            yield from walk(values, (name,))

    def say(self) -> str:
        """Return all texts of the edition, a line each."""
        return "\n".join(text for _, text in self.scalars())


@cache
def edition(label: str) -> Edition:
    """Read an edition; fail if its folder is not there or a file cannot be read."""
    spec = SPECS[label]
    names = sorted(spec.folder.rglob("*.yaml")) if spec.folder.is_dir() else []
    if not names:
        pytest.fail(f"{spec.folder.relative_to(ROOT)} holds no YAML")
    return Edition(
        spec,
        {path.relative_to(spec.folder).as_posix(): read(path) for path in names},
    )


def read(path: Path) -> Any:
    """Return the plain values of a file, every scalar as text."""
    document = read_yaml(path.read_bytes())
    assert document.faults == (), f"{path}: {document.faults}"
    return document.values


def walk(
    value: object, route: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every scalar below a value, with its route."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from walk(each, (*route, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from walk(each, (*route, index))
    elif value is not None:
        yield route, str(value)


def nested(value: object, key: str) -> Iterator[Any]:
    """Yield everything that stands under a key, at any depth."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name == key:
                yield each
            yield from nested(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from nested(each, key)


def texts(value: object) -> str:
    """Return all texts below a value, a line each."""
    return "\n".join(text for _, text in walk(value))


def entries(value: object) -> list[Any]:
    """Return a list, whether it stands alone or under `items` beside other keys."""
    if isinstance(value, dict):
        value = value.get("items")
    return value if isinstance(value, list) else []


def title(entry: object) -> str:
    """Return what an entry of a list is called: itself, or its title, role, text or statement."""
    if isinstance(entry, dict):
        for key in ("title", "text", "role", "statement"):
            if entry.get(key):
                return str(entry[key])
        return ""
    return str(entry)


def local(reference: object) -> str:
    """Return the id at the end of a reference (`orebro-lan/x` → `x`)."""
    return str(reference).rpartition("/")[2]
