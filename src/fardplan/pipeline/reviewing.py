"""Reviewing what a roadmap refers to in others, and writing that it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from fardplan.changes._holders import find_holder, tells_history
from fardplan.changes._values import EntityRef
from fardplan.editing.fragments import Bare
from fardplan.editing.splice import CannotEdit, set_value
from fardplan.errors import CannotRun
from fardplan.locales import reviewing as say
from fardplan.locales.text import Saying
from fardplan.locales.versions import NOTHING, UNKNOWN_ROADMAP
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.index import SHARED, Reference, references_in
from fardplan.model.links import Link
from fardplan.model.refusal import Refused, quote
from fardplan.model.substance import Substance
from fardplan.model.time import FuzzyTime
from fardplan.pipeline.history import open_history
from fardplan.pipeline.naming import full_name
from fardplan.pipeline.states import open_states, open_tree
from fardplan.rules._homes import Homes
from fardplan.rules._named import shorten
from fardplan.rules._reviews import Known, Review, Standing
from fardplan.rules._trace import Trace
from fardplan.rules._world import World
from fardplan.source.collection import load
from fardplan.source.edits import Edits, read_or_refuse
from fardplan.source.slots import place_of
from fardplan.source.tree import WorkingTree


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reference that can be reviewed, what has it, and the names by which users may mean it."""

    review: Review
    holder: EntityRef
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Given:
    """What is told of a review: when, by which role, to what end."""

    date: str
    by: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A roadmap, and everything in it that refers to other roadmaps.

    `unreviewable` are the references that have no place for a review, by the names of their target.
    """

    tree: WorkingTree
    edition: Edition
    known: Known
    candidates: tuple[Candidate, ...]
    unreviewable: Mapping[str, Reference]

    def standing(self, *wanted: Standing) -> tuple[Candidate, ...]:
        """Return the candidates that stand in one of these ways."""
        return tuple(one for one in self.candidates if one.review.standing in wanted)

    def unseen(self) -> tuple[Candidate, ...]:
        """Return the candidates that may need reviewing, but nobody can show what has changed."""
        waiting = self.standing(Standing.SUSPECT, Standing.UNKNOWN)
        return tuple(one for one in waiting if not one.review.is_shown)

    def named(self, names: Sequence[str]) -> tuple[Candidate, ...]:
        """Return the candidates that these names mean; raises CannotRun where one means none."""
        for name in names:
            if not any(name in one.names for one in self.candidates):
                raise self._explain(name)
        return tuple(one for one in self.candidates if not one.names.isdisjoint(names))

    def _explain(self, name: str) -> CannotRun:
        if reference := self.unreviewable.get(name):
            return CannotRun(say.NO_REVIEWS, key=reference.spec.key, file=reference.file)
        values = {"roadmap": self.edition.id, "written": quote(name)}
        known = sorted({known for one in self.candidates for known in one.names})
        if near := get_close_matches(name, known, n=1):
            text = Saying(say.NO_SUCH, values)
            return CannotRun(say.DID_YOU_MEAN, text=text, near=near[0])
        return CannotRun(say.NO_SUCH, **values)


def open_reviewing(root: Path, roadmap: str) -> Reviewing:
    """Read a roadmap with its references to others, and what has changed there since a review.

    Raises CannotRun where there is no such roadmap.
    """
    with open_states(root) as chosen, open_history(chosen.state) as (history, _):
        loaded = load(chosen.state.tree)
        collection = loaded.collection
        edition = collection.editions.get(roadmap)
        if edition is None:
            listed = ", ".join(collection.editions) or NOTHING
            raise CannotRun(UNKNOWN_ROADMAP, roadmap=quote(roadmap), known=listed)
        homes = Homes.of(loaded, Trace())
        world = World(homes)
        known = Known(collection, homes.index, world.links, world.gaps, history)
        return _collect(open_tree(root), edition, known)


def _collect(tree: WorkingTree, edition: Edition, known: Known) -> Reviewing:
    candidates: list[Candidate] = []
    unreviewable: dict[str, Reference] = {}
    for reference, holder in _references(edition):
        entity = known.index.resolve(edition.id, reference.written, reference.spec.refs).entity
        if entity is None or entity.home in (SHARED, edition.id):
            continue
        names = {reference.written, f"{entity.home}/{entity.id}", full_name(entity)}
        review = known.judge(reference, entity)
        if review is None:
            unreviewable |= dict.fromkeys(names, reference)
        elif review.then is not None or not tells_history(reference):
            own = {holder.id, f"{holder.kind}/{holder.id}", reference.file}
            candidates.append(Candidate(review, holder, frozenset(names | own)))
    return Reviewing(tree, edition, known, tuple(candidates), unreviewable)


def _references(edition: Edition) -> Iterator[tuple[Reference, EntityRef]]:
    for document, value in edition.documents():
        for reference in references_in(edition.id, edition.path_of(document), value):
            yield reference, find_holder(edition, document, value, reference)


def check(chosen: Iterable[Candidate]) -> None:
    """Raise CannotRun where there is no version to review against, or an older one."""
    for review in (one.review for one in chosen):
        target, now, then = review.target, review.now, review.then
        if now is None:
            file = target.path_of("roadmap.yaml")
            title = shorten(target.roadmap.title)
            raise CannotRun(say.NO_VERSION, target=title, file=file)
        written = review.reference.written
        if then is not None and then > now:
            raise CannotRun(say.NEWER, written=written, then=then, now=now)


def refuse_future(written: str, today: date) -> None:
    """Raise Refused where a time has certainly not come yet."""
    when = FuzzyTime.parse(written)
    if when.start is not None and when.start > today:
        raise Refused(say.FUTURE, {"date": when})


def mark(
    reviewing: Reviewing, chosen: Sequence[Candidate], given: Given, *, dry_run: bool = False
) -> tuple[str, ...]:
    """Write into the files that references are reviewed as of now; return the files.

    All or nothing, and every other byte stays. Raises CannotRun.
    """
    check(chosen)
    files: dict[str, bytes] = {}
    for review in (one.review for one in chosen):
        file = review.reference.file
        data = files.get(file) or read_or_refuse(reviewing.tree, file)
        files[file] = _write(data, review, reviewing.known.mark(review), given)
    edits = Edits(reviewing.tree, files=files)
    _verify(edits, reviewing, chosen)
    if not dry_run:
        edits.carry_out()
    return tuple(sorted(files))


def _write(data: bytes, review: Review, substance: Substance | None, given: Given) -> bytes:
    file, route = review.reference.file, review.reference.route[:-1]
    model = place_of(file).model
    if model is None:
        raise CannotRun(say.CANNOT_MARK, file=file)
    values = {
        "reviewed": str(review.now),
        "substance": None if substance is None else str(substance),
        "reviewed_on": Bare(given.date),
        "reviewed_by": given.by,
        "outcome": given.outcome,
    }
    try:
        for key, value in values.items():
            if value is not None:
                data = set_value(data, (*route, key), value, model)
    except CannotEdit as refusal:
        reason = Saying(refusal.text, refusal.values)
        raise CannotRun(say.NOT_EDITED, file=file, reason=reason) from refusal
    return data


def _verify(edits: Edits, reviewing: Reviewing, chosen: Iterable[Candidate]) -> None:
    """Read what will be there and see that it says just what is meant; raises CannotRun."""
    home = reviewing.edition.id
    after = load(edits.outcome, frozenset({home})).collection.editions[home]
    owners: dict[tuple[str, Route], Link] = {
        (reference.file, reference.route): reference.owner
        for reference, _ in _references(after)
        if isinstance(reference.owner, Link)
    }
    for review in (one.review for one in chosen):
        owner = owners.get((review.reference.file, review.reference.route))
        said = owner and (owner.reviewed, owner.substance)
        if said != (review.now, reviewing.known.mark(review)):
            raise CannotRun(say.CANNOT_MARK, file=review.reference.file)
