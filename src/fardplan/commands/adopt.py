"""`fardplan adopt`: that a roadmap has been decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, NoInput, RoadmapId, Session, session_of
from fardplan.locales.commands import both
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from fardplan.commands._ask import Interview
    from fardplan.pipeline.adopting import Given, Recorded
    from fardplan.pipeline.deciding import Deciding

DETAILS = both(
    """Det som inte anges med flaggor frågar kommandot om. Beslutar flera parter var för sig får
    varje part en rad under adoptions, annars hamnar beslutet under decisions. När alla har
    antagit ändras status till antagen.""",
    """What no option gives is asked for. Where several parties decide for themselves, each gets a
    row under adoptions; otherwise the decision goes under decisions. When all have adopted, the
    status becomes adopted.""",
)

CONFIRM = Text("Ska beslutet skrivas i {file}?", "Write the decision to {file}?")
NOT_WRITTEN = Text("Inget är skrivet.", "Nothing is written.")
DONE = Text("Beslutet står nu under {key} i {file}.", "The decision is now under {key} in {file}.")
WOULD = Text(
    "Beslutet skulle skrivas under {key} i {file}. Inget är ändrat.",
    "The decision would go under {key} in {file}. Nothing is changed.",
)
STATUS = Text("Färdplanens status är nu {status}.", "The roadmap's status is now {status}.")
LEFT = Text("Kvar att besluta: {left}.", "Still to decide: {left}.")
LINE = Text("  {label}: {value}", "  {label}: {value}")


Body = Annotated[
    str | None,
    typer.Option(
        "--body",
        metavar=both("ORGAN", "BODY"),
        autocompletion=_completions.of_kind("body"),
        help=both("Gruppen som beslutade.", "The body that decided."),
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar=both("SLAG", "KIND"),
        autocompletion=_completions.terms("decision", "kind"),
        help=both(
            "Vad beslutet gör: adopt (anta), establish (fastställa) … Standard: adopt.",
            "What the decision does: adopt, establish … Default: adopt.",
        ),
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar=both("DATUM", "DATE"),
        help=both("När beslutet fattades.", "When the decision was made."),
    ),
]
Paragraph = Annotated[
    str | None,
    typer.Option(
        "--paragraph",
        metavar=both("NUMMER", "NUMBER"),
        help=both("Paragrafens nummer.", "The paragraph's number."),
    ),
]
RegistryNumber = Annotated[
    str | None,
    typer.Option(
        "--registry-number",
        metavar=both("DIARIENUMMER", "NUMBER"),
        help=both("Ärendets diarienummer.", "The registry number of the case."),
    ),
]
Party = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar=both("PART", "PARTY"),
        autocompletion=_completions.of_kind("organisation", "class"),
        help=both(
            "Parten som beslutet gäller för. Går att ange flera gånger.",
            "The party that the decision holds for. May be given several times.",
        ),
    ),
]
Condition = Annotated[
    str | None,
    typer.Option(
        "--condition",
        metavar=both("TEXT", "TEXT"),
        help=both("Villkor för beslutet.", "A condition of the decision."),
    ),
]
Reservation = Annotated[
    str | None,
    typer.Option(
        "--reservation",
        metavar=both("TEXT", "TEXT"),
        help=both(
            "Reservation mot beslutet, utan personnamn.",
            "A reservation against the decision, without names.",
        ),
    ),
]
Effective = Annotated[
    str | None,
    typer.Option(
        "--effective",
        metavar=both("DATUM", "DATE"),
        help=both("När beslutet börjar gälla.", "When the decision takes effect."),
    ),
]
Status = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar=both("STATUS", "STATUS"),
        autocompletion=_completions.terms("roadmap", "status"),
        help=both(
            "Färdplanens status efter beslutet, om den inte följer av sig själv.",
            "The roadmap's status after the decision, where it does not follow by itself.",
        ),
    ),
]


def adopt(
    ctx: typer.Context,
    roadmap: RoadmapId,
    body: Body = None,
    kind: Kind = None,
    date: Date = None,
    paragraph: Paragraph = None,
    registry_number: RegistryNumber = None,
    party: Party = None,
    condition: Condition = None,
    reservation: Reservation = None,
    effective: Effective = None,
    status: Status = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
) -> int:
    """Collect the decision, show it, and write it."""
    from fardplan.commands._ask import Interview
    from fardplan.commands._decision import Told, collect
    from fardplan.pipeline.adopting import check, record
    from fardplan.pipeline.deciding import open_roadmap

    session = session_of(ctx)
    deciding = open_roadmap(session.root, roadmap)
    interview = Interview(session, ask=not no_input)
    parties = tuple(party or ())
    told = Told(
        kind, body, date, paragraph, registry_number, parties, status,
        condition, reservation, effective,
    )  # fmt: skip
    given = collect(deciding, interview, told)
    check(deciding, given)
    if interview.asks and not _is_confirmed(interview, deciding, given):
        session.note(NOT_WRITTEN)
        return ExitCode.OK
    _tell(session, record(deciding, given, dry_run=dry_run), dry_run=dry_run)
    return ExitCode.OK


def _is_confirmed(interview: Interview, deciding: Deciding, given: Given) -> bool:
    """Show the decision and ask whether it is right."""
    from fardplan.commands._decision import describe

    for label, value in describe(deciding, given):
        interview.tell(LINE, label=label, value=value)
    return interview.confirm(CONFIRM, file=deciding.file)


def _tell(session: Session, recorded: Recorded, *, dry_run: bool) -> None:
    session.note(WOULD if dry_run else DONE, key=recorded.key, file=recorded.file)
    if recorded.status is not None and not dry_run:
        session.note(STATUS, status=recorded.status)
    if recorded.left:
        session.note(LEFT, left=recorded.left)
