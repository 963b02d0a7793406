"""The working cycle as a ring of numbered steps."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Cell, Column
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._figure import Frame, as_label, make_figure
from fardplan.figures.cycle import MOST, draw_cycle
from fardplan.figures.drawing import Drawing
from fardplan.locales.text import Text, capitalise, count_in_words
from fardplan.model.process import Cycle

CAPTION = Text("Stegen i arbetet", "The steps of the work")
TOLD = Text("{count} steg i ordning: {steps}.", "{count} steps in order: {steps}.")
TOLD_CLOSED = Text(
    "{count} steg i en sluten ring: {steps}.", "{count} steps in a closed ring: {steps}."
)
CLOSED = Text(
    "Efter det sista steget börjar arbetet om från steg 1.",
    "After the last step the work starts again from step 1.",
)
STEP, WHAT, MORE = Text("Steg", "Step"), Text("Vad", "What"), Text("Mer om steget", "More")

LEAST = 3


def cycle_figure(view: View, cycle: Cycle) -> Blocks:
    """Return the steps as a ring; nothing where they are too few or too many for one."""
    if not LEAST <= len(cycle.steps) <= MOST:
        return ()
    closed = bool(cycle.closed)
    titles = [as_label(view, step.title) for step in cycle.steps]

    def draw(frame: Frame) -> Drawing:
        return draw_cycle(*frame.words, titles, view.lang, closed=closed, narrow=frame.narrow)

    head = (
        Column(view.words(STEP), numeric=True, width="narrow"), view.words(WHAT), view.words(MORE),
    )  # fmt: skip
    body = (
        (str(number), Cell(step.title), Cell(blocks=prose(step.text)))
        for number, step in enumerate(cycle.steps, 1)
    )
    table = set_table("", head, body, view.words(CLOSED) if closed else "")
    text = TOLD_CLOSED if closed else TOLD
    count = capitalise(count_in_words(len(titles), view.lang))
    told = view.words(text, count=count, steps=", ".join(titles))
    explained = any(step.text for step in cycle.steps)
    return (make_figure(view, "steg", view.words(CAPTION), told, table, draw, open=explained),)
