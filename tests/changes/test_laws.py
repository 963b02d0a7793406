"""The laws of a comparison, over editions made at random."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fardplan.changes._base import MIRRORS, Change, ChangeKind, Level
from fardplan.changes._compare import compare
from fardplan.changes._levels import DEFAULT_LEVELS, level_of, relevel
from fardplan.changes._values import EntityRef, plain
from fardplan.model.fields import fields_of
from fardplan.model.schema import KINDS
from tests.changes.generated import EDITIONS, Data, build
from tests.changes.samples import ALL_KEYS

SLOW = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def _shapes() -> dict[str, set[str]]:
    """Return how each key of any model holds its values, where it holds several."""
    waiting, seen = list(KINDS.values()), set()
    shapes: dict[str, set[str]] = {}
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            for spec in fields_of(model):
                shapes.setdefault(spec.key, set()).add(spec.shape)
                waiting += [spec.model] if spec.model else []
    return shapes


SETS = {key for key, shapes in _shapes().items() if shapes == {"unordered"}}


def differ(old: Data, new: Data) -> tuple[Change, ...]:
    """Return what differs between two editions."""
    (before, old_index), (after, new_index) = build(old), build(new)
    return compare(before, after, old_index, new_index)


@given(EDITIONS)
@SLOW
def test_nothing_changed(data):
    """A version does not differ from itself."""
    assert differ(data, data) == ()


@given(EDITIONS, EDITIONS, st.randoms(use_true_random=False))
@SLOW
def test_order_is_irrelevant(old, new, chance):
    """The order of keys, files and sets says nothing."""
    assert differ(old, _shuffled(old, chance)) == ()
    changes, others = differ(old, new), differ(_shuffled(old, chance), _shuffled(new, chance))
    assert [_facts(change) for change in others] == [_facts(change) for change in changes]


@given(EDITIONS, st.randoms(use_true_random=False))
@SLOW
def test_order_of_items_is_no_other_change(data, chance):
    """Items with ids keep who they are in any order; a new one of a list is told as that alone."""
    changes = differ(data, _with_items_shuffled(data, chance))
    told = {(change.kind, change.level) for change in changes if change.path != ("ongoing",)}
    assert told <= {(ChangeKind.REORDERED, Level.EDITORIAL)}
    assert {change.level for change in changes} <= {Level.EDITORIAL}


def _with_items_shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return {key: _with_items_shuffled(item, chance) for key, item in value.items()}
    if isinstance(value, list):
        items = [_with_items_shuffled(item, chance) for item in value]
        if items and all(isinstance(item, dict) and "id" in item for item in items):
            chance.shuffle(items)
        return items
    return value


def _facts(change: Change) -> str:
    """Return a change as JSON shows it, with sets in one order."""
    values = [_as_set(plain(value)) if change.path[-1:] and change.path[-1] in SETS else plain(value)
              for value in (change.old, change.new)]  # fmt: skip
    return json.dumps(
        [change.kind, change.level, plain(change.entity), change.path, values, change.guess]
    )


def _as_set(value: object) -> object:
    return sorted(value, key=str) if isinstance(value, list) else value


def _shuffled(value: Any, chance: random.Random, key: str = "") -> Any:
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {name: _shuffled(value[name], chance, name) for name in keys}
    if isinstance(value, list):
        items = [_shuffled(item, chance) for item in value]
        if key in SETS:
            chance.shuffle(items)
        return items
    return value


def test_mirror_and_every_kind():
    """Exchanging the versions gives the mirror of every change, and every kind comes up."""
    seen: set[ChangeKind] = set()

    @given(EDITIONS, EDITIONS)
    @settings(SLOW, max_examples=400, derandomize=True, database=None)
    def check(old: Data, new: Data) -> None:
        there, back = differ(old, new), differ(new, old)
        seen.update(change.kind for change in there)
        names = _names(there)
        mirrored = Counter(_canonical(change.mirrored(), names) for change in there)
        assert Counter(_canonical(change, names) for change in back) == mirrored

    check()
    assert set(ChangeKind) - seen == set()


def _names(changes: tuple[Change, ...]) -> dict[str, str]:
    """Return the new id by the old one, for what has another id now."""
    return {
        change.old.id: change.new.id
        for change in changes
        if isinstance(change.old, EntityRef) and isinstance(change.new, EntityRef)
        and change.kind is ChangeKind.REIDENTIFIED
    }  # fmt: skip


def _canonical(change: Change, names: dict[str, str]) -> str:
    """Return a change with the ids of today, and without what only one direction can know."""
    path = [part for part in change.path if part in ALL_KEYS]
    facts = [change.kind, plain(change.entity), path, plain(change.old), plain(change.new)]
    return json.dumps(_renamed([*facts, change.guess], names), sort_keys=True)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


@given(EDITIONS, EDITIONS)
@SLOW
def test_fingerprints(old, new):
    """A fingerprint is the same for the same change, and two changes have two."""
    changes = differ(old, new)
    assert [change.fingerprint for change in changes] == [
        change.fingerprint for change in differ(old, new)
    ]
    assert len({change.fingerprint for change in changes}) == len(changes)


def test_mirrors():
    """A mirror's mirror is the kind itself."""
    assert {kind: MIRRORS[MIRRORS[kind]] for kind in MIRRORS} == {kind: kind for kind in MIRRORS}


def test_every_kind_has_a_level():
    """The table of levels names every kind, with its level where no case is special."""
    assert set(DEFAULT_LEVELS) == set(ChangeKind)
    assert all("" in cases for cases in DEFAULT_LEVELS.values())
    assert level_of(ChangeKind.MOVED, "no such case") is Level.MINOR


def test_levels_of_settings():
    """Settings replace the level of a kind, whatever the case."""
    old = {
        "roadmap": {"format": "1", "title": "A", "profile": "action", "year": "2024"},
        "vision": None,
    }
    new = {**old, "roadmap": {**old["roadmap"], "title": "B", "next_revision": "2025"}}  # type: ignore[dict-item]
    changes = relevel(differ(old, new), {ChangeKind.RENAMED: Level.EDITORIAL})
    assert [(change.kind, change.level) for change in changes] == [
        (ChangeKind.DATE_CHANGED, Level.MINOR),
        (ChangeKind.RENAMED, Level.EDITORIAL),
    ]
