"""All that is known of a site before its first page is made."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fardplan.documents.engine import BASE, load_template
from fardplan.documents.site.addresses import ASSETS, STATEMENT
from fardplan.documents.site.html import Look, make_look
from fardplan.documents.site.issues import Shelf, Site
from fardplan.documents.site.start import TITLE
from fardplan.model.edition import Collection
from fardplan.model.index import Index
from fardplan.pipeline.own_files import load_settings
from fardplan.pipeline.rendering import refuse_picture
from fardplan.pipeline.site.building import Building
from fardplan.pipeline.site.leaving import find_left
from fardplan.pipeline.site.publishing import (
    Found,
    choose,
    date_found,
    list_found,
    list_omitted,
    make_shelf,
)
from fardplan.pipeline.site.reading import Reader
from fardplan.pipeline.states import open_tree
from fardplan.pipeline.unread_values import list_faulty
from fardplan.source.collection import Loaded, load
from fardplan.source.contents import Snapshot
from fardplan.source.git import Repository
from fardplan.source.pictures import read_picture
from fardplan.source.resources import templates_dir
from fardplan.source.root import SETTINGS
from fardplan.source.settings import Settings
from fardplan.source.slots import place_of

FRAME = "site"


@dataclass
class Work:
    """What the pages are made by, how they look, and what is left out."""

    building: Building
    omitted: tuple[Found, ...]
    logo: tuple[str, bytes] | None
    looks: dict[str, Look] = field(default_factory=dict)

    def look(self, roadmap: str) -> Look:
        """Return the look of the pages about a roadmap, or of those about none."""
        name = self.building.settings.templates.get(roadmap) or BASE
        if name not in self.looks:
            search = (self.building.root / "templates", templates_dir())
            self.looks[name] = make_look(load_template(FRAME, search), load_template(name, search))
        return self.looks[name]


def prepare(
    root: Path, repository: Repository | None, tree: Snapshot, base_url: str | None
) -> Work:
    """Read the versions in force and find out which others there are; raises CannotRun."""
    open_tree(root)  # a folder without roadmaps is the wrong one: it would empty the site
    settings, wrong = load_settings(tree, tree.paths())
    loaded = load(tree)
    now = loaded.collection
    found = date_found(repository, dict(list_found(root, repository, now)))
    drafts = settings.site.drafts
    shown = {name: few for name, own in found.items() if (few := choose(own, drafts=drafts))}
    known = {name: own for name, own in found.items() if name not in loaded.half_known}
    omitted = () if drafts else tuple(_list_omitted(known, shown))
    reader = Reader(loaded, tree.contents, faulty=set(_list_left_out(loaded)))
    if any(one.rule == "invalid-value" for one in wrong):
        reader.faulty.add(SETTINGS)
    shelves, collection = _read_shelves(reader, shown)
    index = Index.of(collection)
    left = tuple(
        one
        for name, shelf in shelves.items()
        for one in find_left(shelf, shown[name], collection.editions[name], index)
    )
    logo = _read_logo(root, settings)
    site = Site(
        title=settings.site.title or TITLE.say(settings.language or "sv"),
        lang=settings.language or "sv",
        collection=collection,
        index=index,
        shelves=shelves,
        organisation=settings.organisation.name or "",
        logo=logo[0] if logo else "",
        base_url=base_url or settings.site.base_url or "",
        licence=settings.data_license or "",
        statement=settings.accessibility.statement_url or STATEMENT,
        former={name: edition.roadmap.previously for name, edition in now.editions.items()},
        gone={one.key: one.page for one in left},
    )
    return Work(Building(root, repository, settings, site, shown, reader, left), omitted, logo)


def _list_left_out(loaded: Loaded) -> Iterator[str]:
    """Yield the files of the roadmaps of which it cannot be told whether they are adopted."""
    folders = {place_of(path).roadmap for path in loaded.faults} - {""}
    for folder in loaded.half_known | (folders - loaded.collection.editions.keys()):
        yield from list_faulty(loaded, folder, past=False)


def _list_omitted(
    found: Mapping[str, tuple[Found, ...]], shown: Mapping[str, tuple[Found, ...]]
) -> Iterator[Found]:
    for name, own in found.items():
        yield from list_omitted(own, shown.get(name, ()))


def _read_shelves(
    reader: Reader, shown: Mapping[str, tuple[Found, ...]]
) -> tuple[dict[str, Shelf], Collection]:
    """Return the versions of each roadmap, and what the ones in force hold.

    A roadmap whose version in force cannot be read is left out.
    """
    shelves = {name: make_shelf(name, own) for name, own in shown.items()}
    current = {
        name: next(one for one in shown[name] if one.issue is shelf.current)
        for name, shelf in shelves.items()
    }
    collection = reader.read_current(current)
    return {name: one for name, one in shelves.items() if name in collection.editions}, collection


def _read_logo(root: Path, settings: Settings) -> tuple[str, bytes] | None:
    """Return address and content of the publisher's logo."""
    path = settings.organisation.logo
    if not path:
        return None
    picture = read_picture(root, path)
    if picture is None:
        raise refuse_picture(root, path)
    data = base64.b64decode(picture.partition(",")[2])
    return f"{ASSETS}/logo{Path(path).suffix.lower()}", data
