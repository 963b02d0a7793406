"""About the document: all its formal facts, the corrections, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import Blocks, Fact, Facts, Item, Items, Paragraph, Section
from fardplan.documents.compose import cover
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital, say_address
from fardplan.documents.compose._times import say_span
from fardplan.documents.compose._view import View
from fardplan.documents.compose.unread import Unread, unread_section
from fardplan.documents.document import Contact, Status
from fardplan.documents.inline import Inline, Link, Strong, join
from fardplan.locales.licences import find_licence
from fardplan.locales.text import Lang, Text
from fardplan.model import steering
from fardplan.model.chapters import ValidityPeriod

ABOUT = Text("Om dokumentet", "About this document")
STATUS = Text("Status", "Status")
VALIDITY = Text("Giltighetstid", "Validity")
EARLIER = Text("Tidigare giltighetstider", "Earlier validity")
EARLIER_VERSION = Text("version {version}: {period}", "version {version}: {period}")
DECISION = Text("Beslut", "Decision")
CORRECTIONS = Text("Rättelser", "Corrections")
LICENCE = Text("Licens för innehållet", "Licence of the content")
ACCESSIBILITY = Text("Tillgänglighet", "Accessibility")
STATEMENT = Text("Tillgänglighetsredogörelse", "Accessibility statement")
SOURCES = Text("Källor och tolkning", "Sources and interpretation")


def about_document(
    view: View,
    shown: Status,
    licence: Inline = "",
    statement: Link | None = None,
    unread: tuple[Unread, ...] = (),
) -> Section | None:
    """Return the formal facts; those that a reader looks for are said to be missing."""
    return chapter(
        "om-dokumentet",
        view.words(ABOUT),
        (Facts((*_facts(view, shown), *_terms_of_use(view, licence, statement)), "box"),),
        _sources(view),
        only(chapter(cover.CORRECTIONS, view.words(CORRECTIONS), _corrections(view))),
        only(unread_section(view, unread)),
    )


def say_licence(written: str, lang: Lang) -> Inline:
    """Return a licence by its name, leading to its text, or in the words that were written."""
    licence = find_licence(written)
    return Link(licence.say(lang), licence.url(lang)) if licence else written


def link_statement(address: str, lang: Lang) -> Link:
    """Return the way to the accessibility statement."""
    return Link(STATEMENT.say(lang), address)


def _terms_of_use(view: View, licence: Inline, statement: Link | None) -> Iterator[Fact]:
    """Yield what holds for the document without standing in the roadmap."""
    if licence:
        yield Fact(view.words(LICENCE), licence)
    if statement:
        yield Fact(view.words(ACCESSIBILITY), statement)


def _facts(view: View, shown: Status) -> tuple[Fact, ...]:
    roadmap = view.roadmap
    state = shown.badge.text if shown.stated else view.not_stated()
    decision = cover.decision_words(view) or cover.adoption_words(view)
    period = cover.validity(view, roadmap.validity)
    return (
        Fact(view.words(STATUS), capital(state)),
        view.asked(roadmap, "version"),
        *view.facts(roadmap, "number", "short_title", "year", "planning_years"),
        Fact(view.words(VALIDITY), capital(period or view.not_stated())),
        *_earlier(view),
        Fact(view.words(DECISION), capital(decision or view.not_stated())),
        view.asked(roadmap, "accountable"),
        *view.facts(
            roadmap, "document_owner", "registry_number", "annex_of", "document_type", "kind",
            "profile", "level", "next_revision", "review_by", "updated", "judged_as_of",
        ),
    )  # fmt: skip


def _earlier(view: View) -> tuple[Fact, ...]:
    validity = view.roadmap.validity
    if validity is None or not validity.history:
        return ()
    items = tuple(Item(_earlier_one(view, item)) for item in validity.history)
    return (Fact(view.words(EARLIER), blocks=(Items(items),)),)


def _earlier_one(view: View, period: ValidityPeriod) -> Inline:
    words = say_span(view, period.from_, period.to)
    if period.version:
        words = view.words(EARLIER_VERSION, version=period.version, period=words)
    return view.noted(capital(words), period)


def _sources(view: View) -> Blocks:
    """Return where the roadmap as a whole is taken from, and how it has been read."""
    roadmap = view.roadmap
    items = tuple(Item(capital(view.source(one))) for one in roadmap.sources)
    remarks = prose(roadmap.remarks)
    if not (items or remarks):
        return ()
    lead = f"{view.words(SOURCES)}:"
    return (*((Items(items, lead=lead),) if items else (Paragraph(Strong(lead)),)), *remarks)


def _corrections(view: View) -> Blocks:
    items = tuple(
        Item(join([join([capital(view.say(item.date)), item.what], ": "), f"({item.by})"], " "))
        for item in view.roadmap.corrections
    )
    return (Items(items),) if items else ()


def contacts(view: View) -> tuple[Contact, ...]:
    """Return whom to turn to, by role."""
    return tuple(_contact(view, item) for item in view.roadmap.contacts)


def _contact(view: View, contact: steering.Contact) -> Contact:
    lines: list[Inline] = [view.spoken(contact, "organisation")]
    if contact.email:
        lines.append(Link(contact.email, f"mailto:{contact.email}"))
    lines.append(contact.phone or "")
    if contact.url:
        lines.append(say_address(contact.url))
    return Contact(contact.role, tuple(line for line in lines if line))
