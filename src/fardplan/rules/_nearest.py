"""Finds what someone probably meant, also among tens of thousands of names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from fardplan.model.index import Entity
from fardplan.model.names import slug

_SHORTLIST = 20


class Names:
    """The ids and titles of some entities, to look up what is like a misspelt one."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.titles: dict[str, str] = {}
        self._by_title: dict[str, str] = {}
        self._with: dict[str, list[str]] = defaultdict(list)
        for entity in entities:
            self.titles.setdefault(entity.id, entity.title)
            self._by_title.setdefault(slug(entity.title), entity.id)
        for name in self.titles:
            for three in _threes(name):
                self._with[three].append(name)
        self._known: dict[str, str | None] = {}

    def nearest(self, written: str) -> str | None:
        """Return the id that `written` is most like, or that bears it as its title."""
        if written not in self._known:
            self._known[written] = self._find(written)
        return self._known[written]

    def _find(self, written: str) -> str | None:
        plain = slug(written)
        if plain in self.titles:
            return plain
        if plain in self._by_title:
            return self._by_title[plain]
        # Comparing letter by letter is slow: only the names that share most with it are compared.
        shared: Counter[str] = Counter()
        for three in _threes(plain):
            shared.update(self._with.get(three, ()))
        shortlist = sorted(shared, key=lambda name: (-shared[name], name))[:_SHORTLIST]
        return next(iter(get_close_matches(plain, shortlist)), None)


def _threes(name: str) -> set[str]:
    padded = f"  {name} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
