"""What keeps a version from being released: files that are not saved, errors, its status, a tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fardplan.formats._base import Shown
from fardplan.formats._summary import count_findings
from fardplan.locales import releasing as say
from fardplan.locales.text import Lang, Saying
from fardplan.model.paths import CONTENT
from fardplan.model.roadmap import Roadmap
from fardplan.model.terms import RoadmapStatus
from fardplan.pipeline.numbering import Obstacle
from fardplan.rules._base import Severity
from fardplan.source._git_status import NEW, Unsaved
from fardplan.source.git import Repository
from fardplan.source.root import OWN_FILES
from fardplan.source.tree import WorkingTree

UNFINISHED = frozenset({RoadmapStatus.DRAFT, RoadmapStatus.CONSULTATION, RoadmapStatus.PROPOSED})
_ENDED = frozenset({RoadmapStatus.EXPIRED, RoadmapStatus.REPLACED, RoadmapStatus.WITHDRAWN})
_MOST_FILES = 20


@dataclass(frozen=True, slots=True)
class Counted:
    """How many findings there are of each severity, in words when it is said."""

    counts: Mapping[Severity, int]

    @classmethod
    def of(cls, found: Iterable[Shown]) -> Counted:
        """Count findings."""
        return cls(Counter(one.finding.severity for one in found))

    def say(self, lang: Lang) -> str:
        """Return for example "3 fel och 5 varningar"."""
        return count_findings(self.counts, lang)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Findings by what they mean for a release: they stop it, go along, or are only told."""

    errors: tuple[Shown, ...]
    debts: tuple[Shown, ...]
    milder: tuple[Shown, ...]
    elsewhere: tuple[Shown, ...]
    """New errors in other roadmaps."""


def find_unsaved(repository: Repository) -> tuple[Unsaved, ...]:
    """Return the files of the roadmaps' repository that HEAD does not hold as they are.

    What git passes over matters only where fardplan would read it; what is new and hidden (an
    editor's own files) never does.
    """
    found = repository.list_unsaved((CONTENT, *OWN_FILES))
    read = WorkingTree(repository.root).paths() if any(one.ignored for one in found) else ()
    return tuple(
        one
        for one in found
        if (one.path in read if one.ignored else one.how != NEW or not _is_hidden(one.path))
    )


def refuse_unsaved(unsaved: Sequence[Unsaved]) -> Obstacle:
    """Say which files are not saved, and how they will be."""
    n = len(unsaved)
    details = [Saying(say.UNSAVED_FILE, {"path": one.path, "how": one.how}) for one in unsaved]
    if n > _MOST_FILES:
        details = [*details[:_MOST_FILES], Saying(say.AND_MORE, {"n": n - _MOST_FILES})]
    kept = sorted({one.path.split("/")[0] for one in unsaved if not one.ignored})
    advice = Saying(say.SAVE, {"paths": " ".join(kept)}) if kept else Saying(say.DO_NOT_IGNORE, {})
    return Obstacle(Saying(say.UNSAVED[n != 1], {"n": n}), tuple(details), advice)


def sort_findings(shown: Iterable[Shown], roadmap: str) -> Sorted:
    """Sort findings by what they mean for the release of one roadmap, and of what all share."""
    everything = list(shown)
    own = [one for one in everything if _concerns(one.finding.file, roadmap)]
    elsewhere = [one for one in everything if not _concerns(one.finding.file, roadmap)]
    new = [one for one in own if not one.known]
    return Sorted(
        tuple(one for one in new if one.finding.severity is Severity.ERROR),
        tuple(one for one in own if one.known),
        tuple(one for one in new if one.finding.severity is not Severity.ERROR),
        tuple(one for one in elsewhere if not one.known and one.finding.severity is Severity.ERROR),
    )


def refuse_errors(errors: Sequence[Shown]) -> Obstacle:
    """Say how many errors there are; they themselves are shown above."""
    found = Saying(say.FINDINGS, {"found": Counted.of(errors)})
    return Obstacle(found, advice=Saying(say.MEND, {}))


def refuse_status(roadmap: Roadmap, file: str) -> Obstacle | None:
    """Say that what has come to its end gets no new version, where it has."""
    if roadmap.status not in _ENDED:
        return None
    values = {"status": roadmap.status, "file": file}
    return Obstacle(Saying(say.ENDED, values), advice=Saying(say.CHANGE_STATUS, values))


def refuse_blocked(repository: Repository, tag: str) -> Obstacle | None:
    """Say that a tag which is no release has the name, or keeps git from giving it, if so."""
    other = repository.find_blocking(tag)
    if other is None:
        return None
    values = {"other": other, "tag": tag}
    return Obstacle(Saying(say.TAG_IN_THE_WAY, values), advice=Saying(say.LOOK_AT_TAG, values))


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _concerns(file: str, roadmap: str) -> bool:
    """Tell whether a file is the roadmap's own, or one that all roadmaps share."""
    return file.startswith(f"{CONTENT}/{roadmap}/") or file.count("/") < 2
