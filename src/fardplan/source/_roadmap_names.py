"""The ids that one roadmap has had, and the places that hold the roadmaps of today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fardplan.source._editions import ROADMAP_ID, Commit, Directory, Place, list_names
from fardplan.source.git import Repository


@dataclass(frozen=True)
class RoadmapNames:
    """A roadmap as it was asked for by id, in a root that may lie in a repository."""

    repository: Repository | None
    root: Path
    roadmap: str

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The roadmaps of today: the working tree's, and after them HEAD's."""
        head = self.repository.find_commit("HEAD") if self.repository is not None else None
        if self.repository is None or head is None:
            return (Directory(self.root),)
        return Directory(self.root), Commit(self.repository, head)

    @cached_property
    def _found(self) -> tuple[str, ...]:
        is_id = ROADMAP_ID.fullmatch(self.roadmap)
        return list_names(self.places, self.roadmap) if is_id else ()

    @property
    def exists(self) -> bool:
        """Whether the roadmap exists today, under the id asked for or under another."""
        return bool(self._found)

    @property
    def names(self) -> tuple[str, ...]:
        """All its ids, the present one first; none where the one asked for is no id at all."""
        return self._found or ((self.roadmap,) if ROADMAP_ID.fullmatch(self.roadmap) else ())
