"""`fardplan new goal`: a goal in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, session_of
from fardplan.commands.new._options import Home, NewId, Responsible, Title
from fardplan.locales.commands import both

if TYPE_CHECKING:
    from fardplan.commands.new._filling import Making

HELP = both(
    """Skapa ett mål.

    Kommandot frågar efter det som inte anges med flaggor, och skriver en fil i mappen goals. Det
    som ingen vet än blir rader att fylla i senare.""",
    """Make a goal.

    What no option gives is asked for, and a file is written to the folder goals. What nobody knows
    yet becomes lines to fill in later.""",
)


Area = Annotated[
    str | None,
    typer.Option(
        "--area",
        metavar=both("OMRÅDE", "AREA"),
        autocompletion=_completions.of_kind("area"),
        help=both("Området som målet hör till.", "The area that the goal belongs to."),
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar=both("SLAG", "KIND"),
        autocompletion=_completions.terms("goal", "kind"),
        help=both(
            "effect (effektmål), direction (inriktningsmål), state eller change.",
            "effect, direction, state or change.",
        ),
    ),
]


def goal(
    ctx: typer.Context,
    roadmap: Home = None,
    title: Title = None,
    new_id: NewId = None,
    area: Area = None,
    kind: Kind = None,
    responsible: Responsible = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Ask about the goal, and write it."""
    from fardplan.commands.new import _goal_words as words
    from fardplan.commands.new._filling import Making
    from fardplan.model.activity import Goal

    making = Making(session_of(ctx), "goal", Goal, ask=not no_input)
    making.enter(roadmap)
    entity_id = making.name(words.TITLE, title, new_id)
    _ask(making, area, kind, responsible)
    making.write([making.sheet(entity_id)], dry_run=dry_run)
    return ExitCode.OK


def _ask(making: Making, area: str | None, kind: str | None, responsible: list[str] | None) -> None:
    from fardplan.commands.new import _goal_words as words
    from fardplan.commands.new._form import as_choices
    from fardplan.model.terms import Profile

    form = making.form
    areas = as_choices(making.ground.entities(form.home, "area"))
    parent = None
    if areas or area:
        (chosen,) = form.ask(words.AREA, area, choices=areas) or (None,)
        parent = ("area", chosen) if chosen else None
    making.place(parent)
    form.ask(words.KIND, kind)
    form.ask(words.RESPONSIBLE, responsible)
    form.leave(words.WORDING, words.TEXT, words.INDICATORS)
    if making.profile is Profile.ACTION:
        form.leave(words.PLACEHOLDER)
