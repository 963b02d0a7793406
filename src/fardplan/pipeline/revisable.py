"""A roadmap that is to be revised, and everything that stands in the way of that."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.releasing import SHALLOW
from fardplan.locales.text import Text
from fardplan.locales.versions import NOTHING, UNKNOWN_ROADMAP
from fardplan.model.answers import read_answer
from fardplan.model.chapters import Validity
from fardplan.model.edition import Edition
from fardplan.model.index import Index
from fardplan.model.number import LAST_YEAR
from fardplan.model.paths import CONTENT
from fardplan.model.refusal import Refused, quote
from fardplan.model.roadmap import Roadmap
from fardplan.model.version import VersionNumber
from fardplan.pipeline.history import GitArchive
from fardplan.pipeline.states import open_tree
from fardplan.rules._base import ENDED_STATUSES
from fardplan.rules._history import History, names_of
from fardplan.source._git_status import Unsaved
from fardplan.source.collection import Loaded, load
from fardplan.source.git import Repository
from fardplan.source.revisions import HEAD
from fardplan.source.tree import WorkingTree

UNREAD = Text(
    "Något i {file} går inte att läsa. Rätta det först (visa felen: fardplan validate).",
    "Something in {file} cannot be read. Mend that first (show the errors: fardplan validate).",
)
NOT_LATER = Text(
    "{roadmap} gäller redan {present}. Ange ett senare år, till exempel {next}.",
    "{roadmap} is of {present} already. Give a later year, such as {next}.",
)
TOO_LATE = Text(
    "{year} ligger för långt fram. Det sista årtal som går att skriva är {last}.",
    "{year} is too far ahead. The last year that can be written is {last}.",
)
OUTSIDE = Text(
    "{year} ligger utanför giltighetstiden ({period}). Ändra `validity` i {file} först, om den är "
    "förlängd. Annars behövs en ny färdplan: fardplan new roadmap",
    "{year} lies outside the validity ({period}). Change `validity` in {file} first, if it is "
    "prolonged. Else a new roadmap is needed: fardplan new roadmap",
)
ENDED = Text(
    "Färdplanen är {status} och revideras inte. Ändra `status` i {file} om det inte stämmer.",
    "The roadmap is {status} and is not revised. Change `status` in {file} if that is not true.",
)
UNSAVED = Text(
    "Allt i roadmaps/{roadmap} är inte sparat i git, så {present} skulle gå förlorad: {files}. "
    "Spara först: git add roadmaps/{roadmap} och git commit.",
    "Not all of roadmaps/{roadmap} is saved in git, so {present} would be lost: {files}. "
    "Save first: git add roadmaps/{roadmap} and git commit.",
)
FILE = Text("{file} ({how})", "{file} ({how})")
AND_MORE = Text("{n} till", "{n} more")
NOT_ABOVE = Text(
    "Versionen ska vara högre än {latest}, som finns redan.",
    "The version must be above {latest}, which there is already.",
)
NEXT = Text("Skriv till exempel {example}.", "Write for example {example}.")
VERSION = Text("version {version} ({year})", "version {version} ({year})")
EDITION = Text("utgåvan för {year}", "the edition of {year}")
SINCE = Text("från {start}", "from {start}")
UNTIL = Text("till {end}", "until {end}")
BOTH = Text("{start} – {end}", "{start} – {end}")

_MOST_FILES = 3


@dataclass(frozen=True, slots=True)
class Revisable:
    """A roadmap as it is, the latest release before the new edition, and whether git keeps it."""

    tree: WorkingTree
    loaded: Loaded
    index: Index
    edition: Edition
    year: int
    released: Edition | None
    """The roadmap in its latest release, if it has any."""
    latest: VersionNumber | None
    """The highest version that is taken: the roadmap's own or that of a release."""
    in_git: bool

    @property
    def roadmap(self) -> Roadmap:
        """What roadmap.yaml says."""
        return self.edition.roadmap

    @property
    def file(self) -> str:
        """The path of roadmap.yaml."""
        return self.edition.path_of("roadmap.yaml")

    @property
    def next_version(self) -> str | None:
        """The version after all that are taken, in the same form; None where there is none."""
        if self.latest is None:
            return None
        number = str(self.latest.numbers[0] + 1)
        return f"{number}.0" if "." in self.latest.text else number

    def read_version(self, written: str) -> str:
        """Return a version that can be given; raises Refused for one that is not the highest."""
        read_answer(Roadmap, "version", written)
        if self.latest is not None and VersionNumber.parse(written) <= self.latest:
            values = {"latest": self.latest, "example": self.next_version}
            raise Refused(NOT_ABOVE, values, NEXT)
        return written

    def day(self, today: date) -> date:
        """Return by which day times are over for the new edition: today, within its year."""
        return min(max(today, date(self.year, 1, 1)), date(self.year, 12, 31))


def open_revisable(root: Path, name: str, year: int) -> Revisable:
    """Return the roadmap of that id, to be revised for a year; raises CannotRun where it cannot."""
    tree = open_tree(root)
    loaded = load(tree)
    edition = loaded.collection.editions.get(name)
    if edition is None:
        known = ", ".join(loaded.collection.editions) or NOTHING
        raise CannotRun(UNKNOWN_ROADMAP, roadmap=quote(name), known=known)
    _refuse_unread(loaded, name)
    _check_year(edition, year)
    with ExitStack() as stack:
        repository = Repository.open(root)
        if repository is not None:
            stack.enter_context(repository)
            if repository.shallow:  # what was closed before the release leaves, else it stays
                raise CannotRun(SHALLOW)
            _refuse_unsaved(repository, edition)
        released, versions = _look_back(root, repository, edition)
    own = [edition.roadmap.version] if edition.roadmap.version else []
    latest = max([*own, *versions], default=None)
    index = Index.of(loaded.collection)
    in_git = repository is not None
    return Revisable(tree, loaded, index, edition, year, released, latest, in_git)


def _refuse_unread(loaded: Loaded, name: str) -> None:
    """Raise CannotRun where a file of the roadmap was not read in full."""
    faulty = {
        file
        for file, faults in loaded.faults.items()
        if any(fault.rule != "unstable-id" for fault in faults)
    }
    for file in sorted(faulty | loaded.misfits.keys() | loaded.incomplete):
        if file.startswith(f"{CONTENT}/{name}/"):
            raise CannotRun(UNREAD, file=file)


def _check_year(edition: Edition, year: int) -> None:
    """Raise CannotRun where the year is none that the roadmap can be revised for."""
    roadmap, file = edition.roadmap, edition.path_of("roadmap.yaml")
    if roadmap.status in ENDED_STATUSES:
        raise CannotRun(ENDED, status=roadmap.status, file=file)
    if year <= roadmap.year:
        present = str(roadmap.year)
        raise CannotRun(NOT_LATER, roadmap=edition.id, present=present, next=str(roadmap.year + 1))
    if year > LAST_YEAR:
        raise CannotRun(TOO_LATE, year=str(year), last=str(LAST_YEAR))
    validity = roadmap.validity
    start = validity.from_.start if validity and validity.from_ else None
    end = validity.to.end if validity and validity.to else None
    if validity and ((start and date(year, 12, 31) < start) or (end and end < date(year, 1, 1))):
        raise CannotRun(OUTSIDE, year=str(year), period=_period(validity), file=file)


def _period(validity: Validity) -> Text:
    """Return a validity in words."""
    start, end = validity.from_, validity.to
    text = BOTH if start and end else SINCE if start else UNTIL
    return text.fill(start=start, end=end)


def _refuse_unsaved(repository: Repository, edition: Edition) -> None:
    """Raise CannotRun where git does not have the roadmap as it is: that would be lost."""
    unsaved = [
        one
        for one in repository.list_unsaved((f"{CONTENT}/{edition.id}",))
        if not one.ignored or one.path.endswith(".yaml")
    ]
    if unsaved:
        present, files = name_edition(edition), _name_files(unsaved)
        raise CannotRun(UNSAVED, roadmap=edition.id, present=present, files=files)


def _name_files(unsaved: Sequence[Unsaved]) -> tuple[Text, ...]:
    names = tuple(FILE.fill(file=one.path, how=one.how) for one in unsaved[:_MOST_FILES])
    left = len(unsaved) - len(names)
    return (*names, AND_MORE.fill(n=left)) if left else names


def name_edition(edition: Edition) -> Text:
    """Return what an edition is called: "version 2.0 (2025)"."""
    version, year = edition.roadmap.version, str(edition.roadmap.year)
    return VERSION.fill(version=version, year=year) if version else EDITION.fill(year=year)


def _look_back(
    root: Path, repository: Repository | None, edition: Edition
) -> tuple[Edition | None, list[VersionNumber]]:
    """Return the latest release of a roadmap, and the versions of all."""
    archive = GitArchive(root, repository, HEAD)
    releases = archive.releases(names_of(edition))
    if not releases:
        return None, []
    highest = VersionNumber.parse(releases[-1].version)
    number = VersionNumber("", (highest.numbers[0] + 1, 0, 0))
    later = edition.roadmap.model_copy(update={"version": number})
    past = History(archive).previous(Edition(edition.id, later))
    return past.edition if past else None, [highest]
