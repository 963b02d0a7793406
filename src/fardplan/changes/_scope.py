"""Where a comparison stands: the two versions, the entity, the path, and how much it weighs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._fields import weigh
from fardplan.changes._identity import Identity
from fardplan.changes._levels import FACT, level_of
from fardplan.changes._references import References
from fardplan.changes._values import EntityRef
from fardplan.model.base import Value
from fardplan.model.edition import Edition
from fardplan.model.fields import FieldSpec, Route, field_of, leaves

Compare = Callable[[Any, Any, "Scope"], Iterator[Change]]


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares some keys of some models in its own way, instead of field by field."""

    models: tuple[type[Value], ...]
    keys: tuple[str, ...]
    run: Compare


def compares(*models: type[Value], keys: tuple[str, ...]) -> Callable[[Compare], Comparer]:
    """Make a comparer of a function over (old, new, scope); it yields all changes of `keys`."""

    def wrap(run: Compare) -> Comparer:
        return Comparer(models, keys, run)

    return wrap


@dataclass(frozen=True, slots=True)
class Run:
    """One comparison of two editions: what every part of it needs."""

    old: Edition
    new: Edition
    identity: Identity
    references: References
    comparers: tuple[Comparer, ...]
    compare: Compare
    """Compares two models; here so that what it calls can call it again."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where in which entity a comparison stands."""

    run: Run
    entity: EntityRef
    path: Route = ()
    weight: str = FACT
    guess: float | None = None
    specs: tuple[FieldSpec, ...] = ()
    """The fields on the way from the entity."""
    about: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """Details that every change from here on carries."""

    def at(self, *route: str | int, weight: str = "") -> Scope:
        """Return the scope further down; `weight` replaces what it weighs."""
        return replace(self, path=(*self.path, *route), weight=weight or self.weight)

    def into(self, owner: Value, key: str) -> Scope:
        """Return the scope of a field of `owner`."""
        spec = field_of(type(owner), key)
        here = self.at(key)
        weight = weigh(owner, key, self.weight)
        return replace(here, specs=(*self.specs, *((spec,) if spec else ())), weight=weight)

    def noting(self, **details: object) -> Scope:
        """Return the same scope with more details for every change."""
        return replace(self, about=MappingProxyType({**self.about, **details}))

    def naming(self, title: object) -> Scope:
        """Return the scope inside a thing without an id, called `title`; this is at its list."""
        around = self.about.get("items")
        before = around if isinstance(around, tuple) else ()
        return self.noting(items=(*before, (len(self.specs), title)))

    def change(
        self,
        kind: ChangeKind,
        old: object = None,
        new: object = None,
        case: str | None = None,
        **details: object,
    ) -> Change:
        """Return a change here, at the level of its kind in `case` (else by what it weighs)."""
        inner = tuple(value for value in details.values() if isinstance(value, Value))
        titles = {**self._titles(old, old=True), **self._titles((*inner, new), old=False)}
        details = {"under": self.specs[:-1] or None, "titles": titles or None, **details}
        known = {
            key: value for key, value in {**self.about, **details}.items() if value is not None
        }
        return Change(
            kind,
            level_of(kind, self.weight if case is None else case),
            self.entity,
            self.path,
            old,
            new,
            self.guess,
            self.specs[-1] if self.specs else None,
            MappingProxyType(known),
        )

    def _titles(self, value: object, *, old: bool) -> dict[str, str]:
        """Return the titles of what the references inside a whole model lead to."""
        models = [
            item
            for each in (value if isinstance(value, tuple) else (value,))
            for item in (each if isinstance(each, tuple) else (each,))
        ]
        return {
            str(leaf.value): self.run.references.show(
                str(leaf.value), leaf.spec.refs, old=old
            ).title
            for model in models
            if isinstance(model, Value)
            for leaf in leaves(model)
            if leaf.spec.refs
        }
