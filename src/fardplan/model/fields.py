"""What a model's annotations say about each field, read once per class.

Rules, diff, documents and schemas all walk the models by these specifications, so that a new field
is seen by all of them.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from fardplan.locales.text import Lang
from fardplan.model.base import Order, RefTo, TextKind, Value, numbered

Shape = Literal["one", "ordered", "unordered", "mapping"]
Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a model.

    `name` is the attribute, `key` what stands in the file; `model` is the class of its value (or of
    its items), if that is a model, else `scalar` is the Python type of the leaf.
    """

    name: str
    key: str
    title: str
    description: str
    shape: Shape
    model: type[Value] | None
    scalar: type | None
    refs: tuple[str, ...]
    text: str
    required: bool

    def label(self, lang: Lang) -> str:
        """Return what the field is called: its Swedish title, or the key in plain English."""
        return self.title if lang == "sv" else self.key.replace("_", " ").capitalize()


@cache
def fields_of(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the specification of every field of `model`, in the order of the class.

    The model need not be built for that, which would take long: most only stand inside others.
    """
    if not model.__pydantic_fields_complete__:
        model.model_rebuild()
    return tuple(_spec(name, info) for name, info in model.model_fields.items())


@cache
def field_of(model: type[Value], key: str) -> FieldSpec | None:
    """Return the field that stands under `key` in a file, or None."""
    return next((spec for spec in fields_of(model) if spec.key == key), None)


def _spec(name: str, info: Any) -> FieldSpec:
    shape, leaf, marks = _unwrap(info.annotation, list(info.metadata))
    model = leaf if isinstance(leaf, type) and issubclass(leaf, Value) else None
    refs = next((mark.kinds for mark in marks if isinstance(mark, RefTo)), ())
    text = next((mark.name for mark in marks if isinstance(mark, TextKind)), "")
    return FieldSpec(
        name=name,
        key=info.alias or name,
        title=info.title or name,
        description=info.description or "",
        shape=shape,
        model=model,
        scalar=None if model else leaf if isinstance(leaf, type) else str,
        refs=refs,
        text=text,
        required=info.is_required(),
    )


def _unwrap(annotation: Any, marks: list[Any]) -> tuple[Shape, Any, list[Any]]:
    """Peel Annotated, Optional, tuple and dict off a type; collect the marks on the way."""
    shape: Shape = "one"
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            marks += get_args(annotation)[1:]
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            annotation = next(arg for arg in get_args(annotation) if arg is not type(None))
        elif origin is tuple:
            order = next((mark for mark in marks if isinstance(mark, Order)), None)
            shape = "ordered" if order is None or order.matters else "unordered"
            annotation = get_args(annotation)[0]
        elif origin is dict:
            shape, annotation = "mapping", get_args(annotation)[1]
        else:
            return shape, annotation, marks


Fields = Callable[[type[Value]], tuple[FieldSpec, ...]]
"""Which fields of a model a walk looks at."""


@cache
def fields_with_models(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the fields of `model` that hold models: few, so that a walk need see no more."""
    return tuple(spec for spec in fields_of(model) if spec.model)


@cache
def fields_with_entities(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the fields of `model` that may hold something with an identity, at any depth."""
    return tuple(
        spec for spec in fields_of(model) if any(held.entity_kind for held in models_in(spec.model))
    )


@cache
def models_in(model: type[Value] | None) -> frozenset[type[Value]]:
    """Return `model` and every model that can stand inside it; nothing for None."""
    found: set[type[Value]] = set()
    waiting = [model] if model else []
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += [spec.model for spec in fields_of(here) if spec.model]
    return frozenset(found)


class Leaf(NamedTuple):
    """A value inside a model that is no model itself, with where it stands."""

    owner: Value
    spec: FieldSpec
    route: Route
    value: object


def leaves(value: Value, route: Route = (), fields: Fields = fields_of) -> list[Leaf]:
    """Return every set leaf of `value`: texts, numbers, times, terms, references.

    `fields` says which fields of a model to look at.
    """
    found: list[Leaf] = []
    _add_leaves(value, route, fields, found)
    return found


def _add_leaves(value: Value, route: Route, fields: Fields, found: list[Leaf]) -> None:
    held = value.__dict__
    for spec in fields(type(value)):
        content = held[spec.name]
        if content is None or (not content and isinstance(content, tuple)):
            continue
        here = (*route, spec.key)
        if isinstance(content, Value):
            _add_leaves(content, here, fields, found)
        elif spec.shape == "one":
            found.append(Leaf(value, spec, here, content))
        else:
            for at, item in content.items() if spec.shape == "mapping" else numbered(content):
                if isinstance(item, Value):
                    _add_leaves(item, (*here, at), fields, found)
                else:
                    found.append(Leaf(value, spec, (*here, at), item))


def parts(
    value: Value, route: Route = (), fields: Fields = fields_with_models
) -> list[tuple[Route, Value]]:
    """Return `value` and every model inside it, with the route to each.

    `fields` says which of the fields that hold models to look at.
    """
    found: list[tuple[Route, Value]] = []
    _add_parts(value, route, fields, found)
    return found


def _add_parts(
    value: Value, route: Route, fields: Fields, found: list[tuple[Route, Value]]
) -> None:
    found.append((route, value))
    held = value.__dict__
    for spec in fields(type(value)):
        if not (content := held[spec.name]):
            continue
        here = (*route, spec.key)
        if isinstance(content, Value):
            _add_parts(content, here, fields, found)
        else:
            for at, item in content.items() if spec.shape == "mapping" else numbered(content):
                _add_parts(item, (*here, at), fields, found)


def is_term(spec: FieldSpec) -> bool:
    """Tell whether the field holds one of a closed set of values."""
    return spec.scalar is not None and issubclass(spec.scalar, Enum)
