"""The careful reading of a YAML file: values, the place of everything, and every fault."""

from __future__ import annotations

from typing import Any, NoReturn

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from fardplan.locales import yaml_faults as texts
from fardplan.locales.text import Text
from fardplan.model.fields import Route
from fardplan.model.refusal import quote
from fardplan.source._encoding import UNPRINTABLE, find_unprintable
from fardplan.source._yaml_events import MAX_DEPTH, NULLS, PARSER_ERRORS, NextEvent, read_events
from fardplan.source._yaml_progress import Progress
from fardplan.source._yaml_spans import Collection, Node
from fardplan.source._yaml_strict import Watch, complete
from fardplan.source._yaml_syntax import diagnose
from fardplan.source.faults import Fault
from fardplan.source.places import Lines, Places, Span

MAX_EXPANDED = 100_000
"""How many values the aliases of one file may stand for together."""

_TEXT_TAG = "tag:yaml.org,2002:str"


class _StopError(Exception):
    """Reading further would mean nothing, or take for ever: the fault has been noted."""


class NodeReader:
    """Reads one text; afterwards it knows values, places and faults.

    A key that stands twice, a tag or an unknown alias leaves the rest of the file readable. After
    a syntax error there are no values, since everything below may mean something else.
    """

    def __init__(
        self, text: str, next_event: NextEvent | None = None, *, watched: bool = True
    ) -> None:
        """Take a text without byte order mark; a stream of its events may be given.

        Unless it is watched, what the parser lets through in error is not among the faults.
        """
        self._lines = Lines(text)
        self._next_event = next_event
        self._watch = Watch(self._lines) if watched else None
        self._let_through: list[Fault] = []
        self._faults: list[Fault] = []
        self._values: dict[Route, Span] = {}
        self._keys: dict[Route, Span] = {}
        self._first_keys: dict[Route, Span] = {}
        self._anchors: dict[str, Node | None] = {}  # None while the anchored value is being read
        self._expanded = 0
        self._progress = Progress(self._lines)

    def faults(self) -> tuple[Fault, ...]:
        """Return what was wrong, in the order of the file."""
        return tuple(sorted(self._faults + self._let_through, key=lambda fault: fault.place))

    def places(self) -> Places:
        """Return where everything stands that was read."""
        return Places(self._lines, self._values, self._keys, self._first_keys)

    def read(self) -> object:
        """Return the values of the text, or None where they cannot be relied on."""
        self._faults.extend(find_unprintable(self._lines))
        if self._faults:
            return None
        try:
            return self._read_stream()
        except _StopError:
            return None

    def _next(self) -> Any:
        """Return the next event; a syntax error is noted and ends the reading."""
        try:
            if self._next_event is None:
                self._next_event = read_events(complete(self._lines.text))
            event = self._next_event()
        except PARSER_ERRORS as error:
            self._faults.append(diagnose(error, self._progress))
            self._let_through.clear()  # they are but other signs of the same mistake
            raise _StopError from None
        if self._watch:
            self._let_through += self._watch.see(event)
        return event

    def _read_stream(self) -> object:
        """Return the value of the first document and see to it that there is no second."""
        self._next()
        start = self._next()
        if type(start) is StreamEndEvent:
            self._refuse_empty()
        if start.version not in (None, (1, 2)) or start.tags:
            self._note(
                texts.DIRECTIVE,
                self._progress.directive(start.end_mark.index) or (0, 1),
                texts.REMOVE_DIRECTIVE,
            )
        node = self._read(self._next(), (), 1)
        self._next()
        if type(second := self._next()) is DocumentStartEvent:
            span = (second.start_mark.index, second.start_mark.index + len("---"))
            self._note(texts.SECOND_DOCUMENT, span, texts.REMOVE_SEPARATOR)
            raise _StopError
        if node.value is None and not self._faults:
            self._refuse_empty()
        return node.value

    def _refuse_empty(self) -> NoReturn:
        """Note that there is nothing in the file, and stop."""
        self._note(texts.EMPTY_FILE, (0, 0), texts.FILL_IN_OR_DELETE)
        raise _StopError

    def _read(self, event: Any, route: Route | None, depth: int) -> Node:
        """Return the node that begins with an event; without a route its places are not kept."""
        kind = type(event)
        if kind is AliasEvent:
            node = self._read_alias(event, depth)
        elif kind is ScalarEvent:
            node = self._read_scalar(event)
        else:
            node = self._read_collection(event, route, depth)
        if event.anchor and kind is not AliasEvent:
            self._anchors[event.anchor] = node
        if route is not None:
            self._values[route] = node.span
        return node

    def _read_scalar(self, event: Any) -> Node:
        """Return a text, or None for a plain null."""
        start, end = event.start_mark.index, event.end_mark.index
        span = self._span_of_scalar(event.style, start, end)
        if event.style in ("'", '"'):
            self._progress.quoted = (start, end)
        self._check_tag(event, start, allowed=(None, "!", _TEXT_TAG))
        if event.style == '"' and (match := UNPRINTABLE.search(event.value)):
            code = f"U+{ord(match[0]):04X}"
            self._note(texts.ESCAPED_CONTROL, span, texts.REMOVE_ESCAPE, code=code)
            # So that no terminal, document or feed is ever given it.
            event.value = UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", event.value)
        plain = event.implicit[0] and event.tag is None
        return Node(None if plain and event.value in NULLS else event.value, span)

    def _span_of_scalar(self, style: str | None, start: int, end: int) -> Span:
        """Return the part of a scalar that stands on its first line."""
        line_end = self._lines.content_end(start)
        if style in ("|", ">"):
            header = self._lines.text[start:line_end].partition(" #")[0].rstrip()
            return start, start + len(header)
        return start, min(end, line_end)

    def _read_alias(self, event: Any, depth: int) -> Node:
        """Return what an alias stands for, and count what it adds."""
        span = (event.start_mark.index, event.end_mark.index)
        target = self._anchors.get(event.anchor)
        if target is None:
            text = texts.RECURSIVE if event.anchor in self._anchors else texts.UNKNOWN_ALIAS
            self._note(text, span, texts.QUOTE_STAR, alias=event.anchor)
            return Node(None, span)
        self._expanded += target.size
        if self._expanded > MAX_EXPANDED:
            self._note(texts.TOO_MANY_VALUES, span, texts.WRITE_OUT)
            raise _StopError
        if depth + target.height - 1 > MAX_DEPTH:
            self._refuse_depth(span)
        return Node(target.value, span, target.size, target.height)

    def _read_collection(self, event: Any, route: Route | None, depth: int) -> Node:
        """Return a mapping or a sequence."""
        start = event.start_mark.index
        self._check_tag(event, start, allowed=(None,))
        if depth > MAX_DEPTH:
            self._refuse_depth((start, start + 1))
        if event.anchor:
            self._anchors[event.anchor] = None
        if event.flow_style:
            self._progress.brackets.append(event.end_mark.index - 1)
        collection = Collection(start, self._lines.content_end(start))
        read = self._read_mapping if type(event) is MappingStartEvent else self._read_sequence
        value, end = read(collection, route, depth)
        if event.flow_style:
            self._progress.brackets.pop()
            collection.widen(end.start_mark.index, end.end_mark.index)
        return collection.close(value)

    def _read_sequence(
        self, collection: Collection, route: Route | None, depth: int
    ) -> tuple[object, Any]:
        """Return the items of a sequence and the event that ends it."""
        items: list[object] = []
        while type(event := self._next()) is not SequenceEndEvent:
            node = self._read(event, None if route is None else (*route, len(items)), depth + 1)
            collection.add(node)
            items.append(node.value)
        return items, event

    def _read_mapping(
        self, collection: Collection, route: Route | None, depth: int
    ) -> tuple[object, Any]:
        """Return the pairs of a mapping and the event that ends it; the first of two keys holds."""
        pairs: dict[str, object] = {}
        spans: dict[str, Span] = {}
        while type(event := self._next()) is not MappingEndEvent:
            name, span = self._read_key(event, depth)
            collection.widen(*span)
            key = self._claim(name, span, spans)
            child = self._keep_key(route, key, span)
            node = self._read(self._next(), child, depth + 1)
            collection.add(node)
            if key is not None:
                pairs[key] = node.value
        return pairs, event

    def _read_key(self, event: Any, depth: int) -> tuple[str | None, Span]:
        """Return a key and its span, or None for what cannot be a key."""
        node = self._read(event, None, depth + 1)
        if type(event) is not ScalarEvent:
            self._note(texts.KEY_NOT_TEXT, node.span, texts.QUOTE_KEY)
            return None, node.span
        if event.implicit[0] and not event.value:
            self._note(texts.MISSING_KEY, (node.span[0], node.span[0] + 1), texts.WRITE_KEY)
            return None, node.span
        if event.implicit[0] and event.value == "<<":
            self._note(texts.MERGE_KEY, node.span, texts.WRITE_OUT)
            return None, node.span
        key: str = event.value
        return key, node.span

    def _claim(self, key: str | None, span: Span, taken: dict[str, Span]) -> str | None:
        """Return a key that is the first of its name; note any other."""
        if key is None or taken.setdefault(key, span) is span:
            return key
        first = ((self._lines.place(*taken[key]), texts.FIRST_KEY),)
        place = self._lines.place(*span)
        values = {"key": quote(key)}
        fault = Fault("duplicate-key", texts.DUPLICATE_KEY, values, texts.KEEP_ONE, place, first)
        self._faults.append(fault)
        return None

    def _keep_key(self, route: Route | None, key: str | None, span: Span) -> Route | None:
        """Keep the place of a key and return the route of its value."""
        if route is None or key is None:
            return None
        self._first_keys.setdefault(route, span)
        self._keys[*route, key] = span
        return (*route, key)

    def _check_tag(self, event: Any, start: int, *, allowed: tuple[str | None, ...]) -> None:
        """Note a tag (`!name`), which says nothing in these files."""
        if event.tag not in allowed:
            at = self._lines.text.find("!", start, event.end_mark.index)
            if at < 0:  # the parser written in Python begins after the tag
                at = self._lines.text.rfind("!", 0, start)
            span = self._progress.word(at)
            self._note(texts.TAG, span, texts.QUOTE_WHOLE_TEXT, tag=self._lines.text[slice(*span)])

    def _refuse_depth(self, span: Span) -> NoReturn:
        """Note that the file is too deep, and stop."""
        self._note(texts.TOO_DEEP, span, texts.MAKE_FLATTER)
        raise _StopError

    def _note(self, text: Text, span: Span, hint: Text, **values: object) -> None:
        """Note a fault of syntax."""
        self._faults.append(Fault("yaml-syntax", text, values, hint, self._lines.place(*span)))
