"""What a document shows of how it differs from an earlier version: marks, a notice, an annex."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from fardplan.documents.blocks import (
    Blocks,
    Board,
    Card,
    Cell,
    Item,
    Moment,
    Section,
    Statement,
    Step,
    Table,
    Unfold,
)
from fardplan.documents.document import Document, walk
from fardplan.documents.inline import Badge, Inline, Link, Part, join, parts
from fardplan.documents.rebuild import rebuild

_Some = TypeVar("_Some")
_BADGED = (Section, Card, Statement, Board, Step, Moment, Unfold)
"""All that has both an anchor and badges."""
_LISTED = frozenset({"area", "goal", "activity", "indicator", "precondition"})
"""What tables list so that it is found; whatever else they name is named in passing."""


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since an earlier version.

    `marks` are what stands beside everything that is new or changed, by kind and id. `notice` opens
    the document; `annex` tells all changes, and may link to anything by `#KIND-ID`.
    """

    version: str
    marks: Mapping[tuple[str, str], Badge]
    notice: Blocks
    annex: Section


def show_changes(document: Document, since: Since) -> Document:
    """Return a document with the marks, the notice first, and the annex before its own facts."""
    opening = mark(document.opening, since.marks)
    *chapters, facts = mark(document.sections, since.marks)
    annex = _settle(since.annex, (opening, *chapters, facts))
    return replace(
        document,
        opening=(*since.notice, *opening),
        sections=(*chapters, annex, facts),
        metadata={**document.metadata, "changes-since": since.version},
    )


def mark(blocks: _Some, marks: Mapping[tuple[str, str], Badge]) -> _Some:
    """Return blocks in which all that has an anchor of something marked bears its mark.

    Where a table or the overview leads to such a thing, the mark stands there too.
    """
    by_anchor = {f"{kind}-{name}": badge for (kind, name), badge in marks.items()}
    linked = {f"{kind}-{name}": marks[kind, name] for kind, name in marks if kind in _LISTED}
    return rebuild(blocks, lambda part: _mark(part, by_anchor, linked)) if marks else blocks


def _mark(part: object, marks: Mapping[str, Badge], linked: Mapping[str, Badge]) -> object:
    if isinstance(part, Table):
        return replace(part, rows=rebuild(part.rows, lambda one: _mark_words(one, linked)))
    anchor = getattr(part, "anchor", "")
    if isinstance(part, Card):
        anchor = anchor or part.href.removeprefix("#")
    badge = marks.get(anchor)
    if badge is None:
        return part
    if isinstance(part, (Item, Cell)):
        return replace(part, content=join([part.content, badge], " "))
    if isinstance(part, _BADGED):
        others = (one for one in part.badges if not _says(badge, one))
        return replace(part, badges=(badge, *others))
    return part


def _mark_words(part: object, marks: Mapping[str, Badge]) -> object:
    """Put a mark after every link in a table that leads to something marked."""
    if not isinstance(part, (Cell, Item)):
        return part
    return replace(part, content=_mark_links(part.content, marks))


def _mark_links(content: Inline, marks: Mapping[str, Badge]) -> Inline:
    found: list[Part] = []
    last: Badge | None = None
    for part in parts(content):
        if isinstance(part, Badge) and last and _says(last, part):
            continue
        found.append(part)
        if isinstance(part, Link) and (last := marks.get(part.href.removeprefix("#"))):
            found += [" ", last]
    return tuple(found)


def _says(mark: Badge, badge: Badge) -> bool:
    """Tell whether a mark says what a badge does: "Nu genomförd" and "Genomförd"."""
    return mark.text.casefold().endswith(badge.text.casefold())


def _settle(annex: Section, others: Iterable[object]) -> Section:
    """Return the annex with links to what the document holds, and plain names of all else."""
    anchors = {getattr(part, "anchor", "") for part in walk(tuple(others))}

    def visit(part: object) -> object:
        dead = isinstance(part, Link) and part.href[:1] == "#" and part.href[1:] not in anchors
        return part.content if dead and isinstance(part, Link) else part

    return rebuild(annex, visit)
