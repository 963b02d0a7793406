"""The grammar of whole phrases: "från oktober 2021", "HT2021 – VT2023", "mandatperioden"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from fardplan.locales import dates
from fardplan.locales.text import Lang, Text
from fardplan.model import _time_words as words
from fardplan.model._time_grammar import any_of, read_period
from fardplan.model._time_periods import NUMBERED, NotATime, Period, TimeKind, check_year
from fardplan.model._time_relations import (
    FROM,
    RELATIONS,
    UP_TO,
    Bounds,
    Phrase,
    Relation,
    phrase_of,
    span,
)
from fardplan.model.refusal import quote

_ELECTION_YEAR: Final = 2022
_CYCLE: Final = 4
_FIRST_OF_FOUR: Final = 1994  # earlier terms were three years

REVERSED = Text("”{written}” slutar innan det börjar.", "“{written}” ends before it begins.")
REVERSED_HINT = Text("Skriv den tidigare tiden först.", "Write the earlier time first.")
NO_SUCH_TERM = Text(
    "”{written}” är ingen mandatperiod: den är fyra år och börjar året för ett allmänt val, "
    "eller året efter.",
    "“{written}” is no term of office: it lasts four years and begins in the year of a general "
    "election, or the year after.",
)
TERM_HINT = Text(
    "Skriv mandatperioden 2022–2026 eller mandatperioden 2023–2026.",
    "Write mandatperioden 2022–2026 or mandatperioden 2023–2026.",
)
_ONWARD = Relation(Text("{time} och framåt", "{time} onwards"), "from")
_OPEN_ENDED = Relation(Text("{time} och tills vidare", "{time} until further notice"), "from")
_ONWARDS = {
    "och framåt": _ONWARD,
    "onwards": _ONWARD,
    "and onwards": _ONWARD,
    "och tills vidare": _OPEN_ENDED,
    "-": FROM,
    **{f"- {open_end}": _OPEN_ENDED for open_end in words.CONTINUOUS},
}
_ONWARDS_FORM = re.compile(rf"(?P<rest>.+?) ?(?P<end>{any_of(_ONWARDS)})")
_UNTIL_FORM = re.compile(r"- ?(?P<rest>.+)")
_RELATION_FORM = re.compile(rf"(?P<relation>{any_of(RELATIONS)}) (?:the )?(?P<rest>.+)")
_UP_TO = r"(?:till och med|t\.o\.m\.?|fram till|till|up to|until|through|to)"
_FROM_TO = re.compile(rf"(?:från och med|fr\.o\.m\.?|från|from) (?P<a>.+) {_UP_TO} (?P<b>.+)")
_BETWEEN = re.compile(r"(?:mellan (?P<a>.+) och|between (?P<e>.+) and) (?P<b>.+)")
_SEPARATOR = re.compile(rf" {_UP_TO} | ?- ?")
_TERM_FORM = re.compile(
    r"(?P<name>(?:(?:innevarande|nuvarande) mandatperiod)|mandatperioden|mandattiden|mandatperiod|"
    r"(?:the )?(?:term of office|electoral term))"
    r"(?: (?P<y>[0-9]{4})(?: ?[/-] ?(?P<y2>[0-9]{4}))?)?"
)
_CONTINUOUS_FORM = re.compile(rf"(?P<word>{any_of(words.CONTINUOUS)})(?: (?P<rest>.+))?")
_YEAR_AT_END = re.compile(r".*?([0-9]{4})")
_DAY_OF_MONTH = re.compile(r"(?:den )?[0-9]{1,2}(?::[ea]|\.)? (?P<month>.+)")
_COUNTED_STEM = re.compile(
    rf"(?P<year>[0-9]{{4}}[ -]?)?(?P<unit>{any_of(words.COUNTED)}) ?[0-9]{{1,2}}"
)
_MONTH_STEM = re.compile(rf"(?P<month>{any_of(words.MONTHS)}) [0-9]{{1,2}}")


def read_phrase(text: str, term_year: int | None = None) -> Phrase | None:
    """Return the time that cleaned lower-case text names, None if it names none.

    `term_year` says which term of office "mandatperioden" means: the one under way in that year.

    Raises:
        NotATime: if it has the form of a time but cannot be one.
    """
    return _read_simple(text, term_year) or _read_related(text, term_year) or _read_range(text)


def _read_simple(text: str, term_year: int | None) -> Phrase | None:
    if match := _TERM_FORM.fullmatch(text):
        return _term_of_office(match, term_year)
    if match := _CONTINUOUS_FORM.fullmatch(text):
        return _continuous(match, term_year)
    period = read_period(text)
    return phrase_of(period) if period else None


def _read_related(text: str, term_year: int | None) -> Phrase | None:
    if (match := _FROM_TO.fullmatch(text)) and (phrase := _span(match["a"], match["b"], text)):
        return phrase
    if match := _BETWEEN.fullmatch(text):
        return _span(match["a"] or match["e"], match["b"], text)
    if match := _ONWARDS_FORM.fullmatch(text):
        relation, inner = _ONWARDS[match["end"]], read_phrase(match["rest"], term_year)
        if relation is FROM and inner and inner.kind is TimeKind.OPEN_FROM:
            return inner  # "från 2024 –" says with the dash what it has said already
        return _relate(relation, inner, over=(TimeKind.OPEN_FROM,))
    if match := _UNTIL_FORM.fullmatch(text):
        return _relate(UP_TO, read_phrase(match["rest"], term_year))
    if match := _RELATION_FORM.fullmatch(text):
        return _relate(RELATIONS[match["relation"]], read_phrase(match["rest"], term_year))
    return None


def _relate(
    relation: Relation, inner: Phrase | None, over: tuple[TimeKind, ...] = ()
) -> Phrase | None:
    """Apply a preposition, unless the two make no sense together, as in "senast löpande"."""
    if inner is None:
        return None
    open_ended = (TimeKind.OPEN_FROM, TimeKind.OPEN_UNTIL, TimeKind.CONTINUOUS)
    if inner.kind in open_ended and inner.kind not in over:
        return None
    if inner.begins != inner.ends and inner.kind is TimeKind.RANGE:
        if relation.edge == "from":
            return inner
        if relation.edge == "until":
            return None
    return relation.apply(inner)


def _continuous(match: re.Match[str], term_year: int | None) -> Phrase | None:
    word = words.CONTINUOUS[match["word"]]
    if not match["rest"]:
        return Phrase(TimeKind.CONTINUOUS, None, None, word)
    inner = read_phrase(match["rest"], term_year)
    if inner is None or inner.kind is TimeKind.CONTINUOUS:
        return None
    text = Text(f"{word.sv} {inner.text.sv}", f"{word.en} {inner.text.en}")
    return replace(inner, kind=TimeKind.CONTINUOUS, text=text)


def _term_of_office(match: re.Match[str], term_year: int | None) -> Phrase:
    """Return a term of office; boards sit by the calendar, from the year after the election.

    An elected council sits from 15 October of the election year to 14 October four years later.
    """
    sv = match["name"] if "mandat" in match["name"] else dates.TERM_OF_OFFICE.sv
    en = dates.TERM_OF_OFFICE.en
    if not match["y"]:
        return _term(_council_term(term_year) if term_year else None, Text(sv, en))
    first = check_year(int(match["y"]), match[0])
    if match["y2"]:
        years = dates.join_span(match["y"], match["y2"])
        bounds = _term_between(first, int(match["y2"]))
    else:
        years, bounds = match["y"], _council_term(first)
    if bounds is None or first < _FIRST_OF_FOUR:
        raise NotATime(NO_SUCH_TERM, {"written": quote(match[0])}, TERM_HINT)
    return _term(bounds, Text(f"{sv} {years}", f"{en} {years}"))


def _term(bounds: Bounds | None, text: Text) -> Phrase:
    start, end = bounds or (None, None)
    return Phrase(TimeKind.TERM_OF_OFFICE, start, end, text, begins=bounds, ends=bounds)


def _council_term(year: int) -> Bounds:
    """Return the term under way in the summer of a year."""
    election = year - 1 - (year - 1 - _ELECTION_YEAR) % _CYCLE
    return date(election, 10, 15), date(election + _CYCLE, 10, 14)


def _term_between(first: int, last: int) -> Bounds | None:
    if (first - _ELECTION_YEAR) % _CYCLE == 0 and last == first + _CYCLE:
        return date(first, 10, 15), date(last, 10, 14)
    if (first - 1 - _ELECTION_YEAR) % _CYCLE == 0 and last == first + _CYCLE - 1:
        return date(first, 1, 1), date(last, 12, 31)
    return None


def _read_range(text: str) -> Phrase | None:
    for match in _SEPARATOR.finditer(text):
        if phrase := _span(text[: match.start()], text[match.end() :], text):
            return phrase
    return None


def _span(left: str, right: str, whole: str) -> Phrase | None:
    for first_text, last_text in _complete(left, right):
        first = read_period(first_text)
        last = read_period(last_text) if first else None
        if first is None or last is None:
            continue
        if last.end < first.start:
            raise NotATime(REVERSED, {"written": quote(whole)}, REVERSED_HINT)
        return span(first, last, Text(_say_span(first, last, "sv"), _say_span(first, last, "en")))
    return None


def _complete(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield the two sides, and then with what one may leave to the other: "13–15 maj 2022"."""
    yield left, right
    stem = _COUNTED_STEM.fullmatch(left)
    if stem and stem["year"] and re.fullmatch(r"[a-zåäö]* ?[0-9]{1,2}", right):
        number = right if right[0].isalpha() else f"{stem['unit']} {right}"
        yield left, f"{stem['year']}{number}"
    if not (year := _YEAR_AT_END.fullmatch(right)):
        return
    with_year = f"{left} {year[1]}"
    yield with_year, right
    if (tail := _DAY_OF_MONTH.fullmatch(right)) and re.fullmatch("(?:den )?[0-9]{1,2}", left):
        yield f"{left} {tail['month']}", right
    if stem and right[0].isdigit():
        yield with_year, f"{stem['unit']} {right}"
    if (month := _MONTH_STEM.fullmatch(left)) and right[0].isdigit():
        yield with_year, f"{month['month']} {right}"


def _say_span(first: Period, last: Period, lang: Lang) -> str:
    """Return the wording of a range, saying a year or month that both ends share only once."""
    whole = dates.join_span(first.say(lang), last.say(lang))
    if first.kind is not last.kind or first.written or last.written:
        return whole
    if first.kind is TimeKind.DAY:
        return _say_days(first.start, last.start, lang)
    if first.year != last.year or first.number >= last.number:
        return whole
    if first.kind is TimeKind.MONTH:
        return f"{dates.MONTHS[first.number - 1].say(lang)}{dates.EN_DASH}{last.say(lang)}"
    template = NUMBERED.get(first.kind)
    if template is None:
        return whole
    quarter = "Q" if template is dates.QUARTER and lang == "en" else ""
    numbers = f"{first.number}{dates.EN_DASH}{quarter}{last.number}"
    return template.say(lang, number=numbers, year=str(last.year))


def _say_days(first: date, last: date, lang: Lang) -> str:
    whole = dates.say_date(last, lang)
    if (first.year, first.month) == (last.year, last.month) and first < last:
        return f"{first.day}{dates.EN_DASH}{whole}"
    if first.year == last.year and first < last:
        return dates.join_span(f"{first.day} {dates.MONTHS[first.month - 1].say(lang)}", whole)
    return dates.join_span(dates.say_date(first, lang), whole)
