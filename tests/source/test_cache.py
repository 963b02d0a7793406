"""What is kept between runs: found again, thrown away when it is damaged, and never needed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from fardplan.source.cache import Cache, find_folder, open_cache


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A repository, and a cache folder beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "arkiv").mkdir()
    return tmp_path / "arkiv"


def _the_file(root: Path) -> Path:
    (file,) = (root.parent / "cache" / "fardplan").glob("*.sqlite3")
    return file


def _keep(root: Path, **entries: str | None) -> None:
    with open_cache(root) as cache:
        cache.write("sort", entries)


def _kept(root: Path) -> dict[str, str]:
    with open_cache(root) as cache:
        return cache.read_all("sort")


def test_what_is_kept_is_found_by_the_next_run(root):
    """Entries are found by kind and name, replaced, and forgotten."""
    _keep(root, a="1", b="2")
    _keep(root, b="3", a=None, c="å")
    assert _kept(root) == {"b": "3", "c": "å"}


def test_each_repository_has_its_own(root):
    """What is kept of one repository is not found in another."""
    _keep(root, a="1")
    (root.parent / "annat").mkdir()
    assert _kept(root.parent / "annat") == {}


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_damaged_cache_is_made_anew_without_a_word(root, damage):
    """A file that is empty, foreign or torn is no fault: it is thrown away and filled again."""
    _keep(root, a="1" * 9000)
    file = _the_file(root)
    file.write_bytes(file.read_bytes()[:5000] if damage is None else damage)
    assert _kept(root) == {}
    _keep(root, b="2")
    _keep(root, c="3")
    assert _kept(root).items() >= {"c": "3"}.items()


def test_content_that_is_not_what_was_written_is_not_believed(root):
    """A text whose checksum is of another text counts for nothing."""
    _keep(root, a="1")
    with sqlite3.connect(_the_file(root)) as other:
        other.execute("UPDATE kept SET content = '2'")
    other.close()
    assert _kept(root) == {}


def test_a_table_of_another_form_is_made_anew(root):
    """What another program has put there is thrown away."""
    _keep(root, a="1")
    with sqlite3.connect(_the_file(root)) as other:
        other.execute("ALTER TABLE kept RENAME COLUMN content TO text")
    other.close()
    assert _kept(root) == {}
    _keep(root, b="2")
    assert _kept(root) == {"b": "2"}


def test_while_another_process_writes_one_does_without(root, monkeypatch):
    """A cache that is locked is neither waited for long nor harmed."""
    monkeypatch.setattr("fardplan.source.cache._WAIT_SECONDS", 0.01)
    _keep(root, a="1")
    other = sqlite3.connect(_the_file(root), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    _keep(root, a="2")
    assert _kept(root) == {}
    other.execute("ROLLBACK")
    other.close()
    assert _kept(root) == {"a": "1"}


def test_what_two_runs_have_worked_out_does_not_mix(root):
    """Who finds that another has written since it read writes nothing."""
    _keep(root, run="first", a="1")
    with open_cache(root) as one, open_cache(root) as other:
        seen = one.read("sort", "run"), other.read("sort", "run")
        one.replace("sort", {"run": "second", "a": "2"}, guard="run", seen=seen[0])
        other.replace("sort", {"run": "third", "b": "3"}, guard="run", seen=seen[1])
    assert _kept(root) == {"run": "second", "a": "2"}


def test_only_so_many_entries_are_left(root):
    """The oldest of a kind go, and the kinds that were used longest ago."""
    with open_cache(root) as cache:
        for number in range(5):
            cache.write("sort", {str(number): "x"}, most=2)
            cache.write(f"line-{number}", {"a": "x"})
        cache.drop_kinds("line-", 2)
        assert set(cache.read_all("sort")) == {"3", "4"}
        assert [n for n in range(5) if cache.read_all(f"line-{n}")] == [3, 4]


def test_without_anywhere_to_keep_it_nothing_is_kept(root, monkeypatch):
    """No home directory, a file in the way, or a folder inside the repository: then without."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "here"))
    _keep(root, a="1")
    assert not (root / "here").exists()
    (root.parent / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(root.parent / "file"))
    _keep(root, a="1")
    assert _kept(root) == {}
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(root.parent / "nowhere"))
    assert find_folder() is None
    _keep(root, a="1")
    assert Cache(None).read_all("sort") == {}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to someone else")
def test_a_cache_of_somebody_else_is_not_read(root):
    """A file that belongs to another user may hold anything."""
    _keep(root, a="1")
    os.chown(_the_file(root), 12345, 12345)
    assert _kept(root) == {}
