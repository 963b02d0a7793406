"""The reports to the accountable body: how everything stood, and how the money was used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fardplan.documents.blocks import Badges, Blocks, Cell, Paragraph, Prose, Section
from fardplan.documents.compose._badges import term_badge
from fardplan.documents.compose._labelled import rows
from fardplan.documents.compose._money import say_amount
from fardplan.documents.compose._pieces import entity_blocks, prose
from fardplan.documents.compose._tables import numeric, set_table
from fardplan.documents.compose._times import period_key, say_period
from fardplan.documents.compose._view import View, spec_of
from fardplan.documents.inline import Badge, Inline, Strong, join
from fardplan.locales.text import Text, capitalise
from fardplan.model.indicator import FundingUse, Report, StatusRow
from fardplan.model.money import add_up

REPORTS = Text("Rapporter", "Reports")
REPORT = Text("Rapport", "Report")
TITLE = Text("Uppföljning {period}", "Follow-up {period}")
FINAL = Text("Slutrapport", "Final report")
STANDING = Text("Läget {period}", "How things stood {period}")
USED = Text("Använda medel", "Money used")
SUM = Text("Summa", "Sum")
WHAT, COMMENT = Text("Gäller", "About"), Text("Kommentar", "Comment")
JUDGED_BY = Text("Bedömt av", "Judged by")

_HANDLED = (
    "number", "title", "body", "date", "summary", "statuses", "funding_used", "dissemination",
    "url", "final", "easy_read", "translations",
)  # fmt: skip
_ROW = (
    "entity", "called", "period", "by", "assessor", "status", "state", "judgement", "rag", "cause",
    "evidence", "comment",
)  # fmt: skip


def compose_reports(view: View) -> Section | None:
    """Return the reports, the latest first, or None where there are none."""
    latest_first = sorted(view.edition.reports, key=period_key, reverse=True)
    sections = tuple(_section(view, one) for one in latest_first)
    return Section("rapporter", view.words(REPORTS), blocks=sections) if sections else None


def _section(view: View, report_id: str) -> Section:
    report = view.edition.reports[report_id]
    period = say_period(view, report_id)
    title = report.title or view.words(TITLE, period=period)
    return Section(
        view.anchor("report", report_id),
        view.noted(title, report),
        facts=view.facts(report, "body", "date"),
        blocks=(
            *prose(report.summary),
            *_statuses(view, report, period),
            *_money_used(view, report.funding_used),
            *rows(view.facts(report, "dissemination", "url")),
            *entity_blocks(view, report),
            *view.remaining(report, *_HANDLED),
        ),
        number=report.number or "",
        kicker=view.words(REPORT),
        badges=_badges(view, report),
    )


def _badges(view: View, report: Report) -> Badges:
    return (Badge(view.words(FINAL), "accent"),) if report.final else ()


def _statuses(view: View, report: Report, period: str) -> Blocks:
    """Return a table for each period that the rows of the report judge."""
    periods: dict[str, list[StatusRow]] = {}
    for row in report.statuses:
        periods.setdefault(view.say(row.period) if row.period else period, []).append(row)
    head = (
        view.words(WHAT), view.label(StatusRow, "status"), view.label(StatusRow, "rag"),
        view.words(JUDGED_BY), view.words(COMMENT),
    )  # fmt: skip
    return tuple(
        set_table(view.words(STANDING, period=one), head, (_standing(view, row) for row in those))
        for one, those in periods.items()
    )


def _standing(view: View, row: StatusRow) -> tuple[Cell | str, ...]:
    how_far = (row.status, row.state, row.judgement)
    by = view.spoken(row, "by")
    assessor = capitalise(view.say(row.assessor)) if row.assessor else ""
    judge = join([by, f"({assessor.lower()})"], " ") if by and assessor else by or assessor
    return (
        Cell(_what(view, row)),
        Cell(join([term_badge(view, term) for term in how_far if term], " ")),
        Cell(term_badge(view, row.rag) if row.rag else ""),
        Cell(judge),
        Cell(blocks=(*_words(view, row), *view.remaining(row, *_ROW))),
    )


def _what(view: View, row: StatusRow) -> Inline:
    """Return what a row is about; what has left the roadmap is called what it was called."""
    kind, written = row.entity.target
    if row.called and view.find(written, spec_of(row.entity, kind).refs) is None:
        return row.called
    return view.link_target(row.entity)


def _words(view: View, row: StatusRow) -> Iterator[Paragraph | Prose]:
    if row.comment:
        yield Prose(row.comment)
    for name in ("cause", "evidence"):
        if said := getattr(row, name):
            yield Paragraph(Strong(view.label(StatusRow, name)))
            yield Prose(said)


def _money_used(view: View, given: Sequence[FundingUse]) -> Blocks:
    if not given:
        return ()
    head = (
        view.label(FundingUse, "source"), view.label(FundingUse, "year"),
        numeric(view, FundingUse, "amount"), view.words(COMMENT),
    )  # fmt: skip
    body: list[tuple[Cell | str, ...]] = [_use(view, one) for one in given]
    total = add_up(given)
    if total and len(given) > 1:
        body.append((Cell(Strong(view.words(SUM))), "", Cell(Strong(total.say(view.lang))), ""))
    return (set_table(view.words(USED), head, body),)


def _use(view: View, one: FundingUse) -> tuple[Cell | str, ...]:
    more = view.remaining(one, "source", "year", "amount", "unit", "comment")
    return (
        Cell(view.spoken(one, "source"), more),
        str(one.year or ""),
        say_amount(view, one),
        Cell(blocks=prose(one.comment)),
    )
