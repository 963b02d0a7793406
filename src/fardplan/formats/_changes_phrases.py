"""The phrases that sentences about changes share: values, fields, lists, times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._values import EntityRef, Ref
from fardplan.formats._changes_delays import say_size, say_year, years_of
from fardplan.formats._changes_values import (
    items_of,
    say_label,
    say_name,
    say_value,
    titles_of,
)
from fardplan.locales import changes as words
from fardplan.locales.text import Lang, Text, join
from fardplan.model.term import Term

Sentence = Callable[[Change, Lang], str]

_QUOTED = frozenset({ChangeKind.RENAMED, ChangeKind.MOVED})
_BARE = (("date",), ("when",))
"""The time of something, which is what it is about."""
_STEP = " › "
_NAMED = frozenset({"body", "class", "organisation", "place", "role", "unit"})
"""What references lead to whose name shows that it is one."""


def say_old(change: Change, lang: Lang) -> str:
    return _say(change.old, change, lang)


def say_new(change: Change, lang: Lang) -> str:
    return _say(change.new, change, lang)


def _say(value: object, change: Change, lang: Lang) -> str:
    """Return a value in words, in quotation marks where it is a title."""
    said = say_value(value, lang, titles_of(change))
    if change.kind in _QUOTED and not isinstance(value, (EntityRef, tuple)):
        return words.QUOTED.say(lang, title=said)
    return said


def say_fact(change: Change, lang: Lang) -> str:
    """Return what a field says now, and what it said."""
    if change.path == ("ongoing",):
        return say_ongoing(change, lang)
    label = say_label(change, lang)
    lead = f": {label}: " if label else ": "
    if isinstance(change.old, tuple) or isinstance(change.new, tuple):
        return lead + _say_lists(change, lang) + "."
    text = words.GOES_BACK if change.details.get("back") else words.FROM_TO
    if change.old is None or change.new is None:
        text = words.NOW if change.old is None else words.BEFORE
    old, new = (_say(value, change, lang).rstrip(".") for value in (change.old, change.new))
    if text in (words.FROM_TO, words.GOES_BACK) and _is_phrase(change):
        old, new = (words.QUOTED.say(lang, title=said) for said in (old, new))
    return lead + text.say(lang, old=old, new=new) + "."


def _is_phrase(change: Change) -> bool:
    """Tell whether a value may be several words that run into the sentence around them."""
    if isinstance(change.new, Ref) and change.spec:
        return not set(change.spec.refs) <= _NAMED
    return isinstance(change.new, Term)


def _say_lists(change: Change, lang: Lang) -> str:
    old, new = (
        [say_value(item, lang, titles_of(change)).rstrip(".") for item in value]
        if isinstance(value, (tuple, list))
        else []
        for value in (change.old, change.new)
    )
    come = [item for item in new if item not in old]
    gone = [item for item in old if item not in new]
    said = [words.JOINS.say(lang, items=join(come, lang))] if come else []
    said += [words.LEAVES.say(lang, items=join(gone, lang))] if gone else []
    return "; ".join(said) or words.FROM_TO.say(lang, old=join(old, lang), new=join(new, lang))


def say_item(change: Change, lang: Lang) -> str:
    """Return that a list has something new, or lacks something."""
    if change.path == ("ongoing",):
        return say_ongoing(change, lang)
    if change.path and change.path[-1] in ("placeholder", "areas_pending"):
        text = words.GAP if change.kind is ChangeKind.ADDED else words.GAP_GONE
        said = say_value(change.new or change.old, lang, titles_of(change)).rstrip(".")
        return f": {text.say(lang)} ({said})."
    added = change.kind is ChangeKind.ADDED
    label = say_list_label(change, lang)
    item = say_value(change.new if added else change.old, lang, titles_of(change))
    end = "" if item.endswith(("?", "!")) else "."
    return f": {label}, {say_came(added=added, lang=lang)} {item.rstrip('.')}{end}"


def say_list_label(change: Change, lang: Lang) -> str:
    """Return which list an item came to or went from."""
    return say_label(without(change, "items", items=items_of(change)[:-1]), lang)


def say_came(*, added: bool, lang: Lang) -> str:
    """Return "nytt:" or "borttaget:"."""
    return (words.NEW_ITEMS if added else words.GONE_ITEMS).say(lang)


def without(change: Change, detail: str, **more: object) -> Change:
    """Return a change without one of its details, and with others."""
    kept = {key: value for key, value in change.details.items() if key != detail}
    return replace(change, details=MappingProxyType({**kept, **more}))


def say_ongoing(change: Change, lang: Lang) -> str:
    counts = []
    for key, forms in words.ONGOING_COUNTS.items():
        number = change.details.get(key)
        if isinstance(number, int) and number:
            counts.append(forms[number != 1].say(lang, n=number))
    said = join(counts, lang) or words.ONGOING_OTHER.say(lang)
    line = f": {words.ONGOING.say(lang, counts=said)}"
    became = change.details.get("became")
    if isinstance(became, tuple) and became:
        text = words.BECAME_BACK if change.old is None else words.BECAME
        items = [say_name(ref, lang) for ref in became]
        line += " " + text.say(lang, items=items)
    return line


def _say_which(change: Change, lang: Lang) -> str:
    """Return which time is meant, as a noun: "Börjar gälla › Väntad tid"."""
    *around, label = say_label(change, lang).split(_STEP)
    key = change.spec.key if change.spec else ""
    return _STEP.join([*around, words.TIMES[key].say(lang) if key in words.TIMES else label])


def say_time(text: Text) -> Sentence:
    def say(change: Change, lang: Lang) -> str:
        if change.details.get("kept"):
            edition = str(change.details.get("edition"))
            return ": " + words.KEPT_LATE.say(lang, old=say_old(change, lang), edition=edition)
        said = text.say(lang, old=say_old(change, lang), new=say_new(change, lang))
        size, years = say_size(change, lang), years_of(change)
        again = f", {say_year(years, lang)}" if years else ""
        lead = " " if change.path in _BARE else f": {_say_which(change, lang)} "
        return f"{lead}{said}{f' ({size})' if size else ''}{again}."

    return say
