"""A county's repository with its history in git, and the site that is made of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from fardplan.pipeline.site.publish import Built, publish_site
from fardplan.source.cache import Cache
from tests.source.history import History

ROOT = Path(__file__).parent.parent.parent
BASE = "https://fardplan.example.se/lan/"
TAGS = ("askersund/1.0", "exempelkommun/2.0", "malbild-orebro-lan/1.0", "orebro-lan/1.0")
"""The releases of today; orebro has none, and shows what its history says."""

SETTINGS = """language = "sv"
data-license = "CC0-1.0"
[site]
title = "Färdplaner i länet"
[organisation]
name = "Region Örebro län"
logo = "logo.svg"
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>'


def make_county(folder: Path) -> History:
    """Make a repository in which two roadmaps have an earlier release, and some had drafts."""
    history = History(folder)
    folder.mkdir(parents=True)
    history.git("init", "--quiet", "--initial-branch=main")
    history.build_from(ROOT / "tests" / "fixtures" / "history")
    shutil.rmtree(folder / "roadmaps")
    shutil.copytree(ROOT / "roadmaps", folder / "roadmaps")
    history.commit({"fardplan.toml": SETTINGS, "logo.svg": LOGO}, "Årets versioner")
    for tag in TAGS:
        history.tag(tag)
    return history


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> History:
    """Return the county's repository, which no test may change."""
    return make_county(tmp_path_factory.mktemp("county") / "arkiv")


Publish = Callable[..., tuple[Path, Built]]


def publish(
    root: Path, folder: Path, base_url: str | None = None, cache: Cache | None = None
) -> Built:
    """Write the site of a repository."""
    return publish_site(root, folder, base_url, lambda *_: None, cache)


@pytest.fixture(scope="session")
def site(county: History, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the county's site, which no test may change."""
    folder = tmp_path_factory.mktemp("site") / "lan"
    publish(county.root, folder, BASE)
    return folder


@dataclass(frozen=True)
class Web:
    """A page as a browser reads it: its links, anchors, headings and words."""

    path: Path

    @cached_property
    def source(self) -> str:
        """The HTML."""
        return self.path.read_text("utf-8")

    @cached_property
    def _reader(self) -> _Reader:
        reader = _Reader()
        reader.feed(self.source)
        return reader

    @property
    def ways(self) -> list[str]:
        """The addresses that it leads to or loads."""
        return self._reader.ways

    @property
    def ids(self) -> set[str]:
        """The anchors in it."""
        return self._reader.ids

    @property
    def headings(self) -> list[str]:
        """The words of each h1."""
        return [" ".join(words.split()) for words in self._reader.headings]

    @property
    def words(self) -> str:
        """All words of the page."""
        return " ".join(" ".join(self._reader.words).split())

    @property
    def data(self) -> dict[str, Any]:
        """The JSON beside it."""
        found: dict[str, Any] = json.loads(self.path.with_suffix(".json").read_text("utf-8"))
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ways: list[str] = []
        self.ids: set[str] = set()
        self.headings: list[str] = []
        self.words: list[str] = []
        self._in_heading = self._in_style = False

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.ways += [values[name] for name in ("href", "src", "action") if values.get(name)]
        if values.get("id"):
            assert values["id"] not in self.ids, values["id"]
            self.ids.add(values["id"])
        if tag == "h1":
            self.headings.append("")
        self._in_heading |= tag == "h1"
        self._in_style |= tag in ("style", "script")

    def handle_endtag(self, tag):
        self._in_heading &= tag != "h1"
        self._in_style &= tag not in ("style", "script")

    def handle_data(self, data):
        if self._in_style:
            return
        self.words.append(data)
        if self._in_heading:
            self.headings[-1] += data
