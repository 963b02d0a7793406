"""`fardplan render`: a roadmap as a document to publish, print or send for consultation."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import FORMAT, OutputFile, RoadmapId, session_of
from fardplan.commands._output import emit, is_screen
from fardplan.commands._usage import WrongUsage
from fardplan.locales.commands import both
from fardplan.locales.text import Text

DETAILS = both(
    """Dokumentet skrivs till skärmen. Ange -o för att få det i en fil.""",
    """The document is written to the screen. Give -o to get it in a file.""",
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
NOT_ON_SCREEN = Text(
    "Formatet {format} går inte att visa i terminalen. Skriv det till en fil: -o {file}",
    "The format {format} cannot be shown in the terminal. Write it to a file: -o {file}",
)
WRITTEN = Text("Skrev {file}.", "Wrote {file}.")


class Format(StrEnum):
    """What the document is written as."""

    ARCHIVE = "archive"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "markdown"
    PDF = "pdf"


ENDINGS = {Format.ARCHIVE: "zip", Format.DOCX: "docx", Format.PDF: "pdf"}
"""How the file of each form is called that is no text, and so goes to no terminal."""


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
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar=both("VERSION", "VERSION"),
        help=both(
            "Märk det som är nytt, ändrat, genomfört eller utgår sedan den versionen, och lägg "
            "till bilagan ”Förändringar sedan …”.",
            "Mark what is new, changed, completed or dropped since that version, and add the "
            "annex “Changes since …”.",
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
    since: Since = None,
    template: TemplateName = None,
) -> int:
    """Write the document; say which version was taken and whether anything may be missing."""
    from fardplan.pipeline.archiving import Archived, make_archive
    from fardplan.pipeline.rendering import Made, Wanted, make_document

    session = session_of(ctx)
    if output_format in ENDINGS and is_screen(output) and sys.stdout.isatty():
        file = f"{roadmap}.{ENDINGS[output_format]}"
        raise WrongUsage(NOT_ON_SCREEN, format=output_format.value, file=file)
    wanted = Wanted(roadmap, rev, template, since)
    made: Archived | Made
    if output_format is Format.ARCHIVE:
        made = make_archive(session.root, wanted)
    else:
        made = make_document(session.root, wanted)
    session.detail(TAKEN, how=made.version.explain(session.lang))
    emit(made.write(output_format), output)
    if not is_screen(output):
        session.note(WRITTEN, file=output)
    if made.faults:
        session.note(FAULTS if made.faults > 1 else ONE_FAULT, n=made.faults)
    return ExitCode.OK
