"""`fardplan new area`: an area in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, session_of
from fardplan.commands.new._options import Home, NewId, Title
from fardplan.locales.commands import both

if TYPE_CHECKING:
    from fardplan.commands.new._filling import Making

HELP = both(
    """Skapa ett område.

    Kommandot frågar efter det som inte anges med flaggor, och skriver en fil i mappen areas. Det
    som ingen vet än blir rader att fylla i senare.""",
    """Make an area.

    What no option gives is asked for, and a file is written to the folder areas. What nobody knows
    yet becomes lines to fill in later.""",
)


Intro = Annotated[
    str | None,
    typer.Option(
        "--intro",
        metavar=both("TEXT", "TEXT"),
        help=both("Texten som inleder området.", "The text that introduces the area."),
    ),
]


def area(
    ctx: typer.Context,
    roadmap: Home = None,
    title: Title = None,
    new_id: NewId = None,
    intro: Intro = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Ask about the area, and write it."""
    from fardplan.commands.new import _area_words as words
    from fardplan.commands.new._filling import Making
    from fardplan.model.area import Area

    making = Making(session_of(ctx), "area", Area, ask=not no_input)
    making.enter(roadmap)
    entity_id = making.name(words.TITLE, title, new_id)
    making.place(None)
    making.form.ask(words.INTRO, intro)
    _leave(making)
    making.write([making.sheet(entity_id)], dry_run=dry_run)
    return ExitCode.OK


def _leave(making: Making) -> None:
    """Leave room for what the rules of the profile ask of an area."""
    from fardplan.commands.new import _area_words as words
    from fardplan.model.terms import Profile

    making.form.leave(words.ICON)
    if making.profile is Profile.ACTION:
        making.form.leave(words.PLACEHOLDER)
    else:
        making.form.leave(words.MAPS_TO, words.LOCAL_REASON)
    if making.profile is Profile.PROCESS:
        making.form.leave(words.LED_BY)
