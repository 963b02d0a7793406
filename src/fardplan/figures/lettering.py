"""How wide words are, where they break, and how they are shortened when they must be.

The widths are those of Helvetica and Arial, which are wider than the typeface of a page: what fits
by them also fits where a page falls back to the reader's own typefaces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from fardplan.figures.drawing import Anchor, Role, Words

LINE = 1.3
"""The height of a line, in sizes of its words."""

_STRONG = 1.09
_GROUPS = {
    191: "'", 222: "ijl‘’", 278: " \u00a0!,./:;[\\]|ftIìíîïÌÍÎÏ·", 355: '"', 389: "*", 469: "^",
    333: "()-`r”“°\u2010\u2011", 500: "cksvxyzJçšžýÿ", 584: "+<=>~×−", 611: "FTZŽ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËŠÝ", 722: "wCDHNRUÐÙÚÛÜ", 778: "GOQÒÓÔÕÖØ", 833: "mM", 889: "%",
    944: "Wœ", 1000: "—…ÆŒ@",
}  # fmt: skip
_WIDTHS = {character: width for width, group in _GROUPS.items() for character in group}
_OTHER, _FULL = 556, 1000
_ELLIPSIS = "…"
_LOOSE = " -–,.:;(/"
_VOWELS = frozenset("aeiouyåäöéAEIOUYÅÄÖÉ")
_REACH = 8
"""How many letters a line may go short of, so that it ends at a better place."""


@lru_cache(maxsize=8192)
def measure(text: str, size: float, *, strong: bool = False) -> float:
    """Return the width of words on one line, on the safe side."""
    width = sum(map(_width, text)) * size / 1000
    return width * _STRONG if strong else width


def _width(character: str) -> int:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0
    wide = unicodedata.east_asian_width(character) in "WF" or ord(character) > 0x2FFF
    # Capitals and signs beyond Latin are wider than the letters that most words consist of.
    return _FULL if wide else _OTHER if character.isascii() or character.islower() else 800


def wrap(
    text: str, width: float, size: float, *, strong: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """Return words broken into lines of a width; what `most` lines cannot hold ends with "…".

    A word that is wider than a line is broken with a hyphen.
    """
    lines = list(_lines(text.split(" "), width, size, strong=strong))
    if most is None or len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), width, size, strong=strong))


def _lines(words: Sequence[str], width: float, size: float, *, strong: bool) -> Iterator[str]:
    line = ""
    for word in filter(None, words):
        longer = f"{line} {word}" if line else word
        if measure(longer, size, strong=strong) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _broken(word, width, size, strong=strong)
        yield from full
    if line:
        yield line


def _broken(word: str, width: float, size: float, *, strong: bool) -> Iterator[str]:
    """Yield the parts of a word, one for each line that it needs."""
    while measure(word, size, strong=strong) > width and len(word) > 1:
        fits = 1
        while measure(f"{word[: fits + 1]}-", size, strong=strong) <= width:
            fits += 1
        cut = _seam(word, fits)
        yield word[:cut] if word[cut - 1] == "-" else f"{word[:cut]}-"
        word = word[cut:]
    yield word


def _seam(word: str, most: int) -> int:
    """Return where a word breaks: after a dash of its own, or before a consonant and a vowel."""
    least = max(1, most - _REACH)
    if (dash := word.rfind("-", least, most)) >= 0:
        return dash + 1
    for place in range(most, least, -1):
        after, next_one = word[place], word[place + 1 : place + 2]
        if after.isalpha() and after not in _VOWELS and next_one and next_one in _VOWELS:
            return place
    while most > 1 and unicodedata.combining(word[most]):
        most -= 1
    return most


def shorten(text: str, width: float, size: float, *, strong: bool = False) -> str:
    """Return words that fit on one line, with "…" for what is left out."""
    if measure(text, size, strong=strong) <= width:
        return text
    kept = text
    while kept and measure(f"{kept}{_ELLIPSIS}", size, strong=strong) > width:
        kept = kept[:-1]
    whole, space, part = kept.rpartition(" ")
    if space and len(part) <= _REACH:
        kept = whole
    return f"{kept.rstrip(_LOOSE)}{_ELLIPSIS}"


def stack(
    lines: Sequence[str],
    x: float,
    y: float,
    *,
    size: float = 14,
    role: Role = "ink",
    strong: bool = False,
    anchor: Anchor = "start",
) -> tuple[Words, ...]:
    """Return lines below one another, the top of the first at `y`."""
    return tuple(
        Words(x, y + (place + 1) * size * LINE - 0.3 * size, line, role, size, strong, anchor)
        for place, line in enumerate(lines)
    )


def height_of(lines: Sequence[str], size: float = 14) -> float:
    """Return how high lines are together."""
    return len(lines) * size * LINE
