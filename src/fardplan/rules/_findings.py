"""A finding: a problem with everything that the engine knows about it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from fardplan.locales.text import Lang, Text, no_values
from fardplan.model.base import Value, numbered
from fardplan.model.edition import Collection
from fardplan.model.fields import Route, field_of
from fardplan.rules._base import Severity
from fardplan.source.faults import Place
from fardplan.source.slots import place_of


@dataclass(frozen=True, slots=True)
class Subject:
    """The entity that a finding is about; `roadmap` is empty for what all roadmaps share."""

    roadmap: str
    kind: str
    id: str
    title: str

    def __str__(self) -> str:
        """Return `activity orebro-lan/tullhuset`."""
        home = f"{self.roadmap}/" if self.roadmap and self.kind != "roadmap" else ""
        return f"{self.kind} {home}{self.id}"


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another marked place of a finding."""

    file: str
    place: Place
    text: Text
    values: Mapping[str, object] = field(default_factory=no_values)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: which rule, how serious, where, in which words."""

    rule: str
    severity: Severity
    text: Text
    values: Mapping[str, object]
    hint: Text | None
    file: str
    place: Place
    subject: Subject | None
    path: tuple[str, ...]
    """The keys from the subject to the value, list items by their id where they have one."""
    fingerprint: str
    related: tuple[RelatedPlace, ...] = ()
    url: str | None = None

    def say(self, lang: Lang) -> str:
        """Return the message."""
        return self.text.say(lang, **self.values)

    def say_hint(self, lang: Lang) -> str | None:
        """Return what to do about it."""
        return self.hint.say(lang, **self.values) if self.hint else None

    @property
    def key(self) -> tuple[str, str, str]:
        """What the baseline knows it by: rule, entity (or file), path."""
        return self.rule, str(self.subject) if self.subject else self.file, "/".join(self.path)


def take_fingerprint(
    rule: str, subject: str, path: tuple[str, ...], identity: tuple[str, ...]
) -> str:
    """Return the same short text for the same problem, wherever its lines have moved."""
    written = "\x1f".join((rule, subject, *path, "\x1e", *identity))
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def find_subject(
    collection: Collection, file: str, route: Route
) -> tuple[Subject | None, tuple[str, ...]]:
    """Return the innermost entity that `route` in `file` lies in, and the keys from it on."""
    slot = place_of(file)
    if slot.model is None:
        return None, _readable(route)
    document = _document(collection, slot.roadmap, slot.document)
    kind = slot.model.entity_kind or slot.stem
    title = str(getattr(document, "title", None) or slot.own_id)
    subject, value, start = Subject(slot.roadmap, kind, slot.own_id, title), document, 0
    names: list[str] = [str(part) for part in route]
    for index, part in enumerate(route):
        value = _step(value, part)
        if isinstance(part, int) and isinstance(value, str):
            names[index] = value
        if isinstance(value, Value):
            entity_id = getattr(value, value.identity, None)
            if isinstance(part, int) and entity_id:
                names[index] = str(entity_id)
            if value.entity_kind and entity_id:
                title = str(getattr(value, "title", None) or entity_id)
                subject = Subject(slot.roadmap, value.entity_kind, str(entity_id), title)
                start = index + 1
    return subject, tuple(names[start:])


def _readable(route: Route) -> tuple[str, ...]:
    return tuple(str(part) for part in route)


def _document(collection: Collection, roadmap: str, document: str) -> object:
    if not roadmap:
        return collection.organisations if document == "organisations.yaml" else collection.glossary
    edition = collection.editions.get(roadmap)
    if edition is None:
        return None
    folder, _, name = document.rpartition("/")
    if not folder:
        return edition.roadmap if document == "roadmap.yaml" else edition.vision
    entities: Mapping[str, Value] = getattr(edition, folder)
    return entities.get(name.removesuffix(".yaml"))


def _step(value: object, part: str | int) -> object:
    """Follow one part of a route into a model; None where the model lacks it."""
    if isinstance(part, int):
        items = (
            value
            if isinstance(value, tuple)
            else getattr(value, type(value).shorthand)
            if isinstance(value, Value) and type(value).shorthand
            else ()
        )
        return dict(numbered(items)).get(part) if isinstance(items, tuple) else None
    if isinstance(value, Value):
        spec = field_of(type(value), part)
        return getattr(value, spec.name) if spec else None
    return None
