"""`fardplan fmt`: the layout that all files share, with every text and comment kept."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import Session, session_of
from fardplan.commands._output import emit
from fardplan.errors import CannotRun
from fardplan.locales.commands import both
from fardplan.locales.text import Text
from fardplan.locales.visible import make_visible

if TYPE_CHECKING:
    from fardplan.pipeline.formatting import Formatted

DETAILS = both(
    """Texter och kommentarer ändras inte. Bara en lång text på en enda rad bryts om, så att den
    blir lättare att läsa i filen. Utan sökväg formateras färdplanernas alla filer.""",
    """Texts and comments are not changed. Only a long text on a single line is broken into several,
    so that it is easier to read in the file. Without a path all files of the roadmaps are laid
    out.""",
)

LAID_OUT_ONE = Text("Formaterade {path}.", "Laid out {path}.")
LAID_OUT = (
    Text("1 fil är formaterad.", "1 file has been laid out."),
    Text("{n} filer är formaterade.", "{n} files have been laid out."),
)
WOULD_BE_LAID_OUT = (
    Text("1 fil behöver formateras.", "1 file needs laying out."),
    Text("{n} filer behöver formateras.", "{n} files need laying out."),
)
RIGHT = (
    Text("1 fil ser redan ut som den ska.", "1 file already looks as it should."),
    Text("{n} filer ser redan ut som de ska.", "{n} files already look as they should."),
)
LEFT = (
    Text("1 fil är orörd, se ovan.", "1 file is left as it is, see above."),
    Text("{n} filer är orörda, se ovan.", "{n} files are left as they are, see above."),
)
NOTHING = Text("Det finns inga filer att formatera.", "There are no files to lay out.")

_SUMMARY = ("laid", "needed", "right", "left")


def fmt(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=both("SÖKVÄG", "PATH"),
            help=both("Filer eller mappar att formatera.", "Files or folders to lay out."),
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=both(
                "Ändra inget; visa vilka filer som behöver formateras, och avsluta då med 1.",
                "Change nothing; list the files that need laying out, and then end with 1.",
            ),
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=both(
                "Ändra inget; visa vad som skulle ändras.", "Change nothing; show what would."
            ),
        ),
    ] = False,
) -> int:
    """Write each file as it should be, or show which would change, or how."""
    from fardplan.pipeline.formatting import format_files

    session = session_of(ctx)
    counts: Counter[str] = Counter()
    for one in format_files(session.root, tuple(paths or ())):
        if one.fault is not None:
            counts["left"] += 1
            _tell_fault(session, one)
        elif not one.is_changed:
            counts["right"] += 1
        elif check or diff:
            counts["needed"] += 1
            _show(session, one, as_diff=diff)
        else:
            counts["laid" if _write(session, one) else "refused"] += 1
    _summarise(session, counts)
    if counts["refused"]:
        return ExitCode.CANNOT_RUN
    return ExitCode.FOUND if counts["left"] or (check and counts["needed"]) else ExitCode.OK


def _show(session: Session, one: Formatted, *, as_diff: bool) -> None:
    """Write the name of a file that would change, or how it would."""
    from fardplan.formats._unified_diff import write_unified_diff

    if as_diff:
        emit(write_unified_diff(one.path, one.old, one.new, color=session.use_color(sys.stdout)))
    else:
        emit(make_visible(one.path))


def _write(session: Session, one: Formatted) -> bool:
    """Write a file; say so where it cannot be done, and go on with the others."""
    from fardplan.pipeline.formatting import write_formatted

    try:
        write_formatted(session.root, one)
    except CannotRun as error:
        _tell(error.say(session.lang))
        return False
    session.detail(LAID_OUT_ONE, path=one.path)
    return True


def _tell_fault(session: Session, one: Formatted) -> None:
    """Say what stands in the way of laying out a file, and where."""
    fault = one.fault
    if fault is None:
        return
    said = [fault.text, *([fault.hint] if fault.hint else [])]
    words = " ".join(text.say(session.lang, **fault.values) for text in said)
    _tell(f"{one.path}:{fault.place.line}:{fault.place.column}: {words}")


def _tell(line: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(make_visible(line) + "\n")


def _summarise(session: Session, counts: Counter[str]) -> None:
    """Say on one line how many files there are of each sort."""
    counts["left"] += counts["refused"]
    sorts = zip(_SUMMARY, (LAID_OUT, WOULD_BE_LAID_OUT, RIGHT, LEFT), strict=True)
    said = [
        texts[counts[sort] != 1].say(session.lang, n=counts[sort])
        for sort, texts in sorts
        if counts[sort]
    ]
    if not said:
        session.note(NOTHING)
    elif session.verbosity >= 0:
        _tell(" ".join(said))
