"""`fardplan diff`: what changed in a roadmap between two versions, by meaning."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import FORMAT, OutputFile, RoadmapId, Session, session_of
from fardplan.commands._output import columns, emit, is_screen
from fardplan.locales.commands import both
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from fardplan.formats._page import Page

HELP = both(
    """Visa vad som har ändrats i en färdplan mellan två versioner.

    En version är ett år (2023), ett versionsnummer (1.0), en tagg (orebro-lan/1.0), en
    git-revision (HEAD~3), en punkt för filerna som de är nu, eller en mapp.""",
    """Show what has changed in a roadmap between two versions.

    A version is a year (2023), a version number (1.0), a tag (orebro-lan/1.0), a git revision
    (HEAD~3), a full stop for the files as they are now, or a folder.""",
)

TAKEN = Text("Jämför {old} med {new}.", "Comparing {old} with {new}.")


class Format(StrEnum):
    """How changes are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class Limit(StrEnum):
    """The least level that makes the command end with 1."""

    MAJOR = "major"
    MINOR = "minor"
    EDITORIAL = "editorial"


Old = Annotated[
    str,
    typer.Argument(
        metavar=both("GAMMAL", "OLD"),
        help=both("Versionen att jämföra med.", "The version to compare with."),
    ),
]
New = Annotated[
    str,
    typer.Argument(
        metavar=both("NY", "NEW"),
        help=both(
            "Den nyare versionen. En punkt är filerna som de är nu.",
            "The newer version. A full stop is the files as they are now.",
        ),
    ),
]
AnyChange = Annotated[
    bool,
    typer.Option(
        "--exit-code",
        help=both("Avsluta med 1 om något har ändrats.", "End with 1 if anything has changed."),
    ),
]
FailOn = Annotated[
    Limit | None,
    typer.Option(
        "--fail-on",
        help=both(
            "Avsluta med 1 om något har ändrats på den nivån eller högre: försvagat åtagande "
            "(major), ändring (minor) eller språklig ändring (editorial).",
            "End with 1 if anything has changed at that level or above: a weakened commitment "
            "(major), a change (minor) or a change of wording (editorial).",
        ),
    ),
]


def diff(
    ctx: typer.Context,
    roadmap: RoadmapId,
    old: Old,
    new: New = ".",
    output_format: Annotated[Format, FORMAT] = Format.TEXT,
    output: OutputFile = None,
    exit_code: AnyChange = False,
    fail_on: FailOn = None,
) -> int:
    """Compare the two versions, write the changes, and say whether they are too grave."""
    from fardplan.changes._base import Level
    from fardplan.formats._registry import CHANGES
    from fardplan.pipeline.comparison import compare_versions

    session = session_of(ctx)
    compared = compare_versions(session.root, roadmap, old, new)
    lang = session.lang
    session.detail(TAKEN, old=compared.old.explain(lang), new=compared.new.explain(lang))
    emit(CHANGES[output_format](compared.comparison, _page(session, output)), output)
    limit = Level.EDITORIAL if exit_code or fail_on is None else Level.of(fail_on)
    asked = exit_code or fail_on is not None
    reached = any(change.level.rank <= limit.rank for change in compared.comparison.changes)
    return ExitCode.FOUND if asked and reached else ExitCode.OK


def _page(session: Session, output: Path | None) -> Page:
    from fardplan.formats._page import Page

    color = is_screen(output) and session.use_color(sys.stdout)
    return Page(session.lang, color=color, width=columns(output))
