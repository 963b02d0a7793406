"""Decisions: the path to them, those made, who has adopted the roadmap, what was consulted."""

from __future__ import annotations

from fardplan.documents.blocks import (
    Cell,
    Moment,
    Paragraph,
    Section,
    Table,
    Timeline,
)
from fardplan.documents.compose._badges import state_badges
from fardplan.documents.compose._chapter import chapter
from fardplan.documents.compose._labelled import rows
from fardplan.documents.compose._names import name_value
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Badge, Inline, Muted, join
from fardplan.locales.text import Text, capitalise
from fardplan.model.process import Event
from fardplan.model.steering import (
    Consultation,
    ConsultationAnswer,
    Decision,
    DecisionStep,
)

PATH = Text("Vägen till beslut", "The way to a decision")
DECISIONS = Text("Beslut", "Decisions")
CONSULTATIONS = Text("Remisser", "Consultations")
NO_TIME = Text("Tid anges inte", "Time not stated")
ANSWERS = Text("Svaren på remissen ”{title}”", "The answers to “{title}”")
STANCE, OPINION = Text("Svar", "Answer"), Text("Synpunkter", "Comments")


def decision_path(view: View) -> Section | None:
    """Return the steps to a decision, in order."""
    title = view.words(PATH)
    moments = tuple(_step(view, step) for step in view.roadmap.decision_path)
    return chapter("beslutsvag", title, (Timeline(moments, title),) if moments else ())


def _step(view: View, step: DecisionStep) -> Moment:
    who: Inline = join([view.spoken(step, name) for name in ("body", "bodies", "parties")])
    if who and step.body_role:
        who = join([who, view.say(step.body_role)], " ")
    event = view.find(step.event, ("event",)) if step.event else None
    met = event.value if event and isinstance(event.value, Event) else None
    named = "" if met and met.title == step.title else view.spoken(step, "event")
    line = join([capital(who), capital(named)], " · ")
    when = view.spoken(step, "when") or (view.spoken(met, "when") if met else "")
    kind = Badge(capitalise(view.say(step.kind)), "quiet") if step.kind else None
    return Moment(
        capital(when) or Muted(view.words(NO_TIME)),
        view.noted(step.title, step),
        (*((Paragraph(line),) if line else ()), *prose(step.text)),
        (*((kind,) if kind else ()), *state_badges(view, step.state)),
        view.anchor_of(step),
    )


def decisions(view: View) -> Section | None:
    """Return the decisions, each with what it is about."""
    sections = (_decision(view, n, item) for n, item in enumerate(view.roadmap.decisions, 1))
    return chapter("beslut", view.words(DECISIONS), tuple(sections))


def _decision(view: View, number: int, decision: Decision) -> Section:
    name = name_value(view, decision, view.edition.id)
    facts = view.facts(
        decision, *(("kind",) if decision.title else ()),
        "body", "party", "date", "paragraph", "registry_number", "effective", "covers",
    )  # fmt: skip
    more = view.facts(decision, "objects", "condition", "reservation")
    return Section(
        view.anchor_of(decision) or view.anchor("decision", str(number)),
        view.noted(name, decision),
        facts=tuple(fact for fact in facts if not fact.blocks),
        blocks=(
            *prose(decision.text),
            *rows((*(fact for fact in facts if fact.blocks), *more)),
        ),
        badges=state_badges(view, decision.state),
        contents=False,
    )


def consultations(view: View) -> Section | None:
    """Return the consultations with their answers."""
    found = enumerate(view.roadmap.consultations, 1)
    return chapter(
        "remisser", view.words(CONSULTATIONS), tuple(_consultation(view, n, c) for n, c in found)
    )


def _consultation(view: View, number: int, consultation: Consultation) -> Section:
    answers = tuple(_answer(view, answer) for answer in consultation.answers)
    table = Table(view.words(ANSWERS, title=consultation.title), _answer_head(view), answers)
    return Section(
        view.anchor_of(consultation) or view.anchor("consultation", str(number)),
        view.noted(consultation.title, consultation),
        facts=view.facts(consultation, "opened", "last_day", "form"),
        blocks=(
            *prose(consultation.text),
            *rows(view.facts(consultation, "addressees")),
            *((table,) if answers else ()),
        ),
        contents=False,
    )


def _answer_head(view: View) -> tuple[str, ...]:
    party, *more = (
        view.label(ConsultationAnswer, name) for name in ("party", "received", "registry_number")
    )
    return (party, view.words(STANCE), view.words(OPINION), *more)


def _answer(view: View, answer: ConsultationAnswer) -> tuple[Cell, ...]:
    return (
        Cell(view.spoken(answer, "party")),
        Cell(capital(view.spoken(answer, "stance"))),
        Cell(blocks=prose(answer.text)),
        Cell(view.spoken(answer, "received")),
        Cell(answer.registry_number or ""),
    )
