"""A county's repository full of attacks, with its history in git, and what is made of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import check as check  # noqa: PLC0414 - a fixture
from tests.commands.conftest import write as write  # noqa: PLC0414 - a fixture
from tests.hostile.attacks import make_hostile
from tests.site.conftest import TAGS, publish
from tests.site.conftest import county as county  # noqa: PLC0414 - a fixture
from tests.site.conftest import site as site  # noqa: PLC0414 - a fixture
from tests.source.history import History

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("askersund", "exempelkommun", "malbild-orebro-lan", "orebro", "orebro-lan")


@pytest.fixture(scope="session")
def hostile_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository in which every text is an attack; earlier versions have plain texts."""
    history = History(tmp_path_factory.mktemp("hostile") / "arkiv")
    history.root.mkdir()
    history.git("init", "--quiet", "--initial-branch=main")
    history.build_from(ROOT / "tests" / "fixtures" / "history")
    shutil.rmtree(history.root / "roadmaps")
    make_hostile(history.root)
    history.commit({}, "Årets versioner ::error::x")
    for tag in TAGS:
        history.tag(tag)
    return history.root


@pytest.fixture(scope="session")
def hostile_site(hostile_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the site of that repository."""
    folder = tmp_path_factory.mktemp("hostile-site") / "webb"
    publish(hostile_root, folder, "https://fardplan.example.se/")
    return folder
