"""What the glossary and the shared names say of words, looked up once however many texts ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from fardplan.model.index import SHARED
from fardplan.rules._homes import Homes

_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2,6}")


def capitals_in(names: Iterable[str | None]) -> Iterator[str]:
    """Yield the words in capitals that names hold."""
    for name in names:
        if name:
            yield from _CAPITALS.findall(name)


class Vocabulary:
    """The words that all roadmaps of a repository share."""

    def __init__(self, homes: Homes) -> None:
        """Take what was read; nothing is looked up yet."""
        self._homes = homes

    @property
    def capitals(self) -> frozenset[str]:
        """The words in capitals that the glossary and the names of organisations explain."""
        self._homes.trace.note("capitals")
        return self._capitals

    @cached_property
    def _capitals(self) -> frozenset[str]:
        shared = self._homes.part(SHARED).collection
        names: list[str | None] = []
        for term in shared.glossary.terms:
            names += [term.abbreviation, term.term, *term.synonyms]
        actors = shared.organisations
        for group in (actors.organisations, actors.bodies, actors.units, actors.roles):
            for one in group:
                names += [one.title, getattr(one, "short_title", None)]
        return frozenset(capitals_in(names))

    @property
    def instead(self) -> Mapping[str, str]:
        """The words that the glossary advises against, each with the term to use."""
        self._homes.trace.note("instead")
        return self._instead

    @cached_property
    def _instead(self) -> Mapping[str, str]:
        terms = self._homes.part(SHARED).collection.glossary.terms
        return {word.casefold(): term.term for term in terms for word in term.avoid}

    @property
    def avoided(self) -> re.Pattern[str] | None:
        """What finds all words that the glossary advises against; None where there are none."""
        self._homes.trace.note("instead")
        return self._avoided

    @cached_property
    def _avoided(self) -> re.Pattern[str] | None:
        # Of words that begin alike the longest comes first, or it would never be found.
        words = "|".join(re.escape(word) for word in sorted(self._instead, reverse=True))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None
