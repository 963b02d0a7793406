"""What changes in one roadmap mean for those that refer to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fardplan.changes._above import Above
from fardplan.changes._impact import Consequences, find_consequences
from fardplan.locales import selection as say
from fardplan.locales.text import Saying
from fardplan.model.edition import Edition
from fardplan.model.paths import CONTENT
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.states import open_tree
from fardplan.rules._history import names_of
from fardplan.source.collection import load
from fardplan.source.git import Repository
from fardplan.source.tree import Tree
from fardplan.source.versions import Version


@dataclass(frozen=True, slots=True)
class Traced:
    """What changes mean for others, and which two versions were taken."""

    consequences: Consequences
    old: Version
    new: Version


def trace_changes(root: Path, roadmap: str, old: str, new: str = ".") -> Traced:
    """Compare a roadmap in two versions, and find what refers to it in all others.

    The others are taken as they are now, whichever versions are compared: they are the ones that
    can act. Raises CannotRun where there is no such roadmap or version.
    """
    compared = compare_versions(root, roadmap, old, new)
    before, after = compared.before, compared.after
    with _open_present(root) as tree:
        editions = load(tree).collection.editions
    names = {roadmap, *names_of(before), *names_of(after)}
    names |= {name for one in editions.values() for name in _names_if(one, names)}
    above = Above(before, after, compared.identity, frozenset(names))
    others = (edition for name, edition in editions.items() if name not in names)
    consequences = find_consequences(compared.comparison, above, others)
    return Traced(consequences, compared.old, compared.new)


def _names_if(edition: Edition, known: set[str]) -> tuple[str, ...]:
    """Return the names of an edition that is the same roadmap under a later one."""
    names = names_of(edition)
    return () if known.isdisjoint(names) else names


@contextmanager
def _open_present(root: Path) -> Iterator[Tree]:
    """Open the files as they are now; of a bare repository those of HEAD."""
    repository = None if (root / CONTENT).exists() else Repository.open(root)
    if repository is None:
        yield open_tree(root)
        return
    with repository:
        head = repository.find_commit("HEAD")
        yield (
            repository.tree(head, Saying(say.REVISION, {"rev": "HEAD"}))
            if head
            else (open_tree(root))
        )
