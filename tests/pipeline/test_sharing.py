"""Two processes that judge a repository come to what one comes to."""

from __future__ import annotations

import os
from types import SimpleNamespace
from typing import cast

import pytest

from fardplan.pipeline import sharing
from fardplan.pipeline.rejudging import Review
from fardplan.source.second import Channel
from tests.forking import needs_fork

pytestmark = needs_fork

WRONG = {
    "exempelkommun/roadmap.yaml": "part_of: [finns-inte/alls]\n",
    "orebro-lan/goals/nytt.yaml": "title: [\n",
    "halsingland/roadmap.yaml": "title: En mapp till\nyear: tjugo\n",
    "glossary.yaml": "  oväntat: ja\n",
}


@pytest.fixture
def repository(remembered, monkeypatch):
    """The shipped roadmaps, with all sorts of faults and a release behind them."""
    monkeypatch.setattr(sharing, "_ENOUGH", 1)
    remembered.git("tag", "orebro-lan/1.0")
    for name, text in WRONG.items():
        file = remembered.root / "roadmaps" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text((file.read_text() if file.exists() else "") + text)
    return remembered.root


@pytest.fixture
def validate(fardplan, repository):
    """Return what runs `validate` and returns all that comes of it."""

    def run(*options: str) -> tuple[str, str, int]:
        done = fardplan(*options, "-C", str(repository), "validate", "-f", "json")
        assert done.exit_code < 70, done.stderr
        return done.stdout, done.stderr, done.exit_code

    return run


@pytest.fixture
def share_work(monkeypatch):
    """Let two processes judge, and return the homes that each call of `share` dealt out."""
    dealt = []
    halve = sharing._halve

    def note(review, homes):
        dealt.append(halve(review, homes))
        return dealt[-1]

    monkeypatch.setattr(sharing, "can_share", lambda: True)
    monkeypatch.setattr(sharing, "_halve", note)
    return dealt


def test_two_processes_find_what_one_finds(validate, share_work, repository):
    """Findings, their order, the sum and the exit code are the same, and so is what is kept."""
    alone = validate("--no-cache")
    assert validate() == alone
    ((mine, theirs),) = share_work
    assert mine
    assert theirs
    assert sorted((*mine, *theirs)) == sorted(
        ["", *(one.name for one in (repository / "roadmaps").iterdir() if one.is_dir())]
    )
    (repository / "roadmaps/halsingland/roadmap.yaml").unlink()
    assert validate() == validate("--no-cache")


@pytest.mark.parametrize("words", [0, 1])
def test_second_process_that_dies_is_missed_by_nobody(words, validate, share_work, monkeypatch):
    """Where it is ended before its outlines or before its verdicts, the first judges it all."""
    alone = validate("--no-cache")
    first, send, said = os.getpid(), Channel.send, []

    def die(channel: Channel, value: object) -> None:
        said.append(value)
        if os.getpid() != first and len(said) > words:
            os._exit(9)
        send(channel, value)

    monkeypatch.setattr(Channel, "send", die)
    assert validate() == alone
    assert len(share_work) == 1


@pytest.mark.parametrize("steady", [True, False])
def test_what_only_the_second_process_met_is_not_lost(
    steady, validate, share_work, monkeypatch, repository
):
    """Where a file changed while it was read there, no verdict is kept of what it may have held."""
    first = os.getpid()
    monkeypatch.setattr(Review, "is_sure", property(lambda _: steady or os.getpid() == first))
    validate()
    goal = repository / "roadmaps/orebro-lan/goals/nytt.yaml"
    goal.write_text("title: [\n# och\n")
    assert validate() == validate("--no-cache")
    before, after = (sorted((*mine, *theirs)) for mine, theirs in share_work)
    assert (after == before) is not steady


def _halve(names: dict[str, set[str]], files: int) -> object:
    """Deal out homes that name these others in their roadmap.yaml, each of so many files."""
    review = SimpleNamespace(names_others=names.__getitem__, count_files=lambda _: files)
    return sharing._halve(cast("Review", review), list(names))


def test_homes_that_name_each_other_are_judged_together(monkeypatch):
    """What one roadmap looks up in another is then read once, and both get as much to do."""
    monkeypatch.setattr(sharing, "_ENOUGH", 1)
    names = {"a": {"z", "x"}, "b": set(), "c": {"y"}, "x": set(), "y": {"c"}, "z": {"a", "title"}}
    assert _halve(names, 1) == (["a", "x", "z"], ["b", "c", "y"])


def test_few_files_are_judged_by_one_process(monkeypatch):
    """A usual repository is judged by the first alone; one that is all one roadmap, too."""
    monkeypatch.setattr(sharing, "_ENOUGH", 400)
    names: dict[str, set[str]] = {"a": set(), "b": set()}
    assert _halve(names, 199) == (["a", "b"], ())
    assert _halve(names, 200) == (["a"], ["b"])
    assert _halve({"a": set()}, 400) == (["a"], [])
