"""`fardplan git-setup`: the settings that let git ask fardplan, and taking them away."""

from __future__ import annotations

import subprocess

import pytest

from fardplan.commands import git_setup
from fardplan.pipeline import git_driver
from fardplan.pipeline.git_driver import ATTRIBUTES, SETTINGS

GOAL = "roadmaps/lan/goals/a.yaml"


def read_config(kept) -> dict[str, str]:
    """Return the settings of the repository itself on how to show and to merge."""
    listed = kept.git("config", "--local", "--list", "--null")
    pairs = (entry.partition("\n") for entry in listed.split("\0"))
    return {name: value for name, _, value in pairs if name.startswith(("diff.", "merge."))}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_set_up(kept, fardplan, lang):
    """Four settings of this clone are written, again too, and all that was done is said."""
    kept.write({".gitattributes": ATTRIBUTES + "\n"})
    before = kept.git("status", "--porcelain")
    for _ in range(2):
        result = fardplan("--lang", lang, "git-setup")
        told = git_setup.DONE.say(lang, names=SETTINGS)
        lines = [told, git_setup.HOW_TO_UNDO.say(lang)]
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.splitlines() == lines
        assert read_config(kept) == git_driver.write_settings()
    assert kept.git("status", "--porcelain") == before


def test_attributes_are_missing(kept, fardplan):
    """Where git does not know which files are meant, the line that tells it is shown."""
    result = fardplan("git-setup")
    assert git_setup.NO_ATTRIBUTES.say("sv", line=ATTRIBUTES) in result.stderr.splitlines()
    kept.write({".gitattributes": "*.yaml diff=annat\n"})
    assert ATTRIBUTES in fardplan("git-setup").stderr


def test_undo(kept, fardplan):
    """What was set is taken away, and nothing else; once more there is nothing to do."""
    kept.git("config", "diff.fardplan.xfuncname", "^[a-z]")
    kept.git("config", "diff.renames", "true")
    fardplan("git-setup")
    result = fardplan("git-setup", "--undo")
    assert (result.exit_code, result.stderr) == (0, git_setup.UNDONE.say("sv") + "\n")
    assert read_config(kept) == {"diff.fardplan.xfuncname": "^[a-z]", "diff.renames": "true"}
    again = fardplan("git-setup", "--undo")
    assert (again.exit_code, again.stderr) == (0, git_setup.NOTHING_TO_UNDO.say("sv") + "\n")


@pytest.mark.parametrize("option", [[], ["--undo"]])
def test_outside_git(write, fardplan, option):
    """Without a repository there is nothing to set: one line says what to do."""
    root = write()
    result = fardplan("git-setup", *option)
    said = git_driver.NO_REPOSITORY.say("sv", folder=root)
    assert (result.exit_code, result.stderr) == (3, f"fardplan: {said}\n")


def test_git_refuses(kept, fardplan):
    """Where git may not write its settings, its own words are passed on in one line."""
    lock = kept.root / ".git/config.lock"
    lock.touch()
    result = fardplan("git-setup")
    assert result.exit_code == 3
    assert result.stderr.startswith("fardplan: Git kunde inte ändra sina inställningar")
    assert len(result.stderr.splitlines()) == 1
    assert read_config(kept) == {}


def test_fardplan_is_gone(kept, fardplan, monkeypatch):
    """Where Python has been taken away since, git shows the lines and does not fail."""
    monkeypatch.setattr(git_driver.write_settings, "__defaults__", ("/finns inte/python",))
    fardplan("git-setup")
    kept.commit({".gitattributes": ATTRIBUTES + "\n"})
    kept.commit({GOAL: "title: Målet B\n"})
    for command in (["diff", "HEAD~1", "--", GOAL], ["log", "-p", "-1"], ["show"]):
        lines = kept.git(*command).splitlines()
        changed = [line for line in lines if line.startswith(("-title", "+title"))]
        assert changed == ["-title: Målet A", "+title: Målet B"]


def test_repository_runs_nothing_of_its_own(kept, fardplan):
    """A file in the repository that is called as a module of Python is not run by it."""
    trap = "import pathlib; pathlib.Path('fallan').touch()\n"
    names = ("fardplan.py", "typing.py", "typer.py", "roadmaps.py")
    kept.commit({".gitattributes": ATTRIBUTES + "\n", **dict.fromkeys(names, trap)})
    fardplan("git-setup")
    kept.write({GOAL: "title: Målet B\n"})
    assert "Målet ”Målet B” hette ”Målet A” förut" in kept.git("diff")
    kept.git("commit", "-q", "-a", "-m", "B")
    assert "+Titel: Målet B" in kept.git("log", "-p", "-1")
    assert not (kept.root / "fallan").exists()


def test_settings_are_for_a_shell():
    """A path with blanks and quotes stays one word in the settings."""
    settings = git_driver.write_settings("/en mapp/d'or/python")
    for value in (value for name, value in settings.items() if name != git_driver.MERGE_NAME):
        parsed = subprocess.run(["sh", "-n", "-c", value], capture_output=True, check=False)
        assert (parsed.returncode, parsed.stderr) == (0, b"")
        assert "'/en mapp/d'\"'\"'or/python'" in value
