"""Earlier versions of a roadmap, for the rules that compare with them.

Nothing is looked for until a rule asks, and each version is read once however many rules do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from fardplan.model.edition import Edition
from fardplan.model.index import Entity, Index
from fardplan.model.version import VersionNumber
from fardplan.rules._trace import Trace
from fardplan.source._editions import ROADMAP_ID
from fardplan.source._history import Release
from fardplan.source.collection import Loaded

if TYPE_CHECKING:
    from fardplan.changes._base import Change
    from fardplan.changes._identity import Identity


EDITORIAL, MAJOR = "editorial", "major"
"""The levels of changes: in wording, sources and background; and of commitments withdrawn."""


class Archive(Protocol):
    """Where earlier versions are kept. What cannot be read is not there."""

    def releases(self, names: Sequence[str]) -> Sequence[Release]:
        """Return the released versions of the roadmap with these ids, lowest version first."""

    def find(self, names: Sequence[str], version: VersionNumber) -> Release | None:
        """Return the last state that says a version which was never released, or None."""

    def read(self, release: Release) -> Loaded | None:
        """Return what the roadmap's own files held."""

    def leads_here(self, release: Release) -> bool:
        """Tell whether the files at hand are known to come after a release."""


class Past:
    """A roadmap as it was in one version."""

    def __init__(self, release: Release, loaded: Loaded, trace: Trace) -> None:
        """Take what was read of the version's own folder, and what notes who asks."""
        self.release = release
        self.edition = loaded.collection.editions[release.folder]
        self.is_whole = not (loaded.misfits or loaded.incomplete)
        """Whether all that its files say could be read, so that nothing is taken for absent."""
        self._compared: dict[int, Identity] = {}
        self._trace = trace

    def name_for(self, edition: Edition) -> str:
        """Return its number, with the year where `edition` is of another: "1.0 (2023)"."""
        number = self.release.version
        year = self.edition.roadmap.year
        return number if year == edition.roadmap.year else f"{number} ({year})"

    @cached_property
    def index(self) -> Index:
        """What stood in the roadmap itself."""
        own = Index()
        own.add_edition(self.edition)
        return own

    def entity(self, entity: Entity, edition: Edition) -> Entity | None:
        """Return what an entity of the edition at hand was here."""
        identity = self.identity(edition)
        node = identity.new.of_value(entity.value)
        was = node and identity.old_of(node)
        return self.index.by_key.get((self.edition.id, *was.key)) if was else None

    def identity(self, edition: Edition) -> Identity:
        """Return which entity here is which in the edition at hand."""
        from fardplan.changes._identity import Identity

        if id(edition) not in self._compared:
            self._compared[id(edition)] = Identity.of(self.edition, edition)
        return self._compared[id(edition)]

    def changes(self, edition: Edition, index: Index) -> tuple[Change, ...]:
        """Return what differs in meaning from here to the edition at hand.

        What a reference leads to outside the roadmap is looked up in `index`, as it is now: so the
        same reference is no other one because something else in the repository has changed.
        """
        if self.edition == edition:  # by far the most are, and to see that takes no time
            return ()
        name = (id(self), id(edition))
        return self._trace.once(name, lambda: self._compare(edition, index))

    def _compare(self, edition: Edition, index: Index) -> tuple[Change, ...]:
        from fardplan.changes._compare import compare

        identity = self.identity(edition)
        return compare(self.edition, edition, self.index.over(index), index, identity)

    def alterations(self, edition: Edition, index: Index) -> tuple[Change, ...]:
        """Return the changes to what the version says, without what is told of it afterwards.

        A version is decided on, measured, reported on and compared with others after it is
        released: that stands in its files too, and takes no new version.
        """
        from fardplan.changes._concerns import is_record

        return tuple(one for one in self.changes(edition, index) if not is_record(one))


class History:
    """What rules may ask about earlier versions; without an archive nothing is known."""

    def __init__(self, archive: Archive | None = None) -> None:
        """Keep where to look; nothing is looked for yet."""
        self.trace = Trace()
        self.asker = ""
        """The rule that is asking."""
        self.asked: set[str] = set()
        """The rules that have asked for anything."""
        self.is_known = False
        """Whether anything was asked for and found."""
        self._archive = archive
        self._releases: dict[tuple[str, ...], Sequence[Release]] = {}
        self._pasts: dict[tuple[str, str, str], Past | None] = {}

    def previous(self, edition: Edition) -> Past | None:
        """Return the latest release before an edition: by number, else by year."""
        version, year = edition.roadmap.version, edition.roadmap.year
        before = [
            release
            for release in self._list(edition)
            if (
                release.rank[0] < version.numbers
                if version
                else release.facts.year is not None and release.facts.year < year
            )
        ]
        return self._read(before[-1]) if before else None

    def released(self, edition: Edition) -> Past | None:
        """Return the release that bears the very version of an edition."""
        version = edition.roadmap.version
        return self._released(edition, version) if version else None

    def version(self, edition: Edition, wanted: VersionNumber) -> Past | None:
        """Return another version of an edition's roadmap: released, else its last state."""
        if found := self._released(edition, wanted):
            return found
        state = self._archive.find(names_of(edition), wanted) if self._archive else None
        return self._read(state) if state else None

    def leads_here(self, past: Past) -> bool:
        """Tell whether the files at hand are known to come after a release."""
        self.trace.note("history")
        return self._archive is not None and self._archive.leads_here(past.release)

    def _released(self, edition: Edition, version: VersionNumber) -> Past | None:
        same = [one for one in self._list(edition) if one.rank[0] == version.numbers]
        return self._read(same[-1]) if same else None

    def _list(self, edition: Edition) -> Sequence[Release]:
        self.trace.note("history")
        self.asked.add(self.asker)
        names = names_of(edition)
        if names not in self._releases:
            self._releases[names] = self._archive.releases(names) if self._archive else ()
        self.is_known |= bool(self._releases[names])
        return self._releases[names]

    def _read(self, release: Release) -> Past | None:
        key = (release.tag, release.commit, release.folder)
        if key not in self._pasts:
            loaded = self._archive.read(release) if self._archive else None
            self._pasts[key] = (
                Past(release, loaded, self.trace) if loaded and _is_known(loaded, release) else None
            )
        self.is_known |= self._pasts[key] is not None
        return self._pasts[key]


def _is_known(loaded: Loaded, release: Release) -> bool:
    """Tell whether the roadmap was there, with a year and a profile that could be read."""
    return release.folder in loaded.collection.editions.keys() - loaded.half_known


def names_of(edition: Edition) -> tuple[str, ...]:
    """Return the ids that a roadmap has had, the present one first."""
    earlier = (name for name in edition.roadmap.previously if ROADMAP_ID.fullmatch(name))
    return tuple(dict.fromkeys((edition.id, *earlier)))
