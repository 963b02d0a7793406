"""Writes the pages of a site, roadmap by roadmap, leaving those that are the same as they were."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from fardplan.documents.site.addresses import FEED, ROBOTS, SITEMAP, feed_of
from fardplan.documents.site.feed import write_feed, write_robots, write_sitemap
from fardplan.documents.site.issues import Shelf
from fardplan.documents.site.search import SearchEntry, search_files
from fardplan.documents.site.start import News
from fardplan.pipeline.site.concerns import Concerns
from fardplan.pipeline.site.dealing import deal_out
from fardplan.pipeline.site.kept import Group, Kept
from fardplan.pipeline.site.making import Rest, Sheet, find_news, lay_out, make_roadmap
from fardplan.pipeline.site.preparing import Work
from fardplan.source.site_folder import Note, SiteFolder

_ENOUGH = 200
"""To make fewer pages than this, other processes cost as much as they save."""


class Writing:
    """Writes every page as soon as it is made, then what is made of all of them."""

    def __init__(
        self, work: Work, target: SiteFolder, kept: Kept, tell: Callable[[int, int], None]
    ) -> None:
        """Take what the pages are made by, where they go, and what was kept of an earlier run."""
        self._work = work
        self._target = target
        self._kept = kept
        self._tell = tell
        self._expected = work.building.expect(work.building.site.shelves.values())
        self._concerns = Concerns(work.building, kept.common)
        self._left: dict[str, Group] = {}
        self._groups: dict[str, Group] = {}
        self._files: list[str] = []
        self._entries: list[SearchEntry] = []
        self._news: list[News] = []
        self._done = 0
        self.pages: list[str] = []

    def write(self) -> None:
        """Write everything."""
        site = self._work.building.site
        for name in site.shelves:
            self._work.look(name)  # here too, whoever makes the pages: its stylesheets are written
        self._left = dict(self._leave(site.shelves.values()))
        made = self._make([one for name, one in site.shelves.items() if name not in self._left])
        for name, shelf in site.shelves.items():
            self._add(shelf, self._left.get(name) or made[name])
        for page in self._work.building.closing_pages(self._news):
            self._add_closing(self._write_sheet(lay_out(page, self._work)))
        for address, data in self._others():
            self._write(address, data)

    def keep(self, told: dict[str, Any]) -> None:
        """Keep what has been made, for the next run; `told` is what is told of it."""
        noted = self._target.note(self._files)
        groups = {
            name: replace(group, files={address: noted[address] for address in group.files})
            for name, group in self._groups.items()
            if group.own
        }
        same = [name for name, group in groups.items() if group == self._left.get(name)]
        pictures = {path for group in groups.values() for path in group.pictures}
        if logo := self._work.building.settings.organisation.logo:
            pictures.add(logo)
        self._kept.keep(groups, same, noted, pictures, told)

    def _leave(self, shelves: Iterable[Shelf]) -> Iterator[tuple[str, Group]]:
        """Yield the roadmaps whose pages would be the same, which are left as they are."""
        for shelf in shelves:
            group = self._kept.recall_group(shelf.roadmap)
            if group and self._is_same(shelf, group):
                self._target.keep(group.files)
                self._tell_of(len(group.pages))
                yield shelf.roadmap, group

    def _is_same(self, shelf: Shelf, group: Group) -> bool:
        concerns = self._concerns
        return (
            group.own == concerns.describe_own(shelf)
            and group.seen == concerns.describe_seen(shelf.roadmap, group.lookups)
            and self._kept.shows(group.pictures)
            and self._target.holds_all(group.files)
        )

    def _make(self, shelves: Sequence[Shelf]) -> Mapping[str, Group]:
        """Write all pages of these roadmaps, which may be made in any order."""
        work, concerns = self._work, self._concerns
        sheets: list[dict[str, Sheet]] = [{} for _ in shelves]
        made: dict[str, Group] = {}
        dealt = deal_out(
            len(shelves),
            lambda number: make_roadmap(shelves[number], work, concerns),
            alone=work.building.expect(shelves) < _ENOUGH,
        )
        with closing(dealt):
            for number, value in dealt:
                if value is None:
                    continue
                sheet, rest = value
                if sheet:
                    written = self._write_sheet(Sheet(*sheet))
                    sheets[number][written.address] = written
                else:
                    shelf, whole = shelves[number], sheets[number]
                    made[shelf.roadmap] = self._group(shelf, whole.values(), Rest(*rest))
                    whole.clear()
        return made

    def _group(self, shelf: Shelf, sheets: Collection[Sheet], rest: Rest) -> Group:
        name, own = shelf.roadmap, self._concerns.describe_own(shelf)
        return Group(
            own=own,
            seen=self._concerns.describe_seen(name, rest.lookups) if own else "",
            lookups=rest.lookups,
            pictures=self._kept.describe_pictures(set(rest.logos)),
            files={address: Note("", "") for sheet in sheets for address in sheet.files},
            pages=[sheet.address for sheet in sheets if sheet.listed],
            entries=[sheet.entry for sheet in sheets if sheet.entry],
            news=rest.news,
        )

    def _add(self, shelf: Shelf, group: Group) -> None:
        """Note what there is of a roadmap, for what is made of all."""
        self._groups[shelf.roadmap] = group
        self._files += group.files
        self._entries += [SearchEntry(*one) for one in group.entries]
        self._news += find_news(group.news, shelf)
        self.pages += group.pages

    def _add_closing(self, sheet: Sheet) -> None:
        self._files += sheet.files
        self._entries += [SearchEntry(*sheet.entry)] if sheet.entry else []
        self.pages += [sheet.address] if sheet.listed else []

    def _write_sheet(self, sheet: Sheet) -> Sheet:
        """Write the files of a page, and return the page without what is in them."""
        for address, data in sheet.files.items():
            self._target.write(address, data)
        self._tell_of(sheet.listed)
        return sheet._replace(files=dict.fromkeys(sheet.files, b""))

    def _tell_of(self, pages: int) -> None:
        self._done += pages
        self._tell(self._done, self._expected)

    def _write(self, address: str, data: bytes) -> None:
        self._target.write(address, data)
        self._files.append(address)

    def _others(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files beside the pages: search, styles, logo, feeds, the list of pages."""
        site, news = self._work.building.site, self._news
        yield from search_files(self._entries, site.lang, self._work.look("").template)
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
