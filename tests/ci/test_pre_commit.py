"""The hooks, fetched and run by the real pre-commit when someone commits."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.ci.conftest import run

GOAL = "roadmaps/exempelkommun/goals/trygg-hemgang.yaml"

CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: fardplan-validate
      - id: fardplan-fmt
"""


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return where pre-commit keeps the hooks that it has installed."""
    return str(tmp_path_factory.mktemp("pre-commit"))


@pytest.fixture
def hooked(user: Path, published: Path, cache: str) -> Path:
    """Return the repository with the hooks in place."""
    program = shutil.which("pre-commit", path=Path(sys.prefix, "bin"))
    assert program
    rev = run("git", "rev-parse", "HEAD", cwd=published).stdout.strip()
    (user / ".pre-commit-config.yaml").write_text(CONFIG.format(repo=published, rev=rev))
    assert run("git", "add", "-A", cwd=user).returncode == 0
    done = run(program, "install", "--install-hooks", cwd=user, PRE_COMMIT_HOME=cache)
    assert done.returncode == 0, done.stdout
    return user


def commit(folder: Path, cache: str) -> tuple[int, str]:
    """Commit what is staged; return the exit code and what was said."""
    done = run("git", "commit", "-m", "ändring", cwd=folder, PRE_COMMIT_HOME=cache)
    return done.returncode, done.stdout


def edit(folder: Path, old: str, new: str) -> None:
    """Change the goal's file."""
    file = folder / GOAL
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_good_change_is_committed(hooked, cache):
    """A change without findings, in canonical layout, is committed."""
    edit(hooked, "title: ", "title: Ny ")
    run("git", "add", "-A", cwd=hooked)
    code, said = commit(hooked, cache)
    assert code == 0, said
    assert said.count("Passed") == 2


def test_broken_change_is_stopped(hooked, cache):
    """A change with an error is not committed, and the finding is shown in Swedish."""
    edit(hooked, "title: ", "titel: ")
    run("git", "add", "-A", cwd=hooked)
    code, said = commit(hooked, cache)
    assert code == 1
    assert f"{GOAL}:" in said
    assert "Skriv `title` (titel)." in said


def test_only_what_is_staged_counts(hooked, cache):
    """A fault that is not staged stops nobody, and stays in the file."""
    edit(hooked, "title: ", "title: Ny ")
    run("git", "add", "-A", cwd=hooked)
    edit(hooked, "title: ", "titel: ")
    code, said = commit(hooked, cache)
    assert code == 0, said
    assert "titel: " in (hooked / GOAL).read_text("utf-8")


def test_layout_is_mended(hooked, cache):
    """A file in another layout is laid out anew, and the commit waits for a look at it."""
    before = (hooked / GOAL).read_text("utf-8")
    (hooked / GOAL).write_text(before.rstrip("\n") + "   \n\n\n", "utf-8")
    run("git", "add", "-A", cwd=hooked)
    code, _ = commit(hooked, cache)
    assert code == 1
    assert (hooked / GOAL).read_text("utf-8") == before
