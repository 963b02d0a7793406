"""One sentence that tells what happened between two versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from fardplan.changes._base import Change, ChangeKind, Comparison, Level, Side
from fardplan.changes._values import Amount
from fardplan.locales import changes as words
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, Text, capitalise, count_in_words, join
from fardplan.model.steering_terms import FundingKind

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
    counts = list(_parts(changes, lang))
    told = words.SINCE.say(lang, old=old, counts=join(counts, lang))
    return f"{told} {say_weakened(changes, lang)}"


def say_weakened(changes: tuple[Change, ...], lang: Lang) -> str:
    """Return how many commitments are weakened, each counted once."""
    weak = {change.entity for change in changes if change.level is Level.MAJOR}
    text = words.WEAKENED[min(len(weak), 2)]
    return capitalise(text.say(lang, n=count_in_words(len(weak), lang)))


def say_side(side: Side, other: Side, lang: Lang) -> str:
    """Return a version as one speaks of it: by its year, and its number where years are equal."""
    if side.year != other.year:
        return str(side.year)
    if side.version and side.version != other.version:
        return words.VERSION.say(lang, year=str(side.year), version=side.version)
    return side.spec if side.spec != "." else str(side.year)


def _parts(changes: tuple[Change, ...], lang: Lang) -> Iterator[str]:
    told = 0
    for change in changes:
        if change.kind is ChangeKind.ADOPTED and change.entity.kind == "roadmap":
            told += 1
            yield words.NOW_ADOPTED.say(lang, status=change.new)
    for kind, text, kinds in (
        (ChangeKind.ADDED, None, _TOLD_WHEN_NEW),
        (ChangeKind.REMOVED, words.COUNT_GONE, _TOLD_WHEN_GONE),
    ):
        present = Counter(c.entity.kind for c in changes if c.kind is kind and not c.path)
        for name in kinds:
            if number := present[name]:
                told += number
                yield _count_entities(name, number, text, lang)
    reworded = {
        c.entity for c in changes if c.kind is ChangeKind.REWORDED and c.entity.kind == "statement"
    }
    if reworded:
        told += len(reworded)
        noun = KINDS["statement"]
        form = (noun.many if len(reworded) > 1 else noun.one).say(lang)
        yield words.COUNT_REWORDED.say(lang, n=count_in_words(len(reworded), lang), noun=form)
    for event, (forms, of) in _EVENTS.items():
        found = [c for c in changes if c.kind is event and _counts(c, of)]
        if number := len({c.entity for c in found}):
            told += len(found)
            yield forms[number != 1].say(lang, n=count_in_words(number, lang))
    yield from _money(changes, lang)
    told += sum(change.kind in _MONEY for change in changes)
    shown = sum(change.level is not Level.EDITORIAL for change in changes)
    if shown > told:
        rest = shown - told
        yield words.COUNT_OTHER[rest != 1].say(lang, n=count_in_words(rest, lang))


_EVENTS: dict[ChangeKind, tuple[tuple[Text, Text], tuple[str, ...]]] = {
    ChangeKind.COMPLETED: (words.COUNT_COMPLETED, ("activity",)),
    ChangeKind.DROPPED: (words.COUNT_DROPPED, ("activity",)),
    ChangeKind.DATE_SLIPPED: (words.COUNT_SLIPPED, ()),
    ChangeKind.PROJEKTPLAN_ADDED: (words.COUNT_PLANS, ()),
}
"""What is counted by entity, of some kinds or of any."""
_MONEY = (ChangeKind.FINANCING_INCREASED, ChangeKind.FINANCING_DECREASED)


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


def _money(changes: tuple[Change, ...], lang: Lang) -> Iterator[str]:
    sums = {kind: Decimal(0) for kind in _MONEY}
    for change in changes:
        if change.kind in sums and change.details.get("source") is not FundingKind.UNDECIDED:
            old, new = (
                value.sek if isinstance(value, Amount) else Decimal(0)
                for value in (change.old, change.new)
            )
            sums[change.kind] += abs(new - old)
    for kind, text in zip(_MONEY, (words.MORE_MONEY, words.LESS_MONEY), strict=True):
        if sums[kind]:
            yield text.say(lang, amount=Amount(sums[kind]))
