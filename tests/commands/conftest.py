"""A repository of the test's own, for commands that read one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from fardplan.formats._schemas import FINDINGS
from tests.source.history import History, StartHistory
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture

ROADMAP = "format: 1\ntitle: Färdplan\nyear: 2023\nprofile: direction\n"
GOOD: Mapping[str, str] = {
    "roadmaps/lan/roadmap.yaml": ROADMAP,
    "roadmaps/lan/goals/a.yaml": "title: Målet A\n",
}
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write files into a repository and stand in it; without files, those that are all right."""
    root = tmp_path / "arkiv"
    root.mkdir()
    monkeypatch.chdir(root)

    def write(files: Mapping[str, str | bytes | None] = GOOD) -> Path:
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


@pytest.fixture
def kept(start_history: StartHistory, monkeypatch: pytest.MonkeyPatch) -> History:
    """Return a git repository with files that are all right, committed, and stand in it."""
    history = start_history()
    history.commit(GOOD)
    monkeypatch.chdir(history.root)
    return history


Place = tuple[str, str, int, int]


@pytest.fixture
def check(fardplan: Callable[..., Result]) -> Callable[..., tuple[int, list[Place]]]:
    """Run validate; return the exit code and (rule, file, line, column) of each finding."""

    def run(*args: str) -> tuple[int, list[Place]]:
        result = fardplan("validate", "-f", "json", *args)
        document = json.loads(result.stdout)
        Draft202012Validator(FINDINGS).validate(document)
        found = [(f["rule"], f["file"], f["line"], f["column"]) for f in document["findings"]]
        return result.exit_code, found

    return run
