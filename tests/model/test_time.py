"""Fuzzy time is read as officials write it, compares as an interval, and reads well in both languages."""

from __future__ import annotations

import pickle
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from fardplan.locales.text import LANGUAGES
from fardplan.model.number import FIRST_YEAR, LAST_YEAR
from fardplan.model.refusal import Refused
from fardplan.model.time import FuzzyTime, NotATime, TimeKind, days_between, months_between

K = TimeKind


# written, kind, interval, Swedish, English
READINGS = [
    ("2023", K.YEAR, "2023-01-01/2023-12-31", "2023", "2023"),
    ("2023-10", K.MONTH, "2023-10-01/2023-10-31", "oktober 2023", "October 2023"),
    ("2024-02", K.MONTH, "2024-02-01/2024-02-29", "februari 2024", "February 2024"),
    ("2023-10-26", K.DAY, "2023-10-26", "26 oktober 2023", "26 October 2023"),
    ("den 13 maj 2022", K.DAY, "2022-05-13", "13 maj 2022", "13 May 2022"),
    ("May 13, 2022", K.DAY, "2022-05-13", "13 maj 2022", "13 May 2022"),
    ("februari 2021", K.MONTH, "2021-02-01/2021-02-28", "februari 2021", "February 2021"),
    ("okt. 2023", K.MONTH, "2023-10-01/2023-10-31", "oktober 2023", "October 2023"),
    ("October 2023", K.MONTH, "2023-10-01/2023-10-31", "oktober 2023", "October 2023"),
    ("2023-Q2", K.QUARTER, "2023-04-01/2023-06-30", "kvartal 2 2023", "Q2 2023"),
    ("kvartal 2 2024", K.QUARTER, "2024-04-01/2024-06-30", "kvartal 2 2024", "Q2 2024"),
    ("K2 2024", K.QUARTER, "2024-04-01/2024-06-30", "kvartal 2 2024", "Q2 2024"),
    ("Q2 2024", K.QUARTER, "2024-04-01/2024-06-30", "kvartal 2 2024", "Q2 2024"),
    ("sista kvartalet 2024", K.QUARTER, "2024-10-01/2024-12-31", "sista kvartalet 2024", "Q4 2024"),
    ("tertial 1 2024", K.TERTIAL, "2024-01-01/2024-04-30", "tertial 1 2024", "tertial 1 2024"),
    ("T3 2024", K.TERTIAL, "2024-09-01/2024-12-31", "tertial 3 2024", "tertial 3 2024"),
    ("första halvåret 2024", K.HALF_YEAR, "2024-01-01/2024-06-30", "första halvåret 2024", "first half of 2024"),
    ("halvåret 2 2024", K.HALF_YEAR, "2024-07-01/2024-12-31", "andra halvåret 2024", "second half of 2024"),
    ("vecka 12 2024", K.WEEK, "2024-03-18/2024-03-24", "vecka 12 2024", "week 12 2024"),
    ("2020-W53", K.WEEK, "2020-12-28/2021-01-03", "vecka 53 2020", "week 53 2020"),
    ("VT2024", K.SEASON, "2024-01-01/2024-06-30", "VT 2024", "spring term 2024"),
    ("ht 2023", K.SEASON, "2023-07-01/2023-12-31", "HT 2023", "autumn term 2023"),
    ("höstterminen 2023", K.SEASON, "2023-07-01/2023-12-31", "höstterminen 2023", "autumn term 2023"),
    ("hösten 2023", K.SEASON, "2023-07-01/2023-12-31", "hösten 2023", "autumn 2023"),
    ("Våren 2024", K.SEASON, "2024-01-01/2024-06-30", "våren 2024", "spring 2024"),
    ("sommaren 2024", K.SEASON, "2024-06-01/2024-08-31", "sommaren 2024", "summer 2024"),
    ("vintern 2022/2023", K.SEASON, "2022-12-01/2023-02-28", "vintern 2022/2023", "winter 2022/2023"),
    ("spring 2024", K.SEASON, "2024-01-01/2024-06-30", "våren 2024", "spring 2024"),
    ("under 2023", K.YEAR, "2023-01-01/2023-12-31", "under 2023", "during 2023"),
    ("i maj 2024", K.MONTH, "2024-05-01/2024-05-31", "i maj 2024", "in May 2024"),
    ("in the autumn of 2023", K.SEASON, "2023-07-01/2023-12-31", "under hösten 2023", "in autumn 2023"),
    ("2023-2026", K.RANGE, "2023-01-01/2026-12-31", "2023–2026", "2023–2026"),
    ("under 2023-2026", K.RANGE, "2023-01-01/2026-12-31", "under 2023–2026", "during 2023–2026"),
    ("2021/2022", K.RANGE, "2021-01-01/2022-12-31", "2021/2022", "2021/2022"),
    ("HT2021 – VT2023", K.RANGE, "2021-07-01/2023-06-30", "HT 2021 – VT 2023", "autumn term 2021 – spring term 2023"),
    ("hösten 2021 till våren 2023", K.RANGE, "2021-07-01/2023-06-30", "hösten 2021 – våren 2023", "autumn 2021 – spring 2023"),
    ("från hösten 2021 till våren 2023", K.RANGE, "2021-07-01/2023-06-30", "hösten 2021 – våren 2023", "autumn 2021 – spring 2023"),
    ("mellan 2021 och 2023", K.RANGE, "2021-01-01/2023-12-31", "2021–2023", "2021–2023"),
    ("2023-10-2023-12", K.RANGE, "2023-10-01/2023-12-31", "oktober–december 2023", "October–December 2023"),
    ("maj–juni 2022", K.RANGE, "2022-05-01/2022-06-30", "maj–juni 2022", "May–June 2022"),
    ("13–15 maj 2022", K.RANGE, "2022-05-13/2022-05-15", "13–15 maj 2022", "13–15 May 2022"),
    ("May 13–15, 2022", K.RANGE, "2022-05-13/2022-05-15", "13–15 maj 2022", "13–15 May 2022"),
    ("13 maj – 2 juni 2022", K.RANGE, "2022-05-13/2022-06-02", "13 maj – 2 juni 2022", "13 May – 2 June 2022"),
    ("2023-12-20–2024-01-10", K.RANGE, "2023-12-20/2024-01-10", "20 december 2023 – 10 januari 2024", "20 December 2023 – 10 January 2024"),
    ("kvartal 1–2 2024", K.RANGE, "2024-01-01/2024-06-30", "kvartal 1–2 2024", "Q1–Q2 2024"),
    ("2024-Q1–Q3", K.RANGE, "2024-01-01/2024-09-30", "kvartal 1–3 2024", "Q1–Q3 2024"),
    ("vecka 12–14 2024", K.RANGE, "2024-03-18/2024-04-07", "vecka 12–14 2024", "week 12–14 2024"),
    ("våren–hösten 2024", K.RANGE, "2024-01-01/2024-12-31", "våren 2024 – hösten 2024", "spring 2024 – autumn 2024"),
    ("årsskiftet 2023/2024", K.RANGE, "2023-12-31/2024-01-01", "årsskiftet 2023/2024", "the turn of the year 2023/2024"),
    ("halvårsskiftet 2024", K.RANGE, "2024-06-30/2024-07-01", "halvårsskiftet 2024", "the end of June 2024"),
    ("månadsskiftet december/januari 2024", K.RANGE, "2023-12-31/2024-01-01", "månadsskiftet december/januari 2024", "the end of December 2023"),
    ("läsåret 2023/2024", K.RANGE, "2023-07-01/2024-06-30", "läsåret 2023/2024", "school year 2023/2024"),
    ("början av 2024", K.RANGE, "2024-01-01/2024-04-30", "början av 2024", "the beginning of 2024"),
    ("mitten av oktober 2024", K.RANGE, "2024-10-11/2024-10-20", "mitten av oktober 2024", "the middle of October 2024"),
    ("sent under 2024", K.RANGE, "2024-09-01/2024-12-31", "sent 2024", "late 2024"),
    ("slutet av hösten 2024", K.RANGE, "2024-11-01/2024-12-31", "slutet av hösten 2024", "the end of autumn 2024"),
    ("late 2024", K.RANGE, "2024-09-01/2024-12-31", "sent 2024", "late 2024"),
    ("från oktober 2021", K.OPEN_FROM, "2021-10-01/..", "från oktober 2021", "from October 2021"),
    ("fr.o.m. 2024", K.OPEN_FROM, "2024-01-01/..", "från och med 2024", "from 2024"),
    ("2024–", K.OPEN_FROM, "2024-01-01/..", "från 2024", "from 2024"),
    ("2024 – tills vidare", K.OPEN_FROM, "2024-01-01/..", "2024 och tills vidare", "2024 until further notice"),
    ("från 2024 och framåt", K.OPEN_FROM, "2024-01-01/..", "från 2024 och framåt", "from 2024 onwards"),
    ("efter 2024", K.OPEN_FROM, "2025-01-01/..", "efter 2024", "after 2024"),
    ("tidigast hösten 2024", K.OPEN_FROM, "2024-07-01/..", "tidigast hösten 2024", "autumn 2024 at the earliest"),
    ("från 2021–2023", K.RANGE, "2021-01-01/2023-12-31", "2021–2023", "2021–2023"),
    ("senast 2025", K.OPEN_UNTIL, "../2025-12-31", "senast 2025", "by 2025"),
    ("by the end of 2025", K.OPEN_UNTIL, "../2025-12-31", "senast i slutet av 2025", "by the end of 2025"),
    ("t.o.m. 2025", K.OPEN_UNTIL, "../2025-12-31", "till och med 2025", "up to and including 2025"),
    ("till och med oktober 2024", K.OPEN_UNTIL, "../2024-10-31", "till och med oktober 2024", "up to and including October 2024"),
    ("–2025", K.OPEN_UNTIL, "../2025-12-31", "till och med 2025", "up to and including 2025"),
    ("inför 2023", K.OPEN_UNTIL, "../2022-12-31", "inför 2023", "ahead of 2023"),
    ("före sommaren 2025", K.OPEN_UNTIL, "../2025-05-31", "före sommaren 2025", "before summer 2025"),
    ("mandatperioden", K.TERM_OF_OFFICE, "../..", "mandatperioden", "the term of office"),
    ("under mandatperioden", K.TERM_OF_OFFICE, "../..", "under mandatperioden", "during the term of office"),
    ("mandatperioden 2022–2026", K.TERM_OF_OFFICE, "2022-10-15/2026-10-14", "mandatperioden 2022–2026", "the term of office 2022–2026"),
    ("mandatperioden 2023-2026", K.TERM_OF_OFFICE, "2023-01-01/2026-12-31", "mandatperioden 2023–2026", "the term of office 2023–2026"),
    ("mandatperioden 2024", K.TERM_OF_OFFICE, "2022-10-15/2026-10-14", "mandatperioden 2024", "the term of office 2024"),
    ("löpande", K.CONTINUOUS, "../..", "löpande", "ongoing"),
    ("ongoing", K.CONTINUOUS, "../..", "löpande", "ongoing"),
    ("tills vidare", K.CONTINUOUS, "../..", "tills vidare", "until further notice"),
    ("löpande under 2023–2026", K.CONTINUOUS, "2023-01-01/2026-12-31", "löpande under 2023–2026", "ongoing during 2023–2026"),
    # The first and last that there are.
    ("1900", K.YEAR, "1900-01-01/1900-12-31", "1900", "1900"),
    ("2199", K.YEAR, "2199-01-01/2199-12-31", "2199", "2199"),
    ("2023-10-01", K.DAY, "2023-10-01", "1 oktober 2023", "1 October 2023"),
    ("2023-10-31", K.DAY, "2023-10-31", "31 oktober 2023", "31 October 2023"),
    ("vecka 52 2025", K.WEEK, "2025-12-22/2025-12-28", "vecka 52 2025", "week 52 2025"),
    ("mandatperioden 1994–1998", K.TERM_OF_OFFICE, "1994-10-15/1998-10-14", "mandatperioden 1994–1998", "the term of office 1994–1998"),
    ("mandatperioden 2019–2022", K.TERM_OF_OFFICE, "2019-01-01/2022-12-31", "mandatperioden 2019–2022", "the term of office 2019–2022"),
    # A range whose ends are one and the same, or of different sorts, says both in full.
    ("2023-12-31 – 2023-12-31", K.RANGE, "2023-12-31", "31 december 2023 – 31 december 2023", "31 December 2023 – 31 December 2023"),
    ("2024-10 – 2024-10", K.RANGE, "2024-10-01/2024-10-31", "oktober 2024 – oktober 2024", "October 2024 – October 2024"),
    ("2023-10 – 2024-12", K.RANGE, "2023-10-01/2024-12-31", "oktober 2023 – december 2024", "October 2023 – December 2024"),
    ("2023-05-13 – 2023-10", K.RANGE, "2023-05-13/2023-10-31", "13 maj 2023 – oktober 2023", "13 May 2023 – October 2023"),
    ("första kvartalet 2024 – kvartal 3 2024", K.RANGE, "2024-01-01/2024-09-30", "första kvartalet 2024 – kvartal 3 2024", "Q1 2024 – Q3 2024"),
    # What one end leaves to the other.
    ("2024-Q1–3", K.RANGE, "2024-01-01/2024-09-30", "kvartal 1–3 2024", "Q1–Q3 2024"),
    ("den 13–15 maj 2022", K.RANGE, "2022-05-13/2022-05-15", "13–15 maj 2022", "13–15 May 2022"),
    ("May 3–5, 2022", K.RANGE, "2022-05-03/2022-05-05", "3–5 maj 2022", "3–5 May 2022"),
    ("between 2021 and 2023", K.RANGE, "2021-01-01/2023-12-31", "2021–2023", "2021–2023"),
    # English and Swedish words for the same.
    ("first quarter 2024", K.QUARTER, "2024-01-01/2024-03-31", "kvartal 1 2024", "Q1 2024"),
    ("the term of office 2022–2026", K.TERM_OF_OFFICE, "2022-10-15/2026-10-14", "mandatperioden 2022–2026", "the term of office 2022–2026"),
    ("innevarande mandatperiod", K.TERM_OF_OFFICE, "../..", "innevarande mandatperiod", "the term of office"),
    ("månadsskiftet maj/juni 2024", K.RANGE, "2024-05-31/2024-06-01", "månadsskiftet maj/juni 2024", "the end of May 2024"),
    ("slutet av läsåret 2023/2024", K.RANGE, "2024-03-01/2024-06-30", "slutet av läsåret 2023/2024", "the end of school year 2023/2024"),
    ("slutet av sista kvartalet 2024", K.RANGE, "2024-12-01/2024-12-31", "slutet av sista kvartalet 2024", "the end of Q4 2024"),
    ("by the beginning of 2025", K.OPEN_UNTIL, "../2025-04-30", "senast i början av 2025", "by the beginning of 2025"),
    ("början av läsåret 2023/2024", K.RANGE, "2023-07-01/2023-10-31", "början av läsåret 2023/2024", "the beginning of school year 2023/2024"),
    ("by mid 2025", K.OPEN_UNTIL, "../2025-08-31", "senast i mitten av 2025", "by the middle of 2025"),
    ("under " * 16 + "2023", K.YEAR, "2023-01-01/2023-12-31", "under " * 16 + "2023", "during " * 16 + "2023"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "kind", "interval", "sv", "en"), READINGS)
def test_readings(written, kind, interval, sv, en):
    """Every wording is read as its kind and interval, and reads in both languages."""
    time = FuzzyTime.parse(written)

    assert (time.kind, time.iso(), time.say("sv"), time.say("en")) == (kind, interval, sv, en)
    assert time.text == str(time) == written
    assert not time.ambiguous


@pytest.mark.parametrize(
    "variant",
    [
        "HÖSTEN 2023",
        "  hösten   2023 ",
        "hösten\N{NO-BREAK SPACE}2023",
        unicodedata.normalize("NFD", "hösten 2023"),
        "hös\N{SOFT HYPHEN}ten 2023",
        "hösten år 2023",
        "höst 2023",
    ],
)
def test_spelling(variant):
    """Case, the form of Unicode and the sort of space do not change what is read."""
    assert FuzzyTime.parse(variant).iso() == "2023-07-01/2023-12-31"


@pytest.mark.parametrize("dash", ["-", "–", "—", "‒", "−", " - ", " – ", "– "])
def test_dashes(dash):
    """Any dash, with or without spaces, makes a range, and is shown as an en dash."""
    time = FuzzyTime.parse(f"2023{dash}2026")

    assert (time.iso(), time.say("sv")) == ("2023-01-01/2026-12-31", "2023–2026")


@pytest.mark.parametrize(
    "written", ["vintern 2022", "winter 2022", "från vintern 2022", "inför vintern 2022"]
)
def test_winter_of_one_year_is_ambiguous(written):
    """A winter named by one year ("vintern 2022") may mean two, and says so."""
    assert FuzzyTime.parse(written).ambiguous


def test_winter_bounds():
    """The bounds of an ambiguous winter hold both."""
    winter = FuzzyTime.parse("vintern 2022")

    assert (winter.iso(), winter.kind) == ("2021-12-01/2023-02-28", K.SEASON)


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("vintern 2022", ["vintern 2021/2022", "vintern 2022/2023"]),
        ("Winter of 2022", ["Winter of 2021/2022", "Winter of 2022/2023"]),
        ("senast vintern 2022", ["senast vintern 2021/2022", "senast vintern 2022/2023"]),
        ("vintern 2022 – 2024", ["vintern 2021/2022 – 2024", "vintern 2022/2023 – 2024"]),
        ("hösten 2022 – vintern 2022", ["hösten 2022 – vintern 2022/2023"]),
        (
            "vintern 2021/2022 – vintern 2023",
            ["vintern 2021/2022 – vintern 2022/2023", "vintern 2021/2022 – vintern 2023/2024"],
        ),
        (
            "vintern 2022 – vintern 2023",
            [
                "vintern 2021/2022 – vintern 2022/2023",
                "vintern 2021/2022 – vintern 2023/2024",
                "vintern 2022/2023 – vintern 2022/2023",
                "vintern 2022/2023 – vintern 2023/2024",
            ],
        ),
        ("vintern 2022/2023", []),
        ("våren 2022", []),
    ],
)
def test_what_an_ambiguous_time_can_mean(written, readings):
    """An ambiguous time names all that it can mean, in order of time; a clear one names nothing."""
    times = FuzzyTime.parse(written).readings()

    assert [time.text for time in times] == readings
    assert not any(time.ambiguous for time in times)


# written, Swedish message, hint
REFUSALS = [
    ("2023-13", "”2023-13” är inget datum: månaden ska vara 01–12.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2023-02-30", "”2023-02-30” är inget datum: februari 2023 har 28 dagar.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("31 juni 2022", "”31 juni 2022” är inget datum: juni 2022 har 30 dagar.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2023-02-30 – 2023-03-02", "”2023-02-30” är inget datum: februari 2023 har 28 dagar.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2023-Q5", "”2023-Q5” är ingen tidpunkt: kvartalet ska vara 1–4.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("tertial 4 2024", "”tertial 4 2024” är ingen tidpunkt: tertialet ska vara 1–3.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("vecka 53 2024", "”vecka 53 2024” är ingen tidpunkt: veckan ska vara 1–52.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("1789", "”1789” ligger utanför åren 1900–2199.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2026–2023", "”2026–2023” slutar innan det börjar.", "Skriv den tidigare tiden först."),
    ("HT2023 – VT2023", "”HT2023 – VT2023” slutar innan det börjar.", "Skriv den tidigare tiden först."),
    ("mandatperioden 2021–2025", "”mandatperioden 2021–2025” är ingen mandatperiod: den är fyra år och börjar året för ett allmänt val, eller året efter.", "Skriv mandatperioden 2022–2026 eller mandatperioden 2023–2026."),
    ("VT24", "”VT24” har ett årtal med två siffror.", "Menade du VT2024?"),
    ("2023/24", "”2023/24” har ett årtal med två siffror.", "Menade du 2023/2024?"),
    ("HT24–VT25", "”HT24–VT25” har ett årtal med två siffror.", "Menade du HT2024–VT2025?"),
    ("2021-22", "”2021-22” är inget datum: månaden ska vara 01–12.", "Menade du 2021–2022?"),
    ("hösten", "”hösten” saknar årtal.", "Menade du hösten 2024?"),
    ("årsskiftet 2023", "”årsskiftet 2023” går inte att läsa som en tidpunkt eller tidsperiod.", "Menade du årsskiftet 2023/2024?"),
    ("20231026", "”20231026” går inte att läsa som en tidpunkt eller tidsperiod.", "Menade du 2023-10-26?"),
    ("2023-1-5", "”2023-1-5” går inte att läsa som en tidpunkt eller tidsperiod.", "Menade du 2023-01-05?"),
    ("26/10 2023", "”26/10 2023” går inte att läsa som en tidpunkt eller tidsperiod.", "Menade du 2023-10-26?"),
    ("snart", "”snart” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2026-01-15T00:00:00", "”2026-01-15T00:00:00” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("senast löpande", "”senast löpande” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("senast 2022–2023", "”senast 2022–2023” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("1768435200", "”1768435200” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2023-10-00", "”2023-10-00” är inget datum: oktober 2023 har 31 dagar.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2023-10-32", "”2023-10-32” är inget datum: oktober 2023 har 31 dagar.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2024-13-01", "”2024-13-01” är inget datum: månaden ska vara 01–12.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2199–2200", "”2200” ligger utanför åren 1900–2199.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("oktober 1800", "”oktober 1800” ligger utanför åren 1900–2199.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("OKTOBER 1800 – oktober 1800", "”OKTOBER 1800” ligger utanför åren 1900–2199.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("auguﬅi 1800", "”augusti 1800” ligger utanför åren 1900–2199.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("vintern 2199/2200", "”vintern 2199/2200” ligger utanför åren 1900–2199.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("mandatperioden 1894", "”mandatperioden 1894” ligger utanför åren 1900–2199.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("mandatperioden 2023–2027", "”mandatperioden 2023–2027” är ingen mandatperiod: den är fyra år och börjar året för ett allmänt val, eller året efter.", "Skriv mandatperioden 2022–2026 eller mandatperioden 2023–2026."),
    ("mandatperioden 2021–2024", "”mandatperioden 2021–2024” är ingen mandatperiod: den är fyra år och börjar året för ett allmänt val, eller året efter.", "Skriv mandatperioden 2022–2026 eller mandatperioden 2023–2026."),
    ("mandatperioden 1990–1994", "”mandatperioden 1990–1994” är ingen mandatperiod: den är fyra år och börjar året för ett allmänt val, eller året efter.", "Skriv mandatperioden 2022–2026 eller mandatperioden 2023–2026."),
    ("tredje halvåret 2024", "”tredje halvåret 2024” är ingen tidpunkt: halvåret ska vara 1–2.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("från 2026 till 2023", "”från 2026 till 2023” slutar innan det börjar.", "Skriv den tidigare tiden först."),
    ("mellan 2026 och 2023", "”mellan 2026 och 2023” slutar innan det börjar.", "Skriv den tidigare tiden först."),
    ("2023/2023", "”2023/2023” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("läsåret 2023/2025", "”läsåret 2023/2025” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("slutet av vecka 12 2024", "”slutet av vecka 12 2024” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("slutet av vintern 2022", "”slutet av vintern 2022” går inte att läsa som en tidpunkt eller tidsperiod.", "Menade du slutet av vintern 2022/2023?"),
    ("slutet av snart", "”slutet av snart” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("löpande snart", "”löpande snart” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("snart – 2023-13", "”snart – 2023-13” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("13–2024", "”13–2024” har ett årtal med två siffror.", "Menade du 2013–2024?"),
    ("snart 2024", "”snart 2024” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("2022-22", "”2022-22” är inget datum: månaden ska vara 01–12.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("vecka 53 24", "”vecka 53 24” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("13 maj 24", "”13 maj 24” har ett årtal med två siffror.", "Menade du 13 maj 2024?"),
    ("20231326", "”20231326” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("i under under under under under under under under under under under under under under under under 2023", "”i under under under under under under under under under und…” går inte att läsa som en tidpunkt eller tidsperiod.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ("", "Här saknas ett värde.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
]  # fmt: skip


@pytest.mark.parametrize(("written", "message", "hint"), REFUSALS)
def test_refusals(written, message, hint):
    """What is no time is refused with the precise reason and what to write instead."""
    with pytest.raises(NotATime) as caught:
        FuzzyTime.parse(written)

    assert (caught.value.say("sv"), caught.value.say_hint("sv")) == (message, hint)


@pytest.mark.parametrize("value", [None, ["2023"], {"year": 2023}])
def test_other_types(value):
    """Only text, whole numbers and days are times."""
    with pytest.raises(NotATime):
        FuzzyTime.parse(value)


@pytest.mark.parametrize("value", [True, 2023.1])
def test_other_numbers(value):
    """A truth value or a fraction is quoted as Python has it, with examples of times."""
    with pytest.raises(NotATime) as caught:
        FuzzyTime.parse(value)

    message = f"”{value}” går inte att läsa som en tidpunkt eller tidsperiod."
    hint = "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."
    assert (caught.value.say("sv"), caught.value.say_hint("sv")) == (message, hint)


def test_values_from_python():
    """Callers may hand over a year as a number and a day as a date."""
    assert FuzzyTime.parse(2023) == FuzzyTime.parse("2023")
    assert FuzzyTime.parse(date(2023, 10, 26)) == FuzzyTime.parse("2023-10-26")


@pytest.mark.parametrize(
    ("year", "interval"),
    [
        (2022, "2018-10-15/2022-10-14"),
        (2023, "2022-10-15/2026-10-14"),
        (2026, "2022-10-15/2026-10-14"),
        (2027, "2026-10-15/2030-10-14"),
    ],
)
def test_term_of_office(year, interval):
    """The word "mandatperioden" gets its bounds from the year of the roadmap."""
    assert FuzzyTime.parse("mandatperioden").in_term_of(year).iso() == interval


def test_term_of_office_before_it():
    """A preposition holds when the term becomes known; other times stay as they are."""
    for written, interval in {
        "inför mandatperioden": "../2022-10-14",
        "– mandatperioden": "../2026-10-14",
        "mandatperioden och framåt": "2022-10-15/..",
        "löpande under mandatperioden": "2022-10-15/2026-10-14",
    }.items():
        assert FuzzyTime.parse(written).in_term_of(2024).iso() == interval
    assert FuzzyTime.parse("HT2023").in_term_of(2024) == FuzzyTime.parse("HT2023")


@pytest.mark.parametrize(
    ("one", "other", "before", "overlaps"),
    [
        ("2023", "2024", True, False),
        ("2024", "2023", False, False),
        ("2023", "från 2023-12-31", False, True),
        ("våren 2023", "2023", False, True),
        ("inför 2023", "2023", True, False),
        ("senast 2025", "2024", False, True),
        ("från 2024", "2023", False, False),
        ("2023", "från 2024", True, False),
        ("löpande", "2023", False, True),
        ("mandatperioden", "2023", False, False),
    ],
)
def test_comparison(one, other, before, overlaps):
    """To be before is to be wholly before; what is open or unknown is not before anything."""
    a, b = FuzzyTime.parse(one), FuzzyTime.parse(other)

    assert (a.before(b), a.overlaps(b), b.overlaps(a)) == (before, overlaps, overlaps)


@pytest.mark.parametrize(
    ("written", "within", "leaves"),
    [
        ("2023", True, False),
        ("mandatperioden 2022–2026", True, False),
        ("från 2026-10-14", False, False),
        ("senast 2022-10-15", False, False),
        ("2023–2026", False, False),
        ("2023–2028", False, True),
        ("2021 – 2024", False, True),
        ("från 2024", False, False),
        ("från 2027", False, True),
        ("senast 2025", False, False),
        ("senast 2020", False, True),
        ("inför 2023", False, False),
        ("inför 2022", False, True),
        ("löpande", False, False),
    ],
)
def test_limits(written, within, leaves):
    """A time leaves a period only where a stated beginning or end certainly lies outside."""
    time = FuzzyTime.parse(written)
    limits = date(2022, 10, 15), date(2026, 10, 14)

    assert (time.within(*limits), time.leaves(*limits)) == (within, leaves)


@pytest.mark.parametrize(
    ("written", "begins", "ends"),
    [
        ("2024-02", "2024-02-01 2024-02-29", "2024-02-01 2024-02-29"),
        ("2023 – 2024-10-26", "2023-01-01 2023-12-31", "2024-10-26 2024-10-26"),
        ("från 2024", "2024-01-01 2024-12-31", None),
        ("efter 2024", "2025-01-01 2025-01-01", None),
        ("senast 2025", None, "2025-01-01 2025-12-31"),
        ("inför 2023", None, "2022-12-31 2022-12-31"),
        ("mandatperioden 2022–2026", "2022-10-15 2026-10-14", "2022-10-15 2026-10-14"),
        ("mandatperioden", None, None),
    ],
)
def test_edges(written, begins, ends):
    """A time begins and ends within what is said about that, and nowhere if nothing is."""
    time = FuzzyTime.parse(written)

    said = [edge and " ".join(map(str, edge)) for edge in (time.begins, time.ends)]
    assert said == [begins, ends]


def test_no_limits():
    """Everything lies within no limits, and nothing leaves them."""
    time = FuzzyTime.parse("löpande")

    assert time.within(None, None)
    assert not time.leaves(None, None)


def test_today():
    """A time is over the day after its last; an open one is never over and holds every day."""
    autumn = FuzzyTime.parse("hösten 2023")

    assert not autumn.is_over(date(2023, 12, 31))
    assert autumn.is_over(date(2024, 1, 1))
    assert autumn.contains(date(2023, 7, 1))
    assert not autumn.contains(date(2023, 6, 30))
    assert autumn.contains(date(2023, 12, 31))
    assert not autumn.contains(date(2024, 1, 1))
    assert FuzzyTime.parse("löpande").contains(date(2023, 6, 30))
    assert not FuzzyTime.parse("löpande").is_over(date(2199, 1, 1))


@pytest.mark.parametrize(
    ("earlier", "later", "months", "days"),
    [
        ("hösten 2022", "våren 2023", 6, 181),
        ("våren 2023", "hösten 2022", -6, -181),
        ("2024", "2025", 12, 365),
        ("2024-02", "2024-03", 1, 31),
        ("2024-05-13", "2024-06-12", 0, 30),
        ("2024-05-13", "2024-06-13", 1, 31),
        ("2024-06-12", "2024-05-13", 0, -30),
        ("2024-06-13", "2024-05-13", -1, -31),
        ("2024", "från 2023", None, None),
        ("HT2021 – VT2023", "HT2022 – HT2023", 6, 184),
        ("från oktober 2021", "från oktober 2022", 12, 365),
        ("senast 2025", "2026", 12, 365),
        ("löpande", "2026", None, None),
        ("från 2024", "senast 2026", None, None),
    ],
)
def test_slips(earlier, later, months, days):
    """A slip is counted from end to end, in whole months and in days."""
    a, b = FuzzyTime.parse(earlier), FuzzyTime.parse(later)

    assert (months_between(a, b), days_between(a, b)) == (months, days)


def test_order():
    """Times sort by beginning, then end; what has no date stands last."""
    texts = ["löpande", "2024", "senast 2023", "HT2023", "från 2023", "2023", "2023-10", "VT2023"]

    ordered = sorted(map(FuzzyTime.parse, texts), key=lambda time: time.sort_key)

    assert [time.text for time in ordered] == [
        "VT2023", "2023", "från 2023", "HT2023", "2023-10", "senast 2023", "2024", "löpande",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("26 oktober 2023", "2023-10-26"),
        ("13–15 maj 2022", "2022-05-13–2022-05-15"),
        ("2023-10", "oktober 2023"),
        ("årsskiftet 2023/2024", "årsskiftet 2023/2024"),
        ("2023–2026", "2023–2026"),
        ("2022-05-13 – 2022-06", "13 maj 2022 – juni 2022"),
        ("2022-05 – 2022-06-13", "maj 2022 – 13 juni 2022"),
        ("senast 2023-10-26", "senast 26 oktober 2023"),
    ],
)
def test_tables(written, short):
    """In a table days stand in numbers, and everything else as in text."""
    assert FuzzyTime.parse(written).say_short("sv") == short


def test_as_value():
    """A time is a value: equal, hashable, frozen and fit for a cache."""
    time = FuzzyTime.parse("hösten 2023")

    assert time == FuzzyTime.parse("hösten 2023") != FuzzyTime.parse("HT2023")
    assert {time, FuzzyTime.parse("hösten 2023")} == {time}
    assert pickle.loads(pickle.dumps(time)) == time  # noqa: S301 (our own bytes)
    with pytest.raises(AttributeError):
        time.text = "våren 2023"  # type: ignore[misc]


class Milestone(BaseModel):
    """A model as a caller writes it."""

    when: FuzzyTime | None = None


def test_in_a_model():
    """A model takes text or a time, writes the author's wording, and reads it back."""
    milestone = Milestone.model_validate({"when": "HT2023"})

    assert milestone.when == FuzzyTime.parse("HT2023")
    assert Milestone(when=milestone.when) == milestone
    assert milestone.model_dump_json() == '{"when":"HT2023"}'
    assert Milestone.model_validate_json('{"when": 2023}').when == FuzzyTime.parse("2023")


def test_refusal_in_a_model():
    """The refusal stays reachable with its texts and values behind pydantic's error."""
    with pytest.raises(ValidationError) as caught:
        Milestone.model_validate({"when": "2023-13"})

    (error,) = caught.value.errors()
    refusal = error["ctx"]["error"]
    assert isinstance(refusal, Refused)
    assert error["loc"] == ("when",)
    assert refusal.values == {"written": "2023-13"}
    assert refusal.say("en") == "“2023-13” is not a date: the month must be 01–12."


def test_json_schema():
    """The schema takes a year as a number and all else as text."""
    schema = Milestone.model_json_schema()["properties"]["when"]["anyOf"][0]

    assert schema["anyOf"] == [
        {"type": "string", "minLength": 1, "maxLength": 100},
        {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    ]
    for example in schema["examples"]:
        FuzzyTime.parse(example)


YEARS = st.integers(FIRST_YEAR, LAST_YEAR - 1)
PERIODS = st.one_of(
    YEARS.map(str),
    st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)).map(date.isoformat),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("tertial {1} {0}".format, YEARS, st.integers(1, 3)),
    st.builds("vecka {1} {0}".format, YEARS, st.integers(1, 52)),
    st.builds(
        "{}{}".format, st.sampled_from(("VT", "HT", "våren ", "hösten ", "sommaren ")), YEARS
    ),
    st.builds("{} av {}".format, st.sampled_from(("början", "mitten", "slutet")), YEARS),
)
PREFIXES = st.sampled_from(("", "", "under ", "från ", "senast ", "inför ", "efter ", "t.o.m. "))
TIMES = st.one_of(
    st.builds("{}{}".format, PREFIXES, PERIODS),
    st.sampled_from(("löpande", "mandatperioden", "2021–2024", "HT2021 – VT2023")),
).map(FuzzyTime.parse)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@given(DAYS)
def test_days_mean_themselves(day):
    """Every day of the calendar is read as itself, in numbers and in words of both languages."""
    time = FuzzyTime.parse(day)

    assert time.start == time.end == day
    assert (
        FuzzyTime.parse(time.say("sv")).iso() == FuzzyTime.parse(time.say("en")).iso() == time.iso()
    )


@given(TIMES)
def test_wording_keeps_the_meaning(time):
    """What is shown in Swedish is read back as the same interval, and English too."""
    for lang in ("sv", "en"):
        again = FuzzyTime.parse(time.say(lang))
        assert (again.start, again.end) == (time.start, time.end)


@given(TIMES, TIMES)
def test_laws_of_comparison(a, b):
    """Of before, after and overlapping at most one holds, and slips have opposite signs."""
    assert [a.before(b), b.before(a), a.overlaps(b)].count(True) <= 1
    assert a.overlaps(b) == b.overlaps(a)
    there, back = months_between(a, b), months_between(b, a)
    assert (there is None) == (back is None)
    assert there is None or back == -there
    assert (a.sort_key == b.sort_key) == (a == b)


@given(PERIODS, PERIODS)
def test_ranges(one, other):
    """Two times make a range from the first day to the last, unless it runs backwards."""
    a, b = FuzzyTime.parse(one), FuzzyTime.parse(other)
    assert a.start is not None
    assert b.end is not None
    if b.end < a.start:
        with pytest.raises(NotATime):
            FuzzyTime.parse(f"{one} – {other}")
    else:
        time = FuzzyTime.parse(f"{one} – {other}")
        assert (time.start, time.end, time.kind) == (a.start, b.end, K.RANGE)


@given(st.text(max_size=120) | st.text("0123456789-–/ åvhtqkfrånmaj.", max_size=40))
def test_any_text(written):
    """Any text is a time or is refused in words, never anything worse."""
    try:
        time = FuzzyTime.parse(written)
    except NotATime as refusal:
        said = {refusal.say(lang) for lang in LANGUAGES}
    else:
        said = {time.say(lang) for lang in LANGUAGES}
        assert time.start is None or time.end is None or time.start <= time.end
    assert all(said)
