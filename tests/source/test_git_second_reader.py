"""GitPython, a reader of its own, must see in a repository what `source/git.py` sees."""

from __future__ import annotations

import git as gitpython

from fardplan.source.git import Repository
from tests.source.history import roadmap


def _files_in(commit: gitpython.Commit) -> dict[str, bytes]:
    """Return the content of a commit's roadmap files, as GitPython reads them."""
    blobs = [item for item in commit.tree.traverse() if isinstance(item, gitpython.Blob)]
    return {
        str(blob.path): blob.data_stream.read()
        for blob in blobs
        if str(blob.path).startswith("roadmaps/")
    }


def test_trees_and_tags_agree_with_gitpython(start_history):
    """Every commit's files and every tag are the same through git itself and through GitPython."""
    history = start_history()
    top, goal = "roadmaps/länet/roadmap.yaml", "roadmaps/länet/goals/vård i hemmet.yaml"
    history.commit({top: roadmap(2022, "0.1"), goal: "title: Vård\n", "README.md": "Läs mig.\n"})
    history.tag("länet/0.1", annotated=False)
    history.commit({top: roadmap(2023, "1.0"), goal: None, "roadmaps/länet/ö.yaml": "title: Ö\n"})
    history.tag("länet/1.0")
    ours = Repository.open(history.root)
    assert ours is not None
    with ours, gitpython.Repo(history.root) as repo:
        commits = list(repo.iter_commits())
        assert len(commits) == 2
        for commit in commits:
            tree = ours.tree(commit.hexsha, "x")
            assert {path: tree.read(path) for path in tree.paths()} == _files_in(commit)
        assert {tag.name: tag.commit for tag in ours.list_tags("länet")} == {
            tag.name: tag.commit.hexsha for tag in repo.tags
        }
