"""A copy of this repository as others would fetch it, and a small repository that uses it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


def run(*command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a program and return what it wrote, stdout and stderr together."""
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def commit_all(folder: Path) -> str:
    """Commit everything in a folder; return the commit."""
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "start"]):
        done = run("git", *command, cwd=folder)
        assert done.returncode == 0, done.stdout
    return run("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that holds what this one does, also what is not committed yet."""
    folder = tmp_path_factory.mktemp("published")
    listed = run("git", "ls-files", "-z", "-co", "--exclude-standard", cwd=ROOT).stdout
    for name in filter(None, listed.split("\0")):
        if name.startswith(("tests/", "roadmaps/", "benchmarks/")) or not (ROOT / name).is_file():
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    commit_all(folder)
    return folder


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of a fresh Python, as on a machine that has never seen fardplan."""
    folder = tmp_path_factory.mktemp("python")
    done = run(sys.executable, "-m", "venv", str(folder), cwd=folder)
    assert done.returncode == 0, done.stdout
    return folder / "bin"


@pytest.fixture
def user(tmp_path: Path) -> Path:
    """Return a repository with one roadmap and no findings, committed."""
    folder = tmp_path / "användare"
    shutil.copytree(ROOT / "roadmaps/exempelkommun", folder / "roadmaps/exempelkommun")
    shutil.copytree(ROOT / "roadmaps/orebro-lan", folder / "roadmaps/orebro-lan")
    shutil.copytree(ROOT / "roadmaps/malbild-orebro-lan", folder / "roadmaps/malbild-orebro-lan")
    for name in ("roadmaps/organisations.yaml", "roadmaps/glossary.yaml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("fardplan.toml", "fardplan-baseline.yaml"):
        shutil.copy(ROOT / name, folder / name)
    commit_all(folder)
    return folder
