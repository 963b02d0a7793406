"""Several changes to files: all of them or none, also where the program is ended halfway."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fardplan.errors import CannotRun
from fardplan.source import _journal
from fardplan.source._journal import Journal, keep_journal, recover
from fardplan.source.edits import Edits
from fardplan.source.root import JOURNAL
from fardplan.source.tree import WorkingTree
from tests.source.killing import kill_at_every_write, read_all

LAN = "roadmaps/lan"
RESTORED = (
    "Ett tidigare kommando avbröts innan det var klart. Filerna är återställda till som de var "
    "före det.\n"
)
FILES = {
    f"{LAN}/roadmap.yaml": "format: 1\ntitle: Länet\nyear: 2023\nprofile: direction\n",
    f"{LAN}/areas/hemma.yaml": "title: Hemma\n",
    f"{LAN}/goals/a.yaml": "title: A\narea: hemma\n",
    f"{LAN}/goals/b.yaml": "title: B\narea: hemma  # området\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a roadmap."""
    folder = tmp_path / "arkiv"
    for path, content in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, "utf-8")
    return folder


def _edit(root: Path) -> Edits:
    """Return an edit that moves, changes, makes and removes files."""
    new = "roadmaps/nytt"
    return Edits(
        WorkingTree(root),
        move=(LAN, new),
        files={f"{new}/goals/a.yaml": b"title: annat\n", f"{new}/goals/c.yaml": b"title: C\n"},
        removed=(f"{new}/goals/b.yaml",),
    )


def _begin(root: Path, edits: Edits) -> None:
    """Leave the journal of an edit that was cut off before its first change."""
    before = {
        path: (root / edits.now(path)).read_bytes() if (root / edits.now(path)).exists() else None
        for path in (*edits.files, *edits.removed)
    }
    after = {path: edits.files.get(path) for path in before}
    (root / JOURNAL).write_bytes(Journal.of(edits.move, before, after).write())


def test_outcome(root):
    """What comes out is what the outcome says, with the removed files gone; no journal is left."""
    edits = _edit(root)
    foreseen = {path: edits.outcome.read(path).decode() for path in edits.outcome.paths()}
    edits.carry_out()
    assert read_all(root) == foreseen
    assert list(foreseen) == [
        f"roadmaps/nytt/{name}"
        for name in ("areas/hemma.yaml", "goals/a.yaml", "goals/c.yaml", "roadmap.yaml")
    ]


def test_rename_that_is_killed(root):
    """Wherever a renaming is ended by force, the next command finds everything as it was."""
    cuts = kill_at_every_write(root, ["rename", "lan/area/hemma", "hem"], ["-q", "list"])
    assert {cut.event for cut in cuts} == {*("fsync", "open", "os.chmod", "os.remove", "os.rename")}
    assert len(cuts) > 12
    halfway = [cut for cut in cuts if cut.left != FILES]
    assert len(halfway) > 8
    for cut in cuts:
        assert cut.then == FILES, cut.event


def test_roadmap_that_is_killed(root):
    """The same holds where a whole folder moves; the next command says what it has done."""
    cuts = kill_at_every_write(root, ["rename", "roadmap/lan", "nytt"], ["--lang=sv", "list"])
    told = {cut.said.startswith(RESTORED) for cut in cuts}
    assert told == {True, False}  # nothing is told where nothing was begun
    for cut in cuts:
        assert cut.then == FILES, cut.event
        begun = {path: text for path, text in cut.left.items() if path != JOURNAL} != FILES
        assert cut.said.startswith(RESTORED) or not begun


def test_journal_that_is_not_whole(root):
    """A journal that was cut off, wherever, is taken away: nothing had been changed."""
    _begin(root, _edit(root))
    whole = (root / JOURNAL).read_bytes()
    for length in range(len(whole)):
        (root / JOURNAL).write_bytes(whole[:length])
        assert recover(root) is False
        assert read_all(root) == FILES


@pytest.mark.parametrize(
    "path",
    [
        "../utanför.yaml", "/etc/passwd", "roadmaps/../../x", ".git/config", "a\\b", "C:/x",
        "roadmaps//x", 3,
    ],
)  # fmt: skip
def test_journal_from_elsewhere(root, path):
    """A journal that leads out of the repository is no journal."""
    name = path if isinstance(path, str) else "x"
    for told in (
        {"fardplan": 1, "move": None, "files": {name: ["eA==", None]}},
        {"fardplan": 1, "move": [path, LAN], "files": {}},
    ):
        if not isinstance(path, str) and told["files"]:
            continue
        (root / JOURNAL).write_text(json.dumps(told))
        assert recover(root) is False
    assert read_all(root.parent) == {f"arkiv/{path}": text for path, text in FILES.items()}


def test_journal_and_links(root):
    """Nothing is written through a link, be it a file or a folder on the way."""
    outside = root.parent / "utanför"
    outside.mkdir()
    (outside / "x.yaml").write_text("title: X\n")
    (root / LAN / "goals/l.yaml").symlink_to(outside / "x.yaml")
    (root / LAN / "mapp").symlink_to(outside)
    for path in (f"{LAN}/goals/l.yaml", f"{LAN}/mapp/x.yaml"):
        journal = Journal.of(None, {path: b"title: Y\n"}, {path: b"title: X\n"})
        (root / JOURNAL).write_bytes(journal.write())
        with pytest.raises(CannotRun):
            recover(root)
    assert (outside / "x.yaml").read_text() == "title: X\n"
    (root / JOURNAL).unlink()
    (root / JOURNAL).symlink_to(outside / "x.yaml")
    with pytest.raises(CannotRun):
        recover(root)


def test_work_goes_on(fardplan, root, monkeypatch):
    """What somebody has changed since is not overwritten; it is said what to do."""
    monkeypatch.chdir(root)
    _begin(
        root,
        Edits(
            WorkingTree(root),
            files={f"{LAN}/goals/a.yaml": b"title: X\n"},
            removed=(f"{LAN}/goals/b.yaml",),
        ),
    )
    (root / LAN / "goals/a.yaml").write_text("title: Egen ändring\n")
    (root / LAN / "goals/b.yaml").unlink()
    before = read_all(root)
    result = fardplan("list")
    assert (result.exit_code, result.stderr) == (
        3,
        (
            f"fardplan: Ett tidigare kommando avbröts innan det var klart, och {LAN}/goals/a.yaml "
            "har ändrats sedan dess. Återställ mappen roadmaps ur git eller gå igenom ändringarna "
            f"själv, och ta sedan bort filen {JOURNAL}.\n"
        ),
    )
    assert read_all(root) == before


def test_no_more_than_a_start(fardplan, root, monkeypatch):
    """An edit that was cut off before its first change is undone too, and again without a word."""
    monkeypatch.chdir(root)
    _begin(root, _edit(root))
    assert fardplan("--lang", "sv", "list").stderr.startswith(RESTORED)
    assert "avbröts" not in fardplan("--lang", "sv", "list").stderr
    assert read_all(root) == FILES


HOLD = """
import sys, pathlib
from fardplan.source._journal import Journal, keep_journal
with keep_journal(pathlib.Path(sys.argv[1]), Journal(None, {}, {}), lambda: None):
    print(flush=True)
    sys.stdin.readline()
"""


def test_two_at_once(root, monkeypatch):
    """While one command changes files no other begins or undoes that; when it is done they may."""
    monkeypatch.setattr(_journal, "_PATIENCE", 0.1)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdin is not None
    assert other.stdout is not None
    with other, other.stdin:
        other.stdout.readline()
        for begin in (_edit(root).carry_out, lambda: recover(root)):
            with pytest.raises(CannotRun) as refusal:
                begin()
            assert refusal.value.say("sv").startswith("Ett annat fardplan-kommando ändrar filerna")
        other.stdin.write(b"\n")
    assert recover(root) is False
    _edit(root).carry_out()
    assert not (root / JOURNAL).exists()


def test_changed_before_it_begins(root):
    """A file that has changed since it was read stops everything, and no journal is left."""
    edits = _edit(root)

    def change() -> None:
        raise CannotRun(_journal.BUSY)

    with pytest.raises(CannotRun), keep_journal(root, Journal(None, {}, {}), change):
        raise AssertionError
    (root / LAN / "goals/a.yaml").write_text("title: nyss\n")
    after = read_all(root)

    class Early(WorkingTree):
        def read(self, path: str) -> bytes:
            return FILES[path].encode()

    with pytest.raises(CannotRun) as refusal:
        Edits(Early(root), edits.move, edits.files, edits.removed).carry_out()
    assert refusal.value.say("sv").startswith(f"{LAN}/goals/a.yaml har ändrats under tiden")
    assert read_all(root) == after


def test_folder_without_permission(root, monkeypatch):
    """Where the journal cannot be written nothing is begun."""
    real = os.open

    def refuse(path, flags, *args, **more):
        if Path(path).name == JOURNAL and flags & os.O_CREAT:
            raise PermissionError(13, "no")
        return real(path, flags, *args, **more)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotRun) as refusal:
        _edit(root).carry_out()
    assert refusal.value.say("sv").endswith("du har inte rätt att skriva där. Inget är ändrat.")
    assert read_all(root) == FILES


def test_removal_that_fails(root, monkeypatch):
    """Where a file cannot be deleted, everything else is put back."""
    real = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "b.yaml":
            raise PermissionError(13, "no")
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(CannotRun) as refusal:
        _edit(root).carry_out()
    assert refusal.value.say("sv") == (
        "Det går inte att ta bort roadmaps/nytt/goals/b.yaml: du har inte rätt att skriva där."
    )
    assert read_all(root) == FILES
