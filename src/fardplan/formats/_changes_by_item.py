"""Several changes of one thing without an id stand below its name, instead of naming it in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from fardplan.changes._base import Change, ChangeKind
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_phrases import without
from fardplan.formats._changes_values import items_of, say_label, specs_of
from fardplan.formats._changes_wording import Piece, say_guess, say_part
from fardplan.locales.text import Lang, capitalise

Say = Callable[[Change, Lang], tuple[Piece, ...]]


def list_by_item(changes: Iterable[Change], lang: Lang, say: Say) -> list[Line]:
    """Return a line for each change, or for each thing in which several have changed."""
    groups: dict[object, list[Change]] = {}
    for number, change in enumerate(changes):
        groups.setdefault(_thing(change) or number, []).append(change)
    return [
        Line(say(group[0], lang), 1) if len(group) == 1 else _nest(group, lang)
        for group in groups.values()
    ]


def _thing(change: Change) -> object:
    """Return what tells the thing that a change is in from others; None where it is in none."""
    items = items_of(change)
    if not items or change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
        return None
    keys = tuple(spec.key for spec in specs_of(change)[: items[-1][0]])
    named = tuple((depth, str(item)) for depth, item in items)
    return change.entity, keys, named, change.path[: _length(change)]


def _length(change: Change) -> int:
    """Return how many parts of the path lead to the thing: its fields, and each item itself."""
    items = items_of(change)
    return items[-1][0] + len(items)


def _nest(group: list[Change], lang: Lang) -> Line:
    first = group[0]
    specs, depth = specs_of(first), items_of(first)[-1][0]
    whole = replace(without(first, "under", under=specs[: depth - 1]), spec=specs[depth - 1])
    pieces = [Piece(capitalise(say_label(whole, lang)), "name")]
    if first.guess is not None:
        pieces.append(Piece(" " + say_guess(first.guess, lang)))
    inner = (
        replace(without(one, "items", under=specs_of(one)[depth:-1]), guess=None) for one in group
    )
    return Line(tuple(pieces), 0, tuple(Line(say_part(one, lang), 1) for one in inner))
