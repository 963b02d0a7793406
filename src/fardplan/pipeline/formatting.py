"""The roadmaps' files, each as it should be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fardplan.editing.layout import lay_out
from fardplan.pipeline.states import open_tree
from fardplan.source.faults import Fault
from fardplan.source.named_paths import choose
from fardplan.source.rewriting import rewrite_file
from fardplan.source.slots import is_content, is_file, place_of
from fardplan.source.tree import Tree, Unreadable


@dataclass(frozen=True, slots=True)
class Formatted:
    """One file as it is and as it should be; or as it is twice, with what stands in the way."""

    path: str
    old: bytes
    new: bytes
    fault: Fault | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the file is written in another way than it should be."""
        return self.old != self.new


def format_files(root: Path, paths: Sequence[Path] = ()) -> Iterator[Formatted]:
    """Yield every file that holds part of a roadmap, or those that `paths` name; writes nothing.

    Raises CannotRun where there are no roadmaps, or a path leads to none of their files.
    """
    tree = open_tree(root)
    files = [path for path in tree.paths() if is_content(path) and _has_layout(path)]
    is_wanted = choose(paths, root, files)
    return (_format(tree, path) for path in files if is_wanted(path))


def write_formatted(root: Path, one: Formatted) -> None:
    """Write a file as it should be; raises CannotRun where that cannot be done."""
    rewrite_file(root, one.path, one.old, one.new)


def _has_layout(path: str) -> bool:
    """Tell whether a file is part of a roadmap, or a folder that cannot be looked into."""
    return not is_file(path) or place_of(path).model is not None


def _format(tree: Tree, path: str) -> Formatted:
    try:
        data = tree.read(path)
    except Unreadable as failure:
        fault = Fault("unreadable-file", failure.text, failure.values)
        return Formatted(path, b"", b"", fault)
    laid = lay_out(path, data)
    return Formatted(path, data, laid.data, laid.fault)
