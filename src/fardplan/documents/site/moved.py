"""Addresses of a roadmap that has a new id: each keeps a page, which leads on to the new one."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import Paragraph
from fardplan.documents.compose import about
from fardplan.documents.document import Document
from fardplan.documents.inline import Link, join
from fardplan.documents.site.addresses import FEED, lead, segment
from fardplan.documents.site.issues import Site
from fardplan.documents.site.page import Page, PageKind
from fardplan.locales.text import Text

TITLE = Text("Sidan har en ny adress", "The page has a new address")
HERE = Text("Den finns här: ", "It is here: ")


def moved_pages(site: Site, roadmap: str, page: Page) -> Iterator[Page]:
    """Yield what stands where a page of a roadmap stood under each id that the roadmap had."""
    for name in site.former_names(roadmap):
        yield _moved(site, page, move(page.address, roadmap, name))


def move(address: str, roadmap: str, name: str) -> str:
    """Return the address that something of a roadmap had when the roadmap had another id."""
    return segment(name) + address.removeprefix(segment(roadmap))


def _moved(site: Site, page: Page, address: str) -> Page:
    lang, heir = page.document.lang, page.heir or page.address
    words = join([HERE.say(lang), Link(page.title, lead(address, heir)), "."], "")
    document = Document(
        lang=lang,
        title=TITLE.say(lang),
        organisation=site.organisation,
        opening=(Paragraph(words, "lead"),),
        statement=about.link_statement(site.way_to_statement(address), lang),
    )
    return Page(
        address=address,
        kind=PageKind.MOVED,
        document=document,
        heir=heir,
        feed=FEED,
    )
