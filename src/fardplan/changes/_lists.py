"""Which item of a list is which in the other version.

Entities are told apart by identity, wherever they stand; other items by their own id, then by what
tells such things apart (a target's year, a measurement's period), then by equal content or an equal
name, then by likeness, which is a guess.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from fardplan.changes._fields import NATURAL_KEYS
from fardplan.changes._scope import Scope
from fardplan.changes._similarity import best_pairs
from fardplan.model.base import Value
from fardplan.model.fields import leaves
from fardplan.model.links import Link

ALIKE = 0.5
"""The likeness from which two items without id are taken for one."""

Key = Callable[[Value], Hashable]

NAMES = ("title", "text", "what", "label", "group", "role")
"""The fields that name an item, the best first."""


@dataclass(slots=True)
class Pairing:
    """What has become of each item: pairs with the score of a guess, and what is left over."""

    old: tuple[Value, ...]
    new: tuple[Value, ...]
    pairs: list[tuple[Value, Value, float | None]] = field(default_factory=list)
    moved_in: list[Value] = field(default_factory=list)
    """Entities that stood elsewhere before."""
    added: list[Value] = field(default_factory=list)
    removed: list[Value] = field(default_factory=list)

    def new_order(self) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Return the order of what is in both versions, before and after, if they differ."""
        place = {id(old): index for index, old in enumerate(self.old)}
        by_new = {id(new): old for old, new, _ in self.pairs}
        kept = [(by_new[id(new)], new) for new in self.new if id(new) in by_new]
        before = sorted(kept, key=lambda pair: place[id(pair[0])])
        if before == kept:
            return None
        return tuple(call(old) for old, _ in before), tuple(call(new) for _, new in kept)


def pair_items(old: tuple[Value, ...], new: tuple[Value, ...], scope: Scope) -> Pairing:
    """Pair the items of a list in the two versions."""
    pairing = Pairing(old, new)
    left_old, left_new = _pair_entities(pairing, scope)
    for key in (_own_id, _natural_key, _content, _name):
        left_old, left_new = _pair_by(key, pairing, left_old, left_new)
    left_old, left_new = _pair_alike(pairing, left_old, left_new)
    pairing.added += left_new
    pairing.removed += left_old
    position = {id(item): index for index, item in enumerate(new)}
    pairing.pairs.sort(key=lambda pair: position[id(pair[1])])
    pairing.added.sort(key=lambda item: position[id(item)])
    return pairing


def _pair_entities(pairing: Pairing, scope: Scope) -> tuple[list[Value], list[Value]]:
    """Pair what has identity; return the other items of the old and the new list."""
    identity = scope.run.identity
    here = {id(item) for item in pairing.old}
    left_old, left_new = [], []
    for item in pairing.new:
        node = identity.new.of_value(item)
        before = node and identity.old_of(node)
        if node is None:
            left_new.append(item)
        elif before and id(before.value) in here:
            pairing.pairs.append((before.value, item, None))
        elif before or identity.origins(node):
            pairing.moved_in.append(item)
        else:
            pairing.added.append(item)
    for item in pairing.old:
        node = identity.old.of_value(item)
        if node is None:
            left_old.append(item)
        elif not identity.heirs(node):
            pairing.removed.append(item)
    return left_old, left_new


def _pair_by(
    key: Key, pairing: Pairing, old: list[Value], new: list[Value]
) -> tuple[list[Value], list[Value]]:
    """Pair items that share a key which no other item of their list has."""
    by_old, by_new = _unique(key, old), _unique(key, new)
    shared = by_old.keys() & by_new.keys()
    pairing.pairs += [(by_old[each], by_new[each], None) for each in shared]
    paired = {id(items[each]) for each in shared for items in (by_old, by_new)}
    return [i for i in old if id(i) not in paired], [i for i in new if id(i) not in paired]


def _unique(key: Key, items: Iterable[Value]) -> dict[Hashable, Value]:
    found: dict[Hashable, list[Value]] = {}
    for item in items:
        if (known := key(item)) is not None:
            found.setdefault(known, []).append(item)
    return {known: several[0] for known, several in found.items() if len(several) == 1}


def _own_id(item: Value) -> Hashable:
    return getattr(item, item.identity, None)


def _natural_key(item: Value) -> Hashable:
    if isinstance(item, Link):
        return item.target
    keys = NATURAL_KEYS.get(type(item).__name__)
    return tuple(_plain(getattr(item, key)) for key in keys) if keys else None


def _plain(value: object) -> Hashable:
    if isinstance(value, tuple):
        return tuple(sorted(map(str, value)))
    return value.target if isinstance(value, Link) else str(value)


def _name(item: Value) -> Hashable:
    """Return what an item without an id is called in so many words; None where it has no name."""
    if isinstance(item, Link) or _own_id(item) is not None:
        return None
    named = (getattr(item, name, None) for name in (*NAMES, "lead"))
    return next((str(name).strip() for name in named if name), None)


def _content(item: Value) -> Hashable:
    return tuple((leaf.route, str(leaf.value)) for leaf in leaves(item))


def _pair_alike(
    pairing: Pairing, old: list[Value], new: list[Value]
) -> tuple[list[Value], list[Value]]:
    """Pair equal items that stand several times in order, then those that are alike."""
    old, new = _pair_twins(pairing, old, new)
    names = {str(index): item for index, item in enumerate(old)}
    others = {str(index): item for index, item in enumerate(new)}
    found = best_pairs(
        {name: (_words(item),) for name, item in names.items()},
        {name: (_words(item),) for name, item in others.items()},
        ALIKE,
    )
    pairing.pairs += [(names[pair.old], others[pair.new], pair.score) for pair in found]
    gone = {id(names[pair.old]) for pair in found} | {id(others[pair.new]) for pair in found}
    return [i for i in old if id(i) not in gone], [i for i in new if id(i) not in gone]


def _pair_twins(
    pairing: Pairing, old: list[Value], new: list[Value]
) -> tuple[list[Value], list[Value]]:
    """Pair the first of several equal items with the first, the second with the second."""
    twins: dict[Hashable, deque[Value]] = defaultdict(deque)
    for item in new:
        twins[_content(item)].append(item)
    left_old: list[Value] = []
    for item in old:
        if equal := twins[_content(item)]:
            pairing.pairs.append((item, equal.popleft(), None))
        else:
            left_old.append(item)
    unpaired = {id(item) for items in twins.values() for item in items}
    return left_old, [item for item in new if id(item) in unpaired]


def _words(item: Value) -> str:
    """Return what an item is recognised by; what a link leads to is no matter of likeness."""
    return "" if isinstance(item, Link) else call(item)


def call(item: Value) -> str:
    """Return what an item is called: its id, title or text, else all that it holds."""
    for name in ("id", "number", *NAMES):
        if value := getattr(item, name, None):
            return str(value)
    return ", ".join(str(leaf.value) for leaf in leaves(item))


def label_of(item: Value, items: tuple[Value, ...]) -> str | int:
    """Return what stands for an item in a path: id, natural key, else its place from 0."""
    known = _own_id(item)
    if known is not None:
        return str(known)
    key = _natural_key(item)
    if isinstance(key, tuple) and all(isinstance(part, str) and part != "None" for part in key):
        words = "/".join(str(part) for part in key)
        if words and len(words) <= 60:
            return words
    return next(index for index, other in enumerate(items) if other is item)
