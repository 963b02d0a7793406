"""Finds everything in a file that does not fit its model, in one go.

Pydantic stops at the fields of a value before it looks at the value as a whole, so a fault may hide
another. Here something that fits takes the place of each fault, and the file is tried again. Since
nothing is taken out of a list, every index stays that of the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import ValidationError

from fardplan.model.base import Thinned, Value
from fardplan.model.fields import FieldSpec, Route
from fardplan.model.file_format import FORMAT
from fardplan.model.misfits import Misfit, explain, owner_and_field
from fardplan.model.number import Number
from fardplan.model.substance import Substance
from fardplan.model.time import FuzzyTime
from fardplan.model.version import VersionNumber

_MOST_ROUNDS = 100
_KEY = "[key]"
"""What pydantic puts last in the route of a mapping's own key."""

_STAND_INS: dict[type, object] = {
    FuzzyTime: "2000",
    Number: Number.of(Decimal(0)),
    Substance: "1:1:0000000000000000",
    VersionNumber: "1",
    bool: "true",
    int: "2000",
}
_TEXTS = {"url": "https://example.se"}
_KEYS = {"format": str(FORMAT)}


def find_misfits(model: type[Value], data: object, errors: Sequence[Any]) -> tuple[Misfit, ...]:
    """Return what does not fit in `data`, given the errors of a first try, in order of route."""
    if not isinstance(data, dict):
        return tuple(explain(model, error) for error in errors)
    work = copy_lists(data)
    found: dict[Misfit, None] = {}
    for _ in range(_MOST_ROUNDS):
        unknown = [error for error in errors if error["type"] == "extra_forbidden"]
        taken_for = [_note(model, error, found) for error in unknown]
        for error in errors:
            if error["type"] != "extra_forbidden" and error["loc"] not in taken_for:
                _note(model, error, found)
        for error in sorted(errors, key=lambda error: order_of(error["loc"]))[::-1]:
            _fill_in(model, work, error)
        for route in taken_for:
            _fill_gap(model, work, route)
        try:
            model.model_validate(work)
            break
        except ValidationError as again:
            errors = again.errors()
    return tuple(sorted(found, key=lambda misfit: order_of(misfit.route)))


def copy_lists(data: object) -> Any:
    """Return a copy that can be changed, in which lists remember their places.

    What an alias repeats is copied each time, so that a change shows in one place.
    """
    if isinstance(data, dict):
        return {key: copy_lists(value) for key, value in data.items()}
    if isinstance(data, list):
        return Thinned.of([copy_lists(item) for item in data])
    return data


def follow(data: Any, route: Route) -> tuple[Any, str | int] | None:
    """Return what holds the end of a route, and under which key or index.

    A key that meets no mapping is passed over, and an index that meets a lone text: there the value
    is written in short. None where the route ends at `data` itself, or above its end something is
    gone.
    """
    holder: Any = None
    last: str | int = ""
    here = data
    for part in route[:-1] if route and route[-1] == _KEY else route:
        if isinstance(part, str) and not isinstance(here, dict):
            continue
        if isinstance(part, int) and isinstance(here, str):
            continue
        if not isinstance(here, (dict, list)):
            return None
        holder, last = here, part
        here = _get(here, part)
    return None if holder is None else (holder, last)


def order_of(route: Route) -> list[tuple[int, str]]:
    """Return what sorts routes: list items by their index, keys by the alphabet."""
    return [(part, "") if isinstance(part, int) else (-1, part) for part in route]


def _get(holder: Any, part: str | int) -> Any:
    if isinstance(holder, dict):
        return holder.get(part)
    return holder[part] if isinstance(part, int) and part < len(holder) else None


def _note(model: type[Value], error: Any, found: dict[Misfit, None]) -> Route | None:
    """Add what an error says; return the route that a misspelt key was meant to have, if known."""
    misfit = explain(model, error)
    found[misfit] = None
    near = misfit.values.get("near")
    return (*misfit.route[:-1], str(near)) if near and misfit.rule == "unknown-key" else None


def _fill_in(model: type[Value], work: Any, error: Any) -> None:
    """Put what fits in the place of what does not; take out a key that is unknown."""
    route: Route = error["loc"]
    found = follow(work, route)
    if found is None:
        return
    holder, last = found
    if error["type"] == "extra_forbidden" or route[-1] == _KEY:
        holder.pop(last, None)
        return
    owner, spec = owner_and_field(model, route)
    if error["type"] == "missing" and last != route[-1] and owner is not None:
        holder[last] = owner.model_construct()  # written in short, which cannot say it all
    elif spec is not None:
        holder[last] = _stand_in(spec, whole=isinstance(route[-1], str))


def _fill_gap(model: type[Value], work: Any, route: Route | None) -> None:
    """Let something stand for the key that a misspelt one was meant to be, unless it is there."""
    if route is None or (found := follow(work, route)) is None:
        return
    holder, last = found
    _, spec = owner_and_field(model, route)
    if spec is not None and isinstance(holder, dict) and last == route[-1]:
        holder.setdefault(last, _stand_in(spec, whole=True))


def _stand_in(spec: FieldSpec, *, whole: bool) -> object:
    """Return a value that fits a field, or (not `whole`) one item of its list."""
    if whole and spec.shape in ("ordered", "unordered"):
        return ()
    if whole and spec.shape == "mapping":
        return {}
    if spec.model is not None:
        return spec.model.model_construct()
    if spec.scalar is not None and issubclass(spec.scalar, Enum):
        return next(iter(spec.scalar))
    if spec.key in _KEYS:
        return _KEYS[spec.key]
    return _STAND_INS.get(spec.scalar or str, _TEXTS.get(spec.text, "x"))
