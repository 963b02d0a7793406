"""Whatever field of whatever model differs between two versions, the comparison tells it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import permutations
from typing import Any

import pytest

from fardplan.changes._compare import compare
from fardplan.changes._fields import NOT_COMPARED
from fardplan.model.edition import FILES, Edition
from fardplan.model.fields import Route
from fardplan.model.index import Index
from fardplan.model.roadmap import Roadmap
from tests.changes.samples import ALL_KEYS, DOCUMENTS, alterations, flags, full

EXCEPTIONS = {
    "format": "what the program writes, not what the roadmap says",
    "previously": "says how to compare; it is no content",
    "order": "a new order shows only among several: test_orders.py",
}
UNSAID = {
    "annexes.available": "an annex that is not said to be missing is there",
    "projektplan.kind": "a plan is a projektplan where nothing else is said",
}
"""Fields of which the sample says what goes without saying: to leave it out changes nothing."""
NOT_NO = {
    "annexes.available": "what is not said to be missing is there",
    "partners_complete": "whether others take part is not known where nobody says so",
}
"""Flags that do not mean no where they are not there."""
TOLD_ELSEWHERE = {"unit": ("amount", "repaid"), "source": ("financing",)}
"""A sum in another unit is another sum; a source tells the rows of financing apart."""
CASES = [
    pytest.param(document, route, data, id=f"{document}:{'.'.join(map(str, route))}:{number}")
    for document, model in DOCUMENTS.items()
    for number, (route, data) in enumerate(alterations(model, full(model)))
]


def edition(document: str, data: dict[str, Any]) -> Edition:
    """Return an edition in which one document holds `data`."""
    value: Any = DOCUMENTS[document].model_validate(data)
    front = Roadmap.model_validate(
        {"format": "1", "title": "Färdplan", "year": "2024", "profile": "action"}
    )
    bare = Edition("lanet", front)
    folder, _, name = document.rpartition("/")
    stem = name.removesuffix(".yaml")
    changed: dict[str, Any] = {folder: {stem: value}} if folder else {stem: value}
    return replace(bare, **changed)


@cache
def base(document: str) -> Edition:
    """Return the edition before the change."""
    return edition(document, full(DOCUMENTS[document]))


def test_exceptions_are_those_of_the_comparison():
    """The fields that are not compared are these, and the id itself."""
    assert set(NOT_COMPARED) - {"id"} == set(EXCEPTIONS)
    assert set(FILES) <= set(DOCUMENTS)


@pytest.mark.parametrize(("document", "route", "data"), CASES)
def test_every_field(document: str, route: Route, data: dict[str, Any]) -> None:
    """Two versions that differ in one field differ there, unless an exception is explained."""
    old, new = base(document), edition(document, data)
    changes = compare(old, new, Index(), Index())

    keys = [part for part in route if part in ALL_KEYS]
    if keys[-1] in EXCEPTIONS:
        assert changes == ()
        return
    if ".".join(keys[-2:]) in UNSAID and not _stands(data, route):
        assert changes == ()
        return
    assert changes
    assert all(_is_on_the_way(change.path, keys) for change in changes), changes


@pytest.mark.parametrize("document", DOCUMENTS)
def test_flags(document: str) -> None:
    """To say no where nothing was said is no change, but for the flags that are explained."""
    model = DOCUMENTS[document]
    for route, no, unsaid in flags(model, full(model)):
        there, back = (
            compare(old, new, Index(), Index())
            for old, new in permutations((edition(document, no), edition(document, unsaid)))
        )
        name = ".".join(part for part in route if part in ALL_KEYS)
        explained = any(name.endswith(one) for one in NOT_NO)
        assert (bool(there), bool(back)) == (explained, explained), name


def _stands(data: Any, route: Route) -> bool:
    """Tell whether there is anything at a route."""
    for part in route[:-1]:
        data = data[part]
    return route[-1] in data


def _is_on_the_way(path: Route, keys: list[str]) -> bool:
    """Tell whether a path from an entity lies on the way to the changed field.

    What tells items apart (an id, a year, a source) is no key. A change without a path is about a
    whole entity, as where its id is another.
    """
    ways = (keys, *([*keys[:-1], key] for key in TOLD_ELSEWHERE.get(keys[-1], ())))
    return any(_is_part(path, way) for way in ways)


def _is_part(path: Route, keys: list[str]) -> bool:
    named = [part for part in path if part in ALL_KEYS]
    return any(named == keys[start : start + len(named)] for start in range(len(keys)))
