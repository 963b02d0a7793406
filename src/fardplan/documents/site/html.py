"""A page of the site as HTML: the document's own form inside the site's frame.

Stylesheets are files that all pages share, with the fonts in them. Nothing is fetched from anywhere
else, no script runs but on the page for searching, and the page's policy says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fardplan.documents.engine import Template
from fardplan.documents.html.render import lay_out, render_html
from fardplan.documents.html.style import paper_css, policy, shared_css
from fardplan.documents.inline import Inline
from fardplan.documents.site import wording
from fardplan.documents.site.addresses import ASSETS, FEED, SEARCH, START, data_of, lead, segment
from fardplan.documents.site.issues import Site
from fardplan.documents.site.page import Page, PageKind
from fardplan.documents.site.search import SCRIPTS
from fardplan.locales.licences import find_licence
from fardplan.locales.text import Text

FRAME = "site.html.j2"
_FEED_TITLE = Text("Nya versioner: {name}", "New versions: {name}")


@dataclass(frozen=True)
class Look:
    """Hold a template for pages of a site, and the name that its stylesheets have there."""

    template: Template
    name: str

    @property
    def sheets(self) -> dict[str, str]:
        """The stylesheets by media: for all, and for print."""
        return {"": f"{ASSETS}/{self.name}.css", "print": f"{ASSETS}/{self.name}-print.css"}

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Yield address and content of each stylesheet."""
        for address, css in zip(self.sheets.values(), shared_css(self.template), strict=True):
            yield address, css.encode()


def make_look(frame: Template, base: Template) -> Look:
    """Return the look of pages whose documents are laid out by `base`, in the site's frame."""
    own = tuple(folder for folder in frame.folders if folder not in base.folders)
    folders: tuple[Path, ...] = (*own, *base.folders)
    return Look(Template(base.name, folders, base.settings), segment(base.name))


@dataclass(frozen=True)
class Frame:
    """What the templates see as `site`: the page's place among the others, in words and ways.

    `scripts` are the addresses of what the page runs, which needs none to be read.
    """

    site: Site
    page: Page
    look: Look
    scripts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the whole site is called."""
        return self.site.title

    def to(self, address: str) -> str:
        """Return the way from the page to an address of the site."""
        return lead(self.page.address, address)

    def say(self, name: str, **values: object) -> str:
        """Return a text of `wording` by its name, in the page's language."""
        return wording.say(name, self.page.document.lang, **values)

    @property
    def home(self) -> str:
        """The way to the first page."""
        return self.to(START)

    @property
    def window_title(self) -> str:
        """What stands in the tab of the browser: the page, what it is part of, the site."""
        page, status = self.page, self.page.document.status
        words = (page.title, status.badge.text if status else "", page.part_of, self.site.title)
        return " – ".join(dict.fromkeys(filter(None, words)))

    @property
    def search(self) -> str:
        """The way to the page for searching."""
        return self.to(SEARCH)

    @property
    def canonical(self) -> str:
        """The whole address of the page, or of the one in its place, where it is known."""
        if self.page.kind is PageKind.MISSING:
            return ""
        return self.site.url(self.page.heir or self.page.address)

    @property
    def forward(self) -> str:
        """The way on from a page that has moved, or ""."""
        return self.to(self.page.heir) if self.page.kind is PageKind.MOVED else ""

    @property
    def data(self) -> str:
        """The way to the page's content as data, or "" where it has none."""
        if self.page.kind is PageKind.MISSING:
            return ""
        return self.to(data_of(self.page.address))

    @property
    def feeds(self) -> list[tuple[str, str]]:
        """The feeds that concern the page, each with its title and the way to it."""
        lang = self.page.document.lang
        found = [(_FEED_TITLE.say(lang, name=self.site.title), self.to(FEED))]
        if self.page.feed not in ("", FEED) and self.page.issue:
            title = _FEED_TITLE.say(lang, name=self.page.issue.name)
            found.insert(0, (title, self.to(self.page.feed)))
        return found

    @property
    def logo(self) -> str:
        """The way to the publisher's logo, or ""."""
        return self.to(self.site.logo) if self.site.logo else ""

    @property
    def feed(self) -> str:
        """The way to the feed that concerns the page most."""
        return self.feeds[0][1]

    @property
    def licence_url(self) -> str:
        """The address of the licence of the content, or "" where it is not a known one."""
        licence = find_licence(self.site.licence) if self.site.licence else None
        return licence.url(self.page.document.lang) if licence else ""

    @property
    def here(self) -> str:
        """What the page is called in the row of ways up."""
        return self.page.name or self.page.title

    @property
    def crumbs(self) -> Sequence[Inline]:
        """The ways up, the nearest last."""
        return self.page.crumbs


def write_page(page: Page, site: Site, look: Look) -> str:
    """Return the page as HTML; TemplateFault if a template cannot be used."""
    if page.kind is PageKind.MISSING:  # shown under any address, so it has all it needs in itself
        return render_html(page.document, look.template)
    document = page.document
    scripts = SCRIPTS if page.kind is PageKind.SEARCH else ()
    styles = [paper_css(document, look.template)]
    return lay_out(
        document,
        look.template,
        FRAME,
        styles,
        policy(styles, files=True, script=bool(scripts)),
        site=Frame(site, page, look, scripts),
        page=page,
    )
