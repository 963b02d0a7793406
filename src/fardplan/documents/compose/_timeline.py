"""The timeline of a projektplan: from when to when, with milestones and deliverables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fardplan.documents.blocks import Blocks, Cell, Item, Items, Paragraph, Prose
from fardplan.documents.compose._badges import term_badge
from fardplan.documents.compose._labelled import TIME_CHANGED, reason_note
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._times import say_span, short
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Strong, bracketed, join
from fardplan.locales.text import Text, capitalise
from fardplan.model.projektplan import Milestone, Timeline

MILESTONES = Text("Milstolpar", "Milestones")
DELIVERABLES = Text("Leveranser", "Deliverables")
RUNS = Text("Arbetet pågår {span}.", "The work goes on {span}.")
MILESTONE, DELIVERABLE = Text("Milstolpe", "Milestone"), Text("Leverans", "Deliverable")
WHEN = Text("När", "When")
DEADLINE = Text("senast {time}", "by {time}")
RECURRING = Text("varje år", "every year")
ONCE_ONLY = Text("en gång", "once")

_HANDLED = (
    "number", "title", "date", "start", "end", "deadlines", "responsible", "status", "recurring",
    "text", "reason",
)  # fmt: skip


def timeline_blocks(view: View, timeline: Timeline | None) -> Blocks:
    """Return when the work is done."""
    if timeline is None:
        return ()
    span = say_span(view, timeline.start, timeline.end)
    handled = ("start", "end", "text", "reason", "milestones", "deliverables")
    return (
        *((Paragraph(view.words(RUNS, span=span)),) if span else ()),
        *prose(timeline.text),
        *reason_note(view, timeline.reason, TIME_CHANGED),
        *_table(view, timeline.milestones, view.words(MILESTONES), view.words(MILESTONE)),
        *_table(view, timeline.deliverables, view.words(DELIVERABLES), view.words(DELIVERABLE)),
        *view.remaining(timeline, *handled),
    )


def _table(view: View, given: Sequence[Milestone], caption: str, first: str) -> Blocks:
    if not given:
        return ()
    head = (first, view.words(WHEN), view.label(Milestone, "status"))
    return (set_table(caption, head, (_row(view, one) for one in given)),)


def _row(view: View, milestone: Milestone) -> tuple[Cell | str, ...]:
    number = f"{milestone.number} " if milestone.number else ""
    title = view.noted(join([number, milestone.title], ""), milestone)
    more = (
        *_responsible(view, milestone),
        *prose(milestone.text),
        *_reason(view, milestone),
        *view.remaining(milestone, *_HANDLED),
    )
    return (
        Cell(title, more, view.anchor_of(milestone)),
        Cell(join(list(_when(view, milestone))), _deadlines(view, milestone)),
        Cell(term_badge(view, milestone.status) if milestone.status else ""),
    )


def _responsible(view: View, milestone: Milestone) -> Blocks:
    who = view.spoken(milestone, "responsible")
    label = view.label(Milestone, "responsible")
    return (Paragraph(join([f"{label}: ", who], "")),) if who else ()


def _reason(view: View, milestone: Milestone) -> Blocks:
    if not milestone.reason:
        return ()
    return (Paragraph(Strong(view.words(TIME_CHANGED))), Prose(milestone.reason))


def _when(view: View, milestone: Milestone) -> Iterator[Inline]:
    """Yield the date, from when to when, and whether it comes back."""
    if milestone.date:
        yield short(view, milestone.date)
    if span := say_span(view, milestone.start, milestone.end, short=True):
        yield span if milestone.date else capitalise(span)
    if milestone.recurring is not None:
        yield view.words(RECURRING if milestone.recurring else ONCE_ONLY)


def _deadlines(view: View, milestone: Milestone) -> Blocks:
    """Return the last days of those who have one of their own."""
    items: list[Item] = []
    for deadline in milestone.deadlines:
        by = view.words(DEADLINE, time=deadline.by.say_short(view.lang))
        whom = view.spoken(deadline, "parties")
        items.append(Item(join([by, bracketed(whom)], " ")))
    return (Items(tuple(items)),) if items else ()
