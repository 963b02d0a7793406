"""Sums of money added up exactly, in the unit that all of them have, else in kronor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from fardplan.documents.compose._view import View
from fardplan.model.money import in_sek, say_money
from fardplan.model.number import MoneyUnit, Number


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

    def within(self, unit: MoneyUnit) -> Sum:
        """Return the sum in another unit, unless it would take a long row of decimals there."""
        value = in_sek(self.value, self.unit) / in_sek(Decimal(1), unit)
        short = value == round(value, _MOST_DECIMALS)
        return Sum(_plain(value), unit) if short else self

    def say(self, view: View) -> str:
        """Return the sum in words: "3,5 mnkr"."""
        return say_money(self.value, self.unit, view.lang)


def add_up(given: Iterable[Amounted]) -> Sum | None:
    """Return the sum of what is stated, None where nothing is."""
    stated = [(one.amount, one.unit or MoneyUnit.SEK) for one in given if one.amount is not None]
    if not stated:
        return None
    units = {unit for _, unit in stated}
    if len(units) == 1:
        return Sum(sum((amount.value for amount, _ in stated), Decimal()), units.pop())
    kronor = (in_sek(amount, unit) for amount, unit in stated)
    return Sum(sum(kronor, Decimal()), MoneyUnit.SEK)


def _plain(value: Decimal) -> Decimal:
    """Return a value without decimals that are only zeros."""
    return Decimal(int(value)) if value == int(value) else value.normalize()


def subtract(whole: Sum, part: Sum) -> Sum:
    """Return what is left of a sum."""
    if whole.unit is part.unit:
        return Sum(whole.value - part.value, whole.unit)
    kronor = in_sek(whole.value, whole.unit) - in_sek(part.value, part.unit)
    return Sum(kronor, MoneyUnit.SEK)


def say_amount(view: View, one: Amounted) -> str:
    """Return a stated sum in words, "" where none is."""
    return "" if one.amount is None else say_money(one.amount, one.unit or MoneyUnit.SEK, view.lang)
