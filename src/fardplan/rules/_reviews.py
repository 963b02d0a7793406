"""What references to other roadmaps were reviewed against, and what has changed there since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fardplan.changes._concerns import concerns
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Entity, Index, Reference
from fardplan.model.links import Link as Written
from fardplan.model.term import Term
from fardplan.model.version import VersionNumber
from fardplan.rules._gaps import Gaps
from fardplan.rules._history import EDITORIAL, History, Past
from fardplan.rules._links import Links

if TYPE_CHECKING:
    from fardplan.changes._base import Change


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

    `past` is the version reviewed, where it could be read.
    """

    reference: Reference
    written: Written
    entity: Entity
    target: Edition
    standing: Standing
    past: Past | None = None
    changes: tuple[Change, ...] = ()

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
        if now is None or now <= then:
            return review
        past = self.history.version(target, then)
        if past is None or not past.is_whole or not self.gaps.is_whole(target.id):
            return replace(review, standing=Standing.UNKNOWN)
        changes = tuple(
            one
            for one in past.alterations(target, self.index)
            if one.level != EDITORIAL and concerns(one, entity.kind, entity.id)
        )
        standing = Standing.SUSPECT if changes else Standing.UNCHANGED
        return replace(review, standing=standing, past=past, changes=changes)
