"""All references of a repository, each roadmap walked once however many rules ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from fardplan.model.index import SHARED, Entity, Reference, Resolution, references_in
from fardplan.model.links import Link as Reviewable
from fardplan.rules._homes import Homes, Key
from fardplan.rules._knots import find_knots
from fardplan.rules._nearest import Names
from fardplan.rules._parties import Ownership
from fardplan.source.slots import place_of

if TYPE_CHECKING:
    from fardplan.rules._outline import Outline

WATCHED = frozenset(
    {
        "after", "applies_to", "contributes_to", "depends_on", "members", "owners", "part_of",
        "parties", "precondition", "required_of", "responsible", "roadmap", "source", "to",
    }
)  # fmt: skip
"""The keys whose references some rule follows; the others are only checked and let go."""

FOLLOWED = ("after", "contributes_to", "depends_on", "members", "part_of")
"""The keys under which nothing may lead around to itself."""

LOOKED_BACK = frozenset({"part_of", "precondition", "roadmap", "source"})
"""The keys under which rules ask what leads to something."""


class Link(NamedTuple):
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
    watched: dict[str, list[Link]] = field(default_factory=dict)
    """By the key that the references stand under."""
    leading: dict[tuple[str, Key], list[Link]] = field(default_factory=dict)
    """The same by key and target."""
    reviewed: list[Link] = field(default_factory=list)


class Links:
    """The references of every roadmap, and of what all roadmaps share."""

    def __init__(self, homes: Homes, outlines: Mapping[str, Outline]) -> None:
        """Take what was read, and what is known of the homes that need not be."""
        self._homes = homes
        self._trace = homes.trace
        self._outlines = outlines
        self.ownership = Ownership(homes, outlines)
        self._knots: dict[str, tuple[frozenset[str], ...]] = {}

    def broken(self, home: str) -> list[tuple[Reference, Resolution]]:
        """Return the references in `home` that lead nowhere, or to several things."""
        return self._walk(home).broken

    def watched(self, home: str) -> Iterator[Link]:
        """Yield the references in `home` that stand under a watched key."""
        return chain.from_iterable(self._walk(home).watched.values())

    def under(self, home: str, *keys: str) -> Iterator[Link]:
        """Yield the references in `home` that stand under one of these (watched) keys."""
        self._trace.note("home", home)
        watched = self._walk(home).watched
        return chain.from_iterable(watched.get(key, ()) for key in keys)

    def reviewed(self, home: str) -> tuple[Link, ...]:
        """Return the references in `home` that say against which version they were reviewed."""
        return tuple(self._walk(home).reviewed)

    @property
    def declared(self) -> frozenset[str]:
        """All that `previously:` says in any roadmap: what something was called before."""
        self._trace.note("declared")
        return self._declared

    @cached_property
    def _declared(self) -> frozenset[str]:
        return frozenset(old for home in self._homes for old in self._outlines[home].declared)

    def leading_to(self, target: Key, key: str) -> Iterator[Link]:
        """Yield the references in any roadmap to an entity that stand under a (watched) key."""
        self._trace.note("leading", target[0])
        for home in sorted({target[0], *self._leads.get((key, target), ())}):
            walked = self._walk(home, apart=home != target[0])
            for link in walked.leading.get((key, target), ()):
                self._trace.note("file", link.reference.file)
                yield link

    @cached_property
    def _leads(self) -> dict[tuple[str, Key], list[str]]:
        """The homes that lead to something in another, by key and target."""
        found: dict[tuple[str, Key], list[str]] = {}
        for home in self._homes:
            for lead in self._outlines[home].leads:
                found.setdefault(lead, []).append(home)
        return found

    def knots(self, key: str) -> tuple[frozenset[str], ...]:
        """Return the sets of homes in which references under a (followed) key lead around."""
        self._trace.note("knots", key)
        if key not in self._knots:
            self._knots[key] = self._find_knots(key)
        return self._knots[key]

    def _find_knots(self, key: str) -> tuple[frozenset[str], ...]:
        ahead = {
            home: [to for under, to in self._outlines[home].goes_to if under == key]
            for home in self._homes
        }
        return tuple(frozenset(knot) for knot in find_knots(ahead) if len(knot) > 1)

    def names(self, home: str, kinds: tuple[str, ...]) -> Names:
        """Return what an id of these kinds can be in `home` and among what is shared."""
        return self._trace.once(("names", home, kinds), lambda: self._collect(home, kinds))

    def _collect(self, home: str, kinds: tuple[str, ...]) -> Names:
        possible = list(self._homes.index.titles(home, kinds))
        if "roadmap" in kinds:
            keys = ((other, "roadmap", other) for other in self._homes.editions)
            possible += [self._homes.index.by_key[key] for key in keys]
        return Names(possible)

    def _walk(self, home: str, *, apart: bool = False) -> _Walked:
        """Walk through a home once; `apart` where it is noted otherwise what that rests on."""
        return self._trace.once(("walk", home), lambda: self._look(home), apart=apart)

    def _look(self, home: str) -> _Walked:
        walked = _Walked()
        known: dict[tuple[str, tuple[str, ...]], Resolution] = {}
        for reference in self._references(home):
            question = reference.written, reference.spec.refs
            if question not in known:
                known[question] = self._homes.index.resolve(home, *question)
            target = known[question].entity
            if target is None:
                walked.broken.append((reference, known[question]))
                continue
            if (key := reference.spec.key) in WATCHED:
                link = Link(reference, target)
                walked.watched.setdefault(key, []).append(link)
                walked.leading.setdefault((key, target.key), []).append(link)
            if isinstance(reference.owner, Reviewable) and reference.owner.reviewed:
                walked.reviewed.append(Link(reference, target))
        return walked

    def _references(self, home: str) -> Iterator[Reference]:
        if home == SHARED:
            shared = self._homes.part(SHARED).collection
            for path, value in shared.shared_documents():
                yield from references_in(SHARED, path, value)
        elif edition := self._homes.edition(home):
            for document, value in edition.documents():
                yield from references_in(home, edition.path_of(document), value)
