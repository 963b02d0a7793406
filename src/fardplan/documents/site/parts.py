"""The pages of the areas, goals and activities of one version of a roadmap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from fardplan.documents.blocks import Blocks, Fact, Paragraph, Section
from fardplan.documents.compose import about, cover, standing
from fardplan.documents.compose._outline import Outline, in_order, outline
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import Crossing, View
from fardplan.documents.compose.activities import activity_card
from fardplan.documents.compose.areas import area_chapter
from fardplan.documents.compose.document import language_of
from fardplan.documents.compose.goals import goal_section
from fardplan.documents.document import Banner, Document
from fardplan.documents.inline import Inline, Link, join, plain
from fardplan.documents.site.addresses import FOLDERS, entity_page, feed_of, lead
from fardplan.documents.site.connections import connections, find_up, related
from fardplan.documents.site.head import describe, kicker, sources, stand
from fardplan.documents.site.issues import Issue, Shelf, Site
from fardplan.documents.site.mentions import Mentions
from fardplan.documents.site.page import Page, PageKind, split
from fardplan.documents.site.places import SitePlaces
from fardplan.locales.text import Text
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Entity, Index

BELONGS = Text("Ingår i", "Part of")
ROADMAP = Text("Färdplan", "Roadmap")
WHERE = Text("{name}, {version}", "{name}, {version}")
GONE = Text(
    "Finns inte i den version som gäller ({version}). Texten är från {last}.",
    "Is not in the version in force ({version}). The text is from {last}.",
)
RENAMED = Text(
    "Heter nu {name}. Texten är från {last}.", "Is now called {name}. The text is from {last}."
)


@dataclass(frozen=True)
class Parts:
    """Makes the pages of one version of a roadmap.

    `collection` holds this version beside the versions in force of all other roadmaps.
    """

    site: Site
    shelf: Shelf
    issue: Issue
    edition: Edition
    collection: Collection
    index: Index
    mentions: Mentions
    crossing: Crossing

    @cached_property
    def plan(self) -> Outline:
        """What stands where in the version."""
        return outline(self.view(""))

    def view(self, page: str) -> View:
        """Return what one page is composed from."""
        places = SitePlaces(self.site, page)
        return View(
            self.edition,
            self.collection,
            self.index,
            language_of(self.edition),
            places,
            crossing=self.crossing,
            found=self._found,
        )

    @cached_property
    def _found(self) -> dict[tuple[str, tuple[str, ...]], Entity | None]:
        """What references lead to, which is the same on all pages."""
        return {}

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a kind in the order of the document, each once."""
        plan, edition = self.plan, self.edition
        if kind == "area":
            return plan.areas
        goals = [one for area in (*plan.areas, "") for one in plan.goals.get(area, ())]
        if kind == "goal":
            return tuple(dict.fromkeys((*goals, *in_order(edition.goals))))
        found = [one for goal in goals for one in plan.of_goal.get(goal, ())]
        found += [one for area in plan.areas for one in plan.of_area.get(area, ())]
        return tuple(dict.fromkeys((*found, *in_order(edition.activities))))

    def pages(self) -> Iterator[Page]:
        """Yield the page of every area, goal and activity, each with the way to its neighbours."""
        for kind in FOLDERS:
            ids = self.ids(kind)
            for at, entity_id in enumerate(ids):
                page = self.page(kind, entity_id)
                before = self._neighbour(page, kind, ids[at - 1]) if at else None
                after = self._neighbour(page, kind, ids[at + 1]) if at + 1 < len(ids) else None
                yield replace(page, before=before, after=after)

    def left(self, kind: str, entity_id: str, heir: Entity | None = None) -> Page:
        """Return the page of what the version in force no longer has, which says so.

        `heir` is what it has become under another id.
        """
        page = self.page(kind, entity_id)
        lang, last = page.document.lang, self.issue.say(page.document.lang)
        if heir:
            name: Inline = Link(heir.title, lead(page.address, entity_page(*heir.key)))
            before, after = RENAMED.say(lang, name="\0", last=last).split("\0")
            words: Inline = join([before, name, after], "")
        else:
            words = GONE.say(lang, version=self.shelf.current.say(lang), last=last)
        banners = (Banner(words), *page.document.banners)
        document = replace(page.document, banners=banners)
        return replace(page, document=document, heir=entity_page(*heir.key) if heir else "")

    def page(self, kind: str, entity_id: str) -> Page:
        """Return the page of one entity."""
        address = entity_page(self.edition.id, kind, entity_id)
        view = self.view(address)
        section = _SECTIONS[kind](view, entity_id, self.plan)
        chain = self._chain(view, kind, entity_id)
        entity = chain[0]
        up = find_up(self.mentions, chain)
        down = self.mentions.down.get(entity.key, ())
        more = connections(view, [one for one in up if one[1]], down)
        document = self._document(view, section, address, chain, more)
        return Page(
            address=address,
            kind=PageKind(kind),
            document=document,
            crumbs=self._crumbs(view, chain),
            issue=self.issue,
            id=entity_id,
            feed=feed_of(self.edition.id),
            part_of=self.issue.name,
            up=related(self.site, [*chain[1:], *(one for one, _ in up)]),
            down=related(self.site, down),
            parts=related(self.site, self._children(kind, entity_id)),
            content={kind: entity.value},
        )

    def _document(
        self, view: View, section: Section, address: str, chain: Sequence[Entity],
        more: tuple[Section, ...],
    ) -> Document:  # fmt: skip
        first, chapters = split(section.blocks)
        badges: Blocks = (Paragraph(join(list(section.badges), " ")),) if section.badges else ()
        here, current = self.issue, self.shelf.current
        replaced = here is not current
        force: Inline = ""
        if replaced:
            force = Link(current.say(view.lang), lead(address, self.shelf.page))
        shown = standing.status(view, force, replaced=replaced)
        licence = about.say_licence(self.site.licence, view.lang) if self.site.licence else ""
        return Document(
            lang=view.lang,
            title=plain(section.title),
            kicker=kicker(section),
            organisation=self.site.organisation or cover.organisation(view),
            description=describe(view, section),
            status=replace(shown, badge=replace(shown.badge, text=stand(view, shown))),
            standing=standing.standing(view, shown),
            banners=standing.banners(view, force, replaced=replaced),
            facts=(*self._where(view, chain), *section.facts, *sources(view, chain[0])),
            opening=(*badges, *first),
            sections=(*chapters, *more),
            contacts=about.contacts(view),
            updated=view.spoken(view.roadmap, "updated"),
            licence=licence,
            statement=about.link_statement(self.site.way_to_statement(address), view.lang),
            metadata=standing.metadata(view, shown, self.site.licence),
            notes=view.notes.all(),
        )

    def _where(self, view: View, chain: Sequence[Entity]) -> Iterator[Fact]:
        """Yield which version of which roadmap it stands in, and under what."""
        said = view.words(WHERE, name=self.issue.name, version=self.issue.say(view.lang))
        shelf = lead(_page_of(view), self.shelf.page)
        yield Fact(view.words(ROADMAP), Link(said, shelf))
        above = [view.link_to(one) for one in chain[1:2]]
        if above:
            yield Fact(view.words(BELONGS), capital(join(above)))

    def _chain(self, view: View, kind: str, entity_id: str) -> list[Entity]:
        """Return an entity and what it stands under in its own roadmap, the nearest first."""
        found: list[Entity] = []
        entity = self.index.by_key.get((self.edition.id, kind, entity_id))
        while entity and entity not in found:
            found.append(entity)
            entity = self._parent(view, entity)
        return found

    def _parent(self, view: View, entity: Entity) -> Entity | None:
        for kind in ("goal", "precondition", "area"):
            written = getattr(entity.value, kind, None) if entity.kind != "area" else None
            above = view.find(written, (kind,)) if written else None
            if above and above.home == self.edition.id:
                return above
        return None

    def _children(self, kind: str, entity_id: str) -> list[Entity]:
        plan = self.plan
        below: dict[str, tuple[str, ...]] = {}
        if kind == "area":
            below = {"goal": plan.goals.get(entity_id, ()),
                     "activity": plan.of_area.get(entity_id, ())}  # fmt: skip
        elif kind == "goal":
            below = {"activity": plan.of_goal.get(entity_id, ())}
        keys = ((self.edition.id, one, name) for one, ids in below.items() for name in ids)
        return [self.index.by_key[key] for key in keys if key in self.index.by_key]

    def _crumbs(self, view: View, chain: Sequence[Entity]) -> tuple[Link, ...]:
        page = _page_of(view)
        above = [
            Link(one.title, lead(page, address))
            for one in reversed(chain[1:])
            if (address := SitePlaces(self.site, page).find(one))
        ]
        return (Link(self.issue.name, lead(page, self.shelf.page)), *above)

    def _neighbour(self, page: Page, kind: str, entity_id: str) -> Link:
        entity = self.index.by_key[self.edition.id, kind, entity_id]
        return Link(entity.title, lead(page.address, entity_page(*entity.key)))


def _area(view: View, entity_id: str, plan: Outline) -> Section:
    return area_chapter(view, entity_id, plan, whole=False)


def _goal(view: View, entity_id: str, plan: Outline) -> Section:
    return goal_section(view, entity_id, plan, whole=False)


def _activity(view: View, entity_id: str, plan: Outline) -> Section:
    del plan  # what an activity says does not depend on its place
    (card,) = activity_card(view, entity_id)
    return card


_SECTIONS: dict[str, Callable[[View, str, Outline], Section]] = {
    "area": _area,
    "goal": _goal,
    "activity": _activity,
}


def _page_of(view: View) -> str:
    return view.places.page if isinstance(view.places, SitePlaces) else ""
