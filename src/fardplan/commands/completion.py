"""`fardplan completion`: the shell completes what is written after `fardplan`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import session_of
from fardplan.commands._output import emit
from fardplan.commands._usage import WrongUsage
from fardplan.errors import CannotRun
from fardplan.locales.commands import both
from fardplan.locales.text import Text

DETAILS = both(
    """Kommandot skriver ut det skript som skalet behöver, eller lägger det på plats med --install.
    Utan SKAL gäller det som du kör i.""",
    """The script that the shell needs is printed, or put in its place with --install. Without SHELL
    the one that you are running counts.""",
)

UNKNOWN = Text(
    "Det gick inte att se vilket skal du använder. Ange det: fardplan completion bash",
    "It could not be seen which shell you use. Name it: fardplan completion bash",
)
BY_HAND = Text(
    "Lägg själv in skriptet i PowerShells profil: fardplan completion powershell >> $PROFILE",
    "Put the script into PowerShell's profile yourself: fardplan completion powershell >> $PROFILE",
)
INSTALLED = Text(
    "Skriptet ligger nu i {path}. Det gäller när du har öppnat ett nytt terminalfönster.",
    "The script is now in {path}. It holds once you have opened a new terminal.",
)
NOT_INSTALLED = Text(
    "Skriptet gick inte att lägga på plats: {reason}", "The script could not be put there: {reason}"
)


class Shell(StrEnum):
    """The shells that can be told."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(
    ctx: typer.Context,
    shell: Annotated[
        Shell | None,
        typer.Argument(
            metavar=both("SKAL", "SHELL"),
            help=both("bash, zsh, fish eller powershell.", "bash, zsh, fish or powershell."),
        ),
    ] = None,
    install: Annotated[
        bool,
        typer.Option(
            "--install",
            help=both("Lägg skriptet på plats.", "Put the script in its place."),
        ),
    ] = False,
) -> int:
    """Print the script, or install it."""
    from typer import _completion_shared as scripts

    from fardplan.commands._shells import VARIABLE

    name = str(shell.value) if shell else _running_shell()
    if not install:
        emit(scripts.get_completion_script(prog_name="fardplan", complete_var=VARIABLE, shell=name))
        return ExitCode.OK
    ways = {
        "bash": scripts.install_bash,
        "zsh": scripts.install_zsh,
        "fish": scripts.install_fish,
    }
    if name not in ways:
        raise WrongUsage(BY_HAND)
    try:
        path = ways[name](prog_name="fardplan", complete_var=VARIABLE, shell=name)
    except (OSError, UnicodeError, RuntimeError) as error:
        from fardplan.locales.reasons import tell_reason

        raise CannotRun(NOT_INSTALLED, reason=tell_reason(error)) from error
    session_of(ctx).note(INSTALLED, path=str(path))
    return ExitCode.OK


def _running_shell() -> str:
    """Return the shell that runs this; raises WrongUsage where it is none of those."""
    from typer._completion_shared import _get_shell_name

    name = _get_shell_name() or ""
    known = {"pwsh": "powershell"}.get(name, name)
    if known not in {str(shell.value) for shell in Shell}:
        raise WrongUsage(UNKNOWN)
    return known
