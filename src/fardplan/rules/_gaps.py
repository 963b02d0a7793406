"""What could not be read: no rule may take it for absent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from fardplan.model.base import Value
from fardplan.model.fields import Route, fields_of, models_in
from fardplan.model.index import SHARED
from fardplan.model.misfits import Misfit
from fardplan.source.collection import Loaded
from fardplan.source.slots import place_of


class Gaps:
    """The files that were not read in full, and the ids that went with values that did not fit."""

    def __init__(
        self,
        incomplete: frozenset[str],
        lost: frozenset[tuple[str, str]],
        unfit: Iterable[str] = (),
        garbled: frozenset[str] = frozenset(),
    ) -> None:
        self._files: dict[str, list[_Torn]] = {}
        self._torn = {place_of(path).roadmap for path in (*incomplete, *unfit)}
        for path in incomplete:
            slot = place_of(path)
            if slot.model is not None:
                torn = _Torn(slot.model, slot.stem)
                self._files.setdefault(slot.roadmap, []).append(torn)
        self._lost = lost
        self._garbled = garbled

    @classmethod
    def of(cls, loaded: Loaded) -> Gaps:
        """Return the gaps of what was loaded."""
        return cls(loaded.incomplete, loaded.lost, loaded.misfits, loaded.garbled)

    def __bool__(self) -> bool:
        """Tell whether anything could not be read."""
        return bool(self._files or self._lost)

    def may_hold(self, home: str, kind: str, entity_id: str) -> bool:
        """Tell whether an entity may stand, in `home` or shared, where nothing could be read."""
        return any(
            (place, entity_id) in self._lost
            or any(torn.may_hold(kind, entity_id) for torn in self._files.get(place, ()))
            for place in dict.fromkeys((home, SHARED))
        )

    def is_whole(self, home: str) -> bool:
        """Tell whether every file in `home` was read in full and all that it says did fit."""
        return home not in self._torn

    def is_garbled(self, file: str) -> bool:
        """Tell whether any value in a file may have been lost without a trace of where."""
        return file in self._garbled

    def has_unread(self, home: str, model: type[Value]) -> bool:
        """Tell whether a file of that sort in `home` was not read in full."""
        return any(torn.model is model for torn in self._files.get(home, ()))


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
