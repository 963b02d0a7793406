"""Ongoing work: no commitments, so it stands as nested lists, ordered by the four qualities."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Item, Items, Paragraph, Section
from fardplan.documents.compose._chapter import chapter
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Muted, Strong, bracketed, join
from fardplan.locales.text import Text
from fardplan.model.common import OngoingItem, OngoingWork
from fardplan.model.terms import QualityTag

ONGOING = Text("Det här pågår", "What is going on")
SELECTION = Text("Listan är ett urval.", "The list is an extract.")
WHOLE = Text("Listan är fullständig.", "The list is complete.")
OTHER = Text("Annat", "Other")


def ongoing(view: View) -> Section | None:
    """Return the roadmap's list of ongoing work as a chapter."""
    work = view.roadmap.ongoing
    return chapter("pagar", view.words(ONGOING), ongoing_blocks(view, work)) if work else None


def ongoing_blocks(view: View, work: OngoingWork) -> Blocks:
    """Return ongoing work, grouped by quality where the items say theirs."""
    note: Blocks = ()
    if work.selection is not None:
        note = (Paragraph(view.words(SELECTION if work.selection else WHOLE), "muted"),)
    groups = tuple(
        _group(view, quality, tuple(item for item in work.items if item.quality == quality))
        for quality in (*QualityTag, None)
    )
    named = any(item.quality for item in work.items)
    lists = tuple(block for group in groups for block in group)
    if not named:
        lists = (_list(view, work.items),) if work.items else ()
    return (*prose(work.lead), *lists, *note)


def _group(view: View, quality: QualityTag | None, items: tuple[OngoingItem, ...]) -> Blocks:
    if not items:
        return ()
    title = view.say(quality) if quality else view.words(OTHER)
    return (_list(view, items, Strong(capital(title))),)


def _list(view: View, items: tuple[OngoingItem, ...], lead: Inline = "") -> Items:
    return Items(tuple(_item(view, item) for item in items), lead=lead)


def _item(view: View, item: OngoingItem) -> Item:
    more = join([item.mode or "", view.spoken(item, "geography"), view.spoken(item, "period")])
    words = join([item.title, Muted(bracketed(more)) if more else ""], " ")
    inner: Blocks = (_list(view, item.items),) if item.items else ()
    return Item(view.noted(words, item), (*prose(item.text), *inner), view.anchor_of(item))
