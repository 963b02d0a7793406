"""The roadmap's own sections of running text, each in its place."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Section
from fardplan.documents.compose._chapter import chapter
from fardplan.documents.compose._pieces import (
    figure_blocks,
    list_blocks,
    placeholder_blocks,
    prose,
    question_blocks,
    quotation_blocks,
)
from fardplan.documents.compose._view import View
from fardplan.documents.compose.opening import driver_blocks, is_about_drivers
from fardplan.locales.text import Text
from fardplan.model.chapters import SectionText
from fardplan.model.terms import Placement

AREAS = Text("Områden", "Areas")
NOT_CHOSEN = Text("Områdena är inte valda ännu", "The areas have not been chosen yet")
QUESTIONS = Text("Frågor om hela färdplanen", "Questions about the whole roadmap")


def sections_at(view: View, place: Placement) -> tuple[Section, ...]:
    """Return the sections that stand at a place; one without a place stands before the areas."""
    return tuple(
        _section(view, number, section)
        for number, section in enumerate(view.roadmap.sections, 1)
        if (section.place or Placement.BEFORE_AREAS) == place
    )


def _section(view: View, number: int, section: SectionText) -> Section:
    return Section(
        view.anchor_of(section) or view.anchor("section", str(number)),
        view.noted(section.title, section),
        blocks=section_blocks(view, section),
    )


def section_blocks(view: View, section: SectionText) -> Blocks:
    """Return what a section holds: its text, then lists, quotations, figures, questions."""
    return (
        *prose(section.text),
        *(driver_blocks(view) if is_about_drivers(view, section) else ()),
        *list_blocks(view, section.lists),
        *quotation_blocks(view, section.quotations),
        *figure_blocks(view, section.figures),
        *question_blocks(view, section.questions),
    )


def areas_pending(view: View) -> Section | None:
    """Return why there are no areas yet, in the place where they will stand."""
    pending = view.roadmap.areas_pending
    if pending is None:
        return None
    blocks = placeholder_blocks(view, pending, view.words(NOT_CHOSEN))
    return chapter("omraden", view.words(AREAS), blocks)


def questions(view: View) -> Section | None:
    """Return the questions about the roadmap as a whole."""
    blocks = question_blocks(view, view.roadmap.questions)
    return chapter("fundera", view.words(QUESTIONS), blocks)
