"""A roadmap's own page: how it stands, what is in it, what it hangs together with, its versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fardplan.documents.blocks import Blocks, Cell, Column, Paragraph, Section, Table
from fardplan.documents.compose import about, cover, opening
from fardplan.documents.compose._area_overview import overview
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._outline import Outline
from fardplan.documents.compose._view import View
from fardplan.documents.compose.activities import activity_table
from fardplan.documents.compose.goals import goal_table
from fardplan.documents.compose.principles import principles
from fardplan.documents.compose.themes import themes
from fardplan.documents.compose.vision import vision
from fardplan.documents.document import Document
from fardplan.documents.inline import Badge, Inline, Link, join
from fardplan.documents.site.addresses import changes_page, feed_of, lead
from fardplan.documents.site.connections import connections, find_up, related
from fardplan.documents.site.issues import Issue, Shelf, stand
from fardplan.documents.site.page import Page, PageKind
from fardplan.documents.site.parts import Parts
from fardplan.locales.text import Text, capitalise
from fardplan.model.index import Entity

CONTENT = Text("Mål och aktiviteter", "Goals and activities")
OTHER = Text("Övriga aktiviteter", "Other activities")
WHOLE = Text("Läs hela dokumentet", "Read the whole document")
VERSIONS = Text("Versioner", "Versions")
VERSION, STATUS = Text("Version", "Version"), Text("Status", "Status")
YEAR, DECIDED = Text("År", "Year"), Text("Beslut", "Decision")
CHANGES = Text("Vad som ändrades", "What changed")
SINCE = Text("Ändringar från {old}", "Changes from {old}")
IN_FORCE = Text("visas här", "shown here")
READ_CHANGES = Text(
    "Läs alla ändringar från {old} till {new}", "Read all changes from {old} to {new}"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What happened between two versions, in a sentence."""

    old: Issue
    new: Issue
    summary: str


def roadmap_page(parts: Parts, whole: Document, told: Iterable[Told]) -> Page:
    """Return a roadmap's page; `whole` is the document of the version that it shows."""
    address = parts.shelf.page
    view = parts.view(address)
    roadmap = parts.index.by_key[parts.edition.id, "roadmap", parts.edition.id]
    vision_key = (parts.edition.id, "vision", parts.edition.id)
    chain = [roadmap]
    if own_vision := parts.index.by_key.get(vision_key):
        chain.append(own_vision)
    up = [(one, "") for one, _ in find_up(parts.mentions, chain)]
    down = _merge(parts.mentions.down.get(one.key, ()) for one in chain)
    first = opening.opening(view)
    chapters = (
        *_areas(view, parts.plan),
        *only(vision(view), principles(view), themes(view)),
        *connections(view, up, down),
        *_versions(view, parts, tuple(told)),
    )
    statement = about.link_statement(parts.site.way_to_statement(address), view.lang)
    document = replace(
        whole,
        statement=statement,
        links=(Link(view.words(WHOLE), lead(address, parts.issue.page)),),
        facts=cover.facts(view),
        opening=first,
        sections=chapters,
        notes=view.notes.all(),
    )
    return Page(
        address=address,
        kind=PageKind.ROADMAP,
        document=document,
        issue=parts.issue,
        id=parts.edition.id,
        name=parts.issue.name,
        feed=feed_of(parts.edition.id),
        up=related(parts.site, [one for one, _ in up]),
        down=related(parts.site, down),
        parts=related(parts.site, tuple(_parts(parts))),
        content={"roadmap": view.roadmap, "vision": parts.edition.vision},
    )


def _merge(groups: Iterable[Iterable[Entity]]) -> tuple[Entity, ...]:
    return tuple({one.key: one for group in groups for one in group}.values())


def _parts(parts: Parts) -> Iterator[Entity]:
    for kind in ("area", "goal", "activity"):
        for one in parts.ids(kind):
            yield parts.index.by_key[parts.edition.id, kind, one]


def _areas(view: View, plan: Outline) -> tuple[Section, ...]:
    """Return the overview of the areas, and each with its goals and activities."""
    sections = [*only(overview(view, plan))]
    inner = [*only(*(_area(view, one, plan) for one in plan.areas))]
    loose: Blocks = ()
    if outside := plan.goals.get("", ()):
        loose += goal_table(view, outside, plan)
    if plan.loose:
        loose += activity_table(view, plan.loose)
    if inner and loose:
        inner.append(Section("ovriga", view.words(OTHER), blocks=loose, contents=False))
        loose = ()
    found = chapter("mal-och-aktiviteter", view.words(CONTENT), loose, tuple(inner))
    return (*sections, *only(found))


def _area(view: View, area_id: str, plan: Outline) -> Section | None:
    area = view.edition.areas[area_id]
    goals, activities = plan.goals.get(area_id, ()), plan.of_area.get(area_id, ())
    tables = (*(goal_table(view, goals, plan) if goals else ()), *activity_table(view, activities))
    if not tables:
        return None
    title = view.link(area_id, "area", area.title)
    return Section(f"i-{area_id}", title, blocks=tables, number=area.number or "", contents=False)


def _versions(view: View, parts: Parts, told: tuple[Told, ...]) -> tuple[Section, ...]:
    """Return every version with its status and its changes, the newest first."""
    page, shelf = parts.shelf.page, parts.shelf
    before = {new.label: old for old, new in shelf.pairs()}
    rows = tuple(
        _version(view, shelf, issue, before.get(issue.label)) for issue in reversed(shelf.issues)
    )
    head = (
        Column(view.words(VERSION)), Column(view.words(YEAR), width="narrow"),
        view.words(STATUS), view.words(CHANGES),
    )  # fmt: skip
    table = Table(view.words(VERSIONS), head, rows)
    return (Section("versioner", view.words(VERSIONS), blocks=(*_latest(view, page, told), table)),)


def _version(view: View, shelf: Shelf, issue: Issue, old: Issue | None) -> tuple[Cell | str, ...]:
    page = shelf.page
    words = Link(capitalise(issue.say(view.lang)), lead(page, issue.page))
    changed: Cell | str = ""
    if old:
        address = lead(page, changes_page(issue.roadmap, old.label, issue.label))
        changed = Cell(Link(view.words(SINCE, old=old.say(view.lang)), address))
    return Cell(words), str(issue.head.year), Cell(_status(view, shelf, issue)), changed


def _status(view: View, shelf: Shelf, issue: Issue) -> Inline:
    """Return how a version stands, and whether it is the one on the page."""
    state, shown = stand(issue, shelf), issue is shelf.current
    badge = Badge(capitalise(view.say(state)), "good" if shown else "quiet") if state else ""
    return join([badge, view.words(IN_FORCE) if shown else ""], " ")


def _latest(view: View, page: str, told: tuple[Told, ...]) -> Blocks:
    if not told:
        return ()
    last = told[-1]
    address = lead(page, changes_page(view.edition.id, last.old.label, last.new.label))
    old, new = last.old.say(view.lang), last.new.say(view.lang)
    link = Link(view.words(READ_CHANGES, old=old, new=new), address)
    return (Paragraph(last.summary), Paragraph(link))


def whole_page(parts: Parts, document: Document, content: dict[str, object]) -> Page:
    """Return the page that holds the whole document of one version."""
    address = parts.issue.page
    shelf = Link(parts.shelf.current.name, lead(address, parts.shelf.page))
    return Page(
        address=address,
        kind=PageKind.DOCUMENT,
        document=document,
        crumbs=(shelf,),
        issue=parts.issue,
        id=parts.issue.label,
        name=capitalise(parts.issue.say(document.lang)),
        feed=feed_of(parts.edition.id),
        part_of=parts.issue.name,
        content=content,
    )
