"""`fardplan schema`: write the JSON Schemas that editors complete and explain keys with."""

from __future__ import annotations

from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import session_of
from fardplan.locales.commands import both
from fardplan.locales.text import Text

DETAILS = both(
    """Med dem kan redigeraren föreslå och förklara varje nyckel medan du skriver.""",
    """With them an editor suggests and explains every key as you write.""",
)

WRITTEN = Text("Skrev {n} scheman till {folder}.", "Wrote {n} schemas to {folder}.")
UP_TO_DATE = Text("Alla scheman stämmer.", "All schemas are up to date.")
STALE = Text(
    "Schemat {name} stämmer inte. Kör: fardplan schema",
    "Schema {name} is stale. Run: fardplan schema",
)


def schema(
    ctx: typer.Context,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=both("Ändra inget; säg bara om något skiljer.", "Change nothing; only tell."),
        ),
    ] = False,
) -> int:
    """Write every schema, or compare what lies there with what would be written."""
    from fardplan.pipeline.schemas import find_stale, publish_schemas

    session = session_of(ctx)
    folder = session.root / "schemas"
    if check:
        stale = find_stale(folder)
        for name in stale:
            session.note(STALE, name=name)
        if not stale:
            session.note(UP_TO_DATE)
        return ExitCode.FOUND if stale else ExitCode.OK
    session.note(WRITTEN, n=publish_schemas(session.root, folder.name), folder=f"{folder.name}/")
    return ExitCode.OK
