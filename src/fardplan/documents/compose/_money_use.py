"""What the projektplaner plan to use of the money, set against what has been granted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fardplan.documents.blocks import Blocks, Cell, Column, Paragraph
from fardplan.documents.compose._money import say_amount
from fardplan.documents.compose._outline import in_order
from fardplan.documents.compose._tables import narrow, set_table
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures.funding import Money, funding_figure
from fardplan.documents.inline import Inline, Muted, Strong
from fardplan.locales.text import Text, capitalise
from fardplan.model.funding import Funding
from fardplan.model.money import Sum, add_up, subtract
from fardplan.model.number import MoneyUnit
from fardplan.model.projektplan import Financing

CAPTION = Text("Planerat i projektplanerna", "Planned in the projektplaner")
MONEY, GRANTED = Text("Medel", "Money"), Text("Beviljat", "Granted")
PLANNED, LEFT = Text("Planerat", "Planned"), Text("Kvar", "Left")
BY_YEAR = Text("Planerat per år: {parts}", "Planned by year: {parts}")
OF_WHICH = Text("{amount} ({year})", "{amount} ({year})")
WITHOUT_REPAID = Text(
    "Det som har betalats tillbaka räknas inte som kvar.",
    "What has been repaid does not count as left.",
)
SUM = Text("Summa", "Sum")
NOT_SAID = Text("Medel som inte anges", "Money that is not stated")


@dataclass(frozen=True, slots=True)
class Use:
    """One row of financing, with the activity that plans it and the granted money it draws on."""

    activity: str
    row: Financing
    funding: str
    """The id of the granted money, "" where it is none of this roadmap's."""


def uses(view: View) -> tuple[Use, ...]:
    """Return what the activities plan to use, in the order of the activities."""
    activities = view.edition.activities
    return tuple(
        Use(activity_id, row, _funding_of(view, row))
        for activity_id in in_order(activities)
        if (plan := activities[activity_id].projektplan)
        for row in plan.financing
    )


def _funding_of(view: View, row: Financing) -> str:
    entity = view.find(row.source, ("funding",)) if row.source else None
    return entity.id if entity and entity.home == view.edition.id else ""


def wholes(view: View, granted: Iterable[Funding]) -> tuple[Funding, ...]:
    """Return the money that is no part of other money here, so that none is counted twice."""
    return tuple(
        one
        for one in granted
        if not one.part_of
        or not (whole := view.find(one.part_of, ("funding",)))
        or whole.home != view.edition.id
        or getattr(whole.value, "amount", None) is None
    )


def used_by(view: View, funding: Funding) -> tuple[str, ...]:
    """Return the activities that draw on this money."""
    drawing = (use.activity for use in uses(view) if funding.id and use.funding == funding.id)
    return tuple(dict.fromkeys(drawing))


def planned_use(view: View) -> Blocks:
    """Return each kind of money with what is granted, planned and left; nothing where no sums."""
    counted = tuple(use for use in uses(view) if use.row.amount is not None)
    if not counted:
        return ()
    given = [one for one in view.roadmap.funding if one.id and _worth_a_row(one, counted)]
    apart = wholes(view, given)
    # A part that nothing is planned of is told with what it is a part of.
    granted = [one for one in given if one in apart or _is_used(one, counted)]
    body = [_granted(view, one, counted) for one in granted]
    body += list(_others(view, [use for use in counted if not use.funding]))
    if len(body) > 1:
        body.append(_sum(view, granted, counted))
    head: tuple[Column | str, ...] = (
        view.words(MONEY),
        *(narrow(view.words(text), numeric=True) for text in (GRANTED, PLANNED, LEFT)),
    )
    repaid = any(one.repaid is not None for one in granted)
    note = view.words(WITHOUT_REPAID) if repaid else ""
    caption, money = view.words(CAPTION), tuple(_money(view, granted, counted))
    drawn = len(money) > 1
    return funding_figure(
        view, caption, money, set_table("" if drawn else caption, head, body, note)
    )


def _money(view: View, granted: Sequence[Funding], counted: Sequence[Use]) -> Iterator[Money]:
    """Yield the money of each row but the sum, as the figure has it."""
    for one in granted:
        rows = [use.row for use in counted if use.funding == one.id]
        unit = one.unit or MoneyUnit.SEK
        yield Money(
            one.title, add_up((one,)), _years(rows), say_amount(view, one), _plain(view, rows, unit)
        )
    others = [use for use in counted if not use.funding]
    for name, rows in _by_name(view, others):
        yield Money(name, None, _years(rows), "", _plain(view, rows, None))


def _years(rows: Sequence[Financing]) -> dict[int | None, Sum]:
    """Return what is planned of money in each year; under None what has none."""
    sums = (
        (year, add_up(row for row in rows if row.year == year))
        for year in dict.fromkeys(row.year for row in rows)
    )
    return {year: amount for year, amount in sums if amount}


def _plain(view: View, rows: Sequence[Financing], unit: MoneyUnit | None) -> str:
    total = add_up(rows)
    return _say(view, total, unit) if total else ""


def _worth_a_row(funding: Funding, counted: Sequence[Use]) -> bool:
    return funding.amount is not None or _is_used(funding, counted)


def _is_used(funding: Funding, counted: Sequence[Use]) -> bool:
    return any(use.funding == funding.id for use in counted)


def _granted(view: View, funding: Funding, counted: Sequence[Use]) -> tuple[Cell | str, ...]:
    rows = [use.row for use in counted if use.funding == funding.id]
    unit = funding.unit or MoneyUnit.SEK
    whole, planned = add_up((funding,)), add_up(rows)
    left = subtract(whole, planned) if whole and planned else whole
    if left and funding.repaid is not None:
        left = subtract(left, Sum(funding.repaid.value, unit))
    return (
        Cell(view.link(funding.id or "", "funding"), _by_year(view, rows, unit)),
        Cell(say_amount(view, funding) or view.not_stated()),
        _planned(view, rows, unit),
        left.within(unit).say(view.lang) if left else "",
    )


def _planned(view: View, rows: Sequence[Financing], unit: MoneyUnit | None) -> Cell:
    total = add_up(rows)
    return Cell(_say(view, total, unit) if total else Muted("–"))


def _by_year(view: View, rows: Sequence[Financing], unit: MoneyUnit | None) -> Blocks:
    """Return how what is planned falls on the years, where they are several."""
    years = sorted({row.year for row in rows if row.year})
    sums = [(year, add_up(row for row in rows if row.year == year)) for year in years]
    parts = [
        view.words(OF_WHICH, year=year, amount=_say(view, amount, unit))
        for year, amount in sums
        if amount
    ]
    return (
        (Paragraph(view.words(BY_YEAR, parts=", ".join(parts)), "muted"),) if len(parts) > 1 else ()
    )


def _say(view: View, total: Sum, unit: MoneyUnit | None) -> str:
    return (total.within(unit) if unit else total).say(view.lang)


def _others(view: View, others: Sequence[Use]) -> Iterator[tuple[Cell | str, ...]]:
    """Yield what is planned of money that this roadmap has not been granted, by its kind."""
    for name, rows in _by_name(view, others):
        yield Cell(name, _by_year(view, rows, None)), "", _planned(view, rows, None), ""


def _by_name(view: View, others: Sequence[Use]) -> Iterator[tuple[Inline, list[Financing]]]:
    names = {use: _name(view, use.row) for use in others}
    for name in dict.fromkeys(names.values()):
        yield name, [use.row for use in others if names[use] == name]


def _name(view: View, row: Financing) -> Inline:
    if row.source:
        return view.link(row.source, "funding")
    return capitalise(view.say(row.kind)) if row.kind else view.words(NOT_SAID)


def _sum(view: View, granted: Iterable[Funding], counted: Iterable[Use]) -> tuple[Cell | str, ...]:
    sums = (add_up(wholes(view, granted)), add_up(use.row for use in counted))
    said = [Cell(Strong(one.say(view.lang)) if one else "") for one in sums]
    return (Cell(Strong(view.words(SUM))), *said, "")
