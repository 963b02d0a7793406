"""`fardplan validate`: all rules over the repository, or over the files named."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import FORMAT, OutputFile, Session, Today, session_of
from fardplan.commands._output import columns, emit, is_screen
from fardplan.commands._rule_names import split_names
from fardplan.locales.commands import both

HELP = both(
    """Kontrollera färdplanerna mot alla regler.

    Utan sökväg kontrolleras allt. Avslutar med 1 om det finns fel, annars med 0.""",
    """Check the roadmaps against all rules.

    Without a path everything is checked. Ends with 1 if there are errors, else with 0.""",
)


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"


class Limit(StrEnum):
    """The least severity that makes the command end with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar=both("SÖKVÄG", "PATH"),
        help=both(
            "Filer eller mappar att visa resultatet för. Hänvisningar slås alltid upp i allt.",
            "Files or folders to show the result for. References are always looked up in all.",
        ),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar=both("REGEL", "RULE"),
        help=both("Använd bara den här regeln. Går att upprepa.", "Only this rule. Repeatable."),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar=both("REGEL", "RULE"),
        help=both("Hoppa över den här regeln. Går att upprepa.", "Skip this rule. Repeatable."),
    ),
]
FailOn = Annotated[
    Limit,
    typer.Option(
        "--fail-on",
        help=both("Vad som räcker för att avsluta med 1.", "What suffices to end with 1."),
    ),
]
All = Annotated[
    bool,
    typer.Option("--all", help=both("Visa också kända brister.", "Show known debts too.")),
]


def validate(
    ctx: typer.Context,
    paths: Paths = None,
    output_format: Annotated[Format, FORMAT] = Format.TEXT,
    output: OutputFile = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = Limit.ERROR,
    today: Today = None,
    show_all: All = False,
) -> int:
    """Judge the working tree, write the findings, and say what is left to do."""
    from fardplan.formats._registry import FINDINGS
    from fardplan.formats._summary import summarise
    from fardplan.pipeline.judging import Request
    from fardplan.pipeline.validation import make_paper
    from fardplan.pipeline.validation import validate as run
    from fardplan.rules._base import Severity

    session = session_of(ctx)
    request = Request(
        paths=tuple(paths or ()),
        select=split_names(select),
        ignore=split_names(ignore),
        today=today,
        show_known=show_all,
    )
    result = run(session.root, request)
    paper = make_paper(
        session.root,
        session.lang,
        color=is_screen(output) and session.use_color(sys.stdout),
        width=columns(output),
    )
    emit(FINDINGS[output_format](result.verdict, paper), output)
    _summarise(session, summarise(result.verdict, session.lang, paid=len(result.paid)))
    reached = result.reaches(Severity.of(fail_on))
    return ExitCode.FOUND if reached else ExitCode.OK


def _summarise(session: Session, line: str) -> None:
    if session.verbosity >= 0:
        sys.stdout.flush()
        sys.stderr.write(line + "\n")
