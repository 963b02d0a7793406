"""All pages of a site, one at a time: those of each roadmap, then those that are about all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from fardplan.documents.compose._view import Crossing
from fardplan.documents.compose.document import Publication, compose, language_of
from fardplan.documents.compose.statement import accessibility_statement
from fardplan.documents.document import Banner, Document
from fardplan.documents.inline import Link
from fardplan.documents.site.addresses import FOLDERS as PAGES
from fardplan.documents.site.addresses import STATEMENT, lead
from fardplan.documents.site.issues import Shelf, Site
from fardplan.documents.site.mentions import Mentions, find_crossing
from fardplan.documents.site.moved import moved_pages
from fardplan.documents.site.others import changes_document_page, missing_page, statement_page
from fardplan.documents.site.page import Page
from fardplan.documents.site.parts import Parts
from fardplan.documents.site.places import SitePlaces
from fardplan.documents.site.roadmap import Told, roadmap_page, whole_page
from fardplan.documents.site.search import search_page
from fardplan.documents.site.start import News, start_page
from fardplan.formats._changes_summary import summarise
from fardplan.formats._page import Page as Paper
from fardplan.formats.changes_html import compose_changes
from fardplan.formats.changes_json import write as write_changes
from fardplan.locales.text import Text
from fardplan.model.edition import FOLDERS, Edition
from fardplan.pipeline.comparison import compare_found
from fardplan.pipeline.rendering import find_logo
from fardplan.pipeline.site.leaving import Left
from fardplan.pipeline.site.publishing import Found
from fardplan.pipeline.site.reading import Gaps, Reader
from fardplan.source.git import Repository
from fardplan.source.settings import Settings

DRAFT = Text(
    "Den här versionen är varken antagen eller utgiven. Innehållet kan ändras.",
    "This version is neither adopted nor released. Its content may change.",
)


@dataclass
class Building:
    """Makes the pages of a site.

    `news` and `editions` are those of the roadmap whose pages were made last.
    """

    root: Path
    repository: Repository | None
    settings: Settings
    site: Site
    shown: Mapping[str, tuple[Found, ...]]
    reader: Reader
    left: tuple[Left, ...] = ()
    news: list[News] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)

    @cached_property
    def crossing(self) -> Crossing:
        """The references that may lead from one roadmap to another."""
        return find_crossing(self.site.collection)

    @cached_property
    def mentions(self) -> Mentions:
        """Who works towards what in other roadmaps."""
        return Mentions.of(self.crossing, self.site.index)

    def expect(self, shelves: Iterable[Shelf]) -> int:
        """Return about how many pages some roadmaps will have."""
        names = {shelf.roadmap: 2 * len(shelf.issues) for shelf in shelves}
        editions = (self.site.collection.editions[name] for name in names)
        parts = (len(getattr(one, kind)) for one in editions for kind in PAGES.values())
        left = (one.issue.roadmap in names for one in self.left)
        return sum(names.values()) + sum(parts) + sum(left)

    @property
    def logos(self) -> set[str]:
        """The pictures on the covers of these editions."""
        covers = ((one, one.roadmap.cover) for one in self.editions)
        return {one.path_of(cover.logo) for one, cover in covers if cover and cover.logo}

    def roadmap_pages(self, shelf: Shelf) -> Iterator[Page]:
        """Yield all pages of a roadmap, each with those that stand where it stood before."""
        self.news, self.editions = [], []
        for page in self._roadmap(shelf):
            yield page
            yield from moved_pages(self.site, shelf.roadmap, page)

    def closing_pages(self, news: Iterable[News]) -> Iterator[Page]:
        """Yield the pages about all roadmaps, when all their news is known."""
        site = self.site
        views = [
            self._parts(shelf, self._current(shelf)).view("") for shelf in site.shelves.values()
        ]
        yield start_page(site, views, news)
        if site.statement == STATEMENT:
            yield statement_page(accessibility_statement(self.settings, site.lang))
        yield search_page(site)
        yield missing_page(site)

    def _current(self, shelf: Shelf) -> Found:
        return next(one for one in self.shown[shelf.roadmap] if one.issue is shelf.current)

    def _roadmap(self, shelf: Shelf) -> Iterator[Page]:
        """Yield all pages of a roadmap: its changes, its versions, the one in force in parts."""
        told: list[Told] = []
        for page, what in self._changes(shelf):
            told.append(what)
            yield page
        for found in self.shown[shelf.roadmap]:
            parts = self._parts(shelf, found)
            self.editions.append(parts.edition)
            whole = self._compose(parts, self.reader.find_gaps(found))
            yield whole_page(parts, whole, _content(parts.edition))
            if found.issue is shelf.current:
                yield roadmap_page(parts, whole, told)
                yield from parts.pages()
            for one in self.left:
                # A file of that version that cannot be read has a name, and is no part of it.
                if one.issue is found.issue and one.id in parts.ids(one.kind):
                    yield parts.left(one.kind, one.id, one.heir)

    def _changes(self, shelf: Shelf) -> Iterator[tuple[Page, Told]]:
        """Yield the page of each pair of versions, and tell the news of each version."""
        found = self.shown[shelf.roadmap]
        self._tell(News(found[0].issue))
        for older, newer in pairwise(found):
            compared = compare_found(self.root, self.repository, older.version, newer.version)
            sides = (compared.comparison.old, compared.comparison.new)
            old, new = (replace(side, commit=None) for side in sides)  # which no reader asks for
            comparison = replace(compared.comparison, old=old, new=new)
            lang = language_of(compared.after)
            summary = summarise(comparison, lang)
            self._tell(News(newer.issue, older.issue, summary))
            yield (
                changes_document_page(
                    self.site,
                    shelf,
                    (older.issue, newer.issue),
                    compose_changes(comparison, Paper(lang)),
                    json.loads(write_changes(comparison, Paper(lang))),
                ),
                Told(older.issue, newer.issue, summary),
            )

    def _tell(self, news: News) -> None:
        if not news.issue.is_draft and news.issue.date:
            self.news.append(news)

    def _parts(self, shelf: Shelf, found: Found) -> Parts:
        site = self.site
        current = found.issue is shelf.current
        edition = site.collection.editions[shelf.roadmap] if current else self.reader.read(found)
        shown = self.reader.show(found, edition, site.collection, site.index)
        return Parts(
            site,
            shelf,
            found.issue,
            edition,
            shown.collection,
            shown.index,
            self.mentions,
            self.crossing,
        )

    def _compose(self, parts: Parts, gaps: Gaps) -> Document:
        """Return the whole document of a version, with its links into the site."""
        site, issue, shelf = self.site, parts.issue, parts.shelf
        lang = language_of(parts.edition)
        is_current = issue is shelf.current
        way = Link(shelf.current.say(lang), lead(issue.page, shelf.page))
        publication = Publication(
            organisation=site.organisation,
            logo=find_logo(self.root, parts.edition, Settings(), past=not is_current),
            in_force="" if is_current else way,
            replaced=not is_current and not issue.is_draft,
            licence=site.licence,
            statement=site.way_to_statement(issue.page),
            places=SitePlaces(site, issue.page, holds=parts.edition.id),
            crossing=self.crossing,
            unread=gaps.unread,
            made_up=gaps.made_up,
        )
        document = compose(parts.edition, parts.collection, parts.index, publication=publication)
        if issue.is_draft and not document.banners:
            document = replace(document, banners=(Banner(DRAFT.say(lang)),))
        return document


def _content(edition: Edition) -> dict[str, object]:
    """Return all that the files of a version hold, by folder and id."""
    folders = {name: getattr(edition, name) for name in FOLDERS}
    return {"roadmap": edition.roadmap, "vision": edition.vision, **folders}
