"""The projektplan of an activity: its five parts in order, here or in a document elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fardplan.documents.blocks import (
    Blocks,
    Callout,
    Fact,
    Group,
    Item,
    Items,
    Paragraph,
    Section,
    Unfold,
)
from fardplan.documents.compose._badges import term_badge
from fardplan.documents.compose._financing import financing_blocks
from fardplan.documents.compose._follow_up import follow_up_blocks
from fardplan.documents.compose._labelled import line
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._timeline import timeline_blocks
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Link, join
from fardplan.locales.text import Text, capitalise
from fardplan.locales.text import join as join_words
from fardplan.model.projektplan import PlanDocument, Projektplan
from fardplan.model.terms import ProjektplanKind, ProjektplanPart

SUMMARY = Text("{kind} ({there} av {all} delar)", "{kind} ({there} of {all} parts)")
LACKS = {
    ProjektplanKind.PROJEKTPLAN: Text(
        "Projektplanen saknar {parts}.", "The projektplan lacks {parts}."
    ),
    ProjektplanKind.UPPDRAGSDIREKTIV: Text(
        "Uppdragsdirektivet saknar {parts}.", "The uppdragsdirektiv lacks {parts}."
    ),
}
CONTAINS = Text("Det här finns i dokumentet:", "What the document contains:")
DOCUMENT = Text("Dokument", "Document")

PARTS = (
    ProjektplanPart.MANDATE,
    ProjektplanPart.IMPLEMENTATION,
    ProjektplanPart.TIMELINE,
    ProjektplanPart.FINANCING,
    ProjektplanPart.FOLLOW_UP,
)
"""The five parts in the order in which a reader asks for them: what, how, when, for what money."""

_HANDLED = ("kind", "status", "document", "contains", *(part.value for part in PARTS))


def projektplan_blocks(view: View, activity_id: str, plan: Projektplan) -> Blocks:
    """Return the projektplan of an activity, folded under a line that says how complete it is."""
    kind = plan.kind or ProjektplanKind.PROJEKTPLAN
    missing = plan.missing_parts
    there = len(PARTS) - len(missing)
    summary = view.words(SUMMARY, kind=capitalise(view.say(kind)), there=there, all=len(PARTS))
    blocks = (
        *_lacks(view, missing, kind),
        *_where(view, plan),
        *_contains(view, plan),
        *_parts(view, activity_id, plan),
    )
    badges = (term_badge(view, plan.status),) if plan.status else ()
    anchor = view.anchor("projektplan", activity_id)
    return (Unfold(summary, blocks, badges, anchor),)


def _lacks(view: View, missing: Collection[ProjektplanPart], kind: ProjektplanKind) -> Blocks:
    if not missing:
        return ()
    names = [view.say(part) for part in PARTS if part in missing]
    said = view.words(LACKS[kind], parts=join_words(names, view.lang))
    return (Callout("empty", (Paragraph(said),)),)


def _where(view: View, plan: Projektplan) -> Blocks:
    facts = (*_document(view, plan.document), *view.rest(plan, *_HANDLED))
    return line(facts)


def _document(view: View, document: PlanDocument | None) -> Iterator[Fact]:
    if document is None:
        return
    said: list[Inline] = []
    if document.title and document.url:
        said.append(Link(document.title, document.url))
    else:
        said += [document.title or "", view.spoken(document, "url")]
    if any(said):
        yield Fact(view.words(DOCUMENT), join(said))
    yield from view.rest(document, "title", "url")


def _contains(view: View, plan: Projektplan) -> Blocks:
    """Return which of the five parts stand in the document elsewhere."""
    if not plan.contains:
        return ()
    items = tuple(
        Item(capitalise(view.say(part)), mark="yes" if part in plan.parts else "no")
        for part in PARTS
    )
    return (Items(items, lead=view.words(CONTAINS), style="check"),)


def _parts(view: View, activity_id: str, plan: Projektplan) -> Blocks:
    contents: dict[ProjektplanPart, Blocks] = {
        ProjektplanPart.MANDATE: prose(plan.mandate),
        ProjektplanPart.IMPLEMENTATION: prose(plan.implementation),
        ProjektplanPart.TIMELINE: timeline_blocks(view, plan.timeline),
        ProjektplanPart.FINANCING: financing_blocks(view, plan.financing),
        ProjektplanPart.FOLLOW_UP: follow_up_blocks(view, plan.follow_up),
    }
    return tuple(
        Section(
            view.anchors.claim(f"projektplan-{activity_id}-{part.value.replace('_', '-')}"),
            view.label(Projektplan, part.value),
            blocks=(Group(contents[part]),),
            contents=False,
        )
        for part in PARTS
        if contents[part]
    )
