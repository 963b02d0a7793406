"""A stated sum as a document says it."""

from __future__ import annotations

from fardplan.documents.compose._view import View
from fardplan.model.money import Amounted, say_money
from fardplan.model.number import MoneyUnit


def say_amount(view: View, one: Amounted) -> str:
    """Return a stated sum in words, "" where none is."""
    return "" if one.amount is None else say_money(one.amount, one.unit or MoneyUnit.SEK, view.lang)
