"""Whom the changes in one roadmap concern: what other roadmaps have that refers to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fardplan.changes._above import Above, Target
from fardplan.changes._base import Change, ChangeKind, Comparison, Level
from fardplan.changes._concerns import is_substance, places_of
from fardplan.changes._holders import find_holder, tells_history
from fardplan.changes._values import EntityRef
from fardplan.model.edition import FOLDERS, Edition
from fardplan.model.index import Reference, references_in
from fardplan.model.links import Link
from fardplan.model.term import Term
from fardplan.model.terms import Level as RoadmapLevel
from fardplan.model.terms import RoadmapStatus
from fardplan.model.version import VersionNumber

_ENDED = frozenset({RoadmapStatus.EXPIRED, RoadmapStatus.REPLACED, RoadmapStatus.WITHDRAWN})
_ANSWERED = ("area", "goal", "precondition")
"""What those below answer to; an activity is the business of the roadmap that has it."""
_FOLDERS = list(FOLDERS)


class Action(Term):
    """What whoever refers to something that changed has to do."""

    REPLACE = "replace", "rätta hänvisningen"
    REVIEW = "review", "stäm av"
    READ = "read", "läs"
    NONE = "none", "inget"


@dataclass(frozen=True, slots=True)
class Place:
    """A reference from below: the goal, area, activity or roadmap that has it, and where."""

    entity: EntityRef
    reference: Reference

    @property
    def reviewed(self) -> VersionNumber | None:
        """The version that the reference was reviewed against, where it says one."""
        owner = self.reference.owner
        return owner.reviewed if isinstance(owner, Link) else None


@dataclass(frozen=True, slots=True)
class Impact:
    """What the changes mean for one place: what it refers to, and what has happened to that.

    `also` are other entities of the same roadmap that refer to the whole of the changed one.
    """

    place: Place
    target: Target
    changes: tuple[Change, ...]
    inside: tuple[Change, ...]
    """Changes to what belongs to the target: the goals and activities of an area."""
    action: Action
    also: tuple[EntityRef, ...] = ()

    @property
    def level(self) -> Level:
        """The gravest level of all that has changed."""
        levels = (one.level for one in (*self.changes, *self.inside))
        return min(levels, key=lambda level: level.rank)

    @property
    def gravity(self) -> tuple[int, int]:
        """What impacts are sorted by: first what to do, then how grave."""
        return list(Action).index(self.action), self.level.rank


@dataclass(frozen=True, slots=True)
class Below:
    """A roadmap that refers to something changed."""

    roadmap: str
    title: str
    impacts: tuple[Impact, ...]
    level: RoadmapLevel | None = None
    """Of which level it is: a municipality's, a county's …"""

    @property
    def gravity(self) -> tuple[tuple[int, int], str]:
        """What roadmaps are sorted by: the gravest impact, then the title."""
        return min(one.gravity for one in self.impacts), self.title


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a comparison means for all others.

    `unanswered` are the new and the removed areas, goals and preconditions that nobody refers to.
    `referring` counts the roadmaps that refer to this one at all.
    """

    comparison: Comparison
    below: tuple[Below, ...]
    unanswered: tuple[Change, ...] = ()
    referring: int = 0
    level: RoadmapLevel | None = None
    """The level of the roadmap that has changed."""

    @property
    def needs_action(self) -> bool:
        """Whether anyone has anything to do."""
        return any(one.action is not Action.NONE for each in self.below for one in each.impacts)


def find_consequences(
    comparison: Comparison, above: Above, others: Iterable[Edition]
) -> Consequences:
    """Return what changes mean for other roadmaps, as these are now; ended ones are left out."""
    told = _Told.of(comparison.changes)
    below: list[Below] = []
    answered: set[tuple[str, str]] = set()
    referring = 0
    for edition in others:
        if edition.roadmap.status in _ENDED:
            continue
        found = list(_find_places(edition, above))
        referring += bool(found)
        answered |= {(target.entity.kind, target.entity.id) for _, target in found}
        impacts = _find_impacts(found, above, told)
        if impacts:
            title = edition.roadmap.short_title or edition.roadmap.title
            below.append(Below(edition.id, title, impacts, edition.roadmap.level))
    unanswered = tuple(one for one in comparison.changes if _is_unanswered(one, answered))
    below.sort(key=lambda one: one.gravity)
    level = above.new.roadmap.level
    return Consequences(comparison, tuple(below), unanswered, referring, level)


def _is_unanswered(change: Change, answered: set[tuple[str, str]]) -> bool:
    is_presence = change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) and not change.path
    key = change.entity.kind, change.entity.id
    return is_presence and key[0] in _ANSWERED and key not in answered


@dataclass(frozen=True, slots=True)
class _Told:
    """The changes by the entity that they are in, and by what that belongs to."""

    every: tuple[Change, ...]
    by_entity: Mapping[tuple[str, str], Sequence[Change]] = field(default_factory=dict)
    by_owner: Mapping[tuple[str, str], Sequence[Change]] = field(default_factory=dict)

    @classmethod
    def of(cls, changes: tuple[Change, ...]) -> _Told:
        by_entity: dict[tuple[str, str], list[Change]] = {}
        by_owner: dict[tuple[str, str], list[Change]] = {}
        for change in changes:
            for key in dict.fromkeys(places_of(change)):
                by_entity.setdefault(key, []).append(change)
            owners = (change.details.get("area"), change.details.get("parent"))
            for owner in dict.fromkeys(one for one in owners if isinstance(one, EntityRef)):
                by_owner.setdefault((owner.kind, owner.id), []).append(change)
        return cls(changes, by_entity, by_owner)

    def about(self, target: Target) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """Return the changes of a target, and those of what belongs to it that matter."""
        if target.entity.kind == "roadmap":
            return self.every, ()
        keys = [(one.kind, one.id) for one in (target.entity, *target.heirs)]
        own = [change for key in keys for change in self.by_entity.get(key, ())]
        inside = [change for key in keys for change in self.by_owner.get(key, ())]
        known = set(map(id, own))
        return tuple(own), tuple(
            one for one in inside if id(one) not in known and is_substance(one)
        )


def _find_places(edition: Edition, above: Above) -> Iterator[tuple[Place, Target]]:
    """Yield each reference to the changed roadmap, once for each entity and target."""
    found: dict[tuple[EntityRef, EntityRef], tuple[Place, Target]] = {}
    for document, value in edition.documents():
        for reference in references_in(edition.id, edition.path_of(document), value):
            target = None if tells_history(reference) else above.find(reference)
            if target is None:
                continue
            holder = find_holder(edition, document, value, reference)
            known = found.get(key := (holder, target.entity))
            if known is None or not isinstance(known[0].reference.owner, Link):
                found[key] = Place(holder, reference), target
    yield from sorted(found.values(), key=lambda one: not isinstance(one[0].reference.owner, Link))


def _find_impacts(
    found: list[tuple[Place, Target]], above: Above, told: _Told
) -> tuple[Impact, ...]:
    whole: Impact | None = None
    impacts = []
    for place, target in found:
        changes, inside = told.about(target)
        if not (changes or inside):
            continue
        action = _choose_action(place, target, above, changes, inside)
        impact = Impact(place, target, changes, inside, action)
        if target.entity.kind != "roadmap":
            impacts.append(impact)
        elif whole is None:
            whole = impact
        else:
            whole = replace(whole, also=(*whole.also, place.entity))
    ranked = sorted(impacts, key=lambda one: (one.gravity, _place_in_document(one)))
    return tuple(sorted([*([whole] if whole else []), *ranked], key=lambda one: one.gravity))


def _choose_action(
    place: Place,
    target: Target,
    above: Above,
    changes: tuple[Change, ...],
    inside: tuple[Change, ...],
) -> Action:
    if target.is_gone:
        return Action.REPLACE
    version = above.new.roadmap.version
    if place.reviewed is not None and version is not None and version <= place.reviewed:
        return Action.NONE
    if any(map(is_substance, changes)):
        return Action.REVIEW if isinstance(place.reference.owner, Link) else Action.READ
    recorded = any(one.level is not Level.EDITORIAL for one in changes)
    return Action.READ if inside or recorded else Action.NONE


def _place_in_document(impact: Impact) -> tuple[int, str]:
    folder = impact.place.reference.file.split("/")[-2]
    rank = _FOLDERS.index(folder) if folder in _FOLDERS else -1
    return rank, impact.place.entity.title
