"""Puts together what would be many lines that say the same: new things of a kind, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._values import EntityRef
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_phrases import say_came, say_list_label
from fardplan.formats._changes_values import (
    say_entity,
    say_name,
    say_value,
    titles_of,
)
from fardplan.formats._changes_wording import Piece, say_change, say_part
from fardplan.locales import changes as words
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, Text, capitalise, count_in_words

_PRESENCE = (ChangeKind.ADDED, ChangeKind.REMOVED)
_COUNTED = {
    "sources": words.SOURCES_CHANGED,
    "remarks": words.SOURCES_CHANGED,
    "continuity": words.CONTINUITY_CHANGED,
}
"""What is only counted: it says where something is from, or how it hangs together with before."""
_MANY = {
    ChangeKind.ADDED: words.NEW_ONES,
    ChangeKind.REMOVED: words.GONE_ONES,
    ChangeKind.UNADOPTED: words.NOT_TOLD_OF,
}
_Key = tuple[object, ...]


def fold_many(changes: list[Change], lang: Lang) -> tuple[list[Line], list[Change]]:
    """Return lines for things of a kind that came or went together, and the other changes."""
    groups: dict[_Key, list[Change]] = {}
    rest: list[Change] = []
    for change in changes:
        key = _key(change)
        if key is None:
            rest.append(change)
        else:
            groups.setdefault(key, []).append(change)
    lines = []
    for group in groups.values():
        if len(group) == 1:
            rest += group
        else:
            lines.append(_fold(group, lang))
    return lines, rest


def fold_statements(changes: list[Change], lang: Lang) -> tuple[list[Line], list[Change]]:
    """Return one line a perspective with the statements that were reworded, and the rest."""
    groups: dict[EntityRef, list[Change]] = {}
    rest: list[Change] = []
    for change in changes:
        around = change.details.get("within")
        reworded = change.kind is ChangeKind.REWORDED and change.path == ("text",)
        if change.entity.kind == "statement" and reworded and isinstance(around, EntityRef):
            groups.setdefault(around, []).append(change)
        else:
            rest.append(change)
    lines = []
    for around, group in groups.items():
        head = (
            Piece(capitalise(say_name(around, lang)), "name", around),
            Piece(f", {words.STATEMENTS.say(lang)}"),
        )
        parts = tuple(Line(say_part(change, lang), 1) for change in group)
        lines.append(Line(head, 0, parts))
    return lines, rest


def fold_background(
    changes: list[Change], lang: Lang, make: Callable[[list[Change], Lang], list[Line]]
) -> Iterator[Line]:
    """Yield the lines of editorial changes; those of sources and remarks are only counted."""
    rest: list[Change] = []
    counts: Counter[tuple[Text, Text]] = Counter()
    for change in changes:
        texts = _COUNTED.get(str(change.path[-1])) if change.path else None
        if texts is None or change.approval:
            rest.append(change)
        else:
            counts[texts] += 1
    yield from make(rest, lang)
    for (one, several), number in counts.items():
        text = one if number == 1 else several
        said = capitalise(text.say(lang, n=count_in_words(number, lang)))
        yield Line((Piece(said),), number)


def _key(change: Change) -> _Key | None:
    """Return what things that may stand together share, or None for what stands alone."""
    if change.guess is not None or change.approval:
        return None
    if not change.path:
        plain = not (change.details.keys() & {"origin", "within"})
        closed = change.kind is ChangeKind.REMOVED and "closed" in change.details
        return (change.kind, change.entity.kind, closed) if plain and _comes(change) else None
    if change.kind not in _PRESENCE:
        return None
    single = change.path == ("ongoing",) or change.path[-1] in ("placeholder", "areas_pending")
    return None if single else (change.kind, change.entity, change.path[:-1])


def _comes(change: Change) -> bool:
    """Tell whether something came or went, or a decision that was made is told of no more."""
    return change.kind in (*_PRESENCE, ChangeKind.UNADOPTED)


def _fold(group: list[Change], lang: Lang) -> Line:
    first = group[0]
    if first.path:
        return _fold_items(group, lang)
    noun = KINDS.get(first.entity.kind)
    many = noun.many.say(lang) if noun else first.entity.kind
    text = words.HAVE_LEFT if "closed" in first.details else _MANY[first.kind]
    if first.kind is ChangeKind.ADDED:
        text = _MANY[first.kind]
    head = text.say(lang, n=count_in_words(len(group), lang), noun=many)
    return Line((Piece(capitalise(head)),), 0, tuple(_name(change, lang) for change in group))


def _name(change: Change, lang: Lang) -> Line:
    name = Piece(say_entity(change.entity, lang), "name", change.entity)
    closed = change.details.get("closed")
    more = (Piece(" " + words.IS_CLOSED.say(lang, status=closed)),) if closed else ()
    return Line((name, *more), 1)


def _fold_items(group: list[Change], lang: Lang) -> Line:
    """Return a line for items without an id that came to a list, or went from it."""
    first = group[0]
    added = first.kind is ChangeKind.ADDED
    head = say_change(first, lang)[:1] if first.entity.kind != "roadmap" else ()
    lead = Piece(_label(first, added=added, lang=lang, named=bool(head)))
    children = (
        Line((Piece(say_value(c.new if added else c.old, lang, titles_of(c))),), 1) for c in group
    )
    return Line((*head, lead), 0, tuple(children))


def _label(change: Change, *, added: bool, lang: Lang, named: bool) -> str:
    said = f"{say_list_label(change, lang)}, {say_came(added=added, lang=lang)}"
    return f": {said}" if named else said
