"""Every kind of page as readers get it: on a phone, a desk and paper, in light and dark, by keys."""

from __future__ import annotations

import re
from itertools import product
from urllib.parse import urljoin

import pytest

from fardplan.documents.site.page import PageKind
from fardplan.source.resources import templates_dir
from tests.browser.kinds import KINDS, ROADMAPS, write_roadmap, write_site
from tests.browser.probes import (
    AT,
    AXE,
    EXPLAINED,
    FAINT,
    LETTERS,
    OUTSIDE,
    RUN_BUT_COLOURS,
    RUN_COLOURS,
    UNFOLD,
)

_PAGE = re.compile(r"<!DOCTYPE html>|\{% extends", re.IGNORECASE)
_EXTENDED = re.compile(r'^\{% extends "([^"]+)"', re.MULTILINE)

WIDTHS = (320, 768, 1280)
A4 = 635
"""The width of a sheet between its margins."""
SCHEMES = (("light", "screen"), ("dark", "screen"), ("light", "print"))


def test_every_page_is_looked_at():
    """A template of a page, or one that fills in another's, belongs to a kind of page in KINDS."""
    pages, filled_in = set(), set()
    for path in templates_dir().rglob("*.html.j2"):
        text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        if _PAGE.search(text):
            pages.add(path.relative_to(templates_dir()).as_posix())
        for name in _EXTENDED.findall(text):
            filled_in.add((path.parent / name).relative_to(templates_dir()).as_posix())
    assert pages - filled_in == {kind.template for kind in KINDS}


def test_every_kind_of_page_on_the_site_is_looked_at():
    """What the site can make is in KINDS, by its own list of kinds of pages."""
    assert {kind.value for kind in PageKind} <= {
        kind.name.removeprefix("site-") for kind in KINDS if kind.name.startswith("site-")
    }


def test_axe_finds_no_violation(show, address):
    """No rule of axe (WCAG 2.2 A and AA, and best practice) is broken, with all unfolded.

    Every width is judged in light, dark and print. The dark scheme changes colours alone, so of it
    no more is asked.
    """
    page = show(path=address).page
    page.evaluate(AXE)
    page.evaluate(UNFOLD)
    broken = {}
    for width, (scheme, medium) in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, media=medium)
        results = [page.evaluate(RUN_COLOURS)]
        if scheme == "light":
            results.append(page.evaluate(RUN_BUT_COLOURS))
            assert len(results[1]["passes"]) > 11
        for result in results:
            for one in result["violations"]:
                broken[one["id"], width, scheme, medium] = [n["html"][:120] for n in one["nodes"]]
            assert {one["id"] for one in result["incomplete"]} <= {"color-contrast", "frame-tested"}
    assert broken == {}


def test_all_text_stands_out(show, address):
    """Every text has a contrast of 4.5:1 to what lies behind it: light, dark and on paper."""
    page = show(path=address).page
    page.evaluate(UNFOLD)
    for width, (scheme, medium) in product((320, 1280), SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, media=medium)
        result = page.evaluate(FAINT)
        assert result["found"] == [], (width, scheme, medium)
        assert result["pairs"] > 1


def test_nothing_reaches_beyond_the_edge(show, address):
    """Nothing is wider than the window or cut off: phone, tablet, desk, desk at 200 %, and paper."""
    page = show(path=address).page
    page.evaluate(UNFOLD)
    for width in (320, 640, 768, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OUTSIDE) == [], width
    page.set_viewport_size({"width": A4, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate(OUTSIDE) == []


def test_larger_text_loses_nothing(show, address):
    """Text at twice its size, without zoom, and the spacing of WCAG 1.4.12 still fit a phone.

    The words of a drawing keep their places whatever spacing is set around it: they stand in its
    table too.
    """
    page = show(640, path=address).page
    page.evaluate(UNFOLD)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(OUTSIDE) == []
    page.evaluate(
        "document.documentElement.style.fontSize = '';"
        "document.body.querySelectorAll('*:not(svg, svg *)').forEach(one => {"
        "one.style.lineHeight = '1.5'; one.style.letterSpacing = '0.12em';"
        "one.style.wordSpacing = '0.16em'; })"
    )
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OUTSIDE) == [], width


def test_the_keyboard_reaches_everything(show, address):
    """Tab goes through the page in its order, is always seen, opens each fold and each term."""
    page = show(path=address).page
    order: list[int] = []
    faults: list[tuple[str, str]] = []
    while True:
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        if at is None or (order and at["place"] <= order[0]):
            break
        if order and at["place"] == order[-1]:
            continue
        order.append(at["place"])
        faults += [(why, at["html"]) for why in ("covered",) if at[why]]
        faults += [(why, at["html"]) for why in ("inside", "ring") if not at[why]]
        if at["summary"]:
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.parentElement.open"), at["html"]
        if at["term"]:
            page.keyboard.press("Enter")
            assert page.evaluate(EXPLAINED), at["html"]
            page.keyboard.press("Escape")
    assert faults == []
    assert order == sorted(order)
    assert page.locator("details:not([open])").filter(visible=True).count() == 0


def test_the_page_asks_for_nothing(show, kind, address):
    """Nothing is fetched from elsewhere, and the browser has nothing to complain about."""
    shown = show(path=address)
    shown.page.wait_for_load_state("load")
    asked = [url for url in shown.requests if not url.startswith("data:")]
    own = urljoin(address, "/_")[:-1] if address.startswith("http:") else urljoin(address, ".")
    own = f"{write_site().as_uri()}/" if kind.name.startswith("site-") else own
    assert [url for url in asked if not url.startswith(own)] == []
    if kind.status != 200:
        said = shown.messages.pop(0)
        assert f"the server responded with a status of {kind.status}" in said
    assert shown.messages == []


@pytest.mark.parametrize("roadmap", ROADMAPS)
def test_the_fonts_have_every_letter(show, roadmap, tmp_path):
    """No letter of a real roadmap, nor a sign of our own, is lacking in the fonts in the file."""
    path = tmp_path / "page.html"
    path.write_text(write_roadmap(roadmap), "utf-8")
    page = show(path=path).page
    page.evaluate(UNFOLD)
    kinds_of_type = page.evaluate(LETTERS)
    page.evaluate("document.fonts.ready.then(() => true)")
    protocol = page.context.new_cdp_session(page)
    protocol.send("DOM.enable")
    protocol.send("CSS.enable")
    root = protocol.send("DOM.getDocument")["root"]["nodeId"]
    found = protocol.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body > .letters"})
    assert len(found["nodeIds"]) == kinds_of_type >= 2
    for node in found["nodeIds"]:
        used = protocol.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert {font["familyName"] for font in used if not font["isCustomFont"]} == set()
