"""What may stand under `[accessibility]`, and what the law asks for there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from fardplan.locales import accessibility as words
from fardplan.locales import settings_faults as texts
from fardplan.locales.text import Text
from fardplan.model.fields import Route
from fardplan.source._settings_values import (
    Check,
    check_day,
    check_email,
    check_line,
    check_url,
    one_of,
)
from fardplan.source.accessibility import ASSESSORS, COMPLIANCE, FEEDBACK, REASONS
from fardplan.source.faults import Fault
from fardplan.source.places import Places

_TABLE: Final = "accessibility"
_ROW: Final = "accessibility.not-accessible"
ROWS: Final = (_ROW,)
"""The settings that are lists, each row with keys of its own."""

ACCESSIBILITY: Final[Mapping[str, Check]] = {
    **{f"{_TABLE}.{key}": check for key, check in {
        "statement-url": check_url,
        "service": check_line,
        "compliance": one_of(COMPLIANCE, texts.WRITE_COMPLIANCE),
        "assessed": check_day,
        "assessed-by": one_of(ASSESSORS, texts.WRITE_ASSESSOR),
        "published": check_day,
        "updated": check_day,
        "feedback-email": check_email,
        "feedback-phone": check_line,
        "feedback-url": check_url,
        "response-time": check_line,
        "supervision-name": check_line,
        "supervision-url": check_url,
    }.items()},
    **{f"{_ROW}.{key}": check for key, check in {
        "what": check_line,
        "reason": one_of(REASONS, texts.WRITE_REASON),
        "why": check_line,
        "alternative": check_line,
        "planned": check_line,
    }.items()},
}  # fmt: skip

_DEMANDED: Final[Mapping[str, Text]] = {
    "compliance": words.LACKS_COMPLIANCE,
    "assessed": words.LACKS_ASSESSED,
    "assessed-by": words.LACKS_ASSESSOR,
    "updated": words.LACKS_UPDATED,
}
_HINTS: Final[Mapping[str, Text]] = {
    "not-accessible": texts.WRITE_ROWS,
    "organisation.name": texts.WRITE_ORGANISATION,
}
_DEMANDED_IN_ROW: Final[Mapping[str, Text]] = {
    "what": words.LACKS_WHAT,
    "reason": words.LACKS_REASON,
    "why": words.LACKS_WHY,
}


def find_missing(
    table: Mapping[str, object], good: Mapping[str, object], places: Places
) -> list[Fault]:
    """Return what a statement lacks that the law demands; nothing where none is begun.

    A value that is there and cannot be used has been told already.
    """
    own = table.get(_TABLE)
    if not isinstance(own, dict) or "statement-url" in own:
        return []
    faults = [
        _lacking((_TABLE,), key, what, places, _HINTS.get(key, texts.WRITE_LACKING))
        for key, what in _lacks(own, "organisation.name" in good)
    ]
    rows = own.get("not-accessible")
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        route = (_TABLE, "not-accessible", number)
        lacking = (key for key in _DEMANDED_IN_ROW if isinstance(row, dict) and key not in row)
        faults += [
            _lacking(route, key, _DEMANDED_IN_ROW[key], places, texts.WRITE_IN_ROW)
            for key in lacking
        ]
    return faults


def _lacks(own: Mapping[str, object], named: bool) -> Iterator[tuple[str, Text]]:
    yield from ((key, what) for key, what in _DEMANDED.items() if key not in own)
    if not any(key in own for key in FEEDBACK):
        yield FEEDBACK[0], words.LACKS_FEEDBACK
    if own.get("compliance") in ("partial", "none") and not own.get("not-accessible"):
        yield "not-accessible", words.LACKS_SHORTCOMINGS
    if not named:
        yield "organisation.name", words.LACKS_ORGANISATION


def _lacking(route: Route, key: str, what: Text, places: Places, hint: Text) -> Fault:
    return Fault("missing-key", texts.LACKS, {"key": key, "what": what}, hint, places.value(route))
