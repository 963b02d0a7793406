"""Makes the web site of a repository, but not again what stands in the folder already.

Light to import: where nothing has changed, nothing else is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from fardplan.locales.text import Text
from fardplan.pipeline.site.kept import Kept, open_snapshot
from fardplan.source.cache import Cache
from fardplan.source.git import Repository
from fardplan.source.site_folder import SiteFolder

if TYPE_CHECKING:
    from fardplan.pipeline.site.preparing import Work


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
            return _tell_again(whole.told)
        from fardplan.pipeline.site.preparing import prepare
        from fardplan.pipeline.site.writing import Writing

        work = prepare(root, repository, snapshot, base_url)
        writing = Writing(work, target, kept, tell)
        with target:
            writing.write()
        told = _describe(work, len(writing.pages))
        told["shallow"] = repository is not None and repository.shallow
        if not target.spared:
            writing.keep(told)
    return Built(
        written=target.written, removed=target.removed, spared=tuple(target.spared), **told
    )


def _describe(work: Work, pages: int) -> dict[str, Any]:
    """Return what is told of a site that has been made."""
    building, reader = work.building, work.building.reader
    return {
        "pages": pages,
        "omitted": tuple(Omitted(*found.tell()) for found in work.omitted),
        "faulty": tuple(sorted(reader.faulty)),
        "faulty_then": tuple(sorted(reader.faulty_then)),
        "is_empty": not (building.shown or work.omitted or reader.faulty),
        "has_address": bool(building.site.base_url),
        "has_statement": building.settings.accessibility.is_given,
    }


def _tell_again(told: dict[str, Any]) -> Built:
    """Return what was told of a site that is as it was: kept lists are tuples again."""
    omitted = tuple(Omitted.of(*one) for one in told["omitted"])
    faulty, then = tuple(told["faulty"]), tuple(told["faulty_then"])
    same = {"omitted": omitted, "faulty": faulty, "faulty_then": then}
    return Built(written=0, removed=0, **{**told, **same})
