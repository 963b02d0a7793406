"""What an earlier run made of each roadmap, kept so that the same is not made again.

Light to import: where nothing has changed, nothing else is loaded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from fardplan.pipeline.answers import describe_program
from fardplan.source.cache import MOST_KEPT, Cache
from fardplan.source.contents import OWN, SHARED, Contents, Snapshot
from fardplan.source.git import Repository
from fardplan.source.pictures import describe_picture
from fardplan.source.resources import describe_files, templates_dir
from fardplan.source.site_folder import Note

_SITES = "sites"
_AT_ONCE = 32
"""How many roadmaps are kept in one go: all at once take as much memory as the site itself."""
_Record = TypeVar("_Record", "Group", "Whole")


@dataclass(frozen=True, slots=True)
class Group:
    """All pages of a roadmap: what went into them, their files, and what other pages say of them.

    `own` is a digest of the roadmap's versions and of what all pages share, `seen` of what its
    pages say of other roadmaps, which `lookups` lead to (each a reference and its kinds).
    `entries` are for searching, `news` the versions by their places on the shelf.
    """

    own: str
    seen: str
    lookups: list[tuple[str, list[str]]]
    pictures: dict[str, str]
    files: dict[str, Note]
    pages: list[str]
    entries: list[list[str]]
    news: list[tuple[int, int | None, str]]


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole site: a digest of all that went into it, its files, and what is told of it.

    `groups` are the names of the roadmaps whose pages are kept.
    """

    all: str
    groups: list[str]
    pictures: dict[str, str]
    files: dict[str, Note]
    told: dict[str, Any]


def open_snapshot(root: Path, cache: Cache, repository: Repository | None) -> Snapshot:
    """Return the files as they are, with the ids that git would give them."""
    return Snapshot(root, cache, repository.object_format if repository else "sha1")


class Kept:
    """What was kept of the site in one folder, and what it would have to be the same as now."""

    def __init__(
        self,
        cache: Cache,
        snapshot: Snapshot,
        repository: Repository | None,
        folder: Path,
        base_url: str | None,
    ) -> None:
        """Take what the site is made of, and where."""
        self._cache = cache
        self._snapshot = snapshot
        self._root = snapshot.root
        self._repository = repository
        place = str(folder.resolve())
        self._name = hashlib.sha256(place.encode(errors="surrogatepass")).hexdigest()[:32]
        self._kind = f"site-{self._name}"
        contents = snapshot.contents if cache.is_kept else None
        self.common = self._describe_common(contents, base_url) if contents else ""
        """A digest of what all pages share; "" where nothing can be kept."""
        self._groups: frozenset[str] = frozenset()

    def _describe_common(self, contents: Contents, base_url: str | None) -> str:
        own = self._root / "templates"
        digests = (contents.digests.get(home) for home in (OWN, SHARED))
        return digest([
            describe_program(), describe_files(own), describe_files(templates_dir()), base_url,
            *digests, self._repository.prefix if self._repository else None,
        ])  # fmt: skip

    def _describe_all(self) -> str:
        contents, repository = self._snapshot.contents, self._repository
        history = repository.history.describe() if repository else None
        return digest([self.common, contents.digest if contents else None, history])

    def recall(self) -> Whole | None:
        """Return the whole site, if it would be the same."""
        whole = self._read(_SITES, self._name, Whole) if self.common else None
        self._groups = frozenset(whole.groups) if whole else frozenset()
        is_same = whole and whole.all == self._describe_all() and self.shows(whole.pictures)
        return whole if is_same else None

    def recall_group(self, roadmap: str) -> Group | None:
        """Return the pages of a roadmap as they were."""
        return self._read(self._kind, roadmap, Group) if self.common else None

    def describe_pictures(self, paths: set[str]) -> dict[str, str]:
        """Return a digest of each picture."""
        return {path: describe_picture(self._root, path) for path in sorted(paths)}

    def shows(self, pictures: Mapping[str, str]) -> bool:
        """Tell whether pictures are what they were."""
        return self.describe_pictures(set(pictures)) == pictures

    def keep(
        self, groups: Mapping[str, Group], same: Collection[str], files: dict[str, Note],
        pictures: set[str], told: dict[str, Any],
    ) -> None:  # fmt: skip
        """Keep the site, unless someone was writing to the files meanwhile.

        The groups of `same` are kept already, just as they are.
        """
        if not self.common or not self._is_steady():
            return
        shown = self.describe_pictures(pictures)
        whole = Whole(self._describe_all(), [*groups], shown, files, told)
        self._cache.write(self._kind, dict.fromkeys(self._groups - groups.keys()))
        waiting = iter(groups.keys() - same)
        while names := [*islice(waiting, _AT_ONCE)]:
            self._cache.write(self._kind, {name: _write(groups[name]) for name in names})
        self._cache.write(_SITES, {self._name: _write(whole)}, most=MOST_KEPT)
        self._cache.drop_kinds("site-", MOST_KEPT)

    def _is_steady(self) -> bool:
        """Tell whether the files still hold what they held when they were first looked at."""
        before, now = (
            self._snapshot.contents,
            open_snapshot(self._root, self._cache, self._repository).contents,
        )
        return bool(self._snapshot.is_steady and before and now and before.digest == now.digest)

    def _read(self, kind: str, name: str, record: type[_Record]) -> _Record | None:
        content = self._cache.read(kind, name)
        try:
            values = json.loads(content) if content else None
            if not isinstance(values, dict):
                return None
            values["files"] = {one: Note(*note) for one, note in values["files"].items()}
            return record(**values)
        except (KeyError, TypeError, ValueError):
            return None  # of another form: as if there were none


def _write(record: Group | Whole) -> str:
    return json.dumps({one.name: getattr(record, one.name) for one in fields(record)})


def digest(values: object) -> str:
    """Return one digest of plain values."""
    written = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode(errors="surrogatepass")).hexdigest()
