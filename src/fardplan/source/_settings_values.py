"""What the values in `fardplan.toml` may be: a check for each sort."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from fardplan.locales import settings_faults as texts
from fardplan.locales.text import Text

Check = Callable[[object], Text | None]
"""Returns what to write instead, or None for a good value."""

_EMAIL: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")


def one_of(names: Sequence[str], hint: Text) -> Check:
    """Return a check for one of some names."""
    return lambda value: None if isinstance(value, str) and value in names else hint


def check_line(value: object) -> Text | None:
    """Take a text on one line."""
    good = isinstance(value, str) and value.strip() != "" and "\n" not in value
    return None if good else texts.WRITE_LINE


def check_switch(value: object) -> Text | None:
    """Take true or false."""
    return None if isinstance(value, bool) else texts.WRITE_SWITCH


def check_url(value: object) -> Text | None:
    """Take a whole web address."""
    if not isinstance(value, str) or re.search(r"[\s\x00-\x1f\x7f-\x9f]", value):
        return texts.WRITE_URL
    try:
        parts = urlsplit(value)
    except ValueError:
        return texts.WRITE_URL
    return None if parts.scheme in ("http", "https") and parts.hostname else texts.WRITE_URL


def check_email(value: object) -> Text | None:
    """Take a mail address."""
    good = isinstance(value, str) and _EMAIL.fullmatch(value)
    return None if good else texts.WRITE_EMAIL


def check_path(value: object) -> Text | None:
    """Take the path of a file below the settings."""
    if not isinstance(value, str) or not value.strip() or "\\" in value or ":" in value:
        return texts.WRITE_PATH
    path = PurePosixPath(value)
    return texts.WRITE_PATH if path.is_absolute() or ".." in path.parts else None


def check_day(value: object) -> Text | None:
    """Take a day, as a date of TOML or as a text."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return texts.WRITE_DAY
    good = isinstance(value, date) and not isinstance(value, datetime)
    return None if good else texts.WRITE_DAY
