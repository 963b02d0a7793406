"""The grammar of single periods: from "2023-Q2" or "slutet av hösten 2023" to bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from fardplan.locales import dates
from fardplan.locales.text import Text
from fardplan.model import _time_words as words
from fardplan.model._time_periods import (
    Period,
    TimeKind,
    check_year,
    day_period,
    fill,
    month_end,
    month_period,
    numbered_period,
    part_of,
    school_year,
    season_period,
    turn,
    winter_across,
    winter_of_one_year,
    year_period,
)

Match = re.Match[str]
Builder = Callable[[Match], Period | None]


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_YEAR = r"(?:,|,? av| of)? ?(?:år |året |year )?(?P<y>[0-9]{4})"
_AFTER_NUMBER = r"(?:[ ,-] ?(?:av |of )?(?:år |året )?)(?P<y>[0-9]{4})"
_MONTH = rf"(?P<m>{any_of(words.MONTHS)})\.?"
_NEXT_MONTH = _MONTH.replace("<m>", "<m2>")
_DAY = r"(?P<d>[0-9]{1,2})(?::[ea]|st|nd|rd|th|\.)?"
_UNIT = rf"(?P<u>{any_of(words.COUNTED)})\.?"
_TWO_YEARS = r"(?P<y>[0-9]{4}) ?[/-] ?(?P<y2>[0-9]{4})"


def _year(match: Match, name: str = "y") -> int:
    return check_year(int(match[name]), match[0])


def _next_year(match: Match) -> int | None:
    """Return the first of two years that follow each other, None if they do not."""
    year = _year(match)
    return year if int(match["y2"]) == check_year(year + 1, match[0]) else None


def _iso_day(match: Match) -> Period:
    return day_period(_year(match), int(match["m"]), int(match["d"]), match[0])


def _iso_month(match: Match) -> Period:
    return month_period(_year(match), int(match["m"]), match[0])


def _named_day(match: Match) -> Period:
    return day_period(_year(match), words.MONTHS[match["m"]], int(match["d"]), match[0])


def _named_month(match: Match) -> Period:
    return month_period(_year(match), words.MONTHS[match["m"]], match[0])


def _counted(match: Match) -> Period:
    return numbered_period(words.COUNTED[match["u"]], _year(match), int(match["n"]), match[0])


def _ordinal(match: Match) -> Period | None:
    kind = words.COUNTED[match["u"]]
    if kind not in words.LAST_NUMBER:
        return None
    number = words.ORDINALS[match["o"]] or words.LAST_NUMBER[kind]
    period = numbered_period(kind, _year(match), number, match[0])
    return period if match["o"] in words.ENGLISH else replace(period, written=match[0])


def _season(match: Match) -> Period:
    return season_period(words.SEASONS[match["s"]], _year(match))


def _term(match: Match) -> Period:
    name = match["s"]
    period = season_period(words.TERMS[name], _year(match), as_term=True)
    short = f"{name.upper()} {match['y']}" if name in ("vt", "ht") else None
    return replace(period, written=short)


def _winter(match: Match) -> Period | None:
    if not match["y2"]:
        return winter_of_one_year(_year(match))
    year = _next_year(match)
    return None if year is None else winter_across(year)


def _school_year(match: Match) -> Period | None:
    year = _next_year(match)
    return None if year is None else school_year(year)


def _two_years(match: Match) -> Period | None:
    first, last = _year(match), _year(match, "y2")
    if last <= first:
        return None
    text = Text(match[0], match[0])
    return Period(TimeKind.RANGE, date(first, 1, 1), date(last, 12, 31), text)


def _turn_of_year(match: Match) -> Period | None:
    year = _next_year(match)
    if year is None:
        return None
    return turn(date(year, 12, 31), fill(dates.TURN_OF_YEAR, year=year, next=year + 1))


def _turn_of_half(match: Match) -> Period:
    year = _year(match)
    return turn(date(year, 6, 30), fill(dates.TURN_OF_HALF, year=year))


def _turn_of_month(match: Match) -> Period | None:
    first, following = words.MONTHS[match["m"]], words.MONTHS[match["m2"]]
    if following != first % 12 + 1:
        return None
    year = _year(match) - (1 if first == 12 else 0)
    sv = dates.TURN_OF_MONTH.sv.format(
        month=dates.MONTHS[first - 1].sv,
        following=dates.MONTHS[following - 1].sv,
        year=match["y"],
    )
    en = dates.TURN_OF_MONTH.en.format(month=dates.MONTHS[first - 1].en, year=year)
    return turn(month_end(year, first), Text(sv, en))


_SINGLE: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (re.compile(pattern), builder)
    for pattern, builder in (
        (r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})", _iso_day),
        (r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})", _iso_month),
        (r"(?:år |året |year )?(?P<y>[0-9]{4})", lambda match: year_period(_year(match))),
        (r"(?P<y>[0-9]{4})/(?P<y2>[0-9]{4})", _two_years),
        (rf"(?P<y>[0-9]{{4}})[ -]?{_UNIT} ?(?P<n>[0-9]{{1,2}})", _counted),
        (rf"{_UNIT} ?(?P<n>[0-9]{{1,2}}){_AFTER_NUMBER}", _counted),
        (rf"(?P<o>{any_of(words.ORDINALS)}) {_UNIT}{_YEAR}", _ordinal),
        (rf"(?P<s>{any_of(words.SEASONS)}){_YEAR}", _season),
        (rf"(?P<s>{any_of(words.TERMS)})-?{_YEAR}", _term),
        (
            r"(?:vintern|vinter|winter)(?: of)? (?P<y>[0-9]{4})(?: ?[/-] ?(?P<y2>[0-9]{4}))?",
            _winter,
        ),
        (rf"{_MONTH}(?: månad)?{_YEAR}", _named_month),
        (rf"(?:den |the )?{_DAY} (?:of )?{_MONTH},? (?P<y>[0-9]{{4}})", _named_day),
        (rf"{_MONTH} {_DAY},? (?P<y>[0-9]{{4}})", _named_day),
        (rf"(?:läsåret|läsår|skolåret|school year|academic year) {_TWO_YEARS}", _school_year),
        (rf"(?:årsskiftet|(?:the )?turn of the year) {_TWO_YEARS}", _turn_of_year),
        (rf"(?:halvårsskiftet|mid-year){_YEAR}", _turn_of_half),
        (rf"månadsskiftet {_MONTH} ?[/-] ?{_NEXT_MONTH}{_YEAR}", _turn_of_month),
    )
)
_PART = re.compile(rf"(?:the )?(?P<part>{any_of(words.PARTS)})[ -](?P<rest>.+)")


def read_period(text: str) -> Period | None:
    """Return the single period that cleaned lower-case text names, None if it names none.

    Raises:
        NotATime: if it has the form of a period that the calendar lacks, such as 2023-13.
    """
    for pattern, build in _SINGLE:
        if (match := pattern.fullmatch(text)) and (period := build(match)):
            return period
    match = _PART.fullmatch(text)
    if not match or _PART.fullmatch(match["rest"]):
        return None
    whole = read_period(match["rest"])
    if whole is None or whole.kind in (TimeKind.DAY, TimeKind.WEEK) or whole.ambiguous:
        return None
    return part_of(whole, *words.PARTS[match["part"]])
