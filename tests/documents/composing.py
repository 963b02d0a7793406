"""Small roadmaps for the tests of composing, and what the blocks that come out say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from fardplan.documents.blocks import Facts, Figure, Section, Table
from fardplan.documents.compose._view import View
from fardplan.documents.document import walk
from fardplan.documents.inline import Badge, Node, Part, plain
from fardplan.figures.drawing import Drawing
from fardplan.locales.text import Lang
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Index
from fardplan.model.indicator import Indicator, Report
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from fardplan.model.vision import Vision

Values = Mapping[str, Any]

_FOLDERS: Mapping[str, type[Value]] = {
    "areas": Area,
    "goals": Goal,
    "activities": Activity,
    "indicators": Indicator,
    "reports": Report,
}
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
        for name, model in _FOLDERS.items()
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


def make_view(
    roadmap: Values | None = None, *, lang: Lang = "sv", **folders: Mapping[str, Values]
) -> View:
    """Return a view of an action plan for 2024, or as `roadmap` says, with files by their ids."""
    return view_of(edition(**{"title": "Färdplan"} | dict(roadmap or {}) | folders), lang=lang)


_INLINE = get_args(Part)
_NOT_WORDS = frozenset(
    {"anchor", "href", "icon", "tone", "style", "role", "width", "key", "lang", "layout", "mark"}
)


def read(value: object) -> str:
    """Return all words of blocks in reading order, one part a line."""
    return "\n".join(line for line in _lines(value) if line.strip())


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, _INLINE):
        yield _word(value)
    elif isinstance(value, tuple) and value and all(isinstance(part, _INLINE) for part in value):
        yield "".join(_word(part) for part in value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _lines(part)
    else:
        yield from _fields(value)


def _fields(value: object) -> Iterator[str]:
    for name in (
        () if isinstance(value, Drawing) else getattr(type(value), "__dataclass_fields__", ())
    ):
        if name not in _NOT_WORDS:
            yield from _lines(getattr(value, name))


def _word(part: object) -> str:
    return part if isinstance(part, str) else "".join(_fields(part))


def sections(value: object) -> dict[str, Section]:
    """Return every section by its anchor, in reading order."""
    return {part.anchor: part for part in walk(value) if isinstance(part, Section)}


def table(value: object, caption: str) -> list[tuple[str, ...]]:
    """Return the table of that caption: its heads, then its rows, with all the words of a cell.

    The table of a figure stands under the figure's caption.
    """
    for part in walk(value):
        if isinstance(part, (Table, Figure)) and plain(part.caption) == caption:
            found = part.data if isinstance(part, Figure) else part
            rows = [tuple(_cell(cell) for cell in row) for row in found.cells]
            return [tuple(column.title for column in found.columns), *rows]
    raise AssertionError(f"no table {caption!r}")


def _cell(cell: Any) -> str:
    return _joined(cell.content, cell.blocks)


def _joined(content: object, blocks: object) -> str:
    return " | ".join(
        [line for part in (content, blocks) for line in read(part).split("\n") if line]
    )


def facts(value: object) -> dict[str, str]:
    """Return every fact by its label: those of a section's line, and those in boxes and rows."""
    found: dict[str, str] = {}
    for part in walk(value):
        rows = (
            part.facts
            if isinstance(part, Section)
            else part.rows
            if isinstance(part, Facts)
            else ()
        )
        found |= {row.label: _joined(row.value, row.blocks) for row in rows}
    return found


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
    elif not isinstance(value, Drawing):
        names = list(getattr(type(value), "__dataclass_fields__", ()))
        for field in sorted(names, key=lambda one: _FIRST.index(one) if one in _FIRST else 99):
            if field not in _UNSAID:
                yield from _words(getattr(value, field), field)


def _is_inline(value: tuple[object, ...]) -> bool:
    return all(isinstance(part, (str, Node)) for part in value)
