"""The stream of YAML events, from the C parser where there is one.

Only events are used: composing a document of fifty thousand brackets ends the process with a
segmentation fault, and the constructor turns `no` and `2026-02-30` into things nobody wrote.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ruamel.yaml.error import YAMLError

try:
    from _ruamel_yaml import CParser
except ImportError:  # other interpreters than CPython: the same events, fifteen times slower
    CParser = None

NextEvent = Callable[[], Any]

PARSER_ERRORS: Final = (YAMLError, AssertionError, ValueError, IndexError, OverflowError)
"""What the parsers raise for text that is no YAML; the pure one is not particular about it."""

NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
"""The plain scalars that mean "no value" (YAML 1.2, core schema)."""

LONGEST_NULL: Final = 4

MAX_DEPTH: Final = 64


def read_events(text: str | bytes) -> NextEvent:
    """Return what yields the next event of a text (in bytes: UTF-8) each time it is called."""
    if CParser is None:
        return read_events_in_python(text)
    next_event: NextEvent = CParser(text).get_event
    return next_event


def read_events_in_python(text: str | bytes) -> NextEvent:
    """Return the same from ruamel's own parser."""
    from ruamel.yaml import YAML

    text = text.decode("utf-8-sig") if isinstance(text, bytes) else text
    next_event: NextEvent = iter(YAML(typ="safe", pure=True).parse(text)).__next__
    return next_event
