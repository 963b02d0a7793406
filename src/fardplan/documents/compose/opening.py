"""The opening: purpose, key points, summary, what it means for the reader, why, and limits."""

from __future__ import annotations

from fardplan.documents.blocks import (
    Blocks,
    Callout,
    Card,
    Cards,
    Facts,
    Item,
    Items,
    Paragraph,
    Section,
    bullets,
)
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._pieces import (
    entity_blocks,
    figure_blocks,
    prose,
    quotation_blocks,
)
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Strong
from fardplan.locales.text import Text
from fardplan.model.chapters import SectionText
from fardplan.model.terms import FigureKind

MESSAGE = Text("Vårt budskap", "Our message")
KEY_POINTS = Text("I korthet", "In brief")
SUMMARY = Text("Sammanfattning", "Summary")
READERS = Text("Vad betyder det för dig?", "What does it mean for you?")
DRIVERS = Text("Varför nära vård?", "Why close care?")
ABOUT = Text("Om {plan}", "About {plan}")


def opening(view: View) -> Blocks:
    """Return what stands before the first chapter: purpose, message, key points."""
    roadmap = view.roadmap
    message: Blocks = ()
    if roadmap.key_message:
        words = Paragraph(roadmap.key_message, "lead")
        message = (Callout("key", (words,), view.words(MESSAGE)),)
    points = (
        (Callout("key", (bullets(*roadmap.key_points),), view.words(KEY_POINTS)),)
        if roadmap.key_points
        else ()
    )
    return (
        *prose(roadmap.purpose, lead=True),
        *prose(roadmap.limits),
        *message,
        *points,
        *entity_blocks(view, roadmap),
    )


def summary(view: View) -> Section | None:
    """Return the summary, and what the roadmap means for each kind of reader."""
    readers = tuple(Card(reader.group, prose(reader.text)) for reader in view.roadmap.readers)
    own = chapter(
        "till-dig",
        view.words(READERS),
        (Cards(readers, columns=2 if len(readers) in (2, 4) else 3),) if readers else (),
    )
    text = prose(view.roadmap.summary)
    if not text:
        return own
    return chapter("sammanfattning", view.words(SUMMARY), text, only(own))


def drivers(view: View) -> Section | None:
    """Return why the transition is needed, unless a section of that name holds it."""
    title = view.words(DRIVERS)
    if any(is_about_drivers(view, section) for section in view.roadmap.sections):
        return None
    return chapter("varfor", title, driver_blocks(view))


def is_about_drivers(view: View, section: SectionText) -> bool:
    """Tell whether a section bears the name of the chapter on the drivers."""
    return section.title.casefold() == view.words(DRIVERS).casefold()


def driver_blocks(view: View) -> Blocks:
    """Return the reasons for the transition as a list."""
    items = tuple(
        Item(
            view.noted(Strong(driver.title) if driver.text else driver.title, driver),
            prose(driver.text),
            view.anchor_of(driver),
        )
        for driver in view.roadmap.drivers
    )
    return (Items(items),) if items else ()


def about(view: View) -> Section | None:
    """Return what the roadmap is not, whom it is for, and its own quotations and pictures."""
    roadmap = view.roadmap
    rows = view.facts(roadmap, "target_groups", "applies_to")
    pictures = [
        figure
        for figure in roadmap.figures
        if figure.kind not in (FigureKind.WHEEL, FigureKind.CYCLE)
    ]
    return chapter(
        "om-fardplanen",
        view.words(ABOUT),
        (Facts(rows),) if rows else (),
        quotation_blocks(view, roadmap.quotations),
        figure_blocks(view, pictures),
    )
