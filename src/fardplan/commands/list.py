"""`fardplan list`: ids and titles of what the repository holds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import FORMAT, OutputFile, session_of
from fardplan.commands._output import columns, emit
from fardplan.locales.commands import both
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Text

NOTHING = Text("Det finns inget att visa.", "There is nothing to show.")
UNREAD = Text(
    "Något i {file} går inte att läsa och kan saknas här. Visa felen: fardplan validate",
    "Something in {file} cannot be read and may be missing here. Show the errors: "
    "fardplan validate",
)
UNREAD_SEVERAL = Text(
    "Något i {n} filer går inte att läsa och kan saknas här. Visa felen: fardplan validate",
    "Something in {n} files cannot be read and may be missing here. Show the errors: "
    "fardplan validate",
)


class Format(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"


class Kind(StrEnum):
    """What to list."""

    ROADMAP = "roadmap"
    AREA = "area"
    GOAL = "goal"
    ACTIVITY = "activity"
    SUB_ACTIVITY = "sub_activity"
    MILESTONE = "milestone"
    INDICATOR = "indicator"
    REPORT = "report"
    STATEMENT = "statement"
    CORE_WORD = "core_word"
    THEME = "theme"
    PRINCIPLE = "principle"
    CROSS_CUTTING = "cross_cutting"
    PRECONDITION = "precondition"
    PLAN = "plan"
    FUNDING = "funding"
    DECISION = "decision"
    REFERENCE = "reference"
    ANNEX = "annex"
    EVENT = "event"
    INPUT = "input"
    STEP = "step"
    ORGANISATION = "organisation"
    CLASS = "class"
    BODY = "body"
    UNIT = "unit"
    ROLE = "role"
    PLACE = "place"
    TERM = "term"


_ABOUT = Text(
    """Det som visas är vad andra kan hänvisa till. SLAG är
    {kinds}.""",
    """What is shown is what others can refer to. KIND is
    {kinds}.""",
)
_NAMED = [(str(kind.value), KINDS[str(kind.value)].one) for kind in Kind]
DETAILS = both(
    _ABOUT.sv.format(kinds=", ".join(f"{kind} ({name.sv})" for kind, name in _NAMED)),
    _ABOUT.en.format(kinds=", ".join(kind for kind, _ in _NAMED)),
)


def list_(
    ctx: typer.Context,
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar=both("SLAG", "KIND"),
            help=both("Vad som ska visas, till exempel goal (mål).", "What to show, such as goal."),
        ),
    ] = Kind.ROADMAP,
    output_format: Annotated[Format, FORMAT] = Format.TEXT,
    output: OutputFile = None,
) -> int:
    """Write one line for each entity: its reference and its title."""
    from fardplan.formats._json import write_json
    from fardplan.formats._rows import lay_out
    from fardplan.locales.visible import make_visible
    from fardplan.pipeline.catalogue import list_entities

    session = session_of(ctx)
    found = list_entities(session.root, kind)
    if output_format is Format.JSON:
        emit(write_json(found.entries), output)
    else:
        rows = [(make_visible(one["ref"]), make_visible(one["title"])) for one in found.entries]
        emit(lay_out(rows, columns(output)), output)
    if found.unread:
        text = UNREAD if len(found.unread) == 1 else UNREAD_SEVERAL
        session.note(text, n=len(found.unread), file=found.unread[0])
    elif not found.entries:
        session.note(NOTHING)
    return ExitCode.OK
