"""What the glossary and the shared names say of words, looked up once however many texts ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from fardplan.model.edition import Collection

_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2,6}")


def capitals_in(names: Iterable[str | None]) -> Iterator[str]:
    """Yield the words in capitals that names hold."""
    for name in names:
        if name:
            yield from _CAPITALS.findall(name)


class Vocabulary:
    """The words that all roadmaps of a repository share."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words in capitals that the glossary and the names of organisations explain."""
        shared = self._collection.organisations
        names: list[str | None] = []
        for term in self._collection.glossary.terms:
            names += [term.abbreviation, term.term, *term.synonyms]
        for group in (shared.organisations, shared.bodies, shared.units, shared.roles):
            for one in group:
                names += [one.title, getattr(one, "short_title", None)]
        return frozenset(capitals_in(names))

    @cached_property
    def instead(self) -> Mapping[str, str]:
        """The words that the glossary advises against, each with the term to use."""
        terms = self._collection.glossary.terms
        return {word.casefold(): term.term for term in terms for word in term.avoid}

    @cached_property
    def avoided(self) -> re.Pattern[str] | None:
        """What finds all words that the glossary advises against; None where there are none."""
        words = "|".join(re.escape(word) for word in sorted(self.instead, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None
