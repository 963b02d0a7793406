"""The hash of what something says: it differs where, and only where, a change of weight does."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from fardplan.changes._compare import compare
from fardplan.changes._concerns import concerns, is_substance
from fardplan.changes._forms import Forms
from fardplan.changes._substance import ALGORITHMS, LATEST, Substances
from fardplan.model.edition import Edition
from fardplan.model.fields import Route, field_of
from fardplan.model.index import Index
from fardplan.model.links import Link
from fardplan.model.substance import Substance
from fardplan.model.version import VersionNumber
from fardplan.source.collection import load
from tests.changes.samples import ALL_KEYS, DOCUMENTS
from tests.changes.test_every_field import CASES, base, edition
from tests.rules.past import Files

Key = tuple[str, str, str]
VERSION = VersionNumber.parse("1.0")
REFERABLE = frozenset(
    kind for key in Link.TARGETS for spec in [field_of(Link, key)] if spec for kind in spec.refs
)
"""The kinds of things that a reference with a review may lead to."""
STRICTER = {
    "annexes.available": "a hash takes what is said for more than what goes without saying",
    "projektplan.kind": "the same",
    "previously": "a hash cannot know from when an earlier id is",
    "consequences.group": "a consequence is known by its group, so that another is another one",
    "targets.text": "a target without a year is known by its text",
}
"""Fields of which a change is only wording, but a hash takes it for more; each with the reason."""
GOLDEN = {
    "exempelkommun/2024": "2ab830048887a55b",
    "malbild-orebro-lan/2021": "98606a3c335338ee",
    "orebro-lan/2022": "8007b6863d552911",
}
"""All hashes by algorithm 1 of three editions that lie still, hashed."""


@cache
def read_edition(name: str) -> Edition:
    """Return an earlier edition, out of its folder."""
    roadmap = name.partition("/")[0]
    top = Path(__file__).parents[1] / "fixtures" / "history" / name
    files = {
        f"roadmaps/{roadmap}/{path.relative_to(top).as_posix()}": path.read_bytes()
        for path in top.rglob("*.yaml")
    }
    return load(Files(files)).collection.editions[roadmap]


def index_of(own: Edition) -> Index:
    """Return an index of one roadmap."""
    index = Index()
    index.add_edition(own)
    return index


def marks(own: Edition) -> dict[Key, Substance]:
    """Return the mark of everything that can be referred to."""
    index = index_of(own)
    substances = Substances(own, index)
    found = (one for one in index.by_key.values() if one.kind in REFERABLE)
    return {one.key: substances.mark(one, VERSION) for one in found}


@cache
def before(document: str) -> dict[Key, Substance]:
    """Return the marks before any change."""
    return marks(base(document))


def differing(document: str, route: Route, data: Any) -> tuple[set[str], set[str]]:
    """Return the kinds that differ by their hash, and those that do by a comparison."""
    old, new = base(document), edition(document, data)
    found = marks(new)
    by_hash = {key[1] for key, mark in before(document).items() if found.get(key, mark) != mark}
    counted = [one for one in compare(old, new, Index(), Index()) if is_substance(one)]
    by_meaning = {
        kind
        for _, kind, name in before(document).keys() & found.keys()
        if any(concerns(one, kind, name) for one in counted)
    }
    return by_hash, by_meaning


@cache
def disagreements(document: str) -> frozenset[str]:
    """Return the fields of a document on which the hash and the comparison do not agree."""
    found = set()
    for case in CASES:
        where, route, data = cast("tuple[str, Route, Any]", case.values)
        if where == document:
            by_hash, by_meaning = differing(document, route, data)
            if by_hash != by_meaning:
                found.add(".".join(part for part in route if part in ALL_KEYS))
    return frozenset(found)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_field(document: str) -> None:
    """A field of any model is substance for the hash if it is for a comparison, or is explained."""
    found = disagreements(document)
    assert {name for name in found if not any(name.endswith(one) for one in STRICTER)} == set()


def test_explanations_are_needed():
    """Every exception is of a field for which the hash and the comparison do differ."""
    found = {name for document in DOCUMENTS for name in disagreements(document)}
    assert {one for one in STRICTER if not any(name.endswith(one) for name in found)} == set()


def test_algorithm():
    """What the latest algorithm makes of files that lie still never changes.

    Where it has to, the algorithm gets a new number (changes/_substance.py) and this a new line.
    """
    assert (LATEST, set(ALGORITHMS)) == (1, {1})
    found = {}
    for name in GOLDEN:
        own = read_edition(name)
        written = sorted(f"{key} {mark}" for key, mark in marks(own).items())
        found[name] = hashlib.sha256("\n".join(written).encode()).hexdigest()[:16]
    assert found == GOLDEN


@pytest.mark.parametrize("document", DOCUMENTS)
def test_form(document, golden):
    """What the latest algorithm takes for substance, where every field is set.

    A new field adds a line. No other line may change without another number of the algorithm.
    """
    own = base(document)
    (value,) = (each for name, each in own.documents() if name == document)
    form = Forms(own.id, index_of(own)).of(value)
    written = json.dumps(form, ensure_ascii=False, sort_keys=True, indent=1)
    golden(f"form-{document.replace('/', '-').removesuffix('.yaml')}.json", f"{written}\n")
