"""Finds rings among references, however long the chains are."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

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
    for knot in _knots(ahead):
        inside = [link for node in knot for link in ahead.get(node, ()) if link.target.key in knot]
        if inside:
            start = min(inside, key=_where)
            yield _shortest_ring(start, ahead, knot)


def _where(link: Link) -> tuple[str, tuple[str, ...]]:
    return link.reference.file, tuple(str(part) for part in link.reference.route)


def _shortest_ring(start: Link, ahead: dict[Node, list[Link]], knot: set[Node]) -> list[Link]:
    """Return the shortest way from the end of `start` back to its beginning, `start` first."""
    before: dict[Node, Link] = {}
    waiting = deque([start.target.key])
    while start.source not in before and start.source != start.target.key:
        here = waiting.popleft()
        for link in ahead.get(here, ()):
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


def _knots(ahead: dict[Node, list[Link]]) -> Iterator[set[Node]]:
    """Yield the strongly connected sets of nodes (Tarjan 1972, without recursion)."""
    order: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    stack: list[Node] = []
    on_stack: set[Node] = set()
    for root, first in ahead.items():
        if root in order:
            continue
        order[root] = lowest[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        path = [(root, iter(first))]
        while path:
            node, rest = path[-1]
            link = next(rest, None)
            if link is not None:
                there = link.target.key
                if there not in order:
                    order[there] = lowest[there] = len(order)
                    stack.append(there)
                    on_stack.add(there)
                    path.append((there, iter(ahead.get(there, ()))))
                elif there in on_stack:
                    lowest[node] = min(lowest[node], order[there])
                continue
            path.pop()
            if path:
                lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[node])
            if lowest[node] == order[node]:
                knot: set[Node] = set()
                while node not in knot:
                    knot.add(stack.pop())
                on_stack -= knot
                yield knot
