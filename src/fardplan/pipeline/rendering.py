"""Puts the steps together that make a document: find the version, read, compose, lay out."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING

from fardplan.documents.blocks import Image
from fardplan.documents.compose.document import Publication, compose, language_of
from fardplan.documents.compose.standing import BINDING
from fardplan.documents.compose.statement import find_statement
from fardplan.documents.document import Document
from fardplan.documents.engine import BASE, Template, load_template
from fardplan.documents.forms import FORMS
from fardplan.documents.inline import Inline, Link
from fardplan.documents.site.addresses import roadmap_page
from fardplan.errors import CannotRun
from fardplan.locales.text import Lang, Text
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Index
from fardplan.model.paths import path_in
from fardplan.pipeline.in_force import InForce, find_in_force
from fardplan.pipeline.own_files import load_settings
from fardplan.pipeline.unread_values import find_unread, list_faulty
from fardplan.source.collection import Loaded, load
from fardplan.source.git import Repository
from fardplan.source.pictures import KINDS as PICTURE_KINDS
from fardplan.source.pictures import read_picture
from fardplan.source.resources import templates_dir
from fardplan.source.settings import Settings
from fardplan.source.tree import WorkingTree
from fardplan.source.versions import Version, resolve

if TYPE_CHECKING:
    from fardplan.documents.compose.since import Since

UNREADABLE = Text(
    "Färdplanen ”{roadmap}” går inte att läsa: {file} är trasig. Visa felen: fardplan validate",
    "The roadmap “{roadmap}” cannot be read: {file} is broken. Show the errors: fardplan validate",
)
MISSING_PICTURE = Text(
    "Logotypen {path} finns inte i arkivet. Lägg dit filen, eller ta bort raden logo.",
    "The logo {path} is not in the repository. Put the file there, or delete the line logo.",
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
    """A document with its template, what it was made from, and the files it could not read in full.

    `logo` is the path of the picture on its cover, "" where there is none. `lacks_address` if the
    document names the version in force and does not know where that is.
    """

    document: Document
    template: Template
    version: Version
    faulty: tuple[str, ...]
    edition: Edition
    collection: Collection
    logo: str = ""
    lacks_address: bool = False

    def write(self, output_format: str) -> str | bytes:
        """Return the document in one of the forms of `FORMS`."""
        return FORMS[output_format](self.document, self.template)


def find_template(root: Path, name: str | Path) -> Template:
    """Return a template of the repository, or a built-in one; TemplateFault if there is none."""
    return load_template(name, (root / "templates", templates_dir()))


def make_document(
    root: Path,
    wanted: Wanted,
    *,
    loaded: Loaded | None = None,
    templates: Callable[[Path, str | Path], Template] = find_template,
) -> Made:
    """Return a roadmap as a document; CannotRun where there is no such roadmap or version.

    What cannot be read in its files is shown as it is written, and the files are named. Git is
    asked for a `rev`, for `since`, and for the version in force where the files do not hold it. Who
    has read the files as they are already passes them as `loaded`.
    """
    with ExitStack() as stack:
        repository = Repository.open(root) if wanted.rev not in (None, HERE) else None
        if repository is not None:
            stack.enter_context(repository)
        rev = HERE if wanted.rev is None else wanted.rev
        version = resolve(repository, root, wanted.roadmap, rev)
        loaded = loaded or load(version.tree)
        collection = _surround(root, version, loaded.collection)
        edition = _find_edition(loaded, version.folder)
        in_force = _find_in_force(repository, root, wanted, edition)
    settings = _read_settings(root)
    lang = language_of(edition)
    logo = _choose_logo(root, edition, settings, past=version.commit is not None)
    publication = Publication(
        organisation=settings.organisation.name or "",
        logo=_read_picture(root, *logo) if logo else None,
        in_force=_lead_to(in_force, wanted.roadmap, settings, lang) if in_force else "",
        replaced=in_force is not None and in_force.replaces,
        licence=settings.data_license or "",
        statement=find_statement(settings),
        since=None if wanted.since is None else _compare(root, wanted, lang),
        unread=find_unread(loaded, version.tree, edition, lang),
        made_up=loaded.made_up.get(version.folder, frozenset()),
    )
    document = compose(edition, collection, Index.of(collection), publication=publication)
    name = _name_template(wanted) or settings.templates.get(wanted.roadmap) or BASE
    template = templates(root, name)
    faulty = tuple(list_faulty(loaded, version.folder, past=version.is_past))
    path = normpath(logo[0]) if logo else ""
    lost = in_force is not None and settings.site.base_url is None
    return Made(document, template, version, faulty, edition, collection, path, lost)


def _name_template(wanted: Wanted) -> str | Path | None:
    """Return the template that the user names: what holds a slash is a folder."""
    name = wanted.template
    return Path(name) if name and ("/" in name or "\\" in name) else name


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
    from fardplan.formats._changes_since import show_since
    from fardplan.pipeline.comparison import compare_versions

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


def _lead_to(in_force: InForce, roadmap: str, settings: Settings, lang: Lang) -> Inline:
    """Return the version in force, as a link where the settings say where the site stands."""
    words, base = in_force.say(lang), settings.site.base_url
    return Link(words, f"{base.removesuffix('/')}/{roadmap_page(roadmap)}") if base else words


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
        raise refuse_picture(root, path)
    return Image(data, alt)


def refuse_picture(root: Path, path: str) -> CannotRun:
    """Return why a picture cannot be used: it is not there, or it is none."""
    name = normpath(path)
    if not os.path.lexists(root / path):
        return CannotRun(MISSING_PICTURE, path=name)
    return CannotRun(NO_PICTURE, path=name, endings=", ".join(PICTURE_KINDS))
