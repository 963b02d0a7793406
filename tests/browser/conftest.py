"""A real browser that shows pages, and everything they ask for or complain about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS, Kind, write_sample


@dataclass
class Shown:
    """Hold a page on show, the addresses it asked for and what the browser said about it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample document to a file."""
    path = tmp_path_factory.mktemp("page") / "sample.html"
    path.write_text(write_sample(), "utf-8")
    return path


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Take one kind of page after the other."""
    found: Kind = request.param
    return found


@pytest.fixture
def address(kind: Kind, tmp_path: Path) -> Iterator[str]:
    """Return the address of a page of the kind at hand."""
    with kind.visit(tmp_path) as found:
        yield found


@pytest.fixture
def show(browser: Browser, sample: Path) -> Iterator[Callable[..., Shown]]:
    """Open the sample, another file or an address, at a width and in a colour scheme."""
    contexts = []

    def open_page(
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        path: Path | str | None = None,
        scale: float = 1,
    ) -> Shown:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            device_scale_factor=scale,
        )
        contexts.append(context)
        shown = Shown(context.new_page())
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.messages.append(message.text))
        shown.page.on("pageerror", lambda error: shown.messages.append(str(error)))
        shown.page.on("dialog", lambda dialog: shown.messages.append(f"dialog {dialog.message}"))
        shown.page.goto(path if isinstance(path, str) else (path or sample).as_uri())
        return shown

    yield open_page
    for context in contexts:
        context.close()
