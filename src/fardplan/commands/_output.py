"""Where a command's product goes: to the screen or to a file, in UTF-8 either way."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from fardplan.locales.text import Text
from fardplan.source.output import write_file

MORE = Text("{n} till", "{n} more")
_MOST_NAMED = 3
FEWEST_COLUMNS = 40
_WIDEST_HELP, _HELP_MARGIN = 80, 2


def emit(product: str | bytes, file: Path | None = None) -> None:
    """Write the product to `file`, or to stdout where there is none or it is `-`.

    A text to stdout gets a line end where it lacks one; a file gets just what is given.
    """
    if file is not None and not is_screen(file):
        if isinstance(product, str):
            product = product.encode(errors="backslashreplace")
        write_file(file, product)
    elif isinstance(product, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(product)
    else:
        sys.stdout.write(product if product.endswith("\n") or not product else product + "\n")


def is_screen(file: Path | None) -> bool:
    """Tell whether a product goes to stdout: no file is named, or `-` is."""
    return file is None or str(file) == "-"


def name_first(names: Sequence[str]) -> tuple[object, ...]:
    """Return the first of some files or signs, and how many there are besides."""
    left = len(names) - _MOST_NAMED
    return (*names[:_MOST_NAMED], MORE.fill(n=left)) if left > 0 else tuple(names)


def columns(file: Path | None) -> int:
    """Return the columns of the terminal that a product goes to, or 0 where it goes elsewhere."""
    if not is_screen(file) or not sys.stdout.isatty():
        return 0
    return max(FEWEST_COLUMNS, shutil.get_terminal_size().columns)


def help_width() -> int:
    """Return how wide a page of help may be: as the terminal, but no wider than is well read."""
    terminal = shutil.get_terminal_size().columns
    return max(FEWEST_COLUMNS, min(terminal, _WIDEST_HELP)) - _HELP_MARGIN


def speak_utf8() -> None:
    """Let stdout and stderr write UTF-8 with plain line ends, whatever the locale says.

    What cannot be written even so (half a character in a file's name) is shown escaped. A terminal
    that has other letters gets those, and readable ones in place of what it lacks.
    """
    _reopen_closed()
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty() and not is_unicode(stream.encoding):
            from fardplan.commands._letters import STAND_INS, register

            register()
            stream.reconfigure(errors=STAND_INS, newline="\n")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def is_unicode(encoding: str) -> bool:
    """Tell whether an encoding has all letters."""
    return encoding.lower().replace("_", "-").startswith(("utf", "cp65001"))


def _reopen_closed() -> None:
    """Let what was closed before the program began lead nowhere.

    Else the next file that is opened would take its place, and get what is meant for the screen.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            if (nowhere := os.open(os.devnull, os.O_RDWR)) != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - until the end
