"""Sums of money are exact, whatever units they are written in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from fardplan.model.money import Sum, add_up, subtract, sum_of
from fardplan.model.number import MoneyUnit, Number

SEK, KSEK, MSEK = MoneyUnit.SEK, MoneyUnit.kSEK, MoneyUnit.MSEK


@dataclass(frozen=True)
class Stated:
    """An amount as a file states it."""

    amount: Number | None
    unit: MoneyUnit | None = None


def _stated(written: str, unit: MoneyUnit | None = None) -> Stated:
    return Stated(Number.parse(written), unit)


def test_one_unit_is_kept():
    """Amounts in one unit add up in that unit, with all their decimals."""
    given = [_stated("2 546", MSEK), _stated("750", MSEK), _stated("34,25", MSEK)]
    assert add_up(given) == Sum(Decimal("3330.25"), MSEK)


def test_several_units_become_kronor():
    """Amounts in different units add up in kronor; without a unit they are kronor."""
    given = [_stated("1,5", MSEK), _stated("250", KSEK), _stated("1"), Stated(None, MSEK)]
    assert add_up(given) == Sum(Decimal(1750001), SEK)


def test_nothing_stated_is_no_sum():
    """What is not stated is not zero."""
    assert add_up([Stated(None)]) is None
    assert sum_of(Stated(None, MSEK)) is None


def test_nothing_is_lost_in_long_sums():
    """Amounts of many digits stay exact."""
    given = [_stated("99999999999999999999", MSEK), _stated("0,01")]
    total = add_up(given)
    assert total is not None
    assert total.sek == Decimal("99999999999999999999000000.01")


@pytest.mark.parametrize(
    ("whole", "part", "left"),
    [
        (Sum(Decimal("3430.25"), MSEK), Sum(Decimal("3330.25"), MSEK), Sum(Decimal(100), MSEK)),
        (Sum(Decimal(1), MSEK), Sum(Decimal(250), KSEK), Sum(Decimal(750000), SEK)),
    ],
)
def test_what_is_left(whole: Sum, part: Sum, left: Sum):
    """What is left is exact, in kronor where the units differ."""
    assert subtract(whole, part) == left


@pytest.mark.parametrize(
    ("unit", "said"),
    [(MSEK, "1,25\N{NO-BREAK SPACE}mnkr"), (KSEK, "1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}tkr")],
)
def test_another_unit(unit: MoneyUnit, said: str):
    """A sum is said in the unit asked for."""
    assert Sum(Decimal(1250000), SEK).within(unit).say("sv") == said


def test_another_unit_with_too_many_decimals():
    """A sum stays in its unit where the other would take a long row of decimals."""
    assert Sum(Decimal(1250001), SEK).within(MSEK) == Sum(Decimal(1250001), SEK)
