"""The schemas in a real editor's language server: help while writing, in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fardplan.model.paths import CONTENT
from tests.editors.language_server import LanguageServer

ROOT = Path(__file__).parents[2]
ACTIVITY = ROOT / CONTENT / "exempelkommun" / "activities" / "ny.yaml"
HEAD = "# yaml-language-server: $schema=../../../schemas/activity.schema.json\n"
SHIPPED = sorted((ROOT / CONTENT).rglob("*.yaml"))


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """Return a server with this repository open."""
    with LanguageServer(ROOT) as running:
        yield running


@pytest.fixture
def path(tmp_path_factory, request) -> Path:
    """Return the path of a file that no other test has open."""
    return ACTIVITY.with_name(f"{request.node.name}.yaml".replace("[", "-").replace("]", ""))


def test_unknown_key(server, path):
    """An unknown key is an error on that key alone."""
    found = server.open(path, HEAD + "title: Prov\nansvarig: socialnamnden\nstatus: ongoing\n")
    assert [(one["severity"], one["range"]["start"], one["range"]["end"]) for one in found] == [
        (1, {"line": 2, "character": 0}, {"line": 2, "character": 8})
    ]
    assert "ansvarig" in found[0]["message"]


def test_wrong_value(server, path):
    """A word that is none of the given ones is an error on the word."""
    found = server.open(path, HEAD + "title: Prov\nstatus: pågår\n")
    assert [one["range"]["start"] for one in found] == [{"line": 2, "character": 8}]


def test_completes_keys(server, path):
    """At the beginning of a line the keys that may stand there are proposed, told in Swedish."""
    server.open(path, HEAD + "title: Prov\n\n")
    proposed = server.complete(path, (2, 0))
    assert {"goal", "responsible", "projektplan", "status"} <= set(proposed)
    assert "title" not in proposed
    assert proposed["status"] == "Hur långt aktiviteten har kommit."


def test_completes_keys_inside(server, path):
    """Inside the projektplan its five parts are proposed."""
    server.open(path, HEAD + "title: Prov\nprojektplan:\n  kind: projektplan\n  \n")
    proposed = set(server.complete(path, (4, 2)))
    assert {"timeline", "mandate", "implementation", "financing", "follow_up"} <= proposed


def test_completes_values(server, path):
    """Where one of some given words is expected, they are proposed."""
    server.open(path, HEAD + "title: Prov\nstatus: \n")
    assert {"idea", "planned", "ongoing", "completed"} <= set(server.complete(path, (2, 8)))


def test_hover(server, path):
    """Over a key the editor says in Swedish what it is for."""
    server.open(path, HEAD + "title: Prov\nresponsible: socialnamnden\n")
    assert server.hover(path, (2, 3)).startswith("#### Ansvarig\n\nDen eller de som ansvarar.\n")


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_shipped_content(server, file):
    """The editor finds no fault with any of the shipped files, each of which names its schema."""
    text = file.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    assert server.open(file, text) == []
