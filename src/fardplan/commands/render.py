"""`fardplan render`: a roadmap as a document to publish, print or send for consultation."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import FORMAT, OutputFile, RoadmapId, session_of
from fardplan.commands._output import emit, is_screen
from fardplan.locales.commands import both
from fardplan.locales.text import Text

HELP = both(
    """Gör ett dokument av en färdplan: en webbsida i en enda fil, eller Markdown.

    Dokumentet skrivs till skärmen. Ange -o för att få det i en fil.""",
    """Make a document of a roadmap: a web page in a single file, or Markdown.

    The document is written to the screen. Give -o to get it in a file.""",
)
FAULTS = Text(
    "Något kan saknas i dokumentet, eftersom det finns {n} fel i filerna. Visa dem: fardplan "
    "validate",
    "Something may be missing from the document: {n} errors in the files could not be read. "
    "Show them: fardplan validate",
)
ONE_FAULT = Text(
    "Något kan saknas i dokumentet, eftersom det finns ett fel i filerna. Visa det: fardplan "
    "validate",
    "Something may be missing from the document: one error in the files. "
    "Show it: fardplan validate",
)
TAKEN = Text("Version: {how}.", "Version: {how}.")
WRITTEN = Text("Skrev {file}.", "Wrote {file}.")


class Format(StrEnum):
    """What the document is written as."""

    HTML = "html"
    MARKDOWN = "markdown"


Rev = Annotated[
    str | None,
    typer.Option(
        "--rev",
        metavar=both("VERSION", "VERSION"),
        help=both(
            "En tidigare version: ett år, ett versionsnummer, en tagg eller en git-revision.",
            "An earlier version: a year, a version number, a tag or a git revision.",
        ),
        autocompletion=_completions.versions,
    ),
]
TemplateName = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar=both("MALL", "TEMPLATE"),
        help=both(
            "Mallens namn i templates/, eller en mapp. Annars mallen i fardplan.toml.",
            "The template's name in templates/, or a folder. Else the one in fardplan.toml.",
        ),
    ),
]


def render(
    ctx: typer.Context,
    roadmap: RoadmapId,
    output_format: Annotated[Format, FORMAT] = Format.HTML,
    output: OutputFile = None,
    rev: Rev = None,
    template: TemplateName = None,
) -> int:
    """Write the document; say which version was taken and whether anything may be missing."""
    from fardplan.pipeline.rendering import Wanted, make_document

    session = session_of(ctx)
    made = make_document(session.root, Wanted(roadmap, rev, template))
    session.detail(TAKEN, how=made.version.explain(session.lang))
    emit(made.write(output_format), output)
    if not is_screen(output):
        session.note(WRITTEN, file=output)
    if made.faults:
        session.note(FAULTS if made.faults > 1 else ONE_FAULT, n=made.faults)
    return ExitCode.OK
