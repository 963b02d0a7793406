"""`fardplan new report`: the follow-up for one period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, session_of
from fardplan.commands.new._options import Home, Title
from fardplan.locales.commands import both

if TYPE_CHECKING:
    from fardplan.commands.new._filling import Making

HELP = both(
    """Skapa en rapport: hur det gick under en period.

    Filen heter som perioden: 2024, 2024-q2 eller 2024-10-26. Varje aktivitet får en rad att fylla
    i.""",
    """Make a report: how things went in a period.

    The file is called as the period: 2024, 2024-q2 or 2024-10-26. Each activity gets a row to fill
    in.""",
)


Period = Annotated[
    str | None,
    typer.Argument(
        metavar=both("PERIOD", "PERIOD"),
        help=both("2024, 2024-q2 eller 2024-10-26.", "2024, 2024-q2 or 2024-10-26."),
    ),
]
Body = Annotated[
    str | None,
    typer.Option(
        "--body",
        metavar=both("ORGAN", "BODY"),
        autocompletion=_completions.of_kind("body"),
        help=both("Gruppen som tar emot rapporten.", "The body that receives the report."),
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar=both("DATUM", "DATE"),
        help=both("Mötet då den togs emot.", "The meeting at which it was received."),
    ),
]


def report(
    ctx: typer.Context,
    roadmap: Home = None,
    period: Period = None,
    title: Title = None,
    body: Body = None,
    date: Date = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Ask about the report, and write it."""
    from fardplan.commands.new import _report_words as words
    from fardplan.commands.new._filling import Making
    from fardplan.model.indicator import Report

    making = Making(session_of(ctx), "report", Report, ask=not no_input)
    making.enter(roadmap)
    entity_id = _settle_period(making, period)
    making.form.ask(words.title_of(entity_id), title)
    if title is None and not making.interview.asks:
        making.form.known["title"] = words.title_of(entity_id).proposal
    _ask(making, body, date)
    making.write([making.sheet(entity_id)], dry_run=dry_run)
    return ExitCode.OK


def _settle_period(making: Making, period: str | None) -> str:
    """Return the period as the file's name says it."""
    from fardplan.commands._questions import Question
    from fardplan.commands.new import _report_words as words
    from fardplan.pipeline.creating import NewPlace

    place = NewPlace(making.ground, making.form.home, "report")
    question = Question(
        "PERIOD", words.PERIOD, words.ABOUT_PERIOD, lambda text: words.read_period(place, text)
    )
    answer = making.interview.answer(question, period)
    making.interview.finish()
    return answer or ""


def _ask(making: Making, body: str | None, date: str | None) -> None:
    from fardplan.commands.new import _report_words as words

    form = making.form
    roadmap = making.ground.edition(form.home).roadmap
    receiver = roadmap.reporting.to if roadmap.reporting else roadmap.accountable
    form.ask(words.receiver(receiver or ""), body)
    form.ask(words.DATE, date)
    form.leave(words.SUMMARY)
    activities = making.ground.entities(form.home, "activity")
    if activities:
        form.leave(words.statuses(activities))
