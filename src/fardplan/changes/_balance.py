"""What each source pays in each year, added up over all activities, in both versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from fardplan.changes._base import Balance
from fardplan.changes._closed import closed_as
from fardplan.changes._identity import Identity
from fardplan.changes._money import amount_of
from fardplan.changes._references import References
from fardplan.changes._values import Amount, Ref
from fardplan.model.edition import Edition
from fardplan.model.fields import parts
from fardplan.model.projektplan import Financing
from fardplan.model.steering_terms import FundingKind

_Source = tuple[str, int | None]
_FUNDING = ("funding",)


def balance(references: References) -> tuple[Balance, ...]:
    """Return the sums that differ between two versions, by source and year.

    They count what is planned in all activities, also in those that are new or gone, so that money
    that moves from one to another is neither more nor less. Not counted are activities that were
    over already and stand in one of the versions only: their money is spent, or was told of when
    they ended.
    """
    called: dict[_Source, Ref | FundingKind | None] = {}
    sums: list[dict[_Source, Decimal]] = []
    for edition, old in ((references.old, True), (references.new, False)):
        found: defaultdict[_Source, Decimal] = defaultdict(Decimal)
        for row in _rows(edition, references.identity, old=old):
            if amount := amount_of(row.amount, row.unit):
                key, source = _source_of(row, references, old=old)
                called[key] = source
                found[key] += amount.sek
        sums.append(found)
    before, after = sums
    rows = [
        Balance(called[key], key[1], _amount(before, key), _amount(after, key))
        for key in called
        if before.get(key) != after.get(key)
    ]
    return tuple(sorted(rows, key=_place))


def _place(row: Balance) -> tuple[str, int]:
    source = row.source.title if isinstance(row.source, Ref) else str(row.source)
    return source, row.year or 0


def _rows(edition: Edition, identity: Identity, *, old: bool) -> Iterator[Financing]:
    nodes, others = (identity.old, identity.heirs) if old else (identity.new, identity.origins)
    for activity in edition.activities.values():
        node = nodes.of_value(activity)
        if closed_as(activity) and not (node and others(node)):
            continue
        for _, part in parts(activity):
            if isinstance(part, Financing):
                yield part


def _source_of(
    row: Financing, references: References, *, old: bool
) -> tuple[_Source, Ref | FundingKind | None]:
    """Return what tells a source and a year from others, and what the source is called."""
    if not row.source:
        return (f"kind {row.kind}", row.year), row.kind
    target = "/".join(min(references.targets(row.source, _FUNDING, old=old)))
    return (target, row.year), references.show(row.source, _FUNDING, old=old)


def _amount(sums: dict[_Source, Decimal], key: _Source) -> Amount | None:
    return Amount(sums[key]) if key in sums else None
