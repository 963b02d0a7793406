"""One roadmap's folder, wherever it lies, read as if it stood alone in a repository."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fardplan.model.paths import path_in
from fardplan.source.tree import SUFFIXES, WorkingTree


@dataclass(frozen=True)
class FolderTree:
    """The files of a roadmap's folder under `roadmaps/ID/`, whatever the folder is called.

    For a version kept as a plain folder outside any `roadmaps/`. Hidden files do not show, and
    links are not followed, as in `WorkingTree`.
    """

    folder: Path
    roadmap: str
    label: str

    @cached_property
    def _files(self) -> dict[str, str]:
        """The path of each file inside the folder, by the path it would have in a repository."""
        files: dict[str, str] = {}
        for top, folders, names in os.walk(self.folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                if name.endswith(SUFFIXES) and not name.startswith("."):
                    inside = Path(top, name).relative_to(self.folder).as_posix()
                    files[path_in(self.roadmap, inside)] = inside
        return dict(sorted(files.items()))

    def paths(self) -> tuple[str, ...]:
        """Return the paths of the files, sorted, as they would be in a repository."""
        return tuple(self._files)

    def read(self, path: str) -> bytes:
        """Return one file's content; raise FileNotFoundError where there is none, or Unreadable."""
        if path not in self._files:
            raise FileNotFoundError(f"{path} is not in {self.label}")
        return WorkingTree(self.folder).read(self._files[path])
