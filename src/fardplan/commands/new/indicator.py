"""`fardplan new indicator`: an indicator in a file of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, session_of
from fardplan.commands.new._options import Home, NewId, Responsible, Title
from fardplan.locales.commands import both

HELP = both(
    """Skapa en indikator: något som mäts för att se om ett mål nås.

    Kommandot frågar efter det som inte anges med flaggor, och skriver en fil i mappen indicators.
    Det som ingen vet än blir rader att fylla i senare.""",
    """Make an indicator: something that is measured to see whether a goal is reached.

    What no option gives is asked for, and a file is written to the folder indicators. What nobody
    knows yet becomes lines to fill in later.""",
)


Definition = Annotated[
    str | None,
    typer.Option(
        "--definition",
        metavar=both("TEXT", "TEXT"),
        help=both("Vad som mäts och hur.", "What is measured, and how."),
    ),
]
Unit = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar=both("ENHET", "UNIT"),
        help=both("Enheten: procent, antal …", "The unit: percent, number …"),
    ),
]
Direction = Annotated[
    str | None,
    typer.Option(
        "--direction",
        metavar=both("RIKTNING", "DIRECTION"),
        autocompletion=_completions.terms("indicator", "direction"),
        help=both(
            "Åt vilket håll värdet ska gå: increase (öka), decrease (minska) …",
            "Which way the value should go: increase, decrease …",
        ),
    ),
]
Goal = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        metavar=both("MÅL", "GOAL"),
        autocompletion=_completions.of_kind("goal"),
        help=both(
            "Målet som indikatorn visar. Går att ange flera gånger.",
            "The goal that it shows. May be given several times.",
        ),
    ),
]


def indicator(
    ctx: typer.Context,
    roadmap: Home = None,
    title: Title = None,
    new_id: NewId = None,
    definition: Definition = None,
    unit: Unit = None,
    direction: Direction = None,
    goal: Goal = None,
    responsible: Responsible = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Ask about the indicator, and write it."""
    from fardplan.commands.new import _indicator_words as words
    from fardplan.commands.new._filling import Making
    from fardplan.commands.new._parents import goals_by_area
    from fardplan.model.indicator import Indicator

    making = Making(session_of(ctx), "indicator", Indicator, ask=not no_input)
    making.enter(roadmap)
    entity_id = making.name(words.TITLE, title, new_id)
    form = making.form
    making.place(None)
    form.ask(words.DEFINITION, definition)
    form.ask(words.UNIT, unit)
    form.ask(words.DIRECTION, direction)
    goals = goals_by_area(making.ground, form.home)
    if goals or goal:
        form.ask(words.GOALS, goal, choices=goals)
    form.ask(words.RESPONSIBLE, responsible)
    form.leave(words.FREQUENCY, words.DATA_SOURCE, words.BASELINE, words.TARGETS)
    making.write([making.sheet(entity_id)], dry_run=dry_run)
    return ExitCode.OK
