"""What all commands share: the session, and the options that mean the same everywhere."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer

from fardplan.commands import _completions
from fardplan.commands._usage import WrongUsage
from fardplan.locales.commands import NOT_A_DAY, both
from fardplan.locales.text import Lang, Text
from fardplan.locales.visible import make_visible

Color = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True)
class Session:
    """What the global options settle for the command that follows."""

    lang: Lang
    root: Path = Path()
    """The repository: the nearest folder at or above the working one that holds the settings."""
    color: Color = "auto"
    verbosity: int = 0
    """-1 for --quiet, 1 for --verbose."""
    remembers: bool = True
    """Whether what was found out before may be used, and what is found out now kept."""

    def note(self, text: Text, /, **values: object) -> None:
        """Write a line of progress or summary on stderr, unless --quiet was given."""
        if self.verbosity >= 0:
            self._write(text.say(self.lang, **values))

    def detail(self, text: Text, /, **values: object) -> None:
        """Write a line on stderr that only --verbose asks for."""
        if self.verbosity > 0:
            self._write(text.say(self.lang, **values))

    @staticmethod
    def _write(line: str) -> None:
        sys.stderr.write(make_visible(line) + "\n")

    def use_color(self, stream: TextIO) -> bool:
        """Tell whether to colour what goes to `stream`.

        With `auto`: to a terminal that can, unless NO_COLOR is set (no-color.org).
        """
        if self.color != "auto":
            return self.color == "always"
        able = stream.isatty() and os.environ.get("TERM") != "dumb"
        return able and not os.environ.get("NO_COLOR")


def session_of(ctx: typer.Context) -> Session:
    """Return the session of a running command."""
    session: Session = ctx.obj
    return session


def parse_day(value: str | date) -> date:
    """Return the day that `value` names as YYYY-MM-DD; raises WrongUsage for anything else."""
    if isinstance(value, date):
        return value
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise WrongUsage(NOT_A_DAY, value=value) from None
    if day.isoformat() != value:  # 20260131 and 2026-W05 are days to Python only
        raise WrongUsage(NOT_A_DAY, value=value)
    return day


FORMAT = typer.Option("-f", "--output-format", help=both("Utdatans format.", "Output format."))
"""Use as `output_format: Annotated[Format, FORMAT] = Format.TEXT`, with the command's own enum."""

OutputFile = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar=both("FIL", "FILE"),
        help=both(
            "Skriv till filen i stället för till skärmen.",
            "Write to the file instead of the screen.",
        ),
    ),
]

RoadmapId = Annotated[
    str,
    typer.Argument(
        metavar=both("FÄRDPLAN", "ROADMAP"),
        help=both("Färdplanens id: mappens namn.", "The roadmap's id: its folder's name."),
        autocompletion=_completions.roadmaps,
    ),
]

Today = Annotated[
    date | None,
    typer.Option(
        "--today",
        parser=parse_day,
        metavar=both("DATUM", "DATE"),
        help=both(
            "Räkna som om det vore den dagen, till exempel 2026-01-31.",
            "Reckon as if it were that day, such as 2026-01-31.",
        ),
    ),
]

DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        help=both("Visa vad som skulle ändras.", "Show what would change."),
    ),
]

NoInput = Annotated[
    bool,
    typer.Option(
        "--no-input",
        help=both("Fråga inte om det som saknas.", "Do not ask for what is missing."),
    ),
]
