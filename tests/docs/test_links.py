"""Links between pages lead somewhere, also to the right heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.docs.pages import ROOT

PAGES = sorted(
    [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    + list((ROOT / "docs").rglob("*.md"))
)


def read_tokens(page: Path) -> Iterator[Token]:
    """Yield the tokens of a page, and those inside its lines."""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8")):
        yield token
        yield from token.children or ()


def find_anchors(page: Path) -> list[str]:
    """Return the names by which forges link to the headings of a page."""
    tokens = list(read_tokens(page))
    titles = [
        after.content for token, after in pairwise(tokens)
        if token.type == "heading_open"
    ]  # fmt: skip
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    """Each link within the repository names a file that is there, and a heading in it."""
    for token in read_tokens(page):
        address = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
        if not address or "://" in address:
            continue
        path, _, anchor = unquote(address).partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), address
        if anchor:
            assert find_anchors(target).count(anchor) == 1, address


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_one_title(page):
    """A page has one title, first of all, and no level of headings is skipped."""
    levels = [int(token.tag[1]) for token in read_tokens(page) if token.type == "heading_open"]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))
