"""Writes the pages of a site, roadmap by roadmap, leaving those that are the same as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple, replace
from functools import partial
from typing import Any

from fardplan.documents.site.addresses import FEED, ROBOTS, SITEMAP, data_of, feed_of
from fardplan.documents.site.data import write_data
from fardplan.documents.site.feed import write_feed, write_robots, write_sitemap
from fardplan.documents.site.html import write_page
from fardplan.documents.site.issues import Shelf
from fardplan.documents.site.page import Page, PageKind
from fardplan.documents.site.search import SearchEntry, find_entry, search_files
from fardplan.documents.site.start import News
from fardplan.pipeline.site.concerns import Concerns
from fardplan.pipeline.site.kept import Group, Kept
from fardplan.pipeline.site.preparing import Work
from fardplan.source.site_folder import Note, SiteFolder


class Writing:
    """Writes every page as soon as it is made, then what is made of all of them."""

    def __init__(
        self, work: Work, target: SiteFolder, kept: Kept, tell: Callable[[int, int], None]
    ) -> None:
        """Take what the pages are made by, where they go, and what was kept of an earlier run."""
        self._work = work
        self._target = target
        self._kept = kept
        self._tell = partial(_tell, tell, work.building.expected)
        self._concerns = Concerns(work.building, kept.common)
        self._groups: dict[str, Group] = {}
        self._files: list[str] = []
        self._entries: list[SearchEntry] = []
        self._news: list[News] = []
        self.pages: list[str] = []

    def write(self) -> None:
        """Write everything."""
        site = self._work.building.site
        for shelf in site.shelves.values():
            self._work.look(shelf.roadmap)
            if not self._leave(shelf):
                self._write_roadmap(shelf)
        for page in self._work.building.closing_pages(self._news):
            self._write_page(page)
        for address, data in self._others():
            self._write(address, data)
        for address, text in search_files(self._entries, site.lang, self._work.look("").template):
            self._write(address, text.encode())

    def keep(self, told: dict[str, Any]) -> None:
        """Keep what has been made, for the next run; `told` is what is told of it."""
        noted = self._target.note(self._files)
        groups = {
            name: replace(group, files={address: noted[address] for address in group.files})
            for name, group in self._groups.items()
        }
        pictures = {path for group in groups.values() for path in group.pictures}
        if logo := self._work.building.settings.organisation.logo:
            pictures.add(logo)
        self._kept.keep(groups, pictures, noted, told)

    def _leave(self, shelf: Shelf) -> bool:
        """Leave the pages of a roadmap as they are, if they would be the same; tell whether."""
        group = self._kept.recall_group(shelf.roadmap)
        if group is None or not self._is_same(shelf, group):
            return False
        self._target.keep(group.files)
        self._groups[shelf.roadmap] = group
        self._files += group.files
        self.pages += group.pages
        self._entries += [SearchEntry(*one) for one in group.entries]
        issues = shelf.issues
        self._news += [
            News(issues[new], None if old is None else issues[old], summary)
            for new, old, summary in group.news
        ]
        self._tell(len(self.pages))
        return True

    def _is_same(self, shelf: Shelf, group: Group) -> bool:
        concerns = self._concerns
        return (
            group.own == concerns.describe_own(shelf)
            and group.seen == concerns.describe_seen(shelf.roadmap, group.lookups)
            and self._kept.shows(group.pictures)
            and self._target.holds_all(group.files)
        )

    def _write_roadmap(self, shelf: Shelf) -> None:
        building = self._work.building
        files, pages, entries = len(self._files), len(self.pages), len(self._entries)
        for page in building.roadmap_pages(shelf):
            self._write_page(page)
        self._news += building.news
        own = self._concerns.describe_own(shelf)
        if not own:
            return
        lookups = self._concerns.list_lookups(building.editions)
        self._groups[shelf.roadmap] = Group(
            own=own,
            seen=self._concerns.describe_seen(shelf.roadmap, lookups),
            lookups=lookups,
            pictures=self._kept.describe_pictures(building.logos),
            files={address: Note("", "") for address in self._files[files:]},
            pages=self.pages[pages:],
            entries=[list(astuple(one)) for one in self._entries[entries:]],
            news=[_place(one, shelf) for one in building.news],
        )

    def _write_page(self, page: Page) -> None:
        site = self._work.building.site
        look = self._work.look(page.issue.roadmap if page.issue else "")
        self._write(page.address, write_page(page, site, look).encode())
        if page.kind is not PageKind.MISSING:
            self._write(data_of(page.address), write_data(page, site).encode())
            if not page.heir:
                self.pages.append(page.address)
        if entry := find_entry(page, site):
            self._entries.append(entry)
        self._tell(len(self.pages))

    def _write(self, address: str, data: bytes) -> None:
        self._target.write(address, data)
        self._files.append(address)

    def _others(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files beside the pages: styles, fonts, logo, feeds, the list of pages."""
        site, news = self._work.building.site, self._news
        for look in self._work.looks.values():
            yield from look.assets()
        if self._work.logo:
            yield self._work.logo
        yield FEED, write_feed(site, news)
        for name in site.shelves:
            feed = write_feed(site, news, name)
            for one in (name, *site.former_names(name)):
                yield feed_of(one), feed
        if site.base_url:
            yield SITEMAP, write_sitemap(site, self.pages)
            if robots := write_robots(site):
                yield ROBOTS, robots


def _tell(tell: Callable[[int, int], None], expected: int, pages: int) -> None:
    tell(pages, expected)


def _place(news: News, shelf: Shelf) -> tuple[int, int | None, str]:
    """Return news as the places of its versions on the shelf, and its words."""
    old = shelf.issues.index(news.old) if news.old else None
    return shelf.issues.index(news.issue), old, news.summary
