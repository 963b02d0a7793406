"""The files and folders that a user names on the command line, as paths in the repository."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text

NO_SUCH_FILE = Text(
    "”{path}” är ingen av färdplanernas filer. De ligger under {root}/roadmaps.",
    "“{path}” is none of the roadmaps' files. They lie below {root}/roadmaps.",
)


def choose(paths: Iterable[Path], root: Path, known: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells whether a file is among those named, or in a folder that is.

    Where no path is named, every file is. Raises CannotRun for a path that leads to none of the
    `known` files.
    """
    named = [_relative(path, root) for path in paths]
    for path, name in zip(paths, named, strict=True):
        if name and not any(_is_in(file, name) for file in known):
            raise CannotRun(NO_SUCH_FILE, path=path, root=root)
    if not named or "" in named:
        return lambda _: True
    return lambda file: any(_is_in(file, name) for name in named)


def _is_in(file: str, name: str) -> bool:
    return file == name or file.startswith(f"{name}/")


def _relative(path: Path, root: Path) -> str:
    """Return a path from the root, empty for the root itself."""
    try:
        whole, base = path.resolve(), root.resolve()
    except (OSError, RuntimeError) as error:  # a loop of links
        raise CannotRun(NO_SUCH_FILE, path=path, root=root) from error
    if not whole.is_relative_to(base):
        raise CannotRun(NO_SUCH_FILE, path=path, root=root)
    name = whole.relative_to(base).as_posix()
    return "" if name == "." else name
