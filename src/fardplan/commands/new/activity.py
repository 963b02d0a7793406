"""`fardplan new activity`: an activity in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, session_of
from fardplan.commands.new._options import End, Home, NewId, Responsible, Start, Title
from fardplan.locales.commands import both

if TYPE_CHECKING:
    from fardplan.commands.new._filling import Making

HELP = both(
    """Skapa en aktivitet.

    Kommandot frågar efter det som inte anges med flaggor, och skriver en fil i mappen activities.
    Det som ingen vet än blir rader att fylla i senare. I en handlingsplan frågar kommandot också
    efter projektplanen.""",
    """Make an activity.

    What no option gives is asked for, and a file is written to the folder activities. What nobody
    knows yet becomes lines to fill in later. In an action plan the projektplan is asked for, too.
    """,
)


Goal = Annotated[
    str | None,
    typer.Option(
        "--goal",
        metavar=both("MÅL", "GOAL"),
        autocompletion=_completions.of_kind("goal"),
        help=both("Målet som aktiviteten hör till.", "The goal that it belongs to."),
    ),
]
Precondition = Annotated[
    str | None,
    typer.Option(
        "--precondition",
        metavar=both("FÖRUTSÄTTNING", "PRECONDITION"),
        autocompletion=_completions.of_kind("precondition"),
        help=both(
            "Förutsättningen som den hör till, i stället för ett mål.",
            "The precondition that it belongs to instead of a goal.",
        ),
    ),
]
Area = Annotated[
    str | None,
    typer.Option(
        "--area",
        metavar=both("OMRÅDE", "AREA"),
        autocompletion=_completions.of_kind("area"),
        help=both(
            "Området som den hör till, där mål saknas.",
            "The area that it belongs to where there are no goals.",
        ),
    ),
]
Status = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar=both("STATUS", "STATUS"),
        autocompletion=_completions.terms("activity", "status"),
        help=both(
            "Hur långt den har kommit: planned (planerad), ongoing (pågår) …",
            "How far it has come: planned, ongoing …",
        ),
    ),
]
Principle = Annotated[
    list[str] | None,
    typer.Option(
        "--principle",
        metavar=both("PRINCIP", "PRINCIPLE"),
        autocompletion=_completions.of_kind("principle"),
        help=both(
            "En vägledande princip som den bygger på. Går att ange flera gånger.",
            "A guiding principle that it builds on. May be given several times.",
        ),
    ),
]


def activity(
    ctx: typer.Context,
    roadmap: Home = None,
    title: Title = None,
    new_id: NewId = None,
    goal: Goal = None,
    precondition: Precondition = None,
    area: Area = None,
    status: Status = None,
    responsible: Responsible = None,
    start: Start = None,
    end: End = None,
    principle: Principle = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Ask about the activity, and write it."""
    from fardplan.commands.new import _activity_words as words
    from fardplan.commands.new._filling import Making
    from fardplan.model.activity import Activity

    making = Making(session_of(ctx), "activity", Activity, ask=not no_input)
    making.enter(roadmap)
    entity_id = making.name(words.TITLE, title, new_id)
    _ask_parent(making, {"goal": goal, "precondition": precondition, "area": area})
    making.form.ask(words.STATUS, status)
    making.form.ask(words.START, start)
    making.form.ask(words.END, end)
    making.form.ask(words.RESPONSIBLE, responsible)
    _ask_principles(making, principle)
    _ask_plan(making, entity_id)
    making.write([making.sheet(entity_id)], dry_run=dry_run)
    return ExitCode.OK


def _ask_parent(making: Making, given: dict[str, str | None]) -> None:
    """Settle what the activity belongs to: a goal, a precondition, or in some profiles an area."""
    from fardplan.commands._questions import Question
    from fardplan.commands._usage import WrongUsage
    from fardplan.commands.new import _activity_words as words
    from fardplan.commands.new._parents import parents
    from fardplan.errors import CannotRun
    from fardplan.model.terms import Profile

    named = {kind: written for kind, written in given.items() if written is not None}
    if len(named) > 1:
        raise WrongUsage(words.ONE_PARENT)
    form, is_action = making.form, making.profile is Profile.ACTION
    if not named:
        choices = tuple(parents(making.ground, form.home, with_areas=not is_action))
        if not choices and is_action:
            raise CannotRun(words.NO_GOALS, roadmap=form.home)
        question = Question(
            "--goal", words.PARENT, words.ABOUT_PARENT, words.read_parent, choices,
            required=is_action,
        )  # fmt: skip
        answer = making.interview.answer(question) if choices else None
        making.interview.finish()
        kind, _, written = (answer or "/").partition("/")
        named = {kind: written}
    ((kind, written),) = named.items()
    if not kind:
        form.leave(words.PARENT_LEFT)
        making.place(None)
        return
    (parent,) = form.ask(words.PARENTS[kind], written) or ("",)
    making.place((kind, parent))


def _ask_principles(making: Making, given: list[str] | None) -> None:
    from fardplan.commands.new import _activity_words as words
    from fardplan.commands.new._parents import principles_of
    from fardplan.model.terms import Profile

    form = making.form
    principles = principles_of(making.ground, form.home)
    if principles or given:
        form.ask(words.PRINCIPLES, given, choices=principles)
    form.leave(words.PARTNERS, words.TEXT)
    if making.profile is Profile.ACTION:
        form.leave(words.SUSTAINABILITY)


def _ask_plan(making: Making, entity_id: str) -> None:
    """Ask for the projektplan where one is demanded: now, elsewhere, or later."""
    from fardplan.commands._questions import Question
    from fardplan.commands.new import _activity_words as words
    from fardplan.commands.new._plan import Told, ask_plan
    from fardplan.model.terms import Profile

    form = making.form
    if making.profile is not Profile.ACTION:
        return
    question = Question(
        "new projektplan", words.PLAN, words.ABOUT_PLAN, words.read_when, words.PLAN_CHOICES,
        default=words.LATER,
    )  # fmt: skip
    when = making.interview.answer(question)
    making.interview.finish()
    if when == words.LATER:
        form.leave(words.plan_left(f"{form.home}/{entity_id}"))
        return
    lang = making.session.lang
    told = Told({"start": str(form.known.get("start", "")), "end": str(form.known.get("end", ""))})
    form.known["projektplan"] = ask_plan(form, told, lang, elsewhere=when == words.ELSEWHERE)
