"""What the files hold is known without reading them, and no change goes unseen."""

from __future__ import annotations

import os
import time

import pytest

from fardplan.source import contents
from fardplan.source.cache import open_cache
from fardplan.source.contents import Snapshot, find_contents
from fardplan.source.git import Repository
from tests.source.history import History

FILE = "roadmaps/lan/roadmap.yaml"


@pytest.fixture
def history(tmp_path, monkeypatch):
    """A repository with a cache beside it, whose files were written long ago."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(contents, "_RACY_NS", 0)
    made = History(tmp_path / "arkiv")
    made.root.mkdir()
    made.git("init", "-q")
    made.write({FILE: "title: A\n", "roadmaps/glossary.yaml": "format: 1\n", "fardplan.toml": ""})
    made.git("add", "-A")
    made.git("commit", "-qm", "Första")
    time.sleep(0.02)
    return made


def look(history):
    """Return what a new run knows of the files, and which of them it had to read."""
    with open_cache(history.root) as cache:
        snapshot = Snapshot(history.root, cache)
        known = snapshot.contents
        assert known
        return {h: dict(known.ids_in(h)) for h in known.digests}, sorted(snapshot._read)


def test_files_that_were_not_touched_are_not_read_again(history):
    """The second run reads nothing and knows the same."""
    first, read = look(history)
    assert len(read) == 3
    assert look(history) == (first, [])


def test_the_ids_are_those_of_git(history):
    """The working tree, the index and the commit tell of the same content by the same ids."""
    here, _ = look(history)
    repository = Repository.open(history.root)
    assert repository
    with repository:
        commit = repository.find_commit("HEAD")
        assert commit
        for tree in (repository.staged("x"), repository.tree(commit, "x")):
            known = find_contents(tree)
            assert known
            assert {home: dict(known.ids_in(home)) for home in known.digests} == here


def test_a_change_of_the_same_size_at_the_same_time_is_seen(history):
    """Whoever sets the clock of a file back cannot hide what was written into it."""
    look(history)
    file = history.root / FILE
    was = file.stat()
    file.write_text("title: B\n")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert look(history)[1] == [FILE]


def test_a_file_that_was_changed_just_now_is_read_again(history, monkeypatch):
    """While a second change could bear the same time as the first, nothing is taken for granted."""
    monkeypatch.setattr(contents, "_RACY_NS", 3_600_000_000_000)
    look(history)
    assert len(look(history)[1]) == 3


def test_what_changes_while_it_is_read_is_not_remembered(history):
    """A file that is another than the one its id is of makes the run unsteady."""
    look(history)
    with open_cache(history.root) as cache:
        snapshot = Snapshot(history.root, cache)
        assert snapshot.contents
        snapshot.read(FILE)
        assert snapshot.is_steady
        (history.root / FILE).write_text("title: C\n")
        snapshot.read(FILE)
        assert not snapshot.is_steady


def test_what_is_no_ordinary_file_is_never_taken_as_known(history):
    """A link among the files leaves all of them unknown."""
    (history.root / "roadmaps/lan/vision.yaml").symlink_to("roadmap.yaml")
    with open_cache(history.root) as cache:
        assert Snapshot(history.root, cache).contents is None


def test_files_that_are_gone_are_forgotten(history):
    """A home that was taken away is not among what the files hold."""
    look(history)
    (history.root / FILE).unlink()
    assert set(look(history)[0]) == {"", "."}
