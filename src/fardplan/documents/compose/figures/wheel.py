"""The målbild as a wheel of perspectives, each with its question and its numbered statements."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Column
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._figure import Frame, as_label, make_figure
from fardplan.figures.drawing import Drawing
from fardplan.figures.wheel import Perspective, draw_wheel
from fardplan.locales.text import Text
from fardplan.model.vision import Vision

CAPTION = Text("Målbildens perspektiv", "The perspectives of the vision")
TOLD = Text(
    "I mitten står ”{centre}”. Runt det står perspektiven: {perspectives}.",
    "In the middle stands “{centre}”. Around it stand the perspectives: {perspectives}.",
)
HAS = Text("{title} ({count} formuleringar)", "{title} ({count} statements)")
HAS_ONE = Text("{title} (en formulering)", "{title} (one statement)")
PERSPECTIVE, QUESTION = Text("Perspektiv", "Perspective"), Text("Fråga", "Question")
STATEMENTS = Text("Formuleringar", "Statements")
CORE_WORDS = Text("Värdeord: {words}.", "Core words: {words}.")


def wheel_figure(view: View, vision: Vision) -> Blocks:
    """Return the wheel of a målbild; nothing where it has one perspective or none."""
    if len(vision.perspectives) < 2:
        return ()
    centre = as_label(view, vision.key_message or vision.title)
    perspectives = [
        Perspective(
            as_label(view, one.title), as_label(view, one.question or ""), len(one.statements)
        )
        for one in vision.perspectives
    ]
    core_words = [as_label(view, word.title) for word in vision.core_words]

    def draw(frame: Frame) -> Drawing:
        return draw_wheel(*frame.words, centre, perspectives, core_words, narrow=frame.narrow)

    head = (
        view.words(PERSPECTIVE), Column(view.words(QUESTION), width="wide"),
        Column(view.words(STATEMENTS), numeric=True),
    )  # fmt: skip
    body = ((one.title, one.question, str(one.statements)) for one in perspectives)
    note = view.words(CORE_WORDS, words=core_words) if core_words else ""
    told = view.words(TOLD, centre=centre, perspectives=[_told(view, one) for one in perspectives])
    told += f" {note}" if note else ""
    table = set_table("", head, body, note)
    return (make_figure(view, "malbild", view.words(CAPTION), told, table, draw),)


def _told(view: View, one: Perspective) -> str:
    text = HAS_ONE if one.statements == 1 else HAS
    return view.words(text, title=one.title, count=one.statements)
