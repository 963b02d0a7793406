"""Where links between entities lead on a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fardplan.documents.site.addresses import FOLDERS, entity_page, lead
from fardplan.documents.site.issues import Site
from fardplan.model.index import SHARED, Entity

WHOLE: Final = frozenset({"roadmap", "vision"})
MAIN: Final = frozenset(
    {"principle", "cross_cutting", "perspective", "statement", "core_word", "theme"}
)
"""The kinds with a place on the roadmap's own page."""

ANCHORED: Final = frozenset({"indicator", "precondition"})
"""The kinds with a place of their own in the whole document, and nowhere else."""


@dataclass(frozen=True, slots=True)
class SitePlaces:
    """Says where a link on one page leads; what the site does not show has no place.

    A page that holds the whole document of a roadmap (`holds`) keeps links to its own parts.
    """

    site: Site
    page: str
    holds: str = ""

    def __call__(self, entity: Entity) -> str | None:
        """Return the way from the page to an entity, or None."""
        if self.holds and entity.home in (SHARED, self.holds):
            return f"#{entity.kind}-{entity.id}"
        found = self.find(entity)
        return lead(self.page, found) if found else None

    def find(self, entity: Entity) -> str | None:
        """Return the address of an entity in the version in force of its roadmap, or None."""
        shelf = self.site.shelves.get(entity.home)
        if shelf is None:
            return None
        if entity.kind in WHOLE:
            return shelf.page
        if entity.key not in self.site.index.by_key:
            return self.site.gone.get(entity.key)
        if entity.kind in FOLDERS:
            return entity_page(entity.home, entity.kind, entity.id)
        if entity.kind in MAIN:
            return f"{shelf.page}#{entity.kind}-{entity.id}"
        if entity.kind in ANCHORED:
            return f"{shelf.current.page}#{entity.kind}-{entity.id}"
        return None
