"""Keys and items taken out of a YAML file, with every other byte left as it is.

A list or mapping that is left without anything goes too, up to the key that it stands under. With
an item go its own comments: those inside it, beside it, and directly above it. Comments above a key
stay, since they may be about all that follows; those inside and beside its value go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fardplan.editing._nodes import Node, find
from fardplan.editing._refusal import CannotEdit
from fardplan.editing._source import NOT_SAFE, Edit, Source
from fardplan.model.fields import Route


def remove(data: bytes, routes: Iterable[Route]) -> tuple[bytes, tuple[str, ...]]:
    """Return a file without what stands at some routes, and the comments that went with it.

    Raises CannotEdit where nothing stands at a route, where it is the whole file, or where
    something else would change.
    """
    source = Source.read(data)
    doomed = _Doomed.of(source.root, routes)
    edits = _merge(source, doomed.edits(source, source.root))
    gone = Counter(
        comment for edit in edits for comment in source.comments_in(edit.start, edit.end)
    )
    meant = _without(source.values, doomed.routes)
    return source.apply(edits, meant, losing=gone).write(), tuple(gone.elements())


@dataclass(frozen=True)
class _Doomed:
    """What is to go, each as the route to it as written."""

    routes: set[Route] = field(default_factory=set)

    @classmethod
    def of(cls, root: Node, routes: Iterable[Route]) -> _Doomed:
        """Take the routes as they are written, and whatever they leave empty."""
        doomed = cls()
        for route in routes:
            _, written, left = find(root, route)
            if left or not written:
                raise CannotEdit(NOT_SAFE)
            doomed.routes.add(written)
        waiting = sorted(doomed.routes, key=len, reverse=True)
        while waiting:
            holder = waiting.pop(0)[:-1]
            if holder not in doomed.routes and doomed.empties(root, holder):
                if not holder:
                    raise CannotEdit(NOT_SAFE)
                doomed.routes.add(holder)
                waiting.append(holder)
        kept = {one for one in doomed.routes if not doomed.covers(one[:-1])}
        return cls(kept)

    def covers(self, route: Route) -> bool:
        """Tell whether something that holds the route, or is it, goes."""
        return any(route[:length] in self.routes for length in range(1, len(route) + 1))

    def empties(self, root: Node, route: Route) -> bool:
        """Tell whether all of a list or mapping goes."""
        node = find(root, route)[0]
        parts: list[str | int] = [pair[0].text for pair in node.pairs]
        parts += range(len(node.items))
        return all((*route, part) in self.routes for part in parts)

    def edits(self, source: Source, node: Node, route: Route = ()) -> Iterator[Edit]:
        """Yield the cuts in a node, from its beginning to its end."""
        parts: list[tuple[str | int, Node, Node]] = [
            *((key.text, key, value) for key, value in node.pairs),
            *((index, item, item) for index, item in enumerate(node.items)),
        ]
        spans = [(first.start, max(first.end, last.end)) for _, first, last in parts]
        for at, (part, first, last) in enumerate(parts):
            if (*route, part) not in self.routes:
                if last.kind != "alias":
                    yield from self.edits(source, last, (*route, part))
            elif _is_anchored(first) or _is_anchored(last):
                raise CannotEdit(NOT_SAFE)
            elif node.is_flow:
                before = ((*route, one[0]) in self.routes for one in parts[:at])
                yield _cut_in_flow(spans, at, is_first=all(before))
            else:
                yield _cut_lines(source, node, first, last)


def _is_anchored(node: Node) -> bool:
    """Tell whether something elsewhere may stand for what is in a node."""
    inside = [*(one for pair in node.pairs for one in pair), *node.items]
    return node.anchored or any(map(_is_anchored, inside))


def _cut_in_flow(spans: list[tuple[int, int]], at: int, *, is_first: bool) -> Edit:
    """Cut a part out of brackets with the comma before it; the first of those left has none."""
    start, end = spans[at]
    if is_first:
        return Edit(start, spans[at + 1][0], "")
    return Edit(spans[at - 1][1], end, "")


def _cut_lines(source: Source, node: Node, first: Node, last: Node) -> Edit:
    """Cut the lines of a pair or item, and the comments that are its own."""
    row = source.row(first.start)
    if node.kind == "sequence":
        row = source.row(source.text.rindex("-", 0, first.start))
        column = source.column(source.text.rindex("-", 0, first.start))
    else:
        column = source.column(first.start)
    start = source.lines.span(row)[0]
    below = max(source.row(first.start), source.last_row(last, column))
    if source.text[start : start + column].strip(" \t"):
        return _cut_after_hyphen(source, node, first, below)
    if node.kind == "sequence":
        row = _own_comments(source, row, column)
        start = source.lines.span(row)[0]
    if _is_blank(source, row - 1) and _is_blank(source, below + 1):
        below += 1
    return Edit(start, source.below(below), "")


def _cut_after_hyphen(source: Source, node: Node, first: Node, below: int) -> Edit:
    """Cut the first key of an item: the next one takes its place at the hyphen."""
    following = [key for key, _ in node.pairs if key.start > first.start]
    if not following or source.row(following[0].start) != below + 1:
        raise CannotEdit(NOT_SAFE)
    return Edit(first.start, following[0].start, "")


def _own_comments(source: Source, row: int, column: int) -> int:
    """Return the first of the comment lines directly above an item, else its own line."""
    while row:
        line = source.lines.line(row - 1)
        content = line.lstrip(" \t")
        if not content.startswith("#") or len(line) - len(content) != column:
            break
        row -= 1
    return row


def _is_blank(source: Source, row: int) -> bool:
    """Tell whether a line is empty; what lies before the first line counts as that."""
    return row < 0 or (row < len(source.lines) and not source.lines.line(row).strip())


def _merge(source: Source, edits: Iterable[Edit]) -> list[Edit]:
    """Join cuts that touch, and cuts of a list that leave a blank line at both ends."""
    merged: list[Edit] = []
    for edit in sorted(edits):
        if merged and edit.start <= merged[-1].end:
            merged[-1] = Edit(merged[-1].start, max(merged[-1].end, edit.end), "")
        else:
            merged.append(edit)
    return [_swallow_blank(source, edit) for edit in merged]


def _swallow_blank(source: Source, edit: Edit) -> Edit:
    """Take the blank line after a cut too, where one stands before it."""
    before, after = source.text[: edit.start], source.text[edit.end :]
    end = source.line_end
    if before.endswith(end * 2) and after.startswith(end):
        return Edit(edit.start, edit.end + len(end), "")
    return edit


def _without(values: object, routes: set[Route]) -> object:
    """Return plain values without what stands at some routes."""

    def walk(value: object, route: Route) -> object:
        if isinstance(value, dict):
            return {
                key: walk(one, (*route, key))
                for key, one in value.items()
                if (*route, key) not in routes
            }
        if isinstance(value, list):
            return [
                walk(one, (*route, index))
                for index, one in enumerate(value)
                if (*route, index) not in routes
            ]
        return value

    return walk(values, ())
