"""Why a text is no time, as precisely as can be told, and what to write instead."""

from __future__ import annotations

import re

from fardplan.locales.text import Text
from fardplan.model._time_periods import EXAMPLES, NotATime
from fardplan.model._time_phrases import read_phrase
from fardplan.model.refusal import Refused, quote

UNKNOWN = Text(
    "”{written}” går inte att läsa som en tidpunkt eller tidsperiod.",
    "“{written}” cannot be read as a point in time or a period.",
)
TWO_DIGITS = Text(
    "”{written}” har ett årtal med två siffror.", "“{written}” has a year of two digits."
)
NO_YEAR = Text("”{written}” saknar årtal.", "“{written}” lacks a year.")
PERHAPS = Text("Menade du {suggestion}?", "Did you mean {suggestion}?")
_SOME_YEAR = "2024"
_YEAR_FIRST = re.compile(
    r"(?=[0-9]{8}|[0-9]{4}[-./])([0-9]{4})[-./]?([0-9]{1,2})(?:[-./]?([0-9]{1,2}))?"
)
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./ ]([0-9]{4})")


def explain(text: str, plain: str | None = None) -> NotATime:
    """Return the refusal of `text`; `plain` is its lower-case form with plain dashes."""
    values: dict[str, object] = {"written": quote(text)}
    if plain is None:
        return NotATime(UNKNOWN, values, EXAMPLES)
    if suggestion := _with_full_year(text):
        return NotATime(TWO_DIGITS, {**values, "suggestion": suggestion}, PERHAPS)
    if _reads(f"{plain} {_SOME_YEAR}"):
        return NotATime(NO_YEAR, {**values, "suggestion": f"{text} {_SOME_YEAR}"}, PERHAPS)
    if suggestion := _with_dashes(plain) or _with_second_year(text):
        return NotATime(UNKNOWN, {**values, "suggestion": suggestion}, PERHAPS)
    return NotATime(UNKNOWN, values, EXAMPLES)


def refine(fault: NotATime, text: str, plain: str) -> NotATime:
    """Return a fault with the author's own letters, and for "2021-22" with two years as a hint."""
    written = str(fault.values["written"])
    at = plain.find(written)
    if at >= 0 and len(plain) == len(text):
        written = text[at : at + len(written)]
    values = {**fault.values, "written": written}
    match = re.fullmatch(r"([0-9]{2})([0-9]{2})-([0-9]{2})", plain)
    if not match or match[3] <= match[2]:
        return NotATime(fault.text, values, fault.hint)
    suggestion = f"{match[1]}{match[2]}\N{EN DASH}{match[1]}{match[3]}"
    return NotATime(fault.text, {**values, "suggestion": suggestion}, PERHAPS)


def _reads(text: str) -> bool:
    try:
        return read_phrase(text.casefold().replace("\N{EN DASH}", "-")) is not None
    except Refused:
        return False


def _with_full_year(text: str) -> str | None:
    """Return "VT24" or "2023/24" with years of four digits, if that makes it a time."""
    short = r"(?<![0-9])['’]?([0-9]{2})(?![0-9])"
    candidates = (re.sub(rf"{short}$", r"20\1", text), re.sub(short, r"20\1", text))
    return next((other for other in candidates if other != text and _reads(other)), None)


def _with_dashes(plain: str) -> str | None:
    """Return a day or month in numbers, such as 20231026 or 26/10 2023, in the form 2023-10-26."""
    if match := _YEAR_FIRST.fullmatch(plain):
        parts = [part for part in match.groups() if part]
    elif match := _YEAR_LAST.fullmatch(plain):
        parts = [*match.groups()][::-1]
    else:
        return None
    suggestion = "-".join(part.zfill(2) for part in parts)
    return suggestion if _reads(suggestion) else None


def _with_second_year(text: str) -> str | None:
    """Return "årsskiftet 2023" as "årsskiftet 2023/2024", if that makes it a time."""
    match = re.fullmatch(r"(.* )([0-9]{4})", text)
    suggestion = f"{text}/{int(match[2]) + 1}" if match else ""
    return suggestion if _reads(suggestion) else None
