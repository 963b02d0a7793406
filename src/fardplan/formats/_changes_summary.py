"""One sentence that tells what happened between two versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind, Comparison, Level, Side
from fardplan.changes._repeated import slips
from fardplan.formats._changes_delays import is_told, say_delays
from fardplan.formats._changes_money import say_money_change
from fardplan.locales import changes as words
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, Text, capitalise, count_in_words, join

_TOLD_WHEN_NEW = ("area", "goal", "activity", "precondition", "indicator")
_TOLD_WHEN_GONE = ("area", "goal", "activity", "statement", "precondition")


def summarise(comparison: Comparison, lang: Lang) -> str:
    """Return what a politician wants to know: what is new, done, dropped, late; and money."""
    old = say_side(comparison.old, comparison.new, lang)
    new = say_side(comparison.new, comparison.old, lang)
    changes = comparison.changes
    if not changes:
        return words.NOTHING.say(lang, old=old, new=new)
    if all(change.level is Level.EDITORIAL for change in changes):
        counted = words.CHANGES[len(changes) != 1].say(lang, n=count_in_words(len(changes), lang))
        return words.ONLY_EDITORIAL.say(lang, old=old, n=counted)
    first, *more = _clauses(comparison, lang)
    told = [words.SINCE.say(lang, old=old, counts=first), *(f"{capitalise(one)}." for one in more)]
    return " ".join([*told, say_weakened(changes, lang)])


def say_weakened(changes: tuple[Change, ...], lang: Lang) -> str:
    """Return how many commitments are weakened, each counted once."""
    major = [change for change in changes if change.level is Level.MAJOR]
    weak = {change.entity for change in major}
    approved = weak - {change.entity for change in major if change.approval is None}
    text = words.WEAKENED[min(len(weak), 2)]
    if approved == weak != set():
        text = words.ALL_APPROVED[len(weak) > 1]
    elif approved:
        text = words.SOME_APPROVED[len(approved) > 1]
    n, m = (count_in_words(len(those), lang) for those in (weak, approved))
    return capitalise(text.say(lang, n=n, m=m))


def say_side(side: Side, other: Side, lang: Lang) -> str:
    """Return a version as one speaks of it: by its year, and its number where years are equal."""
    if side.year != other.year:
        return str(side.year)
    if side.version and side.version != other.version:
        return words.VERSION.say(lang, year=str(side.year), version=side.version)
    return side.spec if side.spec != "." else str(side.year)


_Count = tuple[int, str]


def _clauses(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Yield what came, went and was done; what is put off; the money; and how much else there is.

    There is at least one of them.
    """
    changes = comparison.changes
    counted = [*_count_present(changes, lang), *_count_events(changes, lang)]
    counts = [text for _, text in counted]
    delays, money = say_delays(changes, lang), say_money_change(comparison.money, lang)
    further = [clause for clause in (delays, money) if clause]
    told = sum(number for number, _ in counted) + sum(map(is_told, changes))
    told += sum(map(_is_planned_money, changes)) if money else 0
    rest = sum(change.level is not Level.EDITORIAL for change in changes) - told
    number = count_in_words(rest, lang)
    if counts and rest > 0:
        counts.append(words.COUNT_OTHER[rest != 1].say(lang, n=number))
    yield from [join(counts, lang)] if counts else []
    yield from further
    if not counts and rest > 0:
        others = words.ALSO_OTHER if further else words.CHANGES
        yield others[rest != 1].say(lang, n=number)


def _count_present(changes: tuple[Change, ...], lang: Lang) -> Iterator[_Count]:
    """Yield how many changes tell of the roadmap's decision, of what is new and what is gone."""
    for change in changes:
        if change.kind is ChangeKind.ADOPTED and change.entity.kind == "roadmap":
            yield 1, words.NOW_ADOPTED.say(lang, status=change.new)
    for kind, text, kinds in (
        (ChangeKind.ADDED, None, _TOLD_WHEN_NEW),
        (ChangeKind.REMOVED, words.COUNT_GONE, _TOLD_WHEN_GONE),
    ):
        present = Counter(c.entity.kind for c in changes if c.kind is kind and not c.path)
        for name in kinds:
            if number := present[name]:
                yield number, _count_entities(name, number, text, lang)


def _count_events(changes: tuple[Change, ...], lang: Lang) -> Iterator[_Count]:
    """Yield how many changes tell of new wordings, of what was done or dropped, and late."""
    reworded = {
        c.entity for c in changes if c.kind is ChangeKind.REWORDED and c.entity.kind == "statement"
    }
    if reworded:
        noun = KINDS["statement"]
        form = (noun.many if len(reworded) > 1 else noun.one).say(lang)
        count = count_in_words(len(reworded), lang)
        yield len(reworded), words.COUNT_REWORDED.say(lang, n=count, noun=form)
    for event, (forms, of) in _EVENTS.items():
        found = [c for c in changes if c.kind is event and _counts(c, of)]
        if number := len({c.entity for c in found}):
            yield len(found), forms[number != 1].say(lang, n=count_in_words(number, lang))
    late = sum(c.kind is ChangeKind.DATE_SLIPPED and not slips(c) for c in changes)
    if late:
        yield late, words.COUNT_KEPT_LATE[late != 1].say(lang, n=count_in_words(late, lang))


_EVENTS: dict[ChangeKind, tuple[tuple[Text, Text], tuple[str, ...]]] = {
    ChangeKind.COMPLETED: (words.COUNT_COMPLETED, ("activity",)),
    ChangeKind.DROPPED: (words.COUNT_DROPPED, ("activity",)),
    ChangeKind.PROJEKTPLAN_ADDED: (words.COUNT_PLANS, ()),
}
"""What is counted by entity, of some kinds or of any."""
_MONEY = (ChangeKind.FINANCING_INCREASED, ChangeKind.FINANCING_DECREASED)


def _is_planned_money(change: Change) -> bool:
    return change.kind in _MONEY and "financing" in change.path


def _counts(change: Change, kinds: tuple[str, ...]) -> bool:
    return change.level is not Level.EDITORIAL and (not kinds or change.entity.kind in kinds)


def _count_entities(kind: str, number: int, text: Text | None, lang: Lang) -> str:
    noun = KINDS[kind]
    if number == 1:
        one = noun.gone(lang) if text else noun.new(lang)
        if lang == "en":
            return f"one {one}"
        return f"{'ett' if noun.neuter else 'en'} {one}"
    counted = text or words.COUNT_NEW
    return counted.say(lang, n=count_in_words(number, lang), noun=noun.many)
