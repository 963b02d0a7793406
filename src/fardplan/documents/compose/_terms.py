"""Which terms of the glossary a document uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fardplan.documents.blocks import Prose
from fardplan.documents.compose._spoken import flatten
from fardplan.documents.compose._view import View
from fardplan.documents.document import walk
from fardplan.documents.terms import Explanation, find_mentioned
from fardplan.model.shared import GlossaryTerm


def used_terms(blocks: Iterable[object], terms: Iterable[GlossaryTerm]) -> tuple[GlossaryTerm, ...]:
    """Return the explained terms that occur in the blocks as words of their own, by name."""
    known = {term.id or term.term: term for term in terms if term.definition}
    named = (_explanation(term, "") for term in known.values())
    found = find_mentioned(_texts(tuple(blocks)), named)
    used = (term for key, term in known.items() if key in found)
    return tuple(sorted(used, key=lambda term: term.term.casefold()))


def explanations(view: View, terms: Iterable[GlossaryTerm]) -> tuple[Explanation, ...]:
    """Return the terms with their explanations in the words of the document."""
    return tuple(_explanation(term, flatten(term.definition or "", view.lang)) for term in terms)


def _explanation(term: GlossaryTerm, definition: str) -> Explanation:
    return Explanation(term.id or term.term, term.term, definition, term.abbreviation or "")


def _texts(blocks: tuple[object, ...]) -> Iterator[str]:
    for part in walk(blocks):
        if isinstance(part, Prose):
            yield part.markdown
            continue
        for name in _fields_with_words(type(part)):
            content = getattr(part, name)
            for piece in content if isinstance(content, tuple) else (content,):
                if isinstance(piece, str):
                    yield piece


_WITH_WORDS: dict[type, tuple[str, ...]] = {}


def _fields_with_words(kind: type) -> tuple[str, ...]:
    """Return the fields of a kind of part whose words are looked through."""
    if kind not in _WITH_WORDS:
        known = {*dir(kind), *getattr(kind, "__dataclass_fields__", ())}
        names = ("content", "text", "title", "value")
        _WITH_WORDS[kind] = tuple(name for name in names if name in known)
    return _WITH_WORDS[kind]
