"""`fardplan baseline`: the list of known debts, which may only become shorter."""

from __future__ import annotations

from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import Session, Today, session_of
from fardplan.commands._usage import WrongUsage
from fardplan.locales.commands import both
from fardplan.locales.text import Text
from fardplan.source.root import BASELINE

DETAILS = both(
    """Listan ligger i fardplan-baseline.yaml. Den får bara bli kortare: --update stryker det som är
    åtgärdat, och --reset gör en ny lista.""",
    """The list is kept in fardplan-baseline.yaml. It may only shrink: --update drops what is paid,
    and --reset makes a new list.""",
)

WRITTEN = (
    Text("1 känd brist i {file}.", "1 known debt in {file}."),
    Text("{n} kända brister i {file}.", "{n} known debts in {file}."),
)
PAID = (
    Text("1 är åtgärdad och struken.", "1 is paid and dropped."),
    Text("{n} är åtgärdade och strukna.", "{n} are paid and dropped."),
)
WOULD_GROW = (
    Text(
        "1 brist är ny och läggs inte till. Rätta den, eller gör om hela listan med --reset.",
        "1 finding is new and is not added. Mend it, or make the whole list anew with --reset.",
    ),
    Text(
        "{n} brister är nya och läggs inte till. Rätta dem, eller gör om hela listan med --reset.",
        "{n} findings are new and are not added. "
        "Mend them, or make the whole list anew with --reset.",
    ),
)
NOT_READ = (
    Text(
        "1 fel i hur filerna är skrivna går inte att spara som känt. Rätta det först.",
        "1 fault in how the files are written cannot be recorded as known. Mend it first.",
    ),
    Text(
        "{n} fel i hur filerna är skrivna går inte att spara som kända. Rätta dem först.",
        "{n} faults in how the files are written cannot be recorded as known. Mend them first.",
    ),
)
UPDATE_OR_RESET = Text(
    "Välj antingen --update eller --reset, inte båda.",
    "Choose either --update or --reset, not both.",
)


def baseline(
    ctx: typer.Context,
    update: Annotated[
        bool,
        typer.Option("--update", help=both("Stryk det som är åtgärdat.", "Drop what is paid.")),
    ] = False,
    reset: Annotated[
        bool,
        typer.Option("--reset", help=both("Gör om hela listan.", "Make the whole list anew.")),
    ] = False,
    today: Today = None,
) -> int:
    """Write the baseline, refusing to let it grow unless it is made anew."""
    from fardplan.pipeline.debts import record_debts

    session = session_of(ctx)
    if update and reset:
        raise WrongUsage(UPDATE_OR_RESET)
    record = record_debts(session.root, today=today, update=update, reset=reset)
    _note(session, WRITTEN, record.kept, always=True)
    _note(session, PAID, record.dropped)
    _note(session, WOULD_GROW, record.refused)
    _note(session, NOT_READ, record.unreadable)
    return ExitCode.FOUND if record.refused or record.unreadable else ExitCode.OK


def _note(
    session: Session, one_or_several: tuple[Text, Text], n: int, *, always: bool = False
) -> None:
    """Say how many there are, if there are any."""
    if n or always:
        session.note(one_or_several[n != 1], n=n, file=BASELINE)
