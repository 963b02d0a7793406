"""Paths, ids and links that lead out of the repository: nothing is read or written there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.commands.conftest import GOOD
from tests.source.history import StartHistory
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture

HIDDEN = "HEMLIGT-4711"
PICTURE = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{HIDDEN}</text></svg>'


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a folder beside the repository, with things that nobody may read or change."""
    folder = tmp_path / "utanför"
    folder.mkdir()
    (folder / "hemligt.yaml").write_text(f"title: {HIDDEN}\n", "utf-8")
    (folder / "logo.svg").write_text(PICTURE, "utf-8")
    (folder / "tom").mkdir()
    return folder


@pytest.fixture
def root(start_history: StartHistory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository in git, and stand in it."""
    history = start_history()
    history.commit({**GOOD, "fardplan.toml": 'language = "sv"\n'})
    monkeypatch.chdir(history.root)
    return history.root


def _look(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


LINKS: dict[str, tuple[str, list[tuple[str, ...]]]] = {
    "roadmaps/lan/goals/b.yaml": ("hemligt.yaml", [("validate",), ("list", "goal"), ("render", "lan"), ("fmt",)]),
    "roadmaps/lan/areas": ("", [("validate",), ("new", "area", "lan", "--title", "Ny", "--no-input")]),
    "roadmaps/annan": ("", [("validate",), ("list",), ("render", "annan"), ("diff", "annan", "HEAD")]),
    "fardplan-baseline.yaml": ("hemligt.yaml", [("baseline",), ("baseline", "--reset"), ("validate",)]),
    "fardplan-approvals.yaml": ("hemligt.yaml", [("diff", "lan", "HEAD"), ("validate",)]),
    "roadmaps/organisations.yaml": ("hemligt.yaml", [("validate",), ("list", "organisation"), ("fmt",)]),
    ".fardplan-edit": ("hemligt.yaml", [("list",), ("rename", "lan/goal/a", "b")]),
    "build": ("tom", [("site",)]),
    "schemas": ("tom", [("init", "."), ("schema",)]),
    ".github": ("tom", [("init", ".", "--no-input")]),
}  # fmt: skip
"""A link in the repository, where it leads, and what is run there."""


@pytest.mark.parametrize("place", LINKS)
def test_nothing_goes_through_a_link(root, outside, fardplan, place):
    """What a link leads to is neither shown nor changed, whatever is run."""
    target, commands = LINKS[place]
    (root / place).symlink_to(outside / target if target else outside)
    before = _look(outside)
    for asked in commands:
        result = fardplan("--lang=sv", *asked)
        assert result.exit_code in (0, 1, 2, 3), (asked, result.stderr)
        assert HIDDEN not in result.output, asked
        assert _look(outside) == before, asked
        assert (root / place).is_symlink()


@pytest.mark.parametrize(
    "name", ["../utanför", "..", ".", "/etc", "lan/../../utanför", "C:\\x", "..\\utanför", "~", "a/b/c/d/e",
             "lan\0", "-x", "--help", "", " ", "\udcff", "lan/goal/../../../utanför/hemligt"]
)  # fmt: skip
def test_an_id_is_no_path(root, outside, fardplan, name):
    """Whatever is given as an id is looked up among those there are, and is no path."""
    before, now = _look(outside), sorted(root.rglob("*"))
    for asked in (
        ("render", "--", name), ("diff", "--", name, "HEAD"), ("impact", "--", name, "HEAD"),
        ("release", "--no-input", "--", name), ("review", "--no-input", "--", name),
        ("revise", "--no-input", "--", name, "2030"), ("adopt", "--no-input", "--", name),
        ("rename", "--", "lan/goal/a", name), ("rename", "--", name, "b"),
        ("new", "goal", f"--id={name}", "--title=x", "--no-input", "--", "lan"),
        ("new", "roadmap", f"--id={name}", "--title=x", "--no-input"),
    ):  # fmt: skip
        result = fardplan("--lang=sv", *asked)
        assert result.exit_code in (1, 2, 3), (asked, result.output)
        assert HIDDEN not in result.output, asked
    assert _look(outside) == before
    assert [path for path in sorted(root.rglob("*")) if ".git" not in path.parts] == [
        path for path in now if ".git" not in path.parts
    ]


@pytest.mark.parametrize(
    "way", ["../utanför/logo.svg", "ABSOLUTE", "link.svg", "a/../../utanför/logo.svg"]
)
@pytest.mark.parametrize("key", ["settings", "cover"])
def test_a_picture_from_elsewhere(root, outside, fardplan, way, key):
    """A logo outside the repository, also by a link, is not shown, in any form."""
    (root / "link.svg").symlink_to(outside / "logo.svg")
    path = json.dumps(str(outside / "logo.svg") if way == "ABSOLUTE" else way)
    if key == "settings":
        (root / "fardplan.toml").write_text(f'[organisation]\nname = "X"\nlogo = {path}\n', "utf-8")
    else:
        roadmap = root / "roadmaps/lan/roadmap.yaml"
        roadmap.write_text(roadmap.read_text("utf-8") + f"cover:\n  logo: {path}\n", "utf-8")
    html = fardplan("render", "lan")
    assert "data:image/svg" not in html.stdout
    assert HIDDEN not in html.output
    fardplan("site", "-o", "../webb")
    shown = b"".join(path.read_bytes() for path in root.parent.joinpath("webb").rglob("*.svg"))
    assert HIDDEN.encode() not in shown


@pytest.mark.parametrize(
    "place", [".", "roadmaps", "/", "..", ".git", "roadmaps/lan", "fardplan.toml", "~"]
)
def test_a_site_onto_something_else(root, outside, fardplan, place):
    """A site is written into no folder that holds something else, least of all the repository."""
    (root / "~").mkdir()
    (root / "~" / "brev.txt").write_text("kvar")
    before, now = _look(outside), _look(root)
    result = fardplan("--lang=sv", "site", "-o", place)
    assert result.exit_code == 3
    assert result.stderr.startswith("fardplan: ")
    assert "innehåller annat" in result.stderr or "ingen mapp" in result.stderr
    assert (_look(outside), _look(root)) == (before, now)


def test_a_site_by_a_link_that_is_named(root, outside, fardplan):
    """A user who names a link means what it leads to: an empty folder is filled."""
    (root.parent / "webb").symlink_to(outside / "tom")
    assert fardplan("site", "-o", "../webb").exit_code == 0
    assert (outside / "tom" / "index.html").is_file()


def test_a_journal_from_elsewhere(root, outside, fardplan):
    """A journal that came with the files puts nothing outside them."""
    told = {"fardplan": 1, "move": ["roadmaps/lan", "../utanför/lan"], "files": {}}
    (root / ".fardplan-edit").write_text(json.dumps(told))
    before = _look(outside)
    fardplan("list")
    assert _look(outside) == before
    assert (root / "roadmaps/lan/roadmap.yaml").is_file()


def test_a_pipe_is_not_waited_for(root, fardplan):
    """A pipe, a socket or a device in a file's place keeps nobody waiting."""
    for name in ("fardplan-baseline.yaml", "fardplan-approvals.yaml", "roadmaps/lan/goals/p.yaml"):
        os.mkfifo(root / name)
    for asked in (
        ("validate",),
        ("list",),
        ("diff", "lan", "HEAD"),
        ("render", "lan"),
        ("fmt", "--check"),
    ):
        assert fardplan(*asked).exit_code in (0, 1, 3), asked
