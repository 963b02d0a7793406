"""A YAML text as a tree of nodes that know exactly where they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from fardplan.model.fields import Route
from fardplan.source._yaml_events import NextEvent, read_events

_BLOCK_TEXT = ("|", ">")


@dataclass(slots=True, eq=False)
class Node:
    """One written value: from its first character (after an anchor) to after its last.

    `style` is that of a scalar (empty when plain), or `{` or `[` of a collection in brackets. An
    alias bears what it stands for as `target`.
    """

    kind: Literal["scalar", "mapping", "sequence", "alias"]
    start: int
    end: int
    style: str = ""
    text: str = ""
    anchored: bool = False
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    target: Node | None = None

    @property
    def is_flow(self) -> bool:
        """Whether it is written in brackets or braces."""
        return self.kind in ("mapping", "sequence") and bool(self.style)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written: `key:` without a value."""
        return self.start == self.end

    def pair(self, key: str) -> tuple[Node, Node] | None:
        """Return the key and the value of a mapping's pair."""
        return next((pair for pair in self.pairs if pair[0].text == key), None)

    def scalars(self) -> Iterator[Node]:
        """Yield every scalar written in it, keys among them."""
        if self.kind == "scalar":
            yield self
        for pair in self.pairs:
            for node in pair:
                yield from node.scalars()
        for item in self.items:
            yield from item.scalars()


def read_nodes(text: str) -> Node:
    """Return the tree of a text that has been read without faults."""
    next_event = read_events(text)
    next_event()
    next_event()
    return _Builder(text, next_event).read(next_event())


def find(root: Node, route: Route) -> tuple[Node, Route, Route]:
    """Return how far a route leads: the node, the route to it as written, and what is left.

    A key that meets a list is passed over, and so is what is left where a lone text stands: both
    may be written in place of the mapping (or list) that holds them.
    """
    node = root
    written: Route = ()
    for at, part in enumerate(route):
        node = node.target or node
        if isinstance(part, str) and node.kind == "mapping" and (pair := node.pair(part)):
            node = pair[1]
        elif isinstance(part, int) and node.kind == "sequence" and part < len(node.items):
            node = node.items[part]
        elif isinstance(part, str) and node.kind == "sequence":
            continue
        else:
            return node.target or node, written, route[at:]
        written = (*written, part)
    return node.target or node, written, ()


class _Builder:
    """Makes nodes of events."""

    def __init__(self, text: str, next_event: NextEvent) -> None:
        self._text = text
        self._next = next_event
        self._anchors: dict[str, Node] = {}

    def read(self, event: Any) -> Node:
        """Return the node that begins with an event."""
        start, end = event.start_mark.index, event.end_mark.index
        if type(event) is AliasEvent:
            return Node("alias", start, end, target=self._anchors[event.anchor])
        start = self._after_anchor(event, start)
        if type(event) is ScalarEvent:
            node = self._scalar(event, start, end)
        else:
            node = self._collection(event, start)
        if event.anchor:
            node.anchored = True
            self._anchors[event.anchor] = node
        return node

    def _after_anchor(self, event: Any, start: int) -> int:
        """Return where the value itself begins; of a block collection that is its first part."""
        if not event.anchor:
            return start
        start += 1 + len(event.anchor)
        if type(event) is ScalarEvent or event.flow_style:
            end = event.end_mark.index  # nothing may follow the anchor
            while start < end and self._text[start] in " \t\r\n":
                start += 1
        return start

    def _scalar(self, event: Any, start: int, end: int) -> Node:
        style = event.style or ""
        if style in _BLOCK_TEXT and "+" not in self._text[start : start + 3]:
            end = start + len(self._text[start:end].rstrip(" \t\r\n"))
        return Node("scalar", start, max(start, end), style, event.value)

    def _collection(self, event: Any, start: int) -> Node:
        is_mapping = type(event) is MappingStartEvent
        node = Node("mapping" if is_mapping else "sequence", start, start)
        if event.flow_style:
            node.style = "{" if is_mapping else "["
        close = self._read_pairs(node) if is_mapping else self._read_items(node)
        if event.flow_style:
            node.end = close.end_mark.index
        else:
            last = node.pairs[-1][1] if is_mapping else node.items[-1]
            node.end = max(last.end, node.pairs[-1][0].end if is_mapping else 0)
        return node

    def _read_pairs(self, node: Node) -> Any:
        while type(event := self._next()) is not MappingEndEvent:
            key = self.read(event)
            node.pairs.append((key, self.read(self._next())))
        return event

    def _read_items(self, node: Node) -> Any:
        while type(event := self._next()) is not SequenceEndEvent:
            node.items.append(self.read(event))
        return event
