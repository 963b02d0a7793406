"""The first page: who has what, in which version, adopted when, which theme; and who has none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from fardplan.documents.blocks import (
    Blocks,
    Callout,
    Cell,
    Column,
    Moment,
    Paragraph,
    Section,
    Table,
    Timeline,
)
from fardplan.documents.compose import about, cover, standing
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import NOT_STATED, View
from fardplan.documents.document import Document
from fardplan.documents.inline import Inline, Link, Muted, join
from fardplan.documents.site.addresses import FEED, START, changes_page, lead
from fardplan.documents.site.issues import Issue, Shelf, Site
from fardplan.documents.site.lacking import say_lacking
from fardplan.documents.site.page import Page, PageKind, Related
from fardplan.documents.site.places import SitePlaces
from fardplan.locales.dates import say_date
from fardplan.locales.text import Lang, Text, count_in_words
from fardplan.locales.text import join as join_words
from fardplan.model.chapters import Theme
from fardplan.model.terms import Level, Profile

TITLE = Text("Färdplaner", "Roadmaps")
LEAD = Text(
    "Här finns {count}, i den version som gäller och i alla tidigare versioner som har antagits "
    "eller getts ut.",
    "Here are {count}, in the version in force and in all earlier versions that have been adopted "
    "or released.",
)
ONE, SEVERAL = Text("en färdplan", "one roadmap"), Text("{n} färdplaner", "{n} roadmaps")
NOTHING = Text(
    "Ingen färdplan är antagen eller utgiven än.", "No roadmap has been adopted or released yet."
)
WHO, WHAT = Text("Vem", "Who"), Text("Färdplan", "Roadmap")
ADOPTED = Text("Antagen", "Adopted")
VERSION, THEME = Text("Version", "Version"), Text("Årets tema", "Theme of the year")
WHOSE = Text("Vem har vad?", "Who has what?")
FICTIONAL = Text("Påhittade exempel", "Fictional examples")
GROUPS = {
    Level.NATIONAL: Text("Hela landet", "The whole country"),
    Level.REGIONAL: Text("Sjukvårdsregionen", "The healthcare region"),
    Level.COUNTY: Text("Hela länet", "The whole county"),
    Level.MUNICIPAL: Text("Kommunerna", "The municipalities"),
    Level.LOCAL_ARENA: Text("Lokal samverkan", "Local collaboration"),
    Level.UNIT: Text("Verksamheterna", "The units"),
}
OTHERS = Text("Andra", "Others")
SORTS = {
    Profile.VISION: Text("Målbild: vart vi vill", "Vision: where we want to go"),
    Profile.DIRECTION: Text("Inriktning: åt vilket håll", "Direction: which way"),
    Profile.ACTION: Text(
        "Handlingsplan: vad som ska göras, av vem och när",
        "Action plan: what is to be done, by whom and when",
    ),
    Profile.PROCESS: Text(
        "Processplan: hur arbetet går till", "Process plan: how the work is done"
    ),
}
RECENT = Text("Senast publicerat", "Recently published")
FIRST_ISSUE = Text("Första versionen här.", "The first version here.")
CHANGES = Text("Se ändringarna", "See the changes")
RELEASED = Text("{name}, {version}", "{name}, {version}")
DESCRIPTION = Text(
    "Färdplaner för nära vård: vem har vad, vilka mål och aktiviteter de har och vad som ändras.",
    "Roadmaps for close care: who has what, their goals and activities, and what changes.",
)
RECENT_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class News:
    """A version that came out: its day, and in a sentence what changed since the one before."""

    issue: Issue
    old: Issue | None = None
    summary: str = ""


def start_page(site: Site, views: Iterable[View], news: Iterable[News]) -> Page:
    """Return the first page; `views` are those of each roadmap's version in force."""
    shown = tuple(replace(view, places=SitePlaces(site, START)) for view in views)
    blocks, chapters = _content(site, shown)
    told = [one for one in news if not one.issue.head.fictional] or list(news)
    recent = sorted(told, key=lambda one: (one.issue.date, one.issue.roadmap), reverse=True)
    document = Document(
        lang=site.lang,
        title=site.title or TITLE.say(site.lang),
        organisation=site.organisation,
        description=DESCRIPTION.say(site.lang),
        opening=blocks,
        sections=(*chapters, *_recent(site, recent)),
        licence=about.say_licence(site.licence, site.lang) if site.licence else "",
        statement=about.link_statement(site.way_to_statement(START), site.lang),
    )
    return Page(
        address=START,
        kind=PageKind.START,
        document=document,
        feed=FEED,
        parts=tuple(
            Related("roadmap", one.roadmap, one.roadmap, one.current.name, one.page)
            for one in site.shelves.values()
        ),
    )


def _content(site: Site, views: tuple[View, ...]) -> tuple[Blocks, tuple[Section, ...]]:
    lang = site.lang
    if not views:
        return (Callout("empty", (Paragraph(NOTHING.say(lang)),)),), ()
    real = [view for view in views if not view.roadmap.fictional]
    fictional = [view for view in views if view.roadmap.fictional]
    n = len(real)
    count = ONE.say(lang) if n == 1 else SEVERAL.say(lang, n=count_in_words(n, lang))
    first: Blocks = (Paragraph(LEAD.say(lang, count=count), "lead"),) if real else ()
    groups = tuple(
        _group(site, level, found)
        for level in (*GROUPS, None)
        if (found := [view for view in real if view.roadmap.level == level])
    )
    lacking = say_lacking(site, real)
    if groups and lacking:
        groups = (*groups[:-1], replace(groups[-1], blocks=(*groups[-1].blocks, *lacking)))
    examples = (
        (
            Section(
                "exempel",
                FICTIONAL.say(lang),
                blocks=(_table(site, fictional, FICTIONAL.say(lang)),),
            ),
        )
        if fictional
        else ()
    )
    whose = chapter("vem-har-vad", WHOSE.say(lang), groups, lacking if not groups else ())
    return first, (*only(whose), *examples)


def _group(site: Site, level: Level | None, views: list[View]) -> Section:
    title = (GROUPS[level] if level else OTHERS).say(site.lang)
    name = level.value.replace("_", "-") if level else "andra"
    return Section(f"niva-{name}", title, blocks=(_table(site, views, title),), contents=False)


def _table(site: Site, views: list[View], caption: str) -> Table:
    lang = site.lang
    head = tuple(Column(text.say(lang)) for text in (WHO, WHAT, VERSION, ADOPTED, THEME))
    return Table(caption, head, tuple(_row(site, view) for view in views))


def _row(site: Site, view: View) -> tuple[Cell | str, ...]:
    shelf = site.shelves[view.edition.id]
    roadmap = view.roadmap
    link = Link(roadmap.title, lead(START, shelf.page))
    shown = standing.status(view)
    unknown = Muted(view.words(NOT_STATED))
    adopted = cover.decision_words(view) or cover.adoption_words(view) or unknown
    return (
        Cell(cover.organisation(view) or unknown),
        Cell(
            join([link, shown.badge], " "),
            (Paragraph(SORTS[roadmap.profile].say(site.lang), "muted"),),
        ),
        _version(shelf),
        Cell(capital(adopted)),
        Cell(_theme(view) or unknown),
    )


def _version(shelf: Shelf) -> str:
    head = shelf.current.head
    return f"{head.version} ({head.year})" if head.version else str(head.year)


def _theme(view: View) -> str:
    """Return the theme that is lifted in the year of the roadmap, or the only one there is."""
    themes = view.roadmap.themes
    fitting = [theme for theme in themes if _is_now(theme, view.roadmap.year)]
    found = fitting or (list(themes) if len(themes) == 1 else [])
    return join_words([theme.title for theme in found], view.lang)


def _is_now(theme: Theme, year: int) -> bool:
    time = theme.awareness_year
    if time is None or time.start is None or time.end is None:
        return False
    return time.start.year <= year <= time.end.year


def _recent(site: Site, news: list[News]) -> tuple[Section, ...]:
    moments = tuple(_moment(site, one) for one in news[:RECENT_MOST])
    if not moments:
        return ()
    title = RECENT.say(site.lang)
    return (Section("senast", title, blocks=(Timeline(moments, title),)),)


def _moment(site: Site, one: News) -> Moment:
    issue = one.issue
    name = RELEASED.say(site.lang, name=issue.name, version=issue.say(site.lang))
    blocks: Blocks = (Paragraph(one.summary or FIRST_ISSUE.say(site.lang)),)
    if one.old:
        address = changes_page(issue.roadmap, one.old.label, issue.label)
        blocks += (Paragraph(Link(CHANGES.say(site.lang), lead(START, address))),)
    title: Inline = Link(name, lead(START, issue.page))
    return Moment(_day(issue.date, site.lang), title, blocks)


def _day(written: str, lang: Lang) -> str:
    return say_date(datetime.fromisoformat(written).date(), lang)
