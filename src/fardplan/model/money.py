"""Sums of money: exact in kronor, and in words."""

from __future__ import annotations

from decimal import Decimal

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
