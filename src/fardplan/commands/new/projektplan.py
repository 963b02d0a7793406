"""`fardplan new projektplan`: an activity that is there already gets its projektplan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, Session, session_of
from fardplan.commands.new._options import (
    Amount,
    Contains,
    DocumentTitle,
    End,
    FollowedBy,
    HowOften,
    Implementation,
    Mandate,
    Money,
    MoneyYear,
    PlanKind,
    PlanStatus,
    RegistryNumber,
    Start,
    Url,
)
from fardplan.locales.commands import both
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from fardplan.commands._ask import Interview
    from fardplan.commands.new._plan import Told
    from fardplan.model.index import Entity
    from fardplan.pipeline.creating import Ground

HELP = both(
    """Ge en aktivitet sin projektplan.

    Kommandot frågar efter de fem delarna: uppdrag, genomförande, tidsplan, finansiering och
    uppföljning. Finns planen redan som ett dokument anger du det i stället. Svaren skrivs in i
    aktivitetens fil; allt annat i filen står kvar.""",
    """Give an activity its projektplan.

    Its five parts are asked for: mandate, implementation, timeline, financing and follow-up. Where
    the plan is a document already, name that instead. The answers go into the activity's file;
    everything else in it stays.""",
)

ARGUMENT = Text("FÄRDPLAN/AKTIVITET", "ROADMAP/ACTIVITY")
ACTIVITY = Text("Vilken aktivitet ska få en projektplan?", "Which activity gets a projektplan?")
ABOUT_ACTIVITY = Text(
    "Aktiviteten skrivs FÄRDPLAN/AKTIVITET, som i fardplan list activity.",
    "The activity is written ROADMAP/ACTIVITY, as fardplan list activity shows it.",
)
ALL_HAVE = Text(
    "Alla aktiviteter har redan en projektplan.", "All activities have a projektplan already."
)
WHERE = Text("Var finns projektplanen?", "Where is the projektplan?")
FOR = Text("Projektplan för ”{title}”.", "Projektplan for “{title}”.")
DONE = Text("Projektplanen står nu i {path}.", "The projektplan is now in {path}.")
WOULD = Text(
    "Så skulle {path} se ut. Inget är ändrat.", "{path} would look so. Nothing is changed."
)


GivenActivity = Annotated[
    str | None,
    typer.Argument(
        metavar=both("FÄRDPLAN/AKTIVITET", "ROADMAP/ACTIVITY"),
        help=both("Aktiviteten, som i fardplan list activity.", "The activity, as listed."),
        autocompletion=_completions.activities_without_plan,
    ),
]


def projektplan(
    ctx: typer.Context,
    activity: GivenActivity = None,
    kind: PlanKind = None,
    status: PlanStatus = None,
    mandate: Mandate = None,
    implementation: Implementation = None,
    start: Start = None,
    end: End = None,
    financing: Money = None,
    year: MoneyYear = None,
    amount: Amount = None,
    followed_by: FollowedBy = None,
    frequency: HowOften = None,
    document: DocumentTitle = None,
    registry_number: RegistryNumber = None,
    url: Url = None,
    contains: Contains = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Ask about the plan, and put it into the activity's file."""
    from fardplan.commands._ask import Interview
    from fardplan.commands.new._plan import Told
    from fardplan.pipeline.creating import Ground

    told = Told(
        {
            "kind": kind,
            "status": status,
            "mandate": mandate,
            "implementation": implementation,
            "start": start,
            "end": end,
            "financing": financing,
            "year": year,
            "amount": amount,
            "followed_by": followed_by,
            "frequency": frequency,
            "document": document,
            "registry_number": registry_number,
            "url": url,
            "contains": contains,
        }
    )
    session = session_of(ctx)
    ground = Ground.open(session.root)
    interview = Interview(session, ask=not no_input)
    entity = _find(ground, interview, activity)
    _add(session, ground, interview, entity, told, dry_run=dry_run)
    return ExitCode.OK


def _find(ground: Ground, interview: Interview, written: str | None) -> Entity:
    """Return the activity: the one that is named, or one to choose of those without a plan."""
    from fardplan.commands._questions import Question
    from fardplan.commands.new._parents import without_plan
    from fardplan.errors import CannotRun
    from fardplan.pipeline.naming import find_entity
    from fardplan.pipeline.planning import check_is_read

    def find(name: str) -> Entity:
        check_is_read(ground, name)
        return find_entity(ground.index, name, ("activity",))

    def read(name: str) -> str:
        find(name)
        return name

    if written is None:
        choices = tuple(without_plan(ground))
        if not choices:
            raise CannotRun(ALL_HAVE)
        question = Question(ARGUMENT, ACTIVITY, ABOUT_ACTIVITY, read, choices)
        written = interview.answer(question)
        interview.finish()
    return find(written or "")


def _add(
    session: Session,
    ground: Ground,
    interview: Interview,
    entity: Entity,
    told: Told,
    *,
    dry_run: bool,
) -> None:
    from fardplan.commands._output import emit
    from fardplan.commands._questions import Question
    from fardplan.commands.new import _activity_words as words
    from fardplan.commands.new._filling import tell_next
    from fardplan.commands.new._form import Form
    from fardplan.commands.new._plan import ask_plan
    from fardplan.editing.outline import is_whole
    from fardplan.model.activity import Activity
    from fardplan.pipeline.planning import add_plan, check_has_no_plan, replace

    check_has_no_plan(ground, entity)
    elsewhere = told.is_elsewhere
    if interview.asks:
        interview.tell(FOR, title=entity.title)
    if interview.asks and not told:
        choices = words.PLAN_CHOICES[:2]
        question = Question(
            "--document", WHERE, words.ABOUT_PLAN, words.read_when, choices, default=words.NOW
        )
        elsewhere = interview.answer(question) == words.ELSEWHERE
    form = Form(interview, ground, entity.home, Activity)
    plan = ask_plan(form, told, session.lang, elsewhere=elsewhere)
    interview.finish()
    data = add_plan(ground, entity, plan)
    if dry_run:
        emit(data.decode())
        session.note(WOULD, path=entity.file)
        return
    replace(ground, entity.file, data)
    session.note(DONE, path=entity.file)
    tell_next(session, entity.file, is_whole=is_whole(plan))
