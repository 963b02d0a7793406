"""Files that are read again: the same as if all had been read at once, and only what changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from fardplan.pipeline.rereading import Rereader, Still
from fardplan.source.collection import load
from fardplan.source.tree import Unreadable, WorkingTree
from tests.server.places import BROKEN, GOAL, make_repository, write

ROOT = Path(__file__).parent.parent.parent


def read(reader, root):
    """Return what a reader makes of the files as they are now."""
    return reader.load(Still.of(WorkingTree(root)))


@pytest.fixture
def root(tmp_path):
    """Return a repository with two roadmaps and faults of every sort."""
    make_repository(tmp_path)
    shutil.copytree(tmp_path / "roadmaps/lanet", tmp_path / "roadmaps/orten")
    for path, text in {
        "roadmaps/lanet/goals/trasig.yaml": BROKEN,
        "roadmaps/lanet/goals/fel.yml": GOAL,
        "roadmaps/lanet/goals/okand.yaml": f"{GOAL}okand: 1\n# fardplan: prov\n",
        "roadmaps/orten/goals/alias.yaml": "title: *inte\narea: trygg-hemma\n",
        "roadmaps/tom/goals/mal.yaml": GOAL,
        "roadmaps/halv/roadmap.yaml": "title: Utan profil\n",
        "roadmaps/glossary.yaml": "format: 1\nokand: 1\n",
        "roadmaps/annat.yaml": "",
    }.items():
        write(tmp_path, path, text)
    (tmp_path / "roadmaps/lanet/goals/lank.yaml").symlink_to("hem.yaml")
    return tmp_path


def test_shipped_roadmaps():
    """All that ships is read as `load` reads it."""
    assert read(Rereader(), ROOT) == load(WorkingTree(ROOT))


def test_faults_of_every_sort(root):
    """So is what has faults, when it is read for the first time and when it is read again."""
    reader, whole = Rereader(), load(WorkingTree(root))
    assert [read(reader, root), read(reader, root)] == [whole, whole]
    write(root, "roadmaps/lanet/goals/trasig.yaml", GOAL)
    (root / "roadmaps/halv/roadmap.yaml").unlink()
    assert read(reader, root) == load(WorkingTree(root)) != whole


def test_only_what_changed_is_parsed(root):
    """The other roadmap is the one that was read before, even if its files were saved as they are."""
    reader = Rereader()
    before = read(reader, root).collection.editions
    write(root, "roadmaps/lanet/goals/hem.yaml", GOAL.replace("Alla", "Fler"))
    os.utime(root / "roadmaps/orten/goals/hem.yaml")
    after = read(reader, root).collection.editions
    same = {name for name, edition in after.items() if edition is before.get(name)}
    assert same == after.keys() - {"lanet"}


def test_a_still_holds_what_was_there(root):
    """What is saved or deleted afterwards is not in it; what could not be read says why each time."""
    still = Still.of(WorkingTree(root))
    (root / "roadmaps/lanet/goals/hem.yaml").unlink()
    assert still.read("roadmaps/lanet/goals/hem.yaml") == GOAL.encode()
    for _ in range(2):
        with pytest.raises(Unreadable, match="link"):
            still.read("roadmaps/lanet/goals/lank.yaml")
    with pytest.raises(FileNotFoundError):
        still.read("roadmaps/lanet/goals/ingen.yaml")
