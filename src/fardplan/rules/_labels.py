"""What areas are called, and when two such names are nearly the same."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from fardplan.model.area import Area
from fardplan.model.edition import Edition

_LIKE = 0.88
_SHORTEST = 6
_ENDING = 3
_JOINING = frozenset({"och", "and", "samt"})


def labels_of(area: Area) -> tuple[str, ...]:
    """Return the names of an area that are declared: title, short title, aliases."""
    return tuple(label for label in (area.title, area.short_title, *area.aliases) if label)


def plain(label: str) -> str:
    """Return a name without what nobody hears: capitals, and blanks too many."""
    return " ".join(label.casefold().split())


def known_labels(edition: Edition) -> dict[str, str]:
    """Return the id of the area that bears each name, plainly written; the first one wins."""
    found: dict[str, str] = {}
    for name, area in edition.areas.items():
        for label in labels_of(area):
            found.setdefault(plain(label), name)
    return found


def clues(label: str) -> tuple[str, ...]:
    """Return what a name shares with one that it is like: how it begins, how it ends."""
    words = "".join(_words(plain(label)))
    return f"{words[:3]}…", f"…{words[-3:]}"


def are_alike(one: str, other: str) -> bool:
    """Tell whether two names, however they are written, are surely meant as the same.

    The words may be joined in other ways ("samordning/partnerskap"), or some letters differ.
    """
    first, second = plain(one), plain(other)
    words = _words(first)
    if words == _words(second):
        return True
    if min(len(first), len(second)) < _SHORTEST or _digits(first) != _digits(second):
        return False
    if _is_inflected(words, _words(second)) or _is_opposite(words, _words(second)):
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _LIKE


def _words(label: str) -> list[str]:
    return [word for word in re.findall(r"\w+", label) if word not in _JOINING]


def _is_inflected(some: list[str], others: list[str]) -> bool:
    """Tell whether the words differ in endings only: "digitalisering", "digitaliseringen"."""
    return len(some) == len(others) and all(
        (one.startswith(other) or other.startswith(one)) and abs(len(one) - len(other)) <= _ENDING
        for one, other in zip(some, others, strict=True)
    )


def _is_opposite(some: list[str], others: list[str]) -> bool:
    """Tell whether a word is there with a beginning that turns it: "hälsa" and "ohälsa"."""
    return len(some) == len(others) and any(
        one != other and (one.endswith(other) or other.endswith(one))
        for one, other in zip(some, others, strict=True)
    )


def _digits(label: str) -> list[str]:
    return re.findall(r"\d+", label)
