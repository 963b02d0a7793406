"""All references of a repository, each roadmap walked once however many rules ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from fardplan.model.edition import Collection
from fardplan.model.index import SHARED, Entity, Index, Reference, Resolution, references_in
from fardplan.model.links import Link as Reviewable
from fardplan.rules._nearest import Names
from fardplan.rules._parties import Ownership
from fardplan.source.slots import place_of

WATCHED = frozenset(
    {
        "after", "applies_to", "contributes_to", "depends_on", "members", "owners", "part_of",
        "parties", "precondition", "required_of", "responsible", "roadmap", "source", "to",
    }
)  # fmt: skip
"""The keys whose references some rule follows; the others are only checked and let go."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reference that leads somewhere."""

    reference: Reference
    target: Entity

    @property
    def key(self) -> str:
        """The key that the reference stands under."""
        return self.reference.spec.key

    @property
    def source(self) -> tuple[str, str, str]:
        """The identity of what refers: home, kind, id (empty where it has none)."""
        owner, route = self.reference.owner, self.reference.route
        holder = route[:-2] if isinstance(route[-1], int) else route[:-1]
        if holder or not owner.entity_kind:
            written = getattr(owner, owner.identity, None)
        else:
            written = place_of(self.reference.file).own_id
        return self.reference.home, owner.entity_kind, str(written or "")


@dataclass(slots=True)
class _Walked:
    """What one walk through a roadmap brought."""

    broken: list[tuple[Reference, Resolution]] = field(default_factory=list)
    watched: list[Link] = field(default_factory=list)
    reviewed: list[Link] = field(default_factory=list)


class Links:
    """The references of every roadmap, and of what all roadmaps share."""

    def __init__(self, collection: Collection, index: Index) -> None:
        self._collection = collection
        self._index = index
        self.ownership = Ownership(collection, index)
        self._walked: dict[str, _Walked] = {}
        self._names: dict[tuple[str, tuple[str, ...]], Names] = {}

    def broken(self, home: str) -> list[tuple[Reference, Resolution]]:
        """Return the references in `home` that lead nowhere, or to several things."""
        return self._walk(home).broken

    def under(self, home: str, *keys: str) -> Iterator[Link]:
        """Yield the references in `home` that stand under one of these (watched) keys."""
        return (link for link in self._walk(home).watched if link.key in keys)

    def reviewed(self, home: str) -> tuple[Link, ...]:
        """Return the references in `home` that say against which version they were reviewed."""
        return tuple(self._walk(home).reviewed)

    @cached_property
    def declared(self) -> frozenset[str]:
        """All that `previously:` says in any roadmap: what something was called before."""
        entities = self._index.by_key.values()
        return frozenset(old for one in entities for old in getattr(one.value, "previously", ()))

    def leading_to(self, target: tuple[str, str, str], *keys: str) -> Iterator[Link]:
        """Yield the references in any roadmap to an entity, under one of these (watched) keys."""
        return (link for link in self._by_target.get(target, ()) if link.key in keys)

    @cached_property
    def _by_target(self) -> dict[tuple[str, str, str], list[Link]]:
        found: dict[tuple[str, str, str], list[Link]] = {}
        for home in self.homes():
            for link in self._walk(home).watched:
                found.setdefault(link.target.key, []).append(link)
        return found

    def names(self, home: str, kinds: tuple[str, ...]) -> Names:
        """Return what an id of these kinds can be in `home` and among what is shared."""
        if (home, kinds) not in self._names:
            possible = list(self._index.titles(home, kinds))
            if "roadmap" in kinds:
                keys = ((other, "roadmap", other) for other in self._collection.editions)
                possible += [self._index.by_key[key] for key in keys]
            self._names[home, kinds] = Names(possible)
        return self._names[home, kinds]

    def homes(self) -> tuple[str, ...]:
        """Return the shared home and every roadmap."""
        return (SHARED, *self._collection.editions)

    def _walk(self, home: str) -> _Walked:
        if home not in self._walked:
            walked = self._walked[home] = _Walked()
            known: dict[tuple[str, tuple[str, ...]], Resolution] = {}
            for reference in self._references(home):
                question = reference.written, reference.spec.refs
                if question not in known:
                    known[question] = self._index.resolve(home, *question)
                target = known[question].entity
                if target is None:
                    walked.broken.append((reference, known[question]))
                    continue
                if reference.spec.key in WATCHED:
                    walked.watched.append(Link(reference, target))
                if isinstance(reference.owner, Reviewable) and reference.owner.reviewed:
                    walked.reviewed.append(Link(reference, target))
        return self._walked[home]

    def _references(self, home: str) -> Iterator[Reference]:
        if home == SHARED:
            for path, value in self._collection.shared_documents():
                yield from references_in(SHARED, path, value)
            return
        edition = self._collection.editions[home]
        for document, value in edition.documents():
            yield from references_in(home, edition.path_of(document), value)
