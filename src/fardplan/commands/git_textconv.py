"""`fardplan git-textconv`: what git runs to see a file in words, for `git log -p`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import session_of
from fardplan.commands._output import emit
from fardplan.errors import CannotRun
from fardplan.locales.commands import both
from fardplan.locales.text import Text

NO_FILE = Text("{file} går inte att läsa: {reason}.", "{file} cannot be read: {reason}.")


def git_textconv(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar=both("FIL", "FILE"), help=both("Filen.", "The file.")),
    ],
) -> int:
    """Write the content in words, or as it is where it is no content of a roadmap."""
    from fardplan.formats._file_words import write_words
    from fardplan.pipeline.conflicted import write_conflicted
    from fardplan.pipeline.one_file import read_content

    try:
        data = file.read_bytes()
    except OSError as error:
        raise explain(str(file), error) from error
    lang = session_of(ctx).lang
    content = read_content(file.name, data)
    lines = write_words(content, lang) if content else write_conflicted(file.name, data, lang)
    emit(data if lines is None else "".join(f"{line}\n" for line in lines))
    return ExitCode.OK


def explain(path: str, error: OSError) -> CannotRun:
    """Return why a file that git has named cannot be opened."""
    from fardplan.locales.reasons import tell_reason

    return CannotRun(NO_FILE, file=path, reason=tell_reason(error))
