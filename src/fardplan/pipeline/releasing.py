"""Releasing a version: what is committed is judged, numbered, described and tagged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from fardplan.changes._base import Comparison
from fardplan.documents.compose.document import language_of
from fardplan.errors import CannotRun
from fardplan.formats._release_message import write_message
from fardplan.locales import releasing as say
from fardplan.locales.text import Saying
from fardplan.model.edition import Edition
from fardplan.model.paths import CONTENT
from fardplan.pipeline import release_checks as checks
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.correcting import Correcting
from fardplan.pipeline.correction_entry import Proposal, propose
from fardplan.pipeline.judging import Request
from fardplan.pipeline.numbering import Numbered, Obstacle, next_number
from fardplan.pipeline.release_checks import Counted, Sorted
from fardplan.pipeline.states import Chosen, State
from fardplan.pipeline.validation import Validation, validate
from fardplan.rules.changed_release import check as _changed_release
from fardplan.source._editions import (
    ROADMAP_ID,
    Commit,
    Directory,
    Facts,
    list_names,
    read_facts,
    roadmap_file,
)
from fardplan.source._history import Release, list_releases, list_states
from fardplan.source._roadmap_names import RoadmapNames
from fardplan.source._version_failures import explain_unknown_roadmap
from fardplan.source.collection import load
from fardplan.source.git import Repository
from fardplan.source.revisions import HEAD, name_revision

CHANGED = _changed_release.name
"""The rule that what is released does not change."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A version on its way out: its tag and message, or what stands in the way."""

    roadmap: str
    version: str
    tag: str
    commit: str
    message: str
    repository: Repository
    state: State
    validation: Validation
    found: Sorted
    obstacles: tuple[Obstacle, ...]
    notes: tuple[Saying, ...]
    too_much: Comparison | None
    """The changes that are more than a correction may hold."""
    proposal: Proposal | None = None
    """What a correction lacks and could be written, where nothing else stands in the way."""

    @property
    def file(self) -> str:
        """The path of its roadmap.yaml."""
        return roadmap_file(self.roadmap)

    def release(self) -> None:
        """Make the tag; raises CannotRun where git refuses."""
        self.repository.make_tag(self.tag, self.commit, self.message)


@contextmanager
def open_candidate(root: Path, roadmap: str, *, correction: bool) -> Iterator[Candidate]:
    """Judge and describe what HEAD holds of a roadmap, until the end of the `with` statement.

    Raises CannotRun where nothing can be released at all: no git, nothing committed, only a part
    of the history, no such roadmap, nobody to release it.
    """
    repository = Repository.open(root)
    if repository is None:
        raise CannotRun(say.NOT_IN_GIT, folder=root)
    with repository:
        head = repository.find_commit(HEAD)
        if head is None:
            raise CannotRun(say.NOTHING_COMMITTED)
        if repository.shallow:
            raise CannotRun(say.SHALLOW)
        names = _need_names(repository, root, roadmap, head)
        repository.need_identity()
        yield _Preparation(root, repository, head, names, correction).prepare()


def _need_names(repository: Repository, root: Path, roadmap: str, head: str) -> tuple[str, ...]:
    """Return all ids of a roadmap as HEAD has it, the present one first."""
    if ROADMAP_ID.fullmatch(roadmap):
        if names := list_names((Commit(repository, head),), roadmap):
            return names
        if list_names((Directory(root),), roadmap):
            raise CannotRun(say.ROADMAP_NOT_COMMITTED, roadmap=roadmap)
    raise explain_unknown_roadmap(RoadmapNames(repository, root, roadmap))


def _is_faulty(found: Sorted) -> bool:
    """Tell whether anything is wrong but that a release has changed, which a correction is for."""
    return any(one.finding.rule != CHANGED for one in found.errors)


@dataclass(frozen=True)
class _Preparation:
    """The steps to a release, each on what the one before has found."""

    root: Path
    repository: Repository
    head: str
    names: tuple[str, ...]
    correction: bool

    def prepare(self) -> Candidate:
        """Return the release, with all that stands in its way or else its message."""
        validation = validate(Chosen(self.state), Request(show_known=True))
        found = checks.sort_findings(validation.verdict.shown, self.roadmap)
        correcting = self._correcting()
        obstacles = tuple(self._find_obstacles(found, correcting))
        return Candidate(
            roadmap=self.roadmap,
            version=self.facts.version or "",
            tag=self.tag,
            commit=self.head,
            message="" if obstacles else self._write_message(),
            repository=self.repository,
            state=self.state,
            validation=validation,
            found=found,
            obstacles=obstacles,
            notes=tuple(self._find_notes(found)),
            too_much=correcting.too_much if correcting else None,
            proposal=self._propose() if obstacles and not _is_faulty(found) else None,
        )

    @property
    def roadmap(self) -> str:
        return self.names[0]

    @property
    def file(self) -> str:
        return roadmap_file(self.roadmap)

    @property
    def tag(self) -> str:
        return f"{self.roadmap}/{self.facts.version}"

    @cached_property
    def state(self) -> State:
        """What is committed."""
        tree = self.repository.tree(self.head, Saying(say.COMMITTED, {}))
        return State(self.root, tree, tree.paths(), self.repository, self.head)

    @cached_property
    def facts(self) -> Facts:
        return read_facts(Commit(self.repository, self.head).read(self.file))

    @cached_property
    def edition(self) -> Edition:
        return self._read(self.head, self.roadmap)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        return list_releases(self.repository, self.names)

    @cached_property
    def numbered(self) -> Numbered | None:
        """The version among the releases; None where there is none."""
        if self.facts.version is None:
            return None
        return Numbered(self.roadmap, self.file, self.facts.version, self.releases, self.correction)

    @cached_property
    def before(self) -> tuple[str, str] | None:
        """The commit that the version is compared with, and its name; None for the first one.

        It is the release before, else the last state of an earlier year along the first parents.
        """
        if self.numbered is not None and (base := self.numbered.base):
            return base.commit, base.version
        year = self.edition.roadmap.year
        for state in list_states(self.repository, self.names):
            if state.facts.year is not None and state.facts.year < year:
                return state.commit, str(state.facts.year)
        return None

    def _read(self, commit: str, folder: str) -> Edition:
        tree = self.repository.tree(commit, commit).narrow(f"{CONTENT}/{folder}")
        return load(tree, frozenset({folder})).collection.editions[folder]

    def _compare(self, commit: str) -> Comparison:
        return compare_versions(self.root, self.roadmap, commit, self.head).comparison

    def _correcting(self) -> Correcting | None:
        """Return the correction that is asked for, where there is a release to correct."""
        if not self.correction or self.numbered is None:
            return None
        base = None if self.numbered.find_obstacle() else self.numbered.base
        if base is None:
            return None
        released = self._read(base.commit, base.folder)
        comparison = self._compare(base.commit)
        return Correcting(self.numbered, base.version, released, self.edition, comparison)

    def _propose(self) -> Proposal | None:
        if not self.correction or self.numbered is None:
            return None
        return propose(self.root, self.numbered, lambda base: self._read(base.commit, base.folder))

    def _find_obstacles(self, found: Sorted, correcting: Correcting | None) -> Iterator[Obstacle]:
        unsaved = checks.find_unsaved(self.repository)
        if unsaved:
            yield checks.refuse_unsaved(unsaved)
        if found.errors:
            yield checks.refuse_errors(found.errors)
        if self.file not in {one.path for one in unsaved}:  # else its version is about to change
            yield from self._judge_number()
        if not self.correction and (ended := checks.refuse_status(self.edition.roadmap, self.file)):
            yield ended
        if correcting is not None:
            yield from correcting.find_obstacles(date.today())  # noqa: DTZ011 - the user's own day

    def _judge_number(self) -> Iterator[Obstacle]:
        if self.numbered is None:
            values = {"file": self.file, "next": next_number(self.releases)}
            advice = Saying(say.ADD_VERSION, values)
            yield Obstacle(Saying(say.NO_VERSION, values), advice=advice)
            return
        obstacle = self.numbered.find_obstacle() or checks.refuse_blocked(self.repository, self.tag)
        if obstacle is not None:
            yield obstacle

    def _find_notes(self, found: Sorted) -> Iterator[Saying]:
        """Yield what is worth knowing and stops nothing."""
        status = self.edition.roadmap.status
        if status in checks.UNFINISHED:
            yield Saying(say.UNFINISHED, {"status": status})
        if self.repository.is_detached:
            yield Saying(say.DETACHED, {"commit": name_revision(self.head)})
        if found.milder:
            yield Saying(say.MILDER, {"found": Counted.of(found.milder)})
        if found.elsewhere:
            yield Saying(say.ELSEWHERE, {"found": Counted.of(found.elsewhere)})

    def _write_message(self) -> str:
        roadmap, lang = self.edition.roadmap, language_of(self.edition)
        comparison = self._compare(self.before[0]) if self.before else None
        old = self.before[1] if self.before else ""
        values = {"roadmap": self.roadmap, "old": old, "new": self.facts.version}
        return write_message(
            roadmap.short_title or roadmap.title,
            roadmap.year,
            self.facts.version or "",
            comparison,
            say.ALL_CHANGES.say(lang, **values),
            lang,
        )
