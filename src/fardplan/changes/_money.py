"""How sums of money are compared: exact, in kronor."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._scope import Scope
from fardplan.changes._values import Amount
from fardplan.model.money import in_sek
from fardplan.model.number import MoneyUnit, Number


def amount_of(number: Number | None, unit: MoneyUnit | None) -> Amount | None:
    """Return a written sum in kronor."""
    return None if number is None else Amount(in_sek(number, unit or MoneyUnit.SEK))


def compare_amounts(
    old: Amount | None, new: Amount | None, scope: Scope, case: str | None = None
) -> Iterator[Change]:
    """Tell whether there is more or less money; no sum is less than any."""
    before, after = old.sek if old else None, new.sek if new else None
    if before == after:
        return
    more = before is None or (after is not None and after > before)
    kind = ChangeKind.FINANCING_INCREASED if more else ChangeKind.FINANCING_DECREASED
    yield scope.change(kind, old, new, case)
