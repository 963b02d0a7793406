"""Roadmaps as they look while someone edits them: documents, findings, and what is in the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.formats._base import Shown
from fardplan.model.paths import path_in
from fardplan.pipeline.judging import Request
from fardplan.pipeline.rendering import Wanted, make_document
from fardplan.pipeline.states import open_states
from fardplan.pipeline.validation import validate
from fardplan.source.slots import is_content, place_of

_UNREAD = frozenset({"unreadable-file", "yaml-syntax"})
"""The findings that say that a file, or the rest of it, is not in the document."""


@dataclass(frozen=True, slots=True)
class Look:
    """The new findings in the files at one moment, or why there are none."""

    roadmaps: tuple[str, ...] = ()
    found: tuple[Shown, ...] = ()
    refusal: CannotRun | None = None

    def of(self, roadmap: str) -> tuple[Shown, ...]:
        """Return the findings that concern a roadmap: in its files, or in those of all."""
        return tuple(
            one for one in self.found if _is_inside(roadmap, one) or not self._is_in_any(one)
        )

    def unread(self, roadmap: str) -> frozenset[str]:
        """Return the files that a roadmap's document would have to do without."""
        return frozenset(
            one.finding.file for one in self.of(roadmap) if one.finding.rule in _UNREAD
        )

    def _is_in_any(self, shown: Shown) -> bool:
        return any(_is_inside(roadmap, shown) for roadmap in self.roadmaps)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is shown of one roadmap: the last document that could be made of it, and the findings.

    `title` is the document's, or the roadmap's id where there is none.

    `number` is another one for each new document, from 1; 0 says that there is none. `held` says
    that the files hold something newer, which cannot be read.
    """

    title: str = ""
    document: str = ""
    number: int = 0
    found: tuple[Shown, ...] = ()
    held: bool = False
    refusal: CannotRun | None = None
    lacks: frozenset[str] = field(default_factory=frozenset)
    """The files that the document does without, since they could not be read even then."""


def look(root: Path) -> Look:
    """Judge the files as they are now; a refusal is returned, not raised."""
    try:
        with open_states(root) as chosen:
            roadmaps = _roadmaps(chosen.state.files)
            result = validate(chosen, Request())
    except CannotRun as refusal:
        return Look(refusal=refusal)
    return Look(roadmaps, result.verdict.shown)


def see(root: Path, roadmap: str, now: Look, before: Sight) -> Sight:
    """Return a roadmap as it is now, or as it was `before` where a file has become unreadable."""
    found = now.of(roadmap)
    unread = now.unread(roadmap)
    if before.number and (now.refusal or not unread <= before.lacks):
        return _hold(before, found, now.refusal)
    try:
        made = make_document(root, Wanted(roadmap))
        document = str(made.write("html"))
    except CannotRun as refusal:
        return _hold(before, found, refusal)
    number = before.number + (document != before.document)
    return Sight(made.document.title, document, number, found, lacks=unread)


def _hold(before: Sight, found: tuple[Shown, ...], refusal: CannotRun | None) -> Sight:
    return replace(before, found=found, held=before.number > 0, refusal=refusal)


def _is_inside(roadmap: str, shown: Shown) -> bool:
    return shown.finding.file.startswith(path_in(roadmap, ""))


def _roadmaps(files: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folders that hold roadmaps, in alphabetical order."""
    return tuple(sorted({place_of(path).roadmap for path in files if is_content(path)} - {""}))
