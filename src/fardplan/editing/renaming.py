"""What must change for a thing to bear another id: its own id, and every reference to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fardplan.editing._refusal import CannotEdit
from fardplan.locales.text import Text
from fardplan.model.edition import FOLDERS, Collection
from fardplan.model.fields import Route
from fardplan.model.index import SHARED, Entity, Index, Reference, references_in
from fardplan.model.paths import CONTENT, path_in

HIDDEN = Text(
    "”{new}” betyder redan något annat i {file}, så hänvisningarna dit skulle leda fel. "
    "Välj ett annat id",
    "“{new}” already means something else in {file}, so that references there would go wrong. "
    "Choose another id",
)

Key = tuple[str, str, str]
"""Home, kind and id of an entity."""

_FOLDERS_BY_KIND = {model.entity_kind: folder for folder, model in FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Renaming:
    """A thing, and what it shall be called."""

    entity: Entity
    new: str

    @property
    def is_roadmap(self) -> bool:
        """Whether a whole roadmap gets a new name, and with it everything in it."""
        return self.entity.kind == "roadmap"

    @property
    def move(self) -> tuple[str, str] | None:
        """The path that bears the old id and the one that bears the new; None for an `id:`."""
        home, kind, old = self.entity.key
        if self.is_roadmap:
            return f"{CONTENT}/{old}", f"{CONTENT}/{self.new}"
        if kind in _FOLDERS_BY_KIND and not self.entity.route:
            folder = _FOLDERS_BY_KIND[kind]
            return self.entity.file, path_in(home, f"{folder}/{self.new}.yaml")
        return None

    def home(self, home: str) -> str:
        """Return what a roadmap is called afterwards."""
        return self.new if self.is_roadmap and home == self.entity.home else home

    def path(self, path: str) -> str:
        """Return where a file lies afterwards."""
        if self.move is None:
            return path
        old, new = self.move
        if path == old:
            return new
        return new + path.removeprefix(old) if path.startswith(f"{old}/") else path

    def key(self, key: Key) -> Key:
        """Return what identifies a thing afterwards."""
        home, kind, entity_id = key
        if key == self.entity.key:
            return self.home(home), kind, self.new
        inherits = self.is_roadmap and kind == "vision" and home == self.entity.home
        return self.home(home), kind, self.new if inherits else entity_id

    def index(self, index: Index) -> Index:
        """Return the index as it is afterwards."""
        renamed = Index()
        for entity in index.by_key.values():
            home, kind, entity_id = key = self.key(entity.key)
            there = entity._replace(home=home, id=entity_id, file=self.path(entity.file))
            renamed.by_key[key] = there
            renamed.by_kind.setdefault((home, kind), {})[entity_id] = there
        return renamed


@dataclass(slots=True)
class Rewording:
    """The references that must be written otherwise, by file (as it lies now) and route."""

    texts: dict[str, dict[Route, str]] = field(default_factory=dict)

    def at(self, file: str, route: Route) -> str | None:
        """Return how the reference at a route is written afterwards, None where it stays."""
        return self.texts.get(file, {}).get(route)


def reword(collection: Collection, index: Index, renaming: Renaming) -> Rewording:
    """Return every reference that would lead elsewhere (or nowhere), as it must be written.

    That may also be one to something else, which the new id would make ambiguous. Each keeps its
    form where that will do. Raises CannotEdit where no form leads to the same thing.
    """
    renamed = renaming.index(index)
    rewording = Rewording()
    known: dict[tuple[str, str, tuple[str, ...]], str | None] = {}
    for reference in all_references(collection):
        question = reference.home, reference.written, reference.spec.refs
        if question not in known:
            known[question] = _reword(reference, index, renamed, renaming)
        new = known[question]
        if new is not None:
            rewording.texts.setdefault(reference.file, {})[reference.route] = new
    return rewording


def all_references(collection: Collection) -> Iterator[Reference]:
    """Yield every reference of a repository."""
    for path, value in collection.shared_documents():
        yield from references_in(SHARED, path, value)
    for edition in collection.editions.values():
        for document, value in edition.documents():
            yield from references_in(edition.id, edition.path_of(document), value)


def _reword(reference: Reference, index: Index, renamed: Index, renaming: Renaming) -> str | None:
    """Return how a reference must be written, None where it may stay or leads nowhere already."""
    kinds, home = reference.spec.refs, renaming.home(reference.home)
    target = index.resolve(reference.home, reference.written, kinds).entity
    if target is None:
        return None
    wanted = renaming.key(target.key)
    for written in (reference.written, *_forms(reference.written, target, wanted)):
        entity = renamed.resolve(home, written, kinds).entity
        if entity is not None and entity.key == wanted:
            return None if written == reference.written else written
    raise CannotEdit(HIDDEN, {"new": renaming.new, "file": reference.file})


def _forms(written: str, target: Entity, wanted: Key) -> Iterator[str]:
    """Yield the ways to refer to `wanted`, first that in which `target` is referred to."""
    home, kind, entity_id = wanted
    first, *more = written.split("/")
    by_kind, in_home = f"{kind}/{entity_id}", f"{home}/{entity_id}"
    if not more:
        yield entity_id
    elif len(more) == 1 and first == target.kind:
        yield by_kind
    if len(more) == 1 and home:
        yield in_home
    if len(more) < 2:
        yield by_kind
    if home:
        yield f"{home}/{by_kind}"


def texts_to_replace(rewording: Rewording, renaming: Renaming) -> Mapping[str, Mapping[Route, str]]:
    """Return all texts that change, by file as it lies now: references, and an id in a list."""
    texts = {file: dict(found) for file, found in rewording.texts.items()}
    entity = renaming.entity
    if renaming.move is None:
        here = (*entity.route, entity.value.identity)
        texts.setdefault(entity.file, {})[here] = renaming.new
    return texts
