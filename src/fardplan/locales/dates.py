"""Dates and periods in words: "26 oktober 2023", "våren 2024", "2023–2026"."""

from __future__ import annotations

from datetime import date

from fardplan.locales.text import Lang, Text

EN_DASH = "\N{EN DASH}"

MONTHS = (
    Text("januari", "January"),
    Text("februari", "February"),
    Text("mars", "March"),
    Text("april", "April"),
    Text("maj", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("augusti", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)

SEASONS = (
    Text("våren", "spring"),
    Text("sommaren", "summer"),
    Text("hösten", "autumn"),
    Text("vintern", "winter"),
)
TERMS = (Text("vårterminen", "spring term"), Text("höstterminen", "autumn term"))
HALVES = (Text("första halvåret {year}", "first half of {year}"),
          Text("andra halvåret {year}", "second half of {year}"))  # fmt: skip
QUARTER = Text("kvartal {number} {year}", "Q{number} {year}")
TERTIAL = Text("tertial {number} {year}", "tertial {number} {year}")
WEEK = Text("vecka {number} {year}", "week {number} {year}")
SCHOOL_YEAR = Text("läsåret {year}/{next}", "school year {year}/{next}")
WINTER = Text("vintern {year}/{next}", "winter {year}/{next}")
TURN_OF_YEAR = Text("årsskiftet {year}/{next}", "the turn of the year {year}/{next}")
TURN_OF_HALF = Text("halvårsskiftet {year}", "the end of June {year}")
TURN_OF_MONTH = Text("månadsskiftet {month}/{following} {year}", "the end of {month} {year}")
TERM_OF_OFFICE = Text("mandatperioden", "the term of office")
CONTINUOUS = Text("löpande", "ongoing")
UNTIL_FURTHER_NOTICE = Text("tills vidare", "until further notice")


def say_date(day: date, lang: Lang) -> str:
    """Return a day as in running text: "26 oktober 2023", "26 October 2023"."""
    return f"{day.day} {say_month(day.year, day.month, lang)}"


def say_month(year: int, month: int, lang: Lang) -> str:
    """Return a month as in running text: "oktober 2023", "October 2023"."""
    return f"{MONTHS[month - 1].say(lang)} {year}"


def join_span(first: str, last: str) -> str:
    """Join two wordings by an en dash, with spaces where one of them holds a space."""
    space = " " if " " in first or " " in last else ""
    return f"{first}{space}{EN_DASH}{space}{last}"
