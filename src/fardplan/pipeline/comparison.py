"""Compares a roadmap in two versions that are named as users name them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from fardplan.changes._approvals import approve, judge_idle
from fardplan.changes._balance import balance
from fardplan.changes._base import Change, ChangeKind, Comparison, Level, Side
from fardplan.changes._compare import compare
from fardplan.changes._identity import Identity
from fardplan.changes._levels import relevel
from fardplan.changes._reading import Reading, read_pair
from fardplan.changes._references import References
from fardplan.errors import CannotRun
from fardplan.locales.text import LANGUAGES, Lang
from fardplan.model.approval import Approval
from fardplan.model.edition import Edition
from fardplan.pipeline.own_files import load_approvals, load_settings
from fardplan.pipeline.slips import count_slips
from fardplan.rules._history import names_of
from fardplan.source._git_tree import GitTree
from fardplan.source.git import Repository
from fardplan.source.root import OWN_FILES
from fardplan.source.settings import Settings
from fardplan.source.tree import Tree, WorkingTree
from fardplan.source.versions import Version, resolve


@dataclass(frozen=True, slots=True)
class Rulings:
    """What a version says beside its roadmaps: the settings, and what has been approved."""

    settings: Settings
    approvals: tuple[Approval, ...] = ()
    faults: int = 0
    """How much is wrong in the list of approvals."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed, which two versions were taken, what they hold, and what the newer rules."""

    comparison: Comparison
    old: Version
    new: Version
    rulings: Rulings
    before: Edition
    after: Edition
    identity: Identity

    def reaches(self, limit: Level) -> bool:
        """Tell whether a change that nobody has approved is at least as grave as `limit`."""
        return any(
            change.level.rank <= limit.rank and change.approval is None
            for change in self.comparison.changes
        )

    @property
    def unapproved(self) -> tuple[Change, ...]:
        """The weakened commitments that nobody has approved."""
        changes = self.comparison.changes
        return tuple(one for one in changes if one.level is Level.MAJOR and not one.approval)


def compare_versions(root: Path, roadmap: str, old: str, new: str = ".") -> Compared:
    """Compare a roadmap in the versions that `old` and `new` name.

    The levels of the changes and the approvals are those of the newer version. Raises CannotRun
    where there is no such roadmap or version, or no git where it is needed.
    """
    with ExitStack() as stack:
        repository = Repository.open(root)
        if repository is not None:
            stack.enter_context(repository)
        earlier, later = (resolve(repository, root, roadmap, spec) for spec in (old, new))
        return compare_found(root, repository, earlier, later)


def compare_found(
    root: Path, repository: Repository | None, earlier: Version, later: Version
) -> Compared:
    """Compare two versions of a roadmap that have been found already."""
    before, after = read_pair(earlier, later)
    rulings = _read_rulings(root, later)
    former = () if earlier.stands_alone else _read_rulings(root, earlier).approvals
    identity = Identity.of(before.edition, after.edition)
    found = compare(before.edition, after.edition, before.index, after.index, identity)
    if later.commit is not None or later.spec == ".":
        found = count_slips(found, before.edition, after.edition, repository)
    comparison = _judge((earlier, before), (later, after), identity, found, rulings, former)
    editions = before.edition, after.edition
    return Compared(comparison, earlier, later, rulings, *editions, identity)


def _judge(
    old: tuple[Version, Reading],
    new: tuple[Version, Reading],
    identity: Identity,
    found: tuple[Change, ...],
    rulings: Rulings,
    former: tuple[Approval, ...],
) -> Comparison:
    """Return the changes with their levels and approvals, and all that is told of the whole."""
    (_, before), (_, after) = old, new
    changes, idle = approve(relevel(found, _levels(rulings.settings)), rulings.approvals)
    names = {*names_of(before.edition), *names_of(after.edition)}
    references = References(before.edition, after.edition, before.index, after.index, identity)
    return Comparison(
        after.edition.id,
        _side(*old),
        _side(*new),
        changes,
        tuple(dict.fromkeys((*_areas(after), *_areas(before)))),
        balance(references),
        judge_idle(idle, changes, names, former),
        _language_of(after.edition),
    )


def _language_of(edition: Edition) -> Lang:
    return next((lang for lang in LANGUAGES if lang == edition.roadmap.language), "sv")


def _levels(settings: Settings) -> dict[ChangeKind, Level]:
    given = settings.levels
    return {kind: Level.of(given[kind]) for kind in ChangeKind if kind in given}


def _read_rulings(root: Path, version: Version) -> Rulings:
    """Return what stands beside the roadmaps in a version; a lone folder has what stands here.

    Of the past nothing is refused: what cannot be read there rules nothing.
    """
    tree: Tree = WorkingTree(root) if version.stands_alone else version.tree
    if isinstance(tree, GitTree):
        tree = tree.narrow(*OWN_FILES)
    files = tree.paths()
    try:
        settings, _ = load_settings(tree, files)
        approvals, faults = load_approvals(tree, files)
    except CannotRun:
        if version.spec == ".":
            raise
        return Rulings(Settings())
    return Rulings(settings, approvals, len(faults))


def _side(version: Version, reading: Reading) -> Side:
    roadmap = reading.edition.roadmap
    number = roadmap.version.text if roadmap.version else None
    title = roadmap.short_title or roadmap.title
    home = Side(version.spec, version.commit, roadmap.year, number, title)
    files = [
        tuple(map(reading.edition.path_of, found))
        for found in (reading.unread, reading.partly_read)
    ]
    return replace(home, unread=files[0], partly_read=files[1])


def _areas(reading: Reading) -> tuple[str, ...]:
    """Return the ids of the areas in the order of the document."""
    areas = reading.edition.areas
    last = len(areas)
    return tuple(sorted(areas, key=lambda name: (areas[name].order or last, name)))
