"""A site that is made again: only what has changed, and the same to the byte as made anew."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fardplan.pipeline.site import kept, writing
from fardplan.source.cache import Cache
from tests.site.conftest import publish
from tests.source.history import History, StartHistory, roadmap
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture

VISION = """title: Målbild
perspectives:
  - id: jag
    title: Jag
    statements:
      - {id: trygg, text: Jag är trygg hemma.}
"""
FILES = {
    "roadmaps/organisations.yaml": (
        "organisations:\n"
        "  - {id: region, title: Regionen, kind: region}\n"
        "  - {id: staden, title: Staden, kind: municipality}\n"
    ),
    "roadmaps/glossary.yaml": "terms:\n  - {id: nv, term: nära vård, definition: Vård nära.}\n",
    "roadmaps/lan/roadmap.yaml": roadmap(
        2023, '"1.0"', profile="direction", status="adopted", level="county", owners="[region]"
    ),
    "roadmaps/lan/vision.yaml": VISION,
    "roadmaps/lan/goals/a.yaml": "title: Målet A\ntext: Om nära vård.\n",
    "roadmaps/lan/goals/b.yaml": "title: Målet B\n",
    "roadmaps/stad/roadmap.yaml": roadmap(
        2023, '"1.0"', profile="action", status="adopted", level="municipal", vision="lan",
        owners="[staden]", title="Stadens färdplan",
    ),
    "roadmaps/stad/goals/m.yaml": "title: Vårt mål\ncontributes_to: [lan/a]\n",
    "roadmaps/stad/activities/x.yaml": "title: Aktivitet X\ngoal: m\n",
    "roadmaps/stad/activities/y.yaml": "title: Aktivitet Y\ngoal: m\n",
    "roadmaps/by/roadmap.yaml": roadmap(
        2024, '"1.0"', profile="action", status="adopted", title="Byn",
        principles="[{id: p, statement: lan/trygg}]",
    ),
    "roadmaps/by/activities/z.yaml": "title: Aktivitet Z\n",
}  # fmt: skip

Edit = Callable[[History], object]


def _files(name: str, text: str | None) -> Edit:
    return lambda history: history.commit({name: text})


def _release(name: str) -> Edit:
    return lambda history: history.tag(name)


def _unsaved(history: History) -> None:
    history.write({"roadmaps/stad/activities/y.yaml": "title: Osparat\n"})


def _rename(history: History) -> None:
    old, new = (history.root / "roadmaps" / name for name in ("by", "byn"))
    if old.is_dir():
        shutil.move(old, new)
        file = new / "roadmap.yaml"
        file.write_text(file.read_text("utf-8") + "previously: [by]\n", "utf-8")
        history.commit({})


def _next_version(history: History) -> None:
    file = history.root / "roadmaps/stad/roadmap.yaml"
    written = file.read_text("utf-8").replace('"1.0"', '"2.0"').replace("2023", "2024")
    history.commit({"roadmaps/stad/roadmap.yaml": written})


EDITS: tuple[Edit, ...] = (
    _files("roadmaps/stad/activities/x.yaml", "title: Aktivitet X\ngoal: m\nstatus: ongoing\n"),
    _files("roadmaps/stad/activities/ny.yaml", "title: Ny\ncontributes_to: [lan/b]\n"),
    _files("roadmaps/lan/goals/a.yaml", "title: Ett annat namn\n"),
    _files("roadmaps/lan/goals/a.yaml", None),
    _files("roadmaps/lan/goals/b.yaml", "title: B\ntext: Mer om nära vård.\n"),
    _files("roadmaps/lan/goals/c.yaml", "title: C\n"),
    _files("roadmaps/lan/vision.yaml", VISION.replace("trygg hemma", "alltid trygg")),
    _files("roadmaps/stad/goals/m.yaml", "title: Nytt namn\ncontributes_to: [lan/a]\n"),
    _files("roadmaps/glossary.yaml", "terms:\n  - {id: nv, term: nära vård, definition: Annan.}\n"),
    _files("roadmaps/organisations.yaml", None),
    _files("fardplan.toml", '[site]\ntitle = "Vår webbplats"\n'),
    _files("templates/site/html/css/site-own.css", "a { color: red; }\n"),
    _files("README.md", "Något som ingen sida visar.\n"),
    _files("roadmaps/by/activities/z.yaml", "title: Z\ndepends_on: [stad/x]\n"),
    _release("lan/1.0"),
    _release("stad/2.0"),
    _unsaved,
    _rename,
    _next_version,
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cache]:
    """Return a cache of the test's own, for which the program stays the same meanwhile."""
    monkeypatch.setattr(kept, "describe_program", str)
    with Cache(tmp_path / "cache" / "c.sqlite3") as found:
        yield found


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@pytest.mark.parametrize("seed", range(2))
def test_a_site_made_again_is_the_same_as_one_made_anew(
    start_history: StartHistory, tmp_path, cache, seed
):
    """Whatever is edited, in whatever order, no page is left that would be another."""
    history = start_history()
    history.commit(FILES)
    publish(history.root, tmp_path / "ut", None, cache)
    edits = random.Random(seed).sample(EDITS, 6)  # noqa: S311 - not for secrets
    for number, edit in enumerate(edits):
        edit(history)
        again = publish(history.root, tmp_path / "ut", None, cache)
        anew = publish(history.root, tmp_path / f"ny-{number}")
        assert contents(tmp_path / "ut") == contents(tmp_path / f"ny-{number}")
        assert (again.pages, again.omitted) == (anew.pages, anew.omitted)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the roadmaps whose pages are made from now on."""
    names: list[str] = []
    make = writing.Writing._make

    def note(self, shelves):
        names.extend(shelf.roadmap for shelf in shelves)
        return make(self, shelves)

    monkeypatch.setattr(writing.Writing, "_make", note)
    return names


@pytest.mark.parametrize(
    ("edit", "which"),
    [
        (_files("README.md", "x\n"), []),
        (_files("roadmaps/stad/activities/x.yaml", "title: Annan\ngoal: m\n"), ["stad"]),
        (_files("roadmaps/stad/goals/m.yaml", "title: Nytt\ncontributes_to: [lan/a]\n"),
         ["lan", "stad"]),
        (_files("roadmaps/lan/goals/b.yaml", "title: Annat B\n"), ["lan"]),
        (_files("roadmaps/lan/goals/a.yaml", "title: Annat A\n"), ["lan", "stad"]),
        (_files("fardplan.toml", '[site]\ntitle = "Ny"\n'), ["by", "lan", "stad"]),
        (_files("templates/site/html/css/site-own.css", "a { }\n"), ["by", "lan", "stad"]),
    ],
)  # fmt: skip
def test_only_what_has_changed_is_made(
    start_history: StartHistory, tmp_path, cache, made, edit, which
):
    """The pages of a roadmap are made again for its own files and for what they show of others."""
    history = start_history()
    history.commit(FILES)
    publish(history.root, tmp_path / "ut", None, cache)
    made.clear()
    edit(history)
    publish(history.root, tmp_path / "ut", None, cache)
    assert made == which


def _edit(path: Path) -> None:
    """Change a file so that neither its size nor its time tells."""
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Aktivitet", b"Inskjutet"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("harm", [_edit, Path.unlink])
def test_what_a_user_changes_in_the_folder_is_restored(
    start_history: StartHistory, tmp_path, cache, harm
):
    """A file that was edited or deleted is written again though nothing else has changed."""
    history = start_history()
    history.commit(FILES)
    publish(history.root, tmp_path / "ut", None, cache)
    before = contents(tmp_path / "ut")
    harm(tmp_path / "ut" / "stad" / "activities" / "x.html")
    built = publish(history.root, tmp_path / "ut", None, cache)
    assert built.written == 1
    assert contents(tmp_path / "ut") == before


def test_a_copy_of_the_folder_is_known_by_its_content(
    start_history: StartHistory, tmp_path, cache, made
):
    """A folder that was moved away and back has other times, and is left as it is."""
    history = start_history()
    history.commit(FILES)
    out = tmp_path / "ut"
    publish(history.root, out, None, cache)
    made.clear()
    shutil.copytree(out, tmp_path / "kopia")
    shutil.rmtree(out)
    (tmp_path / "kopia").rename(out)
    assert publish(history.root, out, None, cache).written == 0
    assert made == []


def test_only_what_has_changed_is_kept_anew(
    start_history: StartHistory, tmp_path, cache, monkeypatch
):
    """The records of roadmaps that are left as they are, are left too; those of lost ones go."""
    history = start_history()
    history.commit(FILES)
    publish(history.root, tmp_path / "ut", None, cache)
    written: dict[str, bool] = {}
    write = Cache.write

    def note(self, kind, entries, **more):
        if kind.startswith("site-"):
            written.update({name: content is not None for name, content in entries.items()})
        write(self, kind, entries, **more)

    monkeypatch.setattr(Cache, "write", note)
    history.commit({"roadmaps/stad/activities/x.yaml": "title: Annan\ngoal: m\n"})
    publish(history.root, tmp_path / "ut", None, cache)
    assert written == {"stad": True}
    written.clear()
    shutil.rmtree(history.root / "roadmaps/by")
    history.commit({})
    publish(history.root, tmp_path / "ut", None, cache)
    assert written == {"lan": True, "by": False}  # which says no longer that `by` works with it


@pytest.mark.parametrize("harm", ["", "{}", "[]", '{"files": {"a": 1}}', '{"files": {}}'])
def test_what_was_kept_and_makes_no_sense_counts_for_nothing(
    start_history: StartHistory, tmp_path, cache, harm
):
    """Records of another form are made anew without a word."""
    history = start_history()
    history.commit(FILES)
    publish(history.root, tmp_path / "ut", None, cache)
    before = contents(tmp_path / "ut")
    for kind in _kinds(tmp_path / "cache" / "c.sqlite3"):
        cache.write(kind, dict.fromkeys(cache.read_all(kind), harm))
    built = publish(history.root, tmp_path / "ut", None, cache)
    assert (built.written, contents(tmp_path / "ut")) == (0, before)


def _kinds(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT DISTINCT kind FROM kept").fetchall()
    kinds = [kind for (kind,) in found if kind.startswith("site")]
    assert len(kinds) == 2
    return kinds


def test_where_nothing_has_changed_next_to_nothing_is_loaded(start_history: StartHistory, tmp_path):
    """Neither the models nor the templates nor the reader of YAML is imported for no news."""
    history = start_history()
    history.commit(FILES)
    heavy = ("pydantic", "jinja2", "ruamel", "markdown_it", "rich")
    program = (
        "import sys\nfrom fardplan.cli import app\n"
        "try:\n    app(['-q', 'site'], prog_name='fardplan')\nfinally:\n"
        f"    print(*[one for one in {heavy} if one in sys.modules])"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "c"), "FARDPLAN_NO_CACHE": ""}
    said = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=history.root, env=environment, check=False,
            capture_output=True, text=True,
        ).stdout.split()
        for _ in range(2)
    ]  # fmt: skip
    assert said[0] == ["pydantic", "jinja2", "ruamel", "markdown_it"]
    assert said[1] == []
