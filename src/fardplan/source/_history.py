"""A roadmap's past: its released versions (tags), and its states along HEAD's first parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fardplan.source._editions import (
    Facts,
    Numbers,
    is_version,
    parse_version,
    read_facts,
    roadmap_file,
)
from fardplan.source.git import Repository, Tag


@dataclass(frozen=True, slots=True)
class Release:
    """One tag ROADMAP/VERSION, with the folder that holds the roadmap in it."""

    tag: str
    version: str
    commit: str
    folder: str
    facts: Facts

    @property
    def rank(self) -> tuple[Numbers, str]:
        """Return what releases are sorted by: the version's numbers, then the tag's name."""
        return parse_version(self.version), self.tag


@dataclass(frozen=True, slots=True)
class State:
    """A stretch of history in which roadmap.yaml stays the same: its last commit, what it says."""

    commit: str
    folder: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """One version in git: the year and version it says, its commit, its folder there, its tag."""

    year: int | None
    version: str | None
    commit: str
    folder: str
    tag: str | None


def list_releases(
    repository: Repository, names: Sequence[str], known: Iterable[Tag] | None = None
) -> tuple[Release, ...]:
    """Return the releases of a roadmap under any of its names, lowest version first.

    A tag whose commit has no such roadmap is none. `known` are the tags of these names, where they
    are listed already.
    """
    listed = repository.list_tags(*names) if known is None else known
    tags = [tag for tag in listed if is_version(_version_of(tag))]
    questions = [(tag, name) for tag in tags for name in names]
    contents = repository.read_files([(tag.commit, roadmap_file(name)) for tag, name in questions])
    found: dict[str, Release] = {}
    for (tag, name), content in zip(questions, contents, strict=True):
        if content is not None and tag.name not in found:
            facts = read_facts(content)
            found[tag.name] = Release(tag.name, _version_of(tag), tag.commit, name, facts)
    return tuple(sorted(found.values(), key=lambda release: release.rank))


def _version_of(tag: Tag) -> str:
    return tag.name.partition("/")[2]


def list_states(repository: Repository, names: Sequence[str]) -> Iterator[State]:
    """Yield a roadmap's states along HEAD's first parents, newest first, read as they are asked.

    A state ends where the commit after it changes roadmap.yaml: its last commit is that one's
    first parent, since edits of activities go on without touching roadmap.yaml.
    """
    paths = {roadmap_file(name): name for name in names}
    present: dict[str, str | None] = {}
    stretches: list[tuple[str, str] | None] = []
    steps = repository.history.list_steps(tuple(paths))
    for step in reversed(steps):
        present.update(step.blobs)
        held = ((name, present.get(path)) for path, name in paths.items())
        stretches.append(next(((name, blob) for name, blob in held if blob), None))
    ends = [repository.find_commit("HEAD"), *(step.parent for step in steps)]
    known: dict[str, Facts] = {}
    for end, stretch in zip(ends, reversed(stretches), strict=False):
        if end is not None and stretch is not None:
            folder, blob = stretch
            if blob not in known:
                known[blob] = read_facts(next(repository.objects.read([blob])))
            yield State(end, folder, known[blob])


def list_known(
    repository: Repository, names: Sequence[str], tags: Iterable[Tag] | None = None
) -> tuple[KnownVersion, ...]:
    """Return the versions that git holds of a roadmap with these ids, oldest first.

    Each release is one; a year and version that history says and no release has is another, at its
    last state. A state that says a year and no version counts only in a year without versions.
    `tags` are those of these names, where they are listed already.
    """
    found = [
        KnownVersion(
            release.facts.year, release.version, release.commit, release.folder, release.tag
        )
        for release in list_releases(repository, names, tags)
    ]
    seen = {(known.year, _rank(known.version)) for known in found}
    for state in list_states(repository, names):
        year, version = state.facts.year, state.facts.version
        if (year, version) != (None, None) and (year, _rank(version)) not in seen:
            seen.add((year, _rank(version)))
            found.append(KnownVersion(year, version, state.commit, state.folder, None))
    versioned = {known.year for known in found if known.version is not None}
    kept = [known for known in found if known.version is not None or known.year not in versioned]
    return tuple(sorted(kept, key=lambda known: (known.year or 0, _rank(known.version))))


def _rank(version: str | None) -> tuple[int, ...]:
    return parse_version(version) if version is not None else ()
