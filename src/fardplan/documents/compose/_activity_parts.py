"""The parts of an activity: conditions, parts with states of their own, decisions, risks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fardplan.documents.blocks import (
    Blocks,
    Callout,
    Cell,
    Fact,
    Facts,
    Item,
    Items,
    Paragraph,
    Prose,
)
from fardplan.documents.compose._badges import term_badge
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._times import say_span, short
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, join
from fardplan.locales.text import Text, capitalise, count_alike, count_in_words
from fardplan.model.activity import DecisionPoint, DecisionPoints, SubActivity
from fardplan.model.common import Consequence, Risk
from fardplan.model.projektplan import Condition
from fardplan.model.terms import ActivityStatus

CONDITIONS = Text("Det här måste hända först", "What must happen first")
PARTS = Text("Delaktiviteter", "Parts of the activity")
PART = Text("Del", "Part")
DONE = (
    Text("Ingen av {all} delar är genomförd.", "None of {all} parts has been carried out."),
    Text("{done} av {all} delar är genomförd.", "{done} of {all} parts has been carried out."),
    Text("{done} av {all} delar är genomförda.", "{done} of {all} parts have been carried out."),
)
POINT = Text("Beslutspunkt", "Decision point")
POINTS = Text("Beslutspunkter", "Decision points")
ONE_UNNAMED = Text(
    "En beslutspunkt; källan säger inte vilken.",
    "One decision point; the source does not say which.",
)
UNNAMED = Text(
    "{count} beslutspunkter; källan namnger dem inte.",
    "{count} decision points; the source does not name them.",
)
SOME_NAMED = Text(
    "Det ska vara {count} beslutspunkter; källan namnger {named} av dem.",
    "There are to be {count} decision points; the source names {named} of them.",
)
RISK, RISKS = Text("Risk", "Risk"), Text("Risker", "Risks")
CONSEQUENCES = Text("Vad det innebär", "What it means")
WHEN = Text("Tid", "Time")
EXPECTED = Text("väntas {time}", "expected {time}")
IN_FORCE = Text("gäller {time}", "in force {time}")
IN_FORCE_EXPECTED = Text("väntas gälla {time}", "expected in force {time}")


def conditions(view: View, given: Sequence[Condition]) -> Blocks:
    """Return what must happen first outside the activity."""
    if not given:
        return ()
    items = tuple(_condition(view, one) for one in given)
    return (Callout("warning", (Items(items),), view.words(CONDITIONS)),)


def _condition(view: View, condition: Condition) -> Item:
    said: list[Inline] = [view.noted(condition.title, condition)]
    if condition.state:
        said.append(view.say(condition.state))
    if condition.expected:
        said.append(view.words(EXPECTED, time=condition.expected))
    if force := condition.in_force:
        if force.expected:
            said.append(view.words(IN_FORCE_EXPECTED, time=force.expected))
        if force.date:
            said.append(view.words(IN_FORCE, time=force.date))
    said.append(view.spoken(condition, "decision"))
    handled = ("title", "state", "expected", "in_force", "decision", "text")
    blocks = (*prose(condition.text), *view.remaining(condition, *handled))
    return Item(join(said), blocks, view.anchor_of(condition))


def sub_activities(view: View, given: Sequence[SubActivity]) -> Blocks:
    """Return the parts of an activity, and how many of them are done."""
    if not given:
        return ()
    head = (
        view.words(PART), view.label(SubActivity, "status"),
        view.words(WHEN), view.label(SubActivity, "responsible"),
    )  # fmt: skip
    table = set_table(
        view.words(PARTS), head, (_sub_activity(view, one) for one in given), _roll_up(view, given)
    )
    return (table,)


def _sub_activity(view: View, part: SubActivity) -> tuple[Cell | str, ...]:
    handled = ("title", "status", "start", "end", "responsible", "text")
    more = (*prose(part.text), *view.remaining(part, *handled))
    return (
        Cell(view.noted(part.title, part), more, view.anchor_of(part)),
        Cell(term_badge(view, part.status) if part.status else ""),
        capitalise(say_span(view, part.start, part.end, short=True)),
        Cell(view.spoken(part, "responsible")),
    )


def _roll_up(view: View, given: Sequence[SubActivity]) -> str:
    done = (ActivityStatus.COMPLETED, ActivityStatus.IMPLEMENTED)
    finished = sum(part.status in done for part in given)
    if not any(part.status for part in given):
        return ""
    done_in_words, all_in_words = count_alike(view.lang, finished, len(given))
    return view.words(DONE[min(finished, 2)], done=capitalise(done_in_words), all=all_in_words)


def decision_points(view: View, given: DecisionPoints | None) -> Blocks:
    """Return where decisions are needed; a source may know only how many there are."""
    if given is None:
        return ()
    if not given.points:
        return (Paragraph(_unnamed(view, given.expected)),) if given.expected else ()
    keys = ("when", "body", "state")
    head = (view.words(POINT), *(view.label(DecisionPoint, key) for key in keys))
    named = (_point(view, one) for one in given.points)
    return (set_table(view.words(POINTS), head, named, _not_all(view, given)),)


def _point(view: View, point: DecisionPoint) -> tuple[Cell | str, ...]:
    more = view.remaining(point, "title", "when", "body", "state")
    return (
        Cell(view.noted(point.title, point), more, view.anchor_of(point)),
        short(view, point.when),
        Cell(view.spoken(point, "body")),
        Cell(term_badge(view, point.state) if point.state else ""),
    )


def _unnamed(view: View, expected: int) -> str:
    if expected == 1:
        return view.words(ONE_UNNAMED)
    return view.words(UNNAMED, count=capitalise(count_in_words(expected, view.lang)))


def _not_all(view: View, given: DecisionPoints) -> str:
    if given.expected is None or given.expected <= len(given.points):
        return ""
    count, named = (count_in_words(n, view.lang) for n in (given.expected, len(given.points)))
    return view.words(SOME_NAMED, count=count, named=named)


def risks(view: View, given: Iterable[Risk]) -> Blocks:
    """Return what may go wrong, and what is done about it."""
    written = [_risk(view, one) for one in given]
    keys = ("likelihood", "impact", "measure")
    head = (view.words(RISK), *(view.label(Risk, key) for key in keys))
    return (set_table(view.words(RISKS), head, written),) if written else ()


def _risk(view: View, risk: Risk) -> tuple[Cell | str, ...]:
    more = view.remaining(risk, "title", "likelihood", "impact", "measure")
    return (
        Cell(view.noted(risk.title, risk), more, view.anchor_of(risk)),
        capitalise(view.say(risk.likelihood)) if risk.likelihood else "",
        capitalise(view.say(risk.impact)) if risk.impact else "",
        Cell(blocks=prose(risk.measure)),
    )


def consequences(view: View, given: Sequence[Consequence]) -> Blocks:
    """Return what the activity means for each group."""
    if not given:
        return ()
    facts = tuple(
        Fact(one.group, blocks=(Prose(one.text), *view.remaining(one, "group", "text")))
        for one in given
    )
    return (Facts(facts, title=view.words(CONSEQUENCES)),)
