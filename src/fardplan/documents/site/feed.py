"""What is for readers of feeds and for search engines: Atom (RFC 4287) and a sitemap."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from fardplan.documents.site.addresses import FEED, SITEMAP, changes_page, feed_of, lead
from fardplan.documents.site.issues import Site
from fardplan.documents.site.start import FIRST_ISSUE, RELEASED, News
from fardplan.locales.text import Text

ATOM: Final = "http://www.w3.org/2005/Atom"
SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
ALL = Text("Nya versioner: {name}", "New versions: {name}")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""
_NEVER: Final = "1970-01-01T00:00:00+00:00"


def write_feed(site: Site, news: Iterable[News], roadmap: str = "") -> bytes:
    """Return a feed of the versions that came out, the newest first: of one roadmap, or of all.

    An entry's id is made of version and roadmap, by its first id, so that it stays whatever the
    address of the site and the id become.
    """
    shown = sorted(
        (one for one in news if roadmap in ("", one.issue.roadmap)),
        key=lambda one: (one.issue.date, one.issue.roadmap, one.issue.label),
        reverse=True,
    )
    page = feed_of(roadmap) if roadmap else FEED
    shelf = site.shelves.get(roadmap)
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": site.lang})
    _add(feed, "id", _urn(f"feed:{_first_name(site, roadmap)}"))
    _add(feed, "title", ALL.say(site.lang, name=shelf.current.name if shelf else site.title))
    _add(feed, "updated", shown[0].issue.date if shown else _NEVER)
    _add(_add(feed, "author"), "name", site.organisation or site.title)
    _link(feed, site, page, page, "self", "application/atom+xml")
    _link(feed, site, page, shelf.page if shelf else "index.html", "alternate", "text/html")
    if site.licence:
        _add(feed, "rights", site.licence)
    for one in shown:
        _entry(feed, site, page, one)
    return _write(feed)


def _entry(feed: ET.Element, site: Site, page: str, one: News) -> None:
    issue = one.issue
    entry = _add(feed, "entry")
    _add(entry, "id", _urn(f"{_first_name(site, issue.roadmap)}/{issue.label}"))
    name = RELEASED.say(site.lang, name=issue.name, version=issue.say(site.lang))
    _add(entry, "title", name)
    _add(entry, "updated", issue.date)
    _link(entry, site, page, issue.page, "alternate", "text/html")
    if one.old:
        changed = changes_page(issue.roadmap, one.old.label, issue.label)
        _link(entry, site, page, changed, "related", "text/html")
    _add(entry, "summary", one.summary or FIRST_ISSUE.say(site.lang))


def write_sitemap(site: Site, pages: Sequence[str]) -> bytes:
    """Return the list of pages for search engines; the site's address has to be known."""
    urls = ET.Element("urlset", {"xmlns": SITEMAPS})
    for page in sorted(pages):
        _add(_add(urls, "url"), "loc", site.url(page))
    return _write(urls)


def write_robots(site: Site) -> bytes:
    """Return what search engines may read, which is all; nothing for a site below a domain's top.

    Only the file at the top of a domain counts, and that belongs to whoever has the domain.
    """
    if urlsplit(site.base_url).path.strip("/"):
        return b""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.url(SITEMAP)}\n".encode()


def _first_name(site: Site, roadmap: str) -> str:
    return next(iter(site.former_names(roadmap)), roadmap)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"fardplan:{name}").urn


def _link(parent: ET.Element, site: Site, page: str, target: str, rel: str, media: str) -> None:
    href = site.url(target) or lead(page, target)
    ET.SubElement(parent, "link", {"rel": rel, "type": media, "href": href})


def _add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    element = ET.SubElement(parent, name)
    if text:
        element.text = _FORBIDDEN.sub("", text)
    return element


def _write(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    xml: str = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml}\n'.encode()
