"""The questions about a new edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from fardplan.commands._ask import Interview
from fardplan.commands._questions import Choice, Question, about_field
from fardplan.commands._usage import WrongUsage
from fardplan.locales.text import Text, in_any_language
from fardplan.model.activity import Activity
from fardplan.model.answers import read_answer
from fardplan.model.chapters import Theme
from fardplan.model.refusal import Refused, quote
from fardplan.model.roadmap import Roadmap
from fardplan.model.terms import ActivityStatus, RoadmapStatus
from fardplan.pipeline.opening_year import Front, find_theme, move_on
from fardplan.pipeline.revisable import Revisable
from fardplan.pipeline.revising import Fate
from fardplan.rules._findings import Finding

VERSION = Text("Vilken version blir det?", "Which version will it be?")
STATUS = Text("Vilken status får den nya versionen?", "Which status does the new version get?")
REVISION = Text("När ska nästa revidering göras?", "When is the next revision to be made?")
THEME = Text("Vilket är årets tema?", "Which is the theme of the year?")
FATE = Text(
    "”{title}”: tiden har gått ut. Hur går det?", "“{title}”: its time has passed. How does it go?"
)
ABOUT_FATE = Text(
    "Det du väljer skrivs i {file}. Den som går vidare behöver en ny tid och ett skäl; det skriver "
    "du själv. Den som är klar eller utgår står kvar i den nya versionen och lämnar nästa.",
    "What you choose is written to {file}. One that goes on needs a new time and a reason; these "
    "you write yourself. One that is done or dropped stays in the new version and leaves the next.",
)
GOES_ON = Text("går vidare", "goes on")
IS_DONE = Text("är klar", "is done")
IS_DROPPED = Text("utgår", "is dropped")
REASON = Text("Varför utgår den?", "Why is it dropped?")
THEME_TAKEN = Text("Temat ”{theme}” är för {time}.", "The theme “{theme}” is of {time}.")
ANOTHER_THEME = Text(
    "Skriv ett annat, eller ändra tiden i {file}.", "Write another, or change the time in {file}."
)
NO_STATUS = Text(
    "En ny version börjar som draft, consultation eller proposed. Är den antagen sedan: fardplan "
    "adopt {roadmap}",
    "A new version begins as draft, consultation or proposed. Once it is adopted: fardplan adopt "
    "{roadmap}",
)
NEEDS_REASON = Text(
    "{option}: skriv id=orsak, till exempel {example}.",
    "{option}: write id=reason, such as {example}.",
)
EXAMPLE = Text("dietist-direkt='Behovet finns inte längre'", "dietist-direkt='No longer needed'")
TWICE = Text(
    "Aktiviteten {name} kan inte både vara klar och utgå.",
    "The activity {name} cannot be both done and dropped.",
)

UNFINISHED = (RoadmapStatus.DRAFT, RoadmapStatus.CONSULTATION, RoadmapStatus.PROPOSED)
_ON, _DONE, _DROPPED = "on", "completed", "cancelled"


@dataclass(frozen=True, slots=True)
class Told:
    """What the options say; None where an option is not given."""

    version: str | None
    status: str | None
    next_revision: str | None
    theme: str | None
    completed: Sequence[str]
    cancelled: Sequence[str]


def collect_front(revisable: Revisable, interview: Interview, told: Told, today: date) -> Front:
    """Return what the new edition says of itself: what is told, what is asked, what follows."""
    version = revisable.next_version
    if told.version is not None:
        version = interview.answer(_version(revisable), told.version)
    status = interview.answer(_status(revisable), told.status) if told.status else None
    revision = interview.answer(_revision(revisable), told.next_revision)
    theme = None
    has_theme = find_theme(revisable.roadmap.themes, revisable.year) is not None
    if told.theme is not None or (revisable.roadmap.themes and not has_theme):
        theme = interview.answer(_theme(revisable), told.theme)
    return Front(
        revisable.year,
        version,
        next((one for one in UNFINISHED if one.value == status), RoadmapStatus.DRAFT),
        today.isoformat(),
        revision,
        theme,
    )


def read_fates(told: Told) -> dict[str, Fate]:
    """Return how activities ended, as the options say; raises WrongUsage."""
    fates = {name: Fate(ActivityStatus.COMPLETED) for name in told.completed}
    for written in told.cancelled:
        name, _, reason = written.partition("=")
        if not reason.strip():
            raise WrongUsage(NEEDS_REASON, option="--cancelled", example=EXAMPLE)
        if name in fates:
            raise WrongUsage(TWICE, name=name)
        fates[name] = Fate(ActivityStatus.CANCELLED, reason.strip())
    return fates


def ask_fates(doubtful: Sequence[Finding], interview: Interview) -> Iterator[tuple[str, Fate]]:
    """Ask about each activity whose time has passed; yield how those ended that do not go on."""
    for finding in doubtful:
        if finding.subject is None or not interview.asks:
            continue
        answer = interview.answer(_fate(finding.subject.title, finding.file))
        if answer == _DONE:
            yield finding.subject.id, Fate(ActivityStatus.COMPLETED)
        elif answer == _DROPPED:
            yield finding.subject.id, Fate(ActivityStatus.CANCELLED, interview.answer(_reason()))


def _version(revisable: Revisable) -> Question:
    about = Text("Versionens nummer, till exempel 2.0.", "The number of the version, such as 2.0.")
    return about_field(Roadmap, "version", "--version", VERSION, about, read=revisable.read_version)


def _status(revisable: Revisable) -> Question:
    about = Text(
        "draft (utkast), consultation (remissversion) eller proposed (förslag).",
        "draft, consultation or proposed.",
    )
    choices = [Choice(str(one.value), Text(one.say("sv"), one.say("en"))) for one in UNFINISHED]

    def read(written: str) -> str:
        if written not in {one.value for one in choices}:
            raise Refused(NO_STATUS, {"roadmap": revisable.edition.id})
        return written

    return about_field(
        Roadmap, "status", "--status", STATUS, about, read=read, choices=choices,
        default=str(RoadmapStatus.DRAFT.value),
    )  # fmt: skip


def _revision(revisable: Revisable) -> Question:
    roadmap, year = revisable.roadmap, revisable.year
    written = roadmap.next_revision.text if roadmap.next_revision else None
    proposed = move_on(written, year - roadmap.year, year + 1)
    about = Text("När nästa version ska komma.", "When the next version is to come.")
    return about_field(
        Roadmap, "next_revision", "--next-revision", REVISION, about,
        default=proposed or "", required=False,
    )  # fmt: skip


def _theme(revisable: Revisable) -> Question:
    free = [one for one in revisable.roadmap.themes if one.id and not one.awareness_year]
    return about_field(
        Theme, "title", "--theme", THEME, Text("Temats namn.", "The name of the theme."),
        read=partial(_read_theme, revisable), required=False,
        choices=[Choice(str(one.id), in_any_language(one.title)) for one in free],
    )  # fmt: skip


def _read_theme(revisable: Revisable, written: str) -> str:
    """Return the id of a free theme, or a title; raises Refused for that of another year."""
    for theme in revisable.roadmap.themes:
        if written in (theme.id, theme.title) or written.casefold() == theme.title.casefold():
            time = theme.awareness_year
            if time and find_theme((theme,), revisable.year) is None:
                values = {"theme": quote(theme.title), "time": time, "file": revisable.file}
                raise Refused(THEME_TAKEN, values, ANOTHER_THEME)
            return theme.id or theme.title
    return read_answer(Theme, "title", written)


def _fate(title: str, file: str) -> Question:
    choices = (Choice(_ON, GOES_ON), Choice(_DONE, IS_DONE), Choice(_DROPPED, IS_DROPPED))
    text, about = FATE.fill(title=title), ABOUT_FATE.fill(file=file)
    names = {one.value for one in choices}
    return Question("--completed", text, about, partial(_read_fate, names), choices, default=_ON)


def _read_fate(names: set[str], written: str) -> str:
    from fardplan.locales.asking import CHOOSE

    if written not in names:
        raise Refused(CHOOSE, {})
    return written


def _reason() -> Question:
    about = Text(
        "Skrivs under reason i aktivitetens fil, så att den som läser ser varför.",
        "Goes under reason in the activity's file, so that readers see why.",
    )
    return about_field(Activity, "reason", "--cancelled", REASON, about)


def merge(told: Mapping[str, Fate], asked: Iterator[tuple[str, Fate]]) -> dict[str, Fate]:
    """Return all fates, those of the options first."""
    return {**dict(asked), **told}
