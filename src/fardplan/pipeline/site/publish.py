"""Makes the web site of a repository, but not again what stands in the folder already.

Light to import: where nothing has changed, nothing else is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from fardplan.locales.text import Text
from fardplan.pipeline.site.kept import Kept, open_snapshot
from fardplan.source.cache import Cache
from fardplan.source.git import Repository
from fardplan.source.site_folder import SiteFolder


class Omitted(NamedTuple):
    """A version that is left out: its name, why it is, and that in words."""

    label: str
    why: Text
    said: Text

    @classmethod
    def of(cls, label: str, why: Sequence[str], said: Sequence[str]) -> Omitted:
        """Return what was kept as plain values."""
        return cls(label, Text(*why), Text(*said))


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a site: how many pages, how much was written, and what is not in it.

    `faulty` are the files that cannot be read in full, `faulty_then` those that only git holds.
    """

    pages: int
    written: int
    removed: int
    omitted: tuple[Omitted, ...] = ()
    spared: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()
    faulty_then: tuple[str, ...] = ()
    is_empty: bool = False
    shallow: bool = False
    has_address: bool = False
    has_statement: bool = False


def publish_site(
    root: Path,
    folder: Path,
    base_url: str | None,
    tell: Callable[[int, int], None],
    cache: Cache | None = None,
) -> Built:
    """Write the site into `folder`; `tell` is told how many pages there are, of about how many.

    What an earlier run kept in `cache` is not made again where it would be the same and its files
    are as they were. Raises CannotRun for a folder that holds something else, and where something
    cannot be read.
    """
    with ExitStack() as stack:
        repository = Repository.open(root)
        if repository is not None:
            stack.enter_context(repository)
        cache = cache or Cache(None)
        snapshot = open_snapshot(root, cache, repository)
        target = SiteFolder.open(folder)
        kept = Kept(cache, snapshot, repository, folder, base_url)
        whole = kept.recall()
        if whole and target.holds_only(whole.files):
            omitted = tuple(Omitted.of(*one) for one in whole.told.pop("omitted"))
            faulty, then = (tuple(whole.told.pop(name)) for name in ("faulty", "faulty_then"))
            return Built(
                written=0, removed=0, omitted=omitted, faulty=faulty, faulty_then=then,
                **whole.told,
            )  # fmt: skip
        from fardplan.pipeline.site.preparing import prepare
        from fardplan.pipeline.site.writing import Writing

        work = prepare(root, repository, snapshot, base_url)
        writing = Writing(work, target, kept, tell)
        with target:
            writing.write()
        reader = work.building.reader
        told: dict[str, Any] = {
            "pages": len(writing.pages),
            "omitted": tuple(Omitted(*found.tell()) for found in work.omitted),
            "faulty": tuple(sorted(reader.faulty)),
            "faulty_then": tuple(sorted(reader.faulty_then)),
            "is_empty": not (work.building.shown or work.omitted or reader.faulty),
            "shallow": repository is not None and repository.shallow,
            "has_address": bool(work.building.site.base_url),
            "has_statement": work.building.settings.accessibility.is_given,
        }
        if not target.spared:
            writing.keep(told)
    return Built(
        written=target.written, removed=target.removed, spared=tuple(target.spared), **told
    )
