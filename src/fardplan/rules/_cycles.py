"""Finds rings among references, however long the chains are."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from fardplan.model.fields import Route
from fardplan.rules._knots import find_knots
from fardplan.rules._links import Link

Node = tuple[str, str, str]


def find_cycles(links: Iterable[Link]) -> Iterator[list[Link]]:
    """Yield one shortest ring for each set of things that all lead to one another.

    Its links stand in order: each begins where the one before ends. A ring begins with the link
    that stands first by file and route.
    """
    ahead: dict[Node, list[Link]] = {}
    for link in links:
        ahead.setdefault(link.source, []).append(link)
    ends = {node: [link.target.key for link in found] for node, found in ahead.items()}
    for knot in find_knots(ends):
        inside = [link for node in knot for link in ahead.get(node, ()) if link.target.key in knot]
        if inside:
            start = min(inside, key=_where)
            yield _shortest_ring(start, ahead, knot)


def _where(link: Link) -> tuple[str, Route]:
    return link.reference.file, link.reference.route


def _shortest_ring(start: Link, ahead: dict[Node, list[Link]], knot: set[Node]) -> list[Link]:
    """Return the shortest way from the end of `start` back to its beginning, `start` first."""
    before: dict[Node, Link] = {}
    waiting = deque([start.target.key])
    while start.source not in before and start.source != start.target.key:
        here = waiting.popleft()
        for link in ahead[here]:
            there = link.target.key
            if there in knot and there not in before and there != start.target.key:
                before[there] = link
                waiting.append(there)
    ring: list[Link] = []
    node = start.source
    while node != start.target.key:
        ring.append(before[node])
        node = before[node].source
    return [start, *reversed(ring)]
