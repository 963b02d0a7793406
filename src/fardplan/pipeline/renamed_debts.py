"""Known debts under the ids that a renaming brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fardplan.editing.renaming import Renaming, Rewording
from fardplan.editing.splice import replace_scalars
from fardplan.model.base import Value, numbered
from fardplan.model.fields import Route, field_of
from fardplan.model.index import Entity, Index
from fardplan.rules._baseline import Debt, read_baseline, write_baseline
from fardplan.rules._findings import Subject


def rename_debts(data: bytes, index: Index, renaming: Renaming, rewording: Rewording) -> bytes:
    """Return the baseline with every entry under the names that its thing and path will have."""
    old = read_baseline(data)
    translation = _Translation(index, renaming, rewording)
    new = [translation.of(debt) for debt in old]
    if write_baseline(old) == data:
        return write_baseline(new)
    texts: dict[Route, str] = {}
    for number, (before, after) in enumerate(zip(old, new, strict=True)):
        for key in ("entity", "path"):
            written = str(getattr(after, key))
            if written != getattr(before, key):
                texts["known", number, key] = written
    return replace_scalars(data, texts) if texts else data


class _Translation:
    """Says a debt in the names that will hold."""

    def __init__(self, index: Index, renaming: Renaming, rewording: Rewording) -> None:
        self._renaming = renaming
        self._rewording = rewording
        self._entities = {_subject(entity): entity for entity in index.by_key.values()}

    def of(self, debt: Debt) -> Debt:
        """Return the debt with its entity and path renamed, or the file that it is about."""
        entity = self._entities.get(debt.entity)
        if entity is None:
            return replace(debt, entity=self._renaming.path(debt.entity))
        home, kind, entity_id = self._renaming.key(entity.key)
        renamed = entity._replace(home=home, kind=kind, id=entity_id)
        return replace(debt, entity=_subject(renamed), path=self._path(entity, debt.path))

    def _path(self, entity: Entity, path: str) -> str:
        """Return the path with the ids and references in it as they will be.

        A reference may hold a `/` itself, so the parts of lists are matched, not split.
        """
        rest, value, route = path, entity.value, entity.route
        parts: list[str] = []
        content: object = value
        while rest:
            step = self._step(content, rest, (entity.file, route))
            if step is None:
                return "/".join([*parts, rest])
            part, rest, content, route = step
            parts.append(part)
        return "/".join(parts)

    def _step(
        self, content: object, rest: str, place: tuple[str, Route]
    ) -> tuple[str, str, object, Route] | None:
        """Return the first part of a path renamed, what is left, the value there and its route."""
        route = place[1]
        if isinstance(content, tuple):
            return self._step_into(content, rest, place)
        key, _, left = rest.partition("/")
        if isinstance(content, Mapping):
            return (key, left, content.get(key), (*route, key))
        spec = field_of(type(content), key) if isinstance(content, Value) else None
        if spec is None:
            return None
        return key, left, getattr(content, spec.name), (*route, key)

    def _step_into(
        self, items: tuple[object, ...], rest: str, place: tuple[str, Route]
    ) -> tuple[str, str, object, Route] | None:
        """Do the same for an item of a list, which a path names by its id or text."""
        file, route = place
        for number, item in numbered(items):
            here = (*route, number)
            name = getattr(item, item.identity, None) if isinstance(item, Value) else item
            name = str(number) if name is None else str(name)
            if rest == name or rest.startswith(f"{name}/"):
                left = rest.removeprefix(name).removeprefix("/")
                return self._name(item, name, (file, here)), left, item, here
        return None

    def _name(self, item: object, name: str, place: tuple[str, Route]) -> str:
        if item is self._renaming.entity.value:
            return self._renaming.new
        return self._rewording.at(*place) or name


def _subject(entity: Entity) -> str:
    return str(Subject(entity.home, entity.kind, entity.id, entity.title))
