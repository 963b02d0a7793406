"""`fardplan new roadmap`: a roadmap in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, session_of
from fardplan.commands.new._options import NewId, Title
from fardplan.locales.commands import both

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fardplan.commands.new._filling import Making
    from fardplan.pipeline.creating import Sheet

HELP = both(
    """Skapa en färdplan i ett arkiv som redan har färdplaner.

    Kommandot frågar efter det som inte anges med flaggor, och skriver filen roadmap.yaml i en ny
    mapp. Finns det inget arkiv än börjar du med fardplan init.""",
    """Make a roadmap in a repository that has roadmaps already.

    What no option gives is asked for, and the file roadmap.yaml is written to a new folder. Where
    there is no repository yet, begin with fardplan init.""",
)

Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar=both("PROFIL", "PROFILE"),
        autocompletion=_completions.terms("roadmap", "profile"),
        help=both(
            "action (handlingsplan), direction (inriktning), process eller vision (målbild).",
            "action, direction, process or vision.",
        ),
    ),
]
Year = Annotated[
    str | None,
    typer.Option(
        "--year",
        metavar=both("ÅR", "YEAR"),
        help=both("Året som versionen gäller.", "The year that the version is for."),
    ),
]


Owner = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar=both("ORGANISATION", "ORGANISATION"),
        autocompletion=_completions.of_kind("organisation", "class"),
        help=both(
            "Organisationen som äger färdplanen. Går att ange flera gånger.",
            "The organisation that owns it. May be given several times.",
        ),
    ),
]


def roadmap(
    ctx: typer.Context,
    title: Title = None,
    new_id: NewId = None,
    owner: Owner = None,
    profile: Profile = None,
    year: Year = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Ask about the roadmap, and write it."""
    from fardplan.commands.new import _roadmap_words as words
    from fardplan.commands.new._filling import Making
    from fardplan.model.roadmap import Roadmap

    making = Making(session_of(ctx), "roadmap", Roadmap, ask=not no_input)
    entity_id = making.name(words.TITLE, title, new_id)
    making.form.ask(words.OWNERS, owner)
    (chosen,) = making.form.ask(words.PROFILE, profile) or ("",)
    making.form.ask(words.year(), year)
    making.interview.finish()
    making.form.known |= words.basics()
    making.form.leave(*words.gaps(chosen))
    making.write(list(_sheets(making, entity_id, chosen)), dry_run=dry_run)
    return ExitCode.OK


def _sheets(making: Making, entity_id: str, profile: str) -> Iterator[Sheet]:
    """Yield the files: a målbild has a file of its own."""
    from fardplan.commands.new import _roadmap_words as words
    from fardplan.commands.new._filling import FILL_IN
    from fardplan.model.paths import path_in
    from fardplan.pipeline.creating import Sheet

    yield making.sheet(entity_id)
    if profile == "vision":
        known = {"title": making.form.known["title"]}
        yield Sheet(path_in(entity_id, "vision.yaml"), known, words.VISION, FILL_IN)
