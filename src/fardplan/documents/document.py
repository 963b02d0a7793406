"""A whole document: its cover, its sections, its notes, and what is asked of all of it at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from fardplan.documents.blocks import Blocks, Card, Fact, Image, Section
from fardplan.documents.inline import Badge, Inline, Link, NoteRef
from fardplan.documents.terms import Explanation
from fardplan.figures.drawing import Drawing
from fardplan.locales.text import Lang


@dataclass(frozen=True, slots=True)
class Status:
    """Say how the document stands (Utkast, Antagen …), with a sentence that may link onwards."""

    badge: Badge
    detail: Inline = ""
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Banner:
    """Warn across the top of the document: that it is fictional, replaced, or a proposal."""

    content: Inline
    warning: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """Name whom to ask, the role first; each line is an address, a number or a link."""

    role: Inline
    lines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Hold a footnote under the key that `NoteRef` names."""

    key: str
    content: Inline


@dataclass(frozen=True, kw_only=True)
class Document:
    """Hold all that a backend needs to lay out a document.

    `metadata` becomes `<meta name content>` and the properties of PDF and Word files; `links` are
    other forms and versions of the document. `standing` says on one line how it stands, for the
    head of each sheet: "Antagen · version 1.0 · 2023-10-26". `licence` is what the content may be
    used under, `statement` leads to the accessibility statement. `terms` may be explained where the
    text mentions them. ValueError for an anchor or note key used twice, and
    for a reference to a note that is not there.
    """

    lang: Lang
    title: str
    subtitle: str = ""
    kicker: str = ""
    organisation: str = ""
    logo: Image | None = None
    description: str = ""
    status: Status | None = None
    standing: str = ""
    banners: tuple[Banner, ...] = ()
    links: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    opening: Blocks = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    terms: tuple[Explanation, ...] = ()
    contacts: tuple[Contact, ...] = ()
    updated: Inline = ""
    licence: Inline = ""
    statement: Link | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    generator: str = "fardplan"

    def __post_init__(self) -> None:
        _refuse_repeated("anchor", (anchor for anchor, _ in anchors(self)))
        _refuse_repeated("drawing", self._named.drawings)
        _refuse_repeated("note", (note.key for note in self.notes))
        keys = {note.key for note in self.notes}
        for key in note_numbers(self):
            if key not in keys:
                raise ValueError(f"no note has the key {key!r}")

    @cached_property
    def _named(self) -> _Named:
        """What bears a name in the document, looked for once however often it is asked for."""
        found = _Named([], [], [])
        for part in walk(self):
            if anchor := getattr(part, "anchor", ""):
                found.anchors.append((anchor, part))
            if isinstance(part, Drawing):
                found.drawings.append(part.name)
            elif isinstance(part, NoteRef):
                found.notes.append(part.key)
        return found


class _Named(NamedTuple):
    """The anchors with what bears them, the drawings and the mentions of notes, in order."""

    anchors: list[tuple[str, object]]
    drawings: list[str]
    notes: list[str]


def walk(value: object) -> Iterator[object]:
    """Yield every part of a document, block or inline text, in reading order, itself first.

    A drawing is a part; its shapes are none.
    """
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if type(part) is str:  # most are, and that is told soonest
            continue
        if isinstance(part, tuple):
            waiting.extend(part[::-1])
        elif read := _inside(type(part)):
            yield part
            waiting.extend(filter(None, read(part)))  # most fields of most parts say nothing


_INSIDE: dict[type, Callable[[object], Sequence[object]] | None] = {}
_NO_PARTS = re.compile(r"(str|bool|int|float|Lang|Tone|Literal\[.*\])( \| None)?")
"""The types, as they are written, of fields that no part of a document can stand in."""


def _inside(kind: type) -> Callable[[object], Sequence[object]] | None:
    """Return what reads the parts inside a part, the last first; None for what is no part."""
    if kind not in _INSIDE:
        _INSIDE[kind] = _find_inside(kind)
    return _INSIDE[kind]


def _find_inside(kind: type) -> Callable[[object], Sequence[object]] | None:
    if not is_dataclass(kind):
        return None
    names = [one.name for one in fields(kind) if not _NO_PARTS.fullmatch(str(one.type))][::-1]
    if kind is Drawing or not names:
        return lambda _: ()
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda part: (read(part),)


def anchors(document: Document) -> Iterator[tuple[str, object]]:
    """Yield every anchor with what bears it."""
    return iter(document._named.anchors)  # noqa: SLF001 - the document's own


def note_numbers(document: Document) -> dict[str, int]:
    """Return the number of each note that is referred to, by key, in the order of mention."""
    keys = dict.fromkeys(document._named.notes)  # noqa: SLF001 - the document's own
    return {key: number for number, key in enumerate(keys, 1)}


def dangling_links(document: Document) -> frozenset[str]:
    """Return the anchors that links and cards lead to and that the document lacks."""
    targets = {
        part.href[1:]
        for part in walk(document)
        if isinstance(part, (Link, Card)) and part.href.startswith("#")
    }
    return frozenset(targets - {anchor for anchor, _ in anchors(document)})


def _refuse_repeated(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"the {what} {name!r} is used twice")
        seen.add(name)
