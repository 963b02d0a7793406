"""The pages of a roadmap as plain values, which one process can send to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from typing import NamedTuple, TypeAlias

from fardplan.documents.site.addresses import data_of
from fardplan.documents.site.data import write_data
from fardplan.documents.site.html import write_page
from fardplan.documents.site.issues import Shelf
from fardplan.documents.site.page import Page, PageKind
from fardplan.documents.site.search import find_entry
from fardplan.documents.site.start import News
from fardplan.pipeline.site.concerns import Concerns, Lookup
from fardplan.pipeline.site.preparing import Work

NewsPlaces: TypeAlias = tuple[int, int | None, str]
"""The place of a version on the shelf, of the one before it, and what has changed in words."""

Sent: TypeAlias = tuple[tuple[object, ...] | None, tuple[object, ...] | None]
"""A sheet, or the rest: as plain tuples, for no others can be sent."""


class Sheet(NamedTuple):
    """A page as files by address, and what it is found by; `listed` if it leads to no other."""

    address: str
    files: dict[str, bytes]
    listed: bool
    entry: list[str] | None


class Rest(NamedTuple):
    """What the pages of a roadmap bring besides: news, references to others, pictures."""

    news: list[NewsPlaces]
    lookups: list[Lookup]
    logos: list[str]


def lay_out(page: Page, work: Work) -> Sheet:
    """Return a page of the site as files; TemplateFault if a template cannot be used."""
    site = work.building.site
    look = work.look(page.issue.roadmap if page.issue else "")
    files = {page.address: write_page(page, site, look).encode()}
    is_missing = page.kind is PageKind.MISSING
    if not is_missing:
        files[data_of(page.address)] = write_data(page, site).encode()
    entry = find_entry(page, site)
    listed = not (is_missing or page.heir)
    return Sheet(page.address, files, listed, list(astuple(entry)) if entry else None)


def make_roadmap(shelf: Shelf, work: Work, concerns: Concerns) -> Iterator[Sent]:
    """Yield the sheets of a roadmap, one page after another, and at last the rest."""
    building = work.building
    for page in building.roadmap_pages(shelf):
        yield tuple(lay_out(page, work)), None
    news = [_place(one, shelf) for one in building.news]
    lookups = concerns.list_lookups(building.editions)
    yield None, tuple(Rest(news, lookups, sorted(building.logos)))


def _place(news: News, shelf: Shelf) -> NewsPlaces:
    old = shelf.issues.index(news.old) if news.old else None
    return shelf.issues.index(news.issue), old, news.summary


def find_news(places: list[NewsPlaces], shelf: Shelf) -> Iterator[News]:
    """Yield news by the places of its versions."""
    issues = shelf.issues
    for new, old, summary in places:
        yield News(issues[new], None if old is None else issues[old], summary)
