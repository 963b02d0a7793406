"""How alike two texts are, and which entities of two versions are therefore probably the same."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from typing import Final, NamedTuple

_WORD = re.compile(r"\w+")
_STOP_WORDS: Final = frozenset(
    (
        "och", "att", "i", "för", "av", "på", "med", "till", "som", "en", "ett", "den", "det",
        "de", "är", "ska", "kan", "vi", "om", "från", "vid", "samt", "inom", "the", "of", "and",
        "to", "in", "for", "with", "a", "an", "on", "by", "from",
    )
)  # fmt: skip
_NEGATIONS: Final = frozenset(("inte", "ej", "ingen", "inga", "aldrig", "not", "no", "never"))
_OPPOSITES: Final = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"(ök|utök|höj|increas|rais)\w*", r"(minsk|sänk|begräns|decreas|reduc|lower)\w*"),
        (r"flera?|mera?|more", r"färre|mindre|fewer|less"),
        (r"(inför|start|öppn|inled|introduc|open)\w*", r"(avveckl|avslut|stäng|clos|stop)\w*"),
        (r"(bygg|build)\w*", r"(riv|demolish)\w*"),
        (r"(stärk|förstärk|strengthen)\w*", r"(försvag|weaken)\w*"),
        (r"(norr|north)\w*", r"(söder|södr|south)\w*"),
        (r"(öst|east)\w*", r"(väst|west)\w*"),
    )
)
_ENDINGS: Final = (  # the longest first
    "arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "en", "et", "ar", "er", "or",
    "na", "ma", "s", "n", "t", "a", "e",
)  # fmt: skip
_SHORTEST_STEM: Final = 3
_SHORT_TEXT: Final = 12
_TRAP: Final = 0.4
"""The most that texts can score which differ in a number or say the opposite of one another."""
_MOST_PAIRS: Final = 40_000


@dataclass(frozen=True, slots=True)
class _Words:
    """What counts of a text when it is compared."""

    stems: frozenset[str]
    keys: frozenset[str]
    """The stems and each two that follow one another, which are rarer: what it is found by."""
    marks: frozenset[tuple[str, ...]]
    """Its numbers, negations and senses ("more" of some pair of opposites)."""
    short: bool


class Pair(NamedTuple):
    """A guess that two ids name the same thing, with its score from 0 to 1."""

    old: str
    new: str
    score: float


def similarity(a: str, b: str) -> float:
    """Return how alike two texts are, from 0 to 1, by the words that they share.

    Case, order, endings and small words do not count. Titles that differ in a number ("Mål 1",
    "Mål 2") or say the opposite ("Öka …", "Minska …") come out low. A text without words is like
    nothing, itself included.
    """
    return _compare(_words(a), _words(b))


def best_pairs(
    old: Mapping[str, Sequence[str]], new: Mapping[str, Sequence[str]], threshold: float
) -> list[Pair]:
    """Pair the entities of two versions by likeness, each at most once, the surest first.

    Each entity is a row of texts in the same order: title first (it counts twice), then whatever
    else tells entities apart. A text that either lacks is left out. Pairs below `threshold` are
    no pairs. The answer does not depend on the order of the mappings, and exchanging the versions
    exchanges the sides. Pairs are looked for among entities that share words, the rarest words
    first, so that hundreds on each side take no more than moments.
    """
    old_words = {key: tuple(map(_words, texts)) for key, texts in old.items()}
    new_words = {key: tuple(map(_words, texts)) for key, texts in new.items()}
    scored = (
        Pair(a, b, _score(old_words[a], new_words[b])) for a, b in _candidates(old_words, new_words)
    )
    ranked = sorted(
        (pair for pair in scored if pair.score >= threshold and pair.score > 0),
        key=lambda pair: (-pair.score, pair.old, pair.new),
    )
    taken_old: set[str] = set()
    taken_new: set[str] = set()
    pairs = []
    for pair in ranked:
        if pair.old not in taken_old and pair.new not in taken_new:
            taken_old.add(pair.old)
            taken_new.add(pair.new)
            pairs.append(pair)
    return pairs


def _candidates(
    old: Mapping[str, tuple[_Words, ...]], new: Mapping[str, tuple[_Words, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs worth comparing: those with equal texts, and those that share rare words."""
    found = dict.fromkeys(_equals(old, new))
    in_old, in_new = _index(old), _index(new)
    shared = in_old.keys() & in_new.keys()
    for key in sorted(shared, key=lambda key: (len(in_old[key]) * len(in_new[key]), key)):
        if len(found) + len(in_old[key]) * len(in_new[key]) > _MOST_PAIRS:
            break
        found.update(dict.fromkeys(product(in_old[key], in_new[key])))
    yield from found


def _equals(
    old: Mapping[str, tuple[_Words, ...]], new: Mapping[str, tuple[_Words, ...]]
) -> Iterator[tuple[str, str]]:
    in_new = _grouped(new)
    for row, keys in _grouped(old).items():
        yield from zip(keys, in_new.get(row, ()), strict=False)


def _grouped(rows: Mapping[str, tuple[_Words, ...]]) -> dict[tuple[_Words, ...], list[str]]:
    """Return the ids by what they hold, each list sorted."""
    groups: dict[tuple[_Words, ...], list[str]] = defaultdict(list)
    for key in sorted(rows):
        groups[rows[key]].append(key)
    return groups


def _index(rows: Mapping[str, tuple[_Words, ...]]) -> dict[str, list[str]]:
    """Return, for every word and pair of words, the ids whose texts hold it."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key, row in rows.items():
        for found_by in frozenset[str]().union(*(words.keys for words in row)):
            holders[found_by].append(key)
    return holders


def _score(old: tuple[_Words, ...], new: tuple[_Words, ...]) -> float:
    """Return the mean likeness of the texts that both have; the first one counts twice."""
    total = weights = 0.0
    for index, (a, b) in enumerate(zip(old, new, strict=False)):
        if a.stems and b.stems:
            weight = 1.0 if index else 2.0
            total += weight * _compare(a, b)
            weights += weight
    return round(total / weights, 4) if weights else 0.0


def _compare(a: _Words, b: _Words) -> float:
    union = len(a.stems | b.stems)
    if not union:
        return 0.0
    share = len(a.stems & b.stems) / union
    return min(share, _TRAP) if a.short and b.short and _is_trap(a, b) else share


def _is_trap(a: _Words, b: _Words) -> bool:
    """Tell whether two short texts differ in just the word that makes them different things."""
    only_a, only_b = a.marks - b.marks, b.marks - a.marks
    kinds_a, kinds_b = {mark[0] for mark in only_a}, {mark[0] for mark in only_b}
    if "negation" in kinds_a | kinds_b or "number" in kinds_a & kinds_b:
        return True
    return any(
        mark[0] == "sense" and ("sense", mark[1], "less" if mark[2] == "more" else "more") in only_b
        for mark in only_a
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> _Words:
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    telling = [word for word in words if word not in _STOP_WORDS] or words
    stems = [_stem(word) for word in telling]
    keys = frozenset(stems) | {f"{one} {next_one}" for one, next_one in pairwise(stems)}
    return _Words(frozenset(stems), keys, frozenset(_marks(words)), len(words) <= _SHORT_TEXT)


def _marks(words: list[str]) -> Iterator[tuple[str, ...]]:
    for word in words:
        if word in _NEGATIONS:
            yield ("negation",)
        elif word.isdecimal() and not (len(word) == 4 and word[:2] in ("19", "20", "21")):
            yield "number", word
        for index, (more, less) in enumerate(_OPPOSITES):
            if more.fullmatch(word):
                yield "sense", str(index), "more"
            elif less.fullmatch(word):
                yield "sense", str(index), "less"


def _stem(word: str) -> str:
    """Return a word without its commonest Swedish endings, so that "målet" meets "målets"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
