"""Puts together what would be many lines that say the same: new things of a kind, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._values import EntityRef
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_phrases import without
from fardplan.formats._changes_values import (
    say_entity,
    say_label,
    say_name,
    say_value,
    titles_of,
)
from fardplan.formats._changes_wording import Piece, say_change, say_part
from fardplan.locales import changes as words
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, capitalise, count_in_words

_PRESENCE = (ChangeKind.ADDED, ChangeKind.REMOVED)
_SOURCES = (("sources",), ("remarks",))
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
    groups: dict[str, list[Change]] = {}
    rest: list[Change] = []
    for change in changes:
        around = change.details.get("within")
        reworded = change.kind is ChangeKind.REWORDED and change.path == ("text",)
        if change.entity.kind == "statement" and reworded and isinstance(around, EntityRef):
            groups.setdefault(say_name(around, lang), []).append(change)
        else:
            rest.append(change)
    lines = []
    for name, group in groups.items():
        head = (
            Piece(capitalise(name), "name"),
            Piece(f", {words.STATEMENTS.say(lang)}"),
        )
        parts = tuple(Line(say_part(change, lang), 1) for change in group)
        lines.append(Line(head, 0, parts))
    return lines, rest


def fold_background(
    changes: list[Change], lang: Lang, make: Callable[[list[Change], Lang], list[Line]]
) -> Iterator[Line]:
    """Yield the lines of editorial changes; those of sources and remarks are only counted."""
    rest = [one for one in changes if one.path[-1:] not in _SOURCES or one.approval]
    yield from make(rest, lang)
    if number := len(changes) - len(rest):
        text = words.SOURCES_CHANGED[number != 1]
        yield Line((Piece(text.say(lang, n=count_in_words(number, lang))),), number)


def _key(change: Change) -> _Key | None:
    """Return what things that may stand together share, or None for what stands alone."""
    if change.kind not in _PRESENCE or change.guess is not None or change.approval:
        return None
    if not change.path:
        plain = not (change.details.keys() & {"origin", "within"})
        return (change.kind, change.entity.kind) if plain else None
    single = change.path == ("ongoing",) or change.path[-1] in ("placeholder", "areas_pending")
    return None if single else (change.kind, change.entity, change.path[:-1])


def _fold(group: list[Change], lang: Lang) -> Line:
    first = group[0]
    if first.path:
        return _fold_items(group, lang)
    added = first.kind is ChangeKind.ADDED
    noun = KINDS.get(first.entity.kind)
    many = noun.many.say(lang) if noun else first.entity.kind
    text = words.COUNT_NEW if added else words.COUNT_GONE
    head = text.say(lang, n=count_in_words(len(group), lang), noun=many)
    children = (Line((Piece(say_entity(c.entity, lang), "name"),), 1) for c in group)
    return Line((Piece(f"{capitalise(head)}:"),), 0, tuple(children))


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
    label = say_label(without(change, "item"), lang)
    verb = (words.NEW_ITEMS if added else words.GONE_ITEMS).say(lang)
    return f": {label}, {verb}" if named else f"{label}, {verb}"
