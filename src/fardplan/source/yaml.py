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


_ESCAPE = re.compile(r"\\[0abevfxuULNP]")


def read_yaml(data: bytes) -> YamlDocument:
    """Return the plain values of one YAML file and its faults, in the order of the file."""
    text = decode(data)
    if isinstance(text, Fault):
        return YamlDocument(None, (text,))
    if not _has_special_characters(text):
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
    reader = NodeReader(text)
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
    """Return the values of a stream that holds one document and nothing unusual."""
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


def _read_value(event: object, next_event: NextEvent, depth: int) -> object:
    """Return the value that begins with an event."""
    kind = type(event)
    if kind is AliasEvent or event.tag is not None:  # type: ignore[attr-defined]
        raise _OutOfOrdinaryError
    if kind is ScalarEvent:
        value: str = event.value  # type: ignore[attr-defined]
        plain: bool = event.implicit[0]  # type: ignore[attr-defined]
        return None if plain and len(value) <= LONGEST_NULL and value in NULLS else value
    if depth > MAX_DEPTH:
        raise _OutOfOrdinaryError
    if kind is MappingStartEvent:
        return _read_mapping(next_event, depth)
    return _read_sequence(next_event, depth)


def _read_mapping(next_event: NextEvent, depth: int) -> dict[str, object]:
    """Return a mapping whose start has been read. The scalar case stands here too, for speed."""
    result: dict[str, object] = {}
    while True:
        event = next_event()
        if type(event) is not ScalarEvent:
            if type(event) is MappingEndEvent:
                return result
            raise _OutOfOrdinaryError
        key = event.value
        if key in result or not key or key == "<<" or event.tag is not None:
            raise _OutOfOrdinaryError
        event = next_event()
        if type(event) is ScalarEvent and event.tag is None:
            value = event.value
            plain_null = len(value) <= LONGEST_NULL and value in NULLS and event.implicit[0]
            result[key] = None if plain_null else value
        else:
            result[key] = _read_value(event, next_event, depth + 1)


def _read_sequence(next_event: NextEvent, depth: int) -> list[object]:
    """Return a sequence whose start has been read."""
    result: list[object] = []
    while type(event := next_event()) is not SequenceEndEvent:
        result.append(_read_value(event, next_event, depth + 1))
    return result
