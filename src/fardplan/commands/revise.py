"""`fardplan revise`: next year's edition of a roadmap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, RoadmapId, Session, Today, session_of
from fardplan.commands._output import emit
from fardplan.locales.commands import both
from fardplan.locales.text import Text
from fardplan.locales.visible import make_visible

if TYPE_CHECKING:
    from fardplan.commands._ask import Interview
    from fardplan.commands._revision import Told
    from fardplan.pipeline.drafting import Section
    from fardplan.pipeline.opening_year import Front
    from fardplan.pipeline.revisable import Revisable
    from fardplan.pipeline.revising import Revision

DETAILS = both(
    """År, version och status blir nya. Det som bara gäller den gamla versionen tas bort: rättelser,
    remisser, antaganden, besluten om den, diarienumret. Aktiviteter som är genomförda, införda,
    avslutade eller överförda lämnar färdplanen; de andra går vidare. Till sist står vad någon
    behöver ta ställning till. Den gamla versionen finns kvar i git.""",
    """Year, version and status become new. What is only about the old version goes: corrections,
    consultations, adoptions, the decisions on it, the registry number. Activities that are
    completed, implemented, cancelled or carried over leave the roadmap; the others go on. Last
    comes what somebody has to take a stand on. The old version remains in git.""",
)

WITHOUT_GIT = Text(
    "Mappen ligger inte i git, så {old} finns inte kvar någonstans efteråt. Fortsätta ändå?",
    "The folder is not in git, so {old} will not be kept anywhere afterwards. Go on all the same?",
)
NO_GIT = Text(
    "Mappen {folder} ligger inte i git, så {old} skulle gå förlorad. Lägg den i git först (git "
    "init, git add --all och git commit), eller ta en kopia och kör igen med --without-git.",
    "The folder {folder} is not in git, so {old} would be lost. Put it in git first (git init, git "
    "add --all and git commit), or make a copy and run again with --without-git.",
)
CONFIRM = Text("Ska ändringarna skrivas?", "Write the changes?")
NOT_WRITTEN = Text("Inget är skrivet.", "Nothing is written.")
TO_DECIDE = Text("ATT TA STÄLLNING TILL", "TO TAKE A STAND ON")
DONE = Text(
    "{edition} är öppnad: {files}. Läs igenom ändringarna och checka in dem.",
    "{edition} is opened: {files}. Look through the changes and commit them.",
)
WOULD = Text(
    "{edition} skulle öppnas: {files}. Inget är ändrat.",
    "{edition} would be opened: {files}. Nothing is changed.",
)
SEE = Text(
    "Se skillnaden: fardplan diff {roadmap} {old}",
    "See the difference: fardplan diff {roadmap} {old}",
)
EDITION = Text("Version {version} för {year}", "Version {version} for {year}")
EDITION_ONLY = Text("Utgåvan för {year}", "The edition of {year}")
CHANGED = (Text("1 fil ändrad", "1 file changed"), Text("{n} filer ändrade", "{n} files changed"))
REMOVED = (Text("1 borttagen", "1 removed"), Text("{n} borttagna", "{n} removed"))
FOUND = Text(
    "Kontrollen av den nya versionen ger {found}. Visa allt: fardplan validate roadmaps/{roadmap}",
    "The check of the new version gives {found}. Show all: fardplan validate roadmaps/{roadmap}",
)


Year = Annotated[
    int,
    typer.Argument(
        metavar=both("ÅR", "YEAR"),
        help=both("Året som den nya versionen gäller.", "The year of the new version."),
    ),
]
Version = Annotated[
    str | None,
    typer.Option(
        "--version",
        metavar=both("VERSION", "VERSION"),
        help=both(
            "Den nya versionens nummer. Annars nästa hela: 2.0 efter 1.1.",
            "The number of the new version. Else the next whole one: 2.0 after 1.1.",
        ),
    ),
]
Status = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar=both("STATUS", "STATUS"),
        help=both(
            "draft (utkast), consultation (remissversion) eller proposed (förslag). "
            "Standard: draft.",
            "draft, consultation or proposed. Default: draft.",
        ),
    ),
]
NextRevision = Annotated[
    str | None,
    typer.Option(
        "--next-revision",
        metavar=both("TID", "TIME"),
        help=both(
            "När nästa revidering ska göras. Annars lika långt efter den förra som året.",
            "When the next revision is to be made. Else as long after the last as the year.",
        ),
    ),
]
Theme = Annotated[
    str | None,
    typer.Option(
        "--theme",
        metavar=both("TEMA", "THEME"),
        help=both(
            "Årets tema: id för ett som finns, eller namnet på ett nytt.",
            "The theme of the year: the id of one that is there, or the name of a new one.",
        ),
    ),
]
Completed = Annotated[
    list[str] | None,
    typer.Option(
        "--completed",
        metavar=both("AKTIVITET", "ACTIVITY"),
        autocompletion=_completions.of_kind("activity"),
        help=both(
            "En aktivitet som är klar. Går att ange flera gånger.",
            "An activity that is done. May be given several times.",
        ),
    ),
]
Cancelled = Annotated[
    list[str] | None,
    typer.Option(
        "--cancelled",
        metavar=both("AKTIVITET=ORSAK", "ACTIVITY=REASON"),
        help=both(
            "En aktivitet som utgår, och varför. Går att ange flera gånger.",
            "An activity that is dropped, and why. May be given several times.",
        ),
    ),
]
WithoutGit = Annotated[
    bool,
    typer.Option(
        "--without-git",
        help=both(
            "Gör det fast ingen äldre version finns kvar.",
            "Do it though no earlier version is kept.",
        ),
    ),
]


def revise(
    ctx: typer.Context,
    roadmap: RoadmapId,
    year: Year,
    version: Version = None,
    status: Status = None,
    next_revision: NextRevision = None,
    theme: Theme = None,
    completed: Completed = None,
    cancelled: Cancelled = None,
    without_git: WithoutGit = False,
    today: Today = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Compute the new edition, show it, and write it."""
    from fardplan.commands._ask import Interview
    from fardplan.commands._revision import Told, collect_front
    from fardplan.pipeline.revisable import open_revisable

    session = session_of(ctx)
    day = today or date.today()  # noqa: DTZ011 - the user's own day is meant
    revisable = open_revisable(session.root, roadmap, year)
    interview = Interview(session, ask=not no_input)
    told = Told(version, status, next_revision, theme, completed or (), cancelled or ())
    if not (revisable.in_git or without_git or dry_run or _goes_on(session, interview, revisable)):
        session.note(NOT_WRITTEN)
        return ExitCode.OK
    front = collect_front(revisable, interview, told, day)
    revision = _compute(revisable, interview, told, front, day)
    emit("".join(f"{make_visible(line)}\n" for line in _lines(revision, session)))
    if interview.asks and not dry_run and not interview.confirm(CONFIRM):
        session.note(NOT_WRITTEN)
        return ExitCode.OK
    if not dry_run:
        revision.edits.carry_out()
    _tell(session, revisable, revision, front, dry_run=dry_run)
    return ExitCode.OK


def _goes_on(session: Session, interview: Interview, revisable: Revisable) -> bool:
    """Ask whether the old edition may be lost; raises CannotRun where nobody can be asked."""
    from fardplan.errors import CannotRun
    from fardplan.pipeline.revisable import name_edition

    old = name_edition(revisable.edition)
    if not interview.asks:
        raise CannotRun(NO_GIT, folder=session.root, old=old)
    return interview.confirm(WITHOUT_GIT, default=False, old=old)


def _compute(
    revisable: Revisable, interview: Interview, told: Told, front: Front, day: date
) -> Revision:
    """Compute the new edition, and again with the answers on what is doubtful in it."""
    from fardplan.commands._revision import ask_fates, merge, read_fates
    from fardplan.pipeline.revising import revise as compute

    fates = read_fates(told)
    revision = compute(revisable, front, fates, day)
    asked = merge(fates, ask_fates(revision.doubtful, interview))
    return revision if asked == fates else compute(revisable, front, asked, day)


def _lines(revision: Revision, session: Session) -> Iterator[str]:
    """Yield what changes, then what is left to take a stand on."""
    yield from _list(revision.done, session)
    if revision.undecided:
        yield from ("", TO_DECIDE.say(session.lang), "")
        yield from _list(revision.undecided, session)


def _list(sections: Sequence[Section], session: Session) -> Iterator[str]:
    for number, section in enumerate(sections):
        if number:
            yield ""
        heading = section.heading.say(session.lang)
        yield heading if heading.endswith("?") else f"{heading}:"
        yield from (f"  {line.say(session.lang)}" for line in section.lines)


def _tell(
    session: Session, revisable: Revisable, revision: Revision, front: Front, *, dry_run: bool
) -> None:
    """Say what was written, where to see it, and what a check says of it."""
    from fardplan.formats._summary import count_findings

    changed, removed = len(revision.edits.files), len(revision.edits.removed)
    files = [CHANGED[changed != 1].fill(n=changed)]
    if removed:
        files.append(REMOVED[removed != 1].fill(n=removed))
    edition = EDITION if front.version else EDITION_ONLY
    name = edition.fill(version=front.version, year=str(front.year))
    session.note(WOULD if dry_run else DONE, edition=name, files=tuple(files))
    roadmap = revisable.edition.id
    if revisable.in_git and not dry_run:
        session.note(SEE, roadmap=roadmap, old=str(revisable.roadmap.year))
    if revision.counts and not dry_run:
        found = count_findings(revision.counts, session.lang)
        session.note(FOUND, found=found, roadmap=roadmap)
