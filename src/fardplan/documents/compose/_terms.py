"""Which terms of the glossary a document uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fardplan.documents.blocks import Prose
from fardplan.documents.document import walk
from fardplan.model.shared import GlossaryTerm

_WORD = re.compile(r"[\w-]+")


def used_terms(blocks: Iterable[object], terms: Iterable[GlossaryTerm]) -> tuple[GlossaryTerm, ...]:
    """Return the explained terms that occur in the blocks as words of their own, by name."""
    text = " ".join(_words(tuple(blocks)))
    plain, lowered = f" {text} ", f" {text.casefold()} "
    found = [term for term in terms if term.definition and _occurs(term, plain, lowered)]
    return tuple(sorted(found, key=lambda term: term.term.casefold()))


def _occurs(term: GlossaryTerm, plain: str, lowered: str) -> bool:
    if term.abbreviation and f" {_spaced(term.abbreviation)} " in plain:
        return True
    return f" {_spaced(term.term.casefold())} " in lowered


def _spaced(words: str) -> str:
    return " ".join(_WORD.findall(words))


def _words(blocks: tuple[object, ...]) -> Iterator[str]:
    for part in walk(blocks):
        if isinstance(part, Prose):
            yield _spaced(part.markdown)
            continue
        for name in ("content", "text", "title", "value"):
            content = getattr(part, name, None)
            for piece in content if isinstance(content, tuple) else (content,):
                if isinstance(piece, str):
                    yield _spaced(piece)
