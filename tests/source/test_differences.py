from __future__ import annotations

from collections.abc import Callable

import pytest

from fardplan.source.differences import find_differing
from fardplan.source.tree import Tree, WorkingTree
from tests.source.history import History
from tests.source.reading import opened

GOALS = {f"roadmaps/a/goals/{name}.yaml": f"title: {name}\n" for name in "abc"}
A, B, C = GOALS


def differing(history: History, side: str) -> frozenset[str]:
    """Return what differs between the first commit and the disk, the index or HEAD."""
    with opened(history.root) as repository:
        old, new = (repository.find_commit(name) or "" for name in ("HEAD~1", "HEAD"))
        trees: dict[str, Callable[[], Tree]] = {
            "disk": lambda: WorkingTree(history.root),
            "index": lambda: repository.staged("index"),
            "commit": lambda: repository.tree(new, "HEAD"),
        }
        return find_differing(trees[side](), repository.tree(old, "HEAD~1"))


@pytest.mark.parametrize("side", ["disk", "index", "commit"])
@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
class TestFindDiffering:
    def test_added_changed_and_gone(self, start_history, side, object_format):
        """Files that are new, gone, renamed or changed differ, and no others do."""
        history = start_history("arkiv", f"--object-format={object_format}")
        history.commit({**GOALS, "fardplan.toml": "", "README.md": "ett"})
        new = "roadmaps/a/goals/d.yaml"
        history.commit({A: "title: Ny\n", B: None, new: GOALS[B], "README.md": "två"})
        assert differing(history, side) == {A, B, new}

    def test_links(self, start_history, side, object_format):
        """A link that was one before is the same; a file that has become a link is not."""
        history = start_history("arkiv", f"--object-format={object_format}")
        history.write(GOALS)
        (history.root / C).unlink()
        (history.root / C).symlink_to("a.yaml")
        history.commit({})
        (history.root / B).unlink()
        (history.root / B).symlink_to("a.yaml")
        history.commit({})
        assert differing(history, side) == {B}


class TestOnTheDisk:
    def test_line_ends(self, start_history):
        """The line ends of Windows make no difference, on either side; other bytes do."""
        history = start_history()
        history.commit({A: "ett\r\n", B: "ett\n", C: "ett\rtvå\n"})
        history.commit({"x": ""})
        history.write({A: "ett\n", B: "ett\r\n", C: "ett\ntvå\n"})
        assert differing(history, "disk") == {C}

    def test_a_file_too_large_to_read(self, start_history):
        """Of a file too large to be read only as much as is read counts."""
        history = start_history()
        large = b"#" * (5 * 1024 * 1024)
        history.commit({A: large, B: large})
        history.commit({"x": ""})
        history.write({B: b"title: B\n" + large})
        assert differing(history, "disk") == {B}

    def test_two_folders(self, tmp_path):
        """Two folders are compared in the same way, without git."""
        for name, text in (("ny", "title: B\n"), ("gammal", "title: A\n")):
            goals = tmp_path / name / "roadmaps/a/goals"
            goals.mkdir(parents=True)
            (goals / "a.yaml").write_text(text, encoding="utf-8")
            (goals / "b.yaml").write_text("title: B\n", encoding="utf-8")
        assert find_differing(WorkingTree(tmp_path / "ny"), WorkingTree(tmp_path / "gammal")) == {A}
