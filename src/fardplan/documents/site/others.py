"""The pages beside the roadmaps: changes between versions, the statement, what is not found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fardplan.documents.blocks import Paragraph
from fardplan.documents.compose import about
from fardplan.documents.document import Document
from fardplan.documents.inline import Inline, Link, bracketed, join
from fardplan.documents.site.addresses import (
    FEED,
    MISSING,
    SEARCH,
    START,
    STATEMENT,
    changes_page,
    feed_of,
    lead,
)
from fardplan.documents.site.issues import Issue, Shelf, Site, stand
from fardplan.documents.site.page import Page, PageKind
from fardplan.locales.text import Lang, Text

COMPARED = Text("Jämförelse mellan ", "Comparison of ")
AND = Text(" och ", " and ")
NAME = Text("Ändringar från {old} till {new}", "Changes from {old} to {new}")
NOT_FOUND = Text("Sidan finns inte", "The page does not exist")
NOT_FOUND_TEXT = Text(
    "Adressen kan vara fel, eller så har sidan tagits bort. Det du letar efter kan finnas kvar: ",
    "The address may be wrong, or the page has been removed. What you look for may still be "
    "there: ",
)
SEARCHING, OR = Text("sök på webbplatsen", "search the site"), Text(" eller ", " or ")
FIRST_PAGE = Text("börja från startsidan", "begin at the first page")


def changes_document_page(
    site: Site, shelf: Shelf, pair: tuple[Issue, Issue], document: Document,
    content: Mapping[str, object],
) -> Page:  # fmt: skip
    """Return the page of what changed between two versions of a roadmap."""
    old, new = pair
    address = changes_page(shelf.roadmap, old.label, new.label)
    lang = document.lang
    one, other = (_version(issue, shelf, address, lang) for issue in pair)
    compared = join([COMPARED.say(lang), one, AND.say(lang), other, "."], "")
    pairs = shelf.pairs()
    at = pairs.index(pair)
    neighbours = [pairs[at - 1] if at else None, pairs[at + 1] if at + 1 < len(pairs) else None]
    before, after = (
        Link(
            f"{one[0].say(lang)} – {one[1].say(lang)}",
            lead(address, changes_page(shelf.roadmap, one[0].label, one[1].label)),
        )
        if one
        else None
        for one in neighbours
    )
    shown = replace(
        document,
        opening=(*document.opening, Paragraph(compared, "muted")),
        organisation=site.organisation,
        licence=about.say_licence(site.licence, lang) if site.licence else "",
        statement=about.link_statement(site.way_to_statement(address), lang),
    )
    return Page(
        address=address,
        kind=PageKind.CHANGES,
        document=shown,
        crumbs=(Link(shelf.current.name, lead(address, shelf.page)),),
        before=before,
        after=after,
        issue=new,
        id=f"{old.label}-{new.label}",
        name=NAME.say(lang, old=old.say(lang), new=new.say(lang)),
        feed=feed_of(shelf.roadmap),
        part_of=new.name,
        content=content,
    )


def _version(issue: Issue, shelf: Shelf, page: str, lang: Lang) -> Inline:
    """Return a version as the way to its document, with how it stands."""
    state = stand(issue, shelf)
    link = Link(issue.say(lang), lead(page, issue.page))
    return join([link, bracketed(state.say(lang))], " ") if state else link


def statement_page(document: Document) -> Page:
    """Return the accessibility statement as a page."""
    return Page(address=STATEMENT, kind=PageKind.STATEMENT, document=document, feed=FEED)


def missing_page(site: Site) -> Page:
    """Return what a server shows where there is no page; it may be shown under any address."""
    lang = site.lang
    search = Link(SEARCHING.say(lang), site.url(SEARCH) or SEARCH)
    start = Link(FIRST_PAGE.say(lang), site.url(START) or START)
    words = join([NOT_FOUND_TEXT.say(lang), search, OR.say(lang), start, "."], "")
    way = site.statement if site.statement != STATEMENT else site.url(STATEMENT) or STATEMENT
    document = Document(
        lang=lang,
        title=NOT_FOUND.say(lang),
        organisation=site.organisation or site.title,
        opening=(Paragraph(words, "lead"),),
        statement=about.link_statement(way, lang),
    )
    return Page(address=MISSING, kind=PageKind.MISSING, document=document)
