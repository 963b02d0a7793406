"""How the work of a projektplan is paid: which money, in which year, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fardplan.documents.blocks import Blocks, Cell, Paragraph
from fardplan.documents.compose._money import say_amount
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._tables import narrow, numeric, set_table
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Strong, bracketed, join
from fardplan.locales.text import Text, capitalise
from fardplan.model.money import add_up
from fardplan.model.projektplan import Financing
from fardplan.model.steering_terms import FundingKind

CAPTION = Text("Medel och belopp", "Money and amounts")
NONE_NEEDED = Text("Inga särskilda pengar behövs.", "No money of its own is needed.")
UNDECIDED = Text("Finansieringen är inte beslutad.", "The financing is not decided.")
PAID_BY = Text("Betalas av ", "Paid by ")
SUM_OF_YEAR = Text("Summa {year}", "Sum {year}")
SUM = Text("Summa", "Sum")

_SAID = {FundingKind.NONE_NEEDED: NONE_NEEDED, FundingKind.UNDECIDED: UNDECIDED}
_HANDLED = ("source", "kind", "year", "amount", "unit", "party", "purpose", "text")


def financing_blocks(view: View, given: Sequence[Financing]) -> Blocks:
    """Return the money row by row with its sums, or that none is needed."""
    if not given:
        return ()
    plain = [one for one in given if one.kind in _SAID and one.amount is None and not one.source]
    counted = [one for one in given if one not in plain]
    blocks = tuple(block for one in plain for block in _in_words(view, one))
    if not counted:
        return blocks
    head = (
        view.label(Financing, "source"), view.label(Financing, "purpose"),
        narrow(view.label(Financing, "year")), numeric(view, Financing, "amount"),
    )  # fmt: skip
    body = [*(_row(view, one) for one in counted), *_sums(view, counted)]
    return (*blocks, set_table(view.words(CAPTION), head, body))


def _in_words(view: View, one: Financing) -> Blocks:
    said: list[Inline] = [view.words(_SAID[one.kind])] if one.kind else []
    about = join([view.spoken(one, name) for name in ("year", "party", "purpose")])
    said.append(bracketed(about))
    return (Paragraph(join(said, " ")), *prose(one.text), *view.remaining(one, *_HANDLED))


def _row(view: View, one: Financing) -> tuple[Cell | str, ...]:
    kind = view.say(one.kind) if one.kind else ""
    source = view.spoken(one, "source")
    said = join([source, bracketed(kind)], " ") if source else ""
    payer = view.spoken(one, "party")
    paid = (Paragraph(join([view.words(PAID_BY), payer], "")),) if payer else ()
    more = (*paid, *prose(one.text), *view.remaining(one, *_HANDLED))
    return (
        Cell(said or capitalise(kind), more),
        one.purpose or "",
        str(one.year or ""),
        say_amount(view, one),
    )


def _sums(view: View, given: Sequence[Financing]) -> Iterator[tuple[Cell | str, ...]]:
    """Yield the sum of each year with several rows, and of all years."""
    counted = [one for one in given if one.amount is not None]
    years = sorted({one.year for one in counted if one.year})
    for year in years if len(years) > 1 else ():
        of_year = [one for one in counted if one.year == year]
        if len(of_year) > 1:
            yield _sum(view, view.words(SUM_OF_YEAR, year=year), of_year)
    if len(counted) > 1:
        yield _sum(view, view.words(SUM), counted)


def _sum(view: View, title: str, given: Sequence[Financing]) -> tuple[Cell | str, ...]:
    total = add_up(given)
    said = total.say(view.lang) if total else ""
    return (Cell(Strong(title)), "", "", Cell(Strong(said)))
