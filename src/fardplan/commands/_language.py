"""Which language to speak, before anything else of the call has been understood."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from fardplan.locales.text import LANGUAGES, Lang
from fardplan.source.root import find_root, read_language

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(given: Mapping[str, object], environ: Mapping[str, str] = os.environ) -> Lang:
    """Return the language of `--lang`, else FARDPLAN_LANG, the settings, the locale, else Swedish.

    `given` holds the global options as written. A value that is no language of ours is passed
    over here; where it is an error, the parser says so, in the language chosen here.
    """
    return (
        _known(given.get("lang"))
        or _known(environ.get("FARDPLAN_LANG"))
        or _of_settings(str(given.get("directory") or environ.get("FARDPLAN_DIRECTORY") or "."))
        or _of_locale(environ)
        or "sv"
    )


def _known(value: object) -> Lang | None:
    """Return `value` where it is a language of ours."""
    return next((lang for lang in LANGUAGES if lang == value), None)


def _of_settings(directory: str) -> Lang | None:
    """Return the language that the settings at or above `directory` name."""
    try:
        return read_language(find_root(Path(directory)))
    except (OSError, RuntimeError, ValueError):
        return None  # no such folder: the command says so once it runs


def _of_locale(environ: Mapping[str, str]) -> Lang | None:
    """Return the language of the first locale variable that is set, as POSIX orders them."""
    name = next((environ[variable] for variable in _LOCALE if environ.get(variable)), "")
    return _known(name[:2].lower()) if name[2:3] in {"", "_", ".", "-", "@"} else None
