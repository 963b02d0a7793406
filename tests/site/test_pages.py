"""The pages of a county's site: whole, joined up, honest about how they stand, and quiet."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator

from fardplan.documents.site.schema import PAGE
from fardplan.documents.typography import set_text
from tests.site.conftest import BASE, Web


@pytest.fixture(scope="module")
def pages(site):
    """Return every page by its address."""
    return {str(path.relative_to(site)): Web(path) for path in sorted(site.rglob("*.html"))}


def _target(site: Path, page: Web, way: str) -> tuple[Path, str]:
    """Return the file and the anchor that a way on a page leads to."""
    parts = urlsplit(way)
    path = page.path if not parts.path else (page.path.parent / unquote(parts.path)).resolve()
    return path, parts.fragment


def _is_outside(way: str) -> bool:
    return bool(urlsplit(way).scheme)


def test_every_link_leads_somewhere(site, pages):
    """Every way on every page leads to a file of the site, and every anchor is there."""
    dead = []
    for address, page in pages.items():
        for way in page.ways:
            if _is_outside(way):
                continue
            path, anchor = _target(site, page, way)
            if (
                not path.is_file()
                or site not in path.parents
                or (anchor and anchor not in pages[str(path.relative_to(site))].ids)
            ):
                dead.append((address, way))
    assert dead == []


def test_links_name_files(pages):
    """No way ends with a folder, so that the site works without a server."""
    assert [(a, way) for a, page in pages.items() for way in page.ways
            if not _is_outside(way) and (way.endswith(("/", "..")) or way.startswith("/"))] == []  # fmt: skip


def test_no_page_is_lost(site, pages):
    """Every page but the one for missing pages can be reached from the first page by links."""
    seen: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page = pages[address]
        found = (_target(site, page, way)[0] for way in page.ways if not _is_outside(way))
        waiting += [str(one.relative_to(site)) for one in found if one.suffix == ".html"]
    # What a later version has left keeps its address, which only older links lead to.
    assert {one for one in pages.keys() - seen if not _is_gone(pages[one])} == {"404.html"}


def _is_gone(page: Web) -> bool:
    return "Texten är från version" in page.words


def test_each_page_is_its_data(pages):
    """The data beside a page has the form of the published schema, and the page's own heading."""
    validator = Draft202012Validator(PAGE)
    for address, page in pages.items():
        if address == "404.html":
            assert not page.path.with_suffix(".json").exists()
            continue
        data = page.data
        assert list(validator.iter_errors(data)) == [], address
        title = " ".join(set_text(data["title"], "sv").split())
        assert (page.headings, data["page"]) == ([title], address)
        assert data["license"] == "CC0-1.0"
        assert data["url"] == BASE + address.removesuffix("index.html")
        for one in (*data["up"], *data["down"], *data["parts"]):
            file = one["page"].partition("#")[0]
            assert file in pages, (address, one)


def test_each_page_leads_to_the_statement(pages):
    """The accessibility statement is one step away, also where there is no page."""
    for address, page in pages.items():
        if _is_gone(page) or address == "accessibility.html":
            continue
        assert '">Tillgänglighetsredogörelse</a>' in page.source, address
    assert f'href="{BASE}accessibility.html"' in pages["404.html"].source


def test_each_page_says_how_it_stands(pages):
    """A page about a roadmap has its status in words, and leads to the version in force."""
    for address, page in pages.items():
        version = page.data["version"] if address != "404.html" else None
        if version is None:
            continue
        main = f"{version['roadmap']}/index.html"
        assert any(_target(Path(), page, way)[0].parts[-2:] == Path(main).parts[-2:]
                   for way in page.ways) or address == main, address  # fmt: skip
        words = page.words.lower()
        if page.data["kind"] != "changes":
            expected = {"in_force": "gällande", "adopted": "antagen", None: "status anges inte"}
            said = expected[version["status"]] if version["current"] else "ersatt"
            assert said in words, address


def test_an_older_version_says_so_first(pages):
    """The whole document of an earlier version opens with the way to the one in force."""
    page = pages["exempelkommun/1.0/index.html"]
    assert "Det här är en äldre version av färdplanen. Den version som gäller: version 2.0" \
        in page.words  # fmt: skip
    assert "../index.html" in page.ways


def test_nothing_is_fetched_from_elsewhere(pages):
    """No page loads a thing from another place, one alone runs scripts, and policies say so."""
    for address, page in pages.items():
        scripts = re.findall(r"<script src=\"([^\"]*)\" defer></script>", page.source)
        assert len(scripts) == (4 if address == "search.html" else 0)
        assert page.source.count("<script") == len(scripts), address
        assert not re.search(r"<(iframe|object|embed)\b|\son\w+=", page.source), address
        loads = scripts + re.findall(r"<(?:link|img)[^>]*(?:href|src)=\"([^\"]*)", page.source)
        outside = {one for one in loads if _is_outside(one) and not one.startswith("data:")}
        own = (page.data["moved_to"] or address) if address != "404.html" else address
        assert outside <= {BASE + own.removesuffix("index.html"),
                           "https://creativecommons.org/publicdomain/zero/1.0/deed.sv"}  # fmt: skip
        policy = re.search(r'Content-Security-Policy" content="([^"]*)', page.source)
        assert policy
        assert "default-src &#39;none&#39;" in policy[1] or "default-src 'none'" in policy[1]
        assert "unsafe" not in policy[1]


def test_nobody_who_commits_is_named(site):
    """Who has committed what stands nowhere."""
    for path in site.rglob("*"):
        if path.is_file():
            assert b"redaktionen@example.org" not in path.read_bytes()
            assert "Redaktionen" not in path.read_bytes().decode("utf-8", "replace")


def test_levels_are_joined(pages):
    """A county's area leads to the municipality that works with it, and back again."""
    county = pages["orebro-lan/areas/digitalisering.html"]
    town = pages["orebro/areas/digitalisering.html"]
    assert "Kommuner som arbetar med det här Örebro kommuns färdplan Digitalisering" in county.words
    assert "../../orebro/areas/digitalisering.html" in county.ways
    assert "../../orebro-lan/areas/digitalisering.html" in town.ways
    assert [one["page"] for one in town.data["up"]] == ["orebro-lan/areas/digitalisering.html"]
    assert [one["page"] for one in county.data["down"]] == ["orebro/areas/digitalisering.html"]


def test_neighbours_follow_the_document(pages):
    """Each page but the last leads to the next of its kind, which leads back."""
    for kind in ("areas", "goals", "activities"):
        order = [one for one in pages["orebro-lan/index.html"].data["parts"]
                 if f"/{kind}/" in one["page"]]  # fmt: skip
        for one, other in pairwise(order):
            ways = pages[one["page"]].ways
            assert Path(other["page"]).name in ways
            assert Path(one["page"]).name in pages[other["page"]].ways


def test_the_first_page_tells_who_has_what(pages):
    """Roadmaps stand by level, those without one are named, and the example stands apart."""
    words = pages["index.html"].words
    for said in (
        "Här finns fyra färdplaner",
        "Askersunds kommun Färdplan nära vård Askersund",
        "Tio kommuner har ännu ingen egen färdplan här: Degerfors, Hallsberg",
        "Påhittade exempel",
    ):
        assert said in words
    order = [words.index(said) for said in ("Hela länet", "Kommunerna", "Påhittade exempel")]
    assert order == sorted(order)


def test_changes_are_told_between_versions(pages):
    """The page of two versions has the same changes as `diff`, in words and as data."""
    page = pages["exempelkommun/changes/1.0-2.0.html"]
    assert page.data["content"]["summary"]["major"] > 0
    assert "Försvagade åtaganden" in page.words
    assert {"../1.0/index.html", "../2.0/index.html", "../index.html"} <= set(page.ways)


def test_what_has_left_keeps_its_address(pages):
    """What the version in force no longer has is still there, and says so."""
    old = {path.stem for path in (Path(__file__).parents[1] / "fixtures/history/exempelkommun/2024/"
                                  "activities").glob("*.yaml")}  # fmt: skip
    now = {Path(one["page"]).stem for one in pages["exempelkommun/index.html"].data["parts"]}
    gone = sorted(old - now)
    assert gone
    for name in gone:
        page = pages[f"exempelkommun/activities/{name}.html"]
        assert _is_gone(page)
        assert page.data["version"]["version"] == "1.0"


def test_the_logo_is_one_file(site, pages):
    """The publisher's logo lies once on the site."""
    assert (site / "assets" / "logo.svg").is_file()
    assert all("assets/logo.svg" in page.source for one, page in pages.items() if one != "404.html")
