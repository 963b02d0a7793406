"""Whether something still says in substance what it said, told by a short hash of its form.

A hash is only compared with one that the same algorithm makes: what else a new algorithm counts
must not make an old review suspect. A hash whose algorithm is gone from the table says nothing.
When forms change (`_forms.py`, or the tables that they follow) for what could be written before,
the old way is kept under its number, or its number is dropped, and the new way gets a new one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, cast

from fardplan.changes._concerns import RECORDS
from fardplan.changes._forms import Form, Forms, names_of, oldest_name
from fardplan.changes._nodes import SINGLE, Nodes
from fardplan.changes._previously import KINDS_BY_FOLDER
from fardplan.model.base import Value, numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import field_of
from fardplan.model.index import Entity, Index
from fardplan.model.substance import Substance
from fardplan.model.version import VersionNumber

_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Hashes:
    """The hash of something as it is, and those that it may have had under its earlier ids."""

    now: str
    known: frozenset[str]


@dataclass(slots=True)
class Substances:
    """Hashes what stands in one roadmap; `index` finds what it refers to."""

    edition: Edition
    index: Index
    _made: dict[tuple[int, str, str], Hashes] = field(default_factory=dict)
    _successors: list[tuple[Value, str, str, str]] | None = None

    def mark(self, entity: Entity, version: VersionNumber) -> Substance:
        """Return the mark to write beside a review of `entity` in this version."""
        return Substance.of(LATEST, version, self._hash(LATEST, entity).now)

    def bears(self, mark: Substance, entity: Entity) -> bool | None:
        """Tell whether `entity` says what the mark was made of; None where nobody can know."""
        if mark.algorithm not in ALGORITHMS:
            return None
        return mark.digest in self._hash(mark.algorithm, entity).known

    def _hash(self, algorithm: int, entity: Entity) -> Hashes:
        key = algorithm, entity.kind, entity.id
        if key not in self._made:
            self._made[key] = ALGORITHMS[algorithm](entity, self)
        return self._made[key]

    def heirs(self, entity: Entity) -> list[str]:
        """Return the kinds of all else that says it comes of an entity, as after a split."""
        if self._successors is None:
            self._successors = list(_list_successors(self.edition))
        names = names_of(entity.value, entity.id)
        return sorted(
            kind
            for value, kind, was, name in self._successors
            if value is not entity.value and was == entity.kind and name in names
        )


def _hash_form(entity: Entity, substances: Substances) -> Hashes:
    """Hash the form of an entity, of all that stands in it, and what else has come of it.

    A thing that took over another has that one's id before its own, so its hash is none of those
    that it had: only ids that came after the review are left out of the known ones.
    """
    edition = substances.edition
    form = _form(entity, edition, Forms(edition.id, substances.index))
    whole = {"kind": entity.kind, "form": form, "heirs": substances.heirs(entity)}
    names = names_of(entity.value, entity.id)
    written = json.dumps(whole, ensure_ascii=False, sort_keys=True)
    base = hashlib.sha256(written.encode()).hexdigest()
    hashes = [_digest(base, names[:count]) for count in range(1, len(names) + 1)]
    return Hashes(hashes[-1], frozenset(hashes))


def _digest(base: str, names: tuple[str, ...]) -> str:
    return hashlib.sha256(f"{base} {'/'.join(names)}".encode()).hexdigest()[:_DIGITS]


ALGORITHMS: Final[Mapping[int, Callable[[Entity, Substances], Hashes]]] = MappingProxyType(
    {1: _hash_form}
)
"""The ways to hash that marks in files may be judged by."""
LATEST: Final = max(ALGORITHMS)


def _form(entity: Entity, edition: Edition, forms: Forms) -> Form:
    """Return the form of an entity; of a roadmap that of all its files."""
    if entity.kind != "roadmap":
        return {"in": _find_holder(entity, edition), **forms.of(entity.value)}
    files: Form = {}
    for document, value in edition.documents():
        if value.entity_kind not in RECORDS:
            stem = document.rpartition("/")[2].removesuffix(".yaml")
            name = oldest_name(value, stem) if "/" in document else ""
            files[f"{value.entity_kind} {name}"] = forms.of(value)
    return files


def _find_holder(entity: Entity, edition: Edition) -> str:
    """Return the oldest id of what an entity stands in, "" where that is the roadmap."""
    documents = {edition.path_of(document): value for document, value in edition.documents()}
    document = documents[entity.file]
    holder, content = "", cast("object", document)
    if entity.route and document.entity_kind not in SINGLE:
        holder = oldest_name(document, entity.file.rpartition("/")[2].removesuffix(".yaml"))
    for part in entity.route:
        if isinstance(content, Value):
            if content.entity_kind and (own := getattr(content, "id", None)):
                holder = oldest_name(content, own)
            spec = field_of(type(content), str(part))
            content = getattr(content, spec.name if spec else str(part))
        elif isinstance(content, tuple):
            content = dict(numbered(content))[int(part)]
        elif isinstance(content, Mapping):
            content = content[part]
    return holder


def _list_successors(edition: Edition) -> Iterator[tuple[Value, str, str, str]]:
    """Yield what says that it was something else: the value, its kind, and the kind and id then."""
    for node in Nodes.of(edition).all:
        for entry in getattr(node.value, "previously", ()):
            *before, name = entry.split("/")
            written = before[-1] if before else node.kind
            kind = KINDS_BY_FOLDER.get(written, node.kind if written == edition.id else written)
            yield node.value, node.kind, kind, name
