"""The words that a written time may hold, in Swedish and English, in lower case."""

from __future__ import annotations

from typing import Final

from fardplan.locales import dates
from fardplan.locales.text import Text
from fardplan.model._time_periods import Part, TimeKind

MONTHS: Final = {
    **{month.sv.casefold(): number for number, month in enumerate(dates.MONTHS, 1)},
    **{month.en.casefold(): number for number, month in enumerate(dates.MONTHS, 1)},
    **{month.sv[:3].casefold(): number for number, month in enumerate(dates.MONTHS, 1)},
    **{month.en[:3].casefold(): number for number, month in enumerate(dates.MONTHS, 1)},
    "sept": 9,
}
SEASONS: Final = {
    "våren": 0, "vår": 0, "spring": 0,
    "sommaren": 1, "sommar": 1, "summer": 1,
    "hösten": 2, "höst": 2, "autumn": 2, "fall": 2,
}  # fmt: skip
TERMS: Final = {
    "vt": 0, "vårterminen": 0, "vårtermin": 0, "spring term": 0, "spring semester": 0,
    "ht": 2, "höstterminen": 2, "hösttermin": 2, "autumn term": 2, "fall term": 2,
    "autumn semester": 2, "fall semester": 2,
}  # fmt: skip
COUNTED: Final = {
    "q": TimeKind.QUARTER, "k": TimeKind.QUARTER, "kv": TimeKind.QUARTER,
    "kvartal": TimeKind.QUARTER, "kvartalet": TimeKind.QUARTER, "quarter": TimeKind.QUARTER,
    "t": TimeKind.TERTIAL, "tertial": TimeKind.TERTIAL, "tertialet": TimeKind.TERTIAL,
    "h": TimeKind.HALF_YEAR, "halvår": TimeKind.HALF_YEAR, "halvåret": TimeKind.HALF_YEAR,
    "half": TimeKind.HALF_YEAR, "half-year": TimeKind.HALF_YEAR,
    "halvan": TimeKind.HALF_YEAR, "hälften": TimeKind.HALF_YEAR,
    "v": TimeKind.WEEK, "vecka": TimeKind.WEEK, "veckan": TimeKind.WEEK,
    "w": TimeKind.WEEK, "week": TimeKind.WEEK,
}  # fmt: skip
ORDINALS: Final = {
    "första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 0,
    "1:a": 1, "2:a": 2, "3:e": 3, "4:e": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
LAST_NUMBER: Final = {TimeKind.QUARTER: 4, TimeKind.TERTIAL: 3, TimeKind.HALF_YEAR: 2}
_BEGINNING = Part.BEGINNING, Text("början av {period}", "the beginning of {period}")
_MIDDLE = Part.MIDDLE, Text("mitten av {period}", "the middle of {period}")
_END = Part.END, Text("slutet av {period}", "the end of {period}")
_EARLY = Part.BEGINNING, Text("tidigt {period}", "early {period}")
_LATE = Part.END, Text("sent {period}", "late {period}")
PARTS: Final = {
    "början av": _BEGINNING, "beginning of": _BEGINNING, "start of": _BEGINNING,
    "mitten av": _MIDDLE, "middle of": _MIDDLE, "mid": _MIDDLE,
    "slutet av": _END, "end of": _END,
    "tidigt": _EARLY, "tidigt under": _EARLY, "early": _EARLY, "early in": _EARLY,
    "sent": _LATE, "sent under": _LATE, "late": _LATE, "late in": _LATE,
}  # fmt: skip
ENGLISH: Final = frozenset(
    {
        "spring", "summer", "autumn", "fall", "spring term", "spring semester", "autumn term",
        "fall term", "autumn semester", "fall semester", "quarter", "half", "half-year", "week",
        "first", "second", "third", "fourth", "last", "1st", "2nd", "3rd", "4th",
    }
)  # fmt: skip
CONTINUOUS: Final = {
    "löpande": dates.CONTINUOUS, "fortlöpande": Text("fortlöpande", "ongoing"),
    "kontinuerligt": Text("kontinuerligt", "continuously"),
    "pågående": Text("pågående", "ongoing"), "pågår": Text("pågår", "ongoing"),
    "tills vidare": dates.UNTIL_FURTHER_NOTICE,
    "until further notice": dates.UNTIL_FURTHER_NOTICE,
    "ongoing": dates.CONTINUOUS, "continuous": dates.CONTINUOUS,
    "continuously": dates.CONTINUOUS,
}  # fmt: skip
