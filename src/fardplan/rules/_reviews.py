"""What references to other roadmaps were reviewed against, and what has changed there since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Entity, Index, Reference
from fardplan.model.links import Link as Written
from fardplan.model.term import Term
from fardplan.model.version import VersionNumber
from fardplan.rules._gaps import Gaps
from fardplan.rules._history import History, Past
from fardplan.rules._links import Links

if TYPE_CHECKING:
    from fardplan.changes._base import Change
    from fardplan.changes._substance import Substances
    from fardplan.model.substance import Substance


class Standing(Term):
    """How a reference stands to the version that its target has now."""

    NEVER = "never", "aldrig avstämd"
    CURRENT = "current", "avstämd mot versionen som gäller"
    UNCHANGED = "unchanged", "avstämd, och oförändrad sedan dess"
    SUSPECT = "suspect", "behöver stämmas av"
    UNKNOWN = "unknown", "avstämd mot en version som inte går att läsa"


@dataclass(frozen=True, slots=True)
class Review:
    """A reference to another roadmap, and how what it leads to has changed since its review.

    `past` is the version reviewed, where it was looked for and could be read. A suspect reference
    without `changes` is one whose mark says that the target was another, although nobody can show
    how: that version is not here, or the review was of something that it never said.
    """

    reference: Reference
    written: Written
    entity: Entity
    target: Edition
    standing: Standing
    past: Past | None = None
    changes: tuple[Change, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether it can be shown what has changed, where something has."""
        return bool(self.changes)

    @property
    def then(self) -> VersionNumber | None:
        """The version that it was reviewed against."""
        return self.written.reviewed

    @property
    def now(self) -> VersionNumber | None:
        """The version that the target has."""
        return self.target.roadmap.version


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a repository and its past."""

    collection: Collection
    index: Index
    links: Links
    gaps: Gaps
    history: History
    _substances: dict[str, Substances] = field(default_factory=dict)

    def suspects(self, edition: Edition) -> Iterator[Review]:
        """Yield the reviewed references whose target has changed in substance since."""
        for link in self.links.reviewed(edition.id):
            review = self.judge(link.reference, link.target)
            if review and review.standing is Standing.SUSPECT:
                yield review

    def judge(self, reference: Reference, entity: Entity) -> Review | None:
        """Return how a reference stands; None where it does not lead to another roadmap."""
        written, target = reference.owner, self.collection.editions.get(entity.home)
        if target is None or entity.home == reference.home or not isinstance(written, Written):
            return None
        review = Review(reference, written, entity, target, Standing.CURRENT)
        now, then = review.now, review.then
        if then is None:
            return replace(review, standing=Standing.NEVER)
        if now is None or now < then:
            return review
        is_whole = self.gaps.is_whole(target.id)
        bears = self._bears(review, then) if is_whole else None
        if now == then and bears is not False:
            return review
        if bears:
            return replace(review, standing=Standing.UNCHANGED)
        past = self.history.version(target, then)
        if past is None or not past.is_whole or not is_whole:
            unread = Standing.UNKNOWN if bears is None else Standing.SUSPECT
            return replace(review, standing=unread)
        return self._compare(review, past)

    def mark(self, review: Review) -> Substance | None:
        """Return the mark of what the target says now; None where it has no version."""
        now = review.now
        return None if now is None else self._of(review.target).mark(review.entity, now)

    def _compare(self, review: Review, past: Past) -> Review:
        """Judge by what differs from the version reviewed, whatever the mark says.

        Only where nothing does is it asked whether the review was of that version at all.
        """
        from fardplan.changes._concerns import concerns, is_substance

        entity, target = review.entity, review.target
        changes = tuple(
            one
            for one in past.alterations(target, self.index)
            if is_substance(one) and concerns(one, entity.kind, entity.id)
        )
        is_suspect = bool(changes) or not self._was_read(review, past)
        same = Standing.CURRENT if review.now == review.then else Standing.UNCHANGED
        standing = Standing.SUSPECT if is_suspect else same
        return replace(review, standing=standing, past=past, changes=changes)

    def _bears(self, review: Review, then: VersionNumber) -> bool | None:
        """Tell whether the target says what the mark says; None where no mark of `then` does."""
        mark = review.written.substance
        if mark is None or mark.version != then:  # edited by hand since
            return None
        return self._of(review.target).bears(mark, review.entity)

    def _was_read(self, review: Review, past: Past) -> bool:
        """Tell whether the mark, if there is one, is of what the version said in the end."""
        from fardplan.changes._substance import Substances

        mark, then = review.written.substance, past.entity(review.entity, review.target)
        if mark is None or mark.version != review.then or then is None:
            return True
        index = past.index.over(self.index)
        return Substances(past.edition, index).bears(mark, then) is not False

    def _of(self, edition: Edition) -> Substances:
        from fardplan.changes._substance import Substances

        if edition.id not in self._substances:
            self._substances[edition.id] = Substances(edition, self.index)
        return self._substances[edition.id]
