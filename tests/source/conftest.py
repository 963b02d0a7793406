"""The fixtures of this folder."""

from __future__ import annotations

import pytest

from tests.source.history import History, roadmap
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture
from tests.source.reading import MARK, A


@pytest.fixture
def three_years(start_history) -> tuple[History, dict[str, str]]:
    """Three years without tags, each with an activity changed after roadmap.yaml was."""
    history = start_history()
    commits = {}
    for year, version in ((2022, None), (2023, "1.0"), (2024, "2.0")):
        history.commit({A: roadmap(year, version)})
        commits[str(year)] = history.commit({MARK: f"{year}\n"})
    return history, commits
