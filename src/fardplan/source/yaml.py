"""YAML files to plain values, with every fault at its place.

Each scalar is handed over as the text that was written (`no`, `2026-02-30`, `007`, `1.10`); only an
unquoted `null`, `~` or nothing is `None`. Mappings become dicts in the order of the file, sequences
lists. What the text means is for the model to say.

Reading goes fast and without places, since most files are right. At anything out of the ordinary
the file is read once more, slowly, by `NodeReader`, which knows where everything stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from sys import intern
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from fardplan.source._encoding import decode
from fardplan.source._yaml_events import (
    LONGEST_NULL,
    MAX_DEPTH,
    NULLS,
    PARSER_ERRORS,
    NextEvent,
    read_events,
)
from fardplan.source._yaml_nodes import NodeReader
from fardplan.source._yaml_strict import LONE_DASH, QUOTES, may_be_misread
from fardplan.source.faults import Fault
from fardplan.source.places import Lines, Places


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """What a file says: its values, and what could not be read.

    `values` is `None` where nothing can be relied on (a syntax error, an empty file). Aliased
    values are the same object in several places: do not change them.
    """

    values: object
    faults: tuple[Fault, ...] = ()


class _OutOfOrdinaryError(Exception):
    """The fast way has met something that it leaves to the careful one."""


_ODD_KEYS = frozenset({"", "<<", LONE_DASH})
_ESCAPE = re.compile(r"\\[0abevfxuULNP]")


def read_yaml(data: bytes) -> YamlDocument:
    """Return the plain values of one YAML file and its faults, in the order of the file."""
    text = decode(data)
    if isinstance(text, Fault):
        return YamlDocument(None, (text,))
    if not (_has_special_characters(text) or may_be_misread(text)):
        try:
            return YamlDocument(_read_values(read_events(data)))
        except (_OutOfOrdinaryError, *PARSER_ERRORS):
            pass
    reader = NodeReader(text)
    values = reader.read()
    return YamlDocument(values, reader.faults())


def locate(data: bytes) -> Places:
    """Return the place of every key and value of a file, as far as it can be read."""
    text = decode(data)
    if isinstance(text, Fault):
        return Places(Lines(""), {}, {}, {})
    reader = NodeReader(text, watched=False)
    reader.read()
    return reader.places()


def _has_special_characters(text: str) -> bool:
    """Say whether there may be characters that the C parser takes but no document should hold."""
    return (
        "\u2028" in text
        or "\u2029" in text
        or "\x85" in text
        or "\ufeff" in text
        or ("\\" in text and _ESCAPE.search(text) is not None)
    )


def _read_values(next_event: NextEvent) -> object:
    """Return the values of a stream that holds one document and nothing unusual.

    Equal texts are one: the same ids and words stand in thousands of files.
    """
    next_event()
    start = next_event()
    if type(start) is not DocumentStartEvent or start.version or start.tags:
        raise _OutOfOrdinaryError
    value = _read_value(next_event(), next_event, 1)
    if type(next_event()) is not DocumentEndEvent or type(next_event()) is not StreamEndEvent:
        raise _OutOfOrdinaryError
    if value is None:
        raise _OutOfOrdinaryError
    return value


def _read_value(event: Any, next_event: NextEvent, depth: int) -> object:
    """Return the value that begins with an event."""
    kind = type(event)
    if kind is AliasEvent or event.tag is not None:
        raise _OutOfOrdinaryError
    if kind is ScalarEvent:
        value: str = event.value
        plain: bool = event.implicit[0]
        if value == LONE_DASH or (not plain and _is_quoted_over_lines(event)):
            raise _OutOfOrdinaryError
        is_null = plain and len(value) <= LONGEST_NULL and value in NULLS
        return None if is_null else intern(value)
    if depth > MAX_DEPTH:
        raise _OutOfOrdinaryError
    read = _read_mapping if kind is MappingStartEvent else _read_sequence
    result, end = read(next_event, depth)
    if event.flow_style and event.start_mark.line != end.end_mark.line:
        raise _OutOfOrdinaryError
    return result


def _is_quoted_over_lines(event: Any) -> bool:
    """Say whether a text in quotation marks goes over more than one line."""
    return event.style in QUOTES and event.start_mark.line != event.end_mark.line


def _read_mapping(next_event: NextEvent, depth: int) -> tuple[dict[str, object], Any]:
    """Return a mapping whose start has been read, and its end.

    The scalar case stands here too, for speed.
    """
    result: dict[str, object] = {}
    while True:
        event = next_event()
        if type(event) is not ScalarEvent:
            if type(event) is MappingEndEvent:
                return result, event
            raise _OutOfOrdinaryError
        key = event.value
        is_plain = event.implicit[0] and event.tag is None
        if key in result or key in _ODD_KEYS or not is_plain:
            raise _OutOfOrdinaryError
        event = next_event()
        if type(event) is ScalarEvent and event.tag is None:
            value = event.value
            plain = event.implicit[0]
            if value == LONE_DASH or (not plain and _is_quoted_over_lines(event)):
                raise _OutOfOrdinaryError
            is_null = plain and len(value) <= LONGEST_NULL and value in NULLS
            result[key] = None if is_null else intern(value)
        else:
            result[key] = _read_value(event, next_event, depth + 1)


def _read_sequence(next_event: NextEvent, depth: int) -> tuple[list[object], Any]:
    """Return a sequence whose start has been read, and its end."""
    result: list[object] = []
    while type(event := next_event()) is not SequenceEndEvent:
        result.append(_read_value(event, next_event, depth + 1))
    return result, event
