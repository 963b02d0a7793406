"""Where the repository begins, and where the program's own files lie."""

from __future__ import annotations

import pytest

from fardplan.source.resources import templates_dir
from fardplan.source.root import find_root


@pytest.mark.parametrize(
    ("files", "start", "root"),
    [
        (["fardplan.toml", "roadmaps/a/roadmap.yaml"], "roadmaps/a", "."),
        (["fardplan.toml", "x/fardplan.toml", "x/y/z"], "x/y", "x"),
        (["fardplan.toml", "x/roadmaps/a/b"], "x/roadmaps", "."),
        (["x/roadmaps/a/b"], "x/roadmaps/a", "x"),
        (["x/y"], "x", "x"),
    ],
)
def test_find_root(tmp_path, files, start, root):
    """The nearest settings above mark the root, else the nearest roadmaps, else the start."""
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    assert find_root(tmp_path / start) == (tmp_path / root).resolve()


def test_templates_are_found():
    """The built-in templates are found, each with its description."""
    assert list(templates_dir().glob("*/document.toml"))
