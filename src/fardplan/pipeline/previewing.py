"""Roadmaps as they look while someone edits them: documents, findings, and what is in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from fardplan.documents.engine import Template
from fardplan.errors import CannotRun
from fardplan.formats._base import Shown
from fardplan.model.edition import Collection
from fardplan.model.paths import path_in
from fardplan.model.shared import Glossary, Organisations
from fardplan.pipeline.judging import Request
from fardplan.pipeline.rendering import Wanted, find_template, make_document
from fardplan.pipeline.rereading import Rereader, Still
from fardplan.pipeline.states import Chosen, open_states, open_tree
from fardplan.pipeline.validation import validate
from fardplan.source.collection import Loaded

_UNREAD = frozenset({"unreadable-file", "yaml-syntax"})
"""The faults that keep a file, or the rest of it, out of the document."""
_NOTHING = Still(".", {})
_EMPTY = Loaded(Collection({}, Organisations(format=1), Glossary(format=1)))


@dataclass(frozen=True, slots=True)
class Look:
    """What the files hold at one moment, and the new findings in them, or why there is nothing."""

    still: Still = _NOTHING
    loaded: Loaded = _EMPTY
    found: tuple[Shown, ...] = ()
    refusal: CannotRun | None = None

    @property
    def titles(self) -> dict[str, str]:
        """The title of each roadmap, by its id."""
        editions = self.loaded.collection.editions
        return {name: edition.roadmap.title for name, edition in editions.items()}

    def of(self, roadmap: str) -> tuple[Shown, ...]:
        """Return the findings that concern a roadmap: in its files, or in those of all."""
        return tuple(one for one in self.found if self._concerns(roadmap, one.finding.file))

    def unread(self, roadmap: str) -> frozenset[str]:
        """Return the files that a roadmap's document would have to do without."""
        return frozenset(
            file
            for file, faults in self.loaded.faults.items()
            if self._concerns(roadmap, file) and any(one.rule in _UNREAD for one in faults)
        )

    def _concerns(self, roadmap: str, file: str) -> bool:
        others = self.loaded.collection.editions.keys() - {roadmap}
        return not any(file.startswith(path_in(other, "")) for other in others)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is shown of one roadmap: the last document that could be made of it.

    `title` is the document's, or the roadmap's id where there is none.

    `number` is another one for each new document, from 1; 0 says that there is none. `held` says
    that the files hold something newer, which cannot be read.
    """

    title: str = ""
    document: str = ""
    number: int = 0
    held: bool = False
    refusal: CannotRun | None = None
    lacks: frozenset[str] = field(default_factory=frozenset)
    """The files that the document does without, since they could not be read even then."""


class Viewer:
    """Looks at a repository again and again; what has not changed is not read anew."""

    def __init__(self, root: Path) -> None:
        """Take the folder of the repository."""
        self._root = root
        self._rereader = Rereader()
        self._templates: dict[str | Path, Template] = {}
        self._templates_read: object = None

    def look(self) -> Look:
        """Read the files as they are now; a refusal is returned, not raised."""
        try:
            still = Still.of(open_tree(self._root))
        except CannotRun as refusal:
            return Look(refusal=refusal)
        return Look(still, self._rereader.load(still))

    def judge(self, seen: Look) -> Look:
        """Return the same look with what is found in it, which takes longer."""
        if seen.refusal:
            return seen
        try:
            with open_states(self._root) as chosen:
                state = replace(chosen.state, tree=seen.still, files=seen.still.paths())
                result = validate(Chosen(state), Request(), loaded=seen.loaded)
        except CannotRun as refusal:
            return replace(seen, found=(), refusal=refusal)
        return replace(seen, found=result.verdict.shown)

    def see(self, roadmap: str, now: Look, before: Sight) -> Sight:
        """Return a roadmap as it is now, or as it was where a file has become unreadable."""
        unread = now.unread(roadmap)
        if now.refusal or (before.number and not unread <= before.lacks):
            return _hold(before, now.refusal)
        try:
            made = make_document(
                self._root, Wanted(roadmap), loaded=now.loaded, templates=self._find_template
            )
            document = str(made.write("html"))
        except CannotRun as refusal:
            return _hold(before, refusal)
        number = before.number + (document != before.document)
        return Sight(made.document.title, document, number, lacks=unread)

    def _find_template(self, root: Path, name: str | Path) -> Template:
        """Return a template, kept with all that Jinja has made of it until a file of it changes."""
        stamps = sorted(_stamps(root / "templates"))
        if stamps != self._templates_read:
            self._templates, self._templates_read = {}, stamps
        if name not in self._templates:
            self._templates[name] = find_template(root, name)
        return self._templates[name]


def _hold(before: Sight, refusal: CannotRun | None) -> Sight:
    return replace(before, held=before.number > 0, refusal=refusal)


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield each file in a folder with what tells that it has been saved: its time and size."""
    for path in folder.rglob("*"):
        try:
            status = path.stat()
        except OSError:
            continue  # it went meanwhile, or leads nowhere
        yield str(path), status.st_mtime_ns, status.st_size
