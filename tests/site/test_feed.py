"""What feed readers and search engines get."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from tests.site.conftest import BASE, publish

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _feed(path):
    return ET.fromstring(path.read_bytes())  # noqa: S314 - our own file


def _check(feed):
    """Assert what RFC 4287 demands of a feed and its entries."""
    assert feed.tag == f"{ATOM}feed"
    assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
    assert [one.get("rel") for one in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", element.findtext(f"{ATOM}id"))
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        assert entry.findtext(f"{ATOM}summary")
        assert entry.find(f"{ATOM}link").get("rel") == "alternate"
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(set(ids)) == len(ids)
    times = [one.findtext(f"{ATOM}updated") for one in entries]
    assert times == sorted(times, reverse=True)
    if times:
        assert feed.findtext(f"{ATOM}updated") == times[0]


def test_every_feed_is_whole(site):
    """The feed of all and that of each roadmap hold what the standard demands."""
    feeds = sorted(path.relative_to(site).as_posix() for path in site.rglob("feed.xml"))
    names = ("askersund", "exempelkommun", "malbild-orebro-lan", "orebro", "orebro-lan")
    assert set(feeds) == {"feed.xml", *(f"{name}/feed.xml" for name in names)}
    for path in feeds:
        _check(_feed(site / path))


def test_an_entry_tells_what_changed(site):
    """A new version is told with its changes in a sentence, whole addresses and a stable id."""
    entries = _feed(site / "exempelkommun/feed.xml").findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == [
        "Exempelkommuns färdplan, version 2.0", "Exempelkommuns färdplan, version 1.0",
    ]  # fmt: skip
    assert entries[0].findtext(f"{ATOM}summary").startswith("Sedan 2024: ")
    assert [one.get("href") for one in entries[0].findall(f"{ATOM}link")] == [
        f"{BASE}exempelkommun/2.0/", f"{BASE}exempelkommun/changes/1.0-2.0.html",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def homeless(county, tmp_path_factory):
    """Return the same site, of which nobody has said where it will stand."""
    folder = tmp_path_factory.mktemp("homeless") / "ut"
    return folder, publish(county.root, folder)


def test_ids_outlive_an_address(site, homeless):
    """Feeds without whole addresses have the same ids, and ways from where they stand."""
    here, there = (_feed(folder / "orebro-lan/feed.xml") for folder in (site, homeless[0]))
    assert [one.text for one in here.iter(f"{ATOM}id")] == [
        one.text for one in there.iter(f"{ATOM}id")
    ]
    _check(there)
    assert there.find(f"{ATOM}entry/{ATOM}link").get("href") == "1.0/index.html"


def test_the_sitemap_lists_every_page(site):
    """Every page is listed by its whole address, but the missing page and one with a successor."""
    found = {one.text for one in _feed(site / "sitemap.xml").iter(f"{SITEMAP}loc")}
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    pages -= {"404.html", "exempelkommun/activities/en-kontakt.html"}
    assert found == {BASE + page.removesuffix("index.html") for page in pages}
    assert not (site / "robots.txt").exists()  # only the one at the top of a domain counts


def test_without_an_address_there_is_no_sitemap(homeless):
    """A sitemap needs whole addresses."""
    folder, built = homeless
    assert not (folder / "sitemap.xml").exists()
    assert not built.has_address


def test_at_the_top_of_a_domain_there_is_a_robots_file(county, tmp_path):
    """Search engines are shown the way to the sitemap."""
    publish(county.root, tmp_path / "ut", "https://fardplan.example.se")
    assert (tmp_path / "ut/robots.txt").read_text("utf-8") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://fardplan.example.se/sitemap.xml\n"
    )
