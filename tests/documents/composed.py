"""Small roadmaps for the tests of composing, and the words of what comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fardplan.documents.compose._view import View
from fardplan.documents.inline import Badge, Node
from fardplan.locales.text import Lang
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Index
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from fardplan.model.vision import Vision

Values = Mapping[str, Any]

ORGANISATIONS: Values = {
    "format": 1,
    "organisations": [
        {"id": "regionen", "title": "Region Prov"},
        {"id": "norr", "title": "Norra kommun"},
        {"id": "soder", "title": "Södra kommun"},
    ],
    "classes": [{"id": "alla-kommuner", "title": "Alla kommuner", "members": ["norr", "soder"]}],
    "bodies": [
        {"id": "chefer", "title": "Chefsgruppen för samverkan", "short_title": "Chefsgruppen"},
        {"id": "styrelsen", "title": "Kommunstyrelsen"},
    ],
}


def edition(id: str = "plan", *, vision: Values | None = None, **values: Any) -> Edition:
    """Return an edition from what roadmap.yaml would say; goals and the like by their ids."""
    folders = {
        name: {key: model.model_validate(value) for key, value in values.pop(name, {}).items()}
        for name, model in (("areas", Area), ("goals", Goal), ("activities", Activity))
    }
    base = {"format": 1, "title": "Prov", "year": 2024, "profile": "action"}
    return Edition(
        id,
        Roadmap.model_validate(base | values),
        Vision.model_validate(vision) if vision else None,
        **folders,  # type: ignore[arg-type]  # each made with its folder's model
    )


def collect(*editions: Edition, glossary: Values | None = None) -> Collection:
    """Return a repository of these roadmaps, with a region and two municipalities."""
    return Collection(
        {one.id: one for one in editions},
        Organisations.model_validate(ORGANISATIONS),
        Glossary.model_validate(glossary or {"format": 1}),
    )


def view_of(first: Edition, *others: Edition, lang: Lang = "sv", **more: Any) -> View:
    """Return what chapters are composed from, for the first of the editions."""
    collection = collect(first, *others)
    return View(first, collection, Index.of(collection), lang, **more)


def words(value: object) -> str:
    """Return all words of blocks or inline text in reading order; badges stand in brackets."""
    return " ".join(" ".join(_words(value)).split())


_FIRST = ("kicker", "when", "title", "label", "summary", "lead", "content", "caption")
_UNSAID = frozenset(
    {"anchor", "href", "key", "icon", "style", "role", "tone", "layout", "lang", "number", "width"}
)
_SEVERAL = frozenset({"items", "words", "head", "badges", "cells", "rows"})


def _words(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Badge):
        yield f"[{value.text}]"
    elif isinstance(value, tuple) and name not in _SEVERAL and _is_inline(value):
        yield "".join(word for part in value for word in _words(part))
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    else:
        names = list(getattr(type(value), "__dataclass_fields__", ()))
        for field in sorted(names, key=lambda one: _FIRST.index(one) if one in _FIRST else 99):
            if field not in _UNSAID:
                yield from _words(getattr(value, field), field)


def _is_inline(value: tuple[object, ...]) -> bool:
    return all(isinstance(part, (str, Node)) for part in value)
