"""The search page in Chromium, opened as a file: what is found, and that nobody is told."""

from __future__ import annotations

import pytest

from tests.site.conftest import publish
from tests.source.history import History


@pytest.fixture
def page(browser, site):
    """Open the search page; nothing may fail, be said or be asked of anybody else."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "search.html").as_uri())
    yield page
    context.close()
    assert said == []
    assert all(url.startswith((site.as_uri(), "data:")) for url in asked)


def look_for(page, words):
    """Search for words, and return the titles that are found, the best first."""
    page.fill("[data-search] input", words)
    page.get_by_role("search").get_by_role("button", name="Sök").click()
    return [one.inner_text() for one in page.locator(".hits h2").all()]


def test_from_any_page(browser, site):
    """The form on a page leads to the search page, which answers at once."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "exempelkommun/activities/trygghetsteam.html").as_uri())
    page.get_by_role("searchbox").fill("åldersvänlig vård")
    page.get_by_role("searchbox").press("Enter")
    page.locator(".hits li").first.wait_for()
    assert page.url.startswith(f"{(site / 'search.html').as_uri()}?q=")
    assert page.get_by_role("searchbox").input_value() == "åldersvänlig vård"
    context.close()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Dietist direkt", "Dietist direkt"),
        ("DIETISTER", "Dietist direkt"),
        ("dietsit direkt", "Dietist direkt"),
        ("diet", "Dietist direkt"),
        ("hemgång", "Trygg hemgång från sjukhus"),
        ("hemgang", "Trygg hemgång från sjukhus"),
        ("hemga\u030ang", "Trygg hemgång från sjukhus"),
        ("sjukhusen hemgångar", "Trygg hemgång från sjukhus"),
        ("psykiska hälsan", "Förbättra den psykiska hälsan"),
        ("psykisk hälsa", "Förbättra den psykiska hälsan"),
        ("KS 2024/318", "Exempel: Färdplan för nära vård i Exempelkommun"),
        ("utredare kansli", "Exempel: Färdplan för nära vård i Exempelkommun"),
    ],
)
def test_a_page_is_found(page, words, title):
    """By its words, in any form and case, misspelt, begun, with dots and rings or without."""
    assert title in look_for(page, words)[:2]


def test_words_inside_compounds(page):
    """A compound is found by its last word."""
    assert "Pröva trygghetsteam för äldre i kommunens norra del" in look_for(page, "team")


def test_letters_that_differ_are_other_words(page):
    """Who writes å means å: what only looks like it without its ring is not among the best."""
    far, get = look_for(page, "får"), look_for(page, "far")
    assert far != get


def test_the_place_is_marked(page):
    """The first place of the words is shown, marked; kind and roadmap are told."""
    look_for(page, "trygghetsteam")
    first = page.locator(".hits li").first
    assert first.locator(".where").inner_text() == "Aktivitet · Exempelkommuns färdplan"
    assert first.locator("mark").first.inner_text() == "trygghetsteam"


def test_what_has_left_says_of_which_version_it_is(page):
    """A page that shows an earlier version is told from those in force."""
    look_for(page, "Kartlägga vad som händer de första dagarna hemma")
    where = page.locator(".hits .where").first.inner_text()
    assert where == "Aktivitet · Exempelkommuns färdplan, version 1.0"


def test_a_result_leads_to_its_page(page):
    """The link of a result opens the page."""
    look_for(page, "dietist direkt")
    page.get_by_role("link", name="Dietist direkt").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Dietist direkt"


def test_how_many_are_found_is_said(page):
    """A reader who does not see the list is told how many there are, also none."""
    status = page.locator("[role=status]")
    assert status.inner_text() == ""
    look_for(page, "xyzzyplugh")
    assert status.inner_text() == (
        "Inget hittades för ”xyzzyplugh”. Pröva med ett annat ord, eller färre."
    )
    look_for(page, "och")
    assert status.inner_text().startswith("Inget hittades för ”och”.")
    look_for(page, "")
    assert (status.inner_text(), page.locator(".hits li").count()) == ("", 0)


@pytest.mark.parametrize(
    "words",
    ["<img src=x onerror=alert(1)>", "$&", "{n}{words}", "\\", "%", "\"'", "🙂", "a" * 5000],
)
def test_what_is_searched_is_no_markup(page, words):
    """Whatever is typed is looked for and said as it is."""
    look_for(page, words)
    assert words in page.locator("[role=status]").inner_text()
    assert page.locator("[src=x]").count() == 0


def test_address_carries_the_words(page):
    """The address of a search can be sent to somebody else."""
    look_for(page, "vård i hemmet")
    page.reload()
    assert page.get_by_role("searchbox").input_value() == "vård i hemmet"
    assert page.locator(".hits li").count() > 1


def test_without_script(browser, site):
    """Where scripts are off, the page says what to do instead."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "search.html").as_uri())
    assert "Sökningen behöver JavaScript" in page.locator("main").inner_text()
    context.close()


def test_what_files_say_is_no_markup(browser, tmp_path):
    """Titles and texts of the files come out as letters in the list of what is found."""
    evil = "<img src=x onerror=alert(1)>"
    history = History(tmp_path / "arkiv")
    history.root.mkdir()
    history.git("init", "--quiet", "--initial-branch=main")
    roadmap = (
        'format: 1\ntitle: Plan\nyear: 2024\nversion: "1.0"\nstatus: adopted\nprofile: direction\n'
        f"purpose: Kort text med `{evil}` i.\n"
    )
    area = f'title: "Område {evil}"\nintroduction: Kort text.\n'
    files = {"roadmaps/lan/roadmap.yaml": roadmap, "roadmaps/lan/areas/a.yaml": area}
    history.commit({"fardplan.toml": 'language = "sv"\n', **files}, "Allt")
    folder = tmp_path / "site"
    publish(history.root, folder)
    page = browser.new_page()
    page.goto(f"{(folder / 'search.html').as_uri()}?q=omr%C3%A5de")
    page.locator(".hits h2", has_text="Område").wait_for()
    assert evil in page.locator(".hits").inner_text()
    assert page.locator("[src=x]").count() == 0
    page.close()
