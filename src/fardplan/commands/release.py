"""`fardplan release`: a version that is done gets its tag."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, RoadmapId, Session, session_of
from fardplan.commands._output import columns, emit
from fardplan.locales import releasing as say
from fardplan.locales.commands import both
from fardplan.locales.visible import make_visible

if TYPE_CHECKING:
    from fardplan.pipeline.releasing import Candidate

DETAILS = both(
    """Det som ges ut är det som är incheckat. Det får inte ha några nya fel, allt ska vara sparat
    och versionen i roadmap.yaml ska vara högre än den senast utgivna. Taggens text säger vad som
    har ändrats. Inget skickas till andra, och en tagg flyttas aldrig.""",
    """What is released is what is committed. It may have no new errors, everything has to be saved,
    and the version in roadmap.yaml has to be above the last one released. The text of the tag says
    what has changed. Nothing is sent to others, and a tag is never moved.""",
)


What = Annotated[
    str | None,
    typer.Option(
        "--what",
        metavar=both("TEXT", "TEXT"),
        help=both(
            "Vad som är rättat. Det skrivs in under corrections om det inte står där.",
            "What is corrected. It is written under corrections unless it stands there.",
        ),
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar=both("ROLL", "ROLE"),
        help=both(
            "Rollen eller organisationen som har rättat, aldrig ett personnamn.",
            "The role or organisation that corrected, no name.",
        ),
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar=both("DATUM", "DATE"),
        help=both("När det rättades. Standard: i dag.", "When. Default: today."),
    ),
]


def release(
    ctx: typer.Context,
    roadmap: RoadmapId,
    correction: Annotated[
        bool,
        typer.Option(
            "--correction",
            help=both(
                "Ge ut en rättelse, till exempel 1.0.1: bara språkliga ändringar, och vad som är "
                "rättat står under corrections i roadmap.yaml. Står det inte där ställs frågor.",
                "Release a correction, such as 1.0.1: only changes of wording, and what is "
                "corrected stands under corrections in roadmap.yaml. If not, questions are asked.",
            ),
        ),
    ] = False,
    what: What = None,
    by: By = None,
    day: Day = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Show what stands in the way, or make the tag and say how it is sent."""
    from fardplan.commands._correction import Told, check, enter
    from fardplan.pipeline.releasing import open_candidate

    session, told = session_of(ctx), Told(what, by, day)
    check(told, correction=correction)
    with open_candidate(session.root, roadmap, correction=correction) as candidate:
        lacking, ask = candidate.proposal, not no_input
        if lacking and enter(session, roadmap, lacking, told, ask=ask, dry_run=dry_run):
            return ExitCode.FOUND
        if told.options and candidate.obstacles:
            session.note(say.NOT_NEEDED, options=told.options, file=candidate.file)
        if candidate.obstacles:
            _refuse(session, candidate)
            return ExitCode.FOUND
        if not dry_run:
            candidate.release()
        _tell(session, candidate, dry_run=dry_run)
    return ExitCode.OK


def _refuse(session: Session, candidate: Candidate) -> None:
    """Write everything that stands in the way: errors, changes, and the rest in sentences."""
    from fardplan.formats._base import Verdict
    from fardplan.formats._page import Page
    from fardplan.formats._registry import CHANGES, FINDINGS
    from fardplan.pipeline.validation import make_paper
    from fardplan.rules._base import Severity

    lang, color, width = session.lang, session.use_color(sys.stdout), columns(None)
    settings = candidate.validation.settings
    paper = make_paper(
        candidate.state, settings, lang, limit=Severity.ERROR, color=color, width=width
    )
    emit(FINDINGS["text"](Verdict(candidate.found.errors), paper))
    if candidate.too_much is not None:
        emit(CHANGES["text"](candidate.too_much, Page(lang, color=color, width=width)))
        emit("\n")
    lines = [say.REFUSED.say(lang, roadmap=candidate.roadmap)]
    for obstacle in candidate.obstacles:
        lines.append(f"• {obstacle.what.say(lang)}")
        lines += [f"    {detail.say(lang)}" for detail in obstacle.details]
        if obstacle.advice is not None:
            lines += [f"  {line}" for line in obstacle.advice.say(lang).splitlines()]
    emit("".join(f"{make_visible(line)}\n" for line in lines))
    session.note(say.NOTHING_DONE)


def _tell(session: Session, candidate: Candidate, *, dry_run: bool) -> None:
    """Write the tag and its message, then what goes along and what is left to do."""
    from fardplan.formats._findings_wording import name_place

    emit(f"{candidate.tag}\n\n{candidate.message}")
    sys.stdout.flush()
    debts = candidate.found.debts
    if debts:
        session.note(say.DEBTS[len(debts) != 1], n=len(debts))
    for finding in (one.finding for one in debts):
        place, message = name_place(finding), finding.say(session.lang)
        session.note(say.DEBT, place=place, message=message, rule=finding.rule)
    for note in candidate.notes:
        session.note(note.text, **note.values)
    values = {"tag": candidate.tag, "commit": candidate.commit[:10]}
    names = {"version": candidate.version, "roadmap": candidate.roadmap}
    session.note(say.WOULD if dry_run else say.MADE, **values, **names)
    session.note(say.WOULD_PUSH if dry_run else say.PUSH, **values)
