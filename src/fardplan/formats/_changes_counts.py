"""What a summary counts: what came, was done, dropped, left or went, activities first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fardplan.changes._base import Change, ChangeKind, Level
from fardplan.changes._repeated import slips
from fardplan.locales import comparison as words
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, group_thousands

_ACTIVITY = "activity"
_NEW = ("goal", "area", "precondition", "indicator")
_GONE = ("goal", "area", "precondition", "statement")


class Count(NamedTuple):
    """Some changes in a few words; `short` where activities are spoken of already."""

    changes: tuple[Change, ...]
    text: str
    short: str = ""


def count_activities(changes: Sequence[Change], lang: Lang) -> Iterator[Count]:
    """Yield what happened to activities: "3 nya aktiviteter", "2 genomförda", "1 utgår"."""
    own = [change for change in changes if change.entity.kind == _ACTIVITY]
    found = {
        "new": [c for c in own if _is(c, ChangeKind.ADDED)],
        "completed": [c for c in own if _weighs(c, ChangeKind.COMPLETED)],
        "dropped": [c for c in own if _weighs(c, ChangeKind.DROPPED)],
        "gone": [c for c in own if _is(c, ChangeKind.REMOVED) and "closed" not in c.details],
    }
    for key, told in found.items():
        if number := len({change.entity for change in told}):
            long, short = words.COUNT_ACTIVITIES[key]
            n, many = say_number(number, lang), number > 1
            yield Count(tuple(told), long[many].say(lang, n=n), short[many].say(lang, n=n))


def count_left(changes: Sequence[Change], lang: Lang) -> Iterator[Count]:
    """Yield how many activities have left that were over already: the least news."""
    told = [
        change
        for change in changes
        if change.entity.kind == _ACTIVITY
        and _is(change, ChangeKind.REMOVED)
        and "closed" in change.details
    ]
    if told:
        text = words.COUNT_LEFT[len(told) > 1]
        yield Count(tuple(told), text.say(lang, n=say_number(len(told), lang)))


def count_others(changes: Sequence[Change], lang: Lang) -> Iterator[Count]:
    """Yield what else came and went, which wordings are new, which plans, which promises late."""
    for kind, nouns in ((ChangeKind.ADDED, _NEW), (ChangeKind.REMOVED, _GONE)):
        for name in nouns:
            told = [c for c in changes if _is(c, kind) and c.entity.kind == name]
            if told:
                yield Count(tuple(told), _say_present(kind, name, len(told), lang))
    yield from _count_events(changes, lang)


def say_number(number: int, lang: Lang) -> str:
    """Return a number in digits, as where several are to be compared at a glance."""
    return group_thousands(str(number), lang)


def _count_events(changes: Sequence[Change], lang: Lang) -> Iterator[Count]:
    areas = [change for change in changes if change.entity.kind == "area"]
    found = (
        (words.COUNT_SPLIT, [c for c in areas if _weighs(c, ChangeKind.SPLIT)]),
        (words.COUNT_MERGED, [c for c in areas if _weighs(c, ChangeKind.MERGED)]),
        (words.COUNT_REWORDED, [c for c in changes if _is_new_wording(c)]),
        (words.COUNT_PLANS, [c for c in changes if _weighs(c, ChangeKind.PROJEKTPLAN_ADDED)]),
        (words.COUNT_KEPT_LATE, [c for c in changes if _is_kept_late(c)]),
    )
    for forms, told in found:
        if number := len({change.entity for change in told}):
            yield Count(tuple(told), forms[number > 1].say(lang, n=say_number(number, lang)))
    for forms, kind in (
        (words.COUNT_JOINED, ChangeKind.PARTY_JOINED),
        (words.COUNT_LEAVING, ChangeKind.PARTY_LEFT),
    ):
        if parties := tuple(change for change in changes if change.kind is kind):
            n = say_number(len(parties), lang)
            yield Count(parties, forms[len(parties) > 1].say(lang, n=n))


def _is(change: Change, kind: ChangeKind) -> bool:
    """Tell whether a whole entity came or went."""
    return change.kind is kind and not change.path


def _weighs(change: Change, kind: ChangeKind) -> bool:
    return change.kind is kind and change.level is not Level.EDITORIAL


def _is_new_wording(change: Change) -> bool:
    return change.entity.kind == "statement" and _weighs(change, ChangeKind.REWORDED)


def _is_kept_late(change: Change) -> bool:
    return change.kind is ChangeKind.DATE_SLIPPED and not slips(change)


def _say_present(kind: ChangeKind, name: str, number: int, lang: Lang) -> str:
    noun, n = KINDS[name], say_number(number, lang)
    added = kind is ChangeKind.ADDED
    if number == 1:
        return f"{n} {noun.new(lang) if added else noun.gone(lang)}"
    return (words.COUNT_NEW if added else words.COUNT_GONE).say(lang, n=n, noun=noun.many)
