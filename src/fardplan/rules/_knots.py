"""Finds what all leads to one another."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def find_knots(ahead: Mapping[N, Sequence[N]]) -> Iterator[set[N]]:
    """Yield the strongly connected sets of nodes (Tarjan 1972, without recursion)."""
    order: dict[N, int] = {}
    lowest: dict[N, int] = {}
    stack: list[N] = []
    on_stack: set[N] = set()
    for root, first in ahead.items():
        if root in order:
            continue
        order[root] = lowest[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        path = [(root, iter(first))]
        while path:
            node, rest = path[-1]
            there = next(rest, None)
            if there is not None:
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
                knot: set[N] = set()
                while node not in knot:
                    knot.add(stack.pop())
                on_stack -= knot
                yield knot
