"""Titles, ids and texts are data: whatever they hold, no page is broken and nothing gets out."""

from __future__ import annotations

import json

import pytest

from fardplan.documents.site.addresses import entity_page, lead, segment
from tests.site.conftest import Web, publish
from tests.source.history import StartHistory, roadmap
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture

EVIL = "</title><script>alert(1)</script>\"' & <b>"


@pytest.mark.parametrize(
    "name", ["..", ".", "", "a/b", "../../etc", "a b", "%2e%2e", "Å", "x" * 300, "con\0", "\udc80"]
)
def test_every_name_makes_a_plain_part_of_an_address(name):
    """A part of an address holds letters, digits and hyphens only, and is never too long."""
    made = segment(name)
    assert made.replace("-", "").isalnum()
    assert made.isascii()
    assert len(made) <= 100


@pytest.mark.parametrize("name", ["a", "a-1", "1.0", "2024", "1.0.1"])
def test_an_ordinary_name_is_kept(name):
    """Ids and versions stand in addresses as they are."""
    assert segment(name) == name


def test_different_names_have_different_addresses():
    """Two odd names that look the same as words do not share an address."""
    pages = {entity_page("lan", "goal", name) for name in ("Å", "å", "Ä", "a b", "a  b", "a-b")}
    assert len(pages) == 6


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("index.html", "lan/index.html", "lan/index.html"),
        ("lan/goals/a.html", "index.html", "../../index.html"),
        ("lan/index.html", "lan/index.html#statement-a", "#statement-a"),
        ("lan/1.0/index.html", "lan/index.html#x", "../index.html#x"),
        ("lan/goals/a.html", "lan/goals/a.html", "a.html"),
    ],
)
def test_ways_are_relative(page, target, way):
    """The way between two pages works in whatever folder the site stands."""
    assert lead(page, target) == way


def test_markup_in_titles_is_words(start_history: StartHistory, tmp_path):
    """Markup in any title stands on the pages as it was written."""
    history = start_history()
    title = json.dumps(EVIL)
    history.commit({
        "fardplan.toml": f"[site]\ntitle = {title}\n[organisation]\nname = {title}\n",
        "roadmaps/lan/roadmap.yaml": roadmap(2023, '"1.0"', title=title, profile="action",
                                             status="adopted", short_title=title),
        "roadmaps/lan/areas/a.yaml": f"title: {title}\n",
        "roadmaps/lan/goals/g.yaml": f"title: {title}\narea: a\n",
        "roadmaps/lan/activities/x.yaml": f"title: {title}\ngoal: g\n",
        "roadmaps/lan/activities/Ett namn.yaml": f"title: {title}\ngoal: g\n",
        "roadmaps/assets/roadmap.yaml": roadmap(2023, '"1.0"', status="adopted",
                                                profile="direction"),
    })  # fmt: skip
    out = tmp_path / "ut"
    publish(history.root, out)
    pages = list(out.rglob("*.html"))
    assert len(pages) >= 9
    for path in pages:
        source = Web(path).source
        assert source.count("<script") == source.count('<script src="assets/')
        assert "<b>" not in Web(path).source
    assert Web(out / "lan/goals/g.html").headings == [EVIL]
    assert {path.parent.name for path in out.rglob("ett-namn-*.html")} == {"activities"}
