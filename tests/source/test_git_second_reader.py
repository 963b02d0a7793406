"""GitPython, a reader of its own, must see in a repository what `source/git.py` sees."""

from __future__ import annotations

import git as gitpython

from fardplan.source.git import Repository
from tests.source.history import roadmap, start_history


def test_trees_and_tags_agree_with_gitpython(start_history):
    """Every commit's files and every tag are the same through git itself and through GitPython."""
    history = start_history()
    old, goal = "roadmaps/länet/roadmap.yaml", "roadmaps/länet/goals/vård i hemmet.yaml"
    history.commit({old: roadmap(2022, "0.1"), goal: "title: Vård\n", "README.md": "Läs mig.\n"})
    history.tag("länet/0.1", annotated=False)
    history.commit({old: roadmap(2023, "1.0"), goal: None, "roadmaps/länet/ö.yaml": "title: Ö\n"})
    history.tag("länet/1.0")
    with gitpython.Repo(history.root) as repo, Repository.open(history.root) as ours:
        commits = list(repo.iter_commits())
        assert len(commits) == 2
        for commit in commits:
            tree = ours.tree(commit.hexsha, "x")
            theirs = {
                blob.path: blob.data_stream.read()
                for blob in commit.tree.traverse()
                if blob.type == "blob" and str(blob.path).startswith("roadmaps/")
            }
            assert {path: tree.read(path) for path in tree.paths()} == theirs
        assert {tag.name: tag.commit for tag in ours.list_tags("länet")} == {
            tag.name: tag.commit.hexsha for tag in repo.tags
        }
