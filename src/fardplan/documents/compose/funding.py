"""The money: what has been granted, for what, and what the projektplaner plan to use of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fardplan.documents.blocks import Blocks, Cell, Fact, Paragraph, Section
from fardplan.documents.compose._badges import term_badge
from fardplan.documents.compose._labelled import listed, rows
from fardplan.documents.compose._money import say_amount
from fardplan.documents.compose._money_use import planned_use, used_by, wholes
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._tables import narrow, numeric, set_table
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Strong
from fardplan.locales.text import Text, capitalise
from fardplan.model.funding import Funding
from fardplan.model.money import add_up, say_money
from fardplan.model.number import MoneyUnit

FUNDING = Text("Pengarna", "The money")
GRANTED = Text("Beviljade medel", "Money granted")
MONEY = Text("Medel", "Money")
YEAR = Text("År", "Year")
SUM_OF_YEAR = Text("Summa {year}", "Sum {year}")
SUM = Text("Summa", "Sum")
SEVERAL_YEARS = Text(
    "Medel för flera år ingår bara i den sista summan.",
    "Money for several years is part of the last sum only.",
)
PART_OF = Text(
    "Del av ”{title}”; räknas inte en gång till.", "Part of “{title}”; not counted again."
)
USED_BY = Text("Används av", "Used by")
NO_AMOUNT = Text("Hur stora medlen är anges inte.", "How much money it is, is not stated.")

_HANDLED = (
    "title", "kind", "year", "period", "amount", "unit", "allocation", "party", "granted_by",
    "part_of", "purposes", "agreement", "decision", "repaid", "text",
)  # fmt: skip


def compose_funding(view: View) -> Section | None:
    """Return the money granted, how it is planned to be used, and what is known of each sum.

    None where no money is granted and no projektplan says what its work costs.
    """
    granted = view.roadmap.funding
    blocks: Blocks = (
        *_granted_table(view, granted),
        *planned_use(view),
        *(_section(view, place, one) for place, one in enumerate(granted, 1)),
    )
    return Section("medel", view.words(FUNDING), blocks=blocks) if blocks else None


def _granted_table(view: View, granted: Sequence[Funding]) -> Blocks:
    """Return the sums and what they add up to; a single one stands with its facts below."""
    if len(granted) < 2:
        return ()
    head = (
        view.words(MONEY), view.label(Funding, "kind"), view.words(YEAR),
        narrow(view.label(Funding, "party")), numeric(view, Funding, "amount"),
    )  # fmt: skip
    parties = len({one.party for one in granted}) > 1
    sums = tuple(_sums(view, granted))
    body = [*(_row(view, one, parties=parties) for one in granted), *sums]
    undivided = len(sums) > 1 and any(one.year is None for one in granted if one.amount is not None)
    note = view.words(SEVERAL_YEARS) if undivided else ""
    return (set_table(view.words(GRANTED), head, body, note),)


def _row(view: View, one: Funding, *, parties: bool) -> tuple[Cell | str, ...]:
    return (
        Cell(view.link(one.id, "funding") if one.id else one.title, _part(view, one)),
        capitalise(view.say(one.kind)),
        Cell(_when(view, one)),
        Cell(view.spoken(one, "party") if parties else ""),
        Cell(say_amount(view, one) or view.not_stated()),
    )


def _part(view: View, one: Funding) -> Blocks:
    """Return which money this is a part of, so that nobody counts it twice."""
    if not one.part_of:
        return ()
    whole = view.title_of("funding", one.part_of)
    return (Paragraph(view.words(PART_OF, title=whole), "muted"),)


def _when(view: View, one: Funding) -> str:
    period = one.period.say_short(view.lang) if one.period else ""
    return ", ".join(filter(None, [str(one.year or ""), period]))


def _sums(view: View, granted: Sequence[Funding]) -> Iterator[tuple[Cell | str, ...]]:
    """Yield the sum of each year that has several rows, and of all."""
    counted = [one for one in wholes(view, granted) if one.amount is not None]
    years = sorted({one.year for one in counted if one.year})
    for year in years if len(years) > 1 else ():
        of_year = [one for one in counted if one.year == year]
        if len(of_year) > 1:
            yield _sum(view, view.words(SUM_OF_YEAR, year=year), of_year)
    if len(counted) > 1:
        yield _sum(view, view.words(SUM), counted)


def _sum(view: View, title: str, given: Sequence[Funding]) -> tuple[Cell | str, ...]:
    total = add_up(given)
    return (Cell(Strong(title)), "", "", "", Cell(Strong(total.say(view.lang)) if total else ""))


def _section(view: View, place: int, one: Funding) -> Section:
    facts = (*_amount(view, one), *view.facts(one, "year", "period"))
    return Section(
        view.anchor_of(one) or view.anchor("funding", str(place)),
        view.noted(one.title, one),
        facts=facts,
        blocks=(
            *prose(one.text),
            *(() if one.amount is not None else (Paragraph(view.words(NO_AMOUNT), "muted"),)),
            *rows(_rows(view, one)),
            *view.remaining(one, *_HANDLED),
        ),
        badges=(term_badge(view, one.kind),),
        contents=False,
    )


def _amount(view: View, one: Funding) -> Iterator[Fact]:
    if one.amount is not None:
        yield Fact(view.label(Funding, "amount"), say_amount(view, one))
    if one.repaid is not None:
        said = say_money(one.repaid, one.unit or MoneyUnit.SEK, view.lang)
        yield Fact(view.label(Funding, "repaid"), said)


def _rows(view: View, one: Funding) -> Iterator[Fact]:
    yield from view.facts(one, "part_of", "granted_by", "party", "allocation", "purposes")
    yield from view.facts(one, "agreement", "decision")
    links: list[Inline] = [view.link(activity, "activity") for activity in used_by(view, one)]
    if links:
        yield listed(links, view.words(USED_BY))
