"""The page of changes in Chromium: what readers with and without sight, mouse or colour get."""

from __future__ import annotations

from pathlib import Path

import pytest

from fardplan.formats import changes_html
from fardplan.formats._page import Page
from fardplan.pipeline.comparison import compare_versions
from tests.browser.test_document import AXE, OVERFLOWING, UNFOLD

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session", params=["sv", "en"])
def changes(request, tmp_path_factory) -> Path:
    """Write what has changed in the example that uses every feature, as a page."""
    old = ROOT / "tests" / "fixtures" / "history" / "exempelkommun" / "2024"
    found = compare_versions(ROOT, "exempelkommun", str(old)).comparison
    path: Path = tmp_path_factory.mktemp("changes") / f"changes.{request.param}.html"
    path.write_text(changes_html.write(found, Page(request.param)), "utf-8")
    return path


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (768, "light"), (1280, "dark")])
def test_axe_finds_no_violation(show, changes, width, scheme):
    """No rule of axe (WCAG 2.1 A and AA, and best practice) is broken."""
    page = show(width, scheme, changes).page
    page.evaluate(UNFOLD)
    page.evaluate(AXE.read_text("utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    broken = [(one["id"], [n["html"][:120] for n in one["nodes"]]) for one in result["violations"]]
    assert broken == []
    assert len(result["passes"]) > 15


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_reaches_beyond_the_edge(show, changes, width):
    """Nothing is wider than the window, on a phone and on a desk."""
    page = show(width, path=changes).page
    page.evaluate(UNFOLD)
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_page_asks_for_nothing(show, changes):
    """Only the file itself is read, and the policy has nothing to complain about."""
    shown = show(path=changes)
    shown.page.wait_for_load_state("networkidle")
    assert [url for url in shown.requests if not url.startswith("data:")] == [changes.as_uri()]
    assert shown.messages == []


def test_changed_words_are_seen_and_heard(show, changes):
    """What is gone is struck through and what is new underlined; both are said in words too."""
    page = show(path=changes).page
    for tag, line in (("del", "line-through"), ("ins", "underline")):
        first = page.locator(f"main section {tag}").first
        style = first.evaluate("one => getComputedStyle(one).textDecorationLine")
        assert style == line
        heard = first.inner_text()
        assert heard.startswith(("Borttaget:", "Removed:", "Tillagt:", "Added:"))
        assert heard.endswith(("Slut på ändringen.", "End of change."))
    role = page.get_by_role("deletion").first
    assert role.evaluate("one => one.tagName") == "DEL"
