"""Diff: whatever changes between two versions is told, and exchanging the versions mirrors it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from fardplan.changes._base import Comparison, Side
from fardplan.changes._compare import compare
from fardplan.formats import changes_json, changes_markdown, changes_text
from fardplan.formats._page import Page
from fardplan.locales.text import LANGUAGES
from fardplan.model.build import build
from fardplan.model.edition import FOLDERS, Collection, Edition
from fardplan.model.fields import Route
from fardplan.model.index import Index
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from tests.changes.samples import DOCUMENTS, full

WORDS = (
    "2024",
    "hösten 2025",
    "1 200 000",
    "ongoing",
    "cancelled",
    "decided",
    "ref-a",
    "kr",
    "%",
    "x",
    "id-a",
)
RAW = re.compile(r"EntityRef|FuzzyTime|mappingproxy|<[A-Z]\w+ object")
FALLBACKS = {"title": "T", "format": "1", "year": "2024", "profile": "action"}
_SLOTS = ("roadmap.yaml", *(f"{folder}/x.yaml" for folder in FOLDERS if folder != "reports"))

_DEPTH = 6  # of the eight levels that a sample has at most: what lies deeper is like the rest
_KEYS = 6

Data = dict[str, Any]


def seeds() -> Iterator[bytes]:
    """Yield edits of every part of a roadmap: which field, what is done, and with what text."""
    for part in range(len(roadmaps())):
        for number in range(0, len(routes(part)), 5):
            yield bytes([part]) + number.to_bytes(2) + bytes([number % 5, 4]) + b"2025"


@cache
def roadmaps() -> tuple[Data, ...]:
    """Return roadmaps that hold every field of the models together, some keys of one file in each."""
    found: list[Data] = []
    for name in _SLOTS:
        sample = full(DOCUMENTS[name], _DEPTH)
        keys = list(sample)
        for at in range(0, len(keys), _KEYS):
            some = {key: sample[key] for key in keys[at : at + _KEYS]}
            found.append(
                {slot: {"title": slot} for slot in _SLOTS} | {name: {"title": name} | some}
            )
    return tuple(found)


@cache
def routes(part: int) -> tuple[Route, ...]:
    """Return where each value of that roadmap stands."""
    files = roadmaps()[part].items()
    return tuple(route for name, file in files for route in _walk(file, (name,)))


def _walk(value: Any, route: Route) -> Iterator[Route]:
    if len(route) > 1:
        yield route
    items: Any = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in items:
        yield from _walk(inner, (*route, key))


def check(data: bytes) -> None:
    """Edit the one version and the other, and compare them there and back."""
    part = int.from_bytes(data[:1]) % len(roadmaps())
    first, _, second = data[1:].partition(b"\xff")
    old, new = _build(_edit(part, first)), _build(_edit(part, second))
    there = compare(old[0], new[0], old[1], new[1])
    back = compare(new[0], old[0], new[1], old[1])
    assert compare(new[0], new[0], new[1], new[1]) == ()
    assert sorted(change.kind for change in back) == sorted(
        change.mirrored().kind for change in there
    )
    found = Comparison("lan", Side("2023", None, 2023, None), Side(".", None, 2024, None), there)
    for lang in LANGUAGES:
        for form in (changes_text, changes_markdown, changes_json):
            assert RAW.findall(form.write(found, Page(lang))) == []


def _edit(part: int, data: bytes) -> Data:
    """Return the roadmap after some edits: four bytes each, and a text."""
    edited: Data = copy.deepcopy(roadmaps()[part])
    at = 0
    while at + 4 <= len(data):
        number, action, length = int.from_bytes(data[at : at + 2]), data[at + 2], data[at + 3]
        text = data[at + 4 : at + 4 + length].decode("utf-8", "replace")
        _apply(edited, routes(part)[number % len(routes(part))], action % 5, text)
        at += 4 + length
    return edited


def _apply(edited: Data, route: Route, action: int, text: str) -> None:
    """Set, remove, repeat or empty one value, or give it a companion; where it is still there."""
    holder: Any = edited
    for part in route[:-1]:
        try:
            holder = holder[part]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(holder, dict) and route[-1] in holder:
        _apply_to_key(holder, str(route[-1]), action, text)
    elif isinstance(holder, list) and holder:
        _apply_to_items(holder, action, text)


def _apply_to_key(holder: Data, key: str, action: int, text: str) -> None:
    if action == 1:
        del holder[key]
    elif action == 4:
        holder[text] = copy.deepcopy(holder[key])
    else:
        holder[key] = {0: text, 2: [copy.deepcopy(holder[key])], 3: None}[action]


def _apply_to_items(holder: list[Any], action: int, text: str) -> None:
    if action == 1:
        holder.pop()
    elif action in (0, 3):
        holder[0] = text if action == 0 else None
    else:
        again = copy.deepcopy(holder[0])
        if isinstance(again, dict):
            again["id" if action == 2 else "title"] = text
        holder.append(again)


def _build(data: Data) -> tuple[Edition, Index]:
    """Return the edition that can be made of it, as old versions are read."""
    values = {
        slot: build(DOCUMENTS[slot], content, FALLBACKS).value for slot, content in data.items()
    }
    roadmap = values.get("roadmap.yaml")
    assert isinstance(roadmap, Roadmap)
    folders: Any = {
        folder: {"x": value} if (value := values.get(f"{folder}/x.yaml")) else {}
        for folder in FOLDERS
    }
    edition = Edition("lan", roadmap, None, **folders)
    shared = Organisations(format=1), Glossary(format=1)
    return edition, Index.of(Collection({"lan": edition}, *shared))
