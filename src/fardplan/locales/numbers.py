"""The words for what is no number, year, count or truth."""

from __future__ import annotations

from fardplan.locales.text import Text

NOT_A_NUMBER = Text("”{written}” är inget tal.", "“{written}” is not a number.")
NO_VALUE = Text("Här saknas ett värde.", "A value is missing here.")
NOT_ONE_VALUE = Text(
    "Här ska ett enda värde stå, inte en lista eller flera nycklar.",
    "A single value belongs here, not a list or several keys.",
)
DIGITS_HINT = Text(
    "Skriv talet med siffror, till exempel 1200000 eller 7,5.",
    "Write the number in digits, for example 1200000 or 7.5.",
)
GROUPED = Text(
    "”{written}” kan läsas på flera sätt: punkt och komma skiljer decimaler, inte tusental.",
    "“{written}” can be read in several ways: a point or comma marks decimals, not thousands.",
)
GROUPED_HINT = Text(
    "Skriv utan avskiljare: 1200000.", "Write it without separators: 1200000."
)  # fmt: skip
TOO_LONG = Text(
    "”{written}” har för många siffror: högst {most} går att räkna med.",
    "“{written}” has too many digits: at most {most} can be reckoned with.",
)
LEADING_ZERO = Text(
    "”{written}” börjar med en nolla som inte hör till talet.",
    "“{written}” begins with a zero that does not belong to the number.",
)
BARE_HINT = Text(
    "Skriv bara talet; enheten står för sig under `unit`.",
    "Write only the number; the unit has a key of its own, `unit`.",
)

NOT_A_YEAR = Text("”{written}” är inget årtal.", "“{written}” is not a year.")
YEAR_HINT = Text(
    "Skriv årtalet med fyra siffror, från 1900 till 2199: 2024.",
    "Write the year in four digits, from 1900 to 2199: 2024.",
)
NOT_A_COUNT = Text("”{written}” är inget antal.", "“{written}” is not a count.")
COUNT_HINT = Text("Skriv ett helt tal: 0, 1, 2 …", "Write a whole number: 0, 1, 2 …")
NOT_A_FLAG = Text(
    "”{written}” är varken true (ja) eller false (nej).",
    "“{written}” is neither true (yes) nor false (no).",
)
FLAG_HINT = Text("Skriv true eller false.", "Write true or false.")
