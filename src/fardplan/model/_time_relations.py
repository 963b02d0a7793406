"""Whole times and the prepositions that make them: "från", "senast", "inför", "under"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from fardplan.locales.text import Text
from fardplan.model._time_periods import DAY, Period, TimeKind

Bounds = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A whole written time: its bounds (None where open) and its wording."""

    kind: TimeKind
    start: date | None
    end: date | None
    text: Text
    ambiguous: bool = False
    begins: Bounds | None = None
    """Within which days it begins, where that is said."""
    ends: Bounds | None = None
    """Within which days it ends, where that is said."""


def phrase_of(period: Period) -> Phrase:
    """Return a single period as a whole phrase."""
    bounds = period.start, period.end
    text = Text(period.say("sv"), period.say("en"))
    return Phrase(period.kind, *bounds, text, period.ambiguous, bounds, bounds)


def span(first: Period, last: Period, text: Text) -> Phrase:
    """Return the time from the first day of one period to the last day of another."""
    edges = (first.start, first.end), (last.start, last.end)
    ambiguous = first.ambiguous or last.ambiguous
    return Phrase(TimeKind.RANGE, first.start, last.end, text, ambiguous, *edges)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a preposition turns a time into another: `edge` is in, from, after, until or before."""

    text: Text
    edge: str = "in"

    def apply(self, inner: Phrase) -> Phrase:
        """Return what the preposition says about `inner`."""
        sv = f"i {inner.text.sv}" if self is _BY and _is_part(inner) else inner.text.sv
        text = Text(self.text.sv.format(time=sv), self.text.en.format(time=inner.text.en))
        if self.edge == "in":
            return replace(inner, text=text)
        if self.edge in ("from", "after"):
            begins = inner.begins if self.edge == "from" else _one_day(inner.end, DAY)
            start = begins and begins[0]
            return Phrase(TimeKind.OPEN_FROM, start, None, text, inner.ambiguous, begins)
        ends = inner.ends if self.edge == "until" else _one_day(inner.start, -DAY)
        end = ends and ends[1]
        return Phrase(TimeKind.OPEN_UNTIL, None, end, text, inner.ambiguous, None, ends)


def _is_part(inner: Phrase) -> bool:
    """Tell whether Swedish needs an "i": "senast i slutet av 2025"."""
    return inner.text.sv.startswith(("början av", "mitten av", "slutet av"))


def _one_day(edge: date | None, step: timedelta) -> Bounds | None:
    return None if edge is None else (edge + step, edge + step)


_UNDER = Relation(Text("under {time}", "during {time}"))
_IN = Relation(Text("i {time}", "in {time}"))
_ALL = Relation(Text("hela {time}", "all of {time}"))
_AT = Relation(Text("vid {time}", "at {time}"))
FROM = Relation(Text("från {time}", "from {time}"), "from")
_FROM_AND_WITH = Relation(Text("från och med {time}", "from {time}"), "from")
_SINCE = Relation(Text("sedan {time}", "since {time}"), "from")
_EARLIEST = Relation(Text("tidigast {time}", "{time} at the earliest"), "from")
_AFTER = Relation(Text("efter {time}", "after {time}"), "after")
UP_TO = Relation(Text("till och med {time}", "up to and including {time}"), "until")
_UNTIL = Relation(Text("till {time}", "until {time}"), "until")
_BY = Relation(Text("senast {time}", "by {time}"), "until")
_BEFORE = Relation(Text("före {time}", "before {time}"), "before")
_AHEAD = Relation(Text("inför {time}", "ahead of {time}"), "before")

RELATIONS: Final = {
    "under": _UNDER, "under hela": Relation(Text("under hela {time}", "throughout {time}")),
    "during": _UNDER, "throughout": Relation(Text("under hela {time}", "throughout {time}")),
    "i": _IN, "in": Relation(Text("under {time}", "in {time}")),
    "på": Relation(Text("på {time}", "in {time}")),
    "hela": _ALL, "all of": _ALL, "vid": _AT, "at": _AT,
    "från": FROM, "from": FROM, "från och med": _FROM_AND_WITH, "fr.o.m.": _FROM_AND_WITH,
    "fr.o.m": _FROM_AND_WITH, "fr o m": _FROM_AND_WITH, "with effect from": _FROM_AND_WITH,
    "sedan": _SINCE, "since": _SINCE, "efter": _AFTER, "after": _AFTER,
    "tidigast": _EARLIEST, "no earlier than": _EARLIEST, "not before": _EARLIEST,
    "till och med": UP_TO, "t.o.m.": UP_TO, "t.o.m": UP_TO, "t o m": UP_TO, "tom": UP_TO,
    "through": UP_TO, "up to and including": UP_TO,
    "till": _UNTIL, "fram till": _UNTIL, "until": _UNTIL,
    "senast": _BY, "senast i": Relation(Text("senast i {time}", "by {time}"), "until"),
    "senast under": Relation(Text("senast under {time}", "by {time}"), "until"),
    "by": _BY, "no later than": _BY,
    "före": _BEFORE, "innan": _BEFORE, "before": _BEFORE, "prior to": _BEFORE,
    "inför": _AHEAD, "ahead of": _AHEAD,
}  # fmt: skip
