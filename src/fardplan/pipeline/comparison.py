"""Compares a roadmap in two versions that are named as users name them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from fardplan.changes._base import Comparison, Side
from fardplan.changes._compare import compare
from fardplan.changes._reading import Reading, read_pair
from fardplan.source.git import Repository
from fardplan.source.versions import Version, resolve


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed, and which two versions were taken."""

    comparison: Comparison
    old: Version
    new: Version


def compare_versions(root: Path, roadmap: str, old: str, new: str = ".") -> Compared:
    """Compare a roadmap in the versions that `old` and `new` name.

    Raises CannotRun where there is no such roadmap or version, or no git where it is needed.
    """
    with ExitStack() as stack:
        repository = Repository.open(root)
        if repository is not None:
            stack.enter_context(repository)
        earlier, later = (resolve(repository, root, roadmap, spec) for spec in (old, new))
        before, after = read_pair(earlier, later)
    return Compared(_compare(earlier, later, before, after), earlier, later)


def _compare(old: Version, new: Version, before: Reading, after: Reading) -> Comparison:
    changes = compare(before.edition, after.edition, before.index, after.index)
    return Comparison(
        after.edition.id,
        _side(old, before),
        _side(new, after),
        changes,
        tuple(dict.fromkeys((*_areas(after), *_areas(before)))),
    )


def _side(version: Version, reading: Reading) -> Side:
    roadmap = reading.edition.roadmap
    number = roadmap.version.text if roadmap.version else None
    title = roadmap.short_title or roadmap.title
    return Side(version.spec, version.commit, roadmap.year, number, title)


def _areas(reading: Reading) -> tuple[str, ...]:
    """Return the ids of the areas in the order of the document."""
    areas = reading.edition.areas
    last = len(areas)
    return tuple(sorted(areas, key=lambda name: (areas[name].order or last, name)))
