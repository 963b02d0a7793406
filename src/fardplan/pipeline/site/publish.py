"""Makes the web site of a repository: finds what is published, writes page by page."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from fardplan.documents.engine import BASE, load_template
from fardplan.documents.site.addresses import (
    ASSETS,
    FEED,
    ROBOTS,
    SITEMAP,
    STATEMENT,
    data_of,
    feed_of,
)
from fardplan.documents.site.data import write_data
from fardplan.documents.site.feed import write_feed, write_robots, write_sitemap
from fardplan.documents.site.html import Look, make_look, write_page
from fardplan.documents.site.issues import Shelf, Site
from fardplan.documents.site.page import PageKind
from fardplan.documents.site.search import SearchEntry, find_entry, search_files
from fardplan.documents.site.start import TITLE
from fardplan.errors import CannotRun
from fardplan.model.edition import Collection
from fardplan.model.index import Index
from fardplan.pipeline.judging import load_settings
from fardplan.pipeline.rendering import NO_PICTURE
from fardplan.pipeline.site.building import Building
from fardplan.pipeline.site.leaving import find_left
from fardplan.pipeline.site.publishing import (
    Found,
    choose,
    date_found,
    list_found,
    list_omitted,
    make_shelf,
)
from fardplan.pipeline.site.reading import Reader
from fardplan.source.collection import load
from fardplan.source.git import Repository
from fardplan.source.pictures import KINDS, read_picture
from fardplan.source.resources import templates_dir
from fardplan.source.settings import Settings
from fardplan.source.site_folder import SiteFolder
from fardplan.source.tree import WorkingTree

FRAME = "site"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a site: how many pages, how much was written, and what is not in it."""

    pages: int
    written: int
    removed: int
    omitted: tuple[Found, ...] = ()
    spared: tuple[str, ...] = ()
    faults: int = 0
    shallow: bool = False
    has_address: bool = False
    has_statement: bool = False


def publish_site(
    root: Path,
    folder: Path,
    base_url: str | None,
    tell: Callable[[int], None],
) -> Built:
    """Write the site into `folder`; `tell` is called with the number of pages so far.

    Raises CannotRun for a folder that holds something else, and where something cannot be read.
    """
    with ExitStack() as stack:
        repository = Repository.open(root)
        if repository is not None:
            stack.enter_context(repository)
        target = SiteFolder.open(folder)
        work = _prepare(root, repository, base_url)
        stack.enter_context(target)
        pages = _write(work, target, tell)
    return Built(
        pages,
        target.written,
        target.removed,
        work.omitted,
        tuple(target.spared),
        work.building.reader.faults,
        shallow=repository is not None and repository.shallow,
        has_address=bool(work.building.site.base_url),
        has_statement=work.building.settings.accessibility.is_given,
    )


@dataclass
class _Work:
    """All that is known before the first page is written."""

    building: Building
    omitted: tuple[Found, ...]
    logo: tuple[str, bytes] | None
    looks: dict[str, Look] = field(default_factory=dict)

    def look(self, roadmap: str) -> Look:
        """Return the look of the pages about a roadmap, or of those about none."""
        name = self.building.settings.templates.get(roadmap) or BASE
        if name not in self.looks:
            search = (self.building.root / "templates", templates_dir())
            self.looks[name] = make_look(load_template(FRAME, search), load_template(name, search))
        return self.looks[name]


def _prepare(root: Path, repository: Repository | None, base_url: str | None) -> _Work:
    tree = WorkingTree(root)
    settings = load_settings(tree, tree.paths())[0]
    now = load(tree).collection
    found = date_found(repository, dict(list_found(root, repository, now)))
    drafts = settings.site.drafts
    shown = {name: few for name, own in found.items() if (few := choose(own, drafts=drafts))}
    omitted = () if drafts else tuple(_list_omitted(found, shown))
    reader = Reader(now)
    shelves, collection = _read_shelves(reader, shown)
    index = Index.of(collection)
    left = tuple(
        one
        for name, shelf in shelves.items()
        for one in find_left(shelf, shown[name], collection.editions[name], index)
    )
    logo = _read_logo(root, settings)
    site = Site(
        title=settings.site.title or TITLE.say(settings.language or "sv"),
        lang=settings.language or "sv",
        collection=collection,
        index=index,
        shelves=shelves,
        organisation=settings.organisation.name or "",
        logo=logo[0] if logo else "",
        base_url=base_url or settings.site.base_url or "",
        licence=settings.data_license or "",
        statement=settings.accessibility.statement_url or STATEMENT,
        gone={one.key: one.page for one in left},
    )
    return _Work(Building(root, repository, settings, site, shown, reader, left), omitted, logo)


def _list_omitted(
    found: Mapping[str, tuple[Found, ...]], shown: Mapping[str, tuple[Found, ...]]
) -> Iterator[Found]:
    for name, own in found.items():
        yield from list_omitted(own, shown.get(name, ()))


def _read_shelves(
    reader: Reader, shown: Mapping[str, tuple[Found, ...]]
) -> tuple[dict[str, Shelf], Collection]:
    """Return the versions of each roadmap, and what the ones in force hold.

    A roadmap whose version in force cannot be read is left out.
    """
    shelves = {name: make_shelf(name, own) for name, own in shown.items()}
    current = {
        name: next(one for one in shown[name] if one.issue is shelf.current)
        for name, shelf in shelves.items()
    }
    collection = reader.read_current(current)
    return {name: one for name, one in shelves.items() if name in collection.editions}, collection


def _read_logo(root: Path, settings: Settings) -> tuple[str, bytes] | None:
    """Return address and content of the publisher's logo."""
    path = settings.organisation.logo
    if not path:
        return None
    picture = read_picture(root, path)
    if picture is None:
        raise CannotRun(NO_PICTURE, path=path, endings=", ".join(KINDS))
    data = base64.b64decode(picture.partition(",")[2])
    return f"{ASSETS}/logo{Path(path).suffix.lower()}", data


def _write(work: _Work, target: SiteFolder, tell: Callable[[int], None]) -> int:
    """Write every page as soon as it is made, then what is made of all of them."""
    building, site = work.building, work.building.site
    addresses: list[str] = []
    entries: list[SearchEntry] = []
    for page in building.pages():
        look = work.look(page.issue.roadmap if page.issue else "")
        target.write(page.address, write_page(page, site, look).encode())
        if page.kind is not PageKind.MISSING:
            target.write(data_of(page.address), write_data(page, site).encode())
            addresses.append(page.address)
        if entry := find_entry(page, site):
            entries.append(entry)
        tell(len(addresses))
    for address, data in _others(work, addresses):
        target.write(address, data)
    for address, text in search_files(entries, site.lang, work.look("").template):
        target.write(address, text.encode())
    return len(addresses)


def _others(work: _Work, addresses: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files beside the pages: styles, fonts, logo, feeds, the list for search engines."""
    site, news = work.building.site, work.building.news
    for look in work.looks.values():
        yield from look.assets()
    if work.logo:
        yield work.logo
    yield FEED, write_feed(site, news)
    for name in site.shelves:
        yield feed_of(name), write_feed(site, news, name)
    if site.base_url:
        yield SITEMAP, write_sitemap(site, addresses)
        if robots := write_robots(site):
            yield ROBOTS, robots
