"""Small roadmaps for the tests of chapters, and what the blocks of a chapter say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from fardplan.documents.blocks import Facts, Section, Table
from fardplan.documents.compose._view import View
from fardplan.documents.document import walk
from fardplan.documents.inline import Part, plain
from fardplan.locales.text import Lang
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Index
from fardplan.model.indicator import Indicator, Report
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations

Files = Mapping[str, Mapping[str, Any]]

_INLINE = get_args(Part)
_NOT_WORDS = frozenset(
    {"anchor", "href", "icon", "tone", "style", "role", "width", "key", "lang", "layout", "mark"}
)


def make_view(
    roadmap: Mapping[str, Any] | None = None,
    *,
    areas: Files | None = None,
    goals: Files | None = None,
    activities: Files | None = None,
    indicators: Files | None = None,
    reports: Files | None = None,
    lang: Lang = "sv",
) -> View:
    """Return a view of an action plan for 2024, or as `roadmap` says, with these files."""
    first = {"format": 1, "title": "Färdplan", "year": 2024, "profile": "action"}
    edition = Edition(
        "plan",
        Roadmap.model_validate(first | dict(roadmap or {})),
        areas={key: Area.model_validate(value) for key, value in (areas or {}).items()},
        goals={key: Goal.model_validate(value) for key, value in (goals or {}).items()},
        activities={k: Activity.model_validate(v) for k, v in (activities or {}).items()},
        indicators={k: Indicator.model_validate(v) for k, v in (indicators or {}).items()},
        reports={key: Report.model_validate(value) for key, value in (reports or {}).items()},
    )
    shared = Organisations(format=1), Glossary(format=1)
    collection = Collection({"plan": edition}, *shared)
    return View(edition, collection, Index.of(collection), lang)


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
    for name in getattr(type(value), "__dataclass_fields__", ()):
        if name not in _NOT_WORDS:
            yield from _lines(getattr(value, name))


def _word(part: object) -> str:
    return part if isinstance(part, str) else "".join(_fields(part))


def sections(value: object) -> dict[str, Section]:
    """Return every section by its anchor, in reading order."""
    return {part.anchor: part for part in walk(value) if isinstance(part, Section)}


def table(value: object, caption: str) -> list[tuple[str, ...]]:
    """Return the table of that caption: its heads, then its rows, with all the words of a cell."""
    for part in walk(value):
        if isinstance(part, Table) and plain(part.caption) == caption:
            rows = [tuple(_cell(cell) for cell in row) for row in part.cells]
            return [tuple(column.title for column in part.columns), *rows]
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
