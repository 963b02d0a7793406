"""`fardplan git-merge`: what git runs to merge two versions of a file, field by field."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands.git_textconv import explain
from fardplan.locales.commands import both


def git_merge(
    base: Annotated[
        Path,
        typer.Argument(
            metavar=both("BAS", "BASE"),
            help=both("Filen som den var.", "The file as it was."),
        ),
    ],
    ours: Annotated[
        Path,
        typer.Argument(
            metavar=both("VÅR", "OURS"),
            help=both(
                "Filen på grenen här. Resultatet skrivs dit, om det inte är en konflikt.",
                "The file on the branch here. The outcome is written there, but no conflict.",
            ),
        ),
    ],
    theirs: Annotated[
        Path,
        typer.Argument(
            metavar=both("DERAS", "THEIRS"),
            help=both("Filen på den andra grenen.", "The file on the other branch."),
        ),
    ],
) -> int:
    """Write the outcome in the place of ours; in a conflict write nothing and end with 1."""
    from fardplan.pipeline.git_merging import Versions, merge_versions
    from fardplan.source.output import write_file

    try:
        versions = Versions(*(file.read_bytes() for file in (base, ours, theirs)))
    except OSError as error:
        raise explain(str(error.filename), error) from error
    merged = merge_versions(versions)
    if merged is None:
        return ExitCode.FOUND
    write_file(ours, merged)
    return ExitCode.OK
