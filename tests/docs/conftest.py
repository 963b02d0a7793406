"""A repository like this one to follow a page in, with its earlier versions in the history."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

HISTORY = ROOT / "tests" / "fixtures" / "history"
CONTENT = ("roadmaps", "schemas")


@pytest.fixture(scope="session")
def this_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the content of this one: earlier editions, then today's."""
    root = tmp_path_factory.mktemp("arkiv")
    _git(root, "init", "--quiet", "--initial-branch=main")
    for roadmap in sorted(HISTORY.iterdir()):
        for edition in sorted(path for path in roadmap.iterdir() if path.is_dir()):
            shutil.copytree(edition, root / "roadmaps" / roadmap.name, dirs_exist_ok=True)
    _commit(root, "Tidigare versioner")
    shutil.rmtree(root / "roadmaps")
    for name in CONTENT:
        shutil.copytree(ROOT / name, root / name)
    for file in ROOT.glob("fardplan*.*"):
        shutil.copy(file, root / file.name)
    _commit(root, "Årets versioner")
    return root


def _commit(root: Path, message: str) -> None:
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", message)


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True)
