"""Walks two models side by side and yields what differs, whatever the models hold.

What a thing's own comparer handles is left to it; everything else is compared field by field as
the annotations say, so that a new field of a model is compared from the day it is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._ends import fold_ends
from fardplan.changes._entities import compare_entity, tell_added, tell_moved_in, tell_removed
from fardplan.changes._fields import NOT_COMPARED, WHOLE_LISTS, weigh
from fardplan.changes._leaves import compare_leaf, compare_leaves
from fardplan.changes._levels import BACKGROUND, FACT
from fardplan.changes._lists import NAMES, label_of, pair_items
from fardplan.changes._reasons import fold_reasons
from fardplan.changes._references import kinds_of
from fardplan.changes._scope import Scope
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, field_of, fields_of
from fardplan.model.links import Link


def compare_values(old: Value, new: Value, scope: Scope) -> Iterator[Change]:
    """Compare two models that are the same thing in two versions."""
    changes = fold_ends(list(_compare(old, new, scope)), scope)
    yield from fold_reasons(changes, new, scope)


def _compare(old: Value, new: Value, scope: Scope) -> Iterator[Change]:
    told = set(NOT_COMPARED)
    if not old.identity == new.identity == "id":
        told -= {"id"}  # as in an annex, which is known by its number
    for comparer in scope.run.comparers:
        if isinstance(old, comparer.models) and isinstance(new, comparer.models):
            told |= set(comparer.keys)
            yield from comparer.run(old, new, scope)
    keys = [spec.key for spec in _all_fields(old, new) if spec.key not in told]
    yield from compare_keys(old, new, scope, *keys)


def compare_keys(old: Value, new: Value, scope: Scope, *keys: str) -> Iterator[Change]:
    """Compare some fields as the annotations say."""
    for spec in _all_fields(old, new):
        if spec.key in keys:
            before, after = getattr(old, spec.name, None), getattr(new, spec.name, None)
            if not before and before == after:
                continue  # most things leave out most keys
            was, is_now = field_of(type(old), spec.key), field_of(type(new), spec.key)
            if was and is_now and _form(was) != _form(is_now):
                yield from compare_field(old, was, before or None, None, scope.into(old, spec.key))
                yield from compare_field(
                    new, is_now, None, after or None, scope.into(new, spec.key)
                )
            else:
                owner = new if is_now else old
                yield from compare_field(owner, spec, before, after, scope.into(owner, spec.key))


def _form(spec: FieldSpec) -> tuple[str, bool]:
    """Return what keeps a key of two sorts of things apart: `cross_cutting: true` of an area."""
    return spec.shape, spec.model is None


def _all_fields(old: Value, new: Value) -> list[FieldSpec]:
    """Return the fields of both, where the two are not of the same sort (an area became a goal)."""
    fields = {spec.key: spec for spec in fields_of(type(new))}
    if type(old) is not type(new):
        for spec in fields_of(type(old)):
            fields.setdefault(spec.key, spec)
    return list(fields.values())


def compare_field(
    owner: Value, spec: FieldSpec, old: Any, new: Any, scope: Scope
) -> Iterator[Change]:
    """Compare what a field holds in the two versions; `scope` stands at the field."""
    if spec.shape == "mapping":
        yield from _compare_mappings(owner, spec, old or {}, new or {}, scope)
    elif spec.shape == "one" and spec.model is None:
        yield from compare_leaf(owner, spec, old, new, scope)
    elif spec.shape == "one" and old is not None and new is not None:
        yield from _compare_ids(old, new, scope)
        yield from compare_values(old, new, scope)
    elif spec.shape == "one" or spec.key in WHOLE_LISTS:
        if old != new:
            yield scope.change(ChangeKind.METADATA_CHANGED, old, new)
        if old is None and new is not None:
            yield from tell_moved_in(new, scope.run, scope.weight)
    elif spec.model is None:
        yield from compare_leaves(owner, spec, old or (), new or (), scope)
    else:
        yield from compare_lists(spec, old or (), new or (), scope)


def _compare_mappings(
    owner: Value, spec: FieldSpec, old: Mapping[str, Any], new: Mapping[str, Any], scope: Scope
) -> Iterator[Change]:
    inner = replace(spec, shape="one")
    for key in sorted({*old, *new}):
        yield from compare_field(
            owner, inner, old.get(key), new.get(key), scope.naming(key).at(key)
        )


def compare_lists(
    spec: FieldSpec, old: tuple[Value, ...], new: tuple[Value, ...], scope: Scope
) -> Iterator[Change]:
    """Compare two lists of models."""
    identity, run = scope.run.identity, scope.run
    pairing = pair_items(old, new, scope)
    for before, after, score in pairing.pairs:
        was, is_now = identity.old.of_value(before), identity.new.of_value(after)
        if was and is_now:
            yield from compare_entity(was, is_now, run, scope.weight)
        else:
            here = _item(scope, after, new, score)
            yield from _compare_ids(before, after, here)
            yield from compare_values(before, after, here)
    for value in pairing.moved_in:
        yield from _tell_moved(value, scope)
    for value in pairing.added:
        if node := identity.new.of_value(value):
            yield from tell_added(node, run, scope.weight)
        else:
            yield _item(scope, value, new).change(ChangeKind.ADDED, None, value)
            yield from tell_moved_in(value, run, scope.weight)
    for value in pairing.removed:
        if node := identity.old.of_value(value):
            yield from tell_removed(node, run, scope.weight)
        else:
            here = _item(scope, value, old, old=True)
            yield here.change(ChangeKind.REMOVED, value, None, _case(value, scope))
    if spec.shape == "ordered" and (orders := pairing.new_order()):
        yield scope.change(ChangeKind.REORDERED, *orders)


def _compare_ids(old: Value, new: Value, scope: Scope) -> Iterator[Change]:
    """Compare the ids of parts that nothing can refer to."""
    before, after = getattr(old, "id", None), getattr(new, "id", None)
    if before != after:
        yield scope.change(ChangeKind.REIDENTIFIED, before, after)


def _tell_moved(value: Value, scope: Scope) -> Iterator[Change]:
    """Compare an entity with what it was elsewhere, or look into what came of a split."""
    node = scope.run.identity.new.of_value(value)
    before = node and scope.run.identity.old_of(node)
    if node and before:
        yield from compare_entity(before, node, scope.run, scope.weight)
    else:
        yield from tell_moved_in(value, scope.run, scope.weight)


def _item(
    scope: Scope,
    value: Value,
    items: tuple[Value, ...],
    guess: float | None = None,
    *,
    old: bool = False,
) -> Scope:
    """Return the scope of an item without identity: of the old version where it is gone."""
    named = scope.naming(_title(value, scope, old=old))
    here = named.at(label_of(value, items), weight=weigh(value, "", scope.weight))
    return here if guess is None else replace(here, guess=guess)


def _title(value: Value, scope: Scope, *, old: bool) -> object:
    """Return what an item is called, or the item itself where only its fields say it."""
    if isinstance(value, Link):
        kind, written = value.target
        return scope.run.references.show(written, kinds_of(type(value), kind), old=old).title
    named = (getattr(value, name, None) for name in NAMES)
    return next((str(name) for name in named if name), value)


def _case(value: Value, scope: Scope) -> str:
    """Return whether an item that comes or goes is background."""
    return BACKGROUND if weigh(value, "", scope.weight) == BACKGROUND else FACT
