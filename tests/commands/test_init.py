"""`fardplan init`: what is laid out, what is left alone, what is refused."""

from __future__ import annotations

import json

import pytest

from fardplan.model.schema import KINDS
from fardplan.source.yaml import read_yaml
from tests.commands.terminal import converse


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Return an empty folder, and stand in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("profile", ["action", "direction", "process", "vision"])
def test_nothing_to_mend(fardplan, home, profile, lang):
    """What is laid out has no findings, the canonical layout, fresh schemas, and a document."""
    start = ["--lang", lang, "init", "ny", "--profile", profile, "--no-input"]
    assert fardplan(*start).exit_code == 0
    checks = [
        ["validate", "--fail-on", "info"], ["fmt", "--check"], ["schema", "--check"],
        *(["render", one, "-o", "ut.html"] for one in ids(home / "ny")),
    ]  # fmt: skip
    for check in checks:
        result = fardplan("-C", "ny", *check)
        assert result.exit_code == 0, result.output
    assert (home / "ny/ut.html").stat().st_size > 10_000


def ids(folder):
    """Return the roadmaps of a repository."""
    return [path.parent.name for path in folder.glob("roadmaps/*/roadmap.yaml")]


def test_what_is_told(fardplan, home):
    """Title, organisation and the rest go where they belong, whatever they hold."""
    args = ["--title", 'Plan: "A" {{ x }} # <<b>>', "--organisation", "Region Å", "--body", "Rådet"]
    result = fardplan("init", "--year", "2031", "--id", "plan", *args, "--no-input")
    assert result.exit_code == 0, result.stderr
    values = read_yaml((home / "roadmaps/plan/roadmap.yaml").read_bytes()).values
    assert values == {
        "format": "1", "title": 'Plan: "A" {{ x }} # <<b>>', "year": "2031", "profile": "action",
        "status": "draft", "owners": "region-a", "accountable": "radet",
    }  # fmt: skip
    shared = read_yaml((home / "roadmaps/organisations.yaml").read_bytes()).values
    assert shared == {
        "format": "1",
        "organisations": [{"id": "region-a", "kind": "region", "title": "Region Å"}],
        "bodies": [{"id": "radet", "title": "Rådet", "organisation": "region-a"}],
    }
    assert fardplan("validate", "--fail-on", "info").exit_code == 0
    assert result.stdout.splitlines() == sorted(
        path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()
    )


def test_files_that_are_there(fardplan, home):
    """Files that are there already are left as they are, and named."""
    (home / ".github/workflows").mkdir(parents=True)
    kept = ["README.md", ".github/workflows/fardplan.yml"]
    for path in kept:
        (home / path).write_text("mitt\n")
    result = fardplan("init", "--no-input")
    assert result.exit_code == 0
    assert "orörda: .github/workflows/fardplan.yml och README.md." in result.stderr
    assert [(home / path).read_text() for path in kept] == ["mitt\n", "mitt\n"]
    assert (home / "fardplan.toml").is_file()


@pytest.mark.parametrize("there", ["roadmaps/plan/x.yaml", "roadmaps"])
@pytest.mark.parametrize("where", [".", "under/mapp"])
def test_refused(fardplan, home, there, where):
    """Where roadmaps are, or above, nothing is written, and the right command is named."""
    (home / there).parent.mkdir(parents=True, exist_ok=True)
    (home / there).mkdir() if there == "roadmaps" else (home / there).write_text("x")
    result = fardplan("init", where, "--no-input")
    assert (result.exit_code, "fardplan new roadmap" in result.stderr) == (3, True)
    assert [path.name for path in home.iterdir()] == ["roadmaps"]


def test_not_a_folder(fardplan, home):
    """A file in the place of the folder is told of."""
    (home / "ny").touch()
    result = fardplan("init", "ny", "--no-input")
    assert (result.exit_code, "är en fil, inte en mapp" in result.stderr) == (3, True)


def test_git_is_only_told_of(fardplan, home):
    """No git repository is made; how to make one is said where there is none."""
    assert "git init" in fardplan("init", "a", "--no-input").stderr
    assert not (home / "a/.git").exists()
    (home / ".git").mkdir()
    assert "git init" not in fardplan("init", "b", "--no-input").stderr


def test_editors_know_each_file(fardplan, home):
    """The editor's settings lead each kind of file to its schema, and recommend the extension."""
    assert fardplan("init", "--no-input").exit_code == 0
    settings = json.loads((home / ".vscode/settings.json").read_text())
    schemas = {f"schemas/{kind}.schema.json" for kind in KINDS}
    assert set(settings["yaml.schemas"]) == schemas
    assert all((home / path).is_file() for path in schemas)
    extensions = json.loads((home / ".vscode/extensions.json").read_text())
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def test_dialogue(tmp_path):
    """At a terminal a handful of questions is asked, each with something to take."""
    start = ["Färdplan för Lekeberg", "Lekebergs kommun", "handlingsplan", "2026"]
    code, screen = converse(tmp_path, ["init", "ny"], [*start, "Kommunstyrelsen", ""])
    assert code == 0, screen
    assert "Vad heter färdplanen? [Färdplan för nära vård] " in screen
    assert "Vilken grupp eller nämnd ansvarar för färdplanen? [Ledningsgruppen] " in screen
    values = read_yaml((tmp_path / "ny/roadmaps/lekeberg/roadmap.yaml").read_bytes()).values
    assert values == {
        "format": "1", "title": "Färdplan för Lekeberg", "year": "2026", "profile": "action",
        "status": "draft", "owners": "lekebergs-kommun", "accountable": "kommunstyrelsen",
    }  # fmt: skip
