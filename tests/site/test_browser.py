"""The site in Chromium, opened as files: nothing is missing, nothing is asked of anybody else."""

from __future__ import annotations

import pytest

PAGES = (
    "index.html",
    "orebro-lan/index.html",
    "exempelkommun/1.0/index.html",
    "exempelkommun/activities/trygghetsteam.html",
    "exempelkommun/changes/1.0-2.0.html",
    "accessibility.html",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_works_as_a_file(browser, site, page):
    """Styles come from the site itself with the fonts in them, no request fails, the browser says nothing."""
    context = browser.new_context()
    shown = context.new_page()
    asked, failed, said = [], [], []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("requestfailed", lambda request: failed.append(request.url))
    shown.on("console", lambda message: said.append(message.text))
    shown.goto((site / page).as_uri())
    shown.evaluate("document.fonts.ready.then(() => true)")
    assert (failed, said) == ([], [])
    assert all(url.startswith((site.as_uri(), "data:")) for url in asked)
    assert not any(url.endswith(".woff2") for url in asked)  # Firefox would refuse it from a file
    assert shown.evaluate("document.fonts.check('16px \"Fardplan Sans\"')")
    assert shown.evaluate("getComputedStyle(document.querySelector('.site-nav')).display") == "flex"
    context.close()


def test_the_way_from_the_first_page_to_an_activity_and_back(browser, site):
    """A reader comes from the first page to an activity by links, and up again by the crumbs."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="Färdplan för omställning till nära vård i Örebro län").click()
    page.get_by_role("link", name="Dietist direkt").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Dietist direkt"
    page.get_by_role("navigation", name="Du är här").get_by_role("link", name="Startsidan").click()
    assert page.url == (site / "index.html").as_uri()
    context.close()


def test_paper_has_the_page_and_not_the_site(browser, site):
    """In print the ways around the page are gone, and its own words stay."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "exempelkommun/activities/trygghetsteam.html").as_uri())
    page.emulate_media(media="print")
    seen = "one => document.querySelector(one).checkVisibility()"
    assert not page.evaluate(seen, ".crumbs")
    assert not page.evaluate(seen, ".turn")
    assert page.evaluate(seen, "h1")
    context.close()
