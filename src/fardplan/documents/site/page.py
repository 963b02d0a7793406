"""One page of a site: its document, its place among the others, and what it holds as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from fardplan.documents.blocks import Block, Blocks, Section
from fardplan.documents.document import Document
from fardplan.documents.inline import Link
from fardplan.documents.site.issues import Issue


class PageKind(StrEnum):
    """What a page is about."""

    START = "start"
    ROADMAP = "roadmap"
    DOCUMENT = "document"
    AREA = "area"
    GOAL = "goal"
    ACTIVITY = "activity"
    CHANGES = "changes"
    STATEMENT = "statement"
    SEARCH = "search"
    MOVED = "moved"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Related:
    """Another page that this one leads to: above or below it in the levels, or a part of it."""

    kind: str
    roadmap: str
    id: str
    title: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Hold a page; `address` is the way to it from the site's first page.

    Links in `document`, `crumbs` (the ways up, from the first page) and `before` and `after` lead
    from the page itself. `issue` is the version of a roadmap that it shows, `template` the roadmap
    whose look it has. `content` is what its data file holds of the subject.
    """

    address: str
    kind: PageKind
    document: Document
    crumbs: tuple[Link, ...] = ()
    before: Link | None = None
    after: Link | None = None
    issue: Issue | None = None
    id: str = ""
    name: str = ""
    """What it is called in the ways up, where that is shorter than its title."""
    feed: str = ""
    part_of: str = ""
    heir: str = ""
    """The address of the page that has taken its place, if one has."""
    up: tuple[Related, ...] = ()
    down: tuple[Related, ...] = ()
    parts: tuple[Related, ...] = ()
    content: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.document.title


def split(blocks: Blocks) -> tuple[Blocks, tuple[Section, ...]]:
    """Return the blocks before the first section, and the sections.

    Where something else stands between sections, all of it comes before: the order is kept.
    """
    first = next((at for at, one in enumerate(blocks) if isinstance(one, Section)), len(blocks))
    rest: list[Block] = list(blocks[first:])
    sections = tuple(one for one in rest if isinstance(one, Section))
    return (blocks[:first], sections) if len(sections) == len(rest) else (blocks, ())
