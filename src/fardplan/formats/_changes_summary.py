"""What happened between two versions, as short as a politician can read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fardplan.changes._base import Change, ChangeKind, Comparison, Level, Side
from fardplan.formats._changes_counts import (
    Count,
    count_activities,
    count_left,
    count_others,
    say_number,
)
from fardplan.formats._changes_delays import is_told, owner_of, say_delays
from fardplan.formats._changes_money import say_money_change
from fardplan.locales import comparison as words
from fardplan.locales.text import Lang, capitalise

_MONEY = (ChangeKind.FINANCING_INCREASED, ChangeKind.FINANCING_DECREASED)


def summarise(comparison: Comparison, lang: Lang) -> str:
    """Return what a politician wants to know: what is new, done, dropped, late; and money."""
    old = say_side(comparison.old, comparison.new, lang)
    new = say_side(comparison.new, comparison.old, lang)
    changes = comparison.changes
    if not changes:
        return words.NOTHING.say(lang, old=old, new=new)
    if all(change.level is Level.EDITORIAL for change in changes):
        return words.ONLY_EDITORIAL.say(lang, old=old, n=_say_changes(len(changes), lang))
    first, *more = _tell(comparison, lang)
    said = [words.SINCE.say(lang, old=old, counts=first), *(f"{capitalise(one)}." for one in more)]
    return " ".join(said)


def _tell(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Yield what came and went; what is put off; the money; what is weakened; how much else."""
    changes = comparison.changes
    counts, short = _count(changes, lang)
    delays = say_delays(changes, lang, short=short)
    money = say_money_change(comparison.money, lang)
    told = {id(change) for count in counts for change in count.changes}
    told |= {id(change) for change in changes if is_told(change)}
    told |= {id(change) for change in changes if money and _is_planned_money(change)}
    rest = sum(c.level is Level.MINOR and id(c) not in told for c in changes)
    clauses = [", ".join(count.text for count in counts), delays, money]
    yield from filter(None, clauses)
    weak = say_weakened(changes, lang).rstrip(".")
    if not any(clauses):
        yield _say_changes(rest, lang) if rest else weak
    if any(clauses) or rest:
        yield weak
    if any(clauses) and rest:
        yield words.ALSO_OTHER[rest > 1].say(lang, n=say_number(rest, lang))


def _count(changes: Sequence[Change], lang: Lang) -> tuple[list[Count], bool]:
    """Return what is counted, and whether all of it is about activities."""
    adopted = [c for c in changes if c.kind is ChangeKind.ADOPTED and c.entity.kind == "roadmap"]
    status = [Count((c,), words.NOW_ADOPTED.say(lang, status=c.new)) for c in adopted]
    activities = list(count_activities(changes, lang))
    shorter = [count._replace(text=count.short) for count in activities[1:]]
    others = list(count_others(changes, lang))
    only = bool(activities) and not others
    left = count_left(changes, lang)
    return [*status, *activities[:1], *shorter, *others, *left], only


def say_weakened(changes: Sequence[Change], lang: Lang) -> str:
    """Return how many commitments are weakened; an activity with its milestones counts as one."""
    major = [change for change in changes if change.level is Level.MAJOR]
    weak = {owner_of(change) for change in major}
    approved = weak - {owner_of(change) for change in major if change.approval is None}
    text = words.WEAKENED[min(len(weak), 2)]
    if approved == weak != set():
        text = words.ALL_APPROVED[len(weak) > 1]
    elif approved:
        text = words.SOME_APPROVED[len(approved) > 1]
    n, m = (say_number(len(those), lang) for those in (weak, approved))
    return text.say(lang, n=n, m=m)


def say_side(side: Side, other: Side, lang: Lang) -> str:
    """Return a version as one speaks of it: by its year, and its number where years are equal."""
    if side.year != other.year:
        return str(side.year)
    if side.version and side.version != other.version:
        return words.VERSION.say(lang, year=str(side.year), version=side.version)
    return side.spec if side.spec != "." else words.AS_THEY_ARE.say(lang)


def _say_changes(number: int, lang: Lang) -> str:
    return words.CHANGES[number != 1].say(lang, n=say_number(number, lang))


def _is_planned_money(change: Change) -> bool:
    return change.kind in _MONEY and "financing" in change.path
