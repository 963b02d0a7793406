"""The money by source and year: what is planned of it, against what has been granted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fardplan.documents.blocks import Blocks, Table
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._figure import Frame, as_label, make_figure
from fardplan.documents.inline import Inline
from fardplan.figures import bars
from fardplan.figures.drawing import Drawing
from fardplan.locales.text import Text, count_in_words
from fardplan.model.money import Sum

TOLD = Text(
    "Visar hur mycket av {count} slags medel som är planerat varje år och hur mycket som är "
    "beviljat.",
    "Shows how much of {count} kinds of money is planned for each year, and how much is granted.",
)
TOLD_GRANTED = Text(
    "Visar hur mycket som är beviljat av {count} slags medel.",
    "Shows how much is granted of {count} kinds of money.",
)
OF = Text("{planned} planerat av {granted}", "{planned} planned of {granted}")
NOTHING_OF = Text("inget planerat av {granted}", "nothing planned of {granted}")
PLANNED = Text("{planned} planerat", "{planned} planned")
LIMIT = Text("så mycket är beviljat", "so much is granted")
YEAR, LATER = Text("{year}", "{year}"), Text("{year} och senare", "{year} and later")
NO_YEAR = Text("utan angivet år", "no year stated")
LATER_OR_NONE = Text("{year}, senare eller utan år", "{year}, later or no year stated")

_NEVER = 10_000


@dataclass(frozen=True, slots=True)
class Money:
    """Hold a kind of money: what is granted (None where that is not said), and planned by year."""

    name: Inline
    granted: Sum | None
    planned: Mapping[int | None, Sum]
    granted_words: str = ""
    planned_words: str = ""


def funding_figure(view: View, caption: str, given: Sequence[Money], table: Table) -> Blocks:
    """Return the money as bars with its table; the table alone where there is but one kind."""
    if len(given) < 2:
        return (table,)
    patterns = _patterns(given)
    drawn = [_bar(view, one, patterns) for one in given]
    key = [(place, _name(view, patterns, place)) for place in sorted(set(patterns.values()))]

    def draw(frame: Frame) -> Drawing:
        limit = view.words(LIMIT)
        return bars.draw_bars(*frame.words, drawn, key, limit, narrow=frame.narrow)

    planned = any(one.planned_words for one in given)
    count = count_in_words(len(given), view.lang)
    told = view.words(TOLD if planned else TOLD_GRANTED, count=count)
    return (make_figure(view, "medel", caption, told, table, draw),)


def _bar(view: View, one: Money, patterns: Mapping[int | None, int]) -> bars.Bar:
    parts = [
        (float(sum_.sek), patterns[year]) for year, sum_ in sorted(one.planned.items(), key=_place)
    ]
    limit = float(one.granted.sek) if one.granted else None
    text = OF if one.planned_words and one.granted else PLANNED if one.planned_words else NOTHING_OF
    words = view.words(text, planned=one.planned_words, granted=one.granted_words)
    return bars.Bar(as_label(view, one.name), tuple(parts), limit, as_label(view, words))


def _place(of_year: tuple[int | None, Sum]) -> int:
    return of_year[0] or _NEVER


def _patterns(given: Sequence[Money]) -> dict[int | None, int]:
    """Return the pattern of each year; what has no year comes last, the latest share one."""
    years = sorted({year for one in given for year in one.planned}, key=lambda year: year or _NEVER)
    return {year: min(place, bars.PATTERNS - 1) for place, year in enumerate(years)}


def _name(view: View, patterns: Mapping[int | None, int], place: int) -> str:
    years = [year for year, pattern in patterns.items() if pattern == place]
    first = years[0]
    if first is None:
        return view.words(NO_YEAR)
    text = YEAR if len(years) == 1 else LATER_OR_NONE if None in years else LATER
    return view.words(text, year=first)
