"""What is published: the versions of each roadmap, and what every page has to know of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from fardplan.documents.site.addresses import STATEMENT, lead, roadmap_page, version_page
from fardplan.locales.text import Lang, Text
from fardplan.model.edition import Collection
from fardplan.model.index import Index
from fardplan.model.roadmap import Roadmap
from fardplan.model.terms import RoadmapStatus

VERSION = Text("version {version}", "version {version}")


@dataclass(frozen=True, slots=True)
class Issue:
    """One version of a roadmap that the site shows; `label` is its name in addresses.

    `head` is what its roadmap.yaml says, `date` when it was finished (RFC 3339), or "" for a draft
    that no commit holds.
    """

    roadmap: str
    label: str
    head: Roadmap
    date: str = ""
    is_draft: bool = False

    @property
    def page(self) -> str:
        """The page that holds its whole document."""
        return version_page(self.roadmap, self.label)

    @property
    def name(self) -> str:
        """What the roadmap is called in lists and links."""
        return self.head.short_title or self.head.title

    def say(self, lang: Lang) -> str:
        """Return the version in words: "version 1.0", or the year where it has no number."""
        number = self.head.version
        return VERSION.say(lang, version=number) if number else str(self.head.year)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All published versions of a roadmap, oldest first, and the one that its pages show."""

    roadmap: str
    issues: tuple[Issue, ...]
    current: Issue

    @property
    def page(self) -> str:
        """The roadmap's own page."""
        return roadmap_page(self.roadmap)

    def pairs(self) -> tuple[tuple[Issue, Issue], ...]:
        """Return each version with the one after it."""
        return tuple(pairwise(self.issues))


_ENDED = frozenset({RoadmapStatus.EXPIRED, RoadmapStatus.WITHDRAWN, RoadmapStatus.REPLACED})


def stand(issue: Issue, shelf: Shelf) -> RoadmapStatus | None:
    """Return how a version stands: one that was adopted is replaced by the one in force."""
    state = issue.head.status
    if issue is shelf.current or issue.is_draft or state in _ENDED:
        return state
    return RoadmapStatus.REPLACED


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page may ask of the site; `collection` holds the versions that are shown first.

    `logo` is the address of the publisher's logo, or "".
    """

    title: str
    lang: Lang
    collection: Collection
    index: Index
    shelves: Mapping[str, Shelf]
    organisation: str = ""
    logo: str = ""
    base_url: str = ""
    licence: str = ""
    statement: str = STATEMENT
    """Where the accessibility statement stands: a page of the site, or an address elsewhere."""
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids that roadmaps had before, the first one first."""
    gone: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """The pages of what no version in force has any longer, by roadmap, kind and id."""

    def way_to_statement(self, page: str) -> str:
        """Return the way from a page to the accessibility statement."""
        return lead(page, STATEMENT) if self.statement == STATEMENT else self.statement

    def former_names(self, roadmap: str) -> tuple[str, ...]:
        """Return the ids that a roadmap had before and that no other roadmap has taken."""
        others = (names for other, names in self.former.items() if other < roadmap)
        taken = {*self.shelves, *(name for names in others for name in names)}
        return tuple(one for one in self.former.get(roadmap, ()) if one not in taken)

    def url(self, address: str) -> str:
        """Return the whole address of a page, or "" where it is not known where the site stands."""
        if not self.base_url:
            return ""
        return self.base_url.removesuffix("/") + "/" + address.removesuffix("index.html")
