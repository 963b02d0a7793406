"""What earlier versions had and the one in force has not: it keeps its page, under its address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fardplan.documents.site.addresses import FOLDERS, entity_page
from fardplan.documents.site.issues import Issue, Shelf
from fardplan.model.edition import Edition
from fardplan.model.index import Entity, Index
from fardplan.model.paths import path_in
from fardplan.pipeline.site.publishing import Found
from fardplan.source._git_tree import GitTree


@dataclass(frozen=True, slots=True)
class Left:
    """Something that has left a roadmap: the last version that had it, and what it has become."""

    issue: Issue
    kind: str
    id: str
    heir: Entity | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What it was found under: roadmap, kind, id."""
        return self.issue.roadmap, self.kind, self.id

    @property
    def page(self) -> str:
        """Its page."""
        return entity_page(*self.key)


def find_left(
    shelf: Shelf, found: Sequence[Found], current: Edition, index: Index
) -> Iterator[Left]:
    """Yield what earlier versions had, each from the last of them; told by the files' names."""
    seen = {(kind, name) for kind, folder in FOLDERS.items() for name in getattr(current, folder)}
    heirs = {
        (kind, old.rpartition("/")[2]): index.by_key[current.id, kind, name]
        for kind, folder in FOLDERS.items()
        for name, entity in getattr(current, folder).items()
        for old in entity.previously
    }
    for one in reversed(found[: shelf.issues.index(shelf.current)]):
        if one.issue.is_draft:
            continue
        for kind, name in _names(one):
            if (kind, name) not in seen:
                seen.add((kind, name))
                yield Left(one.issue, kind, name, heirs.get((kind, name)))


def _names(found: Found) -> Iterator[tuple[str, str]]:
    """Yield kind and id of each area, goal and activity of a version."""
    tree, folder = found.version.tree, found.version.folder
    for kind, name in FOLDERS.items():
        top = path_in(folder, f"{name}/")
        listed = tree.narrow(top) if isinstance(tree, GitTree) else tree
        for path in listed.paths():
            rest = path.removeprefix(top)
            if path.startswith(top) and rest.endswith(".yaml") and "/" not in rest:
                yield kind, rest.removesuffix(".yaml")
