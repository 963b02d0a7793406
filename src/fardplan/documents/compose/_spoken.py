"""How values read in a document: numbers with their unit, addresses, Markdown on one line."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from urllib.parse import urlsplit

from fardplan.documents.inline import Emphasis, Inline, Link, Part, Strong, parts
from fardplan.documents.prose import parse_prose, words_of
from fardplan.locales.text import Lang, capitalise
from fardplan.model.base import Value
from fardplan.model.fields import fields_of
from fardplan.model.money import say_money
from fardplan.model.number import MoneyUnit, Number


def say_number(owner: Value, number: Number, lang: Lang) -> str:
    """Return a number of `owner` with the unit that stands beside it: kronor, or words."""
    unit = getattr(owner, "unit", None)
    if holds_sums(type(owner)):
        return say_money(number, unit or MoneyUnit.SEK, lang)
    return f"{number.say(lang)}\u00a0{unit}" if unit else number.say(lang)


@cache
def holds_sums(model: type[Value]) -> bool:
    """Tell whether the unit of a model's values is one of money."""
    return any(spec.name == "unit" and spec.scalar is MoneyUnit for spec in fields_of(model))


def say_paragraph(number: str | None) -> str:
    """Return the paragraph of a decision's minutes as Swedish documents cite it, "" for none."""
    return f"§\u00a0{number}" if number else ""


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
        first = capitalise(first)
    elif isinstance(first, (Link, Strong, Emphasis)):
        first = replace(first, content=capital(first.content))
    return (first, *rest) if first else ()
