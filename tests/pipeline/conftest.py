"""The shipped roadmaps in a repository of their own, of which what is found is remembered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.source.history import History

ROOT = Path(__file__).parents[2]


@pytest.fixture
def remembered(tmp_path, monkeypatch):
    """A county, its municipalities and their vision in one commit, and an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("FARDPLAN_NO_CACHE", raising=False)
    history = History(tmp_path / "arkiv")
    history.root.mkdir()
    shutil.copytree(ROOT / "roadmaps", history.root / "roadmaps")
    history.git("init", "-q")
    history.git("add", "-A")
    history.git("commit", "-qm", "Första")
    return history
