"""What the search page knows of the others: their words, and the words inside compounds.

Swedish joins words into one (*trygghetsteam*, *hemsjukvård*), so a reader who looks for *team* or
*sjukvård* must find what has it inside. A word counts as a compound of two if both stand by
themselves somewhere on the site.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import Field, dataclass

from fardplan.documents.blocks import Prose
from fardplan.documents.compose._spoken import flatten
from fardplan.documents.document import Document, walk
from fardplan.documents.inline import Inline, Node, plain
from fardplan.locales.text import Lang

LONGEST_TEXT = 1500
"""How many characters of a page are searched: what it is about stands first."""

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_FIRST, _SHORTEST_LAST = 3, 4
_TITLES = frozenset({"title", "label", "voice"})
"""The fields that hold words though they are plain strings."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page that can be found: where it is, what it is called, what and whose it is, its text."""

    address: str
    title: str
    kind: str = ""
    place: str = ""
    text: str = ""


def text_of(document: Document) -> str:
    """Return the words of a document in the order of reading, as far as they are searched."""
    found: list[str] = []
    length = 0
    for words in _texts(document):
        found.append(words)
        length += len(words) + 1
        if length > LONGEST_TEXT:
            break
    text = " ".join(found)
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rpartition(" ")[0]


def write_search_data(entries: Iterable[SearchEntry], lang: Lang) -> str:
    """Return the script that hands the entries to the search page."""
    listed = tuple(entries)
    known = frozenset(word for entry in listed for word in _words(entry))
    data = {
        "lang": lang,
        "entries": [
            {
                "address": entry.address,
                "title": entry.title,
                "kind": entry.kind,
                "place": entry.place,
                "text": entry.text,
                "inside": " ".join(_find_inside(entry, known)),
            }
            for entry in listed
        ],
    }
    # A script in a file of its own has no tags to end, but these two end lines in old browsers.
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.fardplanSearch = {written};\n"


def split_compound(word: str, known: Collection[str]) -> str:
    """Return the last part of a compound of two known words, or "" where it is none.

    An *s* may join them, as in *trygghet-s-team*.
    """
    for at in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1):
        first, last = word[:at], word[at:]
        if last in known and (first in known or first.removesuffix("s") in known):
            return last
    return ""


def _find_inside(entry: SearchEntry, known: Collection[str]) -> list[str]:
    parts = (split_compound(word, known) for word in dict.fromkeys(_words(entry)))
    return sorted({part for part in parts if part})


def _words(entry: SearchEntry) -> Iterator[str]:
    for text in (entry.title, entry.text):
        yield from _WORD.findall(text.lower())


def _texts(document: Document) -> Iterator[str]:
    """Yield what each block and each part of one says, in reading order."""
    for part in walk((document.opening, document.sections)):
        if isinstance(part, Prose):
            yield flatten(part.markdown, document.lang)
        elif not isinstance(part, Node):  # which its block has said already
            yield from filter(None, map(plain, _inlines(part)))


def _inlines(part: object) -> Iterator[Inline]:
    """Yield the words of a block itself, not of the blocks inside it."""
    names: dict[str, Field[object]] = getattr(type(part), "__dataclass_fields__", {})
    for name, one in names.items():
        value = getattr(part, name)
        if one.type == "Inline" or name in _TITLES:
            yield value
        elif one.type == "tuple[Inline, ...]":
            yield from value
