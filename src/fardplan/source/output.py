"""Writing a file so that a reader sees the old one or the new one, never half of it."""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.reasons import tell_reason
from fardplan.locales.text import Saying, Text

_NOT_WRITTEN = Text(
    "Det går inte att skriva {path}: {reason}.", "{path} cannot be written: {reason}."
)
IS_LINK = Text(
    "{path} är en länk till något annat, och dit skriver fardplan inte. Ta bort länken.",
    "{path} is a link to something else, and fardplan does not write there. Remove the link.",
)
_WRITING: Mapping[int, Text] = {
    errno.EACCES: Text("du har inte rätt att skriva där", "you may not write there"),
    errno.EPERM: Text("du har inte rätt att skriva där", "you may not write there"),
}
"""What is said in other words of writing than of all else."""


def write_file(path: Path, data: bytes, *, lasting: bool = False) -> None:
    """Write `data` to `path` in one step, making its folders.

    Follows links, keeps the permissions of a file that is there already, and writes straight
    into what is no plain file (a pipe, `/dev/stdout`). With `lasting` the data is on the disk
    before it takes the place of what was there: a power cut leaves the old file or the new one.
    Raises CannotRun where it cannot be done.
    """
    try:
        mode = _mode(path)
        if mode and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            path.write_bytes(data)
        else:
            target = _target(path) if path.is_symlink() or stat.S_ISDIR(mode) else path
            if not mode:
                target.parent.mkdir(parents=True, exist_ok=True)
            permissions = stat.S_IMODE(mode) & 0o777 if mode else _usual_permissions()
            _replace(target, data, permissions, lasting=lasting)
    except BrokenPipeError:
        raise
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop before 3.13
        raise CannotRun(_NOT_WRITTEN, path=str(path), reason=tell_refusal(error)) from error


def write_within(root: Path, path: str, data: bytes) -> None:
    """Write a file of a repository in one step that lasts, making its folders, through no link.

    A link that came with the files could lead anywhere. Raises CannotRun as `write_file` does.
    """
    refuse_links(root, root / path)
    write_file(root / path, data, lasting=True)


def refuse_links(root: Path, path: Path) -> None:
    """Raise CannotRun where `path`, or a folder on the way to it below `root`, is a link."""
    for place in (path, *path.parents):
        if place == root:
            break
        if place.is_symlink():
            raise CannotRun(IS_LINK, path=str(place))


def append_file(path: Path, data: bytes) -> None:
    """Add `data` at the end of a file, which is made if it is not there.

    Raises CannotRun where it cannot be done.
    """
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise CannotRun(_NOT_WRITTEN, path=str(path), reason=tell_refusal(error)) from error


def measure_file(path: Path) -> int:
    """Return the size of a file in bytes, 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def find_leftovers(path: Path) -> Iterator[Path]:
    """Yield what a program that was cut off while it wrote to `path` has left beside it."""
    pattern = re.compile(re.escape(_beside(path)) + "[a-z0-9_]{8}")
    if path.parent.is_dir():
        yield from (one for one in path.parent.iterdir() if pattern.fullmatch(one.name))


def holds(path: Path, data: bytes) -> bool:
    """Tell whether there is a file that holds just this."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def tell_refusal(error: OSError | RuntimeError) -> Text | Saying:
    """Return why the system refused to write, in both languages."""
    number = error.errno if isinstance(error, OSError) else None
    return _WRITING.get(number or 0) or tell_reason(error)


def _target(path: Path) -> Path:
    """Return the place that `path` leads to; raises OSError where it is a folder or nowhere."""
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if target.is_symlink():  # Python 3.13 leaves a loop of links unresolved
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return target


def _replace(target: Path, data: bytes, permissions: int, *, lasting: bool) -> None:
    """Write beside `target`, then let the new file take its place."""
    handle, name = tempfile.mkstemp(prefix=_beside(target), dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        Path(name).chmod(permissions)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _beside(target: Path) -> str:
    """Return how the file is called that is written before it takes its place."""
    return f".{target.name[:50]}."


def _mode(path: Path) -> int:
    """Return what sort of file `path` leads to, and its permissions; 0 where there is none."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def _usual_permissions() -> int:
    """Return what the umask gives a new file."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
