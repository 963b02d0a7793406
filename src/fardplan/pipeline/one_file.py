"""One file by itself, as git hands it over: what it holds, and what changed in it.

Git's temporary files keep the name of the real one but not its folder. What such a file is shows
by the schema that it names, else by its name and its keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from fardplan.editing._source import Source
from fardplan.editing.splice import CannotEdit
from fardplan.formats._file_words import Content
from fardplan.model.base import Value
from fardplan.model.build import build
from fardplan.model.edition import FILES, FOLDERS, SHARED_FILES
from fardplan.model.fields import fields_of
from fardplan.model.paths import CONTENT
from fardplan.source.slots import place_of

MODELS: tuple[type[Value], ...] = (
    *(FOLDERS[folder] for folder in ("goals", "activities", "areas", "indicators", "reports")),
    *FILES.values(),
    *SHARED_FILES.values(),
)
"""What a file can be; of those that fit as well the first is taken.

An activity knows nearly all keys of a goal, but has a goal itself.
"""

_SCHEMA = re.compile(rb"#[^\n]*\$schema=\S*?([a-z]+)\.schema\.json")
_EDITORS_OWN = "# yaml-language-server:"


def read_content(path: str, data: bytes) -> Content | None:
    """Return what a file holds, or None where it cannot be read in full or is no such file."""
    try:
        source = Source.read(data)
    except CannotEdit:
        return None
    values = source.values
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        return None
    model = _find_model(path, data, values)
    built = build(model, values, {"title": PurePosixPath(path).stem, "format": "1"})
    comments = tuple(one for one in source.comments.elements() if not one.startswith(_EDITORS_OWN))
    is_whole = not built.misfits and built.value is not None
    return Content(model, values, built.value, is_whole, comments)


def place_below(path: str) -> tuple[str, str]:
    """Return the folder around `roadmaps/` and the rest of a path; ("", "") where it is not there.

    The repository may hold more than roadmaps, and have them in a folder of its own.
    """
    parts = path.split("/")
    if CONTENT not in parts[:-1]:
        return "", ""
    at = parts.index(CONTENT)
    return "/".join(parts[:at]), "/".join(parts[at:])


def _find_model(path: str, data: bytes, values: dict[str, object]) -> type[Value]:
    _, inside = place_below(path)
    if inside and (model := place_of(inside).model):
        return model
    if (named := _SCHEMA.search(data)) is not None:
        kind = named[1].decode()
        for model in MODELS:
            if _schema_of(model) == kind:
                return model
    return min(_candidates(path), key=lambda model: len(values.keys() - _keys(model)))


def _schema_of(model: type[Value]) -> str:
    return model.entity_kind or model.__name__.lower()


def _candidates(path: str) -> Iterator[type[Value]]:
    """Yield the models from the likeliest: that of the file's name, then all."""
    name = PurePosixPath(path).name
    if model := FILES.get(name) or SHARED_FILES.get(name):
        yield model
    yield from MODELS


def _keys(model: type[Value]) -> frozenset[str]:
    return frozenset(spec.key for spec in fields_of(model))
