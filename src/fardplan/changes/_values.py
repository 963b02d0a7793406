"""The values that a change holds beside those of the model: entities, references, money."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from fardplan.locales.text import Lang
from fardplan.model.base import Value
from fardplan.model.fields import fields_of
from fardplan.model.money import say_money
from fardplan.model.number import MoneyUnit


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity, and what it is called; `roadmap` is empty for what all roadmaps share.

    The title is empty where the entity has none and nothing stands in for it.
    """

    roadmap: str
    kind: str
    id: str
    title: str = field(compare=False)

    def __str__(self) -> str:
        """Return `activity orebro-lan/tullhuset`, as findings and known debts call it too."""
        home = f"{self.roadmap}/" if self.roadmap and self.kind != "roadmap" else ""
        return f"{self.kind} {home}{self.id}"


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference as it was written, and the title of what it leads to."""

    text: str
    title: str = field(compare=False)

    def say(self, lang: Lang) -> str:  # noqa: ARG002 (titles are in the roadmap's language)
        """Return the title."""
        return self.title


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in kronor, exact."""

    sek: Decimal

    @property
    def text(self) -> str:
        """The sum in digits, as the JSON holds it: exact, and without zeros that say nothing."""
        return format(self.sek.normalize(), "f")

    def say(self, lang: Lang) -> str:
        """Return the sum in words: "1 200 000 kr"."""
        return say_money(Decimal(self.text), MoneyUnit.SEK, lang)


def plain(value: object) -> object:
    """Return a value of a change as JSON can hold it."""
    if isinstance(value, EntityRef):
        return {"roadmap": value.roadmap or None, "type": value.kind, "id": value.id}
    if isinstance(value, Value):
        return {
            spec.key: plain(content)
            for spec in fields_of(type(value))
            if (content := getattr(value, spec.name)) not in (None, ())
        }
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int)):
        return value
    return str(getattr(value, "text", value))


def canonical(value: object, *, is_set: bool = False) -> object:
    """Return a value as `plain` does, with the items of each set in one order."""
    if isinstance(value, Value):
        return {
            spec.key: canonical(content, is_set=spec.shape == "unordered")
            for spec in fields_of(type(value))
            if (content := getattr(value, spec.name)) not in (None, ())
        }
    if isinstance(value, (tuple, list)):
        items = [canonical(item) for item in value]
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True)) if is_set else items
    return plain(value)
