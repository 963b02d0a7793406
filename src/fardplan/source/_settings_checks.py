"""What may stand in `fardplan.toml`, and what is said of anything else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from fardplan.errors import CannotRun
from fardplan.locales import settings_faults as texts
from fardplan.locales.text import LANGUAGES, Text
from fardplan.model.fields import Route
from fardplan.model.refusal import quote
from fardplan.source._accessibility_checks import ACCESSIBILITY, ROWS, find_missing
from fardplan.source._settings_values import (
    Check,
    check_line,
    check_path,
    check_switch,
    check_url,
    one_of,
)
from fardplan.source._toml_places import locate_toml
from fardplan.source.faults import Fault, Place
from fardplan.source.places import Lines

SEVERITIES: Final = ("error", "warning", "info", "off")
LEVELS: Final = ("major", "minor", "editorial")

_CHECKS: Final[Mapping[str, Check]] = {
    "language": one_of(LANGUAGES, texts.WRITE_LANGUAGE),
    "docs-url": check_url,
    "data-license": check_line,
    "site.title": check_line,
    "site.base-url": check_url,
    "site.drafts": check_switch,
    "organisation.name": check_line,
    "organisation.logo": check_path,
    **ACCESSIBILITY,
}
_TABLES: Final = ("accessibility", "severity", "level", "site", "organisation", "templates")
_OF_NAMES: Final[Mapping[str, tuple[Check, Text, Text]]] = {
    "severity": (one_of(SEVERITIES, texts.WRITE_SEVERITY), texts.UNKNOWN_RULE, texts.SEE_RULES),
    "level": (one_of(LEVELS, texts.WRITE_LEVEL), texts.UNKNOWN_KIND, texts.SEE_KINDS),
}
"""The tables whose keys are names that the program knows: what their values are checked by, and
what is said of another name."""

_OTHER_NAMES: Final[Mapping[str, str]] = {
    "adress": "base-url",
    "allvarlighet": "severity",
    "tillgänglighet": "accessibility",
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
            values = {"key": str(route[0]), "value": _written(value, text, place)}
            faults.append(Fault("invalid-value", texts.NO_TABLE, values, texts.WRITE_TABLE, place))
        elif hint := _check(route, value):
            place = places.value(route)
            values = {"key": str(route[-1]), "value": _written(value, text, place)}
            faults.append(Fault("invalid-value", texts.BAD_VALUE, values, hint, place))
        else:
            good[".".join(map(str, route))] = value
    faults += find_missing(table, good, places)
    return good, tuple(sorted(faults, key=lambda fault: fault.place))


def _leaves(table: Mapping[str, object]) -> Iterator[tuple[Route, object]]:
    """Yield every value at the top, in the tables that are known, and in their rows."""
    for key, value in table.items():
        if key not in _TABLES or not isinstance(value, dict):
            yield (key,), value
            continue
        for name, inner in value.items():
            yield from _rows((key, name), inner)


def _rows(route: Route, value: object) -> Iterator[tuple[Route, object]]:
    rows = value if isinstance(value, list) and _pattern(route) in ROWS else []
    if not rows or not all(isinstance(row, dict) for row in rows):
        yield route, value
        return
    for number, row in enumerate(rows):
        yield from (((*route, number, name), inner) for name, inner in row.items())


def _known_keys(route: Route, names: Mapping[str, Collection[str]]) -> Collection[str] | None:
    """Return the keys that may stand beside this one; None where any may."""
    if len(route) == 1:
        return (*(key for key in _CHECKS if "." not in key), *_TABLES)
    table = str(route[0])
    if table in names:
        return names[table]
    if table == "templates":
        return None
    before = _pattern(route[:-1]) + "."
    return list(
        dict.fromkeys(
            key.removeprefix(before).partition(".")[0] for key in _CHECKS if key.startswith(before)
        )
    )


def _pattern(route: Route) -> str:
    """Return the dotted key of a route, the same for every row of a list."""
    return ".".join(str(part) for part in route if not isinstance(part, int))


def _check(route: Route, value: object) -> Text | None:
    """Return what to write instead of a bad value."""
    if len(route) == 2 and route[0] in _OF_NAMES:
        return _OF_NAMES[str(route[0])][0](value)
    if len(route) == 2 and _pattern(route) in ROWS:
        return texts.WRITE_ROWS
    return _CHECKS.get(_pattern(route), check_line)(value)


def _unknown(route: Route, known: Collection[str], place: Place) -> Fault:
    """Return the fault for a key that means nothing, with the nearest one that does."""
    written = str(route[-1])
    folded = written.casefold().replace("_", "-")
    near = [_OTHER_NAMES[folded]] if _OTHER_NAMES.get(folded) in known else []
    near = near or get_close_matches(folded, sorted(known), n=1, cutoff=0.6)
    text, hint = texts.UNKNOWN_KEY, texts.KNOWN_KEYS
    if len(route) == 2 and route[0] in _OF_NAMES:
        _, text, hint = _OF_NAMES[str(route[0])]
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
