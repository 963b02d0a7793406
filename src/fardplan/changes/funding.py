"""Money granted to the roadmap, and how much of it was used."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._money import amount_of, compare_amounts
from fardplan.changes._scope import Scope, compares
from fardplan.model.funding import Funding
from fardplan.model.indicator import FundingUse


@compares(Funding, keys=("amount", "unit", "kind"))
def granted(old: Funding, new: Funding, scope: Scope) -> Iterator[Change]:
    """Compare the sum granted, and what sort of money it is."""
    before, after = amount_of(old.amount, old.unit), amount_of(new.amount, new.unit)
    yield from compare_amounts(
        before, after, scope.into(new, "amount").noting(year=new.year or old.year)
    )
    if old.kind is not new.kind:
        yield scope.into(new, "kind").change(
            ChangeKind.FINANCING_SOURCE_CHANGED, old.kind, new.kind
        )
    if before is after is None and old.unit is not new.unit:
        yield scope.into(new, "unit").change(ChangeKind.METADATA_CHANGED, old.unit, new.unit)


@compares(Funding, keys=("repaid",))
def repaid(old: Funding, new: Funding, scope: Scope) -> Iterator[Change]:
    """Compare how much was paid back: a fact of the follow-up too."""
    before, after = amount_of(old.repaid, old.unit), amount_of(new.repaid, new.unit)
    if before != after:
        yield scope.into(new, "repaid").change(ChangeKind.METADATA_CHANGED, before, after)


@compares(FundingUse, keys=("amount", "unit"))
def used(old: FundingUse, new: FundingUse, scope: Scope) -> Iterator[Change]:
    """Compare how much was used: a fact of the follow-up, and no commitment."""
    before, after = amount_of(old.amount, old.unit), amount_of(new.amount, new.unit)
    if before != after:
        yield scope.into(new, "amount").change(ChangeKind.METADATA_CHANGED, before, after)
