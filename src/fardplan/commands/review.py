"""`fardplan review`: what a roadmap refers to in others is still what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, RoadmapId, Session, session_of
from fardplan.commands._output import columns, emit
from fardplan.commands._usage import WrongUsage
from fardplan.errors import CannotRun
from fardplan.locales import reviewing as say
from fardplan.locales.commands import both
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from fardplan.commands._ask import Interview
    from fardplan.pipeline.reviewing import Candidate, Reviewing

DETAILS = both(
    """För varje hänvisning som behöver stämmas av visas vad som har ändrats sedan sist, och du
    svarar om den fortfarande stämmer. Då skrivs den version in som gäller nu, med datum, roll
    och utfall. HÄNVISNING är det som hänvisas till (orebro-lan/digitalisering) eller det som
    hänvisar.""",
    """For every reference that needs reviewing it is shown what has changed since last time, and
    you answer whether it still holds. Then the present version is written, with date, role and
    outcome. REFERENCE is what is referred to (orebro-lan/digitalisering) or what refers to it.""",
)

SAID = Text("{said}", "{said}")


References = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=both("HÄNVISNING", "REFERENCE"),
        help=both(
            "De hänvisningar som är avstämda. Standard: de som behöver stämmas av.",
            "The references that are reviewed. Default: those that need reviewing.",
        ),
    ),
]
Every = Annotated[
    bool,
    typer.Option(
        "--all",
        help=both(
            "Alla som behöver stämmas av, utan att fråga om var och en.",
            "All that need reviewing, without asking about each.",
        ),
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar=both("ROLL", "ROLE"),
        help=both(
            "Rollen som har stämt av, aldrig ett personnamn.",
            "The role that reviewed, no name.",
        ),
    ),
]
Outcome = Annotated[
    str | None,
    typer.Option(
        "--outcome",
        metavar=both("TEXT", "TEXT"),
        help=both("Vad avstämningen ledde till.", "What the review led to."),
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar=both("DATUM", "DATE"),
        help=both("När avstämningen gjordes. Standard: i dag.", "When. Default: today."),
    ),
]


def review(
    ctx: typer.Context,
    roadmap: RoadmapId,
    references: References = None,
    every: Every = False,
    by: By = None,
    outcome: Outcome = None,
    day: Day = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Show what has changed, ask whether the references still hold, and write that they do."""
    from fardplan.commands._ask import Interview
    from fardplan.commands._reviewed import Told, collect
    from fardplan.pipeline.reviewing import mark, open_reviewing

    if references and every:
        raise WrongUsage(say.NAMES_AND_ALL)
    session = session_of(ctx)
    reviewing = open_reviewing(session.root, roadmap)
    interview = Interview(session, ask=not (no_input or every))
    found = _find(reviewing, tuple(references or ()), every=every)
    if not found:
        _refuse_unseen(reviewing)
        session.note(say.NOTHING, roadmap=roadmap)
        _tell_never(session, reviewing)
        return ExitCode.OK
    if not (interview.asks or references or every):
        emit("\n".join(_describe(session, one) for one in found))
        if dry_run:
            return ExitCode.OK
        raise WrongUsage(say.CHOOSE)
    chosen = _choose(session, interview, found)
    if not chosen:
        session.note(say.NONE_CHOSEN)
        return ExitCode.OK
    given = collect(interview, chosen, Told(by, outcome, day))
    files = mark(reviewing, chosen, given, dry_run=dry_run)
    done = say.WOULD if dry_run else say.DONE
    session.note(done[len(chosen) != 1], n=len(chosen))
    session.detail(say.WRITTEN, files=files)
    left = len(found) - len(chosen) + (len(reviewing.unseen()) if every else 0)
    if left:
        session.note(say.LEFT[left != 1], n=left)
    return ExitCode.OK


def _find(
    reviewing: Reviewing, references: tuple[str, ...], *, every: bool
) -> tuple[Candidate, ...]:
    """Return what is named, else what needs reviewing; `--all` takes nothing that is not seen."""
    from fardplan.rules._reviews import Standing

    if references:
        return reviewing.named(references)
    waiting = reviewing.standing(Standing.SUSPECT, Standing.UNKNOWN)
    return tuple(one for one in waiting if one.review.is_shown or not every)


def _choose(
    session: Session, interview: Interview, found: tuple[Candidate, ...]
) -> list[Candidate]:
    """Show each reference, and return those that still hold."""
    from fardplan.rules._reviews import Standing

    if not interview.asks:
        emit("\n".join(_describe(session, one) for one in found))
        return list(found)
    chosen = []
    for one in found:
        interview.tell(SAID, said="\n" + _describe(session, one).rstrip("\n"))
        first = one.review.standing is Standing.NEVER
        if interview.confirm(say.CONFIRM_FIRST if first else say.CONFIRM, default=False):
            chosen.append(one)
    return chosen


def _describe(session: Session, candidate: Candidate) -> str:
    from fardplan.formats._page import Page
    from fardplan.formats._review_text import describe_review

    page = Page(session.lang, width=columns(None))
    return describe_review(candidate.review, candidate.holder, page)


def _refuse_unseen(reviewing: Reviewing) -> None:
    """Raise CannotRun where it cannot be shown what has changed since something was reviewed."""
    if unseen := reviewing.unseen():
        names = _names(unseen)
        raise CannotRun(say.UNSEEN, references=names, roadmap=reviewing.edition.id)


def _tell_never(session: Session, reviewing: Reviewing) -> None:
    """Name the references that were never reviewed."""
    from fardplan.rules._reviews import Standing

    if names := _names(reviewing.standing(Standing.NEVER)):
        roadmap = reviewing.edition.id
        session.note(say.NEVER, references=names, first=names[0], roadmap=roadmap)


def _names(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.review.reference.written for one in candidates))
