"""How words of a source and words of a YAML file are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_QUOTES = dict.fromkeys(map(ord, "\"'”“„»«’‘"))
_DASHES = str.maketrans(dict.fromkeys("–—‐‑−", "-"))


def plain(text: str) -> str:
    """Return a wording without what does not count: case, quotes, dash sort, last full stop."""
    text = unicodedata.normalize("NFC", text).translate(_QUOTES).translate(_DASHES)
    text = re.sub(r"\s*-\s*", "-", re.sub(r"\s+", " ", text))
    return text.strip().rstrip(".").strip().casefold()


def fold(text: str) -> str:
    """Return a text in lower case without accents and dots (å → a)."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return a text as ids are written: `södra länsdelen` → `sodra-lansdelen`."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def words(text: str) -> list[str]:
    """Return the words and numbers of a text in lower case, without signs."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold())


def says(text: str, key: str) -> bool:
    """Say whether a text holds a key; `a|b` means either, capitals must stand as a word."""
    return any(_holds(text, each) for each in key.split("|"))


def _holds(text: str, key: str) -> bool:
    if key.isupper():
        return re.search(rf"(?<!\w){re.escape(key)}(?!\w)", text) is not None
    return key.casefold() in re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).casefold()


def mentions(text: str, key: str) -> bool:
    """Say whether a text holds a key, in words or as the id of what it names."""
    ids = [slug(each) for each in key.split("|")]
    return says(text, key) or any(re.search(rf"(?<![a-z0-9]){i}(?![a-z0-9])", text) for i in ids)


def unpaired(keys: Sequence[str], texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Pair keys with texts one to one; return the keys and the texts that are left over."""
    holder: dict[int, int] = {}

    def place(key: int, tried: set[int]) -> bool:
        for index, text in enumerate(texts):
            if index in tried or not says(text, keys[key]):
                continue
            tried.add(index)
            if index not in holder or place(holder[index], tried):
                holder[index] = key
                return True
        return False

    left = [keys[key] for key in range(len(keys)) if not place(key, set())]
    return left, [text for index, text in enumerate(texts) if index not in holder]


def accepted(entry: dict[str, object], key: str) -> set[str]:
    """Return the wordings that an inventory entry takes, made plain."""
    also = entry.get("also", [])
    assert isinstance(also, list)
    return {plain(str(entry[key])), *(plain(text) for text in also)}


def in_order(keys: Iterable[str], texts: Sequence[str]) -> bool:
    """Say whether each key is first found in a text that stands after that of the key before."""
    position = -1
    for key in keys:
        found = [index for index, text in enumerate(texts) if says(text, key) and index > position]
        if not found:
            return False
        position = found[0]
    return True
