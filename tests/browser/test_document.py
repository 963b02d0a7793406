"""The sample document in Chromium: what readers with and without sight, mouse or colour get."""

from __future__ import annotations

import pytest

from tests.browser.probes import AXE, FAINT, OUTSIDE, RUN_COLOURS, UNFOLD


def test_axe_sees_a_violation_where_there_is_one(show, sample, tmp_path):
    """The check can fail: a page without language and with a wrong attribute breaks two rules."""
    page = sample.read_text("utf-8").replace('<html lang="sv">', "<html>")
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(page.replace("<main", '<main aria-hidden="maybe"', 1), "utf-8")
    shown = show(path=spoilt).page
    shown.evaluate(AXE)
    ids = shown.evaluate("axe.run(document).then(r => r.violations.map(one => one.id))")
    assert set(ids) == {"html-has-lang", "aria-valid-attr-value"}


def test_axe_sees_a_faint_colour(show):
    """The check can fail: grey on white, in a kind of text of which only one is judged."""
    page = show().page
    page.evaluate(AXE)
    page.evaluate(UNFOLD)
    assert page.evaluate(RUN_COLOURS)["violations"] == []
    page.evaluate("document.querySelectorAll('main p').forEach(one => one.style.color = '#999')")
    (found,) = page.evaluate(RUN_COLOURS)["violations"]
    assert found["id"] == "color-contrast"
    assert 1 <= len(found["nodes"]) < page.locator("main p").count()


def test_what_reaches_beyond_the_edge_is_seen(show):
    """The check can fail: for what sticks out, for what is cut off, and for a drawing's words."""
    page = show(320).page
    page.evaluate(UNFOLD)
    first = "Object.assign(document.querySelector('.prose p').style, {"
    for spoil, why in (
        (first + "position: 'relative', left: '200px'})", "outside"),
        (first + "left: 0, overflow: 'hidden', whiteSpace: 'nowrap'})", "cut"),
        ("document.querySelector('.slim svg text').setAttribute('x', '9999')", "drawn outside"),
    ):
        page.evaluate(spoil)
        assert why in {one.partition(" <")[0] for one in page.evaluate(OUTSIDE)}


def test_faint_text_is_seen(show):
    """The check can fail: grey on white, and a colour on a ground of its own."""
    page = show().page
    page.evaluate("document.querySelector('main p').style.color = '#999'")
    page.evaluate("document.querySelector('.badge').style.background = 'currentcolor'")
    found = page.evaluate(FAINT)["found"]
    assert [one[:3] for one in found if one.startswith(("2.7", "1.0"))] != []
    assert len(found) >= 2


def test_the_page_asks_for_nothing_and_runs_nothing(show, sample):
    """Only the file itself is read; no script runs, and the policy has nothing to complain about."""
    shown = show()
    shown.page.wait_for_load_state("networkidle")
    assert [url for url in shown.requests if not url.startswith("data:")] == [sample.as_uri()]
    assert shown.messages == []
    assert shown.page.evaluate("document.scripts.length") == 0
    assert shown.page.evaluate("document.fonts.check('16px \"Fardplan Sans\"')")


def test_the_policy_stops_what_should_slip_through(show, sample, tmp_path):
    """A script and a picture put into the page by force do nothing."""
    spoilt = tmp_path / "spoilt.html"
    forced = "<script>alert(1)</script><img src='https://spy.example/x.png' onerror='alert(2)'>"
    spoilt.write_text(sample.read_text("utf-8").replace("</main>", f"{forced}</main>"), "utf-8")
    shown = show(path=spoilt)
    shown.page.wait_for_load_state("networkidle")
    assert not [one for one in shown.messages if one.startswith("dialog")]
    assert not [url for url in shown.requests if "spy.example" in url and _went_out(shown, url)]
    assert len([one for one in shown.messages if "Content Security Policy" in one]) >= 2


def _went_out(shown, url):
    """Tell whether a request left the browser: the policy blocks it before."""
    return shown.page.evaluate(
        "url => performance.getEntriesByName(url).some(one => one.responseStatus > 0)", url
    )


def test_the_keyboard_reaches_the_text_first(show):
    """The first stop is the link past the contents, and it leads to the text."""
    page = show().page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hoppa till innehållet"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_content"


def test_a_table_is_still_a_table_as_cards(show):
    """At 360 px the cards keep the rows, headings and cells of a table for a screen reader."""
    page = show(360).page
    table = page.get_by_role("table", name="Indikatorer")
    assert table.get_by_role("row").count() == 4
    assert table.get_by_role("columnheader").count() == 6
    assert table.get_by_role("rowheader", name="Oplanerade inskrivningar").count() == 1
    assert table.get_by_role("cell", name="14,5 %", exact=True).count() == 1


def test_the_contents_are_offered_once(show):
    """A wide window shows the list beside the text, a narrow one a fold."""
    for width in (360, 1280):
        page = show(width).page
        page.evaluate(UNFOLD)
        nav = page.get_by_role("navigation", name="Innehåll")
        assert nav.get_by_role("link", name="Målbilden").count() == 1


def test_print_shows_what_is_folded(show):
    """A projektplan that is folded on the screen is seen on paper."""
    page = show().page
    visible = "document.querySelector('.unfolded p, .unfolded dl').checkVisibility()"
    assert not page.evaluate(visible)
    page.emulate_media(media="print")
    assert page.evaluate(visible)


def test_print_has_the_title_and_the_status_on_each_page(show, tmp_path):
    """Every sheet but the cover has a running head, and every sheet its number."""
    page = show().page
    page.pdf(path=str(tmp_path / "x.pdf"), prefer_css_page_size=True)
    sheets = _sheets(tmp_path / "x.pdf")
    assert len(sheets) > 8
    for number, sheet in enumerate(sheets, 1):
        assert f"Sida {number} av {len(sheets)}" in sheet
        assert "Utkast" in sheet
        assert "Färdplan för nära vård" in sheet


def _sheets(path):
    import shutil
    import subprocess

    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext saknas: apt install poppler-utils (reads the printed pages)")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return [" ".join(sheet.split()) for sheet in text.stdout.decode("utf-8").split("\f") if sheet]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_boxes(show, scheme):
    """With the system's own colours a badge and a callout still have their borders."""
    page = show(1280, scheme).page
    page.emulate_media(forced_colors="active")
    for box in (".badge", ".callout", ".questions"):
        style = f"getComputedStyle(document.querySelector('{box}')).borderTopStyle"
        assert page.evaluate(style) == "solid"
