"""What the search page knows of the others: their words, and the words inside compounds.

Swedish joins words into one (*trygghetsteam*, *hemsjukvård*), so a reader who looks for *team* or
*sjukvård* must find what has it inside. A word counts as a compound of two if both stand by
themselves somewhere on the site.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import Field, dataclass

from fardplan.documents.blocks import Prose
from fardplan.documents.compose import about
from fardplan.documents.compose._spoken import flatten
from fardplan.documents.document import Document, walk
from fardplan.documents.engine import Template
from fardplan.documents.inline import Inline, Node, plain
from fardplan.documents.site.addresses import ASSETS, FEED, SEARCH
from fardplan.documents.site.issues import Site
from fardplan.documents.site.page import Page, PageKind
from fardplan.locales.text import Lang, Text

LONGEST_TEXT = 1500
"""How many characters of a page are searched: what it is about stands first."""
MOST_TEXT = 4_000_000
"""How many characters a reader's browser is given in all."""

DATA = f"{ASSETS}/search-data.js"
_PROGRAMS = {
    f"{ASSETS}/minisearch.js": "search/vendor/minisearch.js",
    f"{ASSETS}/swedish-stemmer.js": "search/vendor/swedish-stemmer.js",
    f"{ASSETS}/search.js": "search/search.js",
}
SCRIPTS = (*tuple(_PROGRAMS)[:-1], DATA, tuple(_PROGRAMS)[-1])
"""What the search page runs, in order: the last one starts it."""

TITLE = Text("Sök på webbplatsen", "Search the site")
_KINDS = {
    PageKind.ROADMAP: Text("Färdplan", "Roadmap"),
    PageKind.AREA: Text("Område", "Area"),
    PageKind.GOAL: Text("Mål", "Goal"),
    PageKind.ACTIVITY: Text("Aktivitet", "Activity"),
    PageKind.CHANGES: Text("Ändringar", "Changes"),
    PageKind.STATEMENT: Text("Om webbplatsen", "About the site"),
}
"""The pages that can be found: the documents of whole versions would say everything twice."""

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


def search_page(site: Site) -> Page:
    """Return the page for searching, whose form and list the frame lays out."""
    document = Document(
        lang=site.lang,
        title=TITLE.say(site.lang),
        organisation=site.organisation,
        statement=about.link_statement(site.way_to_statement(SEARCH), site.lang),
    )
    return Page(address=SEARCH, kind=PageKind.SEARCH, document=document, feed=FEED)


def find_entry(page: Page, site: Site) -> SearchEntry | None:
    """Return what can be found of a page, or None where it is not searched."""
    kind = _KINDS.get(page.kind)
    if kind is None:
        return None
    text = text_of(page.document)
    return SearchEntry(page.address, page.title, kind.say(site.lang), page.part_of, text)


def search_files(
    entries: Sequence[SearchEntry], lang: Lang, template: Template
) -> Iterator[tuple[str, str]]:
    """Yield address and text of each script that the search page runs."""
    for address, path in _PROGRAMS.items():
        yield address, template.read(path)
    yield DATA, write_search_data(entries, lang)


def text_of(document: Document) -> str:
    """Return the words of a document in the order of reading, as far as they are searched."""
    found: list[str] = []
    length = 0
    for words in _texts(document):
        found.append(words)
        length += len(words) + 1
        if length > LONGEST_TEXT:
            break
    return _cut(" ".join(found), LONGEST_TEXT)


def write_search_data(entries: Sequence[SearchEntry], lang: Lang) -> str:
    """Return the script that hands the entries to the search page.

    Where there are so many that a browser would be slow, less is said of each.
    """
    known = frozenset(word for entry in entries for word in _words(entry))
    length = MOST_TEXT // max(1, len(entries))
    data = {
        "lang": lang,
        "entries": [
            {
                "address": entry.address,
                "title": entry.title,
                "kind": entry.kind,
                "place": entry.place,
                "text": _cut(entry.text, length),
                "inside": " ".join(_find_inside(entry, known)),
            }
            for entry in entries
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


def _cut(text: str, length: int) -> str:
    """Return the whole words of a text that have room."""
    return text if len(text) <= length else text[:length].rpartition(" ")[0]


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
