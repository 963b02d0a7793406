"""Where a command's product goes: to the screen or to a file, in UTF-8 either way."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fardplan.source.output import write_file

FEWEST_COLUMNS = 40


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


def columns(file: Path | None) -> int:
    """Return the columns of the terminal that a product goes to, or 0 where it goes elsewhere."""
    if not is_screen(file) or not sys.stdout.isatty():
        return 0
    return max(FEWEST_COLUMNS, shutil.get_terminal_size().columns)


def speak_utf8() -> None:
    """Let stdout and stderr write UTF-8 with plain line ends, whatever the locale says.

    What cannot be written even so (half a character in a file's name) is shown escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
