"""From when to when something goes on, in words for a sentence and for a table."""

from __future__ import annotations

from datetime import date

from fardplan.documents.compose._view import View
from fardplan.locales import dates
from fardplan.locales.text import Text, capitalise
from fardplan.model.time import FuzzyTime, NotATime, TimeKind

FROM = Text("från {time}", "from {time}")
UNTIL = Text("till {time}", "until {time}")

_OPEN = (TimeKind.OPEN_FROM, TimeKind.OPEN_UNTIL, TimeKind.CONTINUOUS)


def say_span(
    view: View, start: FuzzyTime | None, end: FuzzyTime | None, *, short: bool = False
) -> str:
    """Return from when to when, "" where neither is stated; `short` writes days as in tables."""

    def say(time: FuzzyTime) -> str:
        return time.say_short(view.lang) if short else time.say(view.lang)

    if start and end:
        return say(start) if start == end else dates.join_span(say(start), say(end))
    one, words = (start, FROM) if start else (end, UNTIL)
    if one is None:
        return ""
    return say(one) if one.kind in _OPEN else view.words(words, time=say(one))


def say_period(view: View, stem: str) -> str:
    """Return the period that a report's file is named for: 2023-q2 as "kvartal 2 2023"."""
    try:
        return FuzzyTime.parse(stem).say(view.lang)
    except NotATime:
        return stem


def period_key(stem: str) -> tuple[date, str]:
    """Return what puts reports in order: the last day of the period that the name says."""
    try:
        return FuzzyTime.parse(stem).end or date.max, stem
    except NotATime:
        return date.min, stem


def short(view: View, time: FuzzyTime | None) -> str:
    """Return a time as a table's cell has it, "" where there is none."""
    return capitalise(time.say_short(view.lang)) if time else ""
