"""Who is to decide on a roadmap, who has, and who has it left to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.locales.versions import NOTHING, UNKNOWN_ROADMAP
from fardplan.model.base import ACTOR_KINDS, numbered
from fardplan.model.edition import Edition
from fardplan.model.index import Entity, Index
from fardplan.model.refusal import quote
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Adoption, OrganisationClass
from fardplan.model.steering_terms import DecisionKind, DecisionState
from fardplan.pipeline.states import open_tree
from fardplan.source.collection import load
from fardplan.source.tree import WorkingTree

BROKEN = Text(
    "Något under `{key}` i {file} går inte att läsa. Rätta det först "
    "(visa felen: fardplan validate).",
    "Something under `{key}` in {file} cannot be read. Mend it first "
    "(show the errors: fardplan validate).",
)

ADOPTING = frozenset(
    {DecisionKind.ADOPT, DecisionKind.ESTABLISH, DecisionKind.APPROVE, DecisionKind.ENDORSE}
)
"""The kinds by which a party takes a document on."""
MADE = frozenset({DecisionState.DECIDED, DecisionState.CONDITIONAL})
"""The states in which a decision is made, with or without a condition."""
_BY_PARTY = ADOPTING | {DecisionKind.REJECT}
_READ = ("adoption", "adoptions", "decisions", "status")


@dataclass(frozen=True, slots=True)
class Deciding:
    """A roadmap on which parties decide."""

    tree: WorkingTree
    index: Index
    edition: Edition

    @property
    def file(self) -> str:
        """The file that the decisions stand in."""
        return self.edition.path_of("roadmap.yaml")

    @property
    def roadmap(self) -> Roadmap:
        """What the file says."""
        return self.edition.roadmap

    @property
    def is_shared(self) -> bool:
        """Whether several parties decide, each for itself."""
        return bool(self.required or list(self.rows()) or len(self.roadmap.owners) > 1)

    def is_by_party(self, kind: DecisionKind, parties: tuple[str, ...] = ()) -> bool:
        """Tell whether such a decision is recorded as a row for each party that made it."""
        return kind in _BY_PARTY and (self.is_shared or len(parties) > 1)

    @property
    def required(self) -> tuple[Entity, ...]:
        """The parties that are to adopt, groups of parties taken apart."""
        demand = self.roadmap.adoption
        return self.expand(demand.required_of if demand else ())

    @property
    def left(self) -> tuple[Entity, ...]:
        """Those of them that have not decided."""
        made = {
            party.key
            for _, row in self.rows()
            if row.state in MADE
            for party in self.expand(row.parties)
        }
        return tuple(party for party in self.required if party.key not in made)

    def rows(self) -> Iterator[tuple[int, Adoption]]:
        """Yield the adoptions of this roadmap, with where each stands in the file."""
        for number, row in numbered(self.roadmap.adoptions):
            if row.document in (None, self.edition.id):
                yield number, row

    @property
    def likely_bodies(self) -> tuple[Entity, ...]:
        """The bodies of those who own the roadmap or are to adopt it, and its own."""
        own = {party.key for party in (*self.required, *self.expand(self.roadmap.owners))}
        bodies = self.index.titles(self.edition.id, ("body",))
        return tuple(
            body
            for body in bodies
            if body.home == self.edition.id or getattr(self.organisation(body), "key", None) in own
        )

    def party_of(self, body: str | None) -> Entity | None:
        """Return the party that a body decides for, where its organisation is one that shall."""
        entity = self.body(body)
        party = self.organisation(entity) if entity else None
        return next((one for one in self.required if party and one.key == party.key), None)

    def organisation(self, body: Entity) -> Entity | None:
        """Return the organisation that a body belongs to."""
        written = getattr(body.value, "organisation", None)
        return self.index.resolve(body.home, written, ACTOR_KINDS).entity if written else None

    def body(self, written: str | None) -> Entity | None:
        """Return the body that is meant."""
        return self.index.resolve(self.edition.id, written or "", ("body",)).entity

    def expand(self, written: tuple[str, ...]) -> tuple[Entity, ...]:
        """Return the parties that are written, groups of parties taken apart, each once."""
        found: dict[tuple[str, str, str], Entity] = {}
        waiting, seen = list(written)[::-1], set()
        while waiting:
            one = waiting.pop()
            entity = self.index.resolve(self.edition.id, one, ACTOR_KINDS).entity
            if entity is None or one in seen:
                continue
            seen.add(one)
            if isinstance(entity.value, OrganisationClass) and entity.value.members:
                waiting += entity.value.members[::-1]
            else:
                found[entity.key] = entity
        return tuple(found.values())


def open_roadmap(root: Path, name: str) -> Deciding:
    """Return the roadmap of that id; raises CannotRun where its decisions cannot be read."""
    tree = open_tree(root)
    loaded = load(tree)
    index = Index.of(loaded.collection)
    editions = loaded.collection.editions
    if name not in editions:
        raise CannotRun(UNKNOWN_ROADMAP, roadmap=quote(name), known=", ".join(editions) or NOTHING)
    deciding = Deciding(tree, index, editions[name])
    for misfit in loaded.misfits.get(deciding.file, ()):
        if misfit.route and misfit.route[0] in _READ:
            raise CannotRun(BROKEN, key=misfit.route[0], file=deciding.file)
    return deciding
