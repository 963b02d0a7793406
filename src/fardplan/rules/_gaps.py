"""What could not be read: no rule may take it for absent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from fardplan.model.base import Value
from fardplan.model.fields import Route, fields_of, models_in
from fardplan.model.index import SHARED
from fardplan.model.misfits import Misfit
from fardplan.rules._homes import Homes, home_of
from fardplan.rules._outline import Outline
from fardplan.source.slots import place_of


class Gaps:
    """The files that were not read in full, and the ids that went with values that did not fit."""

    def __init__(self, homes: Homes, outlines: Mapping[str, Outline]) -> None:
        """Take what was read, and what is known of the homes that need not be."""
        self._homes = homes
        self._outlines = outlines
        self._files: dict[str, tuple[_Torn, ...]] = {}

    def __bool__(self) -> bool:
        """Tell whether anything could not be read."""
        self._homes.trace.note("gaps-anywhere")
        return self._is_any_lost

    def may_hold(self, home: str, kind: str, entity_id: str) -> bool:
        """Tell whether an entity may stand, in `home` or shared, where nothing could be read."""
        return any(
            entity_id in self._ask(place).lost
            or any(torn.may_hold(kind, entity_id) for torn in self._torn_in(place))
            for place in dict.fromkeys((home, SHARED))
        )

    @property
    def is_empty(self) -> bool:
        """Whether every file was read in full and all that they say did fit."""
        self._homes.trace.note("gaps-anywhere")
        return not self._is_any_torn

    def is_whole(self, home: str) -> bool:
        """Tell whether that holds for every file in `home`."""
        return not _is_torn(self._ask(home))

    def in_doubt(self, file: str, route: Route) -> bool:
        """Tell whether what stands at a route may have been lost, or did not fit."""
        home = home_of(file)
        outline = self._ask(home)
        if file in outline.garbled:  # any value may be lost
            return True
        if file not in outline.unfit:
            return False
        self._homes.trace.note("file", file)
        misfits = self._homes.part(home).misfits.get(file, ())  # gone if it is written meanwhile
        return any(concerns(one, route) for one in misfits)

    def has_unread(self, home: str, model: type[Value]) -> bool:
        """Tell whether a file of that sort in `home` was not read in full."""
        self._ask(home)
        return any(torn.model is model for torn in self._torn_in(home))

    @cached_property
    def _is_any_lost(self) -> bool:
        return any(self._outlines[home].lost or self._torn_in(home) for home in self._homes)

    @cached_property
    def _is_any_torn(self) -> bool:
        return any(_is_torn(self._outlines[home]) for home in self._homes)

    def _ask(self, home: str) -> Outline:
        self._homes.trace.note("gaps", home)
        return self._outlines.get(home) or Outline()

    def _torn_in(self, home: str) -> tuple[_Torn, ...]:
        if home not in self._files:
            slots = map(place_of, (self._outlines.get(home) or Outline()).incomplete)
            self._files[home] = tuple(_Torn(one.model, one.stem) for one in slots if one.model)
        return self._files[home]


def _is_torn(outline: Outline) -> bool:
    return bool(outline.incomplete or outline.unfit)


@dataclass(frozen=True, slots=True)
class _Torn:
    """A file that was not read in full."""

    model: type[Value]
    stem: str

    def may_hold(self, kind: str, entity_id: str) -> bool:
        if kind == self.model.entity_kind:
            return entity_id == self.stem
        return kind in kinds_in(self.model)


@cache
def kinds_in(model: type[Value]) -> frozenset[str]:
    """Return the kinds of the entities that can stand inside a model."""
    inside = (held for spec in fields_of(model) for held in models_in(spec.model))
    return frozenset(held.entity_kind for held in inside if held.entity_kind)


def concerns(misfit: Misfit, route: Route) -> bool:
    """Tell whether what did not fit is the value at `route`, or holds it, or lies inside it.

    A misspelt key stands for the key that it was taken for.
    """
    written = misfit.route
    near = misfit.values.get("near")
    if misfit.rule == "unknown-key":
        if near is None:
            return False
        written = (*written[:-1], str(near))
    shorter = min(len(written), len(route))
    return written[:shorter] == route[:shorter]
