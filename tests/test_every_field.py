"""Every field of the model is used by the example, and everything written reaches the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from fardplan.documents.compose.document import compose, language_of
from fardplan.documents.engine import load_template
from fardplan.documents.html.render import render_html
from fardplan.documents.prose import parse_prose, words_of
from fardplan.documents.typography import set_text
from fardplan.locales.text import Lang, say_content
from fardplan.model.base import Value
from fardplan.model.edition import FILES, FOLDERS, SHARED_FILES, Edition
from fardplan.model.fields import Leaf, fields_of, leaves, parts
from fardplan.model.index import Index
from fardplan.model.number import Number
from fardplan.model.steering_terms import FundingKind
from fardplan.model.time import FuzzyTime
from fardplan.model.vision import Statement
from fardplan.source.collection import Loaded, load
from fardplan.source.tree import WorkingTree

ROOT = Path(__file__).parent.parent
EXAMPLE = "exempelkommun"
ROADMAPS = sorted(path.parent.name for path in (ROOT / "roadmaps").glob("*/roadmap.yaml"))

NOT_SHOWN = {
    "Link.substance": "a mark for the program; readers see the version reviewed",
    "Part.id": "an id is for references; readers see titles",
    "Part.previously": "earlier ids are for the comparison of versions",
    "Entity.previously": "earlier ids are for the comparison of versions",
    "Area.icon": "becomes a pictogram",
    "Cover.logo": "becomes the picture itself",
    "Cover.logo_alt": "becomes the text alternative of the picture",
    "ListBlock.force": "the author's own lead says it in words",
    "SectionText.place": "becomes the place in the document",
}
"""Fields that no reader sees in words, each with the reason; an entry that is not needed fails."""

NOT_IN_EXAMPLE = {
    "Activity.area": "an action plan ties its activities to goals; Örebro shows it",
    "Organisations.sources": "each organisation names its own sources",
    "Roadmap.areas_pending": "the example has its areas; Askersund shows it",
    "Validity.until_further_notice": "the example ends on a day",
}
"""Fields that the example does not set, each with the reason; an entry that is set fails."""

NOT_LOOKED_FOR = {
    "Area.order",
    "Goal.order",
    "Activity.order",
    "Indicator.order",
    "Question.to",
}
"""Small numbers that become places, and "du", which every question says: found by chance only."""

SAID = {
    ("Link.activity", "kartlaggning-hemgang"): "Kartlägga vad som händer de första dagarna hemma",
    ("Roadmap.fictional", True): "Det här är ett påhittat exempel",
    ("OngoingWork.selection", True): "Listan är ett urval",
    ("OngoingWork.selection", False): "Listan är fullständig",
    ("Annex.available", False): "Följer inte med",
    ("Cycle.closed", True): "börjar arbetet om från steg 1",
    ("Member.chair", True): "ordförande",
    ("Validity.until_further_notice", True): "tills vidare",
    ("Area.cross_cutting", True): "Ska genomsyra allt",
    ("Activity.partners_complete", False): "med flera",
    ("Activity.partners_complete", True): "(alla)",
    ("Financing.kind", FundingKind.NONE_NEEDED): "Inga särskilda pengar behövs",
    ("Financing.kind", FundingKind.UNDECIDED): "Finansieringen är inte beslutad",
    ("Milestone.recurring", True): "varje år",
    ("Milestone.recurring", False): "en gång",
}
"""What is said instead of a label and yes or no, or of a term, where there are words for it."""

SILENT = {
    ("Annex.available", True),
    ("Cycle.closed", False),
    ("Member.chair", False),
    ("Report.final", False),
    ("Source.certainty", "certain"),
}
"""Values that say what every reader takes for granted."""


class _Page(HTMLParser):
    """Collects the words and the addresses of a page."""

    inline = frozenset(
        {"a", "abbr", "b", "code", "em", "i", "s", "span", "strong", "del", "ins", "wbr"}
    )

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.addresses: set[str] = set()
        self._hidden = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "svg", "sup"):
            self._hidden = self._hidden or tag
        elif tag not in self.inline:
            self.words.append(" ")
        self.addresses |= {value for name, value in attrs if name == "href" and value}

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""
        elif tag not in self.inline:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


@cache
def _loaded() -> tuple[Loaded, Index]:
    loaded = load(WorkingTree(ROOT))
    return loaded, Index.of(loaded.collection)


@cache
def _page(roadmap: str) -> tuple[str, frozenset[str]]:
    loaded, index = _loaded()
    edition = loaded.collection.editions[roadmap]
    document = compose(edition, loaded.collection, index)
    page = _Page(render_html(document, load_template("roadmap", [ROOT / "templates"])))
    return _plain("".join(page.words), document.lang), frozenset(page.addresses)


def _plain(text: str, lang: Lang) -> str:
    """Return the letters and digits alone, so that how dashes and quotes are set does not matter."""
    return re.sub(r"\W+", " ", set_text(re.sub(r"\s+", " ", text), lang)).strip().casefold()


def field_name(model: type[Value], name: str) -> str:
    """Return `Class.field` with the class that defines the field."""
    home = next(
        base for base in reversed(model.__mro__) if name in vars(base).get("__annotations__", {})
    )
    return f"{home.__name__}.{name}"


def _expected(leaf: Leaf, edition: Edition, index: Index, lang: Lang) -> Iterator[tuple[str, ...]]:
    """Yield what has to be found, each as a choice of forms."""
    value, spec = leaf.value, leaf.spec
    if spec.refs:
        entity = index.resolve(edition.id, str(value), spec.refs).entity
        if entity is None:
            yield (str(value),)
        elif isinstance(entity.value, Statement):
            yield tuple(_prose(entity.value.text, lang))
        else:
            short = getattr(entity.value, "short_title", None)
            yield (
                (entity.title, *((short,) if short else ())) if _has_title(entity.value) else ("",)
            )
    elif spec.text == "prose":
        for words in _prose(str(value), lang):
            yield (words,)
    elif isinstance(value, FuzzyTime):
        yield (value.say(lang), value.say_short(lang))
    elif isinstance(value, Number):
        yield (value.say(lang),)
    else:
        yield (say_content(value, lang),)


def _has_title(value: Value) -> bool:
    return bool(getattr(value, "title", None))


def _prose(markdown: str, lang: Lang) -> list[str]:
    return [words_of(token.children) for token in parse_prose(markdown, 2, lang) if token.children]


def _missing(roadmap: str) -> dict[str, list[str]]:
    """Return by field what was written and is not in the page, with where it stands."""
    loaded, index = _loaded()
    edition = loaded.collection.editions[roadmap]
    lang = language_of(edition)
    text, addresses = _page(roadmap)
    found: dict[str, list[str]] = {}
    for document, value in edition.documents():
        for leaf in leaves(value):
            name = field_name(type(leaf.owner), leaf.spec.name)
            if (name, leaf.value) in SILENT or name in NOT_LOOKED_FOR:
                continue
            where = f"{roadmap}/{document}: {'.'.join(map(str, leaf.route))}"
            said = SAID.get((name, leaf.value))
            if isinstance(leaf.value, bool) or said:
                words = said or leaf.spec.label(lang)
                lacking = [] if _plain(words, lang) in text else [words]
            elif leaf.spec.text == "url":
                lacking = [] if str(leaf.value) in addresses else [str(leaf.value)]
            else:
                lacking = [
                    " / ".join(forms)
                    for forms in _expected(leaf, edition, index, lang)
                    if not any(_plain(form, lang) in text for form in forms)
                ]
            for words in lacking:
                found.setdefault(name, []).append(f"{where}: {words}")
    return found


@pytest.mark.parametrize("roadmap", ROADMAPS)
def test_what_is_written_reaches_the_reader(roadmap):
    """Each text, time, number, term and reference of a roadmap stands in its document."""
    missing = {name: lines for name, lines in _missing(roadmap).items() if name not in NOT_SHOWN}
    assert not missing, "\n".join(
        f"{name} ({len(lines)}): {lines[0]}" for name, lines in sorted(missing.items())
    )


def test_only_what_needs_it_is_left_out():
    """An exception that no shipped roadmap needs any longer is taken away."""
    needed = {name for roadmap in ROADMAPS for name in _missing(roadmap)}
    assert sorted(set(NOT_SHOWN) - needed) == []


def models_in_files() -> set[type[Value]]:
    """Return every model that a file of a roadmap, or a shared file, can hold."""
    seen: set[type[Value]] = set()
    waiting: list[type[Value]] = [*FILES.values(), *FOLDERS.values(), *SHARED_FILES.values()]
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            waiting += [spec.model for spec in fields_of(model) if spec.model]
    return seen


def _all_fields() -> set[str]:
    return {
        field_name(model, spec.name) for model in models_in_files() for spec in fields_of(model)
    }


def _set_fields() -> set[str]:
    """Return the fields that the example, or what all roadmaps share, sets somewhere."""
    collection = _loaded()[0].collection
    documents = [value for _, value in collection.editions[EXAMPLE].documents()]
    return {
        field_name(type(value), spec.name)
        for document in (*documents, collection.organisations, collection.glossary)
        for _, value in parts(document)
        for spec in fields_of(type(value))
        if getattr(value, spec.name) not in (None, ())
    }


def test_the_example_uses_every_field():
    """No field of the model is without an example of its use."""
    unused = _all_fields() - _set_fields() - set(NOT_IN_EXAMPLE)
    assert not unused, "\n".join(sorted(unused))


def test_the_list_of_unused_fields_only_shrinks():
    """A field on the list that the example does set is taken off it."""
    assert sorted(set(NOT_IN_EXAMPLE) & _set_fields()) == []
