"""Time along a line: what is known of when something is, and where its days lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fardplan.figures.drawing import Rule, Shape, Words
from fardplan.figures.lettering import measure
from fardplan.model.time import FuzzyTime, TimeKind

Bounds = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Span:
    """Hold within which days something begins and within which it ends; None where it is open."""

    begins: Bounds | None = None
    ends: Bounds | None = None
    open: bool = False
    """Whether it goes on all the time; without this and without bounds nobody has said when."""

    @classmethod
    def of(cls, start: FuzzyTime | None, end: FuzzyTime | None) -> Span:
        """Return the span from one time to another; both the same for a single time."""
        times = [time for time in (start, end) if time is not None]
        return cls(
            start.begins if start else None,
            end.ends if end else None,
            any(time.kind is TimeKind.CONTINUOUS for time in times),
        )

    @property
    def is_known(self) -> bool:
        """Tell whether anything is said of when it is."""
        return self.open or bool(self.days)

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days that are named."""
        return (*(self.begins or ()), *(self.ends or ()))


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Lay whole years out from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: date, *, after: bool = False) -> float:
        """Return where a day begins, or with `after` where it ends."""
        first = date(self.first, 1, 1).toordinal()
        whole = date(self.last, 12, 31).toordinal() + 1 - first
        passed = day.toordinal() - first + after
        return self.left + (self.right - self.left) * passed / whole

    @property
    def year_width(self) -> float:
        """Return how wide a year is."""
        return (self.right - self.left) / (self.last + 1 - self.first)

    def head(self, bottom: float, size: float) -> Iterator[Shape]:
        """Yield the years above a line, as many of them as there is room for."""
        for first, last in self._steps(size):
            middle = (self.x(date(first, 1, 1)) + self.x(date(last, 12, 31), after=True)) / 2
            yield Words(middle, bottom - 0.5 * size, str(first), "muted", size, anchor="middle")
        yield Rule(self.left, bottom, self.right, bottom, "edge")

    def foot(self, top: float, size: float) -> Iterator[Shape]:
        """Yield the years below a line."""
        for first, last in self._steps(size):
            middle = (self.x(date(first, 1, 1)) + self.x(date(last, 12, 31), after=True)) / 2
            yield Words(middle, top + 1.3 * size, str(first), "muted", size, anchor="middle")
        yield Rule(self.left, top, self.right, top, "edge")

    def lane(self, top: float, bottom: float, size: float) -> Iterator[Shape]:
        """Yield the lines down to `bottom` where each year begins, and after the last."""
        for first, _ in self._steps(size):
            x = self.x(date(first, 1, 1))
            yield Rule(x, top, x, bottom)
        yield Rule(self.right, top, self.right, bottom)

    def _steps(self, size: float) -> Iterator[tuple[int, int]]:
        """Yield the first and last of each few years that share one place in the head."""
        years = self.last + 1 - self.first
        room = max(1, int((self.right - self.left) / (measure("2000", size) + size)))
        step = -(-years // room)
        for first in range(self.first, self.last + 1, step):
            yield first, min(first + step - 1, self.last)
