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
    page.locator("iframe.waiting").wait_for(state="detached")
    assert page.locator("iframe").count() == 1
    assert before > 700
    assert abs(page.frames[-1].evaluate("scrollY") - before) <= 40
    assert page.locator(".news").inner_text().startswith("Uppdaterad ")


def test_a_mistake_stands_over_the_last_document(server, page):
    """What is wrong comes above the document as it was, and goes when it is mended."""
    save(server, GOAL_FILE, BROKEN)
    page.get_by_text("det saknas ett citattecken i slutet").wait_for()
    assert "Alla kommer hem" in document(page)
    save(server, GOAL_FILE, GOAL)
    page.get_by_text("det saknas ett citattecken i slutet").wait_for(state="detached")
    assert "Alla kommer hem" in document(page)


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
