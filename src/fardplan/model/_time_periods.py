"""Single periods of the calendar: a day, a quarter, a season; their bounds and their wording."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from typing import Final

from fardplan.locales import dates
from fardplan.locales.text import Lang, Text
from fardplan.model.number import FIRST_YEAR, LAST_YEAR
from fardplan.model.refusal import Refused, quote
from fardplan.model.term import Term

DAY: Final = timedelta(days=1)
_THIRDS: Final = 3


class NotATime(Refused):
    """A text that is no point in time or period."""


class TimeKind(Term):
    """What sort of time was written."""

    YEAR = "year", "år"
    MONTH = "month", "månad"
    DAY = "day", "dag"
    WEEK = "week", "vecka"
    QUARTER = "quarter", "kvartal"
    HALF_YEAR = "half_year", "halvår"
    TERTIAL = "tertial", "tertial"
    SEASON = "season", "årstid eller termin"
    RANGE = "range", "tidsperiod"
    OPEN_FROM = "open_from", "från och med"
    OPEN_UNTIL = "open_until", "till och med"
    TERM_OF_OFFICE = "term_of_office", "mandatperiod"
    CONTINUOUS = "continuous", "löpande"


class Part(IntEnum):
    """A third of a period."""

    BEGINNING = 0
    MIDDLE = 1
    END = 2


OUT_OF_CALENDAR = Text(
    "”{written}” ligger utanför åren {first}–{last}.",
    "“{written}” lies outside the years {first}–{last}.",
)
NO_SUCH_NUMBER = Text(
    "”{written}” är ingen tidpunkt: {unit} ska vara 1–{most}.",
    "“{written}” is no point in time: the {unit} must be 1–{most}.",
)
NO_SUCH_MONTH = Text(
    "”{written}” är inget datum: månaden ska vara 01–12.",
    "“{written}” is not a date: the month must be 01–12.",
)
NO_SUCH_DAY = Text(
    "”{written}” är inget datum: {month} har {days} dagar.",
    "“{written}” is not a date: {month} has {days} days.",
)
EXAMPLES = Text(
    "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023.",
    "Write for example 2023-12, 2023-12-31 or hösten 2023 (autumn 2023).",
)
_UNITS = {
    TimeKind.QUARTER: Text("kvartalet", "quarter"),
    TimeKind.TERTIAL: Text("tertialet", "tertial"),
    TimeKind.HALF_YEAR: Text("halvåret", "half-year"),
    TimeKind.WEEK: Text("veckan", "week"),
}
NUMBERED = {
    TimeKind.QUARTER: dates.QUARTER,
    TimeKind.TERTIAL: dates.TERTIAL,
    TimeKind.WEEK: dates.WEEK,
}


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the calendar with both its bounds, and how it reads."""

    kind: TimeKind
    start: date
    end: date
    text: Text
    """The wording built from what the period is."""
    written: str | None = None
    """The author's own Swedish wording, where it says more than the standard one."""
    number: int = 0
    """The number of the month, quarter, tertial or week in its year."""
    year: int = 0
    """The year that the number counts in."""
    ambiguous: bool = False

    def say(self, lang: Lang) -> str:
        """Return the period in words; in Swedish as the author put it."""
        return self.written if self.written and lang == "sv" else self.text.say(lang)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def check_year(year: int, written: str) -> int:
    """Return the year if it lies in the calendar that roadmaps use."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    values = {"written": quote(written), "first": FIRST_YEAR, "last": LAST_YEAR}
    raise NotATime(OUT_OF_CALENDAR, values, EXAMPLES)


def year_period(year: int) -> Period:
    """Return a calendar year."""
    return Period(TimeKind.YEAR, date(year, 1, 1), date(year, 12, 31), Text(f"{year}", f"{year}"))


def month_period(year: int, month: int, written: str) -> Period:
    """Return a month; refuse one that the calendar lacks."""
    if not 1 <= month <= 12:
        raise NotATime(NO_SUCH_MONTH, {"written": quote(written)}, EXAMPLES)
    text = Text(dates.say_month(year, month, "sv"), dates.say_month(year, month, "en"))
    bounds = date(year, month, 1), month_end(year, month)
    return Period(TimeKind.MONTH, *bounds, text, number=month, year=year)


def day_period(year: int, month: int, day: int, written: str) -> Period:
    """Return a day; refuse one that the calendar lacks."""
    whole_month = month_period(year, month, written)
    if not 1 <= day <= whole_month.end.day:
        values = {
            "written": quote(written), "month": whole_month, "days": whole_month.end.day
        }  # fmt: skip
        raise NotATime(NO_SUCH_DAY, values, EXAMPLES)
    moment = date(year, month, day)
    text = Text(dates.say_date(moment, "sv"), dates.say_date(moment, "en"))
    return Period(TimeKind.DAY, moment, moment, text)


def numbered_period(kind: TimeKind, year: int, number: int, written: str) -> Period:
    """Return a quarter, tertial, half-year or week by its number in the year."""
    most = {
        TimeKind.QUARTER: 4, TimeKind.TERTIAL: 3, TimeKind.HALF_YEAR: 2,
    }.get(kind) or date(year, 12, 28).isocalendar().week  # fmt: skip
    if not 1 <= number <= most:
        values = {"written": quote(written), "unit": _UNITS[kind], "most": most}
        raise NotATime(NO_SUCH_NUMBER, values, EXAMPLES)
    if kind is TimeKind.WEEK:
        start = date.fromisocalendar(year, number, 1)
        end = start + 6 * DAY
    else:
        months = 12 // most
        start = date(year, (number - 1) * months + 1, 1)
        end = month_end(year, number * months)
    template = dates.HALVES[number - 1] if kind is TimeKind.HALF_YEAR else NUMBERED[kind]
    text = fill(template, number=number, year=year)
    return Period(kind, start, end, text, number=number, year=year)


def season_period(season: int, year: int, *, as_term: bool = False) -> Period:
    """Return våren (0), sommaren (1) or hösten (2): spring and autumn are half a year, as terms.

    The two halves are how the plans use the words (002: "Våren 2024" follows "Hösten 2023").
    """
    first, last = ((1, 6), (6, 8), (7, 12))[season]
    name = dates.TERMS[season // 2] if as_term else dates.SEASONS[season]
    text = Text(f"{name.sv} {year}", f"{name.en} {year}")
    return Period(TimeKind.SEASON, date(year, first, 1), month_end(year, last), text)


def winter_of_one_year(year: int) -> Period:
    """Return "vintern 2022", which may mean either of two winters: the bounds hold both."""
    name = dates.SEASONS[3]
    text = Text(f"{name.sv} {year}", f"{name.en} {year}")
    bounds = date(year - 1, 12, 1), month_end(year + 1, 2)
    return Period(TimeKind.SEASON, *bounds, text, ambiguous=True)


def winter_across(year: int) -> Period:
    """Return the winter from December of `year` to February of the next."""
    text = fill(dates.WINTER, year=year, next=year + 1)
    return Period(TimeKind.SEASON, date(year, 12, 1), month_end(year + 1, 2), text)


def school_year(year: int) -> Period:
    """Return the two terms from autumn `year` to spring the next year."""
    text = fill(dates.SCHOOL_YEAR, year=year, next=year + 1)
    return Period(TimeKind.RANGE, date(year, 7, 1), date(year + 1, 6, 30), text)


def turn(last_day: date, text: Text) -> Period:
    """Return the turn of a year, half-year or month: its last day and the day after."""
    return Period(TimeKind.RANGE, last_day, last_day + DAY, text)


def part_of(period: Period, part: Part, template: Text) -> Period:
    """Return the first, middle or last third of a period, in whole months where they divide."""
    text = Text(
        template.sv.format(period=period.text.sv), template.en.format(period=period.text.en)
    )
    written = template.sv.format(period=period.written) if period.written else None
    start, end = _third(period.start, period.end, part)
    return replace(period, kind=TimeKind.RANGE, start=start, end=end, text=text, written=written)


def _third(start: date, end: date, part: Part) -> tuple[date, date]:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    whole = start.day == 1 and end == month_end(end.year, end.month)
    if whole and months % _THIRDS == 0:
        step = months // _THIRDS
        edges = [add_months(start, step * index) for index in range(_THIRDS)]
    else:
        days = (end - start).days + 1
        edges = [start + DAY * (days * index // _THIRDS) for index in range(_THIRDS)]
    edges.append(end + DAY)
    return edges[part], edges[part + 1] - DAY


def add_months(first_of_month: date, months: int) -> date:
    """Return the first day of the month that comes `months` later."""
    index = first_of_month.year * 12 + first_of_month.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def fill(template: Text, **values: int) -> Text:
    """Return a text with numbers put into both its languages."""
    return Text(template.sv.format(**values), template.en.format(**values))
