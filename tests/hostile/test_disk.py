"""Trees that may not be written, full disks, no home, several at once, ends by force."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.running import run_limited
from tests.source.history import History, StartHistory, roadmap
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture
from tests.source.killing import kill_at_every_write, read_all

FILES = {
    "fardplan.toml": 'language = "sv"\n',
    "roadmaps/organisations.yaml": "format: 1\norganisations:\n  - id: regionen\n    title: R\n    kind: region\n",
    "roadmaps/lan/roadmap.yaml": roadmap(2023, '"1.0"', profile="direction", status="proposed", owners="[regionen]"),
    "roadmaps/lan/areas/hemma.yaml": "title: Hemma\n",
    "roadmaps/lan/goals/a.yaml": "area: hemma\ntitle:   Målet A\n",
    "roadmaps/lan/goals/b.yaml": "area: hemma\ntitle:   Målet B\n",
}  # fmt: skip
READING = [
    ("validate",), ("list",), ("diff", "lan", "HEAD"), ("render", "lan"), ("fmt", "--check"),
    ("impact", "lan", "HEAD"), ("release", "lan", "--dry-run", "--no-input"),
    ("revise", "lan", "2024", "--dry-run", "--no-input"), ("validate", "--staged"),
]  # fmt: skip
ADOPT = ("adopt", "lan", "--body=regionen", "--date=2023-05-01", "--party=regionen", "--no-input")
WRITING = [
    ("fmt",), ("baseline",), ("new", "goal", "lan", "--title=Nytt", "--no-input"),
    ("rename", "lan/area/hemma", "hem"), ("rename", "roadmap/lan", "nytt"),
    ("revise", "lan", "2024", "--no-input", "--without-git"), ("render", "lan", "-o", "ut.html"),
    ("site", "-o", "webb"), ("schema",),
]  # fmt: skip


@pytest.fixture
def history(start_history: StartHistory) -> History:
    """Return a repository with a roadmap in git."""
    history = start_history()
    history.commit(FILES)
    return history


def _protect(root: Path, *, writable: bool) -> None:
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            folder = 0o755 if writable else 0o555
            path.chmod(folder if path.is_dir() else folder & 0o644)


def _files(root: Path) -> dict[str, str]:
    return read_all(root)


def test_a_tree_that_may_not_be_written(history):
    """Everything that only reads works there; everything that writes says so and leaves nothing."""
    root = history.root
    before = _files(root)
    _protect(root, writable=False)
    try:
        found = run_limited(root, [*READING, *WRITING])
    finally:
        _protect(root, writable=True)
    for asked, outcome in zip([*READING, *WRITING], found, strict=True):
        told = (asked, outcome)
        assert "Traceback" not in outcome.complaint, told
        if asked in READING:
            assert outcome.code in (0, 1, 2, 3), told
            assert "rätt att skriva" not in outcome.complaint, told
        else:
            assert outcome.code == 3, told
            assert "rätt att skriva" in outcome.complaint or "skrivskydd" in outcome.complaint, told
    assert _files(root) == before


def test_files_that_may_not_be_read(history):
    """What may not be read is told as a finding, and the rest is read; so is a whole folder."""
    root = history.root
    (root / "roadmaps/lan/goals/a.yaml").chmod(0)
    (root / "roadmaps/lan/areas").chmod(0)
    try:
        found = run_limited(root, [("validate",), ("list", "goal"), ("render", "lan"), ("fmt",)])
    finally:
        (root / "roadmaps/lan/areas").chmod(0o755)
        (root / "roadmaps/lan/goals/a.yaml").chmod(0o644)
    assert [one.code for one in found][:2] == [1, 0]
    for path in ("roadmaps/lan/goals/a.yaml", "roadmaps/lan/areas"):
        assert f"Du har inte rätt att läsa ”{path}”." in found[0].output
    assert "goal/b" in found[1].output or "Målet B" in found[1].output
    assert not [one for one in found if "Traceback" in one.complaint]


def test_no_home(history):
    """Without a home folder, or with one that is not there, everything works as before."""
    names = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "USER", "LOGNAME")
    usual, *other = (
        run_limited(history.root, READING[:4], environment=dict.fromkeys(names, home))
        for home in ("/tmp", None, "/finns/inte")  # noqa: S108 - nothing is put there
    )
    assert other == [usual, usual]
    assert not [one for one in usual if "Traceback" in one.complaint or one.code > 3]


def test_full_disk(history):
    """Where there is no room, that is said, the old files stand, and nothing is left beside them."""
    root = history.root
    before = _files(root)
    for asked, outcome in zip(WRITING, run_limited(root, WRITING, largest=20), strict=True):
        assert outcome.code == 3, (asked, outcome)
        assert "för stor" in outcome.complaint, (asked, outcome)
        assert "Traceback" not in outcome.complaint
    left = {path: text for path, text in _files(root).items() if path != "webb/.fardplan-site"}
    assert left == before


def test_a_full_screen(history, monkeypatch):
    """Where even what is shown has no room, that is said in one line."""
    for asked in (("list",), ("render", "lan")):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "fardplan", *asked],
                cwd=history.root, stdout=full, stderr=subprocess.PIPE, check=False,
            )  # fmt: skip
        told = done.stderr.decode()
        assert (done.returncode in (0, 3), "Traceback" in told) == (True, False), asked
        assert done.returncode == 0 or "disken är full" in told, (asked, told)
    out = run_limited(history.root, [("render", "lan", "-o", "/dev/full")])[0]
    assert (out.code, "disken är full" in out.complaint) == (3, True)


KILLED = {
    "fmt": (("fmt",), ("fmt",), 3),
    "baseline": (("baseline",), ("list",), 2),
    "new": (("new", "goal", "lan", "--title=Nytt", "--no-input"), ("list",), 1),
    "revise": (("revise", "lan", "2024", "--no-input", "--without-git"), ("list",), 3),
    "render": (("render", "lan", "-o", "ut.html"), ("list",), 1),
    "site": (("site", "-o", "webb"), ("site", "-o", "webb"), 29),
}
"""What is ended, what is run after that, and how many of the writes are passed over."""


@pytest.mark.parametrize("name", KILLED)
def test_ended_by_force(history, tmp_path, name):
    """Whenever a command is ended, each file is the old one or the new one, and never half of it."""
    asked, again, step = KILLED[name]
    root = history.root
    old = _files(root)
    whole = tmp_path / "hel"
    shutil.copytree(root, whole, symlinks=True)
    subprocess.run([sys.executable, "-m", "fardplan", *asked], cwd=whole, check=False,
                   capture_output=True)  # fmt: skip
    new = _files(whole)
    assert new != old
    cuts = kill_at_every_write(root, asked, again, step)
    assert len(cuts) > 1
    for cut in cuts:
        for path, text in cut.left.items():
            aside = Path(path).name.startswith(".")  # what is written before it takes its place
            assert aside or text in (old.get(path), new.get(path)), (cut.event, path)
        assert set(old) - set(new) <= set(cut.left) or set(old) <= set(cut.left)
        if asked == again:
            assert {p: t for p, t in cut.then.items() if not Path(p).name.startswith(".")} == {
                p: t for p, t in new.items() if not Path(p).name.startswith(".")
            }, cut.event


def test_several_at_once(history):
    """Commands that change the same files at once are all made, or say why not; none is lost."""
    titles = [f"Mål nummer {number}" for number in range(4)]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "fardplan", "new", "goal", "lan", f"--title={title}", "--no-input"],
            cwd=history.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for title in titles
    ]  # fmt: skip
    render = [
        subprocess.Popen(
            [sys.executable, "-m", "fardplan", "render", "lan", "-o", "ut.html"],
            cwd=history.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]  # fmt: skip
    for process in (*running, *render):
        _, told = process.communicate()
        assert process.returncode == 0, told.decode()
    made = {path.name for path in (history.root / "roadmaps/lan/goals").iterdir()}
    assert made == {"a.yaml", "b.yaml", *(f"mal-nummer-{number}.yaml" for number in range(4))}
    assert (history.root / "ut.html").read_text("utf-8").rstrip().endswith("</html>")
    assert not list(history.root.rglob(".*.????????"))
