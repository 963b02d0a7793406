"""Puts the steps together that make a document: find the version, read, compose, lay out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import normpath

from fardplan.documents.blocks import Image
from fardplan.documents.compose.document import Publication, compose, language_of
from fardplan.documents.compose.since import Since
from fardplan.documents.compose.standing import BINDING
from fardplan.documents.compose.statement import find_statement
from fardplan.documents.document import Document
from fardplan.documents.engine import BASE, Template, load_template
from fardplan.documents.forms import FORMS
from fardplan.errors import CannotRun
from fardplan.formats._changes_since import show_since
from fardplan.locales.text import Lang, Text
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Index
from fardplan.model.paths import path_in
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.in_force import InForce, find_in_force
from fardplan.pipeline.judging import load_settings
from fardplan.source.collection import Loaded, load
from fardplan.source.git import Repository
from fardplan.source.pictures import KINDS as PICTURE_KINDS
from fardplan.source.pictures import read_picture
from fardplan.source.resources import templates_dir
from fardplan.source.settings import Settings
from fardplan.source.tree import WorkingTree
from fardplan.source.versions import Version, resolve

UNREADABLE = Text(
    "Färdplanen ”{roadmap}” går inte att läsa: {file} är trasig. Visa felen: fardplan validate",
    "The roadmap “{roadmap}” cannot be read: {file} is broken. Show the errors: fardplan validate",
)
NO_PICTURE = Text(
    "Logotypen {path} går inte att använda: den ska vara en bild ({endings}) på högst 1\u00a0MB "
    "i arkivet.",
    "The logo {path} cannot be used: it has to be a picture ({endings}) of at most 1\u00a0MB "
    "in the repository.",
)
HERE = "."


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which document to make; `rev` names a version, `template` a template or its folder.

    `since` names the version that changes are shown from. With `as_decided` the document says
    nothing of what came after the version.
    """

    roadmap: str
    rev: str | None = None
    template: str | None = None
    since: str | None = None
    as_decided: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A document with its template, what it was made from, and the faults in its files.

    `logo` is the path of the picture on its cover, "" where there is none.
    """

    document: Document
    template: Template
    version: Version
    faults: int
    edition: Edition
    collection: Collection
    logo: str = ""

    def write(self, output_format: str) -> str | bytes:
        """Return the document in one of the forms of `FORMS`."""
        return FORMS[output_format](self.document, self.template)


def make_document(root: Path, wanted: Wanted) -> Made:
    """Return a roadmap as a document; CannotRun where there is no such roadmap or version.

    What cannot be read in its files is left out and counted. Git is asked for a `rev`, for
    `since`, and for the version in force where the files do not hold it.
    """
    with ExitStack() as stack:
        repository = Repository.open(root) if wanted.rev not in (None, HERE) else None
        if repository is not None:
            stack.enter_context(repository)
        rev = HERE if wanted.rev is None else wanted.rev
        version = resolve(repository, root, wanted.roadmap, rev)
        loaded = load(version.tree)
        collection = _surround(root, version, loaded.collection)
        edition = _find_edition(loaded, version.folder)
        in_force = _find_in_force(repository, root, wanted, edition)
    settings = _read_settings(root)
    lang = language_of(edition)
    logo = _choose_logo(root, edition, settings, past=version.commit is not None)
    publication = Publication(
        organisation=settings.organisation.name or "",
        logo=_read_picture(root, *logo) if logo else None,
        in_force=in_force.say(lang) if in_force else "",
        replaced=in_force is not None and in_force.replaces,
        licence=settings.data_license or "",
        statement=find_statement(settings),
        since=None if wanted.since is None else _compare(root, wanted, lang),
    )
    document = compose(edition, collection, Index.of(collection), publication=publication)
    name = wanted.template or settings.templates.get(wanted.roadmap) or BASE
    template = load_template(name, (root / "templates", templates_dir()))
    faults = sum(_faults(loaded, version.folder))
    path = normpath(logo[0]) if logo else ""
    return Made(document, template, version, faults, edition, collection, path)


def _find_in_force(
    repository: Repository | None, root: Path, wanted: Wanted, shown: Edition
) -> InForce | None:
    """Return the version in force where another one is shown: an earlier one, or a draft.

    Git that cannot be asked keeps nobody from the document of the files.
    """
    if wanted.as_decided:
        return None
    if wanted.rev in (None, HERE):
        if shown.roadmap.status in BINDING:
            return None
        with suppress(CannotRun):
            repository = Repository.open(root)
    if repository is None:
        return find_in_force(None, root, wanted.roadmap, shown)
    with repository:
        return find_in_force(repository, root, wanted.roadmap, shown)


def _compare(root: Path, wanted: Wanted, lang: Lang) -> Since:
    old, new = (HERE if name is None else name for name in (wanted.since, wanted.rev))
    compared = compare_versions(root, wanted.roadmap, old, new)
    return show_since(compared.comparison, lang)


def _surround(root: Path, version: Version, found: Collection) -> Collection:
    """Return what was found; a lone folder gets the organisations and roadmaps of today."""
    if not version.stands_alone:
        return found
    today = load(WorkingTree(root)).collection
    return replace(today, editions={**today.editions, **found.editions})


def _find_edition(loaded: Loaded, folder: str) -> Edition:
    edition = loaded.collection.editions.get(folder)
    if edition is None:
        file = path_in(folder, "roadmap.yaml")
        raise CannotRun(UNREADABLE, roadmap=folder, file=file)
    return edition


def _faults(loaded: Loaded, folder: str) -> Iterator[int]:
    """Yield how many faults each file of the roadmap has, and each file that all share."""
    for found in (loaded.faults, loaded.misfits):
        for path, faults in found.items():
            if path.startswith(path_in(folder, "")) or path.count("/") == 1:
                yield len(faults)


def _read_settings(root: Path) -> Settings:
    """Return the settings; what is wrong in them is for `validate` to tell."""
    tree = WorkingTree(root)
    return load_settings(tree, tree.paths())[0]


def find_logo(root: Path, edition: Edition, settings: Settings, *, past: bool) -> Image | None:
    """Return the logo of the cover, else that of the settings."""
    logo = _choose_logo(root, edition, settings, past=past)
    return _read_picture(root, *logo) if logo else None


def _choose_logo(
    root: Path, edition: Edition, settings: Settings, *, past: bool
) -> tuple[str, str] | None:
    """Return path and words of the logo.

    Pictures are read from the working tree alone, so one of the past may be gone.
    """
    cover = edition.roadmap.cover
    if cover and cover.logo:
        path = edition.path_of(cover.logo)
        if not past or os.path.exists(root / path):  # noqa: PTH110 - never raises
            return path, cover.logo_alt or ""
    if settings.organisation.logo:
        return settings.organisation.logo, settings.organisation.name or ""
    return None


def _read_picture(root: Path, path: str, alt: str) -> Image:
    data = read_picture(root, path)
    if data is None:
        raise CannotRun(NO_PICTURE, path=path, endings=", ".join(PICTURE_KINDS))
    return Image(data, alt)
