"""Which version of a roadmap is in force, for a document that shows another one.

A version is in force if it is the highest that binds: one that is released, or the one in the
files, whose status is adopted, in force or under revision; a release may also say nothing of its
status. No day is asked for, so that the same files and tags always give the same document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fardplan.documents.compose.standing import BINDING
from fardplan.locales import comparison as words
from fardplan.locales.text import Lang
from fardplan.model.edition import Edition
from fardplan.source._editions import (
    Directory,
    Facts,
    Numbers,
    find_folder,
    parse_version,
    read_facts,
    roadmap_file,
)
from fardplan.source._history import list_releases
from fardplan.source._roadmap_names import RoadmapNames
from fardplan.source.git import Repository

_STATUSES = frozenset(status.value for status in BINDING)


@dataclass(frozen=True, slots=True)
class InForce:
    """The version in force: the year and number it says, and its tag where it is released.

    `replaces` if it is later than the version that is shown, and so has taken its place.
    """

    year: int | None
    version: str | None
    tag: str | None
    replaces: bool

    def say(self, lang: Lang) -> str:
        """Return the version in words: "2025 (version 2.0)"."""
        if self.year is None:
            return words.VERSION_ALONE.say(lang, version=self.version or "")
        if self.version is None:
            return str(self.year)
        return words.VERSION.say(lang, year=str(self.year), version=self.version)


def find_in_force(
    repository: Repository | None, root: Path, roadmap: str, shown: Edition
) -> InForce | None:
    """Return the version in force, or None where that is the one shown, or none is known."""
    subject = RoadmapNames(repository, root, roadmap)
    found = list(_binding(subject))
    if not found:
        return None
    facts, tag = max(found, key=lambda one: _rank(one[0]))
    latest, own = _rank(facts), _rank_of(shown)
    if latest == own:
        return None
    return InForce(facts.year, facts.version, tag, replaces=latest > own)


def _binding(subject: RoadmapNames) -> Iterator[tuple[Facts, str | None]]:
    """Yield every version that binds with its tag, that in the files last and without one."""
    if subject.repository is not None and subject.repository.has_releases:
        for release in list_releases(subject.repository, subject.names):
            if release.facts.status in (None, *_STATUSES):
                yield release.facts, release.tag
    place = Directory(subject.root)
    folder = find_folder(place, subject.names)
    if folder is not None:
        facts = read_facts(place.read(roadmap_file(folder)))
        if facts.status in _STATUSES:
            yield facts, None


def _rank(facts: Facts) -> tuple[Numbers, int]:
    return parse_version(facts.version or "0"), facts.year or 0


def _rank_of(edition: Edition) -> tuple[Numbers, int]:
    version = edition.roadmap.version
    return parse_version(version.text if version else "0"), edition.roadmap.year
