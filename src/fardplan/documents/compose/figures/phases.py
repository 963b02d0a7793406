"""The phases of the work in time, and those of their steps that have a time of their own."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import Blocks
from fardplan.documents.compose._names import name_value
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._time_lines import (
    Line,
    says_something,
    time_figure,
    years_of,
)
from fardplan.locales.text import Text, capitalise, count_in_words

CAPTION = Text("Tidplanen i korthet", "The timetable at a glance")
TOLD = Text(
    "Visar när {count} skeden infaller, {first}–{last}.",
    "Shows when {count} phases fall, {first}–{last}.",
)
PHASE, STEP = Text("Skede", "Phase"), Text("Steg", "Step")


def phase_figure(view: View) -> Blocks:
    """Return the phases in time; nothing where there is but one, or no time."""
    lines = tuple(_lines(view))
    if not says_something(lines):
        return ()
    first, last = years = years_of(lines)
    count = count_in_words(sum(not line.moment for line in lines), view.lang)
    told = view.words(TOLD, count=count, first=first, last=last)
    return (time_figure(view, "skeden", view.words(CAPTION), told, lines, years),)


def _lines(view: View) -> Iterator[Line]:
    for phase in view.roadmap.phases:
        name = name_value(view, phase, view.edition.id)
        yield Line(capitalise(name), view.words(PHASE), phase.when, phase.when)
        for step in phase.steps:
            if step.when:
                yield Line(step.title, view.words(STEP), step.when, step.when, moment=True)
