"""Builds a model from what was read, and keeps whatever can be kept.

One broken field hides nothing in the rest of its file. What does not fit is found by letting
something that fits stand in for it until nothing more is wrong; the model is then built from the
rest, without it. The same way reads old versions, whose keys the model may no longer know.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from fardplan.model._faulty import copy_lists, find_misfits, follow, order_of
from fardplan.model.base import Thinned, Value
from fardplan.model.fields import Route, field_of, parts
from fardplan.model.misfits import Misfit

V = TypeVar("V", bound=Value)

_MOST_ROUNDS = 100
"""Taking out a required value takes its mapping with it, one level a round; files have 64."""


@dataclass(frozen=True, slots=True)
class Built(Generic[V]):
    """A model (None if nothing could be built), what did not fit, and the keys made up for it.

    `lost` holds the ids that went away with what was taken out.
    """

    value: V | None
    misfits: tuple[Misfit, ...] = ()
    made_up: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()


def build(model: type[V], data: object, fallbacks: Mapping[str, str]) -> Built[V]:
    """Build `model` from plain values; `fallbacks` stand in for required keys that are missing."""
    try:
        return Built(_share_key_sets(model.model_validate(data)))
    except ValidationError as error:
        misfits = find_misfits(model, data, error.errors())
        rest = _Rest(model, data, fallbacks)
        value = rest.build(error)
        if value is not None:
            _share_key_sets(value)
        return Built(value, misfits, frozenset(rest.made_up), frozenset(rest.lost))


_KEY_SETS: dict[frozenset[str], set[str]] = {}
"""One of each set of keys that any value was given."""


def _share_key_sets(value: V) -> V:
    """Let values that were given the same keys share the set of them.

    Pydantic makes one for each, and of a large repository they take a fourth of the memory.
    """
    for _, part in parts(value):
        own = part.model_fields_set
        shared = _KEY_SETS.setdefault(frozenset(own), own)
        object.__setattr__(part, "__pydantic_fields_set__", shared)
    return value


class _Rest(Generic[V]):
    """What is left of a file once everything that does not fit has been taken out."""

    def __init__(self, model: type[V], data: object, fallbacks: Mapping[str, str]) -> None:
        self._model = model
        self._data = copy_lists(data)
        self._fallbacks = fallbacks
        self.made_up: set[str] = set()
        self.lost: set[str] = set()
        self._gone: set[Route] = set()
        """What was taken out in this round: in a list the next item has that place now."""

    def build(self, error: ValidationError) -> V | None:
        """Take out what does not fit until the rest does; None where nothing is left."""
        if not isinstance(self._data, dict):
            return None
        for _ in range(_MOST_ROUNDS):
            self._gone.clear()
            for item in sorted(error.errors(), key=lambda item: order_of(item["loc"]))[::-1]:
                if not self._mend(item["type"], item["loc"]):
                    return None
            try:
                return self._model.model_validate(self._data)
            except ValidationError as again:
                error = again
        return None

    def _mend(self, kind: str, route: Route) -> bool:
        """Take out what one error complains about; tell whether the file can do without it."""
        if kind == "missing":
            return self._make_up(route[0]) if len(route) == 1 else self._take_out(route[:-1])
        if len(route) == 1 and self._must_have(route[0]):
            return self._make_up(route[0])
        return self._take_out(route)

    def _make_up(self, key: str | int) -> bool:
        """Put the fallback in the place of a required value; tell whether there is one."""
        fallback = self._fallbacks.get(str(key))
        if fallback is not None:
            self._data[key] = fallback
            self.made_up.add(str(key))
        return fallback is not None

    def _must_have(self, key: str | int) -> bool:
        spec = field_of(self._model, str(key))
        return spec is not None and spec.required

    def _take_out(self, route: Route) -> bool:
        """Remove the end of a route; what holds it may be gone already."""
        if any(route[:length] in self._gone for length in range(1, len(route) + 1)):
            return True
        self._gone.add(route)
        found = follow(self._data, route)
        if found is None:
            return bool(route)
        holder, last = found
        if isinstance(holder, Thinned) and isinstance(last, int) and last < len(holder):
            self.lost |= _ids_in(holder.take_out(last))
        elif isinstance(holder, dict) and last in holder:
            self.lost |= _ids_in({last: holder.pop(last)})
        return True


_IDENTITIES = ("id", "number")


def _ids_in(removed: Any) -> set[str]:
    """Return the ids of everything inside what was removed."""
    if isinstance(removed, dict):
        own = {
            value
            for key, value in removed.items()
            if isinstance(value, str) and str(key).casefold() in _IDENTITIES
        }
        return own.union(*(_ids_in(value) for value in removed.values()))
    if isinstance(removed, list):
        return set().union(*(_ids_in(value) for value in removed))
    return set()
