"""What may stand in `fardplan.toml`, and what is said of anything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from fardplan.errors import CannotRun
from fardplan.locales import settings_faults as texts
from fardplan.locales.text import LANGUAGES, Text
from fardplan.model.refusal import quote
from fardplan.source._toml_places import locate_toml
from fardplan.source.faults import Fault, Place
from fardplan.source.places import Lines

Check = Callable[[object], Text | None]
"""Returns what to write instead, or None for a good value."""

SEVERITIES: Final = ("error", "warning", "info", "off")
LEVELS: Final = ("major", "minor", "editorial")


def _check_line(value: object) -> Text | None:
    good = isinstance(value, str) and value.strip() != "" and "\n" not in value
    return None if good else texts.WRITE_LINE


def _check_language(value: object) -> Text | None:
    return None if value in LANGUAGES else texts.WRITE_LANGUAGE


def _check_severity(value: object) -> Text | None:
    return None if value in SEVERITIES else texts.WRITE_SEVERITY


def _check_level(value: object) -> Text | None:
    return None if value in LEVELS else texts.WRITE_LEVEL


def _check_switch(value: object) -> Text | None:
    return None if isinstance(value, bool) else texts.WRITE_SWITCH


def _check_url(value: object) -> Text | None:
    if not isinstance(value, str) or re.search(r"[\s\x00-\x1f\x7f-\x9f]", value):
        return texts.WRITE_URL
    try:
        parts = urlsplit(value)
    except ValueError:
        return texts.WRITE_URL
    return None if parts.scheme in ("http", "https") and parts.hostname else texts.WRITE_URL


def _check_path(value: object) -> Text | None:
    if not isinstance(value, str) or not value.strip() or "\\" in value or ":" in value:
        return texts.WRITE_PATH
    path = PurePosixPath(value)
    return texts.WRITE_PATH if path.is_absolute() or ".." in path.parts else None


_CHECKS: Final[Mapping[str, Check]] = {
    "language": _check_language,
    "docs-url": _check_url,
    "data-license": _check_line,
    "site.title": _check_line,
    "site.base-url": _check_url,
    "site.drafts": _check_switch,
    "organisation.name": _check_line,
    "organisation.logo": _check_path,
}
_TABLES: Final = ("severity", "level", "site", "organisation", "templates")
_OF_NAMES: Final[Mapping[str, tuple[Check, Text, Text]]] = {
    "severity": (_check_severity, texts.UNKNOWN_RULE, texts.SEE_RULES),
    "level": (_check_level, texts.UNKNOWN_KIND, texts.SEE_KINDS),
}
"""The tables whose keys are names that the program knows: what their values are checked by, and
what is said of another name."""

_OTHER_NAMES: Final[Mapping[str, str]] = {
    "adress": "base-url",
    "allvarlighet": "severity",
    "dokumentation": "docs-url",
    "licens": "data-license",
    "license": "data-license",
    "logotyp": "logo",
    "mallar": "templates",
    "namn": "name",
    "nivå": "level",
    "nivåer": "level",
    "organization": "organisation",
    "språk": "language",
    "titel": "title",
    "url": "base-url",
    "utkast": "drafts",
    "webbplats": "site",
}


def check_settings(
    text: str, table: Mapping[str, object], names: Mapping[str, Collection[str]]
) -> tuple[Mapping[str, object], tuple[Fault, ...]]:
    """Return the good values by dotted key, and a fault for every other key and value.

    `names` are those that may stand in the tables `severity` and `level`.
    """
    places = locate_toml(text)
    good: dict[str, object] = {}
    faults: list[Fault] = []
    for route, value in _leaves(table):
        known = _known_keys(route, names)
        if known is not None and route[-1] not in known:
            faults.append(_unknown(route, known, places.key(route)))
        elif len(route) == 1 and route[0] in _TABLES:
            place = places.value(route)
            values = {"key": route[0], "value": _written(value, text, place)}
            faults.append(Fault("invalid-value", texts.NO_TABLE, values, texts.WRITE_TABLE, place))
        elif hint := _check(route, value):
            place = places.value(route)
            values = {"key": route[-1], "value": _written(value, text, place)}
            faults.append(Fault("invalid-value", texts.BAD_VALUE, values, hint, place))
        else:
            good[".".join(route)] = value
    return good, tuple(sorted(faults, key=lambda fault: fault.place))


def _leaves(table: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield every value at the top and in the tables that are known."""
    for key, value in table.items():
        if key in _TABLES and isinstance(value, dict):
            yield from (((key, name), inner) for name, inner in value.items())
        else:
            yield (key,), value


def _known_keys(
    route: tuple[str, ...], names: Mapping[str, Collection[str]]
) -> Collection[str] | None:
    """Return the keys that may stand beside this one; None where any may."""
    if len(route) == 1:
        return (*(key for key in _CHECKS if "." not in key), *_TABLES)
    if route[0] in names:
        return names[route[0]]
    if route[0] == "templates":
        return None
    return [key.partition(".")[2] for key in _CHECKS if key.startswith(f"{route[0]}.")]


def _check(route: tuple[str, ...], value: object) -> Text | None:
    """Return what to write instead of a bad value."""
    if len(route) == 2 and route[0] in _OF_NAMES:
        return _OF_NAMES[route[0]][0](value)
    return _CHECKS.get(".".join(route), _check_line)(value)


def _unknown(route: tuple[str, ...], known: Collection[str], place: Place) -> Fault:
    """Return the fault for a key that means nothing, with the nearest one that does."""
    written = route[-1]
    folded = written.casefold().replace("_", "-")
    near = [_OTHER_NAMES[folded]] if _OTHER_NAMES.get(folded) in known else []
    near = near or get_close_matches(folded, sorted(known), n=1, cutoff=0.6)
    text, hint = texts.UNKNOWN_KEY, texts.KNOWN_KEYS
    if len(route) == 2 and route[0] in _OF_NAMES:
        _, text, hint = _OF_NAMES[route[0]]
    if near:
        values = {"key": quote(written), "near": near[0]}
        return Fault("unknown-key", text, values, texts.DID_YOU_MEAN, place)
    values = {"key": quote(written), "known": ", ".join(sorted(known))}
    return Fault("unknown-key", text, values, hint, place)


def _written(value: object, text: str, place: Place) -> str:
    """Return a value as it stands in the file, texts without their quotation marks."""
    if isinstance(value, str):
        return quote(value)
    return quote(Lines(text).line(place.line - 1)[place.column - 1 : place.end_column - 1])


_REASONS: Final = (
    (("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot mutate"), texts.TWICE),
    (
        ("Unterminated", "Found invalid character", "Illegal character '\\n'", 'Expected "'),
        texts.UNCLOSED,
    ),
    (("Expected '='", "Invalid statement"), texts.NO_EQUALS_SIGN),
    (("Invalid value",), texts.NO_QUOTES),
)


def explain_toml(error: Exception | Fault, text: str = "") -> CannotRun:
    """Return the one line that says where settings cannot be read, and why."""
    if isinstance(error, Fault):
        return CannotRun(texts.NO_TEXT, line=error.place.line)
    words = str(error)
    reason = next(
        (reason for parts, reason in _REASONS if any(part in words for part in parts)),
        texts.NOT_TOML,
    )
    return CannotRun(reason, line=_line_of(words, text, reason))


def _line_of(words: str, text: str, reason: Text) -> int:
    """Return the line of a mistake; what lacks its end is looked for where it begins."""
    if found := re.search(r"at line (\d+)", words):
        return int(found[1])
    lines = text.rstrip().split("\n")
    if reason is texts.UNCLOSED:
        for number, line in enumerate(lines, 1):
            content = line.partition("#")[0]
            if content.count('"') % 2 or content.count("'") % 2:
                return number
    return len(lines)
