"""The Content-Security-Policy of every page: exactly what it admits."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path

import pytest

from fardplan.formats import changes_html
from fardplan.formats._page import Page
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.rendering import Wanted, make_document
from fardplan.server.serving import _POLICY
from tests.site.test_pages import pages as pages  # noqa: PLC0414 - a fixture

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "fixtures" / "history" / "exempelkommun" / "2024"

DOCUMENT = {
    "default-src": "'none'",
    "style-src": "HASHES",
    "img-src": "data:",
    "font-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""A page that is one file: its own styles, pictures and fonts in the file itself, and no more."""
SITE = DOCUMENT | {
    "style-src": "'self' HASHES",
    "img-src": "'self' data:",
    "form-action": "'self' file:",
}
"""A page of a site: files of the same site too, and its form for searching. No scripts."""
SEARCH = SITE | {"script-src": "'self'"}
"""The page for searching alone runs scripts, those of the site."""


def read_policy(page: str) -> dict[str, str]:
    """Return the directives, with the hashes of the page's own styles told as HASHES."""
    found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert len(found) == 1
    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert not re.search(r"<(?!!|html|head|meta)", page.partition("Content-Security-Policy")[0])
    styles = re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in styles}
    directives = {}
    for directive in html.unescape(found[0]).split("; "):
        name, _, sources = directive.partition(" ")
        told = set(re.findall(r"'sha256-([^']*)'", sources))
        assert told == (hashes if name == "style-src" else set())
        directives[name] = re.sub(r"'sha256-[^']*'(?: 'sha256-[^']*')*", "HASHES", sources)
    return directives


def write_changes() -> str:
    """Return the page of what has changed."""
    found = compare_versions(ROOT, "exempelkommun", str(OLD)).comparison
    return changes_html.write(found, Page("sv"))


def write_document() -> str:
    """Return a document."""
    made = make_document(ROOT, Wanted("exempelkommun")).write("html")
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize("write", [write_document, write_changes])
def test_a_page_by_itself(write):
    """A document and a page of changes admit what they hold themselves."""
    assert read_policy(write()) == DOCUMENT


@pytest.mark.parametrize("policy", [DOCUMENT, SITE, SEARCH])
def test_what_is_promised(policy):
    """What SECURITY.md says of policies is what they are."""
    told = (ROOT / "SECURITY.md").read_text("utf-8")
    for name, sources in policy.items():
        assert f"{name} {sources}".removesuffix(" HASHES").removesuffix("HASHES").strip() in told
    assert _POLICY in told


def test_every_page_of_a_site(pages):
    """Every page of a site has a policy, and one alone runs scripts."""
    for address, page in pages.items():
        expected = {"search.html": SEARCH, "404.html": DOCUMENT}.get(address, SITE)
        assert read_policy(page.source) == expected, address
    assert {"accessibility.html", "search.html", "404.html", "index.html"} <= set(pages)
