"""Where a new pair, item or value goes into a text, and how it is written there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fardplan.editing._nodes import Node
from fardplan.editing._refusal import CannotEdit
from fardplan.editing._scalars import is_plain
from fardplan.editing._source import NOT_SAFE, Edit, Source
from fardplan.editing.fragments import (
    Inline,
    Noted,
    Plain,
    as_read,
    print_flow,
    print_item,
    print_pair,
)

_MOST_KEYS_IN_A_LINE: Final = 3
"""As many keys as a mapping in braces may have that stands in a list on one line."""
_LONGEST_IN_FLOW: Final = 60
"""Longer texts are prose, which never stands in brackets or braces."""

Parents = Sequence[Node]
"""The nodes above a node, the root first."""


def add_pair(
    source: Source,
    mapping: Node,
    parents: Parents,
    pair: tuple[str, Plain],
    order: Sequence[str],
    meant: object,
) -> Source:
    """Add a key with its value to a mapping, after the last of those that come before it."""
    key, value = pair
    if not mapping.is_flow:
        return _add_block_pair(source, mapping, pair, order, meant)
    if not mapping.pairs and not _in_flow(parents):
        return replace_value(source, mapping, parents, {key: value}, meant)
    fits = _fits(source, mapping, f"{key}: ", value)
    if mapping.pairs and not (fits and _is_small(mapping, parents)):
        opened = _open_around(source, mapping, parents)
        if opened is not None:
            return add_pair(*opened, pair, order, meant)
    text = f"{print_flow(key)}: {print_flow(value)}"
    before = _pair_before(mapping, key, order)
    new_line = "" if fits or not mapping.pairs else _line_within(source, mapping)
    return source.apply([_in_brackets(mapping, before, text, new_line)], meant)


def add_item(
    source: Source, sequence: Node, parents: Parents, item: Plain, meant: object
) -> Source:
    """Add an item at the end of a list that has some."""
    if sequence.is_flow:
        opened = None
        if not _in_flow(parents) and not _fits(source, sequence, "", item):
            opened = _open(source, sequence, parents)
        if opened is None:
            edit = _in_brackets(sequence, sequence.items[-1], print_flow(item))
            return source.apply([edit], meant)
        source, sequence = opened
    last = sequence.items[-1]
    dash = _dash_of(source, sequence)
    holder = parents[-1] if parents else None
    key_column = source.column(_first_of(holder)) if holder is not None else -1
    row = source.last_row(last, max(key_column, dash - 1))
    lines = print_item(item, source.layout, dash)
    if _are_spaced(source, sequence, dash):
        lines = ["", *lines]
    return source.apply([source.insert_below(row, lines, dash)], meant)


def replace_value(
    source: Source, node: Node, parents: Parents, value: Plain, meant: object
) -> Source:
    """Put another value in the place of one, with what stands beside its key left there."""
    holder = parents[-1] if parents else None
    if holder is None:
        raise CannotEdit(NOT_SAFE)
    if _in_flow(parents):
        gap = " " if node.is_empty else ""
        return source.apply([Edit(node.start, node.end, gap + print_flow(value))], meant)
    if holder.kind == "mapping":
        key = next(pair[0] for pair in holder.pairs if pair[1] is node)
        column = source.column(key.start)
        lines = print_pair("k", value, source.layout, column)
        begin = source.text.index(":", key.end) + 1
    else:
        column = _dash_of(source, holder)
        lines = print_item(value, source.layout, column)
        begin = source.text.rindex("-", 0, max(node.start, 1)) + 1
    if source.text[begin : node.start].strip(" \t") or node.anchored:
        raise CannotEdit(NOT_SAFE)
    while lines[0].startswith("#"):  # comments above a key that is there already
        raise CannotEdit(NOT_SAFE)
    first = lines[0][2 if holder.kind == "mapping" else 1 :]
    row = source.row(max(node.start, node.end - 1))
    edits = [Edit(begin, max(begin, node.end), first)]
    if lines[1:]:
        edits.append(source.insert_below(row, lines[1:], column))
    return source.apply(edits, meant)


def _add_block_pair(
    source: Source, mapping: Node, pair: tuple[str, Plain], order: Sequence[str], meant: object
) -> Source:
    if not mapping.pairs:
        raise CannotEdit(NOT_SAFE)
    column = source.column(mapping.pairs[0][0].start)
    lines = print_pair(*pair, source.layout, column)
    before = _pair_before(mapping, pair[0], order)
    if before is None:
        return source.apply([_above_first(source, mapping, lines, column)], meant)
    row = max(source.row(before[0].start), source.last_row(before[1], column))
    return source.apply([source.insert_below(row, lines, column)], meant)


def _pair_before(mapping: Node, key: str, order: Sequence[str]) -> tuple[Node, Node] | None:
    """Return the pair after which a new key comes: the nearest of those that precede it."""
    rank = {name: place for place, name in enumerate(order)}
    if key not in rank:
        return mapping.pairs[-1]
    earlier = [one for one in mapping.pairs if rank.get(one[0].text, len(rank)) < rank[key]]
    return max(earlier, key=lambda one: rank[one[0].text], default=None)


def _above_first(source: Source, mapping: Node, lines: list[str], column: int) -> Edit:
    """Return the edit that puts lines above the first key of a mapping."""
    start = mapping.pairs[0][0].start
    row = source.row(start)
    line_start = source.lines.span(row)[0]
    if source.text[line_start:start].strip(" \t"):  # after a hyphen
        joined = f"{source.line_end}{' ' * column}".join([*lines, ""])
        return Edit(start, start, joined)
    # Comments at the top of the file are about the file, others about the key below them.
    while column and row and source.lines.line(row - 1).lstrip(" \t").startswith("#"):
        row -= 1
    at = source.lines.span(row)[0]
    written = [" " * column + line + source.line_end if line else source.line_end for line in lines]
    return Edit(at, at, "".join(written))


def _in_flow(parents: Parents) -> bool:
    return any(parent.is_flow for parent in parents)


def _is_small(mapping: Node, parents: Parents) -> bool:
    """Tell whether a mapping in braces may get a key where it stands.

    In a list on one line it may only while a reader sees at a glance what belongs together.
    """
    return len(mapping.pairs) < _MOST_KEYS_IN_A_LINE or not _in_flow(parents)


def _open_around(
    source: Source, mapping: Node, parents: Parents
) -> tuple[Source, Node, Parents] | None:
    """Write the outermost brackets around a mapping, or its own braces, as a block.

    Returns the changed source with the same mapping in it; None where that is unsafe.
    """
    chain = [*parents, mapping]
    at = next(index for index, node in enumerate(chain) if node.is_flow)
    opened = _open(source, chain[at], chain[:at])
    if opened is None:
        return None
    changed, _ = opened
    nodes = [_same_place(source.root, changed.root, node) for node in chain]
    return changed, nodes[-1], nodes[:-1]


def _line_within(source: Source, mapping: Node) -> str:
    """Return what begins a new line inside braces, under the first key."""
    return source.line_end + " " * source.column(mapping.pairs[0][0].start)


def _in_brackets(
    node: Node, before: Node | tuple[Node, Node] | None, text: str, new_line: str = ""
) -> Edit:
    """Return the edit that puts a pair or item into brackets, after another or first."""
    if before is not None:
        last = before[1] if isinstance(before, tuple) else before
        at = max(last.end, before[0].end) if isinstance(before, tuple) else last.end
        return Edit(at, at, f",{new_line or ' '}{text}")
    first = node.pairs[0][0] if node.pairs else None
    if first is None:
        return Edit(node.start + 1, node.end - 1, text)
    return Edit(first.start, first.start, f"{text}, ")


def _fits(source: Source, node: Node, head: str, value: Plain) -> bool:
    """Tell whether a value can stand in brackets beside others: it is short, and no prose."""
    if isinstance(value, Noted):
        bare = not (value.above or value.beside or value.below)
        return bare and _fits(source, node, head, value.value)
    inner = value.value if isinstance(value, Inline) else value
    read = as_read(inner)
    items = read if isinstance(read, list) else [read]
    if not all(_is_short(item) for item in items):
        return False
    last = source.row(node.end - 1)
    length = len(source.lines.line(last).partition(" #")[0].rstrip())
    return length + len(head) + len(print_flow(inner)) + 2 <= source.layout.longest


def _is_short(item: object) -> bool:
    if item is None:
        return True
    return isinstance(item, str) and len(item) <= _LONGEST_IN_FLOW and is_plain(item, flow=True)


def _open(source: Source, node: Node, parents: Parents) -> tuple[Source, Node] | None:
    """Write a collection in brackets as a block, each part as it was; None where that is unsafe."""
    written = source.text[node.start : node.end]
    if "#" in written or "\n" in written or "\r" in written or node.anchored or not parents:
        return None
    holder = parents[-1]
    if holder.kind == "mapping":
        key = next(pair[0] for pair in holder.pairs if pair[1] is node)
        begin = source.text.index(":", key.end) + 1
        indent = source.layout.step if node.kind == "mapping" else source.layout.dash
        column = source.column(key.start) + indent
    else:
        begin = node.start
        column = source.column(node.start)
    if source.text[begin : node.start].strip(" \t"):
        return None
    lines = [_slice(source, *pair) for pair in node.pairs]
    lines += [f"- {source.text[item.start : item.end]}" for item in node.items]
    edits = [Edit(begin, node.end, "" if holder.kind == "mapping" else lines[0])]
    rest = lines if holder.kind == "mapping" else lines[1:]
    if rest:
        edits.append(source.insert_below(source.row(node.start), rest, column))
    opened = source.apply(edits, source.values)
    return opened, _same_place(source.root, opened.root, node)


def _slice(source: Source, key: Node, value: Node) -> str:
    text = source.text[key.start : key.end]
    return f"{text}: {source.text[value.start : value.end]}".rstrip(" ")


def _same_place(old: Node, new: Node, wanted: Node) -> Node:
    """Return the node that stands in the new tree where `wanted` stands in the old one."""
    waiting = [(old, new)]
    while waiting:
        here, there = waiting.pop()
        if here is wanted:
            return there
        waiting += zip(here.items, there.items, strict=True)
        waiting += [(a[1], b[1]) for a, b in zip(here.pairs, there.pairs, strict=True)]
    raise CannotEdit(NOT_SAFE)


def _first_of(node: Node) -> int:
    return node.pairs[0][0].start if node.pairs else node.start


def _dash_of(source: Source, sequence: Node) -> int:
    """Return the column of a block list's hyphens."""
    if not sequence.anchored:
        return source.column(sequence.start)
    before = source.text[: sequence.items[0].start].rstrip()
    if not before.endswith("-"):
        raise CannotEdit(NOT_SAFE)
    return source.column(len(before) - 1)


def _are_spaced(source: Source, sequence: Node, dash: int) -> bool:
    """Tell whether blank lines stand between the items of a list."""
    if len(sequence.items) < 2:
        return False
    last, previous = sequence.items[-1], sequence.items[-2]
    rows = range(source.last_row(previous, dash) + 1, source.row(last.start))
    return any(not source.lines.line(row).strip() for row in rows)
