"""A value for every field of every model, and another one for each."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from enum import Enum
from typing import Any

from fardplan.model.activity import Activity
from fardplan.model.base import Value
from fardplan.model.edition import FILES, FOLDERS
from fardplan.model.fields import FieldSpec, Route, fields_of
from fardplan.model.links import Link
from fardplan.model.number import MoneyUnit, Number
from fardplan.model.substance import Substance
from fardplan.model.time import FuzzyTime
from fardplan.model.version import VersionNumber

DOCUMENTS: dict[str, type[Value]] = {
    **dict(FILES),
    **{f"{folder}/x.yaml": model for folder, model in FOLDERS.items() if folder != "reports"},
    "reports/2024.yaml": FOLDERS["reports"],
}

_DEEPEST = 8


def full(model: type[Value], depth: int = 0) -> dict[str, Any]:
    """Return plain data for a model with every field given."""
    data: dict[str, Any] = {}
    for spec in fields_of(model):
        if issubclass(model, Link) and spec.key in Link.TARGETS and spec.key != "goal":
            continue
        if model is Activity and spec.key in ("precondition", "area"):
            continue  # it belongs to exactly one thing
        if spec.model and (depth >= _DEEPEST or (spec.model is model and depth > 2)):
            continue
        one = full(spec.model, depth + 1) if spec.model else scalar(spec, changed=False)
        if spec.shape == "mapping":
            data[spec.key] = {"fi": one}
        else:
            data[spec.key] = one if spec.shape == "one" else [one]
    return data


def scalar(spec: FieldSpec, *, changed: bool) -> str:
    """Return one of two values that a single field can hold."""
    kind = spec.scalar or str
    if spec.key == "format":
        return "1"  # the only one that is read
    if issubclass(kind, Enum):
        values = [str(term.value) for term in kind]
        return values[1 + changed if kind is MoneyUnit else changed]
    if kind is int:
        return str((2024 if "year" in spec.key or spec.key == "reviews" else 3) + changed)
    pairs = {
        FuzzyTime: ("2024", "2026"),
        Number: ("10", "12"),
        VersionNumber: ("1.0", "1.2"),
        Substance: ("1:1.0:0123456789abcdef", "1:1.0:fedcba9876543210"),
        bool: ("true", "false"),
    }
    if kind in pairs:
        return pairs[kind][changed]
    return _text(spec, changed=changed)


def _text(spec: FieldSpec, *, changed: bool) -> str:
    if spec.refs:
        return "ref-b" if changed else "ref-a"
    if spec.text == "url":
        return f"https://example.org/{int(changed)}"
    if spec.text in ("id", "previous"):
        return f"{spec.text}-{'b' if changed else 'a'}"
    return f"Något helt annat om {spec.key}" if changed else f"Texten för {spec.key}"


def alterations(model: type[Value], data: dict[str, Any]) -> Iterator[tuple[Route, Any]]:
    """Yield a route to each field in `data`, and the whole data with only that one changed."""
    for route, spec in _fields(model, data):
        if spec.model is None:
            yield route, _put(data, (*route, *_inside(spec)), scalar(spec, changed=True))
        if not spec.required and spec.key not in Link.TARGETS:
            yield route, _put(data, route, None)


def flags(model: type[Value], data: dict[str, Any]) -> Iterator[tuple[Route, Any, Any]]:
    """Yield a route to each yes or no in `data`, the whole data with a no there, and without it."""
    for route, spec in _fields(model, data):
        if spec.scalar is bool:
            yield route, _put(data, route, "false"), _put(data, route, None)


def _inside(spec: FieldSpec) -> Route:
    return ("fi",) if spec.shape == "mapping" else () if spec.shape == "one" else (0,)


def _fields(model: type[Value], data: Any, route: Route = ()) -> Iterator[tuple[Route, FieldSpec]]:
    for spec in fields_of(model):
        if spec.key in data:
            here = (*route, spec.key)
            yield here, spec
            if spec.model:
                inner = data[spec.key]
                for part in _inside(spec):
                    inner = inner[part]
                yield from _fields(spec.model, inner, (*here, *_inside(spec)))


def _put(data: dict[str, Any], route: Route, value: Any) -> dict[str, Any]:
    """Return a copy of `data` with one value replaced, or taken out where it is None."""
    whole = copy.deepcopy(data)
    holder: Any = whole
    for part in route[:-1]:
        holder = holder[part]
    if value is None:
        del holder[route[-1]]
    else:
        holder[route[-1]] = value
    return whole


def _every_key() -> set[str]:
    models: list[type[Value]] = [*DOCUMENTS.values()]
    keys: set[str] = set()
    for model in models:
        keys |= {spec.key for spec in fields_of(model)}
        found = (spec.model for spec in fields_of(model))
        models += [inner for inner in found if inner and inner not in models]
    return keys


ALL_KEYS = _every_key()
"""The keys of all models."""
