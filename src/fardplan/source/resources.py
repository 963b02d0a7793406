"""The files that come with the program: its templates."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_DOT = re.compile(r"(?:(?<=^)|(?<=/))dot-")
_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def templates_dir() -> Path:
    """Return the folder of the built-in templates, one folder per document."""
    return _find("templates")


def describe_files(folder: Path) -> str:
    """Return a digest of all files below a folder, by name and content."""
    found = hashlib.sha256()
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            found.update(os.fsencode(f"{path.relative_to(folder)}\0"))
            with suppress(OSError):  # then nothing can be taken from it either
                found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def repository_files() -> Mapping[str, bytes]:
    """Return the files of a repository to start from, by path, as templates.

    A name that begins with `dot-` is for one that begins with a dot: such files would otherwise
    be obeyed where they lie.
    """
    folder = templates_dir() / "repository"
    return {
        _DOT.sub(".", path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _find(name: str) -> Path:
    """Return the folder inside the installed package, or at the top of the checkout it runs from.

    Raises FileNotFoundError where neither exists: the package was then built wrongly.
    """
    installed, checkout = _PACKAGE / name, _CHECKOUT / name
    if installed.is_dir():
        return installed
    if (_CHECKOUT / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    raise FileNotFoundError(str(installed))
