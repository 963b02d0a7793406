"""Replacing files that are there already, without overwriting what someone else has written."""

from __future__ import annotations

import stat
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source.output import holds, write_within

CHANGED_MEANWHILE = Text(
    "{path} har ändrats medan fardplan arbetade och är orörd. Kör kommandot igen.",
    "{path} has changed while fardplan was working and is left as it is. Run the command again.",
)
PROTECTED = Text(
    "{path} är skrivskyddad och är orörd. Ta bort skyddet om filen får ändras.",
    "{path} is write-protected and is left as it is. Remove the protection if it may be changed.",
)

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def rewrite_file(root: Path, path: str, old: bytes, new: bytes) -> None:
    """Replace a file that holds `old` in one step, keeping its permissions.

    Raises CannotRun where it is write-protected (a new file could take its place all the same, but
    someone does not want that), holds something else by now, or cannot be written.
    """
    file = root / path
    if not holds(file, old):
        raise CannotRun(CHANGED_MEANWHILE, path=path)
    if not file.stat().st_mode & _WRITABLE:
        raise CannotRun(PROTECTED, path=path)
    write_within(root, path, new)
