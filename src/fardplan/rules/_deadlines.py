"""When something is to be done: each stated end, what it belongs to, and whether it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value, numbered
from fardplan.model.fields import Route
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering_terms import DecisionState, StepState
from fardplan.model.terms import ActivityStatus
from fardplan.model.time import FuzzyTime
from fardplan.rules._dates import Dated, dates_of

_ENDS = frozenset({"by", "date", "due", "end", "when"})
_CLOSED = frozenset(
    {
        ActivityStatus.CANCELLED, ActivityStatus.CARRIED_OVER, ActivityStatus.COMPLETED,
        ActivityStatus.DELEGATED, ActivityStatus.IDEA, ActivityStatus.IMPLEMENTED,
        DecisionState.DECIDED, StepState.CANCELLED, StepState.DONE,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deadline:
    """One stated end, with everything that it stands in, the file's value first."""

    route: Route
    title: str
    time: FuzzyTime
    around: tuple[tuple[Route, Value], ...]

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """What it is known by in its file, with ids for places: present ids first, then earlier."""
        inner = dict(self.around)
        return tuple(
            product(
                *(
                    _names(inner[self.route[:end]]) if isinstance(part, int) else [part]
                    for end, part in enumerate(self.route, 1)
                )
            )
        )

    @property
    def holders(self) -> tuple[Route, ...]:
        """The routes of everything that it stands in."""
        return tuple(route for route, _ in self.around)

    @property
    def is_explained(self) -> bool:
        """Whether anything that it stands in gives a reason."""
        return any(getattr(value, "reason", None) for _, value in self.around)

    @property
    def is_closed(self) -> bool:
        """Whether nobody is bound by it: done, dropped, only proposed, handed over, or yearly."""
        return any(
            getattr(value, "status", None) in _CLOSED
            or getattr(value, "state", None) in _CLOSED
            or getattr(value, "recurring", None)
            or getattr(value, "delegated_to", None)
            for _, value in self.around
            if not isinstance(value, Roadmap)
        )


def deadlines_of(value: Value) -> Iterator[Deadline]:
    """Yield the ends that are stated in a file."""
    for dated in _dates(value):
        if dated.route[-1] in _ENDS:
            around = tuple(_around(value, dated.route))
            yield Deadline(dated.route, dated.title, dated.time, around)


def _dates(value: Value) -> Iterator[Dated]:
    if isinstance(value, Activity):
        yield from dates_of(value)
    elif isinstance(value, (Area, Goal)):
        if value.placeholder and value.placeholder.due:
            yield Dated(("placeholder", "due"), value.title, value.placeholder.due)
    elif isinstance(value, Roadmap):
        for index, promise in numbered(value.expected):
            if promise.date:
                yield Dated(("expected", index, "date"), promise.title, promise.date)


def _around(value: Value, route: Route) -> Iterator[tuple[Route, Value]]:
    """Yield every model on the way to the end of a route, with the route to it."""
    here: object = value
    yield (), value
    for end, part in enumerate(route[:-1], start=1):
        if isinstance(part, int) and isinstance(here, tuple):
            here = dict(numbered(here))[part]
        else:
            here = getattr(here, str(part))
        if isinstance(here, Value):
            yield route[:end], here


def _names(item: Value) -> list[str]:
    """Return what an item of a list is known by, and what it was called before."""
    earlier = [name.rpartition("/")[2] for name in getattr(item, "previously", ())]
    own = getattr(item, "id", None) or getattr(item, "title", None)
    return [str(own) if own else ",".join(sorted(getattr(item, "parties", ()))), *earlier]
