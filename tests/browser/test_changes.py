"""The page of changes in Chromium: what readers with and without sight, mouse or colour get."""

from __future__ import annotations

import pytest

from tests.browser.kinds import write_changes


@pytest.fixture(params=["sv", "en"])
def changes(request, tmp_path):
    """Write what has changed as a page."""
    path = tmp_path / "changes.html"
    path.write_text(write_changes(request.param), "utf-8")
    return path


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
