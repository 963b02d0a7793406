"""What a thing says in substance, in a form that is the same wherever nothing of weight differs.

Which fields count follows from the tables that give changes their levels (`_fields.py`), so that
a form and a comparison mean the same by substance:

* A field or an item that is background, a text that is wording, the order of a list, the place in
  the document, the number of an edition and what is told of it afterwards are left out.
* Titles and the words that bind count by their letters and digits, a time by its days, a sum in
  kronor, a list by what is in it, a reference by what it leads to.
* What has an id counts by the oldest that it has had (`previously`), so that a new one is no
  change. What has none counts by what tells it apart from its like.
* A field that is not set is left out, so that a new field of a model changes no form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeAlias

from fardplan.changes._concerns import RECORDS, is_follow_up
from fardplan.changes._fields import (
    CORE_TEXTS,
    DEFINITION,
    FACT_DATES,
    FACT_LINES,
    NATURAL_KEYS,
    NOT_COMPARED,
    TITLE_KEYS,
    weigh,
)
from fardplan.changes._leaves import only_words, tidy
from fardplan.changes._levels import BACKGROUND, FACT
from fardplan.changes._lists import NAMES
from fardplan.changes._values import Amount
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, fields_of
from fardplan.model.index import Index
from fardplan.model.links import Link
from fardplan.model.money import in_sek
from fardplan.model.number import MoneyUnit, Number
from fardplan.model.projektplan import Financing, Projektplan
from fardplan.model.time import FuzzyTime

Form: TypeAlias = dict[str, Any]

_OWN: Final = "."
"""The home of what stands in the roadmap itself, whatever that is called."""
_NO_COMMITMENT: Final = frozenset({"none", "ongoing"})
"""Why there is none of something, and work that merely goes on."""
_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Forms:
    """Makes forms of what stands in one roadmap; references are looked up in `index`."""

    home: str
    index: Index

    def of(self, owner: Value, naming: frozenset[str] = _NOTHING) -> Form:
        """Return the form of a model; what is background in it is left out, with all inside.

        `naming` are the texts that count although they are wording, because they tell it apart.
        """
        form: Form = {}
        if isinstance(owner, Projektplan):
            form["parts"] = sorted(map(str, owner.parts))
        for spec in fields_of(type(owner)):
            content = getattr(owner, spec.name)
            is_background = weigh(owner, spec.key, FACT) == BACKGROUND
            if content is None or content == () or is_background or _is_outside(owner, spec):
                continue
            found = self._field(owner, spec, content, naming)
            if found is not None:
                form[spec.key] = found
        return form

    def _field(self, owner: Value, spec: FieldSpec, content: Any, naming: frozenset[str]) -> object:
        if spec.model is None:
            if spec.shape == "one":
                return self._leaf(owner, spec, content, naming)
            found = [self._leaf(owner, spec, item, naming) for item in content]
            return _sorted(one for one in found if one is not None) or None
        if spec.shape == "one":
            return self.of(content)
        return _sorted(self._items(content)) or None

    def _items(self, items: Iterable[Value]) -> Iterator[Form]:
        for item in items:
            if weigh(item, "", FACT) == BACKGROUND or item.entity_kind in RECORDS:
                continue
            name = oldest_name(item, getattr(item, item.identity, None))
            form = self.of(item, _NOTHING if name else _telling_apart(item))
            yield {"": name, **form} if name else form

    def _leaf(self, owner: Value, spec: FieldSpec, value: Any, naming: frozenset[str]) -> object:
        """Return what counts of a single value; None where nothing does."""
        if spec.refs:
            return self._reference(str(value), spec.refs)
        if isinstance(value, FuzzyTime):
            return _time(owner, spec, value)
        if isinstance(value, Number):
            return _number(owner, value)
        if isinstance(value, Enum):
            return str(value.value)
        if isinstance(value, str):
            return _text(owner, spec, value, named=spec.key in naming)
        return value

    def _reference(self, written: str, kinds: tuple[str, ...]) -> list[str]:
        entity = self.index.resolve(self.home, written, kinds).entity
        if entity is None:
            return ["?", written]
        name = oldest_name(entity.value, entity.id)
        if entity.home == self.home:
            return [_OWN, entity.kind, name]
        roadmap = self.index.find(entity.home, "roadmap", entity.home)
        home = oldest_name(roadmap.value, roadmap.id) if roadmap else entity.home
        return [home, entity.kind, name]


def oldest_name(value: Value, own: object) -> str:
    """Return the first id that something has had, "" where it has none."""
    return names_of(value, own)[0] if own else ""


def names_of(value: Value, own: object) -> tuple[str, ...]:
    """Return the ids that something has had, the oldest first and the present one last.

    `previously:` is written in that order, as `fardplan rename` does.
    """
    earlier = (entry.rpartition("/")[2] for entry in getattr(value, "previously", ()))
    return tuple(dict.fromkeys((*(name for name in earlier if name != str(own)), str(own))))


def _is_outside(owner: Value, spec: FieldSpec) -> bool:
    """Tell whether a field says nothing of substance, whatever it holds."""
    if spec.key in NOT_COMPARED and not (spec.key == "id" and owner.identity != "id"):
        return True
    if spec.key in _NO_COMMITMENT or is_follow_up(owner, spec.key):
        return True
    if spec.key == "unit" and spec.scalar is MoneyUnit and getattr(owner, "amount", None):
        return True  # it is in the sum
    return isinstance(owner, Projektplan) and spec.key == "contains"


def _telling_apart(item: Value) -> frozenset[str]:
    """Return the texts by which an item without an id is known in its list."""
    if isinstance(item, (Link, Financing)):
        return _NOTHING
    if keys := NATURAL_KEYS.get(type(item).__name__):
        return frozenset(keys)
    named = next((name for name in NAMES if getattr(item, name, None)), None)
    return frozenset({named} if named else (spec.key for spec in fields_of(type(item))))


def _text(owner: Value, spec: FieldSpec, value: str, *, named: bool) -> str | None:
    field = type(owner).__name__, spec.key
    if field in DEFINITION:
        return tidy(value)
    if spec.key in TITLE_KEYS or field in CORE_TEXTS or named:
        return only_words(value) or tidy(value)
    is_fact = spec.text in ("id", "url") or (spec.text == "line" and spec.key in FACT_LINES)
    return tidy(value) if is_fact else None


def _time(owner: Value, spec: FieldSpec, value: FuzzyTime) -> str:
    is_open = value.start is None or value.end is None
    exact = (type(owner).__name__, spec.key) in FACT_DATES
    return f"{value.iso()} {tidy(value.text)}" if is_open or exact else value.iso()


def _number(owner: Value, value: Number) -> str:
    unit = getattr(owner, "unit", None)
    if isinstance(unit, MoneyUnit):
        return Amount(in_sek(value, unit)).text
    return format(value.value.normalize(), "f")


def _sorted(items: Iterable[object]) -> list[object]:
    return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))
