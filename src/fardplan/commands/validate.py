"""`fardplan validate`: all rules over the repository, or over the files named."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._options import FORMAT, OutputFile, Today, session_of
from fardplan.commands._rule_names import split_names
from fardplan.commands._usage import WrongUsage
from fardplan.locales import commands as words
from fardplan.locales.commands import both
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from fardplan.pipeline.states import Selection

DETAILS = both(
    """Utan sökväg kontrolleras allt. Avslutar med 1 om det finns fel, annars med 0.""",
    """Without a path everything is checked. Ends with 1 if there are errors, else with 0.""",
)

STAGED_OR_REV = Text(
    "Välj antingen --staged eller --rev, inte båda.", "Choose either --staged or --rev, not both."
)


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


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
        help=both(
            "Använd bara den här regeln. Flera skrivs med komma emellan.",
            "Use only this rule. Put commas between several.",
        ),
        autocompletion=_completions.rules,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar=both("REGEL", "RULE"),
        help=both(
            "Hoppa över den här regeln. Flera skrivs med komma emellan.",
            "Skip this rule. Put commas between several.",
        ),
        autocompletion=_completions.rules,
    ),
]
FailOn = Annotated[
    Limit,
    typer.Option(
        "--fail-on",
        help=both("Vad som räcker för att avsluta med 1.", "What suffices to end with 1."),
    ),
]
Staged = Annotated[
    bool,
    typer.Option(
        "--staged",
        help=both(
            "Kontrollera det som är tillagt med git add, det vill säga det som ska checkas in.",
            "Check what is added with git add, that is what is about to be committed.",
        ),
    ),
]
Revision = Annotated[
    str | None,
    typer.Option(
        "--rev",
        metavar=both("REVISION", "REV"),
        help=both(
            "Kontrollera en gren, tagg eller incheckning i git.",
            "Check a branch, tag or commit in git.",
        ),
    ),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar=both("REVISION", "REV"),
        help=both(
            "Visa bara det som är nytt sedan den gren, tagg eller incheckning som ändringen utgår "
            "från, och allt i filer som har ändrats. Hela arkivet läses.",
            "Show only what is new since the branch, tag or commit that the change started from, "
            "and all in files that have changed. The whole repository is read.",
        ),
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
    staged: Staged = False,
    rev: Revision = None,
    changed_since: ChangedSince = None,
    show_all: All = False,
) -> int:
    """Judge what is asked for, write the findings, and say what is left to do."""
    from fardplan.commands._validating import Call, answer

    call = Call(
        paths=tuple(paths or ()),
        output_format=output_format,
        output=output,
        select=split_names(select),
        ignore=split_names(ignore),
        fail_on=fail_on,
        today=today,
        show_all=show_all,
    )
    return answer(session_of(ctx), call, _choose(staged, rev, changed_since))


def _choose(staged: bool, rev: str | None, since: str | None) -> Selection:
    """Return which state is asked for; raises WrongUsage where that contradicts itself."""
    from fardplan.pipeline.states import Selection

    if staged and rev is not None:
        raise WrongUsage(STAGED_OR_REV)
    for option, value in (("--rev", rev), ("--changed-since", since)):
        if value is not None and not value.strip():
            place = Text("REVISION", "REV")
            raise WrongUsage(words.NEEDS_VALUE, option=option, place=place)
    return Selection(staged, rev, since)
