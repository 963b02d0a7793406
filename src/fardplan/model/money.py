"""Sums of money: added up exactly, in kronor, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from fardplan.locales.text import Lang, Text
from fardplan.model.number import MoneyUnit, Number, say_decimal

_FACTORS = {MoneyUnit.SEK: 1, MoneyUnit.kSEK: 1_000, MoneyUnit.MSEK: 1_000_000}
_MONEY = {
    MoneyUnit.SEK: Text("{sum}\N{NO-BREAK SPACE}kr", "SEK\N{NO-BREAK SPACE}{sum}"),
    MoneyUnit.kSEK: Text(
        "{sum}\N{NO-BREAK SPACE}tkr", "SEK\N{NO-BREAK SPACE}{sum}\N{NO-BREAK SPACE}thousand"
    ),
    MoneyUnit.MSEK: Text(
        "{sum}\N{NO-BREAK SPACE}mnkr", "SEK\N{NO-BREAK SPACE}{sum}\N{NO-BREAK SPACE}million"
    ),
}


def in_sek(number: Number | Decimal, unit: MoneyUnit) -> Decimal:
    """Return an amount in kronor, exactly, without decimals that are only zeros."""
    value = number.value if isinstance(number, Number) else number
    if unit is MoneyUnit.SEK:
        return value
    kronor = value * _FACTORS[unit]
    return Decimal(int(kronor)) if kronor == int(kronor) else kronor.normalize()


def say_money(number: Number | Decimal, unit: MoneyUnit, lang: Lang) -> str:
    """Return an amount in words: "3,5 mnkr" or "SEK 3.5 million", with no-break spaces."""
    spoken = number.say(lang) if isinstance(number, Number) else say_decimal(number, lang)
    return _MONEY[unit].say(lang, sum=spoken)


class Amounted(Protocol):
    """Anything that states a sum: money granted, planned or used."""

    @property
    def amount(self) -> Number | None:
        """The sum as written."""
        ...

    @property
    def unit(self) -> MoneyUnit | None:
        """The unit, kronor where none is written."""
        ...


_MOST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in a unit."""

    value: Decimal
    unit: MoneyUnit

    @property
    def sek(self) -> Decimal:
        """The sum in kronor, by which sums in different units compare."""
        return in_sek(self.value, self.unit)

    def within(self, unit: MoneyUnit) -> Sum:
        """Return the sum in another unit, unless it would take a long row of decimals there."""
        value = self.sek / in_sek(Decimal(1), unit)
        short = value == round(value, _MOST_DECIMALS)
        return Sum(_plain(value), unit) if short else self

    def say(self, lang: Lang) -> str:
        """Return the sum in words: "3,5 mnkr"."""
        return say_money(self.value, self.unit, lang)


def sum_of(one: Amounted) -> Sum | None:
    """Return a stated sum in its unit, None where none is."""
    return None if one.amount is None else Sum(one.amount.value, one.unit or MoneyUnit.SEK)


def add_up(given: Iterable[Amounted]) -> Sum | None:
    """Return the sum of what is stated, None where nothing is.

    It is in the unit that all of them have, else in kronor.
    """
    stated = [sum_ for one in given if (sum_ := sum_of(one))]
    if not stated:
        return None
    units = {one.unit for one in stated}
    if len(units) == 1:
        return Sum(sum((one.value for one in stated), Decimal()), units.pop())
    return Sum(sum((one.sek for one in stated), Decimal()), MoneyUnit.SEK)


def subtract(whole: Sum, part: Sum) -> Sum:
    """Return what is left of a sum."""
    if whole.unit is part.unit:
        return Sum(whole.value - part.value, whole.unit)
    return Sum(whole.sek - part.sek, MoneyUnit.SEK)


def _plain(value: Decimal) -> Decimal:
    """Return a value without decimals that are only zeros."""
    return Decimal(int(value)) if value == int(value) else value.normalize()
