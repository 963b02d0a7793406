"""How single values read in a document: times, numbers, terms, yes and no, addresses."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from fardplan.documents.inline import Emphasis, Inline, Link, Part, Strong, parts
from fardplan.documents.prose import parse_prose, words_of
from fardplan.locales.text import Lang, Localised, Text, group_thousands
from fardplan.model.base import Value
from fardplan.model.fields import fields_of
from fardplan.model.money import say_money
from fardplan.model.number import MoneyUnit, Number

YES, NO = Text("ja", "yes"), Text("nej", "no")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def say_leaf(value: object, lang: Lang) -> str:
    """Return any single value as it reads in a sentence."""
    if isinstance(value, bool):
        return (YES if value else NO).say(lang)
    if isinstance(value, int):
        is_year = _FIRST_YEAR <= value <= _LAST_YEAR
        return str(value) if is_year else group_thousands(str(value), lang)
    if isinstance(value, Localised):
        return value.say(lang)
    return str(value)


def say_number(owner: Value, number: Number, lang: Lang) -> str:
    """Return a number of `owner` with the unit that stands beside it: kronor, or words."""
    if money_unit(owner) is not None:
        return say_money(number, money_unit(owner) or MoneyUnit.SEK, lang)
    unit = getattr(owner, "unit", None)
    return f"{number.say(lang)}\u00a0{unit}" if unit else number.say(lang)


def money_unit(owner: Value) -> MoneyUnit | None:
    """Return the unit of the sums of `owner`, or None where it holds no sums."""
    spec = next((spec for spec in fields_of(type(owner)) if spec.name == "unit"), None)
    if spec is None or spec.scalar is not MoneyUnit:
        return None
    return getattr(owner, "unit", None) or MoneyUnit.SEK


def say_address(url: str) -> Link:
    """Return an address as a link that shows the site, or the mail address, in short."""
    split = urlsplit(url)
    return Link(split.path if split.scheme == "mailto" else split.netloc or url, url)


@lru_cache(maxsize=2048)
def flatten(markdown: str, lang: Lang) -> str:
    """Return the words of a Markdown text as one line, for places that take no blocks."""
    tokens = parse_prose(markdown, 2, lang)
    words = (words_of(token.children) for token in tokens if token.children)
    return " ".join(filter(None, words))


def capital(content: Inline) -> tuple[Part, ...]:
    """Return the text with a capital first letter, as a value after its label has it."""
    first, *rest = parts(content) or ("",)
    if isinstance(first, str):
        first = first[:1].upper() + first[1:]
    elif isinstance(first, (Link, Strong, Emphasis)):
        first = replace(first, content=capital(first.content))
    return (first, *rest) if first else ()
