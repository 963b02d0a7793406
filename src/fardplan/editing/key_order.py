"""In which order the keys of a file stand, and which model it is that says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from fardplan.model.base import Value
from fardplan.model.common import Entity, Part
from fardplan.model.fields import FieldSpec, Route, field_of, fields_of
from fardplan.source.slots import place_of

ID = "id"
TITLE = "title"
NUMBER = "number"
PROSE = "prose"


@cache
def key_order(model: type[Value] | None) -> tuple[str, ...]:
    """Return the keys of a model in the order in which files have them.

    It is the order of the class, but what all entities have comes after its own keys, since the
    readers of a file want to know what the thing is before where that is known from. Only `id`
    comes first of all, and a number stands at the title.
    """
    if model is None:
        return ()
    declared = [spec.key for spec in fields_of(model)]
    shared = {key for base in (Part, Entity) if issubclass(model, base) for key in _keys(base)}
    own = [key for key in declared if key not in shared]
    number = [key for key in declared if key in shared and key == NUMBER]
    at = own.index(TITLE) + 1 if TITLE in own else 0
    last = [key for key in declared if key in shared and key not in (ID, NUMBER)]
    return (*(key for key in declared if key == ID), *own[:at], *number, *own[at:], *last)


def _keys(model: type[Value]) -> Iterator[str]:
    return (spec.key for spec in fields_of(model))


class Spot(NamedTuple):
    """What the models say of one value of a file.

    `model` is whose keys a mapping has here; `spec` the field that the value fills, whole or, if
    `is_item`, as one item of its list or mapping. Both are None where no model knows the key.
    """

    model: type[Value] | None = None
    spec: FieldSpec | None = None
    is_item: bool = False

    def enter(self, part: str | int) -> Spot:
        """Return the spot of what stands under a key or at an index."""
        if self._holds_items and (isinstance(part, int) or self._is_free_mapping):
            return self._replace(is_item=True)
        if self.model is None:
            return NOWHERE
        if isinstance(part, int):  # a list in place of the mapping that holds it
            short = self.model.shorthand
            return self._under(short).enter(part) if short else NOWHERE
        return self._under(part)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of a mapping here in their order; nothing where the user chooses them."""
        return () if self._is_free_mapping else key_order(self.model)

    @property
    def is_prose(self) -> bool:
        """Whether a text here is Markdown."""
        if self.model is None:
            return self.spec is not None and self.spec.text == PROSE
        return bool(self.model.shorthand) and self._under(self.model.shorthand).is_prose

    @property
    def _holds_items(self) -> bool:
        return self.spec is not None and self.spec.shape != "one" and not self.is_item

    @property
    def _is_free_mapping(self) -> bool:
        return self.spec is not None and self.spec.shape == "mapping" and not self.is_item

    def _under(self, key: str) -> Spot:
        spec = field_of(self.model, key) if self.model else None
        return NOWHERE if spec is None else Spot(spec.model, spec)


NOWHERE = Spot()


def spot_in(path: str, route: Route = ()) -> Spot:
    """Return the spot of a route in the file at a path (`roadmaps/orebro-lan/goals/x.yaml`)."""
    spot = Spot(place_of(path).model)
    for part in route:
        spot = spot.enter(part)
    return spot


def model_at(path: str, route: Route = ()) -> type[Value] | None:
    """Return the model of the mapping at a route, None where no model knows it."""
    return spot_in(path, route).model
