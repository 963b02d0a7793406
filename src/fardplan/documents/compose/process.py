"""The work over time: phases and their steps, the cycle, training, communication, promises."""

from __future__ import annotations

from fardplan.documents.blocks import (
    Badges,
    Blocks,
    Callout,
    Fact,
    Facts,
    Moment,
    Section,
    Step,
    Steps,
    Timeline,
    bullets,
)
from fardplan.documents.compose._badges import state_badges
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._labelled import line
from fardplan.documents.compose._names import name_value
from fardplan.documents.compose._pieces import figure_blocks, prose
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures.completeness import completeness_figure
from fardplan.documents.compose.figures.cycle import cycle_figure
from fardplan.documents.compose.figures.phases import phase_figure
from fardplan.documents.compose.figures.timeline import timeline_figures
from fardplan.documents.inline import Badge, Inline, plain
from fardplan.locales.text import Text
from fardplan.model import process as model
from fardplan.model.terms import FigureKind

PROCESS = Text("Genomförande och tidplan", "Carrying it out, and when")
CYCLE_SHORT = Text("Arbetssättet i steg", "The way of working in steps")
DEVIATION = Text("Så här blev det", "How it turned out")
CAUSES = Text("Orsaker:", "Causes:")
EXPECTED = Text("Det här väntas", "What is expected")
STEP = Text("Steg {number}", "Step {number}")
NO_TIME = Text("tid anges inte", "time not stated")
TRAINING = Text("Utbildning", "Training")
COMMUNICATION = Text("Kommunikation", "Communication")


def process(view: View) -> Section | None:
    """Return how and when the work is done."""
    phases = tuple(_phase(view, n, phase) for n, phase in enumerate(view.roadmap.phases, 1))
    return chapter(
        "genomforande",
        view.words(PROCESS),
        timeline_figures(view),
        phase_figure(view),
        completeness_figure(view),
        only(_cycle(view)),
        phases,
        only(_expected(view), _training(view), _communication(view)),
    )


def _phase(view: View, number: int, phase: model.Phase) -> Section:
    name = name_value(view, phase, view.edition.id) or str(number)
    steps = tuple(_step(view, step, phase) for step in phase.steps)
    return Section(
        view.anchor_of(phase) or view.anchor("phase", str(number)),
        view.noted(plain(capital(name)), phase),
        facts=view.facts(phase, "when") if phase.title else (),
        blocks=(
            *prose(phase.text),
            *((Steps(steps),) if steps else ()),
            *_deviation(view, phase.deviation),
        ),
    )


def _step(view: View, step: model.Step, phase: model.Phase) -> Step:
    facts = view.facts(
        step, "when", "body", "bodies", "responsible", "partners", "groups", "target_groups",
        "document_kind", "annexes", "indicators",
    )  # fmt: skip
    if step.after:
        facts += (Fact(view.label(step, "after"), _after(view, step.after, phase)),)
    return Step(
        view.noted(step.title, step),
        (*prose(step.text), *line(facts)),
        (*state_badges(view, step.state), *_marks(view, step)),
        view.anchor_of(step),
    )


def _after(view: View, written: str, phase: model.Phase) -> Inline:
    """Return the step that must come first: by its number where it is in the same phase."""
    found = view.find(written, ("step",))
    for number, step in enumerate(phase.steps, 1):
        if found and found.value is step:
            return view.link_to(found, view.words(STEP, number=number))
    return view.link(written, "step")


def _marks(view: View, step: model.Step) -> Badges:
    """Return what sort of step it is, and how binding."""
    said = [view.say(term) for term in (step.kind, step.force) if term]
    return tuple(Badge(plain(capital(words)), "quiet") for words in said)


def _deviation(view: View, deviation: model.Deviation | None) -> Blocks:
    if deviation is None:
        return ()
    causes = bullets(*deviation.causes, lead=view.words(CAUSES)) if deviation.causes else None
    blocks = (*prose(deviation.text), *((causes,) if causes else ()))
    return (Callout("note", blocks, view.words(DEVIATION)),)


def _cycle(view: View) -> Section | None:
    cycle = view.roadmap.cycle
    pictures = [item for item in view.roadmap.figures if item.kind == FigureKind.CYCLE]
    if cycle is None:
        return chapter("arbetssatt", view.words(CYCLE_SHORT), figure_blocks(view, pictures))
    steps = tuple(Step(step.title, prose(step.text)) for step in cycle.steps)
    listed = (Steps(steps, closed=bool(cycle.closed)),) if steps else ()
    return chapter(
        "arbetssatt",
        view.noted(cycle.title, cycle),
        prose(cycle.text),
        cycle_figure(view, cycle) or listed,
        figure_blocks(view, pictures),
    )


def _expected(view: View) -> Section | None:
    moments = tuple(
        Moment(
            capital(view.spoken(item, "date") or view.words(NO_TIME)),
            view.noted(item.title, item),
            (*prose(item.text), *view.remaining(item, "title", "date", "text")),
            anchor=view.anchor_of(item),
        )
        for item in view.roadmap.expected
    )
    title = view.words(EXPECTED)
    return chapter("vantas", title, (Timeline(moments, title),) if moments else ())


def _training(view: View) -> Section | None:
    return chapter(
        "utbildning",
        view.words(TRAINING),
        tuple(_one_training(view, n, item) for n, item in enumerate(view.roadmap.training, 1)),
    )


def _one_training(view: View, number: int, training: model.Training) -> Section:
    facts = view.facts(training, "when", "responsible", "target_groups")
    return Section(
        view.anchor_of(training) or view.anchor("training", str(number)),
        view.noted(training.title, training),
        facts=facts,
        blocks=prose(training.text),
        contents=False,
    )


def _communication(view: View) -> Section | None:
    found = view.roadmap.communication
    if found is None:
        return None
    facts = view.facts(found, "key_message", "plan", "responsible", "channels", "target_groups")
    rows: Blocks = (Facts(facts),) if facts else ()
    return chapter("kommunikation", view.words(COMMUNICATION), prose(found.text), rows)
