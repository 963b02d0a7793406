"""`fardplan git-setup`: git shows changes in roadmaps by meaning."""

from __future__ import annotations

from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import session_of
from fardplan.locales.commands import both
from fardplan.locales.text import Text

HELP = both(
    """Låt git visa ändringar i färdplaner i klartext, med git diff och git log -p.

    Kommandot ändrar bara gits inställningar för det här arkivet på den här datorn.""",
    """Let git show changes in roadmaps in plain words, in git diff and git log -p.

    Only git's settings for this repository on this computer are changed.""",
)

DONE = Text(
    "git diff och git log -p visar nu ändringar i färdplaner i klartext. Inställt för det här "
    "arkivet på den här datorn: {names}.",
    "git diff and git log -p now show changes in roadmaps in plain words. Set for this repository "
    "on this computer: {names}.",
)
HOW_TO_UNDO = Text("Ångra: fardplan git-setup --undo", "Undo: fardplan git-setup --undo")
NO_ATTRIBUTES = Text(
    "Git vet ännu inte vilka filer det gäller. Lägg till raden i filen .gitattributes: {line}",
    "Git does not know yet which files are meant. Add the line to the file .gitattributes: {line}",
)
UNDONE = Text(
    "git diff och git log -p visar filernas rader igen.",
    "git diff and git log -p show the lines of files again.",
)
NOTHING_TO_UNDO = Text(
    "Inget att ångra: git visar redan filernas rader.",
    "Nothing to undo: git shows the lines of files already.",
)


def git_setup(
    ctx: typer.Context,
    undo: Annotated[
        bool,
        typer.Option(
            "--undo",
            help=both("Ta bort inställningarna igen.", "Take the settings away again."),
        ),
    ] = False,
) -> int:
    """Write the settings, or take them away, and say so."""
    from fardplan.pipeline import git_driver

    session = session_of(ctx)
    if undo:
        session.note(UNDONE if git_driver.undo(session.root) else NOTHING_TO_UNDO)
        return ExitCode.OK
    is_attributed = git_driver.set_up(session.root)
    session.note(DONE, names=[git_driver.COMMAND, git_driver.TEXTCONV])
    if not is_attributed:
        session.note(NO_ATTRIBUTES, line=git_driver.ATTRIBUTES)
    session.note(HOW_TO_UNDO)
    return ExitCode.OK
