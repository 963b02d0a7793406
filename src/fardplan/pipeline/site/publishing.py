"""Which versions of which roadmaps a site shows: those that are adopted or released.

A release is a tag. A roadmap without one shows the versions in its history that say they are (or
were) adopted; without git, what the files say of themselves. Drafts, versions for consultation and
proposals come along only where the settings say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from fardplan.documents.compose._view import View
from fardplan.documents.compose.cover import adoption_words, find_decision
from fardplan.documents.compose.standing import BINDING
from fardplan.documents.site.issues import Issue, Shelf
from fardplan.locales import site as words
from fardplan.locales import versions as say
from fardplan.locales.text import LANGUAGES, Lang, Text
from fardplan.model.edition import Collection, Edition
from fardplan.model.index import Index
from fardplan.model.paths import CONTENT, path_in
from fardplan.model.roadmap import Roadmap
from fardplan.model.terms import RoadmapStatus
from fardplan.source._editions import parse_version, roadmap_file
from fardplan.source._history import KnownVersion, list_known
from fardplan.source.collection import load
from fardplan.source.git import Repository, Tag
from fardplan.source.tree import WorkingTree
from fardplan.source.versions import Version

Place: TypeAlias = tuple[str, str]
"""A commit, and the folder of a roadmap in it."""

DRAFTS = frozenset({RoadmapStatus.DRAFT, RoadmapStatus.CONSULTATION, RoadmapStatus.PROPOSED})


@dataclass(frozen=True, slots=True)
class Found:
    """A version with where its files are."""

    issue: Issue
    version: Version
    why: Text | None = None
    """Why it is left out, if it is; `values` go into the text."""

    def tell(self) -> tuple[str, Text, Text]:
        """Return its name, why it is left out, and that in words."""
        why = self.why or words.DRAFT
        in_swedish, in_english = (why.fill(**self.values(lang)) for lang in LANGUAGES)
        return self.issue.label, why, Text(in_swedish.sv, in_english.en)

    def values(self, lang: Lang) -> dict[str, object]:
        """Return what is said of a version that is left out."""
        issue = self.issue
        return {
            "name": issue.name,
            "version": issue.say(lang),
            "status": issue.head.status or "",
            "roadmap": issue.roadmap,
            "file": path_in(issue.roadmap, "roadmap.yaml"),
        }


def list_found(
    root: Path, repository: Repository | None, now: Collection
) -> Iterator[tuple[str, tuple[Found, ...]]]:
    """Yield each roadmap of today with all versions known of it, oldest first."""
    known = dict(_list_known(repository, now)) if repository else {}
    heads = dict(_read_heads(repository, known.values())) if repository else {}
    for name, edition in now.editions.items():
        found = [*_in_git(repository, edition, now, known[name], heads)] if repository else []
        here = _here(root, edition, now, in_git=repository is not None)
        if all(_rank(one.issue) != _rank(here.issue) for one in found):
            found.append(here)
        yield name, tuple(sorted(found, key=lambda one: _rank(one.issue)))


def date_found(
    repository: Repository | None, found: Mapping[str, Sequence[Found]]
) -> dict[str, tuple[Found, ...]]:
    """Return versions with the time at which git says that each was finished."""
    if repository is None:
        return {name: tuple(own) for name, own in found.items()}
    ended = {
        name: [(one, _find_end(repository, one.version)) for one in own]
        for name, own in found.items()
    }
    dates = repository.history.find_dates({end for own in ended.values() for _, end in own if end})
    return {name: tuple(_date(one, dates, end) for one, end in own) for name, own in ended.items()}


def _find_end(repository: Repository, version: Version) -> str | None:
    """Return the commit that finished a version: what others do afterwards is no news of it."""
    if version.commit is None or version.how is say.TAG:
        return version.commit
    return repository.history.find_last_change(version.commit, f"{CONTENT}/{version.folder}")


def _date(found: Found, dates: Mapping[str, str], end: str | None) -> Found:
    date = dates.get(end or "", found.issue.date)
    return replace(found, issue=replace(found.issue, date=date))


def choose(found: Sequence[Found], *, drafts: bool) -> tuple[Found, ...]:
    """Return the versions to show: those that are left out come along as drafts, if asked for."""
    if drafts:
        return tuple(
            replace(one, why=None, issue=replace(one.issue, is_draft=True)) if one.why else one
            for one in found
        )
    return tuple(one for one in found if one.why is None)


def list_omitted(found: Sequence[Found], shown: Sequence[Found]) -> Sequence[Found]:
    """Return the versions that are left out and that a reader may miss: no earlier ones."""
    last = max((at for at, one in enumerate(found) if one in shown), default=-1)
    return found[last + 1 :]


def make_shelf(roadmap: str, shown: Sequence[Found]) -> Shelf:
    """Return the versions of a roadmap, with the one in force: the last that binds."""
    issues = tuple(one.issue for one in shown)
    settled = [one for one in issues if not one.is_draft]
    binding = [one for one in settled if one.head.status in (None, *BINDING)]
    return Shelf(roadmap, issues, (binding or settled or issues)[-1])


def _rank(issue: Issue) -> tuple[tuple[int, int, int], int]:
    version = issue.head.version
    return parse_version(version.text if version else "0"), issue.head.year


def _tags(repository: Repository) -> dict[str, list[Tag]]:
    """Return the tags below each name, listed once for all roadmaps."""
    found: dict[str, list[Tag]] = {}
    if repository.has_releases:
        for tag in repository.list_tags():
            found.setdefault(tag.name.partition("/")[0], []).append(tag)
    return found


def _list_known(
    repository: Repository, now: Collection
) -> Iterator[tuple[str, tuple[KnownVersion, ...]]]:
    """Yield the versions of each roadmap that git holds, oldest first."""
    tags = _tags(repository)
    names = {name: _names(edition) for name, edition in now.editions.items()}
    repository.history.foresee_steps([roadmap_file(one) for own in names.values() for one in own])
    for name, own in names.items():
        yield name, list_known(repository, own, [tag for one in own for tag in tags.get(one, ())])


def _read_heads(
    repository: Repository, known: Iterable[Iterable[KnownVersion]]
) -> Iterator[tuple[Place, Roadmap]]:
    """Yield roadmap.yaml of each version, by commit and folder; those of one commit at once.

    What cannot be read in one is left out of it.
    """
    folders: dict[str, set[str]] = {}
    for one in (one for own in known for one in own):
        folders.setdefault(one.commit, set()).add(one.folder)
    for commit, names in folders.items():
        paths = [path_in(name, "roadmap.yaml") for name in sorted(names)]
        read = load(repository.tree(commit, commit).narrow(*paths)).collection
        for name in names:
            yield (commit, name), read.editions[name].roadmap


def _in_git(
    repository: Repository, edition: Edition, now: Collection,
    known: Sequence[KnownVersion], heads: Mapping[Place, Roadmap],
) -> Iterator[Found]:  # fmt: skip
    released = any(one.tag for one in known)
    for one in known:
        head = heads[one.commit, one.folder]
        label = one.version or str(one.year or head.year)
        why = None if one.tag else _judge(head, edition, now, released=released)
        if head.status in DRAFTS:
            why = words.DRAFT
        yield Found(Issue(edition.id, label, head), _version(repository, one), why)


def _names(edition: Edition) -> tuple[str, ...]:
    return (edition.id, *edition.roadmap.previously)


def _here(root: Path, edition: Edition, now: Collection, *, in_git: bool) -> Found:
    """Return the version in the files as they are."""
    head = edition.roadmap
    label = head.version.text if head.version else str(head.year)
    date = _decided(head)
    issue = Issue(edition.id, label, head, "" if in_git else date)
    version = Version(".", WorkingTree(root), edition.id, None, say.WORKING_TREE)
    why = _judge(head, edition, now, released=False) or (words.UNSAVED if in_git else None)
    return Found(issue, version, why)


def _judge(head: Roadmap, edition: Edition, now: Collection, *, released: bool) -> Text | None:
    """Tell why a version without a tag is left out, if it is.

    Where some version has a tag, those without one are not given out yet.
    """
    if head.status in DRAFTS:
        return words.DRAFT
    if released:
        return words.UNRELEASED
    if head.status is None and not _is_decided(head, edition, now):
        return words.UNSETTLED
    return None


def _is_decided(head: Roadmap, edition: Edition, now: Collection) -> bool:
    """Tell whether decisions say that a version is adopted, though its status does not."""
    view = View(replace(edition, roadmap=head), now, Index(), "sv")
    return find_decision(view) is not None or bool(adoption_words(view))


def _version(repository: Repository, known: KnownVersion) -> Version:
    label = known.tag or known.commit
    tree = repository.tree(known.commit, label)
    how = say.TAG if known.tag else say.LAST_OF_VERSION
    values = {"tag": known.tag, "wanted": known.version, "commit": known.commit[:10]}
    spec = known.version or str(known.year)
    return Version(spec, tree, known.folder, known.commit, how, values)


def _decided(head: Roadmap) -> str:
    """Return the day of the latest decision, else when the text was last updated, else the year."""
    days = [one.date.end for one in head.decisions if one.date and one.date.end]
    if not days and head.updated and head.updated.end:
        days = [head.updated.end]
    return f"{max(days).isoformat() if days else f'{head.year}-01-01'}T00:00:00+00:00"
