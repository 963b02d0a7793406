"""Words of the glossary in running text: where a text mentions one, whatever its ending."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_NOUN = "e?n?s|e?ts?|[eao]?rs?|[eao]?rnas?|nas?"
"""The endings of Swedish nouns: "aktören", "målets", "parterna", "temats"."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Hold a term, its abbreviation and what it means; `key` is its id in the glossary."""

    key: str
    term: str
    definition: str
    abbreviation: str = ""

    @property
    def title(self) -> str:
        """Return the term, with its abbreviation in brackets."""
        return f"{self.term} ({self.abbreviation})" if self.abbreviation else self.term


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold where a text mentions a term."""

    start: int
    end: int
    explanation: Explanation


def find_mentions(text: str, terms: Iterable[Explanation]) -> Iterator[Mention]:
    """Yield the first mention of each term in a text; of two at one place the longer counts."""
    left = {term.key: term for term in terms}
    if left:
        yield from _find(text, left, *_pattern(tuple(left.values())))


def mentions_any(terms: Iterable[Explanation]) -> Callable[[str], object]:
    """Return what tells, sooner than `find_mentions`, whether a text mentions any of the terms."""
    known = tuple(terms)
    return _pattern(known)[0].search if known else lambda _: None


def find_mentioned(texts: Iterable[str], terms: Iterable[Explanation]) -> frozenset[str]:
    """Return the keys of the terms that any of the texts mentions."""
    known = tuple(terms)
    left = {term.key: term for term in known}
    pattern, keys = _pattern(known)  # asked for again only when a term is found: that takes longer
    for text in texts:
        if any([*_find(text, left, pattern, keys)]):
            pattern, keys = _pattern(tuple(left.values()))
    return frozenset(term.key for term in known) - left.keys()


def _find(
    text: str, left: dict[str, Explanation], pattern: re.Pattern[str], keys: Mapping[str, str]
) -> Iterator[Mention]:
    """Yield the first mention of each term that is left, and take the term away."""
    for found in pattern.finditer(text):
        key = keys.get(found["short"] or found["long"].casefold(), "")
        if explanation := left.pop(key, None):
            yield Mention(found.start(), found.end(), explanation)


@lru_cache(maxsize=512)
def _pattern(terms: tuple[Explanation, ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return a pattern for all terms, and the key of each as it is written, terms in small letters.

    Abbreviations count as they are written alone: "MAS", not "mas".
    """
    short = {term.abbreviation: term.key for term in terms if term.abbreviation}
    own = {term.term: term.key for term in terms if _is_abbreviation(term.term)}
    long = {term.term.casefold(): term.key for term in terms if not _is_abbreviation(term.term)}
    pattern = (
        rf"(?<![\w-])(?:(?P<long>(?i:{_any(long)}))(?i:{_NOUN})?"
        rf"|(?P<short>{_any(short | own)}):?s?)(?![\w-])"
    )
    return re.compile(pattern), {**long, **own, **short}


def _is_abbreviation(word: str) -> bool:
    return " " not in word and sum(map(str.isupper, word)) > 1


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or r"(?!)"
