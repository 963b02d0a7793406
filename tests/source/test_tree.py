"""The working tree: which files show, and what is said of those that cannot be read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from fardplan.locales.text import LANGUAGES
from fardplan.source._encoding import MAX_BYTES
from fardplan.source.collection import load
from fardplan.source.tree import Tree, Unreadable, WorkingTree
from fardplan.source.yaml import read_yaml


def write(root, *paths: str) -> None:
    """Write files with their path as content."""
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())


def refuse(tree: Tree, path: str) -> str:
    """Return what is said of a path that cannot be read, in Swedish."""
    with pytest.raises(Unreadable) as caught:
        tree.read(path)
    assert caught.value.path == path
    assert all(path in caught.value.say(lang) for lang in LANGUAGES)
    return caught.value.say("sv")


def test_paths(tmp_path):
    """The files of roadmaps and those read beside them show, sorted; nothing hidden or stray."""
    shown = [
        "fardplan-approvals.yaml",
        "fardplan-baseline.yaml",
        "fardplan.toml",
        "roadmaps/a-b/roadmap.yaml",
        "roadmaps/a/areas/å.yaml",
        "roadmaps/a/goals/x.yml",
        "roadmaps/a/goals/y.yaml",
        "roadmaps/a/roadmap.yaml",
        "roadmaps/organisations.yaml",
    ]
    write(tmp_path, *shown)
    write(
        tmp_path,
        *("README.md", "other.yaml", "schemas/a.yaml", "roadmaps/a/note.txt", "roadmaps/README.md"),
        *("roadmaps/a/y.yaml~", "roadmaps/a/.y.yaml.swp", "roadmaps/a/#y.yaml#"),
        *("roadmaps/a/.#y.yaml", "roadmaps/.git/x.yaml", "roadmaps/a/.hidden/x.yaml"),
    )
    (tmp_path / "roadmaps/a/empty.yaml").mkdir()
    tree = WorkingTree(tmp_path)
    assert tree.paths() == tuple(shown)
    assert [tree.read(path) for path in shown] == [path.encode() for path in shown]
    assert tree.label == "."


def test_paths_of_nothing(tmp_path):
    """A folder without roadmaps has no paths, nor has one that does not exist."""
    assert WorkingTree(tmp_path).paths() == ()
    assert WorkingTree(tmp_path / "missing").paths() == ()


def test_paths_are_looked_up_anew(tmp_path):
    """A file written later shows."""
    tree = WorkingTree(tmp_path)
    assert tree.paths() == ()
    write(tmp_path, "roadmaps/a/roadmap.yaml")
    assert tree.paths() == ("roadmaps/a/roadmap.yaml",)


def test_names_are_kept(tmp_path):
    """Names that differ in case or in how å is composed stay apart, as the disk has them."""
    names = [
        "roadmaps/a/X.yaml",
        "roadmaps/a/a\u030a.yaml",
        "roadmaps/a/x.yaml",
        "roadmaps/a/å.yaml",
    ]
    write(tmp_path, *names)
    if len([*(tmp_path / "roadmaps/a").iterdir()]) == len(names):  # not so on macOS and Windows
        assert WorkingTree(tmp_path).paths() == tuple(names)


def test_name_that_is_no_utf_8(tmp_path):
    """A file whose name is no UTF-8 is found and read."""
    folder = os.fsencode(tmp_path / "roadmaps")
    (tmp_path / "roadmaps").mkdir()
    try:
        with open(os.path.join(folder, b"\xe5.yaml"), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"x")
    except OSError:
        return  # a disk that refuses such names has none to read
    tree = WorkingTree(tmp_path)
    assert [tree.read(path) for path in tree.paths()] == [b"x"]


def test_links_are_shown_but_not_followed(tmp_path):
    """Links to files and folders, inside or out, are reported; a dangling link too."""
    outside = tmp_path / "outside"
    write(outside, "secret.yaml", "deep/x.yaml")
    root = tmp_path / "root"
    write(root, "roadmaps/a/x.yaml")
    (root / "roadmaps/a/inside.yaml").symlink_to("x.yaml")
    (root / "roadmaps/a/out.yaml").symlink_to(outside / "secret.yaml")
    (root / "roadmaps/a/gone.yaml").symlink_to("nothing")
    (root / "roadmaps/a/loop.yaml").symlink_to("loop.yaml")
    (root / "roadmaps/b").symlink_to(outside)
    tree = WorkingTree(root)
    links = ["a/gone.yaml", "a/inside.yaml", "a/loop.yaml", "a/out.yaml", "b"]
    expected = sorted(["roadmaps/a/x.yaml", *(f"roadmaps/{link}" for link in links)])
    assert tree.paths() == tuple(expected)
    assert all("är en länk" in refuse(tree, f"roadmaps/{link}") for link in links)


def test_linked_roadmaps(tmp_path):
    """A folder of roadmaps that is itself a link is reported."""
    write(tmp_path, "elsewhere/a/roadmap.yaml", "root/fardplan.toml")
    (tmp_path / "root/roadmaps").symlink_to(tmp_path / "elsewhere")
    tree = WorkingTree(tmp_path / "root")
    assert tree.paths() == ("fardplan.toml", "roadmaps")
    assert "är en länk" in refuse(tree, "roadmaps")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("roadmaps/gone.yaml", "finns inte längre"),
        ("fardplan.toml/x.yaml", "finns inte längre"),
        ("roadmaps", "är en mapp"),
        ("../x.yaml", "utanför"),
        ("roadmaps/../../x.yaml", "utanför"),
        ("/etc/hostname", "utanför"),
        ("roadmaps/" + "x" * 300, "går inte att läsa från disken"),
        ("roadmaps/\0.yaml", "går inte att läsa från disken"),
    ],
)
def test_unreadable(tmp_path, path, words):
    """What cannot be read is named with the reason."""
    write(tmp_path, "fardplan.toml", "roadmaps/a/roadmap.yaml")
    assert words in refuse(WorkingTree(tmp_path), path)


def test_pipes_do_not_hang(tmp_path):
    """A named pipe is no file to read."""
    (tmp_path / "roadmaps").mkdir()
    os.mkfifo(tmp_path / "roadmaps/pipe.yaml")
    tree = WorkingTree(tmp_path)
    assert tree.paths() == ("roadmaps/pipe.yaml",)
    assert "ingen vanlig fil" in refuse(tree, "roadmaps/pipe.yaml")


def test_forbidden(tmp_path, monkeypatch):
    """Files and folders that may not be read are named, and hide nothing else."""
    write(tmp_path, "roadmaps/a/x.yaml", "roadmaps/b/y.yaml", "roadmaps/c.yaml")
    really_open, really_scan = os.open, os.scandir

    def deny(really):
        def act(path, *rest):
            if str(path).endswith(("roadmaps/a", "c.yaml")):
                raise PermissionError(13, "Permission denied")
            return really(path, *rest)

        return act

    monkeypatch.setattr("fardplan.source.tree.os.open", deny(really_open))
    monkeypatch.setattr("fardplan.source.tree.os.scandir", deny(really_scan))
    tree = WorkingTree(tmp_path)
    assert tree.paths() == ("roadmaps/a", "roadmaps/b/y.yaml", "roadmaps/c.yaml")
    assert "inte rätt att läsa" in refuse(tree, "roadmaps/a")
    assert "inte rätt att läsa" in refuse(tree, "roadmaps/c.yaml")
    monkeypatch.undo()
    assert stat.S_ISREG((tmp_path / "roadmaps/c.yaml").stat().st_mode)


def test_deep_folders(tmp_path):
    """A thousand folders inside one another are no trouble."""
    top = tmp_path / "roadmaps"
    (top / "a").mkdir(parents=True)
    for _ in range(1200):
        (top / "b").mkdir()
        (top / "a").rename(top / "b/a")
        (top / "b").rename(top / "a")
    assert WorkingTree(tmp_path).paths() == ()
    while (top / "a/a").exists():  # what pytest clears away may not be so deep
        (top / "a/a").rename(top / "b")
        (top / "a").rmdir()
        (top / "b").rename(top / "a")


def test_huge_files_are_not_read_whole(tmp_path):
    """Of a file that is too large only as much is read as shows that it is."""
    write(tmp_path, "roadmaps/a.yaml")
    os.truncate(tmp_path / "roadmaps/a.yaml", 50 * MAX_BYTES)
    data = WorkingTree(tmp_path).read("roadmaps/a.yaml")
    assert len(data) == MAX_BYTES + 1
    assert [fault.rule for fault in read_yaml(data).faults] == ["unreadable-file"]


def replace_by_folder(path: Path) -> None:
    """Put a folder where a file was."""
    path.unlink()
    path.mkdir()


def replace_by_pipe(path: Path) -> None:
    """Put a named pipe where a file was."""
    path.unlink()
    os.mkfifo(path)


def replace_by_link(path: Path) -> None:
    """Put a link to a device where a file was."""
    path.unlink()
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("replace", "said"),
    [
        (Path.unlink, "”roadmaps/lan/goals/a.yaml” finns inte längre."),
        (replace_by_folder, "”roadmaps/lan/goals/a.yaml” är en mapp, ingen fil."),
        (replace_by_pipe, "”roadmaps/lan/goals/a.yaml” är ingen vanlig fil och läses inte."),
        (
            replace_by_link,
            "”roadmaps/lan/goals/a.yaml” är en länk till något annat och läses inte. Lägg en kopia där i stället.",
        ),
    ],
)
def test_file_that_is_gone_when_its_turn_comes(tmp_path, replace, said):
    """What became of a file after it was listed is a finding, and all other files are read."""
    write(tmp_path, "roadmaps/lan/goals/a.yaml")
    (tmp_path / "roadmaps/lan/goals/b.yaml").write_text("title: B\n", "utf-8")

    class Listed(WorkingTree):
        def paths(self) -> tuple[str, ...]:
            found = super().paths()
            replace(self.root / "roadmaps/lan/goals/a.yaml")
            return found

    loaded = load(Listed(tmp_path))
    (fault,) = loaded.faults["roadmaps/lan/goals/a.yaml"]
    assert (fault.rule, fault.text.say("sv", **fault.values)) == ("unreadable-file", said)
    assert list(loaded.collection.editions["lan"].goals) == ["b"]


def test_device():
    """A device is no file to read, though reading it would never end."""
    assert "ingen vanlig fil" in refuse(WorkingTree(Path("/dev")), "zero")


@pytest.mark.parametrize(("times", "is_read"), [(1, True), (4, True), (5, False)])
@pytest.mark.parametrize("grow", [b"", b"# more\n" * 3_000])
def test_file_that_changes_while_it_is_read(tmp_path, monkeypatch, times, is_read, grow):
    """A file written to meanwhile is read again until it is whole, or told to be changing."""
    write(tmp_path, "roadmaps/a.yaml")
    path = tmp_path / "roadmaps/a.yaml"
    left = iter(range(times))

    really = os.read

    def read_and_save(descriptor, size):
        data = really(descriptor, size)
        if (number := next(left, None)) is not None:
            path.write_bytes(f"saved: {number}\n".encode() + grow)
            os.utime(path, ns=(0, number))
        return data

    monkeypatch.setattr("fardplan.source.tree.os.read", read_and_save)
    tree = WorkingTree(tmp_path)
    if is_read:
        assert tree.read("roadmaps/a.yaml") == f"saved: {times - 1}\n".encode() + grow
    else:
        assert refuse(tree, "roadmaps/a.yaml") == (
            "”roadmaps/a.yaml” ändras medan den läses. Kör kommandot igen när den är färdigsparad."
        )


def test_file_that_never_stops_growing(tmp_path, monkeypatch):
    """No more is read of a file than shows that it is too large, whatever size it was said to have."""
    write(tmp_path, "roadmaps/a.yaml")
    really = os.fstat
    os.truncate(tmp_path / "roadmaps/a.yaml", 3 * MAX_BYTES)

    def understate(descriptor):
        status = list(really(descriptor))
        status[stat.ST_SIZE] = 10
        return os.stat_result(status)

    monkeypatch.setattr("fardplan.source.tree.os.fstat", understate)
    assert len(WorkingTree(tmp_path).read("roadmaps/a.yaml")) == MAX_BYTES + 1


def test_file_that_comes_in_pieces(tmp_path, monkeypatch):
    """A file is read to its end where a disk far away gives less of it than was asked for."""
    write(tmp_path, "roadmaps/a.yaml")
    path = tmp_path / "roadmaps/a.yaml"
    really = os.read
    monkeypatch.setattr(
        "fardplan.source.tree.os.read",
        lambda descriptor, size: really(descriptor, min(size, 7)),
    )
    path.write_text("title: Länets färdplan\n", "utf-8")
    assert WorkingTree(tmp_path).read("roadmaps/a.yaml").decode() == "title: Länets färdplan\n"
