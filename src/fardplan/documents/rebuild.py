"""A document changed in one respect, all else as it was: frozen values are built anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

_Value = TypeVar("_Value")
Visit = Callable[[object], object]


def rebuild(value: _Value, visit: Visit) -> _Value:
    """Return a value of blocks and words with `visit` done to every part, the innermost first.

    What `visit` returns takes the place of what it got; a tuple in a tuple is laid out flat.
    """
    return cast(_Value, _rebuild(value, visit))


def _rebuild(value: object, visit: Visit) -> object:
    if isinstance(value, tuple) and type(value) is tuple:
        found: list[object] = []
        for part in value:
            new = _rebuild(part, visit)
            if type(new) is tuple and type(part) is not tuple:
                found.extend(new)
            else:
                found.append(new)
        changed = len(found) != len(value) or any(
            new is not old for new, old in zip(found, value, strict=False)
        )
        return tuple(found) if changed else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {
        field.name: new
        for field in fields(value)
        if field.init and (new := _rebuild(old := getattr(value, field.name), visit)) is not old
    }
    return visit(replace(value, **changes) if changes else value)
