"""`fardplan git-setup`: git shows and merges changes in roadmaps by meaning."""

from __future__ import annotations

from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import session_of
from fardplan.locales.commands import both
from fardplan.locales.text import Text

DETAILS = both(
    """Det märks i git diff, git log -p och git merge.
    Kommandot ändrar bara gits inställningar för det här arkivet på den här datorn.""",
    """It shows in git diff, git log -p and git merge.
    Only git's settings for this repository on this computer are changed.""",
)

DONE = Text(
    "Git visar nu ändringar i färdplaner i klartext och slår ihop grenar fält för fält. Inställt "
    "för det här arkivet på den här datorn: {names}.",
    "Git now shows changes in roadmaps in plain words and merges branches field by field. Set for "
    "this repository on this computer: {names}.",
)
HOW_TO_UNDO = Text("Ångra: fardplan git-setup --undo", "Undo: fardplan git-setup --undo")
NO_ATTRIBUTES = Text(
    "Git vet ännu inte vilka filer det gäller. Lägg till raden i filen .gitattributes: {line}",
    "Git does not know yet which files are meant. Add the line to the file .gitattributes: {line}",
)
UNDONE = Text(
    "Git visar och slår ihop filernas rader igen.",
    "Git shows and merges the lines of files again.",
)
NOTHING_TO_UNDO = Text(
    "Inget att ångra: git visar och slår redan ihop filernas rader.",
    "Nothing to undo: git shows and merges the lines of files already.",
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
    session.note(DONE, names=git_driver.SETTINGS)
    if not is_attributed:
        session.note(NO_ATTRIBUTES, line=git_driver.ATTRIBUTES)
    session.note(HOW_TO_UNDO)
    return ExitCode.OK
