"""Puts together what is kept of a decided version: the document, its files, what changed, facts."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from fardplan.documents.pdf.boxes import find_boxes
from fardplan.errors import CannotRun
from fardplan.formats._archive_metadata import (
    About,
    bag_facts,
    write_dublin_core,
    write_metadata,
    write_readme,
)
from fardplan.formats._bag import pack_bag
from fardplan.formats._page import Page
from fardplan.formats._registry import CHANGES
from fardplan.locales import archiving as words
from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.index import SHARED, Index, references
from fardplan.model.paths import GLOSSARY, ORGANISATIONS, path_in
from fardplan.model.schema import KINDS
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.release_checks import UNFINISHED
from fardplan.pipeline.rendering import HERE, Made, Wanted, make_document
from fardplan.pipeline.schemas import all_schemas
from fardplan.source._editions import parse_version
from fardplan.source._history import KnownVersion, list_known
from fardplan.source._roadmap_names import RoadmapNames
from fardplan.source.git import Repository
from fardplan.source.root import SETTINGS
from fardplan.source.tree import WorkingTree
from fardplan.source.versions import Version, resolve

_SOURCE = "source"
_SCHEMAS = "schemas"
_CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Archived:
    """A package of a version, which version that was, and the files not read in full.

    `boxes` is what its PDF shows as boxes, for want of a font.
    """

    data: bytes
    version: Version
    faulty: tuple[str, ...]
    boxes: tuple[str, ...] = ()

    def write(self, output_format: str) -> bytes:  # noqa: ARG002 - as a document is written
        """Return the package."""
        return self.data


def make_archive(root: Path, wanted: Wanted) -> Archived:
    """Return a package of a decided version, as it stood when it was decided.

    Without a `rev`, the release of the number that the files bear is taken, if there is one: what
    has been edited since is no part of it. CannotRun for what is not decided.
    """
    with ExitStack() as stack:
        repository = Repository.open(root)
        if repository is not None:
            stack.enter_context(repository)
        known = _list_known(repository, root, wanted.roadmap)
        made = make_document(root, replace(wanted, as_decided=True))
        if wanted.rev in (None, HERE) and (own := _own_release(known, made.edition)):
            made = make_document(root, replace(wanted, rev=own.tag, as_decided=True))
        _refuse_undecided(made)
        version = resolve(repository, root, wanted.roadmap, made.version.spec)
        packing = _Packing(root, made, version, known, wanted.since)
        return Archived(packing.pack(), version, made.faulty, packing.boxes)


def _list_known(
    repository: Repository | None, root: Path, roadmap: str
) -> tuple[KnownVersion, ...]:
    if repository is None:
        return ()
    return list_known(repository, RoadmapNames(repository, root, roadmap).names)


def _own_release(known: tuple[KnownVersion, ...], edition: Edition) -> KnownVersion | None:
    number = edition.roadmap.version
    same = (one for one in known if one.tag and number and _number(one) == number.numbers)
    return next(same, None)


def _number(known: KnownVersion) -> tuple[int, ...]:
    return parse_version(known.version) if known.version else ()


def _refuse_undecided(made: Made) -> None:
    status = made.edition.roadmap.status
    if status is None:
        file = path_in(made.edition.id, "roadmap.yaml")
        raise CannotRun(words.NO_STATUS, roadmap=made.edition.id, file=file)
    if status in UNFINISHED:
        raise CannotRun(words.NOT_DECIDED, roadmap=made.edition.id, status=status)


class _Packing:
    """Gathers the files of one package, with what each of them is."""

    def __init__(
        self,
        root: Path,
        made: Made,
        version: Version,
        known: tuple[KnownVersion, ...],
        since: str | None,
    ) -> None:
        self._root = root
        self._made = made
        self._version = version
        self._known = known
        self._since = since
        self._files: dict[str, bytes] = {}
        self._told: dict[str, Text] = {}
        self.boxes: tuple[str, ...] = ()

    def pack(self) -> bytes:
        about = self._describe()
        previous = self._previous()
        pdf = self._form("pdf")
        self.boxes = find_boxes(pdf)
        self._add(f"{about.name}.pdf", pdf, words.DOCUMENT_PDF)
        self._add(f"{about.name}.html", self._form("html"), words.DOCUMENT_HTML)
        if previous:
            self._add_changes(previous)
        self._add_folder(_SOURCE, dict(self._source()), words.SOURCE)
        self._add_folder(_SCHEMAS, _schemas(), words.SCHEMAS)
        about = replace(about, previous=previous, files=self._told)
        self._told["metadata.json"] = words.METADATA
        self._told["metadata.xml"] = words.METADATA_XML
        self._files["metadata.json"] = write_metadata(about)
        self._files["metadata.xml"] = write_dublin_core(about)
        self._files["readme.txt"] = write_readme(about)
        return pack_bag(about.name, self._files, bag_facts(about))

    def _add(self, path: str, data: bytes, what: Text) -> None:
        self._files[path] = data
        self._told[path] = what

    def _add_folder(self, folder: str, files: dict[str, bytes], what: Text) -> None:
        self._files |= {f"{folder}/{path}": data for path, data in files.items()}
        self._told[f"{folder}/"] = what

    def _form(self, name: str) -> bytes:
        written = self._made.write(name)
        return written if isinstance(written, bytes) else written.encode()

    def _describe(self) -> About:
        roadmap = self._made.edition.roadmap
        validity = roadmap.validity
        own = (one.tag for one in self._known if one.tag and one.commit == self._version.commit)
        return About(
            self._made.document,
            self._made.edition.id,
            roadmap.year,
            roadmap.status.value if roadmap.status else "",
            roadmap.version.text if roadmap.version else "",
            valid_from=validity.from_.start if validity and validity.from_ else None,
            valid_to=validity.to.end if validity and validity.to else None,
            tag=next(own, ""),
            commit=self._version.commit or "",
        )

    def _previous(self) -> str:
        """Return the name of the version to tell the changes since, or "" where there is none.

        It is the one asked for, else the highest release below, else the last that history says.
        """
        if self._since is not None:
            return self._since
        roadmap = self._made.edition.roadmap
        own = (roadmap.year, roadmap.version.numbers if roadmap.version else ())
        lower = [one for one in self._known if ((one.year or 0), _number(one)) < own]
        before = [one for one in lower if one.tag] or lower
        last = max(before, key=lambda one: ((one.year or 0), _number(one)), default=None)
        return (last.tag or last.version or str(last.year)) if last else ""

    def _add_changes(self, previous: str) -> None:
        compared = compare_versions(self._root, self._made.edition.id, previous, self._version.spec)
        page = Page(self._made.document.lang)
        for form, name, what in (
            ("text", "changes.txt", words.CHANGES),
            ("json", "changes.json", words.CHANGES_DATA),
        ):
            data = CHANGES[form](compared.comparison, page).encode()
            self._add(f"{_CHANGES}/{name}", data, what)

    def _source(self) -> Iterator[tuple[str, bytes]]:
        """Yield the roadmap's files, those it refers to, the settings and the pictures."""
        tree = self._version.tree
        here = WorkingTree(self._root)
        own = self._made.edition.id
        shared = here if self._version.stands_alone else tree
        for path in tree.paths():
            if path.startswith(path_in(own, "")):
                yield path, tree.read(path)
        folders = tuple(path_in(name, "") for name in sorted(self._referred()))
        for path in shared.paths():
            if path in (ORGANISATIONS, GLOSSARY) or path.startswith(folders):
                yield path, shared.read(path)
        if SETTINGS in here.paths():  # those that the document is made with
            yield SETTINGS, here.read(SETTINGS)
        yield from self._logo()

    def _referred(self) -> set[str]:
        """Return the other roadmaps that the roadmap refers to, and those that they refer to."""
        collection = self._made.collection
        index = Index.of(collection)
        own = self._made.edition.id
        found, left = {own}, [own]
        while left:
            for one in references(collection.editions[left.pop()]):
                entity = index.resolve(one.home, one.written, one.spec.refs).entity
                if entity and entity.home not in (SHARED, *found):
                    found.add(entity.home)
                    left.append(entity.home)
        return found - {own}

    def _logo(self) -> Iterator[tuple[str, bytes]]:
        logo = self._made.document.logo
        if logo:
            yield self._made.logo, base64.b64decode(logo.data.partition(";base64,")[2])


def _schemas() -> dict[str, bytes]:
    """Return the schemas of the files in the package, and of the list of changes."""
    wanted = {f"{kind}.schema.json" for kind in (*KINDS, "changes")}
    return {name: data for name, data in all_schemas().items() if name in wanted}
