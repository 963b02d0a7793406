"""Joins the chapters into one document, in the order in which a reader needs them."""

from __future__ import annotations

from dataclasses import dataclass

from fardplan.documents.blocks import Image, Section
from fardplan.documents.compose import about, cover, opening, sources, standing
from fardplan.documents.compose._chapter import only
from fardplan.documents.compose._terms import explanations, used_terms
from fardplan.documents.compose._view import Crossing, Places, View
from fardplan.documents.compose.areas import compose_areas
from fardplan.documents.compose.funding import compose_funding
from fardplan.documents.compose.indicators import compose_indicators
from fardplan.documents.compose.ongoing import ongoing
from fardplan.documents.compose.preconditions import preconditions
from fardplan.documents.compose.principles import principles
from fardplan.documents.compose.process import process
from fardplan.documents.compose.provenance import provenance
from fardplan.documents.compose.reports import compose_reports
from fardplan.documents.compose.sections import areas_pending, questions, sections_at
from fardplan.documents.compose.since import Since, show_changes
from fardplan.documents.compose.steering import follow_up, steering
from fardplan.documents.compose.themes import themes
from fardplan.documents.compose.unread import Unread
from fardplan.documents.compose.vision import vision
from fardplan.documents.document import Document
from fardplan.documents.inline import Inline, Link
from fardplan.locales.text import LANGUAGES, Lang
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Index
from fardplan.model.terms import Placement


@dataclass(frozen=True, slots=True)
class Publication:
    """What a document is published with: who stands behind it, and where other documents are.

    `organisation` and `logo` name the publisher (else the owners), `links` lead to other forms and
    versions, `in_force` to the version in force where that is another one; with `replaced` it has
    taken the place of this one. `licence` is what the settings say of the content (an SPDX id, or
    words), `statement` the address of the accessibility statement. `since` is what has changed
    since an earlier version; `places` says where links to entities lead, `crossing` which
    references may lead from one roadmap to another, where that is known. `unread` is what could not
    be read in the files, `made_up` the fields of roadmap.yaml that are not known therefore.
    """

    organisation: str = ""
    logo: Image | None = None
    links: tuple[Link, ...] = ()
    in_force: Inline = ""
    replaced: bool = False
    licence: str = ""
    statement: str = ""
    since: Since | None = None
    places: Places | None = None
    crossing: Crossing | None = None
    generator: str = "fardplan"
    unread: tuple[Unread, ...] = ()
    made_up: frozenset[str] = frozenset()


def compose(
    edition: Edition,
    collection: Collection,
    index: Index,
    lang: Lang | None = None,
    publication: Publication | None = None,
) -> Document:
    """Return an edition as a document, in the roadmap's language unless `lang` is given."""
    around = publication or Publication()
    lang = lang or language_of(edition)
    view = View(
        edition,
        collection,
        index,
        lang,
        around.places,
        made_up=around.made_up,
        crossing=around.crossing,
    )
    first = opening.opening(view)
    chapters = _chapters(view)
    terms = used_terms((first, chapters), collection.glossary.terms)
    shown = standing.status(view, around.in_force, replaced=around.replaced)
    licence = about.say_licence(around.licence, view.lang)
    statement = about.link_statement(around.statement, view.lang) if around.statement else None
    facts = about.about_document(view, shown, licence, statement, around.unread)
    last = only(sources.words_section(view, terms), facts)
    document = Document(
        lang=view.lang,
        title=edition.roadmap.title,
        subtitle=edition.roadmap.subtitle or "",
        kicker=cover.kicker(view),
        organisation=around.organisation or cover.organisation(view),
        logo=around.logo,
        description=cover.description(view),
        status=shown,
        standing=standing.standing(view, shown),
        banners=standing.banners(view, around.in_force, replaced=around.replaced),
        links=around.links,
        facts=cover.facts(view),
        opening=first,
        sections=(*chapters, *last),
        contacts=about.contacts(view),
        updated=view.spoken(edition.roadmap, "updated"),
        licence=licence,
        statement=statement,
        metadata=standing.metadata(view, shown, around.licence),
        generator=around.generator,
        notes=view.notes.all(),
        terms=explanations(view, terms),
    )
    return show_changes(document, around.since) if around.since else document


def language_of(edition: Edition) -> Lang:
    """Return the language that a roadmap is written in; Swedish where it is not said or known."""
    return next((lang for lang in LANGUAGES if lang == edition.roadmap.language), "sv")


def _chapters(view: View) -> tuple[Section, ...]:
    return (
        *only(opening.summary(view), opening.drivers(view)),
        *sections_at(view, Placement.FIRST),
        *only(opening.about(view), vision(view), principles(view), themes(view)),
        *only(preconditions(view)),
        *sections_at(view, Placement.BEFORE_AREAS),
        *only(areas_pending(view)),
        *compose_areas(view),
        *only(ongoing(view), process(view)),
        *only(follow_up(view), compose_indicators(view), compose_reports(view)),
        *only(compose_funding(view), steering(view), provenance(view)),
        *sections_at(view, Placement.LAST),
        *only(questions(view), sources.belongs(view)),
        *only(sources.references(view), sources.annexes(view)),
    )
