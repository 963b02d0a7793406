"""The planned money in words: by source in the summary, by source and year in a section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from fardplan.changes._base import Balance
from fardplan.changes._values import Amount, Ref
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_values import shorten
from fardplan.formats._changes_wording import Piece
from fardplan.locales import changes as words
from fardplan.locales import comparison as overall
from fardplan.locales.text import Lang, capitalise, join, localise
from fardplan.model.number import say_decimal
from fardplan.model.steering_terms import FundingKind

_MOST_SOURCES = 3
_MILLION, _ROUND = Decimal(1_000_000), Decimal(100_000)


def say_money_change(money: Iterable[Balance], lang: Lang) -> str:
    """Return the clause on more or less money, by source, "" where nothing differs.

    Money that nobody has decided on is no money yet.
    """
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in money:
        if row.source is not FundingKind.UNDECIDED:
            sums[_say_source(row, lang)] += row.change
    changed = {source: change for source, change in sums.items() if change}
    if len(changed) > _MOST_SOURCES:
        return _say_total(list(changed.values()), lang)
    ordered = sorted(changed, key=lambda source: (-abs(changed[source]), source))
    return join([_say_change(source, changed[source], lang) for source in ordered], lang)


def list_money(money: Iterable[Balance], lang: Lang) -> list[Line]:
    """Return a line for each source and year whose sum differs."""
    return [Line((Piece(_say_row(row, lang)),), 0) for row in money]


def _say_total(changes: list[Decimal], lang: Lang) -> str:
    """Return how much more or less money there is in all, and how many sources give more or less.

    The sum may be rounded: each is told to the last krona in its own place.
    """
    total = sum(changes, Decimal(0))
    text = overall.ALL_MONEY[0 if total > 0 else 1 if total else 2]
    said = text.say(lang, amount=_say_roughly(abs(total), lang))
    more, less = (sum(change > 0 for change in changes), sum(change < 0 for change in changes))
    if not (more and less):
        return said
    sources = overall.MONEY_SOURCES[more == 1].say(lang, more=str(more), less=str(less))
    return f"{said}: {sources}"


def _say_roughly(sek: Decimal, lang: Lang) -> str:
    """Return a sum in millions with one decimal, and that it is rounded where it is."""
    nearest = (sek / _ROUND).to_integral_value(ROUND_HALF_UP) * _ROUND
    if sek < _MILLION or nearest == sek:
        return say_round(sek, lang)
    return overall.ROUGHLY.say(lang, amount=say_round(nearest, lang))


def _say_change(source: str, change: Decimal, lang: Lang) -> str:
    text = overall.MORE_MONEY if change > 0 else overall.LESS_MONEY
    return text.say(lang, source=source, amount=say_round(abs(change), lang))


def _say_row(row: Balance, lang: Lang) -> str:
    source = capitalise(_say_source(row, lang))
    what = source if not row.year or str(row.year) in source else f"{source}, {row.year}"
    if row.old is None or row.new is None:
        text = words.MONEY_COMES if row.old is None else words.MONEY_GOES
        return text.say(lang, what=what, old=row.old, new=row.new)
    text = words.MORE if row.change > 0 else words.LESS
    size = Amount(abs(row.change))
    return text.say(lang, what=what, old=row.old, new=row.new, size=size)


def _say_source(row: Balance, lang: Lang) -> str:
    if row.source is None:
        return overall.NO_SOURCE.say(lang)
    return shorten(row.source.title) if isinstance(row.source, Ref) else localise(row.source, lang)


def say_round(sek: Decimal, lang: Lang) -> str:
    """Return a sum as one speaks of it: in millions where these have at most one decimal."""
    if sek < _MILLION or sek % _ROUND:
        return Amount(sek).say(lang)
    millions = sek / _MILLION
    number = say_decimal(Decimal(Amount(millions).text), lang)
    return (overall.MILLION if millions == 1 else overall.MILLIONS).say(lang, n=number)
