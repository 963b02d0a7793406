"""The preview in a real browser: what has been saved is there, where the reader was."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from fardplan.server.preview import Preview
from fardplan.server.serving import Server
from tests.server.places import BROKEN, GOAL, make_repository, write

GOAL_FILE = "roadmaps/lanet/goals/hem.yaml"
TALL = "".join(f"  - Punkt {n} som fyller en rad.\n" for n in range(80))

HIDE = """state => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
"""Tells a page that its tab has come to the front or gone: headless, all of them are in front."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Run a server on a free port, with a document that is higher than the window."""
    make_repository(tmp_path)
    write(
        tmp_path, "roadmaps/lanet/areas/trygg-hemma.yaml", f"title: Trygg hemma\nquestions:\n{TALL}"
    )
    with Server(Preview(tmp_path), 0, "sv") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """Open the roadmap's preview; no message may come from the page."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{server.address}lanet/")
    page.frame_locator("iframe").locator("h1").wait_for()
    yield page
    context.close()
    assert said == []


def save(server: Server, path: str, text: str) -> None:
    """Save a file, and let the preview know as the watcher does."""
    write(server.preview.root, path, text)
    server.preview.refresh()


def document(page: Page) -> str:
    """Return the text of the document on show."""
    return page.frame_locator("iframe:not(.waiting)").locator("body").inner_text()


def test_a_save_is_shown_where_the_reader_was(server, page):
    """The new document takes the old one's place, at the same heading."""
    page.frames[1].evaluate("document.getElementById('goal-hem').scrollIntoView()")
    before = page.frames[1].evaluate("scrollY")
    save(server, GOAL_FILE, GOAL.replace("Alla", "Fler"))
    page.frame_locator("iframe:not(.waiting)").get_by_role(
        "heading", name="Fler kommer hem"
    ).wait_for()
    page.get_by_text("Uppdaterad ").wait_for()
    assert page.locator("iframe").count() == 1
    assert before > 700
    assert abs(page.frames[-1].evaluate("scrollY") - before) <= 40


def test_what_is_the_same_is_left_alone(server, page):
    """Only what is new is exchanged: what the reader has unfolded stays so, and so does the page."""
    frame = page.frames[1]
    activity = "title: {}\narea: trygg-hemma\nprojektplan:\n  mandate:\n    background: Text.\n"
    save(server, "roadmaps/lanet/activities/b.yaml", activity.format("Andra"))
    frame.get_by_role("heading", name="Andra").wait_for()
    frame.evaluate("""() => {
        document.prov = document.getElementById('goal-hem');
        document.querySelector('#activity-b details').open = true;
        document.getElementById('activity-b').scrollIntoView();
    }""")
    top = "document.getElementById('activity-b').getBoundingClientRect().top"
    before, height = frame.evaluate(top), frame.evaluate("document.body.scrollHeight")
    save(server, "roadmaps/lanet/activities/a.yaml", activity.format("Första"))
    frame.get_by_role("heading", name="Första").wait_for()
    page.wait_for_timeout(100)
    assert frame.evaluate("document.body.scrollHeight") > height
    assert frame.evaluate("document.prov === document.getElementById('goal-hem')")
    unfolded = "[...document.querySelectorAll('details[open]')].map(d => d.closest('[id]').id)"
    assert frame.evaluate(unfolded) == ["projektplan-b"]
    assert abs(frame.evaluate(top) - before) <= 1
    assert page.frames[1] == frame


def test_another_look_is_shown_whole(server, page):
    """New colours are new for the whole document, and the reader stays where she was."""
    page.frames[1].evaluate("document.getElementById('goal-hem').scrollIntoView()")
    before = page.frames[1].evaluate("scrollY")
    save(server, "templates/roadmap/document.toml", '[colors]\naccent = "#7a1f5c"\n')
    page.get_by_text("Uppdaterad ").wait_for()
    assert page.locator("iframe").count() == 1
    assert "#7a1f5c" in page.frames[-1].content()
    assert abs(page.frames[-1].evaluate("scrollY") - before) <= 1


def test_the_mended_document_is_the_new_one(server, page):
    """After many saves the page holds what it would if it were loaded anew."""
    for text in ("Fler kommer hem", "Alla: hem", "Alla kommer hem"):
        save(server, GOAL_FILE, GOAL.replace("Alla kommer hem", f'"{text}"'))
        page.frames[1].get_by_role("heading", name=text).wait_for()
    save(server, "roadmaps/lanet/areas/trygg-hemma.yaml", "title: Trygg\nintroduction: Kort.\n")
    page.frames[1].get_by_role("heading", name="Trygg", exact=True).wait_for()
    page.wait_for_timeout(100)
    shown = "[document.title, document.body.outerHTML]"
    mended = page.frames[1].evaluate(shown)
    page.goto(f"{server.address}lanet/document")
    assert mended == page.evaluate(shown)


def test_a_mistake_stands_over_the_last_document(server, page):
    """What is wrong comes above the document as it was, and goes when it is mended."""
    save(server, GOAL_FILE, BROKEN)
    page.get_by_text("det saknas ett citattecken i slutet").wait_for()
    assert "Alla kommer hem" in document(page)
    save(server, GOAL_FILE, GOAL)
    page.get_by_text("det saknas ett citattecken i slutet").wait_for(state="detached")
    assert "Alla kommer hem" in document(page)


def test_many_tabs(browser, server):
    """A browser keeps few lines open to one server: tabs in the background leave theirs."""
    context = browser.new_context()
    tabs = []
    for _ in range(9):
        tabs.append(context.new_page())
        tabs[-1].goto(f"{server.address}lanet/")
        tabs[-1].frame_locator("iframe").locator("h1").wait_for()
        tabs[-1].evaluate(HIDE, "hidden")
    save(server, GOAL_FILE, GOAL.replace("Alla", "Fler"))
    for tab in (tabs[0], tabs[-1]):
        tab.evaluate(HIDE, "visible")
        heading = tab.frames[1].get_by_role("heading", name="Fler kommer hem")
        heading.wait_for()
        assert heading.is_visible()
        tab.evaluate(HIDE, "hidden")
    context.close()


def test_nothing_is_asked_of_others(browser, server):
    """Every request goes to the preview itself."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.address)
    page.goto(f"{server.address}lanet/")
    page.frame_locator("iframe").locator("h1").wait_for()
    page.close()
    addresses = [url for url in asked if not url.startswith("data:")]
    assert {url.startswith(server.address) for url in addresses} == {True}
