"""The command line: the global options and the list of commands."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from fardplan.commands._help import Group
from fardplan.commands._list import LIST, Commands
from fardplan.commands._options import Color, Session
from fardplan.commands._output import speak_utf8
from fardplan.commands._run import run
from fardplan.commands._usage import WrongUsage
from fardplan.errors import CannotRun
from fardplan.locales import commands as words
from fardplan.locales.commands import both
from fardplan.locales.text import Lang
from fardplan.source.root import JOURNAL, find_root
from fardplan.version import VERSION


class Shell(Group):
    """A whole program: runs a command and exits with its code."""

    def main(  # type: ignore[override]
        self, args: Any = None, prog_name: str | None = None, **_: Any
    ) -> NoReturn:
        """Run the command that `args` (else the command line) name, and exit.

        Where a shell asks what could come next, answer that instead.
        """
        if asked := os.environ.get("_FARDPLAN_COMPLETE"):
            from fardplan.commands._shells import answer_shell

            speak_utf8()
            sys.exit(answer_shell(self, asked, sys.stdout.write))
        sys.exit(run(self, sys.argv[1:] if args is None else args, prog_name or "fardplan"))


class Program(Shell):
    """fardplan, whose commands wait until they are asked for."""

    def __init__(self, **settings: Any) -> None:
        """Take the commands from the list, where each waits until it is asked for."""
        super().__init__(**settings)
        self.commands = Commands()  # type: ignore[assignment]  # nothing is ever put into it

    def tell_commands(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each command, and what it is for."""
        yield from ((listed.name, listed.about) for listed in LIST if not listed.hidden)


app = typer.Typer(
    name="fardplan",
    cls=Program,
    add_completion=False,
    no_args_is_help=True,
    invoke_without_command=True,  # so that `start` can say in Swedish that a command is missing
    rich_markup_mode=None,
    help=both(
        "Kontrollera, jämför och publicera färdplaner som är skrivna i YAML.",
        "Check, compare and publish roadmaps written in YAML.",
    ),
    epilog=both(
        "Flaggorna ovan går också att ge som miljövariabler, till exempel FARDPLAN_LANG=en.",
        "The options above can also be given as environment variables, such as FARDPLAN_LANG=en.",
    ),
)


@app.callback(
    context_settings={
        "auto_envvar_prefix": "FARDPLAN",
        "help_option_names": ["-h", "--help"],
    }
)
def start(
    ctx: typer.Context,
    directory: Annotated[
        Path | None,
        typer.Option(
            "-C",
            "--directory",
            metavar=both("MAPP", "DIR"),
            help=both("Gör som om du stod i mappen.", "Act as if you stood in the folder."),
        ),
    ] = None,
    lang: Annotated[
        Lang | None,
        typer.Option(
            "--lang",
            help=both(
                "Språket i det som visas. Annars gäller fardplan.toml, sedan datorns språk.",
                "The language of what is shown. Else that of fardplan.toml, then the computer's.",
            ),
        ),
    ] = None,
    color: Annotated[
        Color, typer.Option("--color", help=both("Om texten ska ha färg.", "Whether to colour."))
    ] = "auto",
    quiet: Annotated[
        bool,
        typer.Option("-q", "--quiet", help=both("Visa bara resultatet.", "Show the result only.")),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help=both("Berätta mer.", "Tell more."))
    ] = False,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache",
            help=both(
                "Räkna ut allt på nytt, och kom inte ihåg något till nästa gång.",
                "Work out everything anew, and remember nothing for the next time.",
            ),
        ),
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            allow_from_autoenv=False,  # FARDPLAN_VERSION is likely to hold a version
            callback=lambda asked: _show_version() if asked else None,
            help=both("Visa versionen och avsluta.", "Show the version and exit."),
        ),
    ] = False,
) -> None:
    """Settle what holds for every command: folder, language, colour, how much is said."""
    del lang, version  # chosen before parsing, and done with
    if ctx.invoked_subcommand is None:
        raise WrongUsage(words.MISSING_COMMAND)
    if quiet and verbose:
        raise WrongUsage(words.QUIET_AND_VERBOSE)
    if directory is not None:
        _enter(ctx, directory)
    ctx.obj = Session(ctx.obj.lang, _root(), color, verbose - quiet, not no_cache)
    _finish_interrupted(ctx.obj)


def _show_version() -> NoReturn:
    """Print the version and exit."""
    typer.echo(f"fardplan {VERSION}")
    raise typer.Exit


def _enter(ctx: typer.Context, directory: Path) -> None:
    """Stand in `directory` until the command ends, so that every path is meant from there."""
    try:
        ctx.with_resource(contextlib.chdir(directory))
    except OSError as error:
        raise WrongUsage(words.NO_SUCH_FOLDER, path=directory) from error


def _finish_interrupted(session: Session) -> None:
    """Undo what a command that was cut off has left half-done, before anything is read."""
    if os.path.lexists(session.root / JOURNAL):
        from fardplan.source.edits import recover

        if recover(session.root):
            session.note(words.RECOVERED)


def _root() -> Path:
    """Return the root of the repository that the working folder is in."""
    try:
        return find_root(Path())
    except FileNotFoundError as error:
        raise CannotRun(words.NO_WORKING_FOLDER) from error
