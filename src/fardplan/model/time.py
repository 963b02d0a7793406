"""Fuzzy time: what people write when they plan ("hösten 2023"), as an interval that compares."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from fardplan.locales import dates
from fardplan.locales.text import Lang
from fardplan.model._time_faults import explain, refine
from fardplan.model._time_periods import DAY, EXAMPLES, NotATime, TimeKind
from fardplan.model._time_phrases import read_phrase
from fardplan.model._time_relations import Phrase
from fardplan.model._time_winters import name_winters
from fardplan.model.number import FIRST_YEAR, LAST_YEAR, read_text
from fardplan.model.refusal import Refused
from fardplan.model.written import Written

__all__ = ["FuzzyTime", "NotATime", "TimeKind", "days_between", "months_between"]

_LONGEST = 100
_DASHES = re.compile("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]")
_INVISIBLE = re.compile(
    "[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\ufeff]"
)


@dataclass(frozen=True, slots=True)
class FuzzyTime(Written):
    """A point in time or a period as someone wrote it, with inclusive bounds.

    Times have no `<`: they can overlap or be open, so `before` compares and `sort_key` sorts.
    """

    text: str
    """The author's wording."""
    start: date | None
    """The first day; None where it is open or unknown."""
    end: date | None
    """The last day; None where it is open or unknown."""
    kind: TimeKind
    ambiguous: bool = False
    """Whether the wording can mean more than one time ("vintern 2022"); the bounds hold all."""
    _phrase: Phrase = field(compare=False, repr=False, kw_only=True)

    @classmethod
    def parse(cls, written: object) -> Self:
        """Read a time such as `2023-10-26`, `HT2023` or `hösten 2021 – våren 2023`.

        Raises:
            NotATime: if it is none, with what is wrong and what to write instead.
        """
        return cls._from(_tidy(written), None)

    def in_term_of(self, year: int) -> Self:
        """Return this time with "mandatperioden" meant as the term under way in `year`.

        Alone the word has no bounds, since it does not say which term. In the year of an election
        it is the term that ends that autumn. Any other time is returned as it is.
        """
        return self._from(self.text, year)

    @classmethod
    def _from(cls, text: str, term_year: int | None) -> Self:
        phrase = _read(text, term_year)
        return cls(text, phrase.start, phrase.end, phrase.kind, phrase.ambiguous, _phrase=phrase)

    def say(self, lang: Lang) -> str:
        """Return the time in running text: "26 oktober 2023", "våren 2024", "2023–2026"."""
        return self._phrase.text.say(lang)

    def say_short(self, lang: Lang) -> str:
        """Return the time for a table, where days stand as 2023-10-26."""
        begins, ends = self._phrase.begins, self._phrase.ends
        if self.kind is TimeKind.DAY and self.start:
            return self.start.isoformat()
        exact = begins and ends and begins[0] == begins[1] and ends[0] == ends[1]
        if begins and ends and exact and begins != ends:
            return dates.join_span(begins[0].isoformat(), ends[0].isoformat())
        return self.say(lang)

    def iso(self) -> str:
        """Return the interval in the form of ISO 8601, `..` where open: `2023-07-01/..`."""
        start, end = (day.isoformat() if day else ".." for day in (self.start, self.end))
        return start if start == end != ".." else f"{start}/{end}"

    def readings(self) -> tuple[FuzzyTime, ...]:
        """Return what an ambiguous wording can mean, in order of time; nothing if it is clear.

        "vintern 2022" is vintern 2021/2022 or vintern 2022/2023. Where the rest of the wording
        leaves but one that is possible, as in "hösten 2022 – vintern 2022", it is returned alone.
        """
        if not self.ambiguous:
            return ()
        found = dict.fromkeys(name_winters(self.text))
        times = [FuzzyTime.parse(text) for text in found if _is_time(text)]
        return tuple(sorted(times, key=lambda time: time.sort_key))

    def before(self, other: FuzzyTime) -> bool:
        """Tell whether all of this lies before all of the other; False where that is not said."""
        return self.end is not None and other.start is not None and self.end < other.start

    def within(self, start: date | None, end: date | None) -> bool:
        """Tell whether all of this lies from `start` to `end`, where None is no limit."""
        return (start is None or (self.start is not None and self.start >= start)) and (
            end is None or (self.end is not None and self.end <= end)
        )

    def leaves(self, start: date | None, end: date | None) -> bool:
        """Tell whether a stated beginning or end certainly lies outside `start` to `end`.

        A time that merely may lie outside ("2026" where the limit is 14 October 2026) does not.
        """
        for edge in (self._phrase.begins, self._phrase.ends):
            if edge is not None:
                if start is not None and edge[1] < start:
                    return True
                if end is not None and edge[0] > end:
                    return True
        return False

    def overlaps(self, other: FuzzyTime) -> bool:
        """Tell whether the two have a day in common; an open side reaches without limit.

        "Mandatperioden" without a year overlaps nothing, since its days are unknown.
        """
        if self._is_unknown() or other._is_unknown():
            return False
        return _not_after(self.start, other.end) and _not_after(other.start, self.end)

    def is_over(self, today: date) -> bool:
        """Tell whether all of this lies before `today`; False where the end is open."""
        return self.end is not None and self.end < today

    def contains(self, day: date) -> bool:
        """Tell whether the day lies in this time; an open side reaches without limit."""
        return not self._is_unknown() and _not_after(self.start, day) and _not_after(day, self.end)

    @property
    def sort_key(self) -> tuple[date, date, str, str]:
        """The key that puts times in order: by beginning, then end; what is never dated, last."""
        start = self.start or self.end or date.max
        end = self.end or date.max
        return start, end, self.text.casefold(), self.text

    @property
    def begins(self) -> tuple[date, date] | None:
        """The days within which it begins: one and the same for a day, all of it for a year."""
        return self._phrase.begins

    @property
    def ends(self) -> tuple[date, date] | None:
        """The days within which it ends, as `begins`."""
        return self._phrase.ends

    def _is_unknown(self) -> bool:
        undated = self.start is None and self.end is None
        return undated and self.kind is not TimeKind.CONTINUOUS

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"type": "string", "minLength": 1, "maxLength": _LONGEST},
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
            ],
            "description": (
                "En tid, så exakt som den är känd: år, månad, dag, kvartal, termin, årstid, "
                "mandatperioden, löpande eller från–till."
            ),
            "examples": [
                2024, "2024-10", "2024-10-26", "2024-Q2", "HT2024", "hösten 2024",
                "från oktober 2024", "senast 2025", "HT2024 – VT2026", "löpande",
            ],
        }  # fmt: skip


def _is_time(text: str) -> bool:
    try:
        FuzzyTime.parse(text)
    except NotATime:
        return False
    return True


def _not_after(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def _tidy(written: object) -> str:
    """Return what was written in one form of Unicode, with single ordinary spaces."""
    if isinstance(written, date) and not isinstance(written, datetime):
        return written.isoformat()
    if isinstance(written, (bool, float)):
        raise explain(str(written))
    try:
        text = read_text(written)
    except Refused as refused:
        raise NotATime(refused.text, refused.values, EXAMPLES) from None
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def _read(text: str, term_year: int | None) -> Phrase:
    """Return what tidy text means; cached, since a plan says the same few times over and over."""
    if len(text) > _LONGEST:
        raise explain(text)
    plain = unicodedata.normalize("NFC", _DASHES.sub("-", text).casefold())
    try:
        phrase = read_phrase(plain, term_year)
    except NotATime as fault:
        raise refine(fault, text, plain) from None
    if phrase is None:
        raise explain(text, plain)
    return phrase


def months_between(earlier: FuzzyTime, later: FuzzyTime) -> int | None:
    """Return the whole months from the end of one time to the end of the other.

    hösten 2022 → våren 2023 is 6, the other way −6. Where neither has an end, the beginnings are
    compared; None where the two have nothing to compare.
    """
    pair = _comparable(earlier, later)
    if pair is None:
        return None
    (first, last), sign = (pair, 1) if pair[0] <= pair[1] else (pair[::-1], -1)
    months = (last.year - first.year) * 12 + last.month - first.month
    return sign * (months - (1 if last.day < first.day else 0))


def days_between(earlier: FuzzyTime, later: FuzzyTime) -> int | None:
    """Return the days from the end of one time to the end of the other, as `months_between`."""
    pair = _comparable(earlier, later)
    return None if pair is None else (pair[1] - pair[0]).days


def _comparable(one: FuzzyTime, other: FuzzyTime) -> tuple[date, date] | None:
    """Return the days after both ends (so that months count whole), else both beginnings."""
    if one.end and other.end:
        return one.end + DAY, other.end + DAY
    if one.end is None and other.end is None and one.start and other.start:
        return one.start, other.start
    return None
