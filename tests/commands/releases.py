"""A county roadmap that is to be released, in a real repository."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import Result

from tests.source.history import History, StartHistory, roadmap
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture

LAN = "roadmaps/lan/roadmap.yaml"
GOAL = "roadmaps/lan/goals/hemgang.yaml"
TEAM = "roadmaps/lan/activities/team.yaml"
Release = Callable[..., tuple[int, str, str]]


def county(version: str | None = '"1.0"', year: int = 2023, **more: str) -> str:
    """Return the county's roadmap.yaml."""
    day = {"judged_as_of": "2023-06-01"}  # so that no rule about time fires, whatever the day
    return roadmap(year, version, profile="direction", language="sv", **day, **more)


def team(end: str = "2024", more: str = "") -> str:
    """Return an activity that ends at a time."""
    return f"title: Teamet\ngoal: hemgang\nend: {end}\n{more}"


FILES = {LAN: county(), GOAL: "title: Trygg hemgång\n", TEAM: team()}


def identify(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let fardplan's own git know who releases."""
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Kansliet")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "kansliet@example.org")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2024-01-01T12:00:00+0000")


@pytest.fixture
def lan(start_history: StartHistory, monkeypatch: pytest.MonkeyPatch) -> History:
    """Return a repository with the county roadmap 1.0 committed, not released; stand in it."""
    identify(monkeypatch)
    history = start_history()
    history.commit(FILES)
    monkeypatch.chdir(history.root)
    return history


@pytest.fixture
def release(fardplan: Callable[..., Result]) -> Release:
    """Run `fardplan release lan`; return the exit code, stdout and stderr."""

    def run(*options: str, lang: str = "sv") -> tuple[int, str, str]:
        done = fardplan("--lang", lang, "release", "lan", *options)
        return done.exit_code, done.stdout, done.stderr

    return run


def message_of(history: History, tag: str) -> str:
    """Return the message of an annotated tag, as git keeps it."""
    assert history.git("cat-file", "-t", f"refs/tags/{tag}") == "tag"
    return history.git("cat-file", "tag", f"refs/tags/{tag}").partition("\n\n")[2]


def sentence_of(text: str) -> str:
    """Return the paragraph below the title, on one line: the change in a sentence."""
    return " ".join(text.split("\n\n")[1].split())


def tags(history: History) -> list[str]:
    """Return the names of all tags."""
    return history.git("tag").split()
