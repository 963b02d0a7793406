"""How much each kind of change matters, as one table.

A kind has one level, and another in some cases: `commitment` (what the parties have bound
themselves to), `background` (sources, events, figures), or what a comparer names. Settings may
replace the level of a kind, whatever the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from fardplan.changes._base import Change, ChangeKind, Level

COMMITMENT = "commitment"
FACT = ""
BACKGROUND = "background"

CLOSED = "closed"
"""What it belongs to is completed, cancelled or handed over."""
EDITION = "edition"
"""What is said of the new edition, and not of the one before it."""
KIND = "kind"
"""The id changed together with the sort of thing."""
PROMISE = "promise"
"""A promise went away unkept."""
REASONED = "reasoned"
"""A reason is given."""
CORE = "core"
"""The words that bind: a statement, the wording of a goal."""
SAME_TIME = "same time"
"""Other words for the same days."""
SAME_WORDS = "same words"
"""Nothing but case, spaces or punctuation."""
UNDECIDED = "undecided"
"""Money that nobody had promised yet."""
WITHDRAWN = "withdrawn"
"""A deadline went away."""

_MAJOR, _MINOR, _EDITORIAL = Level

DEFAULT_LEVELS: Mapping[ChangeKind, Mapping[str, Level]] = MappingProxyType(
    {
        ChangeKind.ADDED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.REMOVED: {
            FACT: _MINOR,
            BACKGROUND: _EDITORIAL,
            CLOSED: _MINOR,
            COMMITMENT: _MAJOR,
            PROMISE: _MAJOR,
        },
        ChangeKind.DROPPED: {FACT: _MAJOR, REASONED: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.RESUMED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.COMPLETED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.REOPENED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.RENAMED: {FACT: _MINOR, BACKGROUND: _EDITORIAL, SAME_WORDS: _EDITORIAL},
        ChangeKind.REWORDED: {FACT: _EDITORIAL, CORE: _MINOR},
        ChangeKind.REIDENTIFIED: {FACT: _EDITORIAL, KIND: _MINOR},
        ChangeKind.MOVED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.REORDERED: {FACT: _EDITORIAL},
        ChangeKind.SPLIT: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.MERGED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.DELEGATED: {FACT: _MINOR},
        ChangeKind.UNDELEGATED: {FACT: _MINOR},
        ChangeKind.STAGE_ADVANCED: {FACT: _MINOR},
        ChangeKind.STAGE_REGRESSED: {FACT: _MINOR},
        ChangeKind.STATUS_CHANGED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.DATE_SLIPPED: {FACT: _MINOR, COMMITMENT: _MAJOR, BACKGROUND: _EDITORIAL},
        ChangeKind.DATE_ADVANCED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.DATE_CHANGED: {
            FACT: _MINOR,
            BACKGROUND: _EDITORIAL,
            SAME_TIME: _EDITORIAL,
            WITHDRAWN: _MAJOR,
        },
        ChangeKind.RESPONSIBLE_CHANGED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.PARTNERS_CHANGED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.PARTY_JOINED: {FACT: _MINOR},
        ChangeKind.PARTY_LEFT: {FACT: _MAJOR},
        ChangeKind.FINANCING_INCREASED: {FACT: _MINOR},
        ChangeKind.FINANCING_DECREASED: {FACT: _MAJOR, CLOSED: _MINOR, UNDECIDED: _MINOR},
        ChangeKind.FINANCING_SOURCE_CHANGED: {FACT: _MINOR},
        ChangeKind.PROJEKTPLAN_ADDED: {FACT: _MINOR},
        ChangeKind.PROJEKTPLAN_REMOVED: {FACT: _MAJOR, CLOSED: _MINOR},
        ChangeKind.PROJEKTPLAN_PART_ADDED: {FACT: _MINOR},
        ChangeKind.PROJEKTPLAN_PART_REMOVED: {FACT: _MAJOR, CLOSED: _MINOR},
        ChangeKind.PLACEHOLDER_FILLED: {FACT: _MINOR},
        ChangeKind.PLACEHOLDER_OPENED: {FACT: _MINOR},
        ChangeKind.PRIORITY_CHANGED: {FACT: _MINOR},
        ChangeKind.ADOPTED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
        ChangeKind.UNADOPTED: {FACT: _MAJOR, BACKGROUND: _EDITORIAL, EDITION: _MINOR},
        ChangeKind.BASELINE_ADDED: {FACT: _MINOR},
        ChangeKind.BASELINE_REMOVED: {FACT: _MINOR},
        ChangeKind.MEASURED: {FACT: _MINOR},
        ChangeKind.MEASUREMENT_REMOVED: {FACT: _MINOR},
        ChangeKind.TARGET_RAISED: {FACT: _MINOR},
        ChangeKind.TARGET_LOWERED: {FACT: _MAJOR},
        ChangeKind.DEFINITION_CHANGED: {FACT: _MINOR},
        ChangeKind.METADATA_CHANGED: {FACT: _MINOR, BACKGROUND: _EDITORIAL},
    }
)
"""The level of each kind, by case; a case that is not listed has the level of `FACT`."""


def level_of(kind: ChangeKind, case: str = FACT) -> Level:
    """Return the level of a kind of change in a case."""
    levels = DEFAULT_LEVELS[kind]
    return levels.get(case, levels[FACT])


def relevel(changes: Iterable[Change], levels: Mapping[ChangeKind, Level]) -> tuple[Change, ...]:
    """Return the changes with the levels that settings give to whole kinds."""
    return tuple(
        replace(change, level=levels[change.kind]) if change.kind in levels else change
        for change in changes
    )
