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
from functools import cache

from fardplan.documents.blocks import Prose
from fardplan.documents.compose import about
from fardplan.documents.compose._spoken import flatten
from fardplan.documents.document import Document, walk
from fardplan.documents.engine import Template
from fardplan.documents.inline import Inline, Node, plain
from fardplan.documents.site.addresses import ASSETS, FEED, SEARCH
from fardplan.documents.site.head import SOURCE
from fardplan.documents.site.issues import Site
from fardplan.documents.site.page import Page, PageKind
from fardplan.documents.site.parts import ROADMAP
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
_TOLD_ELSEWHERE = (ROADMAP, SOURCE)
"""The facts that nearly all pages of a roadmap have alike."""
_ENDS = (".", "!", "?", ":", ";", ",")
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
    if kind is None or page.heir:
        return None
    text = text_of(page.document)
    return SearchEntry(page.address, page.title, kind.say(site.lang), _place(page, site), text)


def _place(page: Page, site: Site) -> str:
    """Return what a page is part of, with the version where that is not the one in force."""
    shelf = site.shelves.get(page.issue.roadmap) if page.issue else None
    if page.issue is None or shelf is None or page.issue is shelf.current:
        return page.part_of
    return f"{page.part_of}, {page.issue.say(site.lang)}"


def search_files(
    entries: Sequence[SearchEntry], lang: Lang, template: Template
) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of each script that the search page runs."""
    for address, path in _PROGRAMS.items():
        yield address, template.read(path).encode()
    yield DATA, write_search_data(entries, lang)


def text_of(document: Document) -> str:
    """Return the words of a document in the order of reading, as far as they are searched.

    The facts at its head (who is responsible, the registry number) come last: they are looked for,
    but say little of what the page is about.
    """
    found: list[str] = []
    length = 0
    for words in _texts((document.opening, document.sections), document.lang):
        found.append(words)
        length += len(words) + 1
        if length > LONGEST_TEXT:
            break
    told = {text.say(document.lang) for text in _TOLD_ELSEWHERE}
    own = tuple(fact for fact in document.facts if fact.label not in told)
    facts = _join([*_texts(own, document.lang)])
    return f"{_cut(_join(found), LONGEST_TEXT)} {facts}".strip().removesuffix(" ·")


def _join(pieces: Sequence[str]) -> str:
    """Return the pieces of a page as one text, in which they do not run into each other."""
    return " ".join(one if one.endswith(_ENDS) else f"{one} ·" for one in pieces)


def write_search_data(entries: Sequence[SearchEntry], lang: Lang) -> bytes:
    """Return the script that hands the entries to the search page.

    Where there are so many that a browser would be slow, less is said of each.
    """
    known = frozenset(word for entry in entries for word in _words(entry))
    length = MOST_TEXT // max(1, len(entries))

    @cache
    def find_inside(word: str) -> str:
        return split_compound(word, known)

    written = b",".join(
        _write_json({
            "address": entry.address,
            "title": entry.title,
            "kind": entry.kind,
            "place": entry.place,
            "text": _cut(entry.text, length),
            "inside": " ".join(sorted({*map(find_inside, {*_words(entry)})} - {""})),
        })
        for entry in entries
    )  # fmt: skip
    parts = (_write_json(lang), written)
    return b'window.fardplanSearch = {"lang":%b,"entries":[%b]};\n' % parts


def _write_json(value: object) -> bytes:
    """Return JSON for a script in a file of its own, which has no tags to end.

    Two characters end lines in old browsers.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


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


def _words(entry: SearchEntry) -> Iterator[str]:
    for text in (entry.title, entry.text):
        yield from _WORD.findall(text.lower())


def _texts(parts: object, lang: Lang) -> Iterator[str]:
    """Yield what each block and each part of one says, in reading order."""
    for part in walk(parts):
        if isinstance(part, Prose):
            yield flatten(part.markdown, lang)
        elif not isinstance(part, Node):  # which its block has said already
            yield from filter(None, map(plain, _inlines(part)))


def _inlines(part: object) -> Iterator[Inline]:
    """Yield the words of a block itself, not of the blocks inside it."""
    for name, is_list in _fields_with_words(type(part)):
        value = getattr(part, name)
        if is_list:
            yield from value
        else:
            yield value


_WITH_WORDS: dict[type, tuple[tuple[str, bool], ...]] = {}


def _fields_with_words(kind: type) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a block that hold words, and whether each holds a list of them."""
    if kind not in _WITH_WORDS:
        _WITH_WORDS[kind] = tuple(_find_words(kind))
    return _WITH_WORDS[kind]


def _find_words(kind: type) -> Iterator[tuple[str, bool]]:
    names: dict[str, Field[object]] = getattr(kind, "__dataclass_fields__", {})
    for name, one in names.items():
        if one.type in ("Inline", "tuple[Inline, ...]") or name in _TITLES:
            yield name, one.type == "tuple[Inline, ...]"
